//! The JSON Schema (2020-12) of data files, from the tables by which they are read.
//!
//! It says of a file what can be said of its shape: sections, fields, types, words, forms of dates and figures. What
//! needs more than one value (an id that is declared, an interval that is not empty, a check digit, a day that exists)
//! is for `check` alone.

mod forms;

use serde_json::{Map, Value, json};

use crate::vocab::{COMMON, Choice, Field, KINDS, SECTIONS, Space, Type};

use forms::{DEFINITIONS, definition};

/// The schema of a data file.
#[must_use]
pub fn schema() -> Value {
    let mut properties = Map::new();
    for section in SECTIONS {
        let name = section.name;
        let record = json!({"$ref": format!("#/$defs/{}", record_name(name))});
        let value = if name == "case" {
            json!({"description": section.doc, "anyOf": [reference("id"), record, reference("nothing")]})
        } else {
            records(section.doc, record)
        };
        properties.insert(name.to_owned(), value);
    }
    for kind in KINDS {
        let record = json!({"$ref": format!("#/$defs/{}", record_name(kind.section))});
        properties.insert(kind.section.to_owned(), records(kind.doc, record));
    }
    let mut definitions = Map::new();
    for name in DEFINITIONS {
        definitions.insert((*name).to_owned(), definition(name));
    }
    for field in COMMON {
        definitions.insert(field_name(field.name), described(field));
    }
    for section in SECTIONS {
        definitions.insert(record_name(section.name), record(section.fields.iter().copied()));
    }
    for kind in KINDS {
        definitions.insert(record_name(kind.section), record(kind.all_fields()));
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "frenemy data file",
        "description": "A mapping with any of these sections. `frenemy check` finds what a schema cannot.",
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": false,
        "if": {"anyOf": in_case().map(given).collect::<Vec<_>>()},
        "then": given("case"),
        "$defs": definitions,
    })
}

/// The sections whose records belong to a case.
fn in_case() -> impl Iterator<Item = &'static str> {
    let sections = SECTIONS
        .iter()
        .filter(|section| section.in_case)
        .map(|section| section.name);
    sections.chain(KINDS.iter().map(|kind| kind.section))
}

/// That a section is there and not empty.
fn given(section: &str) -> Value {
    json!({"required": [section], "properties": {section: {"not": reference("nothing")}}})
}

fn record_name(section: &str) -> String {
    format!("record-{section}")
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}

fn records(doc: &str, record: Value) -> Value {
    json!({
        "description": doc,
        "anyOf": [{"type": "array", "items": or_nothing(record)}, reference("nothing")],
    })
}

/// A mapping with these fields and no others.
fn record(fields: impl Iterator<Item = Field>) -> Value {
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for field in fields {
        let value = if COMMON.contains(&field) {
            reference(&field_name(field.name))
        } else {
            described(&field)
        };
        properties.insert(field.name.to_owned(), value);
        if field.required {
            required.push(field.name);
        }
    }
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

fn field_name(field: &str) -> String {
    format!("field-{field}")
}

/// What a field holds and means.
fn described(field: &Field) -> Value {
    let mut value = if field.required {
        of(field.ty)
    } else {
        or_nothing(of(field.ty))
    };
    if let Some(object) = value.as_object_mut() {
        object.insert("description".to_owned(), json!(said(field)));
    }
    value
}

/// What a field means, and where it has words what each of them means.
fn said(field: &Field) -> String {
    let words = match field.ty {
        Type::Choice(choices) => choices,
        _ => &[],
    };
    let lines = words
        .iter()
        .map(|choice| format!("\n- {}: {}", choice.name, choice.doc));
    format!("{}{}", field.doc, lines.collect::<String>())
}

/// A value that may be left empty, which is the same as no field.
fn or_nothing(value: Value) -> Value {
    json!({"anyOf": [value, reference("nothing")]})
}

fn of(ty: Type) -> Value {
    match ty {
        Type::List(item, least) => json!({"type": "array", "minItems": least, "items": or_nothing(of(*item))}),
        Type::OneOrMore(item) => json!({"anyOf": [of(*item), of(Type::List(item, 1))]}),
        Type::Record(fields) => record(fields.iter().copied()),
        Type::UnknownOr(fields) => json!({"anyOf": [{"const": "unknown"}, record(fields.iter().copied())]}),
        Type::ByCompany(item) | Type::ByHolder(item) => {
            json!({"type": "object", "propertyNames": reference("id"), "additionalProperties": of(*item)})
        }
        Type::Names => {
            json!({"type": "object", "propertyNames": {"pattern": "^[^:]*$"}, "additionalProperties": reference("line")})
        }
        Type::ByLanguage(item) => {
            json!({"type": "object", "propertyNames": reference("language"), "additionalProperties": of(*item)})
        }
        Type::Choice(choices) => one_of(choices),
        Type::Text => reference("text"),
        Type::Citation => reference("citation"),
        Type::ProductOrName => reference("text"),
        Type::Id => reference("id"),
        Type::Line => reference("line"),
        Type::Flag => json!({"enum": [true, false, "true", "false"]}),
        Type::Date => reference("date"),
        Type::DateOrUnknown => json!({"anyOf": [reference("date"), {"const": "unknown"}]}),
        Type::Published => json!({"anyOf": [reference("date"), {"const": "unknown"}, reference("dates")]}),
        Type::Period => json!({"anyOf": [{"enum": ["once", "per_year"]}, reference("dates")]}),
        Type::Money => reference("money"),
        Type::Share => reference("share"),
        Type::Country => reference("country"),
        Type::Language => reference("language"),
        Type::Url => reference("url"),
        Type::Lei => reference("lei"),
        Type::Qid => reference("qid"),
        Type::Ref(Space::Product) => reference("product"),
        Type::Ref(Space::Relation | Space::Record) => reference("record-id"),
        Type::Ref(_) | Type::HolderOrUnknown | Type::Asserter => reference("id"),
    }
}

/// One of some words, each with its meaning for editors that show it.
fn one_of(choices: &[Choice]) -> Value {
    let words = choices
        .iter()
        .map(|choice| json!({"const": choice.name, "description": choice.doc}));
    json!({"oneOf": words.collect::<Vec<_>>()})
}
