use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::{Change, DataDiff, Diff, Happened, called};
use crate::graph::Presence;
use crate::judge::View;
use crate::request::Told;
use crate::tell::record::standing_name;
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
    /// Pairs whose stance differs.
    pub stances: Vec<TurnedWire>,
    /// Relations that differ.
    pub relations: Vec<RelationWire>,
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

/// A pair whose stance differs.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct TurnedWire {
    /// One company.
    pub a: String,
    /// The other.
    pub b: String,
    /// The stance in the first view.
    pub before: Zone,
    /// The stance in the second view.
    pub after: Zone,
    /// How surely the second holds: `yes`, `maybe`, `presumed`, or `no` for none.
    pub holds: Presence,
}

/// A relation that differs.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct RelationWire {
    /// `began`, `ended`, `passed`, `learned`, `judged`, `faded`, `firmed` or `regraded`.
    #[schemars(extend("enum" = ["began", "ended", "passed", "learned", "judged", "faded", "firmed", "regraded"]))]
    pub happened: &'static str,
    /// `case/id`.
    pub id: String,
    /// The kind.
    pub kind: KindName,
    /// The standing or grade in the first view, where that is what differs.
    pub before: Option<&'static str>,
    /// The standing or grade in the second view, where that is what differs.
    pub after: Option<&'static str>,
}

/// The answer on the wire.
#[must_use]
pub fn wire(from: &View<'_>, to: &View<'_>, found: &Diff) -> Answer {
    let model = to.model();
    let side = |view: &View<'_>| {
        let (as_of, known) = called(view);
        SideWire {
            as_of,
            known_at: known.map(|day| day.to_string()),
        }
    };
    Answer {
        company: found.company.map(|id| model[id].id.to_string()),
        from: side(from),
        to: side(to),
        stances: found
            .stances
            .iter()
            .map(|turned| TurnedWire {
                a: model[turned.pair.0].id.to_string(),
                b: model[turned.pair.1].id.to_string(),
                before: turned.before.zone,
                after: turned.after.zone,
                holds: turned.after.presence,
            })
            .collect(),
        relations: found
            .relations
            .iter()
            .map(|(what, id)| {
                let (before, after) = match what {
                    Happened::Judged { before, after } => (Some(standing_name(*before)), Some(standing_name(*after))),
                    Happened::Regraded { before, after } => (before.map(Confidence::name), after.map(Confidence::name)),
                    _ => (None, None),
                };
                RelationWire {
                    happened: what.name(),
                    id: model[*id].id.to_string(),
                    kind: model[*id].kind_name(),
                    before,
                    after,
                }
            })
            .collect(),
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
