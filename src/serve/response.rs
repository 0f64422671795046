//! Responses, and the headers that all of them bear.

use bytes::Bytes;
use http_body_util::Full;
use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderName, HeaderValue, LINK,
    LOCATION, REFERRER_POLICY, RETRY_AFTER, VARY, X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Response, StatusCode};

use super::format::Format;
use super::problem::{Kind, Problem};
use crate::lang::Lang;

pub(super) type Answer = Response<Full<Bytes>>;

/// Which methods an address takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Methods {
    Reading,
    ReadingAndPost,
}

impl Methods {
    const fn list(self) -> &'static str {
        match self {
            Self::Reading => "GET, HEAD, OPTIONS",
            Self::ReadingAndPost => "GET, HEAD, OPTIONS, POST",
        }
    }
}

/// Pages need no script, load nothing from elsewhere, and are not shown inside pages of others.
const POLICY: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";
/// A picture may stand in pages of others; its own style is inside it.
const PICTURE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// A response with a body.
pub(super) fn of(status: StatusCode, content_type: &'static str, body: impl Into<Bytes>) -> Answer {
    let mut response = Response::new(Full::new(body.into()));
    *response.status_mut() = status;
    let policy = if content_type == Format::Svg.content_type() {
        PICTURE_POLICY
    } else {
        POLICY
    };
    for (name, value) in [
        (CONTENT_TYPE, content_type),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (CONTENT_SECURITY_POLICY, policy),
        (CACHE_CONTROL, "no-store"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// An answer that may be kept, and asked for again by its mark.
pub(super) fn marked(status: StatusCode, format: Format, lang: Lang, etag: &str, body: impl Into<Bytes>) -> Answer {
    let mut response = of(status, format.content_type(), body);
    set(&mut response, ETAG, etag);
    set(&mut response, CACHE_CONTROL, "no-cache");
    set(&mut response, VARY, "accept, accept-language");
    set(&mut response, CONTENT_LANGUAGE, lang.code());
    response
}

/// What is the same as long as the program is.
pub(super) fn lasting(content_type: &'static str, body: impl Into<Bytes>) -> Answer {
    let mut response = of(StatusCode::OK, content_type, body);
    set(&mut response, CACHE_CONTROL, "max-age=3600");
    response
}

/// JSON that changes with the data.
pub(super) fn json(body: impl Into<Bytes>) -> Answer {
    of(StatusCode::OK, Format::Json.content_type(), body)
}

/// A way to another address.
pub(super) fn redirect(location: &str) -> Answer {
    let mut response = of(StatusCode::SEE_OTHER, Format::Text.content_type(), Bytes::new());
    set(&mut response, LOCATION, location);
    response
}

/// The answer to `OPTIONS`.
pub(super) fn options(methods: Methods) -> Answer {
    let mut response = of(StatusCode::NO_CONTENT, Format::Text.content_type(), Bytes::new());
    set(&mut response, ALLOW, methods.list());
    response.headers_mut().remove(CONTENT_TYPE);
    response
}

/// A problem for programs.
pub(super) fn problem(problem: &Problem, target: &str, methods: Methods) -> Answer {
    let response = of(problem.kind.status(), "application/problem+json", problem.json(target));
    with_problem(response, problem, methods)
}

/// What a problem says in headers.
pub(super) fn with_problem(mut response: Answer, problem: &Problem, methods: Methods) -> Answer {
    match problem.kind {
        Kind::MethodNotAllowed => set(&mut response, ALLOW, methods.list()),
        Kind::TooSlow => set(&mut response, RETRY_AFTER, "1"),
        _ => {}
    }
    response
}

/// Names the same answer in other formats.
pub(super) fn link(response: &mut Answer, links: &[(String, Format)]) {
    let links = links
        .iter()
        .map(|(target, format)| format!("<{target}>; rel=\"alternate\"; type=\"{}\"", format.media_type()));
    set(response, LINK, &links.collect::<Vec<_>>().join(", "));
}

/// Sets a header; a value that no header can bear is left out.
pub(super) fn set(response: &mut Answer, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}
