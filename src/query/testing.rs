//! Random requests of every question, made from the schemas of the requests.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use super::{Request, Row};

/// Requests of a question; nothing in them need be in any data.
pub(crate) fn requests(question: &'static Row) -> impl Strategy<Value = Value> {
    let schema = (question.request)().to_value();
    let any = value(&schema, &schema);
    any.prop_map(move |mut request| {
        request["question"] = json!(question.name);
        request
    })
}

/// A request of its JSON.
pub(crate) fn read(request: &Value) -> Request {
    serde_json::from_value(request.clone()).unwrap_or_else(|error| panic!("{request}: {error}"))
}

fn value(schema: &Value, root: &Value) -> BoxedStrategy<Value> {
    if let Some(place) = schema["$ref"].as_str() {
        let place = place.trim_start_matches('#');
        return value(root.pointer(place).expect("a definition"), root);
    }
    if let Some(words) = schema["enum"].as_array() {
        let words: Vec<Value> = words.iter().filter(|word| !word.is_null()).cloned().collect();
        return select(words).boxed();
    }
    for several in ["anyOf", "oneOf", "allOf"] {
        if let Some(either) = schema[several].as_array() {
            let some = either.iter().filter(|one| one["type"] != "null");
            let some: Vec<_> = some.map(|one| value(one, root)).collect();
            return proptest::strategy::Union::new(some).boxed();
        }
    }
    if !schema["const"].is_null() {
        return Just(schema["const"].clone()).boxed();
    }
    let one = schema["type"].as_array().map_or(&schema["type"], |several| &several[0]);
    match one.as_str() {
        Some("boolean") => any::<bool>().prop_map(Value::from).boxed(),
        Some("integer") => {
            let bound = |name: &str, other| schema[name].as_u64().unwrap_or(other);
            (bound("minimum", 0)..=bound("maximum", u32::MAX.into()))
                .prop_map(Value::from)
                .boxed()
        }
        Some("string") if schema["pattern"].is_string() => dates().prop_map(Value::from).boxed(),
        Some("string") => texts().prop_map(Value::from).boxed(),
        Some("array") => proptest::collection::vec(value(&schema["items"], root), 0..3)
            .prop_map(Value::from)
            .boxed(),
        Some("object") => object(schema, root),
        other => panic!("a type that no request has yet: {other:?} in {schema}"),
    }
}

fn object(schema: &Value, root: &Value) -> BoxedStrategy<Value> {
    let required = |name: &str| {
        schema["required"]
            .as_array()
            .is_some_and(|all| all.iter().any(|one| one == name))
    };
    let properties = schema["properties"].as_object().cloned().unwrap_or_default();
    let fields: Vec<BoxedStrategy<Option<(String, Value)>>> = properties
        .into_iter()
        .map(|(name, schema)| {
            let always = required(&name);
            let field = value(&schema, root).prop_map(move |value| (name.clone(), value));
            if always {
                field.prop_map(Some).boxed()
            } else {
                proptest::option::of(field).boxed()
            }
        })
        .collect();
    fields
        .prop_map(|fields| Value::Object(fields.into_iter().flatten().collect::<Map<_, _>>()))
        .boxed()
}

fn dates() -> impl Strategy<Value = String> {
    (1..=9999_u16, 1..=12_u8, 1..=28_u8, 4..=10_usize).prop_map(|(year, month, day, length)| {
        let date = format!("{year:04}-{month:02}-{day:02}");
        let whole = [4, 7, 10].into_iter().rfind(|whole| *whole <= length).unwrap_or(4);
        date[..whole].to_owned()
    })
}

/// Names as people write them, and what escaping may stumble over.
fn texts() -> impl Strategy<Value = String> {
    const NAMES: &[&str] = &[
        "microsoft",
        "tập đoàn Đèn & Bến",
        "case/relation",
        "a?b&c=d#e",
        "100%",
        "50%25",
        "a+b c",
        "-1",
        "--at",
        "true",
        "",
        " ",
        ".",
        "..",
        "first-investors=USD 50m",
        "\"'`$!\\",
    ];
    prop_oneof![select(NAMES).prop_map(str::to_owned), "\\PC{0,12}"]
}
