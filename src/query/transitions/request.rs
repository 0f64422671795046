use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, table, transitions, wire};
use crate::dataset::Basis;
use crate::lang::Phrase;
use crate::model::CompanyId;
use crate::request::{AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, is_default};

/// How do pairs turn from partners to rivals, and how long does it take?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Only the pairs of this company.
    #[serde(default, skip_serializing_if = "is_default")]
    pub company: Option<String>,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

impl Question for Request {
    type Subject = Option<CompanyId>;

    const NAME: &'static str = "transitions";
    const SUMMARY: Phrase = Phrase::new(
        "Show how pairs turn from partners to coopetitors to rivals to one group, and how long each took",
        "Cho biết các cặp chuyển từ đối tác sang vừa hợp tác vừa cạnh tranh, sang đối thủ hay về một tập đoàn ra sao, mất bao lâu",
    );
    const POSITIONS: &'static [&'static str] = &["company"];
    const EXAMPLES: &'static [&'static str] = &[
        "transitions",
        "transitions/microsoft?from=2010&to=2020",
        "transitions?firm",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];

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
        Ok(Basis::ties_of(ground.view().members(company)))
    }

    fn ask<'d>(&self, only: Self::Subject, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        let found = transitions(&ground.view(), only);
        let is_empty = found.is_empty();
        Ok(Reply::of(ground, found, is_empty, table, |view, found, _| {
            wire(view, found)
        }))
    }
}
