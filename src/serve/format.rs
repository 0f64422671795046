//! In which format and language an answer is wanted.

use super::problem::{Kind, Problem};
use crate::lang::Lang;

/// A format of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    Csv,
    Markdown,
    Html,
    Text,
    Svg,
}

impl Format {
    /// All of them, the preferred first where a client wants any.
    pub(super) const ALL: [Self; 6] = [Self::Json, Self::Html, Self::Csv, Self::Markdown, Self::Text, Self::Svg];

    /// The extension of an address.
    pub(super) const fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Text => "txt",
            Self::Svg => "svg",
        }
    }

    /// The media type without parameters.
    pub(super) const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Csv => "text/csv",
            Self::Markdown => "text/markdown",
            Self::Html => "text/html",
            Self::Text => "text/plain",
            Self::Svg => "image/svg+xml",
        }
    }

    /// The value of `Content-Type`.
    pub(super) const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
            Self::Svg => "image/svg+xml",
        }
    }

    /// Takes the extension off a raw path; an escaped dot begins none.
    pub(super) fn of_path(path: &str) -> (&str, Option<Self>) {
        let found = path.rsplit_once('.').and_then(|(stem, extension)| {
            let format = Self::ALL.into_iter().find(|format| format.extension() == extension)?;
            Some((stem, Some(format)))
        });
        found.unwrap_or((path, None))
    }

    /// The format that a client prefers among some, by RFC 9110 (12.5.1); the first of them where it says nothing.
    ///
    /// # Errors
    /// When it takes none of them.
    pub(super) fn of_accept(accept: Option<&str>, offered: &[Self]) -> Result<Self, Problem> {
        let Some(accept) = accept.filter(|accept| !accept.trim().is_empty()) else {
            return Ok(offered[0]);
        };
        let ranges: Vec<(&str, f32)> = accept.split(',').map(range).collect();
        let mut best: Option<(Self, f32)> = None;
        for format in offered {
            let quality = quality(&ranges, format.media_type());
            if quality > best.map_or(0.0, |(_, best)| best) {
                best = Some((*format, quality));
            }
        }
        let names: Vec<&str> = offered.iter().map(|format| format.media_type()).collect();
        best.map(|(format, _)| format).ok_or_else(|| {
            Problem::new(
                Kind::NotAcceptable,
                format!("this is told as {} only", names.join(", ")),
            )
        })
    }
}

/// A media range and its quality.
fn range(text: &str) -> (&str, f32) {
    let mut parts = text.split(';').map(str::trim);
    let range = parts.next().unwrap_or_default();
    let quality = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    let quality = quality.map_or(1.0, |quality| quality.parse().unwrap_or(0.0));
    (range, quality)
}

/// What the most specific range says of a media type.
fn quality(ranges: &[(&str, f32)], media_type: &str) -> f32 {
    let family = media_type.split('/').next().unwrap_or_default();
    let specific = |range: &str| {
        if range.eq_ignore_ascii_case(media_type) {
            3
        } else if range
            .strip_suffix("/*")
            .is_some_and(|found| found.eq_ignore_ascii_case(family))
        {
            2
        } else {
            u8::from(range == "*/*")
        }
    };
    let fitting = ranges.iter().map(|(range, quality)| (specific(range), *quality));
    let best = fitting
        .filter(|(specific, _)| *specific > 0)
        .max_by_key(|(specific, _)| *specific);
    best.map_or(0.0, |(_, quality)| quality)
}

/// The language of an answer: that of the parameter `lang`, else the first of ours that the client reads.
///
/// # Errors
/// When the parameter names no language of ours.
pub(super) fn language(parameter: Option<&str>, accepted: Option<&str>) -> Result<Lang, Problem> {
    let ours = |tag: &str| {
        let code = tag.split('-').next().unwrap_or_default();
        [Lang::En, Lang::Vi]
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(code))
    };
    if let Some(tag) = parameter {
        return ours(tag)
            .ok_or_else(|| Problem::new(Kind::BadRequest, format!("`lang` is `{tag}`; it can be `en` or `vi`")));
    }
    let mut wanted: Vec<(&str, f32)> = accepted.unwrap_or_default().split(',').map(range).collect();
    wanted.retain(|(_, quality)| *quality > 0.0);
    wanted.sort_by(|a, b| b.1.total_cmp(&a.1));
    Ok(wanted.into_iter().find_map(|(tag, _)| ours(tag)).unwrap_or(Lang::En))
}

#[cfg(test)]
mod tests {
    use super::*;

    const API: &[Format] = &[Format::Json, Format::Csv, Format::Markdown, Format::Html, Format::Text];

    #[test]
    fn what_a_client_prefers_is_told() {
        let told = |accept: &str| Format::of_accept(Some(accept), API).ok();
        assert_eq!(told("*/*"), Some(Format::Json));
        assert_eq!(told("text/csv"), Some(Format::Csv));
        assert_eq!(told("text/*;q=0.5, application/json;q=0.1"), Some(Format::Csv));
        assert_eq!(told("text/html,application/xhtml+xml,*/*;q=0.8"), Some(Format::Html));
        assert_eq!(told("application/json;q=0, */*;q=0.1"), Some(Format::Csv));
        assert_eq!(told("image/png"), None);
        assert_eq!(told("application/json;q=x"), None);
        assert_eq!(told(""), Some(Format::Json));
        assert_eq!(Format::of_accept(None, &[Format::Html]).ok(), Some(Format::Html));
    }

    #[test]
    fn an_extension_is_one_of_ours_and_not_escaped() {
        assert_eq!(Format::of_path("who/dell.csv"), ("who/dell", Some(Format::Csv)));
        assert_eq!(Format::of_path("who/booking.com"), ("who/booking.com", None));
        assert_eq!(Format::of_path("who/a%2Emd"), ("who/a%2Emd", None));
        assert_eq!(Format::of_path("stats"), ("stats", None));
    }

    #[test]
    fn the_language_is_asked_for_or_the_readers() {
        assert_eq!(language(None, None).ok(), Some(Lang::En));
        assert_eq!(language(None, Some("fr, vi-VN;q=0.9, en;q=0.8")).ok(), Some(Lang::Vi));
        assert_eq!(language(None, Some("vi;q=0, de")).ok(), Some(Lang::En));
        assert_eq!(language(Some("vi"), Some("en")).ok(), Some(Lang::Vi));
        assert!(language(Some("fr"), None).is_err());
    }
}
