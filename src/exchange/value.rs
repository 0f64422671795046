//! Fields of kinds as text: words and dates as they are, lists and records as JSON.

use serde_json::Value as Json;

use crate::model::{Model, Period, Value};
use crate::vocab::{Space, Type};

/// A value as contributors would write it; lists and records as JSON.
pub(super) fn written(model: &Model, ty: Type, value: &Value) -> String {
    match json(model, ty, value) {
        Json::String(text) => text,
        other => other.to_string(),
    }
}

/// A value as JSON, ids in place of what it refers to.
pub(super) fn json(model: &Model, ty: Type, value: &Value) -> Json {
    let text = |text: &str| Json::String(text.to_owned());
    match (ty, value) {
        (_, Value::Text(found)) => match found.plain() {
            Some(plain) => text(plain),
            None => Json::Object(
                found
                    .languages()
                    .map(|code| (code.to_owned(), text(found.get(code))))
                    .collect(),
            ),
        },
        (_, Value::Flag(flag)) => Json::Bool(*flag),
        (_, Value::Date(date)) => Json::String(date.to_string()),
        (_, Value::Money(money)) => Json::String(money.to_string()),
        (_, Value::Share(share)) => Json::String(share.to_string()),
        (Type::Choice(choices), Value::Choice(at)) => text(choices[usize::from(*at)].name),
        (_, Value::Choice(at)) => Json::from(*at),
        (_, Value::Company(id)) => text(&model[*id].id),
        (_, Value::Product(id)) => text(&model[*id].id),
        (_, Value::Relation(id)) => text(&model[*id].id),
        (Type::Ref(Space::Market), Value::Index(at)) => text(&model.markets[*at as usize].id),
        (Type::Ref(Space::Deal), Value::Index(at)) => text(&model.deals[*at as usize].id),
        (_, Value::Index(at)) => text(&model.sources[*at as usize].id),
        (_, Value::Asserter(who)) => text(who.written(model)),
        (_, Value::Period(period)) => match period {
            Period::Once => text("once"),
            Period::PerYear => text("per_year"),
            Period::During(range) => Json::String(range.to_string()),
        },
        (Type::List(inner, _), Value::List(items)) => items.iter().map(|item| json(model, *inner, item)).collect(),
        (_, Value::List(items)) => items.iter().map(|item| json(model, ty, item)).collect(),
        (Type::Record(fields), Value::Record(values)) => Json::Object(
            values
                .iter()
                .map(|(at, value)| {
                    let field = &fields[usize::from(*at)];
                    (field.name.to_owned(), json(model, field.ty, value))
                })
                .collect(),
        ),
        (_, Value::Record(values)) => values.iter().map(|(_, value)| json(model, ty, value)).collect(),
        (Type::ByCompany(inner), Value::ByCompany(values)) => by_company(model, *inner, values),
        (_, Value::ByCompany(values)) => by_company(model, ty, values),
    }
}

fn by_company(model: &Model, ty: Type, values: &[(crate::model::CompanyId, Value)]) -> Json {
    let entries = values
        .iter()
        .map(|(id, value)| (model[*id].id.to_string(), json(model, ty, value)));
    Json::Object(entries.collect())
}
