//! Rings of holdings: companies of which each owns a part of the next.

use std::cmp::Reverse;

use crate::derived::Holding;
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::holdings::Owning;
use crate::model::CompanyId;
use crate::values::{Day, Interval};

/// A ring of holdings, all of which may hold on one day within the asked time.
#[derive(Clone, Debug, PartialEq)]
pub struct Ring {
    /// What each company has of the next, the last of the first.
    pub legs: Vec<Vec<Owning>>,
    /// How surely there is a day on which every leg holds.
    pub together: Presence,
}

impl Ring {
    /// Its companies, each an owner of the next.
    pub fn companies(&self) -> impl Iterator<Item = CompanyId> {
        self.legs.iter().filter_map(|leg| Some(leg.first()?.holding.owner))
    }
}

/// How many choices of one holding a leg are judged; most legs have one.
const CHOICES: usize = 256;

/// The rings of holdings of up to `length` companies, the surest first, then the shorter, then by name; and whether these are
/// all.
pub(super) fn rings(view: &View<'_>, company: Option<CompanyId>, length: usize) -> (Vec<Ring>, bool) {
    let window = view.scope.asked.window();
    let admit = |holding: &Holding| Owning::of(view, holding).is_some();
    let loops = view.graph.rings_of_holdings(company, length, window, view.meter, admit);
    let mut found: Vec<Ring> = loops.cycles.iter().filter_map(|ring| one(view, ring, window)).collect();
    found.sort_by_cached_key(|ring| {
        let names: Vec<String> = ring
            .companies()
            .map(|id| view.model()[id].label().to_lowercase())
            .collect();
        (Reverse(ring.together), ring.legs.len(), names)
    });
    (found, loops.whole)
}

fn one(view: &View<'_>, companies: &[CompanyId], window: Interval) -> Option<Ring> {
    let next = companies.iter().cycle().skip(1);
    let mut choices: Vec<(Vec<Interval>, Day)> = vec![(Vec::new(), Day::MAX)];
    let mut legs = Vec::new();
    for (owner, owned) in companies.iter().zip(next) {
        let leg: Vec<(&Holding, Owning)> = view
            .graph
            .holdings()
            .by(*owner)
            .filter(|holding| holding.owned == *owned)
            .filter_map(|holding| Some((holding, Owning::of(view, holding)?)))
            .collect();
        let longer = choices.iter().flat_map(|(parts, presumed_from)| {
            leg.iter().map(|(holding, _)| {
                let parts = parts.iter().copied().chain([holding.interval]).collect();
                (parts, (*presumed_from).min(holding.presumed_from))
            })
        });
        choices = longer.take(CHOICES).collect();
        legs.push(leg.into_iter().map(|(_, owning)| owning).collect());
    }
    let judged = choices
        .iter()
        .map(|(parts, presumed_from)| Presence::of(parts, *presumed_from, window));
    let together = judged.max().filter(|presence| *presence > Presence::No)?;
    Some(Ring { legs, together })
}
