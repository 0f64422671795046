//! One leg of a cycle: who gives whom what, and what speaks against relying on it.

use std::collections::{BTreeMap, BTreeSet};

use crate::derived::Standing;
use crate::graph::{Bond, MoneyLeg, Moves, Presence};
use crate::judge::View;
use crate::judge::held::Held;
use crate::judge::network::Step;
use crate::judge::sums::{Ledger, Sum};
use crate::model::{CompanyId, RelationId};
use crate::values::{Currency, Money, Total};
use crate::vocab::{AmountIs, Confidence, Medium, Nature};

/// What speaks against relying on a tie, the least grave first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// A party may leave.
    Cancelable,
    /// Nobody has looked for years.
    Presumed,
    /// Its dates are too coarse to tell whether it holds.
    Maybe,
    /// Another record says otherwise.
    Disputed,
    /// An intention: announced only, or a letter of intent.
    Announced,
    /// A right that nobody has to use.
    Option,
    /// A rumour.
    Rumoured,
}

impl Doubt {
    /// The name for data formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cancelable => "cancelable",
            Self::Presumed => "presumed",
            Self::Maybe => "maybe",
            Self::Disputed => "disputed",
            Self::Announced => "announced",
            Self::Option => "option",
            Self::Rumoured => "rumoured",
        }
    }
}

/// One leg.
#[derive(Clone, Debug)]
pub struct Leg {
    /// Who gives.
    pub from: CompanyId,
    /// Who receives.
    pub to: CompanyId,
    /// The ties along which it gives.
    pub step: Step,
    /// What it gives.
    pub moves: BTreeSet<Moves>,
    /// In what the amounts were given, as far as recorded.
    pub media: BTreeSet<Medium>,
    /// The relations of each sort of flow.
    pub flows: BTreeMap<Moves, BTreeSet<RelationId>>,
    /// What their amounts come to, capital and payments apart.
    pub sums: BTreeMap<Moves, Vec<Sum>>,
    /// How many relations have no amount, not even an undisclosed one.
    pub without_amount: usize,
    /// The doubts of its least doubtful tie; empty where one tie is beyond doubt.
    pub doubts: BTreeSet<Doubt>,
    /// The grade of its best supported tie.
    pub confidence: Option<Confidence>,
}

/// The leg with the least money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Smallest {
    /// Its position.
    pub leg: usize,
    /// What its amount is.
    pub is: AmountIs,
    /// The amount.
    pub money: Money,
}

impl Leg {
    pub(super) fn new(view: &View<'_>, from: CompanyId, to: CompanyId, legs: &[&MoneyLeg]) -> Self {
        let relations: BTreeSet<RelationId> = legs.iter().map(|leg| leg.bond.tie.relation).collect();
        let step = Step::new(view, from, to, legs.iter().map(|leg| &leg.bond));
        let of = |moves: Moves| -> BTreeSet<RelationId> {
            let alike = legs.iter().filter(|leg| leg.moves == moves);
            alike.map(|leg| leg.bond.tie.relation).collect()
        };
        let moves: BTreeSet<Moves> = legs.iter().map(|leg| leg.moves).collect();
        let amounts = || relations.iter().flat_map(|id| view.graph.relation(*id).amounts());
        Self {
            from,
            to,
            media: amounts().filter_map(|(_, amount)| amount.medium).collect(),
            flows: moves.iter().map(|moves| (*moves, of(*moves))).collect(),
            sums: BTreeMap::new(),
            without_amount: relations
                .iter()
                .filter(|id| view.graph.relation(**id).amounts().next().is_none())
                .count(),
            doubts: legs
                .iter()
                .map(|leg| doubts(view, &leg.bond))
                .min_by_key(|doubts| (doubts.iter().max().copied(), doubts.len()))
                .unwrap_or_default(),
            confidence: step.ties.iter().filter_map(|tie| tie.confidence).max(),
            step,
            moves,
        }
    }
}

impl Leg {
    /// Adds up its amounts, as the ledger of the whole answer counts them.
    pub(super) fn add_up(&mut self, ledger: &Ledger<'_>) {
        let (flows, ties) = (&self.flows, &self.step.ties);
        let of = |relations: &BTreeSet<RelationId>| {
            let ties: Vec<&Held> = ties
                .iter()
                .filter(|tie| relations.contains(&tie.relations[0]))
                .collect();
            ledger.sums_of(ties)
        };
        self.sums = flows.iter().map(|(moves, relations)| (*moves, of(relations))).collect();
    }
}

/// What speaks against relying on a tie within the asked time.
pub(super) fn doubts(view: &View<'_>, bond: &Bond) -> BTreeSet<Doubt> {
    let relation = &view.model()[bond.tie.relation];
    let presence = view.scope.presence(bond);
    [
        (relation.cancelable, Doubt::Cancelable),
        (presence == Presence::Presumed, Doubt::Presumed),
        (presence == Presence::Maybe, Doubt::Maybe),
        (view.graph.standings().is_disputed(bond.tie.relation), Doubt::Disputed),
        (
            view.graph.standings().of(bond.tie.relation) == Standing::Intended,
            Doubt::Announced,
        ),
        (relation.nature == Nature::Option, Doubt::Option),
        (relation.rumoured, Doubt::Rumoured),
    ]
    .into_iter()
    .filter_map(|(is, doubt)| is.then_some(doubt))
    .collect()
}

/// The smallest leg by amounts of one kind and one currency, where every leg has them disclosed; unlike amounts are never
/// compared, and where a leg gives both capital and payments its greater total stands for it.
pub(super) fn smallest(legs: &[Leg], is: AmountIs) -> Option<Smallest> {
    let totals = |leg: &Leg| -> Vec<Total> {
        // what a company gives in common with others is no leg's own
        let own = |sum: &&Sum| sum.is == is && !sum.yearly && !sum.is_common();
        let sums = leg.sums.values().flat_map(|sums| sums.iter().filter(own));
        sums.map(|sum| sum.total).collect()
    };
    let size = |total: &Total| total.figure.high().or(total.figure.low());
    let in_currency = |leg: &Leg, currency: Currency| {
        totals(leg)
            .into_iter()
            .filter(|total| total.currency == currency)
            .max_by_key(size)
    };
    let currencies: BTreeSet<Currency> = totals(legs.first()?).iter().map(|total| total.currency).collect();
    currencies.into_iter().find_map(|currency| {
        let amounts: Option<Vec<Total>> = legs.iter().map(|leg| in_currency(leg, currency)).collect();
        let (leg, total) = amounts?.into_iter().enumerate().min_by_key(|(_, total)| size(total))?;
        let money = Money::Known {
            currency,
            figure: total.figure,
        };
        Some(Smallest { leg, is, money })
    })
}
