//! All ties between a company with its group and everybody else, rolled up.

use super::bond::Bond;
use super::groups::Top;
use super::net::Graph;
use super::tie::Tie;
use crate::model::{CompanyId, ProductRef, Standing};
use crate::values::{Day, Holds, Interval, PartialDate, overlap};

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
        let alone = |id| {
            vec![Top {
                root: id,
                through: Vec::new(),
                parts: Vec::new(),
            }]
        };
        let members = if group {
            self.groups().members(company)
        } else {
            vec![(company, Vec::new())]
        };
        let own_tops = if group {
            self.groups().tops(self.model(), company, &|_| true)
        } else {
            alone(company)
        };
        let ancestors: Vec<CompanyId> = self.groups().ancestors(company).into_iter().map(|(id, _)| id).collect();
        let mut bonds = Vec::new();
        for (member, membership) in &members {
            for (tie, end) in self.ties_of(*member) {
                let Some((times, presumed_from, firm)) = self.time_of(&tie) else {
                    continue;
                };
                let met = tie.other(end);
                let tops = if group {
                    self.groups().tops(self.model(), met, &|_| true)
                } else {
                    alone(met)
                };
                for top in tops.iter().filter(|top| !chain(top).any(|id| id == company)) {
                    for own in &own_tops {
                        let mut parts = times.clone();
                        parts.extend(membership.iter().chain(&top.parts).chain(&own.parts));
                        if overlap(&parts) == Holds::No {
                            continue;
                        }
                        let other = shown(top, &ancestors);
                        bonds.push(Bond {
                            tie,
                            end,
                            other,
                            mine: (*member != company).then_some(*member),
                            theirs: (met != other).then_some(met),
                            parts,
                            presumed_from,
                            firm,
                            inside: group && own.root == top.root,
                        });
                    }
                }
            }
        }
        bonds
    }

    /// The times when two companies are parts of one group, each as what must hold together for it.
    #[must_use]
    pub fn one_group(&self, a: CompanyId, b: CompanyId) -> Vec<Vec<Interval>> {
        let tops = |id| self.groups().tops(self.model(), id, &|_| true);
        let theirs = tops(b);
        let mut times = Vec::new();
        for mine in tops(a) {
            for top in theirs.iter().filter(|top| top.root == mine.root) {
                let parts: Vec<Interval> = mine.parts.iter().chain(&top.parts).copied().collect();
                if overlap(&parts) != Holds::No {
                    times.push(parts);
                }
            }
        }
        times
    }

    /// What a tie's own relations say of its time; `None` when one of them does not count or has no time.
    fn time_of(&self, tie: &Tie) -> Option<(Vec<Interval>, Day, bool)> {
        let mut times = Vec::new();
        let mut presumed_from = Day::MAX;
        let mut firm = true;
        for relation in tie.relations() {
            if self.standings().of(relation) != Standing::Counts {
                return None;
            }
            let span = self.span(relation)?;
            times.push(span.interval);
            presumed_from = presumed_from.min(span.presumed_from);
            firm &= self.standings().is_firm(self.model(), relation);
        }
        times.push(self.lives(tie));
        Some((times, presumed_from, firm))
    }

    /// The time in which both ends of a tie may exist, with the products that an undated relation names.
    ///
    /// Both bounds are the widest that the dates allow, so that only what is surely too early or too late is cut off, and
    /// no uncertainty is added to a relation's own.
    fn lives(&self, tie: &Tie) -> Interval {
        let model = self.model();
        let relation = &model[tie.relation];
        let undated = relation.since.is_none_or(|since| since.date().is_none());
        let mut from = Day::MIN;
        let mut to = Day::MAX;
        for end in [tie.from, tie.to] {
            from = from.max(model[end].founded.map_or(Day::MIN, PartialDate::first));
            to = to.min(model[end].dissolved.map_or(Day::MAX, PartialDate::last));
            let products = relation.products().into_iter().filter_map(|product| match product {
                ProductRef::Declared(id) if undated && model[id].company == end => Some(model[id].since?.first()),
                _ => None,
            });
            from = from.max(products.min().unwrap_or(Day::MIN));
        }
        Interval::new(from, from, to, to).unwrap_or(Interval::ALWAYS)
    }
}

/// The companies on the way to the top, the lowest first.
fn chain(top: &Top) -> impl Iterator<Item = CompanyId> {
    top.through.iter().copied().chain([top.root])
}

/// The highest company on the way to the top that the asked company does not belong to.
fn shown(top: &Top, ancestors: &[CompanyId]) -> CompanyId {
    let mut at = chain(top).next().unwrap_or(top.root);
    for id in chain(top).skip(1) {
        if ancestors.contains(&id) {
            break;
        }
        at = id;
    }
    at
}
