//! The answer as JSON. These types are promises: the model may change under them.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::table::terms;
use super::{Change, Changes, DataDiff, Diff, Happened, called};
use crate::judge::View;
use crate::judge::when::When;
use crate::lang::Lang;
use crate::model::RelationId;
use crate::request::Told;
use crate::tell::fields::Teller;
use crate::tell::record::standing_name;
use crate::tell::wire::WhenWire;
use crate::tell::words::Words;
use crate::vocab::{Confidence, KindName, Zone};

/// The difference between two views as JSON, `frenemy/diff/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// The company, where one was asked for.
    pub company: Option<String>,
    /// The first view.
    pub from: SideWire,
    /// The second view.
    pub to: SideWire,
    /// What surely happened, or was learned.
    pub surely: ChangesWire,
    /// What may have happened between the two: its dates are too coarse to tell.
    pub perhaps: ChangesWire,
}

/// What happened or was learned.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct ChangesWire {
    /// Pairs whose stance turned.
    pub stances: Vec<TurnedWire>,
    /// Relations, by what happened to them.
    pub relations: Vec<RelationWire>,
    /// Deals that were signed, or that ended.
    pub deals: Vec<DealWire>,
    /// Events.
    pub events: Vec<EventWire>,
}

impl Told for Answer {
    const NAME: &'static str = "diff";
}

/// One of the two views.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SideWire {
    /// The asked date.
    pub as_of: String,
    /// The day of knowledge.
    pub known_at: Option<String>,
}

/// A pair whose stance turned.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct TurnedWire {
    /// One company.
    pub a: String,
    /// The other.
    pub b: String,
    /// The stance before.
    pub before: Zone,
    /// The stance after.
    pub after: Zone,
    /// When; `null` where the two views are of one time.
    pub when: Option<WhenWire>,
}

/// A relation to which something happened.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct RelationWire {
    /// What happened to it, or what differs of it. Of views of one time, `began` and `ended` say that it holds in the second
    /// or in the first view only.
    #[schemars(extend("enum" = ["began", "changed", "ended", "took_place", "intended", "dropped", "learned", "judged", "faded", "firmed", "regraded"]))]
    pub happened: &'static str,
    /// When; `null` for what is learned, or merely differs.
    pub when: Option<WhenWire>,
    /// `case/id`.
    pub id: String,
    /// The kind.
    pub kind: KindName,
    /// The standing or grade in the first view, where that is what differs.
    pub before: Option<&'static str>,
    /// The standing or grade in the second view, where that is what differs.
    pub after: Option<&'static str>,
    /// Of terms that took the place of others: what changed, in the language of the answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<TermWire>,
}

/// A term that changed.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct TermWire {
    /// The field.
    pub field: &'static str,
    /// What the earlier terms say; `null` where they do not.
    pub before: Option<String>,
    /// What the later terms say; `null` where they do not.
    pub after: Option<String>,
}

/// A deal that was signed, or ended.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DealWire {
    /// Its id.
    pub id: String,
    /// `signed` or `ended`.
    #[schemars(extend("enum" = ["signed", "ended"]))]
    pub happened: &'static str,
    /// When.
    pub date: Option<String>,
}

/// An event.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct EventWire {
    /// `case/id`.
    pub id: String,
    /// When.
    pub date: String,
}

/// The answer on the wire.
#[must_use]
pub fn wire(from: &View<'_>, to: &View<'_>, found: &Diff, lang: Lang) -> Answer {
    let model = to.model();
    let side = |view: &View<'_>| {
        let (as_of, known) = called(view);
        SideWire {
            as_of,
            known_at: known.map(|day| day.to_string()),
        }
    };
    let teller = Teller {
        view: to,
        words: Words {
            graph: to.graph,
            lang,
            last: to.scope.asked.last_day(),
        },
    };
    Answer {
        company: found.company.map(|id| model[id].id.to_string()),
        from: side(from),
        to: side(to),
        surely: changes(&found.surely, &teller),
        perhaps: changes(&found.perhaps, &teller),
    }
}

fn changes(found: &Changes, teller: &Teller<'_>) -> ChangesWire {
    let model = teller.model();
    let stances = found.stances.iter().map(|turned| TurnedWire {
        a: model[turned.pair.0].id.to_string(),
        b: model[turned.pair.1].id.to_string(),
        before: turned.before,
        after: turned.after,
        when: turned.when.map(WhenWire::of),
    });
    let deals = found.deals.iter().map(|(id, signed)| {
        let dates = teller.view.graph.known().deal(model, &model[*id]);
        let date = if *signed { dates.from } else { dates.to };
        DealWire {
            id: model[*id].id.to_string(),
            happened: if *signed { "signed" } else { "ended" },
            date: date.map(|date| date.to_string()),
        }
    });
    let events = found.events.iter().map(|id| EventWire {
        id: model[*id].id.to_string(),
        date: model[*id].date.to_string(),
    });
    ChangesWire {
        stances: stances.collect(),
        relations: found
            .relations
            .iter()
            .map(|(what, id, when)| relation(*what, *id, *when, teller))
            .collect(),
        deals: deals.collect(),
        events: events.collect(),
    }
}

fn relation(what: Happened, id: RelationId, when: Option<When>, teller: &Teller<'_>) -> RelationWire {
    let (before, after) = match what {
        Happened::Judged { before, after } => (Some(standing_name(before)), Some(standing_name(after))),
        Happened::Regraded { before, after } => (before.map(Confidence::name), after.map(Confidence::name)),
        _ => (None, None),
    };
    let said = |text: String| (!text.is_empty()).then_some(text);
    let changed = (what == Happened::Changed).then(|| terms(id, teller));
    let changed = changed.into_iter().flatten().map(|term| TermWire {
        field: term.name,
        before: said(term.before),
        after: said(term.after),
    });
    RelationWire {
        happened: what.name(),
        when: when.map(WhenWire::of),
        id: teller.model()[id].id.to_string(),
        kind: teller.model()[id].kind_name(),
        before,
        after,
        terms: changed.collect(),
    }
}

/// The difference between two data sets as JSON, `frenemy/data-diff/1`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DataAnswer {
    /// `frenemy/data-diff/1`.
    pub schema: &'static str,
    /// The records that differ.
    pub records: Vec<RecordWire>,
}

/// A record that differs.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct RecordWire {
    /// The section.
    pub section: &'static str,
    /// The id.
    pub id: String,
    /// `added`, `removed` or `changed`.
    #[schemars(extend("enum" = ["added", "removed", "changed"]))]
    pub change: &'static str,
    /// The fields that differ.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, FieldWire>,
}

/// A field that differs.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct FieldWire {
    /// Its value in the first data set; `null` where it has none.
    pub before: Value,
    /// Its value in the second data set; `null` where it has none.
    pub after: Value,
}

/// The answer on the wire.
#[must_use]
pub fn data_wire(found: &DataDiff) -> DataAnswer {
    let record = |record: &super::RecordChange| RecordWire {
        section: record.section,
        id: record.id.clone(),
        change: record.change.name(),
        fields: match &record.change {
            Change::Changed(fields) => fields
                .iter()
                .map(|(field, (before, after))| {
                    let values = FieldWire {
                        before: before.clone(),
                        after: after.clone(),
                    };
                    (field.clone(), values)
                })
                .collect(),
            _ => BTreeMap::new(),
        },
    };
    DataAnswer {
        schema: "frenemy/data-diff/1",
        records: found.records.iter().map(record).collect(),
    }
}
