//! What a picture is called and whom it is about.

use std::collections::BTreeSet;

use super::Subject;
use super::scene::Style;
use super::words::Words;
use crate::judge::View;
use crate::lang::pictures;
use crate::model::CompanyId;
use crate::values::clean::one_line;

/// The companies that a picture is about: those asked for, else those of the case.
pub(super) fn about(view: &View<'_>, subject: &Subject) -> BTreeSet<CompanyId> {
    let of_case = view
        .scope
        .case
        .map(|case| view.model()[case].about.clone())
        .unwrap_or_default();
    let asked = if subject.companies.is_empty() {
        of_case
    } else {
        subject.companies.clone()
    };
    asked.into_iter().collect()
}

/// What stands over a picture.
pub(super) fn heading(words: &Words<'_>, subject: &Subject, style: Style) -> String {
    let (model, scope, lang) = (words.model(), words.view.scope, words.lang);
    let case = scope
        .case
        .map(|case| one_line(model[case].title.get(lang.code())).into_owned());
    let market = scope
        .market
        .map(|market| one_line(model[market].name.get(lang.code())).into_owned());
    let asked = (!subject.companies.is_empty()).then(|| words.companies(&subject.companies, 6));
    let name = asked.clone().or(case.clone()).or(market.clone());
    let named = name.clone().unwrap_or_else(|| pictures::ALL_DATA.get(lang).to_owned());
    match (style, subject.companies.as_slice()) {
        (Style::Lanes, [a, b]) => {
            pictures::LANES_TITLE.fill(lang, &[("a", &words.company(*a)), ("b", &words.company(*b))])
        }
        (Style::Lanes, _) => pictures::OVER_TIME.fill(lang, &[("name", &named)]),
        (Style::Matrix, _) => pictures::MATRIX_TITLE.fill(lang, &[("name", &named)]),
        (Style::Flow, _) => pictures::FLOW_TITLE.fill(lang, &[("name", &named)]),
        (Style::Waterfall, _) => pictures::WATERFALL_TITLE.fill(lang, &[("name", &named)]),
        (Style::Ego, _) => pictures::EGO_TITLE.fill(lang, &[("name", &named)]),
        (Style::Map, _) if asked.is_some() && subject.hops > 0 => pictures::NEAR.fill(lang, &[("names", &named)]),
        (Style::Map, _) if asked.is_some() => pictures::MAP_OF.fill(lang, &[("names", &named)]),
        (Style::Map, _) => match (case, market) {
            (Some(case), _) => case,
            (None, Some(market)) => pictures::MARKET_TITLE.fill(lang, &[("name", &market)]),
            (None, None) => pictures::MAP_TITLE.get(lang).to_owned(),
        },
    }
}
