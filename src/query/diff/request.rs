use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, diff, table, wire};
use crate::dataset::Basis;
use crate::derived::Knowledge;
use crate::judge::{Asked, Scope};
use crate::lang::Phrase;
use crate::model::CompanyId;
use crate::request::{
    AnswerSchema, AskError, Asking, Ground, Question, Reply, Resolver, ScopeRequest, answer_of, is_default,
};
use crate::values::PartialDate;

/// What began, ended, turned or was learned between two dates or two states of knowledge?
///
/// The window of the scope gives two dates to compare.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Only what concerns this company and what belongs to it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub company: Option<String>,
    /// What was published by this date is compared ...
    #[serde(default, skip_serializing_if = "is_default")]
    pub known_from: Option<PartialDate>,
    /// ... with what was published by this one; with everything by default.
    #[serde(default, skip_serializing_if = "is_default")]
    pub known_to: Option<PartialDate>,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

impl Request {
    /// The states of knowledge on the two sides.
    fn known(&self) -> Result<(Knowledge, Knowledge), AskError> {
        let compared = self.known_from.is_some() || self.known_to.is_some();
        if compared && self.scope.known_at.is_some() {
            return Err(AskError::KnowledgeAndSides);
        }
        if !compared && self.scope.from.is_none() && self.scope.to.is_none() {
            return Err(AskError::NoSides);
        }
        let known = |date: Option<PartialDate>| Knowledge(date.or(self.scope.known_at).map(PartialDate::last));
        let (from, to) = (known(self.known_from), known(self.known_to));
        match (from.0, to.0) {
            (Some(before), Some(after)) if after < before => Err(AskError::KnowledgeReversed),
            _ => Ok((from, to)),
        }
    }

    /// The two times and states of knowledge that are compared.
    fn sides<'d>(&self, asking: &Asking<'d>) -> Result<(Ground<'d>, Ground<'d>), AskError> {
        let (before, after) = self.known()?;
        let scope = self.scope.scope(asking.names(), asking.today())?;
        let (from, to) = match scope.asked {
            Asked::Between(from, to) => (Asked::At(from), Asked::At(to)),
            at => (at, at),
        };
        let side = |asked, known| {
            asking.ground_of(Scope {
                asked,
                known,
                ..scope.clone()
            })
        };
        Ok((side(from, before)?, side(to, after)?))
    }
}

impl Question for Request {
    type Subject = Option<CompanyId>;

    const NAME: &'static str = "diff";
    const SUMMARY: Phrase = Phrase::new(
        "Show what began, ended, turned or was learned between two dates, or what changed between two data sets",
        "Cho biết những gì bắt đầu, kết thúc, đổi chiều hay mới được biết giữa hai thời điểm, hoặc khác nhau giữa hai bộ dữ liệu",
    );
    const POSITIONS: &'static [&'static str] = &["company"];
    const EXAMPLES: &'static [&'static str] = &[
        "diff/openai?from=2019&to=2024",
        "diff/microsoft?known_from=2023&known_to=2025&at=2022",
        "diff/microsoft?from=2015&to=2025&firm",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<Self::Subject, AskError> {
        self.scope.resolve(names)?;
        self.known()?;
        names.company_if_any(&mut self.company)
    }

    fn is_about_everything(&self) -> bool {
        self.company.is_none()
    }

    fn basis(&self, only: &Self::Subject, asking: &Asking<'_>) -> Result<Basis, AskError> {
        let Some(company) = *only else {
            return Ok(Basis::default());
        };
        let (from, to) = self.sides(asking)?;
        let members = [from.view(), to.view()].map(|view| view.members(company));
        Ok(Basis::all_of(members.into_iter().flatten()))
    }

    fn ask<'d>(&self, only: Self::Subject, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let (from, to) = self.sides(asking)?;
        let found = diff(&from.view(), &to.view(), only);
        let is_empty = found.is_empty();
        Ok(Reply::of(
            to,
            (from, found),
            is_empty,
            |to, (from, found), lang| table(&from.view(), to, found, lang),
            |to, (from, found), lang| wire(&from.view(), to, found, lang),
        ))
    }
}
