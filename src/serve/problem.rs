//! Why a request has no answer, as RFC 9457 tells it.

use hyper::StatusCode;
use serde::Serialize;

use crate::lang::Phrase;
use crate::request::{AddressError, AskError, Candidate};

/// A kind of problem: what programs tell problems apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    BadRequest,
    UnknownName,
    AmbiguousName,
    NoSuchPage,
    NotUnderstood,
    ForeignOrigin,
    MethodNotAllowed,
    NotAcceptable,
    TooLarge,
    TooLong,
    NotJson,
    WrongHost,
    TooMuchWork,
    TooSlow,
    Fault,
}

impl Kind {
    /// All of them.
    pub(super) const ALL: [Self; 15] = [
        Self::BadRequest,
        Self::UnknownName,
        Self::AmbiguousName,
        Self::NoSuchPage,
        Self::NotUnderstood,
        Self::ForeignOrigin,
        Self::MethodNotAllowed,
        Self::NotAcceptable,
        Self::TooLarge,
        Self::TooLong,
        Self::NotJson,
        Self::WrongHost,
        Self::TooMuchWork,
        Self::TooSlow,
        Self::Fault,
    ];

    /// Its name, as in the `type` of a problem.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::BadRequest => "bad-request",
            Self::UnknownName => "unknown-name",
            Self::AmbiguousName => "ambiguous-name",
            Self::NoSuchPage => "no-such-page",
            Self::NotUnderstood => "not-understood",
            Self::ForeignOrigin => "foreign-origin",
            Self::MethodNotAllowed => "method-not-allowed",
            Self::NotAcceptable => "not-acceptable",
            Self::TooLarge => "body-too-large",
            Self::TooLong => "address-too-long",
            Self::NotJson => "not-json",
            Self::WrongHost => "wrong-host",
            Self::TooMuchWork => "too-much-work",
            Self::TooSlow => "too-slow",
            Self::Fault => "fault",
        }
    }

    /// What it is, in a line.
    pub(super) const fn title(self) -> Phrase {
        match self {
            Self::BadRequest => Phrase::new(
                "The request contradicts itself, or a field does not exist or has no such value",
                "Yêu cầu tự mâu thuẫn, hoặc có trường không tồn tại hay giá trị không hợp lệ",
            ),
            Self::UnknownName => Phrase::new("A name is not in the data", "Không tìm thấy tên này trong dữ liệu"),
            Self::AmbiguousName => Phrase::new("A name is ambiguous", "Tên này chỉ nhiều đối tượng khác nhau"),
            Self::NoSuchPage => Phrase::new("There is nothing at this address", "Không có gì ở địa chỉ này"),
            Self::NotUnderstood => Phrase::new("The question is not understood", "Không hiểu câu hỏi"),
            Self::ForeignOrigin => Phrase::new(
                "Pages of this origin may not ask here",
                "Trang web từ nguồn này không được phép hỏi ở đây",
            ),
            Self::MethodNotAllowed => Phrase::new(
                "This address does not take this method",
                "Địa chỉ này không nhận phương thức này",
            ),
            Self::NotAcceptable => Phrase::new(
                "This is not available in the requested format",
                "Không có định dạng này",
            ),
            Self::TooLarge => Phrase::new("The body is too large", "Nội dung gửi lên quá lớn"),
            Self::TooLong => Phrase::new("The address is too long", "Địa chỉ quá dài"),
            Self::NotJson => Phrase::new("The body is not JSON", "Nội dung gửi lên không phải JSON"),
            Self::WrongHost => Phrase::new(
                "The server does not answer under this name",
                "Máy chủ không trả lời dưới tên này",
            ),
            Self::TooMuchWork => Phrase::new(
                "The question takes more work than the server allows",
                "Câu hỏi cần nhiều tính toán hơn mức cho phép",
            ),
            Self::TooSlow => Phrase::new(
                "The answer takes too long, or too many requests are waiting",
                "Câu trả lời mất quá nhiều thời gian, hoặc có quá nhiều câu hỏi đang chờ",
            ),
            Self::Fault => Phrase::new("Something went wrong inside the program", "Chương trình gặp lỗi"),
        }
    }

    /// The status.
    pub(super) const fn status(self) -> StatusCode {
        match self {
            Self::BadRequest | Self::AmbiguousName => StatusCode::BAD_REQUEST,
            Self::UnknownName | Self::NoSuchPage | Self::NotUnderstood => StatusCode::NOT_FOUND,
            Self::ForeignOrigin => StatusCode::FORBIDDEN,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooLong => StatusCode::URI_TOO_LONG,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::WrongHost => StatusCode::MISDIRECTED_REQUEST,
            Self::TooMuchWork => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooSlow => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// Why a request has no answer.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    pub(super) kind: Kind,
    /// What is wrong with this request, and what to do about it.
    pub(super) detail: String,
    /// What a name may have meant.
    pub(super) candidates: Vec<Candidate>,
    /// What the log is told of a fault.
    pub(super) fault: Option<String>,
}

/// A problem on the wire.
#[derive(Serialize)]
struct ProblemWire<'a> {
    r#type: String,
    title: &'static str,
    status: u16,
    detail: &'a str,
    instance: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    candidates: Vec<CandidateWire<'a>>,
}

#[derive(Serialize)]
struct CandidateWire<'a> {
    id: &'a str,
    label: &'a str,
}

impl Problem {
    /// A problem of a kind.
    pub(super) fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self {
            kind,
            detail: detail.into(),
            candidates: Vec::new(),
            fault: None,
        }
    }

    /// A fault of the program: the client is told that there is one, the log what it is.
    pub(super) fn fault(what: impl Into<String>) -> Self {
        let detail = "the program met an error of its own; the request can be sent again, and its log tells more";
        Self {
            fault: Some(what.into()),
            ..Self::new(Kind::Fault, detail)
        }
    }

    /// As JSON, `application/problem+json`.
    pub(super) fn json(&self, target: &str) -> String {
        let candidates = self.candidates.iter().map(|candidate| CandidateWire {
            id: &candidate.id,
            label: &candidate.label,
        });
        let wire = ProblemWire {
            r#type: format!("/v1/problems/{}", self.kind.name()),
            title: self.kind.title().en,
            status: self.kind.status().as_u16(),
            detail: &self.detail,
            instance: target,
            candidates: candidates.collect(),
        };
        crate::report::json::write(&wire).unwrap_or_default()
    }
}

impl From<AskError> for Problem {
    fn from(error: AskError) -> Self {
        let kind = match &error {
            AskError::Unknown { .. } => Kind::UnknownName,
            AskError::Ambiguous { .. } => Kind::AmbiguousName,
            AskError::TooMuchWork { .. } => Kind::TooMuchWork,
            AskError::Cancelled => Kind::TooSlow,
            AskError::Damaged(_) | AskError::Unwritable(_) | AskError::TodayMissing => {
                return Self::fault(error.to_string());
            }
            other if other.is_not_found() => Kind::UnknownName,
            _ => Kind::BadRequest,
        };
        Self {
            candidates: error.candidates().to_vec(),
            ..Self::new(kind, error.to_string())
        }
    }
}

impl From<AddressError> for Problem {
    fn from(error: AddressError) -> Self {
        let kind = match &error {
            AddressError::NoSuchQuestion(_) => Kind::NoSuchPage,
            _ => Kind::BadRequest,
        };
        Self::new(kind, error.to_string())
    }
}
