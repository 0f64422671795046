//! Wire types that several answers share. They are promises: the model may change under them.

use serde::Serialize;

use super::money_wire::MoneyWire;
use crate::derived::TieEnd;
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::held::{Held, first_end, last_start};
use crate::judge::phases::{Boundary, Turn};
use crate::judge::sums::{Apart, Ledger, told_from};
use crate::judge::when::When;
use crate::model::{Amount, Moment, Period, Relation, Whose};
use crate::tell::sums::NotCounted;
use crate::values::Day;
use crate::vocab::{AmountIs, Confidence, KindName, Medium, RoleName, Side, Status};

/// A text of the data: one string, or one for each language.
///
/// Only the shape of [`Text`](crate::values::Text) on the wire, for its schema.
#[derive(schemars::JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "never made: a text writes itself")]
pub(crate) enum TextWire {
    /// In no stated language.
    Plain(String),
    /// By ISO 639-1 code.
    Localized(std::collections::BTreeMap<String, String>),
}

/// An amount of money.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct AmountWire {
    /// How much.
    #[serde(flatten)]
    pub money: MoneyWire,
    /// What it is an amount of.
    pub is: AmountIs,
    /// Whether the source says "about".
    pub approximate: bool,
    /// `once`, `per_year`, or an interval of dates.
    pub period: String,
    /// The date that the figure is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// In what it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub medium: Option<Medium>,
    /// With several payers: one sum of all of them, or so much by each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whose: Option<Whose>,
    /// The id of the sum of the answer that it is counted in; left out where it is in none, or the answer has no sums.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted_in: Option<String>,
    /// Why it is in no sum of the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_counted: Option<NotCounted>,
    /// The relation that is counted instead of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
}

impl AmountWire {
    /// The amounts of a tie that may be told of the asked time, each with the sum that it is counted in.
    fn of_tie(view: &View<'_>, ledger: &Ledger<'_>, tie: &Held) -> Vec<Self> {
        let [id] = tie.relations[..] else {
            // fellow members pay each other nothing
            return Vec::new();
        };
        let last = view.scope.asked.last_day();
        let amounts = view.graph.relation(id).amounts();
        let told = amounts.filter(|(_, amount)| told_from(view.graph, id, amount).is_none_or(|day| day <= last));
        let placed = told.map(|(at, amount)| {
            let apart = NotCounted::at(ledger.place((id, at)));
            Self {
                counted_in: ledger.counted_in((id, at), tie.ends),
                not_counted: apart.map(|(why, _)| why),
                instead: apart.and_then(|(_, id)| id).map(|id| view.model()[id].id.to_string()),
                ..Self::of(&view.model()[id], amount)
            }
        });
        placed.collect()
    }

    /// An amount as its record has it.
    pub(crate) fn of(relation: &Relation, amount: &Amount) -> Self {
        let money = MoneyWire::of(amount.money);
        Self {
            approximate: money.figure == "about",
            money,
            is: amount.is,
            period: match amount.period {
                Period::Once => "once".to_owned(),
                Period::PerYear => "per_year".to_owned(),
                Period::During(range) => range.to_string(),
            },
            as_of: amount.as_of.map(|date| date.to_string()),
            medium: amount.medium,
            whose: relation
                .payers()
                .filter(|_| Apart::of_sort(amount.is).is_none())
                .map(|_| amount.whose.unwrap_or(Whose::Together)),
            counted_in: None,
            not_counted: None,
            instead: None,
        }
    }
}

/// Who says that two companies compete.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct AssertionWire {
    /// A company's id, or `press`, `analysts`, `regulator`, `court`.
    pub by: String,
    /// When.
    pub on: Option<String>,
    /// The source's id.
    pub source: String,
}

/// A relation as it ties two companies.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct TieWire {
    /// `case/id`.
    pub id: String,
    /// The second relation, where two memberships make fellows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub through: Option<String>,
    /// The kind.
    pub kind: KindName,
    /// The side.
    pub side: Side,
    /// The role of the asked company.
    pub role: RoleName,
    /// The start, at its own precision; `unknown` where nobody knows.
    pub since: Option<String>,
    /// The end, at its own precision; `null` where none is known.
    pub until: Option<String>,
    /// `yes`, `maybe` or `presumed`.
    pub holds: Presence,
    /// The members of either group through which it runs, `null` where none.
    pub via: Option<Vec<String>>,
    /// The status.
    pub status: Status,
    /// Whether it needs no reservation other than age.
    pub firm: bool,
    /// The market, where it has one.
    pub market: Option<String>,
    /// Its amounts, as far as they belong to the asked time.
    pub amounts: Vec<AmountWire>,
    /// How many more are recorded, of which no figure is known for the asked time.
    #[serde(skip_serializing_if = "is_zero")]
    pub later_amounts: usize,
    /// Who says that they compete.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asserted: Vec<AssertionWire>,
    /// The grade of its support.
    pub confidence: Option<Confidence>,
    /// Its sources' ids.
    pub sources: Vec<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
const fn is_zero(n: &usize) -> bool {
    *n == 0
}

impl TieWire {
    /// A tie of an answer whose amounts stand in `ledger`.
    pub(crate) fn of(view: &View<'_>, ledger: &Ledger<'_>, tie: &Held) -> Self {
        let model = view.model();
        let relation = tie.relation(view.graph);
        let projection = relation.kind().projection(tie.projection);
        let role = match tie.end {
            TieEnd::From => projection.from,
            TieEnd::To => projection.to,
        };
        let amounts = AmountWire::of_tie(view, ledger, tie);
        let via: Vec<String> = [tie.mine, tie.theirs]
            .into_iter()
            .flatten()
            .map(|id| model[id].id.to_string())
            .collect();
        Self {
            id: relation.id.to_string(),
            through: tie.relations.get(1).map(|id| model[*id].id.to_string()),
            kind: relation.kind_name(),
            side: tie.side,
            role: RoleName::of(&relation.kind().roles[role]),
            since: start(view, tie),
            until: end(view, tie),
            holds: tie.presence,
            via: (!via.is_empty()).then_some(via),
            status: view.graph.relation(tie.relations[0]).status(),
            firm: tie.firm,
            market: relation.market.map(|id| model[id].id.to_string()),
            later_amounts: match tie.relations[..] {
                [id] => view.graph.relation(id).amounts().count() - amounts.len(),
                _ => 0,
            },
            amounts,
            asserted: view
                .graph
                .relation(tie.relations[0])
                .asserted()
                .iter()
                .map(|assertion| AssertionWire::of(view, assertion))
                .collect(),
            confidence: tie.confidence,
            sources: tie.sources.iter().map(|id| model[*id].id.to_string()).collect(),
        }
    }
}

impl AssertionWire {
    fn of(view: &View<'_>, assertion: &crate::model::Assertion) -> Self {
        let model = view.model();
        Self {
            by: assertion.by.written(model).to_owned(),
            on: assertion.on.map(|date| date.to_string()),
            source: model[assertion.source].id.to_string(),
        }
    }
}

fn start(view: &View<'_>, tie: &Held) -> Option<String> {
    let (_, began) = last_start(view.graph, &tie.relations)?;
    Some(began.date().map_or_else(|| UNKNOWN.to_owned(), |date| date.to_string()))
}

fn end(view: &View<'_>, tie: &Held) -> Option<String> {
    let last = first_end(view.graph, &tie.relations)?;
    view.graph.relation(last).until().map(moment)
}

/// How data formats write a date of which nobody knows when it was.
const UNKNOWN: &str = "unknown";

/// A start or an end that is recorded.
pub(crate) fn moment(moment: Moment) -> String {
    moment
        .date()
        .map_or_else(|| UNKNOWN.to_owned(), |date| date.to_string())
}

/// When one phase gave way to the next.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct BoundaryWire {
    /// The earliest day; `null` for "from before the record", and where nobody knows how early.
    pub earliest: Option<String>,
    /// The day from which it surely holds; `null` for "from before the record".
    pub latest: Option<String>,
    /// The date at the precision that the boundary has; `null` where it fits no single date.
    pub text: Option<String>,
    /// What made the turn.
    pub because: Vec<TurnWire>,
}

/// What made a turn.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct TurnWire {
    /// `begins`, `ends`, `joins` or `leaves`.
    #[schemars(extend("enum" = ["begins", "ends", "joins", "leaves"]))]
    pub turn: &'static str,
    /// The relation.
    pub relation: String,
}

impl BoundaryWire {
    pub(crate) fn of(view: &View<'_>, boundary: &Boundary) -> Self {
        let day = |day: Day| day.to_date().map(|_| day.to_string());
        let because = boundary.because.iter().map(|turn| {
            let (turn, relation) = match turn {
                Turn::Begins(id) => ("begins", id),
                Turn::Ends(id) => ("ends", id),
                Turn::Joins(id) => ("joins", id),
                Turn::Leaves(id) => ("leaves", id),
            };
            TurnWire {
                turn,
                relation: view.model()[*relation].id.to_string(),
            }
        });
        Self {
            earliest: day(boundary.days().0),
            latest: day(boundary.latest),
            text: boundary.date().map(|date| date.to_string()),
            because: because.collect(),
        }
    }
}

/// When something happened.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct WhenWire {
    /// The date at its own precision; `null` where it fits no single date.
    pub date: Option<String>,
    /// The earliest day; `null` where nothing bounds it.
    pub earliest: Option<String>,
    /// The latest day; `null` where nothing bounds it.
    pub latest: Option<String>,
}

impl WhenWire {
    pub(crate) fn of(when: When) -> Self {
        let (earliest, latest) = when.days();
        let day = |day: Day| day.to_date().map(|_| day.to_string());
        Self {
            date: when.date().map(|date| date.to_string()),
            earliest: day(earliest),
            latest: day(latest),
        }
    }
}
