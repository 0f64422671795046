//! The relations of a pair up to the asked time: those that count, and those that do not, with the reason.

use std::collections::BTreeSet;

use crate::derived::Standing;
use crate::graph::{Bond, Presence};
use crate::judge::held::Held;
use crate::judge::{View, intentions};
use crate::model::{CompanyId, RecordId, RelationId};
use crate::values::{Day, Interval};

/// A relation of the pair that does not count.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncounted {
    /// The relation as a tie; it holds at no time.
    pub tie: Held,
    /// Why it does not count.
    pub standing: Standing,
    /// The records by which it does not.
    pub by: Vec<RecordId>,
}

/// The relations of a pair up to the asked time, each once, those that do not count among them.
pub(crate) fn relations(view: &View<'_>, a: CompanyId, b: CompanyId) -> BTreeSet<RelationId> {
    let counted = so_far(view, &view.bonds_between(a, b));
    let uncounted = uncounted(view, a, b).into_iter().map(|uncounted| uncounted.tie);
    let intended = intentions::of_pair(view, a, b).into_iter().map(|intended| intended.tie);
    counted
        .into_iter()
        .chain(uncounted)
        .chain(intended)
        .flat_map(|tie| tie.relations)
        .collect()
}

/// The relations of some bonds of a pair that began by the end of the asked time, ended ones included, in the order of their
/// start.
pub(crate) fn so_far(view: &View<'_>, bonds: &[Bond]) -> Vec<Held> {
    let (past, window) = (view.scope.asked.past(), view.scope.asked.window());
    // where only firm ties are asked for, one that perhaps holds is none, and no ended one either
    let firm_enough = |bond: &Bond| view.scope.presence(bond) > Presence::No || bond.presence(window) == Presence::No;
    let so_far = bonds
        .iter()
        .filter(|bond| view.shows(bond) && bond.presence(past) > Presence::No && firm_enough(bond));
    let mut ties = Held::merged(view, so_far);
    ties.sort_by_key(|tie| (start(view, tie), tie.relations.clone(), tie.projection, tie.end));
    ties
}

/// When the relations of a tie began, for sorting: the earliest possible day, then the latest.
fn start(view: &View<'_>, tie: &Held) -> (Day, Day) {
    view.graph
        .span(tie.relations[0])
        .map_or((Day::MAX, Day::MAX), |span| span.interval.start())
}

/// Relations of the pair that do not count, in the order of their start, with the reason; intentions stand apart.
pub(crate) fn uncounted(view: &View<'_>, a: CompanyId, b: CompanyId) -> Vec<Uncounted> {
    let standings = view.graph.standings();
    let mut found: Vec<Uncounted> = Vec::new();
    let links = view.graph.links_between(a, b, view.scope.group);
    view.pay(links.len());
    for link in links {
        let id = link.tie.relation;
        let standing = standings.of(id);
        let span = view.graph.span(id);
        let parts: Vec<Interval> = link
            .memberships
            .iter()
            .copied()
            .chain(span.map(|span| span.interval))
            .chain([view.graph.lives(&link.tie)])
            .collect();
        let shown = !matches!(standing, Standing::Counts | Standing::Intended | Standing::Unknown)
            && view.scope.admits(view.model(), standings.confidence(id), id)
            && Presence::of(&parts, Day::MAX, view.scope.asked.past()) > Presence::No;
        if shown && !found.iter().any(|other| other.tie.relations.contains(&id)) {
            let bond = Bond {
                tie: link.tie,
                end: link.end,
                other: b,
                mine: link.mine,
                theirs: link.theirs,
                parts,
                presumed_from: span.map_or(Day::MAX, |span| span.presumed_from),
                firm: false,
                inside: false,
            };
            let mut tie = Held::of(view, &bond);
            tie.presence = Presence::No;
            found.push(Uncounted {
                by: against(view, id, standing),
                tie,
                standing,
            });
        }
    }
    found.sort_by_key(|uncounted| (start(view, &uncounted.tie), uncounted.tie.relations[0]));
    found
}

/// The records by which a relation does not count: those that refute it, or the one that counts in its place.
fn against(view: &View<'_>, id: RelationId, standing: Standing) -> Vec<RecordId> {
    match standing {
        Standing::Refuted => view.model()[id].refuted_by.clone(),
        Standing::Outweighed => {
            let standings = view.graph.standings();
            let rivals = standings
                .disputes()
                .iter()
                .filter(|group| group.contains(&id))
                .flatten();
            rivals
                .filter(|other| standings.of(**other) != Standing::Outweighed && standings.is_disputed(**other))
                .map(|other| RecordId::Relation(*other))
                .collect()
        }
        _ => Vec::new(),
    }
}
