//! All ties between a company with its group and everybody else, rolled up.

use super::bond::Bond;
use super::net::Graph;
use crate::model::CompanyId;
use crate::values::{Holds, overlap};

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
        let groups = self.groups();
        let company = groups.identity().root(company);
        let members = groups.members(company, group);
        let ancestors: Vec<CompanyId> = groups.ancestors(company, group).into_iter().map(|(id, _)| id).collect();
        // onto itself, so that ties inside its own group are seen and left out, but onto nothing above it
        let may = |id| id == company || !ancestors.contains(&id);
        let mut bonds = Vec::new();
        for (member, membership) in &members {
            for at in self.ties_of(*member) {
                let (tie, end) = (self.tie(at), at.end());
                let Some((dated, presumed_from, firm)) = self.time_of(&tie) else {
                    continue;
                };
                let met = tie.other(end);
                let tops = groups.tops(self.model(), met, group, &may);
                for top in tops.iter().filter(|top| top.root != company) {
                    let times = if group {
                        self.apart_and_together(company, top.root, &ancestors)
                    } else {
                        vec![(Vec::new(), false)]
                    };
                    for (time, inside) in &times {
                        let mut parts = dated.clone();
                        parts.extend(membership.iter().chain(&top.parts).chain(time));
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
