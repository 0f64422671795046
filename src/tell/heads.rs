//! The first line of answers: what is asked, as of when, and what was left out by asking.

use super::terms::side_label;
use super::words::Words;
use crate::judge::counterparties::Wanted;
use crate::judge::{Asked, Scope, View};
use crate::lang::{Lang, answers};
use crate::model::{CompanyId, Model};
use crate::report::Line;
use crate::vocab::KINDS;

/// "Microsoft and Dell   as of 2026-11-23   only sources published by 2020-12-31   only investment".
pub(crate) fn head(view: &View<'_>, words: Words<'_>, title: impl Into<String>) -> Line {
    let line = Line::new(title).then(answers::AS_OF.fill(words.lang, &[("date", &view.scope.asked)]));
    restricted(line, view, words.lang)
}

/// A line with what the scope leaves out.
pub(crate) fn restricted(line: Line, view: &View<'_>, lang: Lang) -> Line {
    restrictions(view.model(), view.scope, lang)
        .into_iter()
        .fold(line, Line::then)
}

/// What a scope leaves out or asks otherwise than by default, a part each, for the head of an answer or a picture.
pub(crate) fn restrictions(model: &Model, scope: &Scope, lang: Lang) -> Vec<String> {
    let known = scope.known.0.map(|day| answers::KNOWN_AT.fill(lang, &[("date", &day)]));
    known.into_iter().chain(filters(model, scope, lang)).collect()
}

/// The same without the state of knowledge.
pub(crate) fn filters(model: &Model, scope: &Scope, lang: Lang) -> Vec<String> {
    let first = match scope.asked {
        Asked::At(date) => date.first(),
        Asked::Between(_, to) => to.first(),
    };
    let mut parts = Vec::new();
    if scope.today.is_some_and(|today| first > today) {
        parts.push(answers::IN_THE_FUTURE.get(lang).to_owned());
    }
    let kinds = |kinds: &[usize]| -> Option<String> {
        let names: Vec<&str> = kinds.iter().map(|kind| KINDS[*kind].label.get(lang)).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    parts.extend(kinds(&scope.kinds).map(|list| answers::ONLY.fill(lang, &[("list", &list)])));
    parts.extend(kinds(&scope.except_kinds).map(|list| answers::WITHOUT.fill(lang, &[("list", &list)])));
    parts.extend(scope.market.map(|market| {
        let name = model[market].name.get(lang.code());
        answers::ONLY_MARKET.fill(lang, &[("name", &name)])
    }));
    parts.extend(scope.case.map(|case| {
        let title = model[case].title.get(lang.code());
        answers::ONLY_CASE.fill(lang, &[("name", &title)])
    }));
    parts.extend(scope.min_confidence.map(|grade| {
        let grade = grade.label().get(lang);
        answers::AT_LEAST.fill(lang, &[("grade", &grade)])
    }));
    if scope.firm {
        parts.push(answers::FIRM_ONLY.get(lang).to_owned());
    }
    if !scope.group {
        parts.push(answers::WITHOUT_GROUPS.get(lang).to_owned());
    }
    parts
}

/// What an answer about one company keeps of its ties and counterparties, a part each.
pub(crate) fn wanted(wanted: &Wanted, words: Words<'_>) -> Vec<String> {
    let stance = wanted.stance.map(|zone| words.stance(zone).to_owned());
    let side = wanted.side.map(|side| side_label(side).get(words.lang).to_owned());
    let only = |list: String| answers::ONLY.fill(words.lang, &[("list", &list)]);
    let roles = wanted.roles.join(", ");
    let role = (!roles.is_empty()).then(|| answers::ONLY_AS.fill(words.lang, &[("role", &roles)]));
    stance.into_iter().chain(side).map(only).chain(role).collect()
}

/// "Microsoft and Dell".
pub(crate) fn pair(words: Words<'_>, (a, b): (CompanyId, CompanyId)) -> String {
    answers::AND.fill(words.lang, &[("a", &words.company(a)), ("b", &words.company(b))])
}
