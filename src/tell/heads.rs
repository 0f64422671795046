//! The first line of answers.

use super::words::Words;
use crate::judge::View;
use crate::lang::answers;
use crate::report::Line;

/// "Microsoft and Dell   as of 2026-11-23   as known at 2020-12-31".
pub(crate) fn head(view: &View<'_>, words: Words<'_>, title: String) -> Line {
    let line = Line::new(title).then(answers::AS_OF.fill(words.lang, &[("date", &view.scope.asked)]));
    match view.scope.known.0 {
        Some(day) => line.then(answers::KNOWN_AT.fill(words.lang, &[("date", &day)])),
        None => line,
    }
}

/// "Microsoft and Dell".
pub(crate) fn pair(words: Words<'_>, (a, b): (crate::model::CompanyId, crate::model::CompanyId)) -> String {
    answers::AND.fill(words.lang, &[("a", &words.company(a)), ("b", &words.company(b))])
}
