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
    TRANSITIONS = "Transitions", "Các bước chuyển";
    PAIRS_MOVED = "{n} pairs moved", "{n} cặp đã chuyển";
    MOVES = "TURNS", "CÁC BƯỚC CHUYỂN";
    PAIRS_HEAD = "PAIRS THAT MOVED", "CÁC CẶP ĐÃ CHUYỂN";
    LAGS = "RECOGNITION: products meet (since), one names the other (until)", "NHẬN RA NHAU: sản phẩm gặp nhau (từ ngày), bên này nêu tên bên kia (đến ngày)";
    MOVE = "{before} → {after}", "{before} → {after}";
    NEVER_MOVED = "{stance}, from the first tie until now", "{stance}, từ quan hệ đầu tiên đến nay";
    MEDIAN = "after {length} (median)", "sau {length} (trung vị)";
    STILL = "still so", "vẫn vậy";
    ABSORBED = "{date}: part of a group", "{date}: vào một tập đoàn";
    NAMES = "{a} names {b}{market}", "{a} nêu tên {b}{market}";
    NAMES_ALONE = "{a} names {b}{market}, one-sided", "{a} nêu tên {b}{market}, một chiều";
    LAG_MEDIAN = "Median lag: {length}, over {n} namings.", "Độ trễ trung vị: {length}, trên {n} lần nêu tên.";
    UNKNOWN_LENGTH = "unknown", "không rõ";
    ONE_DAY = "1 day", "1 ngày";
    AT_LEAST = "at least {length}", "ít nhất {length}";
    RANGE = "{least} to {most}", "{least} đến {most}";
    DAYS = "{n} days", "{n} ngày";
    YEARS = "{n} years", "{n} năm";
    NOTHING_MOVED = "No pair is recorded to have moved within this scope.", "Không có cặp nào được ghi nhận là đã chuyển trong phạm vi này.";
    CENSORING = "Ranges: dates that are known coarsely. Spells that last still, and pairs that never moved, are no part of the medians, which are therefore too short for all pairs together. \"By\" a date: it began before the record, so that only the least length is known. Mark: ? rests on presumed ties by now.", "Khoảng: ngày chỉ biết gần đúng. Giai đoạn còn kéo dài và các cặp chưa từng chuyển không nằm trong trung vị, nên trung vị ngắn hơn thực tế của mọi cặp. \"Không muộn hơn\" một ngày: bắt đầu trước dữ liệu, nên chỉ biết độ dài tối thiểu. Ký hiệu: ? hiện chỉ dựa trên quan hệ giả định.";
    LAGS_ARE_BOUNDS = "Lags are upper bounds: an earlier naming may exist that is not recorded. {n} competitive relations have no company recorded to name the other.", "Độ trễ là cận trên: có thể có lần nêu tên sớm hơn chưa được ghi nhận. {n} quan hệ cạnh tranh không có công ty nào được ghi nhận là nêu tên bên kia.";
    DIFFERENCES = "Differences", "Khác biệt";
    DATA_DIFFERENCES = "Differences between two data sets", "Khác biệt giữa hai bộ dữ liệu";
    RECORDS_DIFFER = "{n} records differ", "{n} bản ghi khác nhau";
    FROM_TO = "from {from} to {to}", "từ {from} đến {to}";
    KNOWN_FROM_TO = "as known at {from}, then at {to}", "theo thông tin có đến {from}, rồi đến {to}";
    KNOWN_NOW = "now", "nay";
    CHANGED_SIDES = "STANCES THAT TURNED", "QUAN HỆ ĐÃ CHUYỂN";
    BEGAN_HEAD = "BEGAN", "BẮT ĐẦU";
    ENDED_HEAD = "ENDED", "KẾT THÚC";
    PASSED_HEAD = "CAME AND WENT IN BETWEEN", "DIỄN RA TRONG KHOẢNG GIỮA";
    LEARNED_HEAD = "LEARNED", "MỚI BIẾT";
    JUDGED_HEAD = "COUNTED DIFFERENTLY", "ĐƯỢC TÍNH KHÁC ĐI";
    FADED_HEAD = "ONLY PRESUMED BY NOW", "NAY CHỈ CÒN GIẢ ĐỊNH";
    FIRMED_HEAD = "SURE BY NOW", "NAY ĐÃ CHẮC CHẮN";
    REGRADED_HEAD = "BETTER OR WORSE SUPPORTED", "CĂN CỨ MẠNH HƠN HOẶC YẾU HƠN";
    COUNTS = "counts", "được tính";
    NO_DIFFERENCE = "There is no difference.", "Không có khác biệt.";
    ADDED = "added", "thêm";
    REMOVED = "removed", "bỏ";
    CHANGED = "changed", "đổi";
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
