//! All ties between a company with its group and everybody else, rolled up.

use std::collections::BTreeMap;

use super::bond::Bond;
use super::net::Graph;
use super::rolled::Time;
use crate::derived::{Tie, Top};
use crate::model::CompanyId;
use crate::values::{Holds, Interval, overlap};

/// A company that another one rolls up to, and all time, split by whether the two are one group.
type Met = (Top, Vec<(Vec<Interval>, bool)>);

impl Graph<'_> {
    /// The bonds of `company`: its own ties and, with `group`, those of what belonged to it at the time.
    ///
    /// Counterparties are rolled up through their parents, never onto a company that the asked one belongs to. Only
    /// relations that count are here. A tie whose ends change groups is several bonds, each with its own time. Ties inside
    /// the asked company's own group are left out; those with its parents and sisters are marked `inside`.
    ///
    /// Cost: linear in the ties of the group, times the depth of groups.
    #[must_use]
    pub fn bonds(&self, company: CompanyId, group: bool) -> Vec<Bond> {
        self.gathered(company, None, group, |tie| self.time_of(tie))
    }

    /// As [`Graph::bonds`], of one of two companies that are asked about side by side: counterparties are rolled up onto
    /// nothing that either belongs to, so that they are the same companies for both. What belongs to `company` through
    /// `beside` is left out, and so are the ties of the two with each other.
    #[must_use]
    pub fn bonds_beside(&self, company: CompanyId, beside: CompanyId, group: bool) -> Vec<Bond> {
        let mut bonds = self.gathered(company, Some(beside), group, |tie| self.time_of(tie));
        bonds.retain(|bond| bond.other != beside);
        bonds
    }

    /// What `company` and its counterparties intend and intended, as [`Graph::bonds`] gathers ties, each for the time for
    /// which it was open.
    #[must_use]
    pub fn intentions(&self, company: CompanyId, group: bool) -> Vec<Bond> {
        self.gathered(company, None, group, |tie| self.intended_time(tie))
    }

    /// The ties of `company`, alone or beside another, with the caller's judgement of when a tie holds.
    fn gathered(
        &self,
        company: CompanyId,
        beside: Option<CompanyId>,
        group: bool,
        time: impl Fn(&Tie) -> Time,
    ) -> Vec<Bond> {
        let groups = self.groups();
        let company = groups.identity().root(company);
        let beside = beside.map(|id| groups.identity().root(id));
        let members = match beside {
            Some(beside) => self.circle(company, beside, group),
            None => groups.members(company, group),
        };
        let asked = || [company].into_iter().chain(beside);
        let above = asked().flat_map(|id| groups.ancestors(id, group));
        let ancestors: Vec<CompanyId> = above.map(|(id, _)| id).collect();
        // onto itself, so that ties inside its own group are seen and left out, but onto nothing above it
        let may = |id| asked().any(|one| one == id) || !ancestors.contains(&id);
        let tops = if group { self.all_tops(company) } else { Vec::new() };
        // what each met company rolls up to, apart from the asked one, and when the two are one group: once for all their ties
        let met_as = |met: CompanyId| -> Vec<Met> {
            let others = groups.tops(self.model(), met, group, &may).into_iter();
            let others = others.filter(|top| top.root != company);
            others
                .map(|top| {
                    let times = if group {
                        self.apart_and_together((company, &tops), top.root, &ancestors)
                    } else {
                        vec![(Vec::new(), false)]
                    };
                    (top, times)
                })
                .collect()
        };
        let mut all_met: BTreeMap<CompanyId, Vec<Met>> = BTreeMap::new();
        let mut bonds = Vec::new();
        for (member, membership) in &members {
            for at in self.ties_of(*member) {
                let (tie, end) = (self.tie(at), at.end());
                let Some((dated, presumed_from, firm)) = time(&tie) else {
                    continue;
                };
                let met = tie.other(end);
                for (top, times) in all_met.entry(met).or_insert_with(|| met_as(met)) {
                    for (time, inside) in times {
                        let mut parts = dated.clone();
                        parts.extend(membership.iter().chain(&top.parts).chain(&*time));
                        if overlap(&parts) == Holds::No {
                            continue;
                        }
                        bonds.push(Bond {
                            tie,
                            end,
                            other: top.root,
                            mine: self.on_behalf(*member, company),
                            theirs: self.on_behalf(met, top.root),
                            parts,
                            presumed_from,
                            firm,
                            inside: *inside,
                        });
                    }
                }
            }
        }
        bonds
    }
}
