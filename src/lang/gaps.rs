//! What answers say about what is not known: searches that nobody made, filings to read, markets nobody talks about.

use super::Phrase;

phrases! {
    GAPS_OF = "What is not known of {name}", "Điều chưa biết về {name}";
    ONE_SIDED_COUNT = "{n} {n:counterparty|counterparties} with one side unsearched", "{n} bên còn một phía chưa tìm";
    SEARCHED_HEAD = "SEARCHED: where cases say that somebody looked", "ĐÃ TÌM: nơi các hồ sơ nói đã có người tìm";
    SEARCHES = "searches: {n}, in cases: {cases}; the last on {date}; with a finding: {found}", "{n} lần tìm trong {cases} hồ sơ, lần cuối {date}; {found} lần có kết quả";
    FOUND_NOTHING = "found nothing in: {where}", "không thấy gì trong: {where}";
    WITH_WHOM = "with {names}: ", "với {names}: ";
    NEVER = "no case says that anybody searched for it", "không hồ sơ nào nói đã có người tìm";
    ONE_SIDED_HEAD = "ONE SIDE ONLY: nobody is recorded to have searched for the other between the two", "CHỈ MỘT PHÍA: chưa ghi nhận ai tìm phía kia giữa hai công ty";
    ONLY = "{side} only", "chỉ {side}";
    LOOK_FOR = "search for {side}", "cần tìm: {side}";
    READ_HEAD = "READ NEXT", "NÊN ĐỌC TIẾP";
    READ_NEWER = "its annual report; the newest that the data cite, {title}, is more than a year old", "báo cáo thường niên; bản mới nhất được dẫn, {title}, đã hơn một năm";
    READ_UNDATED = "its annual report; the one that the data cite, {title}, bears no date", "báo cáo thường niên; bản được dẫn, {title}, không ghi ngày";
    READ_FIRST = "its annual report; the data cite none", "báo cáo thường niên; dữ liệu chưa dẫn bản nào";
    READ_NONE_LISTED = "the data cite no annual report, and no listing; it may file none", "dữ liệu không dẫn báo cáo thường niên nào, cũng không ghi mã niêm yết; có thể công ty không nộp";
    READ_FRESH = "nothing newer is due: the newest cited, {title}, is of the last year", "chưa cần bản mới: bản mới nhất được dẫn, {title}, trong vòng một năm";
    FILINGS_HEAD = "FILINGS CITED: of {name} and what belongs to it", "HỒ SƠ NỘP ĐÃ DẪN: của {name} và các bên trực thuộc";
    OLDER = "more than a year old", "đã hơn một năm";
    CITED_BY = "cited by {n} {n:record|records}", "{n} bản ghi dẫn";
    ANNUAL = "annual report: {title}", "báo cáo thường niên: {title}";
    OTHERS_SEARCHED = "{n} more {n:counterparty has|counterparties have} one side only, and a case says that the other was searched.", "Còn {n} bên cũng chỉ có một phía, nhưng có hồ sơ cho biết phía kia đã được tìm.";
    GAPS_REST_ON = "This rests on what cases record of their searches (coverage) and on the filings that records cite. That none is recorded does not mean that none exists; that nothing was found neither. An annual report is known by its title (10-K, 20-F, 40-F, annual report).", "Dựa trên những gì hồ sơ ghi về việc tìm kiếm (coverage) và các hồ sơ nộp mà bản ghi dẫn. Không ghi nhận không có nghĩa là không tồn tại; tìm không thấy cũng vậy. Báo cáo thường niên được nhận ra qua tên (10-K, 20-F, 40-F, annual report).";
    SAME_MARKET = "SAME MARKET, nobody is recorded to say that they compete", "CÙNG THỊ TRƯỜNG, chưa ghi nhận ai nói họ cạnh tranh";
    SAME_MARKET_MEANS = "Same market: products that are on offer at one time in one market or a narrower one. It counts for no stance and in no sum: the division into markets is that of this data set.", "Cùng thị trường: sản phẩm cùng có mặt một lúc trong một thị trường hoặc thị trường hẹp hơn. Không tính vào quan hệ chung hay tổng nào: cách chia thị trường là của bộ dữ liệu này.";
    NO_SAME_MARKET = "No company has products in a market of {name} without recorded competition there.", "Không công ty nào có sản phẩm cùng thị trường với {name} mà chưa ghi nhận cạnh tranh ở đó.";
    PRODUCTS_MEET = "{mine} – {theirs}", "{mine} – {theirs}";
    DIMENSIONS = "DIMENSIONS", "CÁC CHIỀU ĐO";
    BREADTH = "breadth (proxy)", "độ rộng (ước lượng)";
    BREADTH_IS = "{breadth} = {kinds} x {markets}, kinds of cooperation x markets of competition: {list}", "{breadth} = {kinds} x {markets}, loại hợp tác x thị trường cạnh tranh: {list}";
    TOO_LITTLE = "too little is recorded: {n} relations, and at least {least} are needed", "ghi nhận quá ít: {n} quan hệ, cần ít nhất {least}";
    DOMINANCE = "which side prevails (proxy)", "bên nào trội hơn (ước lượng)";
    DOMINANCE_IS = "{side}, by kinds and markets that we recorded", "{side}, theo số loại và thị trường được ghi nhận";
    BALANCED = "neither", "không bên nào";
    LUO = "type after Luo (proxy)", "kiểu theo Luo (ước lượng)";
    LUO_IS = "{type}: both sides of both companies were searched", "{type}: cả hai phía của cả hai công ty đã được tìm";
    LUO_UNSEARCHED = "not told: no case says that anybody searched for {list}", "không nêu: chưa hồ sơ nào nói đã có người tìm {list}";
    SIDE_OF = "{side} of {name}", "{side} của {name}";
    CONTENDING = "contending", "tranh đua";
    ISOLATING = "isolating", "tách biệt";
    PARTNERING = "partnering", "cộng tác";
    ADAPTING = "adapting", "thích ứng";
    VALUE_NET = "value net", "mạng giá trị";
    IS_TO = "{b} is to {a}: {roles}", "{b} đối với {a}: {roles}";
    ORIENTATION = "place in the chain", "vị trí trong chuỗi";
    HORIZONTAL = "horizontal: they work together, and neither buys from the other", "ngang: làm việc cùng nhau, không bên nào mua của bên kia";
    VERTICAL = "vertical: one buys from the other", "dọc: bên này mua của bên kia";
    BOTH_WAYS = "horizontal and vertical: they work together, and one buys from the other", "ngang và dọc: làm việc cùng nhau, và bên này mua của bên kia";
    OVERLAP = "unweighted market overlap (proxy)", "độ trùng thị trường không trọng số (ước lượng)";
    OVERLAP_IS = "{b} sells in {n} of {all} markets of {a} ({percent})", "{b} bán trong {n} trên {all} thị trường của {a} ({percent})";
    NAMING = "naming", "nêu tên";
    NAME_EACH_OTHER = "mutual: each names the other as a rival", "hai chiều: bên này nêu tên bên kia là đối thủ";
    NAMES_ONLY = "one-sided: {a} names {b}; that {b} names {a} is not recorded", "một chiều: {a} nêu tên {b}; chưa ghi nhận {b} nêu tên {a}";
    NAMES_NOBODY = "neither is recorded to name the other; others say that they compete", "chưa ghi nhận bên nào nêu tên bên kia; người khác nói họ cạnh tranh";
    DIMENSIONS_MEAN = "Dimensions count what is recorded within the asked time, which is what cases were collected for; formulas, thresholds and literature: docs/measures.md.", "Các chiều đo đếm những gì được ghi nhận trong thời gian được hỏi, tuỳ vào các hồ sơ đã thu thập; công thức, ngưỡng và tài liệu: docs/measures.md.";
    CUSTOMER = "customer", "khách hàng";
    SUPPLIER = "supplier", "nhà cung cấp";
    COMPLEMENTOR = "complementor", "bên bổ trợ";
    COMPETITOR = "competitor", "đối thủ";
    CAPITAL = "capital", "vốn";
    GOVERNANCE = "governance", "quản trị";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_take_the_same_values() {
        crate::lang::tests::complete(ALL);
    }
}
