use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, By, rank, table, wire};
use crate::lang::Phrase;
use crate::request::{AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, is_default};
use crate::vocab::Side;

/// Who is central, who brokers, whose partners are rivals?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// By what companies are ranked.
    #[serde(default, skip_serializing_if = "is_default")]
    pub by: By,
    /// The side whose ties count; a ranking by coopetition needs both.
    #[serde(default, skip_serializing_if = "is_default")]
    pub side: TieSide,
    /// How many places, 0 for all; 20 by default.
    #[serde(default, skip_serializing_if = "is_default")]
    pub top: Option<u32>,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

/// The sides that make a network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TieSide {
    /// The companies work together.
    #[default]
    Cooperation,
    /// They are rivals in a market.
    Competition,
}

/// How many places are told where nobody says.
const PLACES: u32 = 20;

impl Question for Request {
    /// How many places are told.
    type Subject = usize;

    const NAME: &'static str = "rank";
    const SUMMARY: Phrase = Phrase::new(
        "Rank companies: who is central, who brokers, whose partners are rivals",
        "Xếp hạng công ty: ai ở trung tâm, ai môi giới, đối tác của ai là đối thủ",
    );
    const POSITIONS: &'static [&'static str] = &[];
    const EXAMPLES: &'static [&'static str] = &[
        "rank",
        "rank?by=betweenness&top=5",
        "rank?by=coopetition&at=2025",
        "rank?by=degree&side=competition&market=cloud-infrastructure",
        "rank?by=pagerank&kind=investment",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<usize, AskError> {
        self.scope.resolve(names)?;
        self.top = self.top.filter(|top| *top != PLACES);
        Ok(self.top.unwrap_or(PLACES) as usize)
    }

    fn ask<'d>(&self, top: usize, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        let side = match self.side {
            TieSide::Cooperation => Side::Cooperation,
            TieSide::Competition => Side::Competition,
        };
        let found = rank(&ground.view(), self.by, side);
        let is_empty = found.places.is_empty();
        Ok(Reply::of(
            ground,
            found,
            is_empty,
            move |view, found, lang| table(view, found, top, lang),
            move |view, found, _| wire(view, found, top),
        ))
    }
}
