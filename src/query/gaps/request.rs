use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, gaps, table, wire};
use crate::lang::Phrase;
use crate::model::CompanyId;
use crate::request::{AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, is_default};

/// What is not known about a company?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The company: its id, name, former name, alias or ticker.
    pub company: String,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

impl Question for Request {
    type Subject = CompanyId;

    const NAME: &'static str = "gaps";
    const SUMMARY: Phrase = Phrase::new(
        "Show what is not known of a company: sides that nobody searched, filings to read next",
        "Cho biết những gì chưa biết về một công ty: mặt nào chưa ai tìm, báo cáo nào nên đọc tiếp",
    );
    const POSITIONS: &'static [&'static str] = &["company"];
    const EXAMPLES: &'static [&'static str] = &["gaps/microsoft", "gaps/openai?known_at=2023"];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<CompanyId, AskError> {
        self.scope.resolve(names)?;
        names.company(&mut self.company)
    }

    fn ask<'d>(&self, company: CompanyId, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        let found = gaps(&ground.view(), company);
        let is_empty = found.is_empty();
        Ok(Reply::of(ground, found, is_empty, table, |view, found, _| {
            wire(view, found)
        }))
    }
}
