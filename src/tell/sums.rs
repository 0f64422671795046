//! Sums of money on the wire.

use std::collections::BTreeMap;

use serde::Serialize;

use super::wire::MoneyWire;
use crate::judge::View;
use crate::judge::sums::{Ledger, Sum};

/// A sum of an answer. Adding up the amounts that say they are `counted_in` it gives exactly its figure.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct TotalWire {
    /// Its id, the same in every answer: `investment/microsoft>openai/committed/USD`.
    pub id: String,
    /// The kind of the relations it adds.
    pub kind: &'static str,
    /// Whose it is: ids by role.
    pub parties: BTreeMap<&'static str, Vec<String>>,
    /// Whether several have it in common, so that it is no single one's.
    pub common: bool,
    /// What it is a sum of.
    pub is: &'static str,
    /// Whether every year.
    pub per_year: bool,
    /// How much.
    #[serde(flatten)]
    pub money: MoneyWire,
    /// Whether a part is "about", which a range cannot say itself.
    pub approximate: bool,
    /// The relations it adds; where there are several, no source need have said the figure.
    pub records: Vec<String>,
}

impl TotalWire {
    /// Every sum of an answer.
    pub(crate) fn all(view: &View<'_>, ledger: &Ledger<'_>) -> Vec<Self> {
        ledger.sums().iter().map(|sum| Self::of(view, sum)).collect()
    }

    fn of(view: &View<'_>, sum: &Sum) -> Self {
        let model = view.model();
        let kind = &crate::vocab::KINDS[usize::from(sum.kind)];
        let mut parties: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
        for (role, company) in &sum.parties {
            let of = parties.entry(kind.roles[usize::from(*role)].name).or_default();
            of.push(model[*company].id.to_string());
        }
        Self {
            id: sum.id(model),
            kind: kind.name,
            parties,
            common: sum.is_common(),
            is: sum.is.name(),
            per_year: sum.yearly,
            money: MoneyWire::of(sum.money()),
            approximate: sum.total.approximate,
            records: sum.relations().into_iter().map(|id| model[id].id.to_string()).collect(),
        }
    }
}

/// What amounts of one kind come to, in a part of an answer.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SumWire {
    /// What they are.
    pub is: &'static str,
    /// Whether every year.
    pub per_year: bool,
    /// The figure, one for each currency and for each that have it in common.
    pub totals: Vec<MoneyWire>,
    /// The ids of the sums of the answer that they are, or are a part of; empty where nothing is counted.
    pub sums: Vec<String>,
    /// How many amounts are undisclosed, and in no total.
    pub undisclosed: usize,
}

impl SumWire {
    /// Some sums by what they are sums of.
    pub(crate) fn all(view: &View<'_>, sums: &[Sum]) -> Vec<Self> {
        let mut by_sort: BTreeMap<_, Vec<&Sum>> = BTreeMap::new();
        for sum in sums {
            by_sort.entry((sum.yearly, sum.is)).or_default().push(sum);
        }
        let each = by_sort.into_iter().map(|((per_year, is), sums)| Self {
            is: is.name(),
            per_year,
            totals: sums.iter().map(|sum| MoneyWire::of(sum.money())).collect(),
            sums: sums.iter().map(|sum| sum.id(view.model())).collect(),
            undisclosed: 0,
        });
        each.collect()
    }
}
