use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, between, not_known, table, wire};
use crate::dataset::Basis;
use crate::lang::Phrase;
use crate::model::CompanyId;
use crate::request::{AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, is_default};

/// What is recorded of two companies?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// One company: its id, name, former name, alias or ticker.
    pub a: String,
    /// The other company.
    pub b: String,
    /// Tell, apart, ties that were first seen so long after the asked time that nothing is known of them then; and the dimensions
    /// that count our records.
    #[serde(default, skip_serializing_if = "is_default")]
    pub full: bool,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

impl Question for Request {
    type Subject = (CompanyId, CompanyId);

    const NAME: &'static str = "between";
    const SUMMARY: Phrase = Phrase::new(
        "Show all that is recorded of two companies: phases, relations, deals, events, quotes, disagreements",
        "Cho biết mọi điều đã ghi về hai công ty: giai đoạn, quan hệ, thương vụ, sự kiện, trích dẫn, bất đồng",
    );
    const POSITIONS: &'static [&'static str] = &["a", "b"];
    const EXAMPLES: &'static [&'static str] = &[
        "between/microsoft/dell",
        "between/openai/google?at=2018",
        "between/microsoft/openai?known_at=2023-01",
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
        Ok(Basis::all_of([*a, *b].into_iter().flat_map(|id| view.members(id))))
    }

    fn ask<'d>(&self, (a, b): Self::Subject, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        let mut found = between(&ground.view(), a, b);
        if self.full {
            found.not_known = Some(not_known(&ground.view(), a, b));
        }
        let is_empty = found.is_empty();
        Ok(Reply::of(ground, found, is_empty, table, |view, found, _| {
            wire(view, found)
        }))
    }
}
