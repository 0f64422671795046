use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, stats, table, wire};
use crate::lang::Phrase;
use crate::request::{AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, is_default};

/// How much is in the data, how well is it supported, how fresh is it?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

impl Question for Request {
    type Subject = ();

    const NAME: &'static str = "stats";
    const SUMMARY: Phrase = Phrase::new(
        "Count what is in the data, how well it is supported and how fresh it is",
        "Đếm những gì có trong dữ liệu, được dẫn nguồn tốt đến đâu và mới đến đâu",
    );
    const POSITIONS: &'static [&'static str] = &[];
    const EXAMPLES: &'static [&'static str] = &["stats", "stats?at=2015"];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<(), AskError> {
        self.scope.resolve(names)
    }

    fn ask<'d>(&self, (): (), asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        let found = stats(&ground.view());
        Ok(Reply::of(ground, found, false, table, |_, found, _| wire(found)))
    }
}
