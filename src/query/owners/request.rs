use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, owners, table, wire};
use crate::dataset::Basis;
use crate::lang::Phrase;
use crate::model::CompanyId;
use crate::request::{AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, is_default};

/// Who owns a company, or what does it own?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The company: its id, name, former name, alias or ticker.
    pub company: String,
    /// What it owns, instead of who owns it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reverse: bool,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

impl Question for Request {
    type Subject = CompanyId;

    const NAME: &'static str = "owners";
    const SUMMARY: Phrase = Phrase::new(
        "Show who owns a company, or what it owns",
        "Cho biết ai sở hữu một công ty, hay công ty đó sở hữu những gì",
    );
    const POSITIONS: &'static [&'static str] = &["company"];
    const EXAMPLES: &'static [&'static str] = &["owners/openai", "owners/hulu?at=2015", "owners/microsoft?reverse"];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<CompanyId, AskError> {
        self.scope.resolve(names)?;
        names.company(&mut self.company)
    }

    fn is_about_everything(&self) -> bool {
        false
    }

    fn basis(&self, company: &CompanyId, _asking: &Asking<'_>) -> Result<Basis, AskError> {
        Ok(if self.reverse {
            Basis::ties_of([*company])
        } else {
            Basis::owners_of(*company)
        })
    }

    fn ask<'d>(&self, company: CompanyId, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        let found = owners(&ground.view(), company, self.reverse);
        let is_empty = found.held.is_empty() && found.announced.is_empty();
        Ok(Reply::of(ground, found, is_empty, table, |view, found, _| {
            wire(view, found)
        }))
    }
}
