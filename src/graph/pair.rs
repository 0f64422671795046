//! All ties between two companies with their groups, however deep in a group either stands.

use super::bond::Bond;
use super::groups::gaps;
use super::net::Graph;
use super::tie::{Tie, TieEnd};
use crate::model::CompanyId;
use crate::values::{Day, Holds, Interval, overlap};

/// A tie between two groups, whether or not its relation counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The tie.
    pub tie: Tie,
    /// The end on the first company's side.
    pub end: TieEnd,
    /// The member of the first company's group that is party to it, where it is not the company itself.
    pub mine: Option<CompanyId>,
    /// The member of the second company's group that is party to it, where it is not the company itself.
    pub theirs: Option<CompanyId>,
    /// The memberships that must hold for it.
    pub memberships: Vec<Interval>,
}

impl Graph<'_> {
    /// The ties between `a` and `b`: their own and, with `group`, those of what belonged to them at some time.
    ///
    /// Unlike [`Graph::bonds`] it rolls up onto the two asked companies and no further, so that a division or a
    /// subsidiary can be asked about. What belongs to one of them through the other stands for the other alone. The
    /// links of `b` and `a` are the same, seen from the other end.
    #[must_use]
    pub fn links_between(&self, a: CompanyId, b: CompanyId, group: bool) -> Vec<Link> {
        let theirs = self.circle(b, a, group);
        let mut links = Vec::new();
        for (member, mine) in self.circle(a, b, group) {
            for (tie, end) in self.ties_of(member) {
                let met = tie.other(end);
                for (_, yours) in theirs.iter().filter(|(id, _)| *id == met) {
                    links.push(Link {
                        tie,
                        end,
                        mine: (member != a).then_some(member),
                        theirs: (met != b).then_some(met),
                        memberships: mine.iter().chain(yours).copied().collect(),
                    });
                }
            }
        }
        links.sort_by_key(|link| (link.tie, link.end));
        links
    }

    /// The bonds between `a` and `b`, as [`Graph::links_between`] finds them; only relations that count are here.
    ///
    /// A tie that holds both while they are one group and while they are not is several bonds, of which those within the
    /// group are marked `inside`.
    #[must_use]
    pub fn bonds_between(&self, a: CompanyId, b: CompanyId, group: bool) -> Vec<Bond> {
        let times = if group {
            self.apart_and_together(a, b)
        } else {
            vec![(None, false)]
        };
        let mut bonds = Vec::new();
        for link in self.links_between(a, b, group) {
            let Some((dated, presumed_from, firm)) = self.time_of(&link.tie) else {
                continue;
            };
            for (time, inside) in &times {
                let parts: Vec<Interval> = dated.iter().chain(&link.memberships).chain(time).copied().collect();
                if overlap(&parts) != Holds::No {
                    bonds.push(Bond {
                        tie: link.tie,
                        end: link.end,
                        other: b,
                        mine: link.mine,
                        theirs: link.theirs,
                        parts,
                        presumed_from,
                        firm,
                        inside: *inside,
                    });
                }
            }
        }
        bonds
    }

    /// A company and, with `group`, what belonged to it at some time other than through `apart_from`, each with what
    /// must hold for it.
    #[must_use]
    pub fn circle(&self, company: CompanyId, apart_from: CompanyId, group: bool) -> Vec<(CompanyId, Vec<Interval>)> {
        if group {
            self.groups().members_without(company, apart_from)
        } else {
            vec![(company, Vec::new())]
        }
    }

    /// All time, split by whether two companies are one group; no interval stands for all time.
    fn apart_and_together(&self, a: CompanyId, b: CompanyId) -> Vec<(Option<Interval>, bool)> {
        let mut together: Vec<Interval> = self.one_group(a, b).iter().filter_map(|parts| whole(parts)).collect();
        together.sort_unstable();
        together.dedup();
        let apart = gaps(&together).into_iter().map(|gap| (gap, false));
        let together = together.iter().map(|time| (Some(*time), true));
        apart.chain(together).collect()
    }
}

/// The time when all of some intervals hold, as one interval; `None` when they never can.
fn whole(parts: &[Interval]) -> Option<Interval> {
    let (s0, s1) = parts.iter().fold((Day::MIN, Day::MIN), |(s0, s1), part| {
        (s0.max(part.start().0), s1.max(part.start().1))
    });
    let (e0, e1) = parts.iter().fold((Day::MAX, Day::MAX), |(e0, e1), part| {
        (e0.min(part.end().0), e1.min(part.end().1))
    });
    Interval::new(s0, s1, e0, e1)
}
