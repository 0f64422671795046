use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, Of, list, table, wire};
use crate::lang::Phrase;
use crate::request::{AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, is_default};

/// What is in the data?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What is listed.
    pub of: Of,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

impl Question for Request {
    type Subject = ();

    const NAME: &'static str = "list";
    const SUMMARY: Phrase = Phrase::new("List what is in the data", "Liệt kê những gì có trong dữ liệu");
    const POSITIONS: &'static [&'static str] = &["of"];
    const EXAMPLES: &'static [&'static str] = &[
        "list/cases",
        "list/relations?case=microsoft-openai&kind=investment",
        "list/markets",
        "list/due?case=microsoft-openai",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<(), AskError> {
        self.scope.resolve(names)
    }

    fn ask<'d>(&self, (): (), asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        let found = list(&ground.view(), self.of);
        let is_empty = found.is_empty();
        Ok(Reply::of(ground, found, is_empty, table, wire))
    }
}
