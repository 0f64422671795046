//! What the answer about money between two companies says.

use super::Phrase;

phrases! {
    TITLE = "Money between {a} and {b}", "Tiền giữa {a} và {b}";
    COUNTED = "ADDED UP", "ĐƯỢC CỘNG VÀO TỔNG";
    APART = "IN NO SUM", "KHÔNG CỘNG VÀO TỔNG NÀO";
    INTENDED = "ANNOUNCED ONLY: in no sum", "MỚI CÔNG BỐ: không cộng vào tổng nào";
    RECORDS_APART = "RECORDS THAT DO NOT COUNT", "BẢN GHI KHÔNG ĐƯỢC TÍNH";
    PART_OF_TOTAL = "already in the total of {record}", "đã có trong tổng của {record}";
    PART_OF_AMOUNT = "a part of {record}", "là một phần của {record}";
    TOTAL_OF_PARTS = "a total of records that are not all here", "là tổng của những bản ghi không có đủ ở đây";
    EARLIER = "the record has a later figure", "bản ghi có con số mới hơn";
    ROUND = "the size of a whole round, of which each gave a part", "quy mô cả vòng gọi vốn, mỗi bên góp một phần";
    CAP = "a ceiling", "chỉ là mức trần";
    VALUE = "what something is worth, no payment", "là giá trị, không phải khoản tiền đã chuyển";
    UNDISCLOSED = "nobody says how much", "không ai nói bao nhiêu";
    UNSETTLED = "only announced, planned or talked about", "mới được công bố, dự định hoặc bàn tới";
    DOES_NOT_COUNT = "its record does not count", "bản ghi không được tính";
    LATER = "its figures are of later days", "các con số đều của những ngày sau";
    NONE = "No money between {a} and {b} is recorded in this scope; that none is recorded does not mean that none flowed.", "Chưa ghi nhận khoản tiền nào giữa {a} và {b} trong phạm vi này; không ghi nhận không có nghĩa là không có.";
    ADDED_UP = "Sums of several records are added up here; no source need have stated them. Different sorts of amounts, and currencies, are never mixed.", "Tổng của nhiều bản ghi do chương trình cộng lại, không nhất thiết có nguồn nào nêu. Các khoản khác loại hoặc khác loại tiền không cộng lẫn với nhau.";
    WITHOUT = "{n} more {n:relation records|relations record} no amount, so there is nothing to add: {records}", "Còn {n} quan hệ không ghi số tiền nên không cộng được: {records}";
}
