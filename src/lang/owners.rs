//! What answers about owners and holdings say.

use super::Phrase;

phrases! {
    OWNERS_OF = "Owners of {name}", "Chủ sở hữu của {name}";
    OWNED_BY = "What {name} owns", "{name} sở hữu những gì";
    WHOLE = "all of it", "toàn bộ";
    UNKNOWN_PART = "a part, nobody says how much", "một phần, không rõ bao nhiêu";
    CONTROL = "control: {how}", "kiểm soát: {how}";
    TOGETHER = "bought together with {names}", "mua cùng {names}";
    VENTURE = "joint venture", "liên doanh";
    DISPUTED = "disputed", "có tranh cãi";
    DECLARED = "its own record", "hồ sơ của chính công ty";
    SUCCESSION = "a parent put above it", "công ty mẹ được lập bên trên";
    ANNOUNCED = "ANNOUNCED: makes nobody an owner yet", "MỚI CÔNG BỐ: chưa làm ai thành chủ sở hữu";
    NO_OWNER = "No owner of {name} is recorded at this time; that none is recorded does not mean that none exists.", "Chưa ghi nhận ai sở hữu {name} tại thời điểm này; không ghi nhận không có nghĩa là không tồn tại.";
    OWNS_NOTHING = "Nothing that {name} owns is recorded at this time; that nothing is recorded does not mean that it owns nothing.", "Chưa ghi nhận {name} sở hữu gì tại thời điểm này; không ghi nhận không có nghĩa là không có.";
    RECORDED_ONLY = "Only what is recorded: other owners, and other holdings, may exist. Figures of one owner do not add up.", "Chỉ gồm những gì được ghi nhận: có thể còn chủ sở hữu hay khoản nắm giữ khác. Các con số của cùng một chủ không cộng dồn.";
    TWO_CONTROLLERS = "Records say that both {a} and {b} control {name}, so it is counted to the group of neither.", "Các bản ghi nói cả {a} lẫn {b} đều kiểm soát {name}, nên không tính vào tập đoàn của bên nào.";
}
