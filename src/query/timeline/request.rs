use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, Subject, table, timeline, wire};
use crate::dataset::Basis;
use crate::lang::Phrase;
use crate::request::{AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, is_default};

/// What happened to a company, between two companies or in a case?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// A company by any of its names, or the id of a case.
    pub subject: String,
    /// A second company: what happened between the two.
    #[serde(default, skip_serializing_if = "is_default")]
    pub other: Option<String>,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

impl Question for Request {
    type Subject = Subject;

    const NAME: &'static str = "timeline";
    const SUMMARY: Phrase = Phrase::new(
        "Show what happened to a company, between two companies or in a case, in order",
        "Cho biết lần lượt những gì đã xảy ra với một công ty, giữa hai công ty hay trong một hồ sơ",
    );
    const POSITIONS: &'static [&'static str] = &["subject", "other"];
    const EXAMPLES: &'static [&'static str] = &[
        "timeline/microsoft/openai",
        "timeline/openai?from=2023&to=2024",
        "timeline/microsoft-dell",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<Subject, AskError> {
        self.scope.resolve(names)?;
        if let Some(other) = &mut self.other {
            let (a, b) = names.pair(&mut self.subject, other)?;
            return Ok(Subject::Pair(a, b));
        }
        match names.case_of_id(&self.subject) {
            Some(id) if !names.is_company(&self.subject) => Ok(Subject::Case(id)),
            _ => Ok(Subject::Company(names.company(&mut self.subject)?)),
        }
    }

    fn is_about_everything(&self) -> bool {
        false
    }

    fn basis(&self, subject: &Subject, asking: &Asking<'_>) -> Result<Basis, AskError> {
        let ground = asking.ground(&self.scope)?;
        let view = ground.view();
        let companies = match *subject {
            Subject::Company(id) => vec![id],
            Subject::Pair(a, b) => vec![a, b],
            Subject::Case(id) => view.model()[id].about.clone(),
        };
        let mut basis = Basis::all_of(companies.into_iter().flat_map(|id| view.members(id)));
        if let Subject::Case(id) = *subject {
            basis.add_case(id);
        }
        Ok(basis)
    }

    fn ask<'d>(&self, subject: Subject, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        let found = timeline(&ground.view(), subject);
        let is_empty = found.is_empty();
        Ok(Reply::of(ground, found, is_empty, table, wire))
    }
}
