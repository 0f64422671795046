use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, depends, table, wire};
use crate::lang::Phrase;
use crate::model::CompanyId;
use crate::request::{
    AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, bounded, is_default,
};

/// On whom does a company depend, or who depends on it?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The company: its id, name, former name, alias or ticker.
    pub company: String,
    /// Who depends on it, and so would be hit.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reverse: bool,
    /// How many levels, 1 to 10; 2 by default.
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(range(min = 1, max = 10))]
    pub depth: Option<u8>,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

/// How many levels are told where nobody says.
const LEVELS: u8 = 2;

impl Question for Request {
    /// The company and the levels.
    type Subject = (CompanyId, usize);

    const NAME: &'static str = "depends";
    const SUMMARY: Phrase = Phrase::new(
        "Show on whom a company depends, or who depends on it",
        "Cho biết một công ty phụ thuộc vào ai, hay ai phụ thuộc vào nó",
    );
    const POSITIONS: &'static [&'static str] = &["company"];
    const EXAMPLES: &'static [&'static str] = &[
        "depends/openai",
        "depends/openai?at=2020&depth=1",
        "depends/nvidia?reverse",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<Self::Subject, AskError> {
        self.scope.resolve(names)?;
        let depth = bounded("depth", &mut self.depth, LEVELS, 1..=10)?;
        Ok((names.company(&mut self.company)?, usize::from(depth)))
    }

    fn ask<'d>(&self, (company, depth): Self::Subject, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        let found = depends(&ground.view(), company, self.reverse, depth);
        let is_empty = found.edges.is_empty();
        Ok(Reply::of(ground, found, is_empty, table, |view, found, _| {
            wire(view, found)
        }))
    }
}
