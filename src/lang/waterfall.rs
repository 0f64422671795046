//! What answers about waterfalls say.

use super::Phrase;

phrases! {
    WATERFALL = "Who gets what", "Ai được gì";
    PROFIT_OF = "PROFIT {profit}", "LỢI NHUẬN {profit}";
    PROFIT = "Profit", "Lợi nhuận";
    TRANCHE = "Tranche", "Tầng";
    NAME = "Name", "Tên";
    HOLDER = "Holder", "Bên hưởng";
    SHARE = "Share", "Tỷ lệ";
    AMOUNT = "Amount", "Số tiền";
    WORD = "On whose word", "Căn cứ";
    SOURCES = "Sources", "Nguồn";
    IN_ALL = "IN ALL", "TỔNG CỘNG";
    HELD = "held {from} – {until}", "có hiệu lực {from} – {until}";
    HOLDS_SINCE = "holds since {from}", "có hiệu lực từ {from}";
    REPLACED = "replaced by {deal}", "được thay bằng {deal}";
    UNSTATED = "not stated", "không nêu rõ";
    UNPAID = "not known", "không rõ";
    UNTIL = "until {end}", "cho đến khi {end}";
    AND_ALL = " and ", " và ";
    RECEIVES = "{holder} has {money}", "{holder} nhận đủ {money}";
    CAPS = "at most {caps}", "tối đa {caps}";
    CAP = "{money} for {holder}", "{money} cho {holder}";
    COUNTED_FROM_DEAL = "counted from the first money of the deal", "tính từ đồng đầu tiên của thoả thuận";
    UNTIL_UNKNOWN = "nobody knows until where", "không ai biết đến mức nào";
    REST = "all that is left", "toàn bộ phần còn lại";
    NEXT = "The next {unit}: {split}.", "{unit} tiếp theo: {split}.";
    NEXT_UNKNOWN = "Nobody knows how the next {unit} is split.", "Không ai biết {unit} tiếp theo được chia thế nào.";
    UNIT = "{currency} 1", "1 {currency}";
    TO = "{part} to {holder}", "{part} cho {holder}";
    UNSTATED_TO = "{part} not stated", "{part} không nêu rõ";
    AHEAD = "At {profit}: {turns}.", "Tại {profit}: {turns}.";
    TURN_REACHED = "threshold of {holder} in tranche {n}", "{holder} đạt ngưỡng ở tầng {n}";
    TURN_CAPPED = "cap of {holder} in tranche {n}", "{holder} chạm trần ở tầng {n}";
    TURN_ENDS = "end of tranche {n}", "tầng {n} kết thúc";
    ASSUMED = "Assumed: {holder} gets {money} in tranche {n}; no source says how much.", "Giả định: {holder} nhận {money} ở tầng {n}; không nguồn nào nêu con số.";
    NOT_YET = "not yet known", "khi đó chưa biết";
    ABOUT = "Some terms are given as \"about\"; they are computed as they stand, and amounts that rest on them are no more exact.", "Một số điều khoản chỉ nêu con số \"khoảng\"; chúng được tính đúng như đã ghi, và số tiền dựa trên chúng không chính xác hơn.";
    STOPS = "The answer stops at {from}: nobody knows where tranche {n} ({name}) ends. {how}", "Câu trả lời dừng ở {from}: không ai biết tầng {n} ({name}) kết thúc ở đâu. {how}";
    STOPS_NOT_YET = "The answer stops at {from}: tranche {n} ({name}) was not yet known then.", "Câu trả lời dừng ở {from}: khi đó chưa biết tầng {n} ({name}).";
    ASSUME_HOW = "To go on, assume an end: `assume` {holder}=\"{money}\".", "Để tính tiếp, hãy giả định mức kết thúc: `assume` {holder}=\"{money}\".";
    TERMS = "TERMS AND SOURCES", "ĐIỀU KHOẢN VÀ NGUỒN";
    ASSUMED_END = "{end} (assumed)", "{end} (giả định)";
    RESIDUAL_TO = "What a holder at its cap leaves goes to {holder}.", "Phần của bên đã chạm trần thuộc về {holder}.";
    RESIDUAL_UNSTATED = "Nobody says who gets what a holder at its cap leaves.", "Không ai nói phần của bên đã chạm trần thuộc về ai.";
    OTHERWISE = "`{field}`, also reported: {value} ({sources})", "`{field}`, còn được đưa tin: {value} ({sources})";
    FROM_SOURCES = "{what}: {sources} ({grade})", "{what}: {sources} ({grade})";
    SHARES_WORD = "shares", "tỷ lệ";
    UNTIL_WORD = "end", "điểm kết thúc";
    CAPS_WORD = "caps", "mức trần";
    MEMBERS = "{holder}: {members} ({sources})", "{holder}: {members} ({sources})";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_take_the_same_values() {
        crate::lang::tests::complete(ALL);
    }
}
