//! The JSON Schema of requests and answers.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::envelope::{Envelope, Told, schema_name};

/// An answer on the wire.
#[derive(Clone, Copy, Debug)]
pub struct AnswerSchema {
    /// Its name, as in its `schema` field: `frenemy/NAME/2`.
    pub name: &'static str,
    /// Makes its schema (draft 2020-12).
    pub schema: fn() -> Schema,
}

/// The row of an answer.
#[must_use]
pub const fn answer_of<T: Told>() -> AnswerSchema {
    AnswerSchema {
        name: T::NAME,
        schema: answer_schema::<T>,
    }
}

/// The schema of an answer in its envelope, named as the answer names it.
fn answer_schema<T: Told>() -> Schema {
    let mut schema = schema_of::<Envelope<T>>();
    let name = schema_name(T::NAME);
    schema.insert("title".to_owned(), name.clone().into());
    if let Some(field) = schema
        .pointer_mut("/properties/schema")
        .and_then(|field| field.as_object_mut())
    {
        field.insert("const".to_owned(), name.into());
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
