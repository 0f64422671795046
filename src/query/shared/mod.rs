//! `shared A B`: who supplies, finances, hosts or otherwise works with both.

mod request;
mod table;
#[cfg(test)]
mod tests;
pub mod wire;

use std::cmp::Reverse;

use crate::derived::TieEnd;
use crate::graph::{Bond, Presence, Runs, seamless, together};
use crate::judge::network::Step;
use crate::judge::phases::Boundary;
use crate::judge::sums::Ledger;
use crate::judge::thirds::{Third, thirds};
use crate::judge::{Stance, View, stance};
use crate::model::CompanyId;
use crate::values::Day;
use crate::vocab::{Side, Zone};

pub use request::Request;
pub use table::table;
pub use wire::{Answer, wire};

/// Who works with both of two companies.
#[derive(Clone, Debug)]
pub struct Shared {
    /// The two companies.
    pub pair: [CompanyId; 2],
    /// Whether the two are one group within the asked time.
    pub one_group: Presence,
    /// Who cooperates with both: those that compete with one of them first, those with more ties before others, then by name.
    pub partners: Vec<Partner>,
}

impl Shared {
    /// The sums of the amounts of all its ties.
    #[must_use]
    pub fn ledger<'g>(&self, view: &View<'g>) -> Ledger<'g> {
        let legs = self.partners.iter().flat_map(|partner| &partner.legs);
        Ledger::of(view, legs.flat_map(|leg| &leg.step.ties))
    }
}

/// A company that cooperates with both.
#[derive(Clone, Debug, PartialEq)]
pub struct Partner {
    /// The company, rolled up.
    pub company: CompanyId,
    /// How surely there is a day within the asked time on which it cooperates with both.
    pub together: Presence,
    /// Whether firm ties alone say so.
    pub firm: bool,
    /// Since when it surely cooperates with both at one time, without a break; `None` where no such time is certain.
    pub begins: Option<Boundary>,
    /// Until when; `None` where no end is known.
    pub ends: Option<Boundary>,
    /// What it is to the first and to the second.
    pub legs: [Leg; 2],
}

/// What a company is to one of the two.
#[derive(Clone, Debug, PartialEq)]
pub struct Leg {
    /// Its cooperative and competitive ties, told from it.
    pub step: Step,
    /// Its stance towards the other.
    pub stance: Stance,
    /// The stance that firm ties alone give.
    pub firm: Zone,
}

impl Leg {
    /// How surely it competes with the one it works with, at some time within the asked one.
    #[must_use]
    pub fn competes(&self) -> Presence {
        let rivalries = self.step.ties.iter().filter(|tie| tie.side == Side::Competition);
        rivalries.map(|tie| tie.presence).max().unwrap_or(Presence::No)
    }
}

impl Partner {
    /// Whether it competes with the first or the second, as far as that may be.
    #[must_use]
    pub fn is_rival(&self) -> bool {
        self.legs.iter().any(|leg| leg.competes() > Presence::No)
    }
}

/// Finds who cooperates with both `a` and `b` within the scope; with `roles`, in one of these roles to each.
///
/// Both stand for their groups. Within a window someone may have worked with one after the other: `together` tells. Cost:
/// the bonds of both groups, and for each partner the product of its bonds with the one and the other.
#[must_use]
pub fn shared(view: &View<'_>, a: CompanyId, b: CompanyId, roles: &[String]) -> Shared {
    let window = view.scope.asked.window();
    let one_group = view.one_group(a, b);
    let one_group = one_group.iter().map(|parts| Presence::of(parts, Day::MAX, window));
    let found = thirds(view, a, b).into_iter();
    let mut partners: Vec<Partner> = found.filter_map(|third| partner(view, [a, b], &third, roles)).collect();
    // they come by name
    partners.sort_by_key(|partner| {
        let ties = partner.legs.iter().map(|leg| leg.step.ties.len()).sum::<usize>();
        (!partner.is_rival(), Reverse(ties))
    });
    Shared {
        pair: [a, b],
        one_group: one_group.max().unwrap_or(Presence::No),
        partners,
    }
}

/// What a third company is to both, if it cooperates with both in one of the roles; none when the budget is used up.
fn partner(view: &View<'_>, pair: [CompanyId; 2], third: &Third, roles: &[String]) -> Option<Partner> {
    let [first, second] = third.bonds.each_ref().map(|bonds| wanted(view, bonds, roles));
    let choices = first.len().saturating_mul(second.len());
    view.meter.spend(choices.max(1)).ok()?;
    let works = |bonds: &[Bond]| bonds.iter().any(|bond| bond.side() == Side::Cooperation);
    if !works(&first) || !works(&second) {
        return None;
    }
    let window = view.scope.asked.window();
    let sealed = [&first, &second].map(|bonds| seamless(view.model(), bonds));
    let legs = |firm: bool| {
        let counts = |bond: &&Bond| bond.side() == Side::Cooperation && (bond.firm || !firm);
        sealed
            .each_ref()
            .map(|bonds| bonds.iter().filter(counts).collect::<Vec<&Bond>>())
    };
    let firm = together(&legs(true), window, |presence| match presence {
        Presence::Presumed => Presence::No,
        presence => presence,
    });
    let runs = Runs::of(&legs(false)).within(window);
    let cooperative = [&first, &second]
        .into_iter()
        .flatten()
        .filter(|bond| bond.side() == Side::Cooperation);
    let relations = cooperative.flat_map(|bond| bond.tie.relations());
    let [to_first, to_second] =
        [(pair[0], &first), (pair[1], &second)].map(|(to, bonds)| leg(view, third.company, to, bonds));
    Some(Partner {
        company: third.company,
        together: together(&legs(false), window, |presence| view.scope.accept(true, presence)),
        firm: firm > Presence::No,
        begins: Boundary::last_of(view.graph, &runs, relations),
        ends: Boundary::end_of(&runs),
        legs: [to_first, to_second],
    })
}

/// The bonds of a pair, of the cooperative ones only those in which the counterparty has one of the roles, if any are asked for.
fn wanted(view: &View<'_>, bonds: &[Bond], roles: &[String]) -> Vec<Bond> {
    let plays = |bond: &&Bond| {
        let theirs = match bond.end {
            TieEnd::From => TieEnd::To,
            TieEnd::To => TieEnd::From,
        };
        let role = bond.tie.role(view.model(), theirs);
        roles.is_empty() || bond.side() != Side::Cooperation || roles.iter().any(|wanted| wanted == role)
    };
    bonds.iter().filter(plays).cloned().collect()
}

fn leg(view: &View<'_>, company: CompanyId, to: CompanyId, bonds: &[Bond]) -> Leg {
    let told: Vec<Bond> = bonds.iter().map(|bond| bond.turned(to)).collect();
    Leg {
        step: Step::new(view, company, to, told.iter()),
        stance: view.stance(bonds),
        firm: stance::firm(view.graph, view.scope, bonds),
    }
}
