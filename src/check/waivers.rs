//! Waivers: lints that are said not to apply to a record, and those among them that silence nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::{Findings, Page, Selection};
use crate::diagnostics::{Code, Diagnostic};
use crate::lower::{Lowered, Waiver};
use crate::values::suggest::did_you_mean;

pub(super) const PAGE: Page = Page {
    code: Code::UnusedWaiver,
    what: "An entry of `waive` names a lint that does not report the record, or a record that does not exist. It is \
           judged only where the lint was run: a waiver of a lint that is run by name is not in the way of others.",
    why: "A waiver is a statement that somebody looked and found the record to be right. When the record has changed, \
          the statement is about something else, and it would silence the next mistake too.",
    example: "\
waive:
  - {code: lonely-company, on: microsoft, why: a holding that only owns}
",
    instead: "\
waive: []
",
};

/// Drops lints that are waived, and reports waivers that silence nothing where that is asked for.
pub(super) fn apply(lowered: &Lowered, lints: &Selection, findings: Findings) -> Vec<Diagnostic> {
    let mut by_record: BTreeMap<(Code, String), Vec<usize>> = BTreeMap::new();
    for (at, waiver) in lowered.waivers.iter().enumerate() {
        for id in ids(waiver) {
            by_record.entry((waiver.code, id)).or_default().push(at);
        }
    }
    let mut used = vec![false; lowered.waivers.len()];
    let (mut kept, beyond) = (Vec::new(), findings.beyond());
    for finding in findings.into_vec() {
        let code = finding.diagnostic.code;
        let mut waived = false;
        for key in finding.on {
            let id = key.id(&lowered.model).to_owned();
            for at in by_record.get(&(code, id)).into_iter().flatten() {
                used[*at] = true;
                waived = true;
            }
        }
        if !waived {
            kept.push(finding.diagnostic);
        }
    }
    let unused: Vec<&Waiver> = lowered
        .waivers
        .iter()
        .zip(used)
        // of those that were not kept nobody knows whether it silences one
        .filter(|(waiver, used)| !used && !beyond.contains_key(&waiver.code))
        .map(|(waiver, _)| waiver)
        .collect();
    if lints.has(Code::UnusedWaiver) && !unused.is_empty() {
        let known: BTreeSet<&str> = lowered.origins.keys().map(|key| key.id(&lowered.model)).collect();
        kept.extend(unused.into_iter().filter_map(|waiver| report(&known, lints, waiver)));
    }
    kept
}

/// What a waiver's `on` may mean: an id as it stands, or one of its file's case.
fn ids(waiver: &Waiver) -> impl Iterator<Item = String> {
    let local = waiver.case.as_ref().map(|case| format!("{case}/{}", waiver.on));
    std::iter::once(waiver.on.to_string()).chain(local)
}

fn report(known: &BTreeSet<&str>, lints: &Selection, waiver: &Waiver) -> Option<Diagnostic> {
    if !ids(waiver).any(|id| known.contains(id.as_str())) {
        let headline = format!(
            "the waiver of `{}` is on `{}`, which does not exist",
            waiver.code, waiver.on
        );
        let diagnostic = Diagnostic::new(Code::UnusedWaiver, headline, waiver.on_span, "no record has this id");
        let local = known
            .iter()
            .map(|id| id.rsplit_once('/').map_or(*id, |(_, local)| local));
        let near = did_you_mean(&waiver.on, known.iter().copied().chain(local));
        return Some(diagnostic.help(near.unwrap_or_else(|| "remove the waiver, or name the record".to_owned())));
    }
    lints.has(waiver.code).then(|| {
        let headline = format!("the waiver of `{}` on `{}` silences nothing", waiver.code, waiver.on);
        Diagnostic::new(
            Code::UnusedWaiver,
            headline,
            waiver.span,
            "not reported for this record",
        )
        .secondary(waiver.on_span, "")
        .help("remove the waiver: the record has changed, or the lint never applied to it")
    })
}
