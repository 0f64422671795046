//! What answers say besides the data: headings, marks, connecting words.

use super::Phrase;

phrases! {
    AS_OF = "as of {date}", "tính đến {date}";
    KNOWN_AT = "only sources published by {date}", "chỉ tính nguồn công bố đến {date}";
    IN_THE_FUTURE = "in the future: what is on record today, should nothing change", "trong tương lai: theo dữ liệu hôm nay, nếu không có gì thay đổi";
    ONLY = "only {list}", "chỉ {list}";
    ONLY_AS = "only in the role {role}", "chỉ với vai trò {role}";
    WITHOUT = "without {list}", "trừ {list}";
    ONLY_MARKET = "only the market {name}", "chỉ thị trường {name}";
    ONLY_CASE = "only the case {name}", "chỉ vụ việc {name}";
    AT_LEAST = "at least {grade}", "từ mức {grade} trở lên";
    FIRM_ONLY = "by firm ties alone", "chỉ xét quan hệ chắc chắn";
    RIVALS_FROM_NAMED = "rivals from when they were first named", "tính là đối thủ từ khi được nêu tên lần đầu";
    WITHOUT_GROUPS = "companies without their groups", "từng công ty, không gộp tập đoàn";
    COOPETITION_WITH = "coopetition with {n}", "vừa hợp tác vừa cạnh tranh với {n}";
    SEQUENTIAL_WITH = "both in turn with {n}", "lần lượt hợp tác và cạnh tranh với {n}";
    COOPERATES_WITH = "cooperates with {n}", "hợp tác với {n}";
    COMPETES_WITH = "competes with {n}", "cạnh tranh với {n}";
    RELATIONS = "{n} {n:relation|relations}", "{n} quan hệ";
    SOURCES = "{n} {n:source|sources}", "{n} nguồn";
    COOPETITION = "COOPETITION: competes and cooperates", "VỪA HỢP TÁC VỪA CẠNH TRANH";
    SEQUENTIAL = "IN TURN: both within the time asked about, never together", "LẦN LƯỢT: cả hai trong khoảng thời gian được hỏi, không cùng lúc";
    COOPERATION = "COOPERATION", "HỢP TÁC";
    COMPETITION = "COMPETITION", "CẠNH TRANH";
    ONE_GROUP = "ONE GROUP: counts for neither side", "CÙNG TẬP ĐOÀN: không tính cho bên nào";
    OWNED = "OWNS: stands with it, counts for neither side", "SỞ HỮU: tính chung với công ty, không tính cho bên nào";
    BESIDE = "CONFLICT AND NEUTRAL TIES: count for neither side", "TRANH CHẤP VÀ QUAN HỆ TRUNG LẬP: không tính cho bên nào";
    SINCE = "since {date}", "từ {date}";
    SINCE_BY = "since {date} at the latest", "muộn nhất từ {date}";
    SINCE_BETWEEN = "since some day from {from} to {to}", "từ một ngày trong khoảng {from} đến {to}";
    FIRST_TIE = "first tie {date}", "quan hệ đầu tiên {date}";
    BY_DATE = "by {date}", "trước hoặc trong {date}";
    SEEN = "seen {date}", "ghi nhận {date}";
    ENDED = "ended", "đã kết thúc";
    TALLY = "{n} (and {rest})", "{n} (và {rest})";
    N_PRESUMED = "{n} presumed", "{n} giả định";
    N_MAYBE = "{n} maybe", "{n} chưa chắc";
    PRESUMED = "presumed", "giả định";
    MAYBE = "maybe", "có thể";
    VIA = "via {name}", "qua {name}";
    MORE = "+{n} more", "và {n} mục khác";
    FIRST_NAMED = "first named {date} by {by}", "{by} nêu tên lần đầu {date}";
    SAYS = "says {who}", "theo {who}";
    PRESS = "the press", "báo chí";
    ANALYSTS = "analysts", "giới phân tích";
    REGULATOR = "a regulator", "cơ quan quản lý";
    COURT = "a court", "toà án";
    RESTS_BOTH = "{stance} rests on {n} {n:record|records} of cooperation and {m} of competition", "{stance} dựa trên {n} bản ghi hợp tác và {m} bản ghi cạnh tranh";
    RESTS = "{stance} rests on {n} {n:record|records}", "{stance} dựa trên {n} bản ghi";
    FIRM_ALONE = "firm ties alone: {stance}", "chỉ tính quan hệ chắc chắn: {stance}";
    WITHOUT_TRADE = "leaving out arm's-length trade, platforms and industry bodies: {stance}", "không kể mua bán thông thường, nền tảng và các hiệp hội: {stance}";
    MEET_IN = "cooperation and competition meet in {markets}", "hợp tác và cạnh tranh gặp nhau ở {markets}";
    MEET_NOWHERE = "cooperation and competition meet in no recorded market", "hợp tác và cạnh tranh không gặp nhau ở thị trường nào được ghi nhận";
    MEET_UNKNOWN = "in which market they cooperate is not recorded", "chưa ghi nhận hai bên hợp tác trong thị trường nào";
    POSSIBLY = "possibly {stance} (~)", "có thể là {stance} (~)";
    PART_OF = "{name} is part of {parents}", "{name} thuộc {parents}";
    SHARE_OF = "{name} {share}", "{name} {share}";
    DEBTS_OF = "for debts of {name}", "cho nghĩa vụ của {name}";
    TOWARDS = "towards {name}", "trước {name}";
    LEGEND = "Marks: ~ maybe (coarse dates, or within {before} before its first evidence), ? presumed (no evidence for {after})", "Ký hiệu: ~ có thể (ngày chưa đủ chính xác, hoặc trong {before} trước bằng chứng đầu tiên), ? giả định (không có bằng chứng mới trong {after})";
    YEARS_OF_KINDS = "{state} {state:year|years}, or {term} for ties with a term", "{state} năm, hoặc {term} năm nếu có kỳ hạn";
    DAYS = "{n} {n:day|days}", "{n} ngày";
    NOT_KNOWN_THEN = "NOT KNOWN THEN: first seen later, nobody knows since when", "KHI ĐÓ CHƯA RÕ: được ghi nhận sau, không rõ có từ bao giờ";
    NOT_COUNTED = "Not counted: {list}", "Không tính: {list}";
    NOTHING = "No tie is recorded for {name} in this scope; that none is recorded does not mean that none exists.", "Không có quan hệ nào của {name} được ghi nhận trong phạm vi này; không ghi nhận không có nghĩa là không tồn tại.";
    A_YEAR = "{amount} a year", "{amount} mỗi năm";
    IN_RECORDS = "{amount} in {n} records", "{amount} trong {n} bản ghi";
    IN_PARTS = "{amount} in {n} parts", "{amount} gồm {n} khoản";
    IN_ROUND = "in a round of {money}", "trong vòng gọi vốn {money}";
    TOGETHER_WITH = "{amount} together with {names}", "{amount}, chung với {names}";
    PAID_TOGETHER = "{amount} by all together", "{amount}, tổng của các bên";
    PAID_BY_EACH = "{amount} by each", "{amount}, mỗi bên";
    AMOUNT_AS_OF = "{amount} as of {date}", "{amount} tính đến {date}";
    FOR_PERIOD = "{amount} for {period}", "{amount} cho {period}";
    NO_FIGURE_THEN = "no figure of that time is known", "không rõ số tiền vào thời điểm đó";
    UNDISCLOSED = "amount undisclosed", "không công bố số tiền";
    ABOUT = "about {figure}", "khoảng {figure}";
    UP_TO = "up to {figure}", "tối đa {figure}";
    OVER = "over {figure}", "trên {figure}";
    FROM_TO = "{low} to {high}", "{low} đến {high}";
    ROUGHLY = "roughly {money}", "xấp xỉ {money}";
    UNDISCLOSED_TOO = "{n} undisclosed", "{n} khoản không công bố";
    EXCLUSIVE = "exclusive", "độc quyền";
    INTEREST = "{share} interest", "lãi suất {share}";
    ANNOUNCED_ONLY = "announced only", "mới chỉ công bố";
    INTENTIONS = "INTENTIONS: announced or letters of intent; make no stance", "Ý ĐỊNH: mới công bố hoặc thư ngỏ ý; không tính vào quan hệ chung";
    INTENDS_WITH = "open intentions with {n}", "còn ý định với {n}";
    INTENT_ANNOUNCED = "announced", "công bố";
    INTENT_LETTER = "letter of intent", "thư ngỏ ý";
    INTENT_ANNOUNCED_OPEN = "announced {from}, open", "công bố {from}, chưa thực hiện";
    INTENT_LETTER_OPEN = "letter of intent open since {from}", "thư ngỏ ý để ngỏ từ {from}";
    INTENT_CARRIED_OUT = "{what} {from}, carried out {to}", "{what} {from}, thực hiện {to}";
    INTENT_REPLACED = "{what} {from}, replaced {to}", "{what} {from}, được thay {to}";
    INTENT_DROPPED = "{what} {from}, dropped {to}", "{what} {from}, từ bỏ {to}";
    OUTCOME_OPEN = "open", "chưa thực hiện";
    OUTCOME_CARRIED_OUT = "carried out", "đã thực hiện";
    OUTCOME_REPLACED = "replaced", "đã được thay";
    OUTCOME_DROPPED = "dropped", "đã từ bỏ";
    ANNOUNCEMENT = "announcement {grade}", "việc công bố {grade}";
    NEVER_BEGAN = "dropped before it began", "từ bỏ khi chưa bắt đầu";
    RUMOURED = "rumoured", "tin đồn";
    DISPUTED = "disputed", "có tranh cãi";
    REFUTED = "refuted", "đã bị bác bỏ";
    WITHDRAWN = "withdrawn", "đã rút lại";
    NOT_YET_KNOWN = "not yet known", "chưa được biết";
    AND = "{a} and {b}", "{a} và {b}";
    PHASES = "PHASES", "CÁC GIAI ĐOẠN";
    SUMS_HEAD = "SUMS", "TỔNG SỐ TIỀN";
    RELATIONS_HEAD = "RELATIONS", "CÁC QUAN HỆ";
    NOT_COUNTED_HEAD = "NOT COUNTED", "KHÔNG TÍNH";
    DEALS = "DEALS", "THOẢ THUẬN";
    EVENTS = "EVENTS", "SỰ KIỆN";
    QUOTES = "QUOTES", "TRÍCH DẪN";
    CLAIMS = "CLAIMS", "PHÁT BIỂU";
    DISPUTES = "DISAGREEMENTS", "CÁC ĐIỂM BẤT ĐỒNG";
    INDIRECT = "INDIRECT TIES", "QUAN HỆ GIÁN TIẾP";
    AS_RECORDED = "from the beginning of the record", "từ đầu dữ liệu";
    UNTIL_NOW = "until today", "đến nay";
    BECAUSE_BEGINS = "{what} begins", "{what} bắt đầu";
    BECAUSE_ENDS = "{what} ends", "{what} kết thúc";
    BECAUSE_JOINS = "{what}: one group", "{what}: cùng một tập đoàn";
    BECAUSE_LEAVES = "{what}: no longer one group", "{what}: không còn cùng tập đoàn";
    PRESUMED_FROM = "presumed from {date} on", "giả định từ {date}";
    DOUBT = "may have been otherwise from {from} to {to}", "có thể đã khác trong khoảng {from} đến {to}";
    AGAINST_EACH = "{a} and {b}", "{a} và {b}";
    NO_TIE_BETWEEN = "No tie between {a} and {b} is recorded in this scope; that none is recorded does not mean that none exists.", "Không có quan hệ nào giữa {a} và {b} được ghi nhận trong phạm vi này; không ghi nhận không có nghĩa là không tồn tại.";
    COMMON = "both: {verb}", "cả hai: {verb}";
    UNTIL = "until {date}", "đến {date}";
    UNTIL_BETWEEN = "until some day from {from} to {to}", "đến một ngày trong khoảng {from} đến {to}";
    UNTIL_BY = "until {date} at the latest", "muộn nhất đến {date}";
    UNDATED = "undated", "không rõ ngày";
    REASON_BY = "{reason}, by {records}", "{reason}, theo {records}";
    COUNTS_BEFORE = "{counts} counts, not {others}: {why}", "tính {counts}, không tính {others}: {why}";
    WHY_CONFIDENCE = "its sources are of a better grade", "nguồn đáng tin hơn";
    WHY_ORIGINS = "more independent origins support it", "có nhiều nguồn gốc độc lập hơn";
    WHY_NEWER = "its newest source is newer", "nguồn mới nhất của nó mới hơn";
    WHY_ORDER = "both are equally supported, so the first record stands", "hai bên có căn cứ ngang nhau, nên lấy bản ghi đầu";
    COUNTS = "counts: {why}", "được tính: {why}";
    DOES_NOT_COUNT = "does not count", "không được tính";
    COUNTS_ALL_THE_SAME = "the record counts all the same", "bản ghi vẫn được tính";
    AGAINST_RECORD = "against the record: {text}", "trái với bản ghi: {text}";
    RECORDED = "the record has {value}", "bản ghi là {value}";
    NOT_RECORDED = "the record does not say", "bản ghi không nói";
    STATEMENTS = "statements", "phát biểu";
    BETTER_SUPPORTED = "better supported: {why}", "có căn cứ hơn: {why}";
    LESS_SUPPORTED = "less supported", "căn cứ yếu hơn";
    EQUALLY_SUPPORTED = "equally supported", "căn cứ ngang nhau";
    SHOWN_BY = "refutes what follows", "bác bỏ điều dưới đây";
    OBJECTION = "disputed by a claim: {text}", "bị một phát biểu phản bác: {text}";
    COMMON_OWNERS = "put capital into both", "góp vốn vào cả hai";
    COMMON_HOLDINGS = "both put capital into", "cả hai cùng góp vốn vào";
    COMMON_SUPPLIERS = "supply both", "cung cấp cho cả hai";
    COMMON_CUSTOMERS = "buy from both", "mua của cả hai";
    COMMON_BODIES = "have both as members", "có cả hai là thành viên";
    COMMON_PARTNERS = "work with both", "hợp tác với cả hai";
    COMMON_RIVALS = "compete with both", "cạnh tranh với cả hai";
    BETWEEN_FRIEND_AND_RIVAL = "work with {friend}, compete with {rival}", "hợp tác với {friend}, cạnh tranh với {rival}";
    SAYS_OTHERWISE = "{field}: also reported as {value}", "{field}: cũng được đưa là {value}";
}

/// The name of the asked time, and today's.
pub const NOW_CALLED: Phrase = Phrase::new("{then} (now {now})", "{then} (nay là {now})");

/// A tie that a merger passed on.
pub const BY_MERGER: Phrase = Phrase::new("by merger with {name}", "do sáp nhập {name}");

/// At the end of an answer about a company that was typed as one of its products.
pub const READ_AS: Phrase = Phrase::new(
    "`{product}` is a product of {company}: the answer is about the company.",
    "`{product}` là sản phẩm của {company}: câu trả lời nói về công ty này.",
);

/// At the end of an answer that was cut.
pub const TRUNCATED: Phrase = Phrase::new(
    "Cut: the answer takes more than {n} steps of work. What is shown is right; the rest was not looked at.",
    "Bị cắt: câu trả lời cần hơn {n} bước xử lý. Những gì hiện ra là đúng; phần còn lại chưa được xem đến.",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_take_the_same_values() {
        crate::lang::tests::complete(ALL);
    }
}
