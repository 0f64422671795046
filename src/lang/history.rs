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
    WHY_RECORD = "THE RECORD", "BẢN GHI";
    WHY_TIME = "ITS TIME", "THỜI GIAN";
    WHY_SUPPORT = "ITS SUPPORT", "CĂN CỨ";
    WHY_STANCE = "THE STANCE", "QUAN HỆ CHUNG";
    WHY_RESTS_ON = "RESTS ON", "DỰA TRÊN";
    WHY_MORE = "`frenemy why RELATION` traces one of these records to its sources.", "`frenemy why RELATION` lần từng bản ghi đến tận nguồn.";
    TOPIC_SAYS = "says", "nội dung";
    TOPIC_SIDE = "side", "bên";
    TOPIC_STANDING = "counts", "được tính";
    TOPIC_START = "start", "bắt đầu";
    TOPIC_END = "end", "kết thúc";
    TOPIC_PRESUMED = "presumed", "giả định";
    TOPIC_HOLDS = "holds", "hiệu lực";
    TOPIC_GRADE = "grade", "mức tin cậy";
    TOPIC_DISPUTE = "otherwise", "ý kiến khác";
    TOPIC_RULE = "rule", "quy tắc";
    TOPIC_OVERLAP = "overlap", "trùng thời gian";
    TOPIC_SINCE = "since", "từ khi nào";
    TOPIC_GROUP = "group", "tập đoàn";
    TOPIC_FIRM = "firm ties", "quan hệ chắc chắn";
    SIDE_KIND = "a relation of the kind “{kind}” is always {side}", "quan hệ loại “{kind}” luôn là {side}";
    SIDE_STAKE = "{side}: a stake is cooperation from 5 % on or with control, else neutral", "{side}: cổ phần là hợp tác khi từ 5 % trở lên hoặc có quyền kiểm soát, còn lại là trung lập";
    STANDS_FIRM = "yes, without reservation", "có, không kèm điều kiện";
    STANDS_DOUBTED = "yes, but it is not firm: {doubts}", "có, nhưng chưa chắc chắn: {doubts}";
    STANDS_NOT = "no: {reason}", "không: {reason}";
    START_SINCE = "the record says since {date}", "bản ghi nêu từ {date}";
    START_OBSERVED = "seen at {date}, and taken to reach back up to {n} years", "ghi nhận tại {date}, xem như đã có từ tối đa {n} năm trước đó";
    START_ANNOUNCED = "the record has no start; announced {date}, which stands for it", "bản ghi không có ngày bắt đầu; công bố {date} được dùng thay";
    START_TRACE = "unknown; by {date} it was seen or reported", "không rõ; đến {date} đã được ghi nhận hoặc đưa tin";
    END_POINT = "it is a matter of one day", "chỉ diễn ra trong một ngày";
    END_UNTIL = "the record says until {date}, the first day without it", "bản ghi nêu đến {date}, ngày đầu tiên không còn";
    END_UNKNOWN = "it ended, nobody knows when: after it was last seen, by its last source", "đã kết thúc, không rõ khi nào: sau lần ghi nhận cuối, không muộn hơn nguồn cuối";
    END_SUPERSEDED = "where the relation begins that supersedes it", "khi quan hệ thay thế nó bắt đầu";
    END_OPEN = "none is recorded", "chưa ghi nhận";
    SOME_DAY = "{says}: some day, {days}", "{says}: một ngày nào đó, {days}";
    PRESUMED_AGE = "from {date} on: {n} years after the last look at it, without a known end", "từ {date}: {n} năm sau lần xem xét cuối, chưa rõ kết thúc";
    PRESUMED_EXPIRED = "from {date} on: its contract has run out, and nobody is recorded to have looked since", "từ {date}: hợp đồng đã hết hạn và chưa ghi nhận ai xem xét lại";
    HOLDS_YES = "surely within the asked time", "chắc chắn trong thời gian được hỏi";
    HOLDS_PRESUMED = "presumed within the asked time", "giả định trong thời gian được hỏi";
    HOLDS_MAYBE = "maybe: its dates are too coarse to tell", "có thể: ngày chưa đủ chính xác";
    HOLDS_NO = "not within the asked time", "không trong thời gian được hỏi";
    GRADE_BEST = "{grade}, by its best source; {n} independent origins", "{grade}, theo nguồn tốt nhất; {n} nguồn gốc độc lập";
    GRADE_ORIGINS = "{grade}: no source alone gives more than a claim, but {n} independent origins agree", "{grade}: không nguồn nào tự nó đủ mạnh, nhưng {n} nguồn gốc độc lập trùng khớp";
    GRADE_RUMOUR = "{grade}: one grade lower, because it is told as a rumour", "{grade}: hạ một bậc vì chỉ là tin đồn";
    OWN_RELEASE = "a party's own release", "thông cáo của một bên";
    OTHERS_RELEASE = "somebody else's release", "thông cáo của bên thứ ba";
    RELAYS = "relays {source}", "thuật lại {source}";
    RULE_COOPETITION = "coopetition: a cooperative and a competitive tie hold on one day", "vừa hợp tác vừa cạnh tranh: một quan hệ hợp tác và một quan hệ cạnh tranh cùng có trong một ngày";
    RULE_SEQUENTIAL = "in turn: both sides within the asked time, never on one day", "lần lượt: cả hai bên trong thời gian được hỏi, không bao giờ cùng ngày";
    RULE_COOPERATION = "cooperation: a cooperative tie holds and no competitive one surely does", "hợp tác: có quan hệ hợp tác, không chắc có quan hệ cạnh tranh";
    RULE_COMPETITION = "competition: a competitive tie holds and no cooperative one surely does", "cạnh tranh: có quan hệ cạnh tranh, không chắc có quan hệ hợp tác";
    RULE_ONE_GROUP = "one group: ties inside it count for neither side", "cùng tập đoàn: quan hệ nội bộ không tính cho bên nào";
    RULE_NONE = "no tie of either side holds", "không có quan hệ nào của hai bên";
    SURELY_TOGETHER = "surely together from {from} to {to}", "chắc chắn cùng có từ {from} đến {to}";
    POSSIBLY_TOGETHER = "possibly together from {from} to {to}", "có thể cùng có từ {from} đến {to}";
    MORE_OVERLAPS = "{n} more pairs of relations overlap", "còn {n} cặp quan hệ trùng thời gian";
    FIRM_SAME = "firm ties alone give the same stance", "chỉ tính quan hệ chắc chắn cũng cho kết quả này";
    CITED_FROM = "Cited from {version}, as of {date}.", "Dẫn từ {version}, tính đến {date}.";
    NO_DATE = "no date", "không có ngày";
    ACCESSED = "accessed {date}", "truy cập {date}";
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
