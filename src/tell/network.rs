//! How the questions about the whole network tell steps from company to company.

use serde::Serialize;

use super::wire::TieWire;
use super::words::Words;
use crate::judge::View;
use crate::judge::network::Step;
use crate::judge::sums::Ledger;
use crate::lang::{Phrase, network};
use crate::model::CompanyId;
use crate::report::{Block, Cell, Column, Style};
use crate::tell::rows::Group;
use crate::tell::ties::row;

pub(crate) const FROM: Column = Column::new("from", Phrase::new("From", "Từ")).named("from_name");
pub(crate) const TO: Column = Column::new("to", Phrase::new("To", "Đến")).named("to_name");

impl Step {
    /// The step under a heading of its own.
    pub(crate) fn block(&self, ledger: &Ledger<'_>, words: Words<'_>, between: Phrase) -> Block {
        let names: [(&str, &dyn std::fmt::Display); 2] =
            [("a", &words.company(self.from)), ("b", &words.company(self.to))];
        let heading = between.fill(words.lang, &names);
        let mut block = Block::titled(heading, Style::Plain)
            .key(FROM.key, cell(words, self.from))
            .key(TO.key, cell(words, self.to));
        block.rows = Group::all(words.model(), &self.ties)
            .iter()
            .map(|group| row(group, ledger, words))
            .collect();
        block
    }
}

pub(crate) fn cell(words: Words<'_>, company: CompanyId) -> Cell {
    Cell::company(&words.model()[company].id, words.company(company))
}

/// The legend of marks, where a step has one.
pub(crate) fn legend<'s>(words: Words<'_>, steps: impl IntoIterator<Item = &'s Step>) -> Option<String> {
    let marked = steps
        .into_iter()
        .flat_map(|step| &step.ties)
        .any(|tie| tie.presence.is_marked());
    marked.then(|| words.legend())
}

/// "1 step", "3 steps".
pub(crate) fn hops(words: Words<'_>, n: usize) -> String {
    network::STEPS.fill(words.lang, &[("n", &n)])
}

/// A company on the wire.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct CompanyWire {
    /// Its id.
    pub company: String,
    /// Its name.
    pub name: String,
}

impl CompanyWire {
    pub(crate) fn of(view: &View<'_>, id: CompanyId) -> Self {
        Self {
            company: view.model()[id].id.to_string(),
            name: view.graph.name(id).to_owned(),
        }
    }
}

/// A step on the wire.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct StepWire {
    /// The first company.
    pub from: String,
    /// The second.
    pub to: String,
    /// Their ties, told from the first.
    pub ties: Vec<TieWire>,
}

impl StepWire {
    pub(crate) fn of(view: &View<'_>, ledger: &Ledger<'_>, step: &Step) -> Self {
        Self {
            from: view.model()[step.from].id.to_string(),
            to: view.model()[step.to].id.to_string(),
            ties: step.ties.iter().map(|tie| TieWire::of(view, ledger, tie)).collect(),
        }
    }
}
