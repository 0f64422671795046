use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, sums, table, wire};
use crate::dataset::Basis;
use crate::lang::Phrase;
use crate::model::CompanyId;
use crate::request::{AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, is_default};

/// How much money went between two companies?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// One company: its id, name, former name, alias or ticker.
    pub a: String,
    /// The other company.
    pub b: String,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

impl Question for Request {
    type Subject = (CompanyId, CompanyId);

    const NAME: &'static str = "sums";
    const SUMMARY: Phrase = Phrase::new(
        "Show how much money went between two companies, and which amounts are in no sum",
        "Cho biết bao nhiêu tiền đã qua lại giữa hai công ty, và khoản nào không được cộng vào",
    );
    const POSITIONS: &'static [&'static str] = &["a", "b"];
    const EXAMPLES: &'static [&'static str] = &[
        "sums/microsoft/openai",
        "sums/microsoft/openai?kind=investment",
        "sums/amazon/anthropic?at=2024",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<Self::Subject, AskError> {
        self.scope.resolve(names)?;
        names.pair(&mut self.a, &mut self.b)
    }

    fn is_about_everything(&self) -> bool {
        false
    }

    fn basis(&self, (a, b): &Self::Subject, asking: &Asking<'_>) -> Result<Basis, AskError> {
        let ground = asking.ground(&self.scope)?;
        let view = ground.view();
        Ok(Basis::ties_of([*a, *b].into_iter().flat_map(|id| view.members(id))))
    }

    fn ask<'d>(&self, (a, b): Self::Subject, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        let found = sums(&ground.view(), a, b);
        let is_empty = found.is_empty();
        Ok(Reply::of(ground, found, is_empty, table, |view, found, _| {
            wire(view, found)
        }))
    }
}
