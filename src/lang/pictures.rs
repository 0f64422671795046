//! What pictures say besides the data: titles, legends, headings of zones.

use super::Phrase;

phrases! {
    EGO_TITLE = "{name}: partners and rivals", "{name}: đối tác và đối thủ";
    MAP_TITLE = "Who cooperates, who competes", "Ai hợp tác, ai cạnh tranh";
    MAP_OF = "{names}: all relations among them", "{names}: mọi quan hệ giữa các bên";
    NEAR = "{names} and what is tied to them", "{names} và các bên có quan hệ";
    MARKET_TITLE = "{name}: relations in this market", "{name}: các quan hệ trong thị trường này";
    LANES_TITLE = "{a} and {b} over time", "{a} và {b} theo thời gian";
    OVER_TIME = "{name} over time", "{name} theo thời gian";
    MATRIX_TITLE = "{name}: cooperation and competition by pairs", "{name}: hợp tác và cạnh tranh theo từng cặp";
    FLOW_TITLE = "{name}: where the money goes", "{name}: tiền đi về đâu";
    ALL_DATA = "All companies", "Mọi công ty";
    ZONE_COOPETITION = "Partner and rival at once", "Vừa là đối tác vừa là đối thủ";
    ZONE_COOPERATION = "Partners", "Đối tác";
    ZONE_COMPETITION = "Rivals", "Đối thủ";
    ZONE_SEQUENTIAL = "Partner and rival in turn", "Lần lượt là đối tác và đối thủ";
    ZONE_CONFLICT = "Conflict and neutral ties", "Tranh chấp và quan hệ trung lập";
    ZONE_GROUP = "One group", "Cùng tập đoàn";
    COMPANIES = "{n} {n:company|companies}", "{n} công ty";
    TIES = "{n} {n:tie|ties}", "{n} quan hệ";
    INSIDE = "{n} {n:tie inside a group|ties inside groups} not drawn", "không vẽ {n} quan hệ trong nội bộ tập đoàn";
    NO_AMOUNT = "{n} {n:flow|flows} without a stated amount", "{n} dòng tiền không nêu số tiền";
    COOPERATION = "cooperation", "hợp tác";
    COMPETITION = "competition", "cạnh tranh";
    CONFLICT = "conflict", "tranh chấp";
    NEUTRAL = "neutral tie", "quan hệ trung lập";
    MAYBE = "{side}, maybe (dates too coarse)", "{side}, có thể (ngày chưa đủ chính xác)";
    PRESUMED = "{side}, presumed (nobody has looked for years)", "{side}, giả định (nhiều năm chưa kiểm tra lại)";
    BAR_SOFT = "begins or ends somewhere here", "bắt đầu hoặc kết thúc trong khoảng này";
    BAR_PRESUMED = "presumed, not looked at for years", "giả định, nhiều năm chưa kiểm tra lại";
    BAR_DOUBTFUL = "known only roughly", "chỉ biết đại khái";
    BOTH_SIDES = "both at once", "cả hai cùng lúc";
    ONE_DAY = "on one day", "trong một ngày";
    LOOP = "part of a loop: money that can come back", "thuộc một vòng: tiền có thể quay lại";
    MONEY = "money, from who pays to who is paid", "tiền, từ bên trả đến bên nhận";
    WIDTH_WHY = "widths compare amounts of one currency; what is committed is not paid yet", "độ dày chỉ so sánh các khoản cùng loại tiền; đã cam kết chưa phải là đã trả";
    PHASES = "Stance", "Thế quan hệ";
    EVENTS = "Events", "Sự kiện";
    MORE = "+{n} more", "và {n} mục khác";
    WATERFALL_TITLE = "{name}: who gets what as profit grows", "{name}: ai được gì khi lợi nhuận tăng";
    WATERFALL_AXIS = "profit in all, {currency}", "tổng lợi nhuận, {currency}";
    WATERFALL_SHARE = "share of the next {unit}", "phần của {unit} tiếp theo";
    WATERFALL_PAID = "Paid in all when profit reaches", "Tổng số đã nhận khi lợi nhuận đạt";
    WATERFALL_TERMS = "Terms", "Điều khoản";
    WATERFALL_POINTS = "What happens where", "Điều gì xảy ra ở đâu";
    WATERFALL_ASKED = "the profit asked about", "mức lợi nhuận được hỏi";
    BEYOND = "? + {money}", "? + {money}";
    OPEN_END = "? is what tranche {n} ({name}) pays before it ends: nobody knows how much, so sums count without it.", "? là số tiền tầng {n} ({name}) trả trước khi kết thúc: không ai biết bao nhiêu, nên các số tiền tính không kể nó.";
    OPEN_SHARE = "share known, nobody knows how long", "biết tỷ lệ, không ai biết đến đâu";
    ASSUMED_SHARE = "as long as is assumed", "kéo dài theo giả định";
    SHARE_UNSTATED = "somebody, no source says who", "có người nhận, không nguồn nào nói là ai";
    NOBODY_KNOWS = "nobody knows who gets what", "không ai biết ai được gì";
    NOT_YET_KNOWN = "not yet known then", "khi đó chưa biết";
    SOURCE = "source: {title}", "nguồn: {title}";
}
