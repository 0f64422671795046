//! Records as fields whose references are ids, so that records of two data sets can be compared.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::model::{self, Model, Relation};
use crate::vocab::{KINDS, Space, Type};

/// The fields of a record; those without a value are left out.
pub(super) fn of<T: Serialize>(model: &Model, record: &T) -> Map<String, Value> {
    let Ok(Value::Object(fields)) = serde_json::to_value(record) else {
        // every record is a struct with string keys
        return Map::new();
    };
    let deal = fields.contains_key("signed");
    fields
        .into_iter()
        .map(|(key, value)| {
            let space = if deal && key == "supersedes" { "deal" } else { &key };
            let mut value = resolve(model, space, value);
            if let ("parties", Value::Array(items)) = (key.as_str(), &mut value) {
                items.sort_by_key(ToString::to_string);
            }
            (key, value)
        })
        .filter(|(_, value)| !is_nothing(value))
        .collect()
}

/// The fields of a relation, those of its kind among them.
pub(super) fn of_relation(model: &Model, relation: &Relation) -> Map<String, Value> {
    let kind = relation.kind();
    let mut fields = of(model, relation);
    fields.remove("own");
    fields.insert("kind".to_owned(), json!(kind.name));
    fields.remove("parties");
    for (at, role) in kind.roles.iter().enumerate() {
        let names = parties(model, relation, at);
        if !names.is_empty() {
            fields.insert(role.name.to_owned(), json!(names));
        }
    }
    for (at, value) in &relation.own {
        let field = KINDS[usize::from(relation.kind)].fields[usize::from(*at)];
        fields.insert(field.name.to_owned(), own(model, field.ty, value));
    }
    fields
}

/// The companies in a role. Their order means nothing, and neither does that of groups, which are numbered by their first.
fn parties(model: &Model, relation: &Relation, role: usize) -> Vec<String> {
    let mut groups: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
    for party in relation.parties.iter().filter(|party| usize::from(party.role) == role) {
        groups.entry(party.group).or_default().push(&model[party.company].id);
    }
    let grouped = groups.keys().any(|group| *group > 0);
    let mut groups: Vec<Vec<&str>> = groups.into_values().collect();
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort();
    let named = groups.iter().enumerate().flat_map(|(at, group)| {
        group.iter().map(move |id| {
            if grouped {
                format!("{id} ({})", at + 1)
            } else {
                (*id).to_owned()
            }
        })
    });
    named.collect()
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

/// Keys that say no more than their value when they stand alone: of what sort a reference or moment is.
const WRAPPERS: [&str; 9] = [
    "On", "During", "Relation", "Event", "Quote", "Claim", "Company", "Product", "source",
];

/// Replaces indices by ids. Records hold no other numbers than indices, in fields whose name says of which table.
fn resolve(model: &Model, key: &str, value: Value) -> Value {
    match value {
        Value::Number(number) => number
            .as_u64()
            .and_then(|at| id(model, key, usize::try_from(at).ok()?))
            .map_or(Value::Number(number), |id| json!(id)),
        Value::Array(items) => items.into_iter().map(|item| resolve(model, key, item)).collect(),
        Value::Object(fields) => {
            let mut fields: Map<String, Value> = fields
                .into_iter()
                .map(|(key, value)| {
                    let value = resolve(model, &key, value);
                    (key, value)
                })
                .filter(|(_, value)| !is_nothing(value))
                .collect();
            match fields.keys().next() {
                Some(key) if fields.len() == 1 && WRAPPERS.contains(&key.as_str()) => {
                    let key = key.clone();
                    fields.remove(&key).unwrap_or(Value::Null)
                }
                _ => Value::Object(fields),
            }
        }
        other => other,
    }
}

fn id(model: &Model, key: &str, at: usize) -> Option<String> {
    Some(match key {
        "company" | "companies" | "with" | "about" | "parties" | "from" | "to" | "publisher_company" | "Company" => {
            model.companies.get(at)?.id.to_string()
        }
        "case" => model.cases.get(at)?.id.to_string(),
        "source" | "based_on" => model.sources.get(at)?.id.to_string(),
        "market" | "broader" => model.markets.get(at)?.id.to_string(),
        "deal" => model.deals.get(at)?.id.to_string(),
        "products" | "Product" => model.products.get(at)?.id.to_string(),
        "supersedes" | "total_of" | "includes" | "part_of" | "Relation" => model.relations.get(at)?.id.to_string(),
        "Event" => model.events.get(at)?.id.to_string(),
        "Quote" => model.quotes.get(at)?.id.to_string(),
        "Claim" => model.claims.get(at)?.id.to_string(),
        _ => return None,
    })
}

/// A value of a kind's own field.
fn own(model: &Model, ty: Type, value: &model::Value) -> Value {
    use model::{Period, Value as V};
    match (value, ty) {
        (V::Text(text), _) => json!(text),
        (V::Flag(flag), _) => json!(flag),
        (V::Date(date), _) => json!(date),
        (V::Money(money), _) => json!(money),
        (V::Share(share), _) => json!(share),
        (V::Choice(at), Type::Choice(choices)) => json!(choices.get(usize::from(*at)).map(|choice| choice.name)),
        (V::Choice(at), _) => json!(at),
        (V::Company(id), _) => json!(model[*id].id),
        (V::Product(id), _) => json!(model[*id].id),
        (V::Relation(id), _) => json!(model[*id].id),
        (V::Index(at), Type::Ref(space)) => {
            let key = match space {
                Space::Market => "market",
                Space::Deal => "deal",
                Space::Case => "case",
                _ => "source",
            };
            json!(id(model, key, *at as usize))
        }
        (V::Index(at), _) => json!(id(model, "source", *at as usize)),
        (V::Asserter(by), _) => json!(by.written(model)),
        (V::Period(Period::During(range)), _) => json!(range.to_string()),
        (V::Period(Period::Once), _) => json!("once"),
        (V::Period(Period::PerYear), _) => json!("per_year"),
        (V::List(items), Type::List(of, _)) => items.iter().map(|item| own(model, *of, item)).collect(),
        (V::List(items), _) => items.iter().map(|item| own(model, ty, item)).collect(),
        (V::Record(parts), Type::Record(fields)) => parts
            .iter()
            .map(|(at, value)| {
                let field = fields[usize::from(*at)];
                (field.name.to_owned(), own(model, field.ty, value))
            })
            .collect::<Map<_, _>>()
            .into(),
        (V::Record(parts), _) => parts.iter().map(|(_, value)| own(model, ty, value)).collect(),
        (V::ByCompany(values), Type::ByCompany(of)) => values
            .iter()
            .map(|(id, value)| (model[*id].id.to_string(), own(model, *of, value)))
            .collect::<Map<_, _>>()
            .into(),
        (V::ByCompany(values), _) => values
            .iter()
            .map(|(id, value)| (model[*id].id.to_string(), own(model, ty, value)))
            .collect::<Map<_, _>>()
            .into(),
    }
}
