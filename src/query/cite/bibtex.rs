use std::fmt::Write;

use super::{Cited, address, name};
use crate::judge::View;
use crate::values::DateRange;

/// The sources as BibTeX, an entry each under the id of the source; a comment says what was cited, as of when and from
/// which data. Text is UTF-8, as biber and current BibTeX read it.
#[must_use]
pub fn bibtex(view: &View<'_>, cited: &Cited) -> String {
    let known = view
        .scope
        .known
        .0
        .map(|day| format!(", as known at {day}"))
        .unwrap_or_default();
    let mut out = format!(
        "% {}, as of {}{known}, {}\n",
        name(view, cited.subject),
        view.scope.asked,
        cited.version
    );
    for id in &cited.sources {
        let source = &view.model()[*id];
        let mut fields: Vec<(&str, String)> = Vec::new();
        if let Some(publisher) = &source.publisher {
            fields.push(("author", format!("{{{}}}", escape(publisher))));
        }
        fields.push(("title", format!("{{{}}}", escape(&source.title))));
        fields.extend(source.published.into_iter().flat_map(published));
        fields.extend(address(source).map(|url| ("url", verbatim(url))));
        fields.extend(source.accessed.map(|date| ("urldate", date.to_string())));
        fields.extend(source.language.as_ref().map(|code| ("langid", escape(code))));
        let _ = write!(out, "\n@misc{{{},\n", source.id);
        for (key, value) in fields {
            let _ = writeln!(out, "  {key} = {{{value}}},");
        }
        out.push_str("}\n");
    }
    out
}

/// When it was published: a known date in the fields that every BibTeX reads, a range as biblatex reads it (ISO 8601-2),
/// beside the year where both ends share one. Of a range no end is told as if it were the date.
fn published(range: DateRange) -> Vec<(&'static str, String)> {
    let from = range.from;
    if range.to == Some(from) {
        let parts = [
            Some(("year", from.year().to_string())),
            from.month().map(|month| ("month", month.to_string())),
            from.day().map(|day| ("day", day.to_string())),
        ];
        return parts.into_iter().flatten().collect();
    }
    let year = range.to.filter(|to| to.year() == from.year());
    let to = range.to.map_or_else(|| "..".to_owned(), |to| to.to_string());
    let year = year.map(|to| ("year", to.year().to_string()));
    year.into_iter().chain([("date", format!("{from}/{to}"))]).collect()
}

/// Text in which TeX reads no command.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// An address as it stands in `url`, which is read word for word but for `%`, `#`, braces and backslashes.
fn verbatim(url: &str) -> String {
    url.replace('\\', "%5C")
        .replace('{', "%7B")
        .replace('}', "%7D")
        .replace('%', "\\%")
        .replace('#', "\\#")
}
