//! What answers about the whole network say: paths, dependence, cycles, triangles, ranks.

use super::Phrase;

phrases! {
    STEPS = "{n} steps", "{n} bước";
    ONE_STEP = "1 step", "1 bước";
    PATHS_TITLE = "{a} to {b}", "Từ {a} đến {b}";
    PATHS = "{n} paths", "{n} đường nối";
    ONE_PATH = "1 path", "1 đường nối";
    TO_AND = "{a} – {b}", "{a} – {b}";
    NEVER_TOGETHER = "these steps never all hold at one time", "các bước này không có lúc nào cùng tồn tại";
    MAYBE_TOGETHER = "these steps may hold at one time (dates too coarse to tell)", "các bước này có thể cùng tồn tại (ngày chưa đủ chính xác)";
    MORE_PATHS = "There are more paths; --k shows more.", "Còn những đường nối khác; --k cho xem thêm.";
    NO_PATH = "No chain of recorded ties joins {a} and {b} in this scope; that none is recorded does not mean that none exists.", "Không có chuỗi quan hệ được ghi nhận nào nối {a} với {b} trong phạm vi này; không ghi nhận không có nghĩa là không tồn tại.";
    COMPETITION_LEFT_OUT = "Competition and conflict are no step here; --competition counts competition too.", "Cạnh tranh và tranh chấp không tính là một bước; --competition tính cả cạnh tranh.";
    ARE_ONE_GROUP = "{a} and {b} are one group in this time.", "{a} và {b} cùng một tập đoàn trong thời gian này.";
    CYCLES_TITLE = "Money that comes back", "Dòng tiền quay vòng";
    CYCLES_OF = "Money that comes back to {name}", "Dòng tiền quay về {name}";
    CYCLES = "{n} cycles of up to {length} companies", "{n} vòng, mỗi vòng tối đa {length} công ty";
    FINANCED = "FINANCED: capital or shares come back as payment", "TÀI TRỢ: vốn hoặc cổ phần quay về dưới dạng tiền mua hàng";
    CAPITAL_ONLY = "CAPITAL: capital or shares on every leg", "VỐN: mọi chặng đều là vốn hoặc cổ phần";
    TRADE_ONLY = "TRADE: each buys from the next; nobody finances its own sales", "MUA BÁN: bên này mua của bên kia; không ai tự tài trợ cho doanh thu của mình";
    PAYS = "{a} → {b}", "{a} → {b}";
    ROBUST = "robust: ties without reservation close it", "vững: các quan hệ không có điểm đáng ngờ đủ khép vòng";
    DOUBTFUL = "closed only by doubtful ties: {list}", "chỉ khép vòng nhờ quan hệ còn đáng ngờ: {list}";
    DOUBTFUL_LEG = "{a} → {b} ({doubts})", "{a} → {b} ({doubts})";
    NEVER_ALL_SOLID = "closed only by doubtful ties: those beyond doubt never all hold at one time", "chỉ khép vòng nhờ quan hệ còn đáng ngờ: các quan hệ chắc chắn không có lúc nào cùng tồn tại";
    WEAKEST = "weakest leg: {a} → {b}", "chặng yếu nhất: {a} → {b}";
    SMALLEST = "smallest leg by amounts {is}: {a} → {b} ({money})", "chặng ít tiền nhất theo số tiền {is}: {a} → {b} ({money})";
    NOT_COMPARABLE = "amounts of the legs are missing or of different kinds, and not compared", "số tiền của các chặng còn thiếu hoặc khác loại, nên không so sánh";
    ALL_LEGS = "all legs {since}", "mọi chặng cùng có {since}";
    ALL_LEGS_FROM = "all legs from the beginning of the record", "mọi chặng cùng có từ đầu dữ liệu";
    ENDS_BY = "until {date}", "đến {date}";
    NEVER_SURELY = "no day is certain", "không có ngày nào chắc chắn";
    WITHOUT_AMOUNT = "{n} without an amount", "{n} không ghi số tiền";
    AS_SHARES = "in shares", "bằng cổ phần";
    AS_CAPITAL = "capital", "vốn";
    AS_PAYMENT = "payment", "thanh toán";
    CANCELABLE = "cancelable", "có thể huỷ";
    OPTION = "option", "quyền chọn";
    CUT = "The search met its bound; there may be more cycles. --max-len narrows it, so does a company.", "Đã chạm giới hạn tìm kiếm; có thể còn vòng khác. Thu hẹp bằng --max-len hoặc một công ty.";
    NO_CYCLE = "No money comes back along recorded ties in this scope; that none is recorded does not mean that none exists.", "Không có dòng tiền nào quay vòng theo các quan hệ được ghi nhận trong phạm vi này; không ghi nhận không có nghĩa là không tồn tại.";
    SHARES_RULE = "Shares are a leg where the owner is a customer and no investment by it is recorded: they are a price paid, not a thing bought.", "Cổ phần là một chặng khi chủ sở hữu là khách hàng và không có khoản đầu tư nào của họ được ghi nhận: đó là cái giá đã trả, không phải thứ được mua.";
    AVOIDING = "avoiding {list}", "tránh {list}";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_take_the_same_values() {
        crate::lang::tests::complete(ALL);
    }
}
