//! What happened after one asked time and by another: exactly that, and not what differs between the two.

use std::collections::BTreeMap;

use super::{Changes, Diff, Happened, Turned};
use crate::derived::Standing;
use crate::graph::Bond;
use crate::judge::about;
use crate::judge::chosen::chosen;
use crate::judge::phases::phases;
use crate::judge::when::When;
use crate::judge::{View, pairs};
use crate::model::{CompanyId, RelationId};
use crate::values::{Day, Holds, Interval};
use crate::vocab::{Lasts, Zone};

/// The days on which some relations may stand for the company that is asked about, each half-open.
type Stretches = BTreeMap<RelationId, Vec<(Day, Day)>>;

/// Adds what happened within `window` in the view `to`: surely what lies wholly in it, perhaps what may. What was not known
/// in the first view is left to what was learned.
pub(super) fn add(
    found: &mut Diff,
    to: &View<'_>,
    window: Interval,
    only: Option<CompanyId>,
    was_known: impl Fn(RelationId) -> bool,
) {
    let replacements = replacements(to);
    for (id, days) in stretches(to, only) {
        if was_known(id) {
            for (what, when) in relation(to, id, &days, &replacements) {
                put(found, window, when, |changes, when| {
                    changes.relations.push((what, id, Some(when)));
                });
            }
        }
    }
    for turned in turns(to, only) {
        if let Some(when) = turned.when {
            put(found, window, when, |changes, _| changes.stances.push(turned));
        }
    }
    let (deals, events) = about::of_all(to, only);
    for id in deals {
        let dates = to.graph.known().deal(to.model(), &to.model()[id]);
        for (date, signed) in [(dates.from, true), (dates.to, false)] {
            if let Some(date) = date {
                put(found, window, When::On(date), |changes, _| {
                    changes.deals.push((id, signed));
                });
            }
        }
    }
    for id in events {
        let event = &to.model()[id];
        if event.refuted_by.is_empty() {
            put(found, window, When::On(event.date), |changes, _| {
                changes.events.push(id);
            });
        }
    }
}

fn put(found: &mut Diff, window: Interval, when: When, add: impl FnOnce(&mut Changes, When)) {
    match when.within(window) {
        Holds::Yes => add(&mut found.surely, when),
        Holds::Maybe => add(&mut found.perhaps, when),
        Holds::No => {}
    }
}

fn stretches(view: &View<'_>, only: Option<CompanyId>) -> Stretches {
    let mut found = Stretches::new();
    match only {
        Some(company) => {
            let mut intended = view.graph.intentions(company, view.scope.group);
            intended.retain(|bond| view.admits(bond));
            for bond in view.bonds(company).iter().chain(&intended) {
                for id in bond.tie.relations() {
                    found.entry(id).or_default().extend(bond.possible());
                }
            }
        }
        None => {
            let told = chosen(view).into_iter();
            let told = told.filter(|one| matches!(one.standing, Standing::Counts | Standing::Intended));
            found.extend(told.map(|one| (one.relation, vec![(Day::MIN, Day::MAX)])));
        }
    }
    found
}

/// What a relation did on days on which it stands for the company: a tie that was there before its company was bought did not
/// begin for the buyer. A matter of one day does not end, terms that were replaced did not either, and a closed year of payments ends
/// nothing.
fn relation(
    view: &View<'_>,
    id: RelationId,
    days: &[(Day, Day)],
    replacements: &BTreeMap<RelationId, Vec<RelationId>>,
) -> Vec<(Happened, When)> {
    let known = view.graph.relation(id);
    let Some(span) = known.span() else { return Vec::new() };
    let ((s0, s1), (e0, e1)) = (span.interval.start(), span.interval.end());
    let intended = view.graph.standings().of(id) == Standing::Intended;
    let mut found = Vec::new();
    if days.iter().any(|(from, to)| *from <= s1 && s0 < *to) {
        let what = match known.lasts() {
            _ if intended => Happened::Intended,
            Lasts::Point => Happened::TookPlace,
            _ if !replaced(view, id).is_empty() => Happened::Changed,
            _ => Happened::Began,
        };
        found.push((what, When::between(s0, s1)));
    }
    let over = known.lasts() != Lasts::Point && e1 < Day::MAX && days.iter().any(|(from, to)| *from < e1 && e0 <= *to);
    let hands_over = |later: &RelationId| {
        let start = view.graph.span(*later).map(|span| span.interval.start());
        start.is_some_and(|(first, last)| first <= e1 && e0 <= last)
    };
    let handed_on = replacements.get(&id).is_some_and(|later| later.iter().any(hands_over));
    let goes_on = handed_on || known.is_account();
    if over && (intended || !goes_on) {
        let what = if intended { Happened::Dropped } else { Happened::Ended };
        found.push((what, When::between(e0, e1)));
    }
    found
}

/// What counts and takes the place of each relation.
fn replacements(view: &View<'_>) -> BTreeMap<RelationId, Vec<RelationId>> {
    let mut found: BTreeMap<RelationId, Vec<RelationId>> = BTreeMap::new();
    for (later, relation) in view.model().relations() {
        if view.graph.standings().of(later) == Standing::Counts {
            for earlier in &relation.supersedes {
                found.entry(*earlier).or_default().push(later);
            }
        }
    }
    found
}

/// The earlier terms that count and that a relation replaces.
pub(super) fn replaced(view: &View<'_>, id: RelationId) -> Vec<RelationId> {
    let earlier = view.model()[id].supersedes.iter().copied();
    earlier
        .filter(|id| view.graph.standings().of(*id) == Standing::Counts)
        .collect()
}

/// Every turn in the history of every pair, or of those of one company.
fn turns(view: &View<'_>, only: Option<CompanyId>) -> Vec<Turned> {
    let mut bonds: BTreeMap<pairs::Pair, Vec<Bond>> = pairs::bonds(view, only);
    for pair in pairs::memberships(view, only) {
        bonds.entry(pair).or_default();
    }
    let mut found = Vec::new();
    for (pair, bonds) in bonds {
        if view.meter.spend(bonds.len().saturating_mul(bonds.len())).is_err() {
            break;
        }
        let together = view.one_group(pair.0, pair.1);
        let mut before = Zone::None;
        for phase in phases(view.graph, pair, &bonds, &together) {
            let when = When::of_boundary(&phase.from);
            if phase.from.latest > Day::MIN && phase.zone != before {
                found.push(Turned {
                    pair,
                    before,
                    after: phase.zone,
                    when: Some(when),
                });
            }
            before = phase.zone;
        }
    }
    found
}
