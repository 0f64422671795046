//! What timelines, transitions, differences, reasons, citations and questions say besides the data.

use super::Phrase;

phrases! {
    BETWEEN_DAYS = "{from} to {to}", "{from} đến {to}";
    BY_DAY = "by {date}", "không muộn hơn {date}";
    FROM_DAY = "{date} or later", "{date} hoặc muộn hơn";
    ENTRIES = "{n} entries", "{n} mục";
    NOTHING_HAPPENED = "Nothing is recorded here for this time.", "Không có gì được ghi nhận ở đây trong thời gian này.";
    MAYBE_WITHIN = "Mark: ~ its date is too coarse to tell whether it lies within the asked time", "Ký hiệu: ~ ngày chưa đủ chính xác để biết có nằm trong thời gian được hỏi hay không";
    BEGINS = "begins", "bắt đầu";
    ENDS = "ends", "kết thúc";
    HAPPENS = "happens", "diễn ra";
    SEEN_HOLDING = "seen", "ghi nhận";
    ANNOUNCED = "announced", "công bố";
    EXPIRES = "contract runs out", "hết hạn hợp đồng";
    FOUNDED = "founded", "thành lập";
    DISSOLVED = "dissolved", "giải thể";
    OUT_OF = "{later} out of {earlier}", "{later} từ {earlier}";
    AVAILABLE = "product", "sản phẩm";
    DISCONTINUED = "product ends", "ngừng sản phẩm";
    SIGNED = "deal signed", "ký kết";
    TURNS = "stance", "quan hệ";
    TURN = "{pair}: {before} → {after}", "{pair}: {before} → {after}";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_take_the_same_values() {
        crate::lang::tests::complete(ALL);
    }
}
