use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, around, cycles, rings_of_holdings, table, wire};
use crate::dataset::Basis;
use crate::lang::Phrase;
use crate::model::CompanyId;
use crate::request::{
    AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, bounded, is_default,
};

/// What goes around.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// Money: investments, purchases, and shares given for them.
    #[default]
    Money,
    /// Holdings: each company owns a part of the next.
    Holdings,
}

impl Of {
    /// Both, in the order of the help.
    pub const ALL: [Self; 2] = [Self::Money, Self::Holdings];

    /// The word on the command line and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Holdings => "holdings",
        }
    }
}

/// What money comes back? Or which companies own each other in a ring?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Only cycles through this company.
    #[serde(default, skip_serializing_if = "is_default")]
    pub company: Option<String>,
    /// What goes around.
    #[serde(default, skip_serializing_if = "is_default")]
    pub of: Of,
    /// The most companies in a cycle, 2 to 12; 4 by default.
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(range(min = 2, max = 12))]
    pub max_len: Option<u8>,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

/// The most companies in a cycle where nobody says.
const LENGTH: u8 = 4;

impl Question for Request {
    /// The company and the length.
    type Subject = (Option<CompanyId>, usize);

    const NAME: &'static str = "cycles";
    const SUMMARY: Phrase = Phrase::new(
        "Show money that comes back, or companies that own each other in a ring",
        "Cho biết tiền quay vòng, hoặc các công ty sở hữu nhau theo vòng",
    );
    const POSITIONS: &'static [&'static str] = &["company"];
    const EXAMPLES: &'static [&'static str] = &[
        "cycles",
        "cycles/openai?max_len=3",
        "cycles/nvidia?at=2025-12&firm",
        "cycles?from=2019&to=2023",
        "cycles?at=2015&of=holdings",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];
    const IS_LIST: bool = true;

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<Self::Subject, AskError> {
        self.scope.resolve(names)?;
        let length = bounded("max_len", &mut self.max_len, LENGTH, 2..=12)?;
        Ok((names.company_if_any(&mut self.company)?, usize::from(length)))
    }

    fn is_about_everything(&self) -> bool {
        self.company.is_none() || self.of == Of::Holdings
    }

    fn basis(&self, subject: &Self::Subject, asking: &Asking<'_>) -> Result<Basis, AskError> {
        let (Some(company), length) = *subject else {
            return Ok(Basis::default());
        };
        let ground = asking.ground(&self.scope)?;
        let view = ground.view();
        let around = around(&view, company, length);
        Ok(Basis::ties_of(around.into_iter().flat_map(|id| view.members(id))))
    }

    fn ask<'d>(&self, (company, length): Self::Subject, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        let found = match self.of {
            Of::Money => cycles(&ground.view(), company, length),
            Of::Holdings => rings_of_holdings(&ground.view(), company, length),
        };
        let is_empty = found.is_empty();
        Ok(Reply::of(ground, found, is_empty, table, |view, found, _| {
            wire(view, found)
        }))
    }
}
