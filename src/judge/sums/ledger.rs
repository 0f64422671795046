use std::collections::{BTreeMap, BTreeSet};

use super::placing::{AmountAt, Apart, Place, places};
use crate::graph::Graph;
use crate::judge::View;
use crate::judge::held::Held;
use crate::model::{CompanyId, Model, Period, RelationId, Whose};
use crate::values::{Currency, Day, Money, PartialDate, Total, sum};
use crate::vocab::{AmountIs, KINDS};

/// Whose money a sum is, and for whom: the parties of its relations by role. Of several payers with an amount each, one.
pub type Parties = Vec<(u8, CompanyId)>;

/// What makes amounts one sum: unlike ones are never added.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    kind: u8,
    parties: Parties,
    yearly: bool,
    is: AmountIs,
    currency: Currency,
}

/// What some amounts of one sort, one currency and the same parties come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum {
    /// The kind of their relations, as a position in [`KINDS`].
    pub kind: u8,
    /// Who gives and who gets it, by role; several in a role have it in common.
    pub parties: Parties,
    /// What it is a sum of.
    pub is: AmountIs,
    /// Whether it is a sum for every year.
    pub yearly: bool,
    /// How much.
    pub total: Total,
    /// The amounts that are counted in it.
    pub amounts: Vec<AmountAt>,
}

/// Which amounts of an answer are counted, and into which sums. Made once for each answer, from all that it shows.
#[derive(Clone, Debug)]
pub struct Ledger<'g> {
    graph: &'g Graph<'g>,
    places: BTreeMap<AmountAt, Place>,
    /// The ends of the ties that show a relation, where not every pair of its parties is shown.
    ends: BTreeMap<RelationId, BTreeSet<[CompanyId; 2]>>,
}

impl<'g> Ledger<'g> {
    /// The ledger of an answer that shows some relations. Cost: linear in their amounts, times `log n`.
    #[must_use]
    pub fn new(view: &View<'g>, relations: &BTreeSet<RelationId>) -> Self {
        Self {
            graph: view.graph,
            places: places(view.graph, relations, view.scope.asked.last_day()),
            ends: BTreeMap::new(),
        }
    }

    /// The ledger of an answer that shows some ties. Ties of fellow members have no money of their own.
    #[must_use]
    pub fn of<'t>(view: &View<'g>, ties: impl IntoIterator<Item = &'t Held>) -> Self {
        let mut ends: BTreeMap<RelationId, BTreeSet<[CompanyId; 2]>> = BTreeMap::new();
        for tie in ties.into_iter().filter(|tie| tie.relations.len() == 1) {
            ends.entry(tie.relations[0]).or_default().insert(tie.ends);
        }
        Self {
            ends: ends.clone(),
            ..Self::new(view, &ends.into_keys().collect())
        }
    }

    fn model(&self) -> &'g Model {
        self.graph.model()
    }

    /// The place of an amount; `None` where it may not be told, or its relation is not in the answer.
    #[must_use]
    pub fn place(&self, at: AmountAt) -> Option<Place> {
        self.places.get(&at).copied()
    }

    /// The amounts of a relation that may be told, with their positions and places.
    pub fn told(&self, id: RelationId) -> impl Iterator<Item = (usize, Place)> {
        let all = self.places.range((id, 0)..=(id, usize::MAX));
        all.map(|((_, at), place)| (*at, *place))
    }

    /// How many amounts of a relation are recorded of which no figure is known for the asked time.
    #[must_use]
    pub fn later(&self, id: RelationId) -> usize {
        self.graph
            .relation(id)
            .amounts()
            .filter(|(at, _)| !self.places.contains_key(&(id, *at)))
            .count()
    }

    /// The sum that an amount is counted in, as a tie of two parties shows it; `None` where it is in none.
    #[must_use]
    pub fn counted_in(&self, at: AmountAt, ends: [CompanyId; 2]) -> Option<String> {
        let mut keys = self.keys(at).into_iter();
        let key = keys.find(|key| self.concerns(key, at, ends))?;
        Some(key.id(self.model()))
    }

    /// The ids of all sums that an amount is counted in: one, and one for each payer where each gave so much.
    #[must_use]
    pub fn sums_with(&self, at: AmountAt) -> Vec<String> {
        self.keys(at).iter().map(|key| key.id(self.model())).collect()
    }

    /// Every sum of the answer. Each amount is in one, and in one for each payer where each gave so much.
    #[must_use]
    pub fn sums(&self) -> Vec<Sum> {
        self.add(self.places.keys().copied(), |key, at| {
            let shown = self.ends.get(&at.0);
            shown.is_none_or(|all| all.iter().any(|ends| self.concerns(key, at, *ends)))
        })
    }

    /// What some ties come to, each amount once.
    #[must_use]
    pub fn sums_of<'t>(&self, ties: impl IntoIterator<Item = &'t Held> + Clone) -> Vec<Sum> {
        let relations = moving(ties.clone());
        let ends: BTreeSet<[CompanyId; 2]> = ties.into_iter().map(|tie| tie.ends).collect();
        self.sums_between(&relations, &ends)
    }

    /// What some relations come to between some pairs of parties, each amount once.
    #[must_use]
    pub fn sums_between(&self, relations: &BTreeSet<RelationId>, ends: &BTreeSet<[CompanyId; 2]>) -> Vec<Sum> {
        let amounts = relations.iter().flat_map(|id| self.told(*id).map(|(at, _)| (*id, at)));
        self.add(amounts, |key, at| ends.iter().any(|ends| self.concerns(key, at, *ends)))
    }

    /// Several sums of one sort and currency as one, whatever their kinds; `None` for no sum.
    #[must_use]
    pub fn together(&self, sums: &[Sum]) -> Option<Sum> {
        let first = sums.first()?;
        let amounts: Vec<AmountAt> = sums.iter().flat_map(|sum| sum.amounts.iter().copied()).collect();
        Some(Sum {
            total: self.total(&amounts)?,
            amounts,
            ..first.clone()
        })
    }

    /// What some amounts in one currency come to.
    fn total(&self, amounts: &[AmountAt]) -> Option<Total> {
        let money = amounts.iter().map(|(id, at)| self.model()[*id].amounts[*at].money);
        sum(&money.collect::<Vec<_>>())?.totals.into_iter().next()
    }

    fn add(&self, amounts: impl Iterator<Item = AmountAt>, wanted: impl Fn(&Key, AmountAt) -> bool) -> Vec<Sum> {
        let mut sums: BTreeMap<Key, Vec<AmountAt>> = BTreeMap::new();
        for at in amounts {
            for key in self.keys(at) {
                if wanted(&key, at) {
                    sums.entry(key).or_default().push(at);
                }
            }
        }
        sums.into_iter()
            .filter_map(|(key, amounts)| {
                Some(Sum {
                    total: self.total(&amounts)?,
                    kind: key.kind,
                    parties: key.parties,
                    is: key.is,
                    yearly: key.yearly,
                    amounts,
                })
            })
            .collect()
    }

    /// The sums that an amount is counted in.
    fn keys(&self, at: AmountAt) -> Vec<Key> {
        if self.place(at) != Some(Place::Counted) {
            return Vec::new();
        }
        let relation = &self.model()[at.0];
        let amount = &relation.amounts[at.1];
        let Some(currency) = amount.money.currency() else {
            return Vec::new();
        };
        let mut parties: Parties = relation
            .parties
            .iter()
            .map(|party| (party.role, party.company))
            .collect();
        parties.sort_unstable();
        parties.dedup();
        let key = |parties: Parties| Key {
            kind: relation.kind,
            parties,
            yearly: amount.period == Period::PerYear,
            is: amount.is,
            currency,
        };
        let Some(payer) = self.each(at) else {
            return vec![key(parties)];
        };
        let paying = parties.iter().filter(|(role, _)| *role == payer).copied();
        let of_one = |one: (u8, CompanyId)| {
            let others = parties.iter().copied().filter(|party| party.0 != payer);
            let mut all: Parties = others.chain([one]).collect();
            all.sort_unstable();
            key(all)
        };
        paying.map(of_one).collect()
    }

    /// The role in which each of several gave the amount; `None` where it is one sum.
    fn each(&self, at: AmountAt) -> Option<u8> {
        let relation = &self.model()[at.0];
        let of_each = relation.amounts[at.1].whose == Some(Whose::Each);
        let directed = relation.kind().money.roles().is_some();
        relation.payers().filter(|_| of_each && directed)
    }

    /// Whether a sum of an amount concerns a tie of two parties: what another payer gave does not.
    fn concerns(&self, key: &Key, at: AmountAt, ends: [CompanyId; 2]) -> bool {
        let Some(payer) = self.each(at) else {
            return true;
        };
        let relation = &self.model()[at.0];
        let pays = |company: &CompanyId| relation.in_role(payer.into()).any(|of| of == *company);
        // a tie of two that do not pay is told all of it
        let paying: Vec<CompanyId> = ends.into_iter().filter(pays).collect();
        paying.is_empty()
            || key
                .parties
                .iter()
                .any(|(role, of)| *role == payer && paying.contains(of))
    }

    /// The amounts of some ties that nobody has put a figure to, and that no other figure stands for.
    #[must_use]
    pub fn undisclosed<'t>(&self, ties: impl IntoIterator<Item = &'t Held>) -> usize {
        let places = moving(ties)
            .into_iter()
            .flat_map(|id| self.told(id).collect::<Vec<_>>());
        places
            .filter(|(_, place)| *place == Place::Apart(Apart::Undisclosed))
            .count()
    }

    /// Sizes of rounds, ceilings and values of some ties, which are no sums: each round, and of the others of a sort the newest.
    #[must_use]
    pub fn levels<'t>(&self, ties: impl IntoIterator<Item = &'t Held>) -> Vec<AmountAt> {
        let model = self.model();
        let mut newest: BTreeMap<AmountIs, (Option<Day>, Option<rust_decimal::Decimal>, AmountAt)> = BTreeMap::new();
        let mut rounds: Vec<AmountAt> = Vec::new();
        for id in moving(ties) {
            for (at, _) in self.told(id) {
                let amount = &model[id].amounts[at];
                match Apart::of_sort(amount.is) {
                    None => {}
                    Some(Apart::Round) => rounds.push((id, at)),
                    Some(_) => {
                        let start = self.graph.span(id).map(|span| span.interval.start().0);
                        let day = amount.as_of.map(PartialDate::first).or(start);
                        let found = (day, amount.money.high().or(amount.money.low()), (id, at));
                        let top = newest.entry(amount.is).or_insert(found);
                        *top = (*top).max(found);
                    }
                }
            }
        }
        rounds.extend(newest.into_values().map(|(.., at)| at));
        rounds
    }
}

impl Sum {
    /// Its id within an answer, the same in every answer: `investment/microsoft>openai/committed/USD`.
    #[must_use]
    pub fn id(&self, model: &Model) -> String {
        let key = Key {
            kind: self.kind,
            parties: self.parties.clone(),
            yearly: self.yearly,
            is: self.is,
            currency: self.total.currency,
        };
        key.id(model)
    }

    /// The relations that it adds, each once.
    #[must_use]
    pub fn relations(&self) -> BTreeSet<RelationId> {
        self.amounts.iter().map(|(id, _)| *id).collect()
    }

    /// Its money.
    #[must_use]
    pub const fn money(&self) -> Money {
        Money::Known {
            currency: self.total.currency,
            figure: self.total.figure,
        }
    }

    /// Those who have it in common with the parties of a tie: others in the role of either.
    #[must_use]
    pub fn others(&self, ends: [CompanyId; 2]) -> Vec<CompanyId> {
        let roles: BTreeSet<u8> = self
            .parties
            .iter()
            .filter(|(_, of)| ends.contains(of))
            .map(|(role, _)| *role)
            .collect();
        let beside = self
            .parties
            .iter()
            .filter(|(role, of)| roles.contains(role) && !ends.contains(of));
        let mut others: Vec<CompanyId> = beside.map(|(_, of)| *of).collect();
        others.dedup();
        others
    }

    /// Whether several have it in common: more than the two ends of a tie.
    #[must_use]
    pub fn is_common(&self) -> bool {
        let kind = &KINDS[usize::from(self.kind)];
        let among_themselves = |role: usize| kind.ties.iter().any(|tie| tie.is_symmetric() && tie.from == role);
        (0..kind.roles.len()).any(|role| {
            let of_role = self.parties.iter().filter(|(of, _)| usize::from(*of) == role);
            of_role.count() > 1 + usize::from(among_themselves(role))
        })
    }
}

impl Key {
    fn id(&self, model: &Model) -> String {
        let mut parties = String::new();
        for (at, (role, company)) in self.parties.iter().enumerate() {
            if at > 0 {
                parties.push(if self.parties[at - 1].0 == *role { '+' } else { '>' });
            }
            parties.push_str(&model[*company].id);
        }
        let kind = KINDS[usize::from(self.kind)].name;
        let yearly = if self.yearly { "/per_year" } else { "" };
        format!("{kind}/{parties}/{}{yearly}/{}", self.is.name(), self.currency)
    }
}

/// The relations of ties that money can belong to, each once.
fn moving<'t>(ties: impl IntoIterator<Item = &'t Held>) -> BTreeSet<RelationId> {
    let own = ties.into_iter().filter(|tie| tie.relations.len() == 1);
    own.map(|tie| tie.relations[0]).collect()
}
