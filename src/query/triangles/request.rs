use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, Balance, around, table, triangles, wire};
use crate::dataset::Basis;
use crate::lang::Phrase;
use crate::model::CompanyId;
use crate::request::{AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, is_default};

/// Which triangles of companies are tense?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Only triangles with this company.
    #[serde(default, skip_serializing_if = "is_default")]
    pub company: Option<String>,
    /// Classic balance (Cartwright and Harary 1956): three competitions are tense too.
    #[serde(default, skip_serializing_if = "is_default")]
    pub classic: bool,
    /// List balanced and ambivalent triangles too; the answer for programs always has them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub all: bool,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

impl Question for Request {
    type Subject = Option<CompanyId>;

    const NAME: &'static str = "triangles";
    const SUMMARY: Phrase = Phrase::new(
        "Show which triangles of companies are tense: two rivals that share a partner",
        "Cho biết những tam giác căng thẳng: hai đối thủ có chung một đối tác",
    );
    const POSITIONS: &'static [&'static str] = &["company"];
    const EXAMPLES: &'static [&'static str] = &[
        "triangles",
        "triangles/openai?at=2024",
        "triangles/microsoft?classic&all",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];
    const IS_LIST: bool = true;

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<Self::Subject, AskError> {
        self.scope.resolve(names)?;
        names.company_if_any(&mut self.company)
    }

    fn is_about_everything(&self) -> bool {
        self.company.is_none()
    }

    fn basis(&self, company: &Self::Subject, asking: &Asking<'_>) -> Result<Basis, AskError> {
        let Some(company) = *company else {
            return Ok(Basis::default());
        };
        let ground = asking.ground(&self.scope)?;
        let view = ground.view();
        let around = around(&view, company);
        Ok(Basis::ties_of(around.into_iter().flat_map(|id| view.members(id))))
    }

    fn ask<'d>(&self, company: Self::Subject, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        let balance = if self.classic { Balance::Classic } else { Balance::Weak };
        let found = triangles(&ground.view(), company, balance);
        let (is_empty, all) = (found.triangles.is_empty(), self.all);
        Ok(Reply::of(
            ground,
            found,
            is_empty,
            move |view, found, lang| table(view, found, all, lang),
            |view, found, _| wire(view, found),
        ))
    }
}
