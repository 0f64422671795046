//! All ties between two companies with their groups, however deep in a group either stands.

use super::bond::Bond;
use super::net::Graph;
use super::rolled::Time;
use crate::derived::{Tie, TieEnd, Top};
use crate::model::CompanyId;
use crate::values::{Holds, Interval, overlap};

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
        let identity = self.groups().identity();
        let (a, b) = (identity.root(a), identity.root(b));
        let theirs = self.circle(b, a, group);
        let mut links = Vec::new();
        for (member, mine) in self.circle(a, b, group) {
            for at in self.ties_of(member) {
                let (tie, end) = (self.tie(at), at.end());
                let met = tie.other(end);
                for (_, yours) in theirs.iter().filter(|(id, _)| *id == met) {
                    links.push(Link {
                        tie,
                        end,
                        mine: self.on_behalf(member, a),
                        theirs: self.on_behalf(met, b),
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
        self.linked(a, b, group, |tie| self.time_of(tie))
    }

    /// What `a` and `b` intend and intended, as [`Graph::bonds_between`] finds ties, each for the time for which it was open.
    #[must_use]
    pub fn intentions_between(&self, a: CompanyId, b: CompanyId, group: bool) -> Vec<Bond> {
        self.linked(a, b, group, |tie| self.intended_time(tie))
    }

    /// The ties between `a` and `b`, with the caller's judgement of when a tie holds.
    fn linked(&self, a: CompanyId, b: CompanyId, group: bool, time: impl Fn(&Tie) -> Time) -> Vec<Bond> {
        let times = if group {
            split(&self.one_group(a, b))
        } else {
            vec![(Vec::new(), false)]
        };
        let mut bonds = Vec::new();
        for link in self.links_between(a, b, group) {
            let Some((dated, presumed_from, firm)) = time(&link.tie) else {
                continue;
            };
            for (when, inside) in &times {
                let parts: Vec<Interval> = dated.iter().chain(&link.memberships).chain(when).copied().collect();
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

    /// A company and all that stood for it at some time other than through `apart_from`, with `group` also what belonged to
    /// it; each with what must hold for it.
    #[must_use]
    pub fn circle(&self, company: CompanyId, apart_from: CompanyId, group: bool) -> Vec<(CompanyId, Vec<Interval>)> {
        self.groups().members_without(company, apart_from, group)
    }

    /// The times when two companies are parts of one group, each as what must hold together for it.
    #[must_use]
    pub fn one_group(&self, a: CompanyId, b: CompanyId) -> Vec<Vec<Interval>> {
        self.shared_tops(&self.all_tops(a), b, &|_| true)
    }

    /// The times when two companies are not parts of one group, each as what must hold together for it.
    pub(super) fn apart_times(&self, a: CompanyId, b: CompanyId) -> Vec<Vec<Interval>> {
        let times = split(&self.one_group(a, b));
        times
            .into_iter()
            .filter(|(_, inside)| !inside)
            .map(|(time, _)| time)
            .collect()
    }

    /// All time, split by whether a counterparty, rolled up to below the companies `above` the asked one, is part of one
    /// group with it; `tops` are those of the asked one.
    pub(super) fn apart_and_together(
        &self,
        (company, tops): (CompanyId, &[Top]),
        other: CompanyId,
        above: &[CompanyId],
    ) -> Vec<(Vec<Interval>, bool)> {
        split(&self.shared_tops(tops, other, &|id| id != company && above.contains(&id)))
    }

    /// The times when a company with some tops has one of them in common with another, which that reaches through parents that
    /// it `may` climb onto.
    fn shared_tops(&self, tops: &[Top], other: CompanyId, may: &dyn Fn(CompanyId) -> bool) -> Vec<Vec<Interval>> {
        let theirs = self.groups().tops(self.model(), other, true, may);
        let mut times = Vec::new();
        for mine in tops {
            for top in theirs.iter().filter(|top| top.root == mine.root) {
                let parts: Vec<Interval> = mine.parts.iter().chain(&top.parts).copied().collect();
                if overlap(&parts) != Holds::No {
                    times.push(parts);
                }
            }
        }
        times
    }

    /// All tops of a company, through whatever it belonged to.
    pub(super) fn all_tops(&self, company: CompanyId) -> Vec<Top> {
        self.groups().tops(self.model(), company, true, &|_| true)
    }
}

/// All time, split by some times, each given as what must hold together for it; of the rest, each piece likewise.
///
/// Where several things must hold together, the rest is when one of them does not: its pieces may cover a day twice.
fn split(together: &[Vec<Interval>]) -> Vec<(Vec<Interval>, bool)> {
    let mut apart: Vec<Vec<Interval>> = vec![Vec::new()];
    for time in together {
        let outside: Vec<Interval> = time
            .iter()
            .flat_map(|part| part.before().into_iter().chain(part.after()))
            .collect();
        let mut pieces: Vec<Vec<Interval>> = Vec::new();
        for piece in &apart {
            for interval in &outside {
                let smaller: Vec<Interval> = piece.iter().chain([interval]).copied().collect();
                if overlap(&smaller) != Holds::No && !pieces.contains(&smaller) {
                    pieces.push(smaller);
                }
            }
        }
        apart = pieces;
    }
    let apart = apart.into_iter().map(|piece| (piece, false));
    apart.chain(together.iter().map(|time| (time.clone(), true))).collect()
}
