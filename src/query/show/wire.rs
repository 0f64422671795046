use std::collections::BTreeMap;

use serde::Serialize;

use super::{Found, Record, Subject};
use crate::judge::View;
use crate::lang::Lang;
use crate::request::Told;
use crate::tell::money_wire::MoneyWire;
use crate::tell::wire::AmountWire;
use crate::vocab::Confidence;

/// A record as JSON, `frenemy/show/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// What was asked for.
    pub asked: String,
    /// The sort of the record, `null` where none or several were found.
    pub kind: Option<&'static str>,
    /// The record.
    pub record: Option<RecordWire>,
    /// What may have been meant, where none or several were found.
    pub candidates: Vec<CandidateWire>,
}

impl Told for Answer {
    const NAME: &'static str = "show";
}

/// A record that may have been meant.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct CandidateWire {
    /// Its sort.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
}

/// A record.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct RecordWire {
    /// Its id.
    pub id: String,
    /// What it is called, or says.
    pub title: String,
    /// Its fields by name; those without a value are left out.
    pub fields: BTreeMap<&'static str, FieldWire>,
    /// The amounts of a relation as recorded, totals and their parts alike; empty for other records.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub amounts: Vec<AmountWire>,
    /// What a deal is said to be worth; left out where nobody says, and for other records.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<MoneyWire>,
    /// Its sources.
    pub sources: Vec<SupportWire>,
}

/// The values of a field, at least one, in the record's order.
pub type FieldWire = Vec<FactWire>;

/// One value.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct FactWire {
    /// What it says, in the language asked for.
    pub text: String,
    /// The id of the record that it names, or the word for programs; left out where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// A source as the record cites it.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SupportWire {
    /// Its id.
    pub source: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its title.
    pub title: String,
    /// What sort of document it is.
    pub kind: &'static str,
    /// When it was published: a date, or a range `FROM/TO`.
    pub published: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Its words.
    pub quote: Option<String>,
    /// Where in it.
    pub locator: Option<String>,
    /// The grade that it would give alone.
    pub grade: Option<Confidence>,
}

/// What was found on the wire, texts in `lang`.
#[must_use]
pub fn wire(view: &View<'_>, asked: &str, found: &Found, lang: Lang) -> Answer {
    let (subject, candidates): (Option<Subject>, &[Subject]) = match found {
        Found::One(subject) => (Some(*subject), &[]),
        Found::Many(many) => (None, many),
        Found::None(near) => (None, near),
    };
    let candidates = candidates.iter().map(|candidate| CandidateWire {
        kind: candidate.sort(),
        id: candidate.id(view.model()).to_owned(),
    });
    Answer {
        asked: asked.to_owned(),
        kind: subject.map(Subject::sort),
        record: subject.map(|subject| record(view, subject, super::show(view, subject, lang))),
        candidates: candidates.collect(),
    }
}

fn record(view: &View<'_>, subject: Subject, record: Record) -> RecordWire {
    let amounts = match subject {
        Subject::Relation(id) => {
            let known = view.graph.relation(id).amounts();
            known
                .map(|(_, amount)| AmountWire::of(&view.model()[id], amount))
                .collect()
        }
        _ => Vec::new(),
    };
    let amount = match subject {
        Subject::Deal(id) => view.model()[id].amount.map(MoneyWire::of),
        _ => None,
    };
    let fields = record.fields.into_iter().map(|field| {
        let values = field.values.into_iter().map(|fact| FactWire {
            text: fact.text,
            id: fact.id,
        });
        (field.name, values.collect())
    });
    let sources = record.support.into_iter().map(|support| SupportWire {
        source: support.source,
        publisher: support.publisher,
        title: support.title,
        kind: support.kind,
        published: Some(support.published).filter(|text| !text.is_empty()),
        url: support.url,
        quote: support.quote,
        locator: support.locator,
        grade: support.grade,
    });
    RecordWire {
        id: record.id,
        title: record.title,
        fields: fields.collect(),
        amounts,
        amount,
        sources: sources.collect(),
    }
}
