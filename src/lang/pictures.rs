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
    COMPANIES = "{n} companies", "{n} công ty";
    TIES = "{n} ties", "{n} quan hệ";
    INSIDE = "{n} ties inside groups not drawn", "không vẽ {n} quan hệ trong nội bộ tập đoàn";
    NO_AMOUNT = "{n} flows without a stated amount", "{n} dòng tiền không nêu số tiền";
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
    SOURCE = "source: {title}", "nguồn: {title}";
}
