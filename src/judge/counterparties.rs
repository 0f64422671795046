//! Whom a company competes and cooperates with: its counterparties and their stances.

use std::collections::BTreeMap;

use crate::derived::{Tie, TieEnd};
use crate::graph::{Bond, Presence};
use crate::judge::closer::{Closer, closer};
use crate::judge::held::Held;
use crate::judge::phases::{Boundary, phases};
use crate::judge::{Stance, View, stance};
use crate::model::{CompanyId, Model};
use crate::values::{Day, PartialDate};
use crate::vocab::{Side, Zone};

/// A counterparty and all that ties it to the asked company within the asked time.
#[derive(Clone, Debug)]
pub struct Counterparty {
    /// The company, rolled up.
    pub company: CompanyId,
    /// The stance.
    pub stance: Stance,
    /// The stance that firm ties alone give.
    pub firm: Zone,
    /// What a coopetition comes to; `None` where it is none.
    pub closer: Option<Closer>,
    /// When that stance began; `None` where nothing tells.
    pub stance_since: Option<Boundary>,
    /// The earliest date of a cooperative or competitive tie, ended ones included.
    pub first_tie: Option<PartialDate>,
    /// The ties that hold and are shown, in the order of sides and kinds.
    pub ties: Vec<Held>,
    /// All ties that hold, whatever is shown: the stance rests on them.
    pub rests_on: Vec<Held>,
}

/// Which ties and counterparties an answer keeps; all of them by default.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Only counterparties in this stance.
    pub stance: Option<Zone>,
    /// Only ties of this side.
    pub side: Option<Side>,
    /// Only ties in which the company, or a member of its group, has one of these roles; any when empty.
    pub roles: Vec<String>,
    /// Whether to look for companies with products in one market, too.
    pub same_market: bool,
    /// Whether to tell, apart, ties that were first seen so late that nothing is known of them at the asked time.
    pub full: bool,
}

impl Wanted {
    pub(crate) fn admits(&self, model: &Model, tie: &Tie, end: TieEnd) -> bool {
        let role = || tie.role(model, end);
        self.side.is_none_or(|side| side == tie.side)
            && (self.roles.is_empty() || self.roles.iter().any(|wanted| wanted == role()))
    }
}

/// The counterparties of `company` within the scope: coopetition first, then sequential, cooperation, competition, the rest;
/// those with more ties first, then by name.
///
/// Those that the budget does not reach are left out. Cost: the bonds of its group, and for each counterparty the product of
/// its cooperative and competitive ones.
#[must_use]
pub fn counterparties(view: &View<'_>, company: CompanyId, wanted: &Wanted) -> Vec<Counterparty> {
    let mut by_counterparty: BTreeMap<CompanyId, Vec<Bond>> = BTreeMap::new();
    for bond in view.bonds(company) {
        by_counterparty.entry(bond.other).or_default().push(bond);
    }
    let shows = |bond: &Bond| wanted.admits(view.model(), &bond.tie, bond.end) && view.shows(bond);
    let mut found: Vec<Counterparty> = by_counterparty
        .iter()
        .filter(|(_, bonds)| bonds.iter().any(shows))
        .filter_map(|(other, bonds)| {
            view.meter.spend(bonds.len().saturating_mul(bonds.len())).ok()?;
            counterparty(view, company, *other, bonds, &shows)
        })
        .filter(|found| wanted.stance.is_none_or(|zone| found.stance.zone == zone))
        .collect();
    found.sort_by_cached_key(|c| {
        let name = view.model()[c.company].label().to_lowercase();
        (
            zone_order(c.stance.zone),
            std::cmp::Reverse(c.ties.len()),
            name,
            c.company,
        )
    });
    found
}

/// The order of zones in an answer: coopetition first.
pub(crate) const fn zone_order(zone: Zone) -> u8 {
    match zone {
        Zone::Coopetition => 0,
        Zone::Sequential => 1,
        Zone::Cooperation => 2,
        Zone::Competition => 3,
        Zone::OneGroup => 4,
        Zone::None => 5,
    }
}

/// What ties a counterparty to the company; `None` when nothing that is shown holds within the asked time.
fn counterparty(
    view: &View<'_>,
    company: CompanyId,
    other: CompanyId,
    bonds: &[Bond],
    shows: &dyn Fn(&Bond) -> bool,
) -> Option<Counterparty> {
    let holding = || bonds.iter().filter(|bond| view.scope.presence(bond) > Presence::No);
    let mut ties = Held::merged(view, holding().filter(|bond| shows(bond)));
    if ties.is_empty() {
        return None;
    }
    ties.sort_by_key(|tie| (tie.side, tie.kind, tie.projection, tie.end));
    let stance = view.stance(bonds);
    let firm = stance::firm(view.graph, view.scope, bonds);
    let together = view.one_group(company, other);
    let last = view.scope.asked.last_day();
    let stance_since = phases(view.graph, (company, other), bonds, &together)
        .iter()
        .rev()
        .find(|phase| phase.from.earliest <= last && phase.zone == stance.zone)
        .map(|phase| phase.from.clone());
    Some(Counterparty {
        company: other,
        closer: closer(view, bonds),
        stance,
        firm,
        stance_since,
        first_tie: first_tie(view, bonds),
        ties,
        rests_on: Held::merged(view, holding()),
    })
}

/// The earliest date that a cooperative or competitive relation of the pair bears; `None` too where one without a date was
/// surely there before.
fn first_tie(view: &View<'_>, bonds: &[Bond]) -> Option<PartialDate> {
    let mut dated: Option<PartialDate> = None;
    let mut undated: Option<Day> = None;
    for bond in bonds {
        if bond.inside || !matches!(bond.side(), Side::Cooperation | Side::Competition) {
            continue;
        }
        let known = view.graph.relation(bond.tie.relation);
        match (known.first_date(), known.span()) {
            (Some(date), _) => dated = Some(dated.map_or(date, |first| first.min(date))),
            (None, Some(span)) => {
                let by = span.interval.start().1;
                undated = Some(undated.map_or(by, |first| first.min(by)));
            }
            (None, None) => {}
        }
    }
    dated.filter(|date| undated.is_none_or(|by| date.first() <= by))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derived::Knowledge;
    use crate::graph::Graph;
    use crate::judge::Scope;
    use crate::judge::testing::{Data, date};
    use crate::model::Moment;

    #[test]
    fn the_first_tie_is_not_told_where_one_without_a_date_was_there_before() {
        let mut data = Data::new();
        let company = data.company("a");
        data.tie("supply", "a > b", "1995..");
        let undated = data.tie("alliance", "a, b", "");
        data.edit(undated).since = Some(Moment::Unknown);
        let first = |data: &Data, from: &str| {
            let mut data = data.model.clone();
            data.relations[0].since = Some(Moment::On(date(from)));
            let graph = Graph::new(&data, Knowledge::ALL);
            let scope = Scope::at(date("1996"));
            let view = View::new(&graph, &scope);
            counterparties(&view, company, &Wanted::default())[0].first_tie
        };
        // its only source is of 1990-01-01
        assert_eq!(first(&data, "1995"), None);
        assert_eq!(first(&data, "1989"), Some(date("1989")));
    }
}
