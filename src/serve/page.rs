//! Pages: the shell around an answer.

use maud::{DOCTYPE, Markup, html};

use super::format::Format;
use super::live::State;
use super::problem::Problem;
use crate::lang::{Lang, pages};
use crate::query::{QUESTIONS, Request};
use crate::report::{Table, html as report};
use crate::request::Address;
use crate::values::fold;

/// Where the style sheet and the mark of the site are.
pub(super) const STYLE: &str = "/page.css";
pub(super) const ICON: &str = "/icon.svg";
pub(super) const ICON_SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><circle cx=\"12\" cy=\"16\" r=\"10\" fill=\"none\" stroke=\"#0b57a4\" stroke-width=\"4\"/><circle cx=\"20\" cy=\"16\" r=\"10\" fill=\"none\" stroke=\"#c98500\" stroke-width=\"4\" stroke-dasharray=\"6 3\"/></svg>\n";

/// The first page names all companies unless there are more.
const MOST_NAMES: usize = 1000;

/// An answer to show.
pub(super) struct Shown<'a> {
    /// The address of the request.
    pub(super) address: &'a Address,
    /// The answer as a table, or as a text of its own.
    pub(super) told: Told<'a>,
    /// Whether there is a picture of it.
    pub(super) has_picture: bool,
}

/// What an answer says.
pub(super) enum Told<'a> {
    Table(&'a Table),
    Text(&'a str),
}

/// The page of an answer.
pub(super) fn answer(state: &State, shown: &Shown<'_>, lang: Lang) -> String {
    let path = address_of("", shown.address);
    let title = match shown.told {
        Told::Table(table) => report::title(table),
        Told::Text(_) => shown.address.to_string(),
    };
    let links = report::Links {
        company: Some(match lang {
            Lang::En => |id| in_language(&format!("/who/{id}"), Lang::En),
            Lang::Vi => |id| in_language(&format!("/who/{id}"), Lang::Vi),
        }),
    };
    let body = html! {
        @match shown.told {
            Told::Table(table) => {
                (report::heading(&table.title))
                (date_form(shown.address, lang))
                @if shown.has_picture {
                    figure { img src=(with_format(&path, Format::Svg, lang)) alt=(pages::PICTURE_OF.get(lang)); }
                }
                (report::body(table, lang, links))
            }
            Told::Text(text) => pre { (text) },
        }
        footer {
            p { (pages::SAME_AS.get(lang)) ": "
                @for (at, format) in [Format::Json, Format::Csv, Format::Markdown].into_iter().enumerate() {
                    @if at > 0 { ", " }
                    a href=(with_format(&address_of("/v1", shown.address), format, lang)) rel="alternate" type=(format.media_type()) {
                        (format.extension().to_uppercase())
                    }
                }
                @if shown.has_picture {
                    ", " a href=(with_format(&path, Format::Svg, lang)) { "SVG" }
                }
            }
            p { (pages::COMMAND.get(lang)) ": " code { (shown.address.command_line()) } }
            p { (pages::NOT_RECORDED.get(lang)) }
        }
    };
    shell(state, &title, Some(&path), "", lang, &body)
}

/// The first page.
pub(super) fn home(state: &State, lang: Lang) -> String {
    let model = state.dataset.model();
    let counts: [(&str, &dyn std::fmt::Display); 4] = [
        ("companies", &model.companies.len()),
        ("relations", &model.relations.len()),
        ("sources", &model.sources.len()),
        ("hash", &state.dataset.hash()),
    ];
    let mut companies: Vec<(&str, &str)> = if model.companies.len() <= MOST_NAMES {
        model
            .companies
            .iter()
            .map(|company| (company.label(), company.id.as_str()))
            .collect()
    } else {
        Vec::new()
    };
    companies.sort_by_cached_key(|(label, _)| fold(label));
    let body = html! {
        h1 { (pages::TAGLINE.get(lang)) }
        p.facts { (pages::DATA_SET.fill(lang, &counts)) }
        @if !companies.is_empty() {
            h2 { (pages::COMPANIES.get(lang)) }
            ul.names { @for (label, id) in &companies {
                li { a href=(in_language(&format!("/who/{id}"), lang)) { (label) } }
            } }
        }
        h2 { (pages::QUESTIONS.get(lang)) }
        dl { @for question in QUESTIONS {
            dt { code { (question.name) } }
            dd { (question.summary.get(lang))
                @if let Some((example, address)) = question.examples.first().and_then(|example| {
                    Some((example, example.parse::<Address>().ok()?))
                }) {
                    ": " a href=(in_language(&address_of("", &address), lang)) { (example) }
                }
            }
        } }
        p { (pages::FOR_PROGRAMS.get(lang)) ": " a href="/v1" { "/v1" } ", " a href="/v1/openapi.json" { "OpenAPI" } }
    };
    shell(state, pages::NAME.get(lang), Some("/"), "", lang, &body)
}

/// The page of a problem.
pub(super) fn problem(state: &State, problem: &Problem, asked: &str, lang: Lang) -> String {
    let body = html! {
        h1 { (problem.kind.title().get(lang)) }
        p { (problem.detail) }
        @if !problem.candidates.is_empty() {
            h2 { (pages::MAYBE_MEANT.get(lang)) }
            ul { @for candidate in &problem.candidates {
                li { a href=(in_language(&format!("/who/{}", candidate.id), lang)) { (candidate.label) } }
            } }
        }
    };
    shell(state, problem.kind.title().get(lang), None, asked, lang, &body)
}

/// The page of a question in words that is not understood.
pub(super) fn not_understood(state: &State, asked: &str, forms: &[String], lang: Lang) -> String {
    let title = super::problem::Kind::NotUnderstood.title().get(lang);
    let body = html! {
        h1 { (title) }
        @if !forms.is_empty() {
            h2 { (pages::NEAREST_FORMS.get(lang)) }
            ul { @for form in forms { li { (form) } } }
        }
    };
    shell(state, title, None, asked, lang, &body)
}

/// A page: what stands on all of them, and its own body. `path` is its address, without the language.
fn shell(state: &State, title: &str, path: Option<&str>, asked: &str, lang: Lang, body: &Markup) -> String {
    let other = match lang {
        Lang::En => Lang::Vi,
        Lang::Vi => Lang::En,
    };
    let page = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) @if title != pages::NAME.get(lang) { " · " (pages::NAME.get(lang)) } }
                link rel="stylesheet" href=(STYLE);
                link rel="icon" href=(ICON);
                @if let Some(path) = path {
                    @for lang in Lang::ALL { link rel="alternate" hreflang=(lang.code()) href=(in_language(path, lang)); }
                }
            }
            body {
                header {
                    nav {
                        a href=(in_language("/", lang)) { strong { (pages::NAME.get(lang)) } }
                        @if let Some(path) = path {
                            a href=(in_language(path, other)) hreflang=(other.code()) lang=(other.code()) {
                                (pages::IN_OTHER_LANGUAGE.get(lang))
                            }
                        }
                    }
                    form role="search" action="/search" {
                        label for="q" { (pages::SEARCH_LABEL.get(lang)) }
                        input #q name="q" type="search" value=(asked) required autocomplete="off";
                        input type="hidden" name="lang" value=(lang.code());
                        button { (pages::SEARCH.get(lang)) }
                    }
                }
                @if !state.problems.is_empty() {
                    aside.warning role="alert" {
                        p { (pages::STALE.get(lang)) }
                        @for problem in &state.problems { pre { (problem) } }
                    }
                }
                main { (body) }
            }
        }
    };
    let mut text = page.into_string();
    text.push('\n');
    text
}

/// The field that asks the same about another date, where the question has one and is not asked about a window.
fn date_form(address: &Address, lang: Lang) -> Markup {
    let windowed = address
        .parameters
        .iter()
        .any(|(field, _)| field == "from" || field == "to");
    let path = Address {
        parameters: Vec::new(),
        ..address.clone()
    };
    let mut dated = address.clone();
    dated.parameters.retain(|(field, _)| field != "at");
    dated.parameters.push(("at".to_owned(), Some("2000".to_owned())));
    if windowed || Request::from_address(&dated).is_err() {
        return html! {};
    }
    let at = address.parameters.iter().find(|(field, _)| field == "at");
    let at = at.and_then(|(_, date)| date.as_deref()).unwrap_or_default();
    html! {
        form.date action=(address_of("", &path)) {
            label for="at" { (pages::AS_OF.get(lang)) }
            input #at name="at" value=(at) size="12" autocomplete="off" aria-describedby="dates";
            @for (field, value) in address.parameters.iter().filter(|(field, _)| field != "at") {
                input type="hidden" name=(field) value=(value.as_deref().unwrap_or("true"));
            }
            input type="hidden" name="lang" value=(lang.code());
            button { (pages::SHOW.get(lang)) }
            span #dates .faint { (pages::DATE_FORM.get(lang)) }
        }
    }
}

/// The address of a request on this server, below a prefix.
pub(super) fn address_of(prefix: &str, address: &Address) -> String {
    format!("{prefix}/{address}")
}

/// The same in a language, English too: where the address does not say, the reader's browser decides.
pub(super) fn in_language(path: &str, lang: Lang) -> String {
    let between = if path.contains('?') { '&' } else { '?' };
    format!("{path}{between}lang={}", lang.code())
}

/// The same in a format and a language.
pub(super) fn with_format(address: &str, format: Format, lang: Lang) -> String {
    let (path, query) = address
        .split_once('?')
        .map_or((address, None), |(path, query)| (path, Some(query)));
    let query = query.map_or_else(String::new, |query| format!("?{query}"));
    in_language(&format!("{path}.{}{query}", format.extension()), lang)
}
