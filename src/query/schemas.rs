//! The JSON Schema of every answer to a question.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

/// An answer on the wire.
#[derive(Debug)]
pub struct AnswerSchema {
    /// The command.
    pub name: &'static str,
    /// Makes its schema (draft 2020-12).
    pub schema: fn() -> Schema,
}

/// The answers of every command that has a JSON format, by the command's name.
pub static ANSWERS: &[AnswerSchema] = &[
    AnswerSchema {
        name: "between",
        schema: of::<super::between::Answer>,
    },
    AnswerSchema {
        name: "cite",
        schema: of::<super::cite::Answer>,
    },
    AnswerSchema {
        name: "cycles",
        schema: of::<super::cycles::Answer>,
    },
    AnswerSchema {
        name: "data-diff",
        schema: of::<super::diff::DataAnswer>,
    },
    AnswerSchema {
        name: "depends",
        schema: of::<super::depends::Answer>,
    },
    AnswerSchema {
        name: "diff",
        schema: of::<super::diff::Answer>,
    },
    AnswerSchema {
        name: "gaps",
        schema: of::<super::gaps::Answer>,
    },
    AnswerSchema {
        name: "list",
        schema: of::<super::list::Answer>,
    },
    AnswerSchema {
        name: "path",
        schema: of::<super::path::Answer>,
    },
    AnswerSchema {
        name: "rank",
        schema: of::<super::rank::Answer>,
    },
    AnswerSchema {
        name: "show",
        schema: of::<super::show::Answer>,
    },
    AnswerSchema {
        name: "stats",
        schema: of::<super::stats::Answer>,
    },
    AnswerSchema {
        name: "timeline",
        schema: of::<super::timeline::Answer>,
    },
    AnswerSchema {
        name: "transitions",
        schema: of::<super::transitions::Answer>,
    },
    AnswerSchema {
        name: "triangles",
        schema: of::<super::triangles::Answer>,
    },
    AnswerSchema {
        name: "waterfall",
        schema: of::<super::waterfall::Answer>,
    },
    AnswerSchema {
        name: "who",
        schema: of::<super::who::Answer>,
    },
    AnswerSchema {
        name: "why",
        schema: of::<super::why::PairAnswer>,
    },
    AnswerSchema {
        name: "why-relation",
        schema: of::<super::why::Answer>,
    },
];

/// The schema of what is written, not of what would be read: fields that are always there are required.
#[must_use]
pub fn of<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<T>()
}
