//! The description of the API, OpenAPI 3.1, written from the table of questions.

use std::sync::OnceLock;

use schemars::Schema;
use serde_json::{Map, Value, json};

use super::format::Format;
use super::problem::Kind;
use crate::lang::Lang;
use crate::query::{QUESTIONS, Request, Row};
use crate::request::request_schema_of;

/// Formats of answers to questions.
const FORMATS: [Format; 5] = [Format::Json, Format::Csv, Format::Markdown, Format::Html, Format::Text];

/// The description of the API as JSON.
#[must_use]
pub fn openapi() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| {
        let mut text = serde_json::to_string_pretty(&document()).unwrap_or_default();
        text.push('\n');
        text
    })
}

fn document() -> Value {
    let mut schemas = Map::new();
    let mut paths = Map::new();
    for question in QUESTIONS {
        add_question(question, &mut paths, &mut schemas);
    }
    let request = hoisted("request", request_schema_of::<Request>(), &mut schemas);
    schemas.insert("problem".to_owned(), problem_schema());
    schemas.insert("names".to_owned(), names_schema());
    add_others(&mut paths, &request);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "frenemy",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Who competes and cooperates with whom, since when, on whose word",
            "description": "Questions to a data set of corporate partnerships. That something is not recorded does not mean that it \
                            does not exist.",
            "license": {"name": "MIT OR Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": schemas},
    })
}

/// The paths of a question: one for each number of positions that it can have.
fn add_question(question: &Row, paths: &mut Map<String, Value>, schemas: &mut Map<String, Value>) {
    let request = serde_json::to_value((question.request)()).unwrap_or_default();
    let fields = fields(&request, question.name, schemas);
    let required: Vec<&str> = request["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let answers: Vec<Value> = (0..)
        .zip(question.answers)
        .map(|(at, answer)| {
            let name = if at == 0 {
                question.name.to_owned()
            } else {
                answer.name.to_owned()
            };
            hoisted(&name, (answer.schema)(), schemas)
        })
        .collect();
    let answer = match answers.as_slice() {
        [one] => one.clone(),
        several => json!({"oneOf": several}),
    };
    let least = question
        .positions
        .iter()
        .filter(|position| required.contains(position))
        .count();
    for given in least..=question.positions.len() {
        let in_path = &question.positions[..given];
        let path: String = in_path.iter().map(|position| format!("/{{{position}}}")).collect();
        let mut parameters: Vec<Value> = Vec::new();
        for (name, field) in &fields {
            let is_position = in_path.contains(&name.as_str());
            // what is left out of a path is left out of the query, too: that is another path
            if question.positions.contains(&name.as_str()) && !is_position {
                continue;
            }
            parameters.push(parameter(name, field, if is_position { "path" } else { "query" }));
        }
        parameters.push(language());
        let operation = json!({
            "operationId": if given == question.positions.len() {
                question.name.to_owned()
            } else {
                format!("{}-{given}", question.name)
            },
            "summary": question.summary.get(Lang::En),
            "description": "With an extension (`.json`, `.csv`, `.md`, `.html`, `.txt`) or by `Accept` in another format.",
            "parameters": parameters,
            "responses": responses(&answer),
        });
        paths.insert(format!("/v1/{}{path}", question.name), json!({"get": operation}));
    }
}

/// The fields of a request, those of its scope among them, with their schemas.
fn fields(request: &Value, prefix: &str, schemas: &mut Map<String, Value>) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    let defs = request["$defs"].as_object().cloned().unwrap_or_default();
    for (name, field) in request["properties"].as_object().into_iter().flatten() {
        if name == "scope" {
            let scope = defs.get("ScopeRequest").cloned().unwrap_or_default();
            found.extend(scope["properties"].as_object().cloned().unwrap_or_default());
        } else {
            found.push((name.clone(), field.clone()));
        }
    }
    for (name, mut schema) in defs {
        if name != "ScopeRequest" {
            point_to(&mut schema, &format!("{prefix}-request"));
            schemas.insert(format!("{prefix}-request-{name}"), schema);
        }
    }
    for (_, field) in &mut found {
        point_to(field, &format!("{prefix}-request"));
    }
    found
}

fn parameter(name: &str, field: &Value, place: &str) -> Value {
    let mut schema = without_null(field.clone());
    let description = schema.as_object_mut().and_then(|schema| schema.remove("description"));
    if let Some(schema) = schema.as_object_mut() {
        schema.remove("default");
    }
    let mut parameter = json!({"name": name, "in": place, "required": place == "path", "schema": schema});
    if let (Some(description), Some(object)) = (description, parameter.as_object_mut()) {
        object.insert("description".to_owned(), description);
    }
    parameter
}

/// The schema of a value that is there, as what an address does not say is not there.
fn without_null(mut schema: Value) -> Value {
    if let Some(types) = schema.get_mut("type").and_then(Value::as_array_mut) {
        types.retain(|kind| kind != "null");
        if let [one] = types.as_slice() {
            schema["type"] = one.clone();
        }
    }
    for word in ["anyOf", "oneOf"] {
        let Some(choices) = schema.get_mut(word).and_then(Value::as_array_mut) else {
            continue;
        };
        choices.retain(|choice| choice["type"] != "null");
        if let [one] = choices.as_slice() {
            let one = one.clone();
            let description = schema.get("description").cloned();
            schema = one;
            if let (Some(description), Some(object)) = (description, schema.as_object_mut()) {
                object.insert("description".to_owned(), description);
            }
        }
    }
    schema
}

fn language() -> Value {
    json!({
        "name": "lang", "in": "query", "required": false,
        "description": "The language of the answer; else that of `Accept-Language`, else English.",
        "schema": {"type": "string", "enum": Lang::ALL.map(Lang::code)},
    })
}

fn responses(answer: &Value) -> Value {
    let mut content = Map::new();
    for format in FORMATS {
        let schema = match format {
            Format::Json => answer.clone(),
            _ => json!({"type": "string"}),
        };
        content.insert(format.media_type().to_owned(), json!({"schema": schema}));
    }
    let mut responses = Map::new();
    responses.insert(
        "200".to_owned(),
        json!({"description": "The answer", "content": content}),
    );
    responses.insert(
        "304".to_owned(),
        json!({"description": "The answer is that of the `ETag` in `If-None-Match`"}),
    );
    add_problems(&mut responses, &Kind::ALL);
    Value::Object(responses)
}

fn add_problems(responses: &mut Map<String, Value>, kinds: &[Kind]) {
    let problem = json!({"application/problem+json": {"schema": {"$ref": "#/components/schemas/problem"}}});
    for kind in kinds {
        let status = kind.status().as_u16().to_string();
        let known = responses
            .entry(status)
            .or_insert_with(|| json!({"description": "", "content": problem}));
        let said = known["description"].as_str().unwrap_or_default();
        let said = if said.is_empty() {
            kind.title().en.to_owned()
        } else {
            format!("{said}; or: {}", kind.title().en)
        };
        known["description"] = said.into();
    }
}

/// Puts a schema and those that it names among the components, and says how to refer to it.
fn hoisted(name: &str, schema: Schema, schemas: &mut Map<String, Value>) -> Value {
    let mut schema = schema.to_value();
    point_to(&mut schema, name);
    if let Some(object) = schema.as_object_mut() {
        object.remove("$schema");
        if let Some(Value::Object(defs)) = object.remove("$defs") {
            schemas.extend(
                defs.into_iter()
                    .map(|(inner, schema)| (format!("{name}-{inner}"), schema)),
            );
        }
    }
    schemas.insert(name.to_owned(), schema);
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// Makes references to the definitions of a schema point to the components of its name.
fn point_to(schema: &mut Value, name: &str) {
    match schema {
        Value::Object(object) => {
            if let Some(Value::String(reference)) = object.get_mut("$ref")
                && let Some(inner) = reference.strip_prefix("#/$defs/")
            {
                *reference = format!("#/components/schemas/{name}-{inner}");
            }
            object.values_mut().for_each(|value| point_to(value, name));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| point_to(value, name)),
        _ => {}
    }
}

fn problem_schema() -> Value {
    json!({
        "type": "object",
        "description": "A problem, as RFC 9457 tells it.",
        "required": ["type", "title", "status", "detail", "instance"],
        "properties": {
            "type": {"type": "string", "enum": Kind::ALL.map(|kind| format!("/v1/problems/{}", kind.name()))},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string", "description": "What is wrong with this request, and what to do about it."},
            "instance": {"type": "string", "description": "The address that was asked for."},
            "candidates": {
                "type": "array",
                "description": "What a name may have meant.",
                "items": {
                    "type": "object",
                    "required": ["id", "label"],
                    "properties": {"id": {"type": "string"}, "label": {"type": "string"}},
                },
            },
        },
    })
}

fn names_schema() -> Value {
    json!({
        "type": "object",
        "required": ["schema", "data", "companies", "more"],
        "properties": {
            "schema": {"const": "frenemy/names/1"},
            "data": {"type": "string", "description": "The mark of the data set."},
            "companies": {
                "type": "array",
                "description": "Companies whose names hold the text, those first whose name begins with it.",
                "items": {
                    "type": "object",
                    "required": ["id", "label"],
                    "properties": {
                        "id": {"type": "string"},
                        "label": {"type": "string", "description": "What answers call it."},
                        "called": {"type": "string", "description": "The name that holds the text, where the label does not."},
                    },
                },
            },
            "more": {"type": "integer", "minimum": 0, "description": "How many more there are."},
        },
    })
}

/// What is no question.
fn add_others(paths: &mut Map<String, Value>, request: &Value) {
    let problems = |mut responses: Map<String, Value>| {
        add_problems(&mut responses, &Kind::ALL);
        Value::Object(responses)
    };
    let ok = |schema: Value| {
        let mut responses = Map::new();
        let content = json!({"application/json": {"schema": schema}});
        responses.insert(
            "200".to_owned(),
            json!({"description": "The answer", "content": content}),
        );
        problems(responses)
    };
    let text = |name: &str, what: &str| json!({"name": name, "in": "query", "required": true, "description": what, "schema": {"type": "string", "minLength": 1}});
    let object = json!({"type": "object"});
    paths.insert(
        "/v1/names".to_owned(),
        json!({"get": {
            "operationId": "names",
            "summary": "Find companies by a part of a name",
            "parameters": [
                text("q", "A part of a name, whatever its case and diacritics."),
                {"name": "limit", "in": "query", "required": false, "schema": {"type": "integer", "minimum": 1, "maximum": super::names::MOST}},
            ],
            "responses": ok(json!({"$ref": "#/components/schemas/names"})),
        }}),
    );
    let mut found = Map::new();
    found.insert(
        "303".to_owned(),
        json!({"description": "The address of the question as it was understood"}),
    );
    paths.insert(
        "/v1/ask".to_owned(),
        json!({
            "get": {
                "operationId": "ask-in-words",
                "summary": "Ask in plain words, in English or Vietnamese",
                "parameters": [text("q", "The question.")],
                "responses": problems(found),
            },
            "post": {
                "operationId": "ask",
                "summary": "Ask a question that is given as JSON",
                "parameters": [language()],
                "requestBody": {"required": true, "content": {"application/json": {"schema": request}}},
                "responses": responses(&object),
            },
        }),
    );
    for (path, id, summary) in [
        ("/v1", "index", "List the questions"),
        (
            "/v1/status",
            "status",
            "Tell which data are served, and what is wrong with newer ones",
        ),
        ("/v1/openapi.json", "openapi", "Describe the API"),
    ] {
        paths.insert(
            path.to_owned(),
            json!({"get": {"operationId": id, "summary": summary, "responses": ok(object.clone())}}),
        );
    }
}
