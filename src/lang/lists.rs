//! What lists, records and statistics say besides the data.

use super::Phrase;

phrases! {
    COMPANIES = "Companies", "Công ty";
    CASES = "Cases", "Các vụ việc";
    MARKETS = "Markets", "Thị trường";
    SOURCES = "Sources", "Nguồn";
    RELATIONS = "Relations", "Quan hệ";
    DEALS = "Deals", "Thoả thuận";
    DUE = "Due for another look", "Cần kiểm tra lại";
    ITEMS = "{n} listed", "{n} mục";
    NOTHING_LISTED = "Nothing of this sort is recorded in this scope.", "Không có mục nào thuộc loại này được ghi nhận trong phạm vi này.";
    HOLDING_MEANS = "Relations: recorded at whatever time; holding: those that count and surely hold at the asked time, ? presumed, ~ maybe.", "Quan hệ: đã ghi nhận, bất kể thời gian; hiệu lực: số được tính và chắc chắn còn hiệu lực tại thời điểm được hỏi, ? giả định, ~ có thể.";
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
    SUPPORT = "Support", "Căn cứ";
    BECAUSE = "Because", "Lý do";
    NO_KNOWN_SOURCE = "no source was published yet", "chưa có nguồn nào được công bố";
    GRADED_BY = "by {sources}", "theo {sources}";
    RAISED = "raised: {n} independent origins", "nâng bậc: {n} nguồn gốc độc lập";
    LOWERED = "lowered: a rumour", "hạ bậc: tin đồn";
    KIND = "Kind", "Loại";
    PARTIES = "Parties", "Các bên";
    CASE = "Case", "Vụ việc";
    ANNOUNCED = "Announced", "Công bố";
    SINCE = "Since", "Từ";
    UNTIL = "Until", "Đến";
    EXPIRES = "Expires", "Hết hạn";
    OBSERVED = "Observed", "Ghi nhận";
    CHECKED = "Checked", "Kiểm tra";
    HOLDS = "Holds", "Hiệu lực";
    PRESUMED_FROM = "Presumed from", "Giả định từ";
    UNKNOWN = "unknown", "không rõ";
    YES = "yes", "có";
    NO = "no", "không";
    ONCE = "once", "một lần";
    STATUS = "Status", "Tình trạng";
    NATURE = "Nature", "Tính chất";
    CANCELABLE = "Cancelable", "Có thể huỷ";
    RUMOURED = "Rumoured", "Tin đồn";
    DEAL = "Deal", "Thoả thuận";
    AMOUNT = "Amount", "Số tiền";
    AMOUNTS = "Amounts", "Số tiền";
    TOTAL_OF = "Total of", "Tổng của";
    MARKET = "Market", "Thị trường";
    ACTIVITY = "Activity", "Hoạt động";
    SUPERSEDES = "Supersedes", "Thay thế";
    SUPERSEDED_BY = "Superseded by", "Được thay bởi";
    DISPUTES = "Disputes", "Phản bác";
    DISPUTED_BY = "Disputed by", "Bị phản bác bởi";
    REFUTED_BY = "Refuted by", "Bị bác bỏ bởi";
    REPORTED_OTHERWISE = "Reported otherwise", "Được đưa tin khác";
    WITHDRAWN = "Withdrawn", "Rút lại";
    WHY = "Why", "Vì sao";
    COUNTS = "counts", "được tính";
    STANDING = "Standing", "Cách tính";
    EVERY_YEAR = "every year", "mỗi năm";
    PART_OF_AMOUNT = "part of {id}", "nằm trong {id}";
    TOGETHER = "all payers together", "tổng của các bên trả";
    BY_EACH = "by each payer", "mỗi bên trả";
    BY_SOURCES = "by {ids}", "theo {ids}";
    SOURCES_OF = "Sources of fields", "Nguồn của từng trường";
    NOTE = "Note", "Ghi chú";
    SHORT = "Short name", "Tên ngắn";
    ALIASES = "Also called", "Còn gọi là";
    FORMER_NAMES = "Former names", "Tên cũ";
    COUNTRY = "Country", "Quốc gia";
    FOUNDED = "Founded", "Thành lập";
    DISSOLVED = "Dissolved", "Giải thể";
    WIKIDATA = "Wikidata", "Wikidata";
    LEI = "LEI", "LEI";
    TICKER = "Ticker", "Mã chứng khoán";
    CIK = "CIK", "CIK";
    PART_OF = "Part of", "Thuộc";
    TWO_CONTROLLERS = "Conflicting parents", "Công ty mẹ mâu thuẫn";
    PARTS = "Its parts", "Các thành phần";
    SUCCESSIONS = "Successions", "Kế thừa";
    SEARCHES = "Searches", "Đã tìm kiếm";
    SUMMARY = "Summary", "Tóm tắt";
    ABOUT = "About", "Về";
    INCLUDES = "Includes", "Bao gồm";
    STORY = "Story", "Diễn biến";
    BROADER = "Broader", "Rộng hơn";
    SYNONYMS = "Also called", "Còn gọi là";
    NARROWER = "Narrower", "Hẹp hơn";
    COMPANY = "Company", "Công ty";
    SIGNED = "Signed", "Ký ngày";
    PUBLISHER = "Publisher", "Nơi công bố";
    TITLE_BASIS = "Title", "Tiêu đề";
    PUBLISHED = "Published", "Công bố";
    LINK = "Link", "Liên kết";
    ACCESSED = "Accessed", "Truy cập";
    READ = "Read", "Đã đọc";
    READ_BY = "Read by", "Người đọc";
    READ_ON = "Read on", "Ngày đọc";
    ARCHIVED = "Archived", "Bản lưu";
    BASED_ON = "Relays", "Dẫn lại";
    RELAYED_BY = "Relayed by", "Được dẫn lại bởi";
    LANGUAGE = "Language", "Ngôn ngữ";
    CITED_BY = "Cited by", "Được dẫn bởi";
    DATE = "Date", "Ngày";
    SPEAKER = "Speaker", "Người nói";
    ROLE = "Role", "Vai trò";
    WORDINGS = "Words", "Lời";
    TRANSLATION_OF = "Translation of", "Bản dịch của";
    WORDING = "Wording", "Nguyên văn";
    BY = "By", "Bởi";
    FROM = "From", "Từ";
    TO = "To", "Thành";
    HOW = "How", "Cách thức";
    SECTION = "Section", "Mục";
    RECORDS_WHAT = "Records", "Ghi lại";
    TIES = "Ties", "Mối quan hệ";
    FORM = "Form", "Hình thức";
    POINT = "happens on one day", "diễn ra trong một ngày";
    BELIEVED = "presumed after {n} {n:year|years} without a fresh look", "giả định sau {n} năm không kiểm tra lại";
    LASTS = "Lasts", "Kéo dài";
    REQUIRED = "required", "bắt buộc";
    FIELDS = "Fields", "Các trường";
    EXAMPLE = "Example", "Ví dụ";
    SOURCES_HEAD = "SOURCES", "NGUỒN";
    SOURCE = "Source", "Nguồn";
    ALONE = "Alone", "Riêng nguồn này";
    QUOTE = "Quote", "Trích dẫn";
    LOCATOR = "Where", "Vị trí";
    NAMES_SEVERAL = "`{id}` names several records; say which, as in `company:ID`", "`{id}` chỉ nhiều bản ghi; hãy nói rõ, ví dụ `company:MÃ`";
    NOT_FOUND = "No record is called `{id}`", "Không có bản ghi nào tên `{id}`";
    NOT_FOUND_NEAR = "No record is called `{id}`; the nearest are", "Không có bản ghi nào tên `{id}`; gần nhất là";
}

/// What people read for the fields that only some relation kinds have.
const FIELD_LABELS: &[(&str, Phrase)] = &[
    ("results_in", Phrase::new("Results in", "Dẫn đến")),
    ("share", Phrase::new("Share", "Tỷ lệ")),
    ("basis", Phrase::new("Share of", "Tính theo")),
    ("instrument", Phrase::new("Instrument", "Công cụ")),
    ("control", Phrase::new("Control", "Kiểm soát")),
    ("condition", Phrase::new("Condition", "Điều kiện")),
    ("scope", Phrase::new("Scope", "Phạm vi")),
    ("sellers", Phrase::new("Sellers", "Bên bán")),
    ("hostile", Phrase::new("Hostile", "Thù địch")),
    ("covers", Phrase::new("Covers", "Phạm vi bảo lãnh")),
    ("rate", Phrase::new("Rate", "Lãi suất")),
    ("of", Phrase::new("Of", "Trên")),
    ("service", Phrase::new("Service", "Dịch vụ")),
    ("purpose", Phrase::new("Purpose", "Mục đích")),
    ("exclusive", Phrase::new("Exclusive", "Độc quyền")),
    ("product", Phrase::new("Product", "Sản phẩm")),
    ("products", Phrase::new("Products", "Sản phẩm")),
    ("concentration", Phrase::new("Concentration", "Mức tập trung")),
    ("technology", Phrase::new("Technology", "Công nghệ")),
    ("mutual", Phrase::new("Mutual", "Hai chiều")),
    ("builds_on", Phrase::new("Builds on", "Dựa trên")),
    ("mode", Phrase::new("Mode", "Hình thức")),
    ("name", Phrase::new("Name", "Tên")),
    ("shares", Phrase::new("Shares", "Tỷ lệ góp")),
    ("seat", Phrase::new("Seat", "Ghế")),
    ("groups", Phrase::new("Groups", "Nhóm")),
    ("territories", Phrase::new("Territories", "Lãnh thổ")),
    ("named", Phrase::new("First named by", "Lần đầu được nêu bởi")),
    ("asserted", Phrase::new("Asserted by", "Theo lời")),
    ("court", Phrase::new("Court", "Toà án")),
    ("outcome", Phrase::new("Outcome", "Kết quả")),
    ("type", Phrase::new("About", "Nội dung")),
];

/// What people read for a field of a relation kind; a field that is not known here reads as a detail.
#[must_use]
pub fn field(name: &str) -> Phrase {
    let known = FIELD_LABELS.iter().find(|(field, _)| *field == name);
    known.map_or(Phrase::new("Detail", "Chi tiết"), |(_, label)| *label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_take_the_same_values() {
        crate::lang::tests::complete(ALL);
        crate::lang::tests::complete(FIELD_LABELS);
    }
}
