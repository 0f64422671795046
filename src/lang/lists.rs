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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_take_the_same_values() {
        crate::lang::tests::complete(ALL);
    }
}
