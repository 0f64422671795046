//! What answers about the whole network say: paths, dependence, cycles, triangles, ranks.

use super::Phrase;

phrases! {
    STEPS = "{n} {n:step|steps}", "{n} bước";
    PATHS_TITLE = "{a} to {b}", "Từ {a} đến {b}";
    PATHS = "{n} {n:path|paths}", "{n} đường nối";
    TO_AND = "{a} – {b}", "{a} – {b}";
    NEVER_TOGETHER = "these steps never all hold at one time", "các bước này không có lúc nào cùng tồn tại";
    MAYBE_TOGETHER = "these steps may hold at one time (dates too coarse to tell)", "các bước này có thể cùng tồn tại (ngày chưa đủ chính xác)";
    MORE_PATHS = "There are more paths; a greater `k` shows more.", "Còn những đường nối khác; `k` lớn hơn cho xem thêm.";
    NO_PATH = "No chain of recorded ties joins {a} and {b} in this scope; that none is recorded does not mean that none exists.", "Không có chuỗi quan hệ được ghi nhận nào nối {a} với {b} trong phạm vi này; không ghi nhận không có nghĩa là không tồn tại.";
    COMPETITION_LEFT_OUT = "Competition and conflict are no step here; `competition` counts competition too.", "Cạnh tranh và tranh chấp không tính là một bước; `competition` tính cả cạnh tranh.";
    ARE_ONE_GROUP = "{a} and {b} are one group in this time.", "{a} và {b} cùng một tập đoàn trong thời gian này.";
    SHARED_TITLE = "Who works with both {a} and {b}", "Ai hợp tác với cả {a} và {b}";
    SHARED_COUNTS = "{n} in all, rivals of one or both among them: {rivals}", "{n} công ty, trong đó đối thủ của một hoặc cả hai bên: {rivals}";
    WITH_ONE = "with {b}", "với {b}";
    WITH_BOTH = "with both {since}", "với cả hai {since}";
    WITH_BOTH_FROM = "with both from the beginning of the record", "với cả hai từ đầu dữ liệu";
    COMPETES_TOO = "competes with {name}", "cạnh tranh với {name}";
    ONE_AFTER_THE_OTHER = "never with both at one time: with one after the other", "không lúc nào hợp tác với cả hai cùng lúc: với bên này rồi đến bên kia";
    MAYBE_WITH_BOTH = "maybe with both at one time (dates too coarse to tell)", "có thể hợp tác với cả hai cùng lúc (ngày chưa đủ chính xác)";
    NOT_FIRM_WITH_BOTH = "firm ties alone do not join it with both at one time", "chỉ tính quan hệ chắc chắn thì không lúc nào hợp tác với cả hai";
    NONE_SHARED = "Nobody is recorded to work with both {a} and {b} in this scope; that none is recorded does not mean that none exists.", "Không có công ty nào được ghi nhận là hợp tác với cả {a} và {b} trong phạm vi này; không ghi nhận không có nghĩa là không tồn tại.";
    CYCLES_TITLE = "Money that comes back", "Dòng tiền quay vòng";
    CYCLES_OF = "Money that comes back to {name}", "Dòng tiền quay về {name}";
    CYCLES = "{n} {n:cycle|cycles} of up to {length} companies", "{n} vòng, mỗi vòng tối đa {length} công ty";
    RINGS_TITLE = "Rings of holdings", "Sở hữu vòng tròn";
    RINGS_OF = "Rings of holdings with {name}", "Sở hữu vòng tròn có {name}";
    RINGS = "{n} {n:ring|rings} of up to {length} companies", "{n} vòng, mỗi vòng tối đa {length} công ty";
    NO_RING = "No companies own each other in a ring as far as is recorded in this scope; that none is recorded does not mean that none exists.", "Không có vòng sở hữu nào được ghi nhận trong phạm vi này; không ghi nhận không có nghĩa là không tồn tại.";
    FINANCED = "FINANCED: capital or shares come back as payment", "TÀI TRỢ: vốn hoặc cổ phần quay về dưới dạng tiền mua hàng";
    CAPITAL_ONLY = "CAPITAL: capital or shares on every leg", "VỐN: mọi chặng đều là vốn hoặc cổ phần";
    TRADE_ONLY = "TRADE: each buys from the next; nobody finances its own sales", "MUA BÁN: bên này mua của bên kia; không ai tự tài trợ cho doanh thu của mình";
    PAYS = "{a} → {b}", "{a} → {b}";
    ROBUST = "robust: ties without reservation close it", "vững: các quan hệ không có điểm đáng ngờ đủ khép vòng";
    DOUBTFUL = "closed only by doubtful ties: {list}", "chỉ khép vòng nhờ quan hệ còn đáng ngờ: {list}";
    DOUBTFUL_LEG = "{a} → {b} ({doubts})", "{a} → {b} ({doubts})";
    FIRM_TRADE = "ties without reservation close it as trade only: capital goes over doubtful ones", "các quan hệ không đáng ngờ chỉ khép vòng bằng mua bán: phần vốn đi qua quan hệ còn đáng ngờ";
    FIRM_CAPITAL = "ties without reservation close it as capital only: payments go over doubtful ones", "các quan hệ không đáng ngờ chỉ khép vòng bằng vốn: phần thanh toán đi qua quan hệ còn đáng ngờ";
    NEVER_ALL_SOLID = "closed only by doubtful ties: those beyond doubt never all hold at one time", "chỉ khép vòng nhờ quan hệ còn đáng ngờ: các quan hệ chắc chắn không có lúc nào cùng tồn tại";
    WEAKEST = "weakest leg: {a} → {b}", "chặng yếu nhất: {a} → {b}";
    SMALLEST = "smallest leg by amounts {is}: {a} → {b} ({money})", "chặng ít tiền nhất theo số tiền {is}: {a} → {b} ({money})";
    NOT_COMPARABLE = "amounts of the legs are missing or of different kinds, and not compared", "số tiền của các chặng còn thiếu hoặc khác loại, nên không so sánh";
    ALL_LEGS = "all legs {since}", "mọi chặng cùng có {since}";
    ALL_LEGS_FROM = "all legs from the beginning of the record", "mọi chặng cùng có từ đầu dữ liệu";
    ENDS_BY = "until {date}", "đến {date}";
    NEVER_SURELY = "no day is certain", "không có ngày nào chắc chắn";
    WITHOUT_AMOUNT = "{n} without an amount", "{n} không ghi số tiền";
    AS_SHARES = "in shares", "bằng cổ phần";
    AS_CAPITAL = "capital", "vốn";
    AS_PAYMENT = "payment", "thanh toán";
    CANCELABLE = "cancelable", "có thể huỷ";
    OPTION = "option", "quyền chọn";
    CUT = "The search met its bound; there may be more cycles. A smaller `max_len` narrows it, so does a company.", "Đã chạm giới hạn tìm kiếm; có thể còn vòng khác. Thu hẹp bằng `max_len` nhỏ hơn hoặc một công ty.";
    NO_CYCLE = "No money comes back along recorded ties in this scope; that none is recorded does not mean that none exists.", "Không có dòng tiền nào quay vòng theo các quan hệ được ghi nhận trong phạm vi này; không ghi nhận không có nghĩa là không tồn tại.";
    SHARES_RULE = "Shares are a leg where the owner is a customer and no investment by it is recorded: they are a price paid, not a thing bought.", "Cổ phần là một chặng khi chủ sở hữu là khách hàng và không có khoản đầu tư nào của họ được ghi nhận: đó là cái giá đã trả, không phải thứ được mua.";
    TRIANGLES_TITLE = "Balance of triangles", "Thế cân bằng tay ba";
    TRIANGLES_OF = "Balance of triangles with {name}", "Thế cân bằng tay ba với {name}";
    TRIANGLE_COUNTS = "{tense} tense · {balanced} balanced · {ambivalent} with an ambivalent pair", "{tense} căng thẳng · {balanced} cân bằng · {ambivalent} có cặp nước đôi";
    TENSE = "TENSE", "CĂNG THẲNG";
    BALANCED = "BALANCED", "CÂN BẰNG";
    AMBIVALENT = "AMBIVALENT: no rule of balance applies", "NƯỚC ĐÔI: không quy tắc cân bằng nào áp dụng được";
    AMBIVALENT_PAIRS = "AMBIVALENT PAIRS: cooperate and compete", "CẶP NƯỚC ĐÔI: vừa hợp tác vừa cạnh tranh";
    AMBIVALENT_PAIR = "{a} and {b}, in triangles: {n}", "{a} và {b}, số tam giác: {n}";
    ONE_MINUS = "{a} and {b} compete; both cooperate with {c}", "{a} và {b} cạnh tranh; cả hai hợp tác với {c}";
    TWO_MINUS = "{a} and {b} cooperate; both compete with {c}", "{a} và {b} hợp tác; cả hai cạnh tranh với {c}";
    THREE_MINUS = "{a}, {b} and {c} all compete", "{a}, {b} và {c} đều cạnh tranh với nhau";
    ALL_PLUS = "{a}, {b} and {c} all cooperate", "{a}, {b} và {c} đều hợp tác với nhau";
    IN_AMBIVALENT = "{a}, {b} and {c}", "{a}, {b} và {c}";
    WEAK_RULE = "Weak balance (Davis 1967): exactly one competition among three ties is tense.", "Cân bằng yếu (Davis 1967): đúng một quan hệ cạnh tranh trong ba là căng thẳng.";
    CLASSIC_RULE = "Classic balance (Cartwright and Harary 1956): one competition or three among three ties are tense.", "Cân bằng cổ điển (Cartwright và Harary 1956): một hoặc ba quan hệ cạnh tranh trong ba là căng thẳng.";
    ALL_SHOWS = "`all` lists balanced and ambivalent triangles too.", "`all` liệt kê cả tam giác cân bằng và nước đôi.";
    NO_TRIANGLE = "No three companies are all tied to each other by recorded cooperation or competition in this scope.", "Không có ba công ty nào đều có quan hệ hợp tác hay cạnh tranh được ghi nhận với nhau trong phạm vi này.";
    BY_DEGREE = "Companies by number of counterparties", "Công ty theo số bên có quan hệ";
    BY_PAGERANK = "Companies by PageRank", "Công ty theo PageRank";
    BY_BETWEENNESS = "Companies by betweenness", "Công ty theo độ trung gian";
    BY_CONSTRAINT = "Companies by constraint, brokers first", "Công ty theo độ ràng buộc, bên môi giới trước";
    BY_COOPETITION = "Companies by the share of partners that are rivals", "Công ty theo tỷ lệ đối tác đồng thời là đối thủ";
    OF_COOPERATION = "cooperation", "hợp tác";
    OF_COMPETITION = "competition", "cạnh tranh";
    OF_BOTH = "both sides", "cả hai bên";
    RANKED = "{n} {n:company|companies}, {pairs} {pairs:pair|pairs}", "{n} công ty, {pairs} cặp";
    DEGREE_MEANS = "Score: how many companies it has ties of this side with.", "Điểm: số công ty có quan hệ thuộc bên này.";
    PAGERANK_MEANS = "Score: PageRank (Page and others 1999) over ties that run both ways, damping 0.85; all scores make 1.", "Điểm: PageRank (Page và cộng sự 1999) trên quan hệ hai chiều, hệ số 0,85; tổng các điểm là 1.";
    BETWEENNESS_MEANS = "Score: the part of the shortest paths between two others that runs through it (Freeman 1977), 0 to 1.", "Điểm: phần đường ngắn nhất giữa hai công ty khác đi qua nó (Freeman 1977), từ 0 đến 1.";
    CONSTRAINT_MEANS = "Score: Burt's constraint (1992); low where the partners are not tied to each other, so that it stands between them. A proxy: ties are not weighted.", "Điểm: độ ràng buộc của Burt (1992); thấp khi các đối tác không có quan hệ với nhau nên nó đứng giữa. Chỉ là ước lượng: quan hệ không có trọng số.";
    COOPETITION_MEANS = "Score: companies it both cooperates and competes with, as a share of those it cooperates with.", "Điểm: số công ty vừa hợp tác vừa cạnh tranh, trên số công ty nó hợp tác.";
    TOO_FEW = "Left out with fewer than {least} partners: {n} {n:company|companies}.", "Bỏ qua vì có ít hơn {least} đối tác: {n} công ty.";
    DOUBTFUL_PAIRS = "Of {pairs} {pairs:pair|pairs} {n} {n:rests|rest} on ties that are presumed or may hold; `firm` leaves them out.", "Trong {pairs} cặp có {n} cặp dựa trên quan hệ giả định hoặc chưa chắc; `firm` bỏ chúng ra.";
    ESTIMATED = "Estimated from {n} companies as starting points, since the graph is large (Brandes and Pich 2007): near scores may stand in another order.", "Ước lượng từ {n} công ty làm điểm xuất phát vì đồ thị lớn (Brandes và Pich 2007): các điểm gần nhau có thể đổi thứ tự.";
    NOT_KEPT = "{n} more {n:triangle is|triangles are} counted but not listed: the list would be too long.", "Còn {n} tam giác được đếm nhưng không liệt kê vì danh sách quá dài.";
    MORE_PLACES = "{n} more; `top` 0 shows all.", "Còn {n} công ty; `top` 0 cho xem hết.";
    MEASURES_RECORD = "This measures what is recorded: which cases were collected, and how well a company was researched, decides how many ties it has.", "Đây là đo những gì được ghi nhận: số quan hệ của một công ty tuỳ vào các hồ sơ đã thu thập và mức độ tìm hiểu về nó.";
    NOBODY_RANKED = "No company has ties that count in this scope.", "Không có công ty nào có quan hệ được tính trong phạm vi này.";
    DEPENDS_TITLE = "What {name} depends on", "{name} phụ thuộc vào ai";
    DEPENDS_REVERSE = "Who depends on {name}", "Ai phụ thuộc vào {name}";
    DIRECTLY = "{n} directly", "{n} trực tiếp";
    NEED_TECHNOLOGY = "technology", "công nghệ";
    NEED_SUPPLY = "supply", "nguồn cung";
    NEED_CAPITAL = "capital", "vốn";
    NEED_CHANNEL = "channel", "kênh bán";
    NEED_REVENUE = "revenue", "doanh thu";
    ONLY_ONE = "only one recorded", "chỉ một bên được ghi nhận";
    BOUND = "bound to it alone", "bị ràng buộc độc quyền";
    PROMISED = "promised: {amounts}", "đã hứa: {amounts}";
    CONCENTRATION = "{share} of {name}'s total", "{share} tổng của {name}";
    CUT_CYCLE = "cycle: back to {name}", "vòng: trở lại {name}";
    CUT_ELSEWHERE = "what {name} leads to stands elsewhere in this answer", "phần tiếp của {name} nằm ở chỗ khác trong câu trả lời này";
    CUT_DEPTH = "goes on; a greater `depth` shows more", "còn tiếp; `depth` lớn hơn cho xem thêm";
    ONLY_ONE_MEANS = "\"only one recorded\": no other source of that need by that kind of relation is recorded, which does not mean that there is none.", "\"chỉ một bên được ghi nhận\": không có nguồn nào khác cho nhu cầu đó theo loại quan hệ đó được ghi nhận; điều đó không có nghĩa là không có.";
    UNBINDING = "No dependence, as they bind nobody to act: {list}", "Không phải phụ thuộc vì không buộc ai phải làm: {list}";
    NO_DEPENDENCE = "No dependence of {name} is recorded in this scope; that none is recorded does not mean that none exists.", "Không có sự phụ thuộc nào của {name} được ghi nhận trong phạm vi này; không ghi nhận không có nghĩa là không tồn tại.";
    NOBODY_DEPENDS = "Nobody is recorded to depend on {name} in this scope; that none is recorded does not mean that none exists.", "Không có ai được ghi nhận là phụ thuộc vào {name} trong phạm vi này; không ghi nhận không có nghĩa là không tồn tại.";
    AVOIDING = "avoiding {list}", "tránh {list}";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_take_the_same_values() {
        crate::lang::tests::complete(ALL);
    }
}
