//! What lists, records and statistics say besides the data.

use super::Phrase;

phrases! {
    COMPANIES = "Companies", "Công ty";
    CASES = "Cases", "Các vụ việc";
    MARKETS = "Markets", "Thị trường";
    SOURCES = "Sources", "Nguồn";
    RELATIONS = "Relations", "Quan hệ";
    DEALS = "Deals", "Thoả thuận";
    ITEMS = "{n} listed", "{n} mục";
    NOTHING_LISTED = "Nothing of this sort is recorded in this scope.", "Không có mục nào thuộc loại này được ghi nhận trong phạm vi này.";
    HOLDING_MEANS = "Relations: recorded at whatever time; holding: those that count and hold at the asked time.", "Quan hệ: đã ghi nhận, bất kể thời gian; hiệu lực: số được tính và còn hiệu lực tại thời điểm được hỏi.";
    DOES_NOT_COUNT = "does not count", "không được tính";
    COMPETES_WITH = "{a} competes with {b}", "{a} cạnh tranh với {b}";
    COMPETE_WITH = "{a} compete with {b}", "{a} cạnh tranh với {b}";
    STATISTICS = "Statistics", "Thống kê";
    RECORDS = "RECORDS", "BẢN GHI";
    COMPANIES_BY_KIND = "COMPANIES BY KIND", "CÔNG TY THEO LOẠI";
    SOURCES_BY_KIND = "SOURCES BY KIND", "NGUỒN THEO LOẠI";
    RELATIONS_BY_KIND = "RELATIONS BY KIND", "QUAN HỆ THEO LOẠI";
    RELATIONS_BY_SIDE = "RELATIONS BY SIDE", "QUAN HỆ THEO BÊN";
    RELATIONS_BY_CONFIDENCE = "RELATIONS BY SUPPORT", "QUAN HỆ THEO ĐỘ TIN CẬY";
    RELATIONS_BY_STATUS = "RELATIONS BY STATUS", "QUAN HỆ THEO TÌNH TRẠNG";
    PAIRS = "PAIRS AT THE ASKED TIME", "CÁC CẶP TẠI THỜI ĐIỂM ĐƯỢC HỎI";
    PAIRS_EVER = "PAIRS AT ANY TIME", "CÁC CẶP Ở BẤT KỲ THỜI ĐIỂM NÀO";
    COVERAGE = "SEARCHES", "NHỮNG LẦN TÌM KIẾM";
    HOLDING = "RELATIONS THAT COUNT AT THE ASKED TIME", "QUAN HỆ ĐƯỢC TÍNH TẠI THỜI ĐIỂM ĐƯỢC HỎI";
    NEWEST_SOURCE = "THEIR NEWEST SOURCE", "NGUỒN MỚI NHẤT CỦA CHÚNG";
    WELL_SUPPORTED = "two origins or confirmed", "có hai nguồn gốc hoặc đã xác nhận";
    PRODUCTS = "Products", "Sản phẩm";
    EVENTS = "Events", "Sự kiện";
    QUOTES = "Quotes", "Trích dẫn";
    CLAIMS = "Claims", "Phát biểu";
    CONFLICT = "conflict", "tranh chấp";
    NEUTRAL = "neutral", "trung lập";
    COOPERATION_FOUND = "cooperation searched and found", "đã tìm hợp tác, có kết quả";
    COOPERATION_NOT_FOUND = "cooperation searched, nothing found", "đã tìm hợp tác, không có kết quả";
    COMPETITION_FOUND = "competition searched and found", "đã tìm cạnh tranh, có kết quả";
    COMPETITION_NOT_FOUND = "competition searched, nothing found", "đã tìm cạnh tranh, không có kết quả";
    SURELY = "surely", "chắc chắn";
    UP_TO_ONE_YEAR = "up to 1 year old", "không quá 1 năm";
    UP_TO_TWO_YEARS = "1 to 2 years old", "từ 1 đến 2 năm";
    UP_TO_FIVE_YEARS = "2 to 5 years old", "từ 2 đến 5 năm";
    OVER_FIVE_YEARS = "over 5 years old", "hơn 5 năm";
    UNDATED = "no date", "không có ngày";
    LATEST_SOURCE = "The latest source is of {date}.", "Nguồn mới nhất có ngày {date}.";
    PAIRS_MEAN = "Pairs are counted between whole groups; one that cooperated and competed, but never on one day, is sequential.", "Các cặp được tính giữa những tập đoàn trọn vẹn; cặp từng hợp tác và từng cạnh tranh nhưng không bao giờ cùng ngày là lần lượt.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_take_the_same_values() {
        crate::lang::tests::complete(ALL);
    }
}
