use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, Wanted, table, who, wire};
use crate::dataset::Basis;
use crate::judge::market;
use crate::lang::Phrase;
use crate::model::CompanyId;
use crate::request::{AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, is_default};
use crate::vocab::{RoleName, Side, Zone};

/// Who competes and cooperates with a company?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The company: its id, name, former name, alias or ticker.
    pub company: String,
    /// Only counterparties in this stance.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stance: Option<Zone>,
    /// Only ties of this side.
    #[serde(default, skip_serializing_if = "is_default")]
    pub side: Option<Side>,
    /// Only ties in which the company has one of these roles; in any when empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub role: Vec<RoleName>,
    /// List, apart, companies with products in one market though nobody is recorded to say that they compete there.
    #[serde(default, skip_serializing_if = "is_default")]
    pub same_market: bool,
    /// Tell, apart, ties that were first seen so long after the asked time that nothing is known of them then.
    #[serde(default, skip_serializing_if = "is_default")]
    pub full: bool,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

impl Question for Request {
    type Subject = CompanyId;

    const NAME: &'static str = "who";
    const SUMMARY: Phrase = Phrase::new(
        "Show who competes and cooperates with a company",
        "Cho biết ai cạnh tranh và hợp tác với một công ty",
    );
    const POSITIONS: &'static [&'static str] = &["company"];
    const EXAMPLES: &'static [&'static str] = &[
        "who/microsoft",
        "who/dell?at=2014",
        "who/tập đoàn microsoft",
        "who/openai?stance=coopetition",
        "who/openai?kind=investment&role=company",
        "who/microsoft?same_market",
        "who/microsoft?at=1990&full",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];
    const IS_LIST: bool = true;

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<CompanyId, AskError> {
        self.scope.resolve(names)?;
        names.company(&mut self.company)
    }

    fn is_about_everything(&self) -> bool {
        false
    }

    fn basis(&self, company: &CompanyId, asking: &Asking<'_>) -> Result<Basis, AskError> {
        let ground = asking.ground(&self.scope)?;
        let view = ground.view();
        let members = view.members(*company);
        let mut basis = Basis::ties_of(members.iter().copied());
        if self.same_market {
            members.into_iter().for_each(|id| basis.add_products_of(id));
            for market in market::met(&view, *company) {
                basis.add_products_in(market);
            }
        }
        Ok(basis)
    }

    fn ask<'d>(&self, company: CompanyId, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        let wanted = Wanted {
            stance: self.stance,
            side: self.side,
            roles: self.role.iter().map(|role| role.name().to_owned()).collect(),
            same_market: self.same_market,
            full: self.full,
        };
        let found = who(&ground.view(), company, &wanted);
        let is_empty = found.is_empty();
        Ok(Reply::of(ground, found, is_empty, table, |view, found, _| {
            wire(view, found)
        }))
    }
}
