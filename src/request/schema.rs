//! The JSON Schema of requests and answers.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::reply::Beside;

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

/// The schema of what a question answers, with what every answer may say of itself.
fn answer_schema<T: JsonSchema>() -> Schema {
    let mut schema = schema_of::<T>();
    // written out where they are used: an answer has definitions of its own
    let settings = SchemaSettings::draft2020_12()
        .for_serialize()
        .with(|settings| settings.inline_subschemas = true);
    let beside = settings.into_generator().into_root_schema_for::<Beside>().to_value();
    let properties = schema.get_mut("properties").and_then(serde_json::Value::as_object_mut);
    if let (Some(properties), Some(more)) = (properties, beside["properties"].as_object()) {
        properties.extend(more.clone());
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
