//! What answers about waterfalls say.

use super::Phrase;

phrases! {
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
    TURN_REACHED = "{holder} has what tranche {n} waits for", "{holder} nhận đủ mức mà tầng {n} chờ";
    TURN_CAPPED = "{holder} is at its cap in tranche {n}", "{holder} chạm trần ở tầng {n}";
    TURN_ENDS = "tranche {n} ends", "tầng {n} kết thúc";
    ASSUMED = "Assumed: {holder} gets {money} in tranche {n}; no source says how much.", "Giả định: {holder} nhận {money} ở tầng {n}; không nguồn nào nêu con số.";
    STOPS = "The answer stops at {from}: nobody knows where tranche {n} ({name}) ends. {how}", "Câu trả lời dừng ở {from}: không ai biết tầng {n} ({name}) kết thúc ở đâu. {how}";
    STOPS_NOT_YET = "The answer stops at {from}: tranche {n} ({name}) was not yet known then.", "Câu trả lời dừng ở {from}: khi đó chưa biết tầng {n} ({name}).";
    ASSUME_HOW = "To go on, assume an end: --assume {holder}=\"{money}\".", "Để tính tiếp, hãy giả định mức kết thúc: --assume {holder}=\"{money}\".";
    NOTE_ON = "Tranche {n}: {note}", "Tầng {n}: {note}";
    RESIDUAL_TO = "what a holder at its cap leaves goes to {holder}", "phần của bên đã chạm trần thuộc về {holder}";
    RESIDUAL_UNSTATED = "nobody says who gets what a holder at its cap leaves", "không ai nói phần của bên đã chạm trần thuộc về ai";
    OTHERWISE = "{field} is also reported as {value} ({sources})", "{field} còn được đưa là {value} ({sources})";
    FROM_SOURCES = "{what}: {sources} ({grade})", "{what}: {sources} ({grade})";
    SHARES_WORD = "shares", "tỷ lệ";
    UNTIL_WORD = "end", "điểm kết thúc";
    CAPS_WORD = "caps", "mức trần";
    MEMBERS = "{holder}: {members} ({sources})", "{holder}: {members} ({sources})";
    APPROXIMATE = "about", "khoảng";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_take_the_same_values() {
        crate::lang::tests::complete(ALL);
    }
}
