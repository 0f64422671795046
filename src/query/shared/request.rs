use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, shared, table, wire};
use crate::dataset::Basis;
use crate::lang::Phrase;
use crate::model::CompanyId;
use crate::request::{AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, is_default};
use crate::vocab::RoleName;

/// Who works with both of two companies?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// One company: its id, name, former name, alias or ticker.
    pub a: String,
    /// The other company.
    pub b: String,
    /// Only companies with one of these roles to each of the two; with any when empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub role: Vec<RoleName>,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

impl Question for Request {
    type Subject = (CompanyId, CompanyId);

    const NAME: &'static str = "shared";
    const SUMMARY: Phrase = Phrase::new(
        "Show who supplies, finances, hosts or otherwise works with both of two companies",
        "Cho biết ai cung cấp, rót vốn, cho thuê hạ tầng hay hợp tác với cả hai công ty",
    );
    const POSITIONS: &'static [&'static str] = &["a", "b"];
    const EXAMPLES: &'static [&'static str] = &[
        "shared/openai/anthropic",
        "shared/microsoft/google?at=2024&role=supplier",
        "shared/openai/xai?from=2020&to=2025&firm",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];
    const IS_LIST: bool = true;

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
        let roles: Vec<String> = self.role.iter().map(|role| role.name().to_owned()).collect();
        let found = shared(&ground.view(), a, b, &roles);
        let is_empty = found.partners.is_empty();
        Ok(Reply::of(ground, found, is_empty, table, |view, found, _| {
            wire(view, found)
        }))
    }
}
