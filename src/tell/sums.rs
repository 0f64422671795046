//! Sums of money on the wire.

use std::collections::BTreeMap;

use serde::Serialize;

use super::money_wire::MoneyWire;
use super::words::Words;
use crate::judge::View;
use crate::judge::sums::{Apart, Ledger, Place, Sum};
use crate::lang::sums as l;
use crate::model::RelationId;
use crate::vocab::{AmountIs, KindName, RoleName};

/// A sum of an answer. Adding up the amounts that say they are `counted_in` it gives exactly its figure.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct TotalWire {
    /// Its id, the same in every answer: `investment/microsoft>openai/committed/USD`.
    pub id: String,
    /// The kind of the relations it adds.
    pub kind: KindName,
    /// Whose it is, by role.
    pub parties: Vec<RoleWire>,
    /// Whether several have it in common, so that it is no single one's.
    pub common: bool,
    /// What it is a sum of.
    pub is: AmountIs,
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
        let mut parties: BTreeMap<u8, Vec<String>> = BTreeMap::new();
        for (role, company) in &sum.parties {
            parties.entry(*role).or_default().push(model[*company].id.to_string());
        }
        let parties = parties.into_iter().map(|(role, companies)| RoleWire {
            role: RoleName::of(&kind.roles[usize::from(role)]),
            companies,
        });
        Self {
            id: sum.id(model),
            kind: model[sum.amounts[0].0].kind_name(),
            parties: parties.collect(),
            common: sum.is_common(),
            is: sum.is,
            per_year: sum.yearly,
            money: MoneyWire::of(sum.money()),
            approximate: sum.total.approximate,
            records: sum.relations().into_iter().map(|id| model[id].id.to_string()).collect(),
        }
    }
}

/// The parties of a sum in one role.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct RoleWire {
    /// The role.
    pub role: RoleName,
    /// Their ids; several have the sum in common.
    pub companies: Vec<String>,
}

/// Why an amount is in no sum of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NotCounted {
    /// A total that is counted stands for it, see `instead`.
    PartOfTotal,
    /// An amount that is counted, or that a total stands for, contains it, see `instead`.
    PartOfAmount,
    /// It is a total of records that are not all in the answer, or that another total stands for in part; they are counted.
    TotalOfParts,
    /// The same record has a figure of a later day.
    EarlierFigure,
    /// It is the size of a whole round, of which the parties gave a part.
    Round,
    /// It is a ceiling.
    Cap,
    /// It is the value of a whole: of a holding, of a company.
    ValueOfWhole,
    /// Nobody says how much.
    Undisclosed,
    /// It was only announced, planned or talked about.
    Unsettled,
    /// Its record does not count.
    RecordDoesNotCount,
}

impl NotCounted {
    /// The reason why an amount is in no sum of an answer, with the relation that is counted instead; `None` where it is counted.
    pub(crate) const fn at(place: Option<Place>) -> Option<(Self, Option<RelationId>)> {
        match place {
            Some(Place::Counted) => None,
            Some(Place::Apart(apart)) => Some((Self::of(apart), apart.instead())),
            None => Some((Self::RecordDoesNotCount, None)),
        }
    }

    /// The word of data formats.
    pub(crate) fn name(self) -> String {
        let word = serde_json::to_value(self).ok();
        word.as_ref()
            .and_then(serde_json::Value::as_str)
            .unwrap_or_default()
            .to_owned()
    }

    const fn of(apart: Apart) -> Self {
        match apart {
            Apart::Unsettled => Self::Unsettled,
            Apart::InTotal(_) => Self::PartOfTotal,
            Apart::InWhole(_) => Self::PartOfAmount,
            Apart::PartsElsewhere => Self::TotalOfParts,
            Apart::Earlier => Self::EarlierFigure,
            Apart::Round => Self::Round,
            Apart::Cap => Self::Cap,
            Apart::Value => Self::ValueOfWhole,
            Apart::Undisclosed => Self::Undisclosed,
        }
    }
}

impl Words<'_> {
    /// Why an amount is in no sum: "in the total of case/other".
    pub(crate) fn why_apart(&self, why: NotCounted, instead: Option<RelationId>) -> String {
        let phrase = match why {
            NotCounted::PartOfTotal => l::PART_OF_TOTAL,
            NotCounted::PartOfAmount => l::PART_OF_AMOUNT,
            NotCounted::TotalOfParts => l::TOTAL_OF_PARTS,
            NotCounted::EarlierFigure => l::EARLIER,
            NotCounted::Round => l::ROUND,
            NotCounted::Cap => l::CAP,
            NotCounted::ValueOfWhole => l::VALUE,
            NotCounted::Undisclosed => l::UNDISCLOSED,
            NotCounted::Unsettled => l::UNSETTLED,
            NotCounted::RecordDoesNotCount => l::DOES_NOT_COUNT,
        };
        let record = instead.map_or("", |id| &self.model()[id].id);
        phrase.fill(self.lang, &[("record", &record)])
    }
}

/// What amounts of one kind come to, in a part of an answer.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SumWire {
    /// What they are.
    pub is: AmountIs,
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
            is,
            per_year,
            totals: sums.iter().map(|sum| MoneyWire::of(sum.money())).collect(),
            sums: sums.iter().map(|sum| sum.id(view.model())).collect(),
            undisclosed: 0,
        });
        each.collect()
    }
}
