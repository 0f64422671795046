use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, PairAnswer, reason, relation_table, relation_wire, table, why, wire};
use crate::dataset::Basis;
use crate::lang::Phrase;
use crate::model::{CompanyId, RelationId};
use crate::request::{AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, is_default};

/// What stands behind a relation, or behind the stance of two companies?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// A relation's id, or a company by any of its names.
    pub subject: String,
    /// The other company.
    #[serde(default, skip_serializing_if = "is_default")]
    pub other: Option<String>,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

/// What is to be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A relation.
    Relation(RelationId),
    /// The stance of two companies.
    Pair(CompanyId, CompanyId),
}

impl Question for Request {
    type Subject = Subject;

    const NAME: &'static str = "why";
    const SUMMARY: Phrase = Phrase::new(
        "Show what stands behind a relation or a stance: rules, records, dates, sources, disputes",
        "Cho biết một quan hệ hay một thế đứng dựa vào đâu: quy tắc, bản ghi, ngày tháng, nguồn, tranh cãi",
    );
    const POSITIONS: &'static [&'static str] = &["subject", "other"];
    const EXAMPLES: &'static [&'static str] = &[
        "why/microsoft/openai",
        "why/microsoft-openai%2Fazure-2016?at=2018",
        "why/dell/microsoft?at=2014",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<PairAnswer>(), answer_of::<Answer>()];

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<Subject, AskError> {
        self.scope.resolve(names)?;
        match &mut self.other {
            Some(other) => {
                let (a, b) = names.pair(&mut self.subject, other)?;
                Ok(Subject::Pair(a, b))
            }
            None => Ok(Subject::Relation(names.relation(&mut self.subject)?)),
        }
    }

    fn is_about_everything(&self) -> bool {
        false
    }

    fn basis(&self, subject: &Subject, asking: &Asking<'_>) -> Result<Basis, AskError> {
        let Subject::Pair(a, b) = *subject else {
            return Ok(Basis::default());
        };
        let ground = asking.ground(&self.scope)?;
        let view = ground.view();
        Ok(Basis::ties_of([a, b].into_iter().flat_map(|id| view.members(id))))
    }

    fn ask<'d>(&self, subject: Subject, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        match subject {
            Subject::Relation(id) => {
                let found = reason(&ground.view(), id);
                Ok(Reply::of(ground, found, false, relation_table, |view, found, _| {
                    relation_wire(view, found)
                }))
            }
            Subject::Pair(a, b) => {
                let found = why(&ground.view(), a, b);
                let is_empty = found.is_empty();
                Ok(Reply::of(ground, found, is_empty, table, |view, found, _| {
                    wire(view, found)
                }))
            }
        }
    }
}
