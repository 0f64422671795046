use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, depends, table, wire};
use crate::dataset::Basis;
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
    /// How many levels, 1 to 10; 1 by default: whom the company itself deals with.
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(range(min = 1, max = 10))]
    pub depth: Option<u8>,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

/// How many levels are told where nobody says.
const LEVELS: u8 = 1;

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
        "depends/openai?at=2020&depth=2",
        "depends/nvidia?reverse",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<Self::Subject, AskError> {
        self.scope.resolve(names)?;
        let depth = bounded("depth", &mut self.depth, LEVELS, 1..=10)?;
        Ok((names.company(&mut self.company)?, usize::from(depth)))
    }

    fn is_about_everything(&self) -> bool {
        false
    }

    fn basis(&self, (company, depth): &Self::Subject, asking: &Asking<'_>) -> Result<Basis, AskError> {
        let ground = asking.ground(&self.scope)?;
        let view = ground.view();
        // of every company that is shown all needs are looked at: whether the tree goes on, and who else meets them
        let shown = depends(&view, *company, self.reverse, *depth).edges.into_iter();
        let shown = shown.flat_map(|edge| [edge.dependent, edge.on]).chain([*company]);
        Ok(Basis::ties_of(shown.flat_map(|id| view.members(id))))
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
