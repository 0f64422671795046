use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, Wanted, around, path, table, wire};
use crate::dataset::Basis;
use crate::lang::Phrase;
use crate::model::CompanyId;
use crate::request::{
    AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, bounded, is_default,
};

/// How are two companies connected?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// One company: its id, name, former name, alias or ticker.
    pub a: String,
    /// The other company.
    pub b: String,
    /// How many paths, 1 to 100; 3 by default.
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(range(min = 1, max = 100))]
    pub k: Option<u16>,
    /// Companies that no path may touch.
    #[serde(default, skip_serializing_if = "is_default")]
    pub avoid: Vec<String>,
    /// Whether competition is a connection too.
    #[serde(default, skip_serializing_if = "is_default")]
    pub competition: bool,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

/// How many paths are looked for where nobody says.
const PATHS: u16 = 3;

impl Question for Request {
    type Subject = (CompanyId, CompanyId, Wanted);

    const NAME: &'static str = "path";
    const SUMMARY: Phrase = Phrase::new(
        "Show how two companies are connected: fewest steps first, then more",
        "Cho biết hai công ty liên hệ với nhau thế nào: ít bước trước, nhiều bước sau",
    );
    const POSITIONS: &'static [&'static str] = &["a", "b"];
    const EXAMPLES: &'static [&'static str] = &[
        "path/dell/openai",
        "path/nvidia/microsoft?k=5&avoid=openai",
        "path/apple/amd?kind=competitive_overlap&at=2024",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];
    const IS_LIST: bool = true;

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<Self::Subject, AskError> {
        self.scope.resolve(names)?;
        let (a, b) = names.pair(&mut self.a, &mut self.b)?;
        let k = bounded("k", &mut self.k, PATHS, 1..=100)?;
        let avoid = self.avoid.iter_mut().map(|name| names.company(name));
        let avoid = avoid.collect::<Result<Vec<_>, _>>()?;
        if let Some(end) = [a, b].into_iter().find(|end| avoid.contains(end)) {
            let id = names.model()[end].id.to_string();
            return Err(AskError::AvoidedEnd { id });
        }
        let wanted = Wanted {
            k: usize::from(k),
            avoid,
            competition: self.competition,
        };
        Ok((a, b, wanted))
    }

    fn is_about_everything(&self) -> bool {
        false
    }

    fn basis(&self, (a, b, wanted): &Self::Subject, asking: &Asking<'_>) -> Result<Basis, AskError> {
        let ground = asking.ground(&self.scope)?;
        let view = ground.view();
        let is_tied = |id| view.members(id).into_iter().all(|id| asking.has_ties_of(id));
        let around = around(&view, (*a, *b), wanted, is_tied);
        Ok(Basis::ties_of(around.into_iter().flat_map(|id| view.members(id))))
    }

    fn ask<'d>(&self, (a, b, wanted): Self::Subject, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        let found = path(&ground.view(), a, b, wanted);
        let is_empty = found.routes.is_empty();
        Ok(Reply::of(ground, found, is_empty, table, |view, found, _| {
            wire(view, found)
        }))
    }
}
