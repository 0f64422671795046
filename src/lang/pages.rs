//! What pages say besides answers.

use super::Phrase;

phrases! {
    NAME = "frenemy", "frenemy";
    TAGLINE = "Who competes and cooperates with whom, since when, on whose word", "Ai cạnh tranh và hợp tác với ai, từ bao giờ, theo lời ai";
    SEARCH_LABEL = "A company, or a question", "Một công ty, hoặc một câu hỏi";
    SEARCH = "Search", "Tìm";
    AS_OF = "As of", "Tại thời điểm";
    SHOW = "Show", "Xem";
    DATE_FORM = "year, month or day: 2014, 2014-05, 2014-05-17", "năm, tháng hoặc ngày: 2014, 2014-05, 2014-05-17";
    QUESTIONS = "What can be asked", "Có thể hỏi gì";
    COMPANIES = "Companies", "Công ty";
    SAME_AS = "The same as", "Dạng khác";
    COMMAND = "On the command line", "Trên dòng lệnh";
    PICTURE_OF = "Picture of this answer", "Hình của câu trả lời này";
    IN_OTHER_LANGUAGE = "Tiếng Việt", "English";
    MAYBE_MEANT = "Perhaps you meant", "Có thể ý bạn là";
    NEAREST_FORMS = "The nearest questions that can be asked", "Những câu hỏi gần nhất có thể hỏi";
    STALE = "The newest data have errors; this answer rests on the last data without any", "Dữ liệu mới nhất có lỗi; câu trả lời này dựa trên bản dữ liệu không lỗi gần nhất";
    DATA_SET = "{companies} companies, {relations} relations, {sources} sources; data {hash}", "{companies} công ty, {relations} quan hệ, {sources} nguồn; dữ liệu {hash}";
    NOT_RECORDED = "What is not recorded here may still exist: not recorded is not none.", "Điều không được ghi ở đây vẫn có thể tồn tại: không ghi nhận không có nghĩa là không có.";
    FOR_PROGRAMS = "For programs", "Dành cho chương trình";
}

#[cfg(test)]
mod tests {
    #[test]
    fn phrases_are_complete() {
        crate::lang::tests::complete(super::ALL);
    }
}
