use serde::Serialize;

use super::Sums;
use crate::judge::View;
use crate::request::Told;
use crate::tell::intention::IntentionWire;
use crate::tell::network::CompanyWire;
use crate::tell::sums::TotalWire;
use crate::tell::uncounted::UncountedWire;
use crate::tell::wire::TieWire;

/// The answer as JSON, `frenemy/sums/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// The first company, from which relations are told.
    pub a: CompanyWire,
    /// The second company.
    pub b: CompanyWire,
    /// What the amounts of the relations come to.
    pub sums: Vec<TotalWire>,
    /// The relations that record an amount; each amount says in which sum it is `counted_in`, or why in none.
    pub relations: Vec<TieWire>,
    /// What the two intended, where an amount is recorded, the other company being `b`; it is in no sum.
    pub intentions: Vec<IntentionWire>,
    /// Relations that record an amount and do not count.
    pub not_counted: Vec<UncountedWire>,
    /// Relations of kinds that move money of which no amount is recorded.
    pub without_amount: Vec<String>,
}

impl Told for Answer {
    const NAME: &'static str = "sums";
}

/// The answer on the wire.
#[must_use]
pub fn wire(view: &View<'_>, found: &Sums) -> Answer {
    let ledger = found.ledger(view);
    let intentions = found.intentions.iter();
    let uncounted = found.uncounted.iter();
    Answer {
        a: CompanyWire::of(view, found.a),
        b: CompanyWire::of(view, found.b),
        sums: TotalWire::all(view, &ledger),
        relations: found.ties.iter().map(|tie| TieWire::of(view, &ledger, tie)).collect(),
        intentions: intentions.map(|one| IntentionWire::of(view, &ledger, one)).collect(),
        not_counted: uncounted.map(|one| UncountedWire::of(view, &ledger, one)).collect(),
        without_amount: found
            .without_amount(view)
            .into_iter()
            .map(|id| view.model()[id].id.to_string())
            .collect(),
    }
}
