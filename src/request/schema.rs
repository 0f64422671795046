//! The JSON Schema of requests and answers.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::reply::Truncated;

/// An answer on the wire.
#[derive(Clone, Copy, Debug)]
pub struct AnswerSchema {
    /// Its name, as in its `schema` field: `frenemy/NAME/1`.
    pub name: &'static str,
    /// Makes its schema (draft 2020-12).
    pub schema: fn() -> Schema,
}

/// The row of an answer.
#[must_use]
pub const fn answer_of<T: JsonSchema>(name: &'static str) -> AnswerSchema {
    AnswerSchema {
        name,
        schema: answer_schema::<T>,
    }
}

/// The schema of what a question answers; where it was cut, it says so.
fn answer_schema<T: JsonSchema>() -> Schema {
    let mut schema = schema_of::<T>();
    let mut truncated = schema_of::<Truncated>();
    truncated.remove("$schema");
    truncated.remove("title");
    let properties = schema.get_mut("properties").and_then(serde_json::Value::as_object_mut);
    if let Some(properties) = properties {
        properties.insert("truncated".to_owned(), truncated.to_value());
    }
    schema
}

/// The schema of what is written, not of what would be read: fields that are always there are required.
#[must_use]
pub fn schema_of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<T>()
}

/// The schema of what is read: fields that have a default are not required.
#[must_use]
pub fn request_schema_of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12();
    settings.into_generator().into_root_schema_for::<T>()
}
