//! What the server says of itself.

use serde_json::json;

use super::format::Format;
use super::live::State;
use super::page::address_of;
use super::problem::{Kind, Problem};
use super::response::{self, Answer};
use crate::lang::Lang;
use crate::query::QUESTIONS;

/// What can be asked.
pub(super) fn index(state: &State) -> Result<String, Problem> {
    let questions = QUESTIONS.iter().map(|question| {
        json!({
            "name": question.name,
            "summary": question.summary.get(Lang::En),
            "path": question.positions,
            "examples": question.examples.iter().filter_map(|example| Some(address_of("/v1", &example.parse().ok()?))).collect::<Vec<_>>(),
        })
    });
    written(&json!({
        "schema": "frenemy/api/1",
        "program": concat!("frenemy ", env!("CARGO_PKG_VERSION")),
        "data": state.dataset.hash().to_string(),
        "openapi": "/v1/openapi.json",
        "questions": questions.collect::<Vec<_>>(),
    }))
}

/// Which data are served.
pub(super) fn status(state: &State) -> Result<String, Problem> {
    let model = state.dataset.model();
    written(&json!({
        "schema": "frenemy/status/1",
        "program": concat!("frenemy ", env!("CARGO_PKG_VERSION")),
        "data": state.dataset.hash().to_string(),
        "companies": model.companies.len(),
        "relations": model.relations.len(),
        "sources": model.sources.len(),
        "problems": state.problems,
    }))
}

/// What a kind of problem is.
pub(super) fn explained(name: &str) -> Result<Answer, Problem> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name);
    let kind = kind.ok_or_else(|| Problem::new(Kind::NoSuchPage, format!("no problem is called `{name}`")))?;
    let text = written(&json!({
        "type": format!("/v1/problems/{name}"),
        "title": kind.title().en,
        "status": kind.status().as_u16(),
    }))?;
    Ok(response::lasting(Format::Json.content_type(), text))
}

/// Writes JSON.
pub(super) fn written<T: serde::Serialize>(value: &T) -> Result<String, Problem> {
    crate::report::json::write(value).map_err(|error| Problem::fault(error.to_string()))
}
