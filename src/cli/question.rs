//! Commands that ask a question: from arguments to a request, from an answer to standard output.

use std::mem::ManuallyDrop;

use super::context::{GlobalArgs, today_date};
use super::data;
use super::exit::Exit;
use super::hint::Refusal;
use super::output::OutputArgs;
use super::patience::Patience;
use crate::graph::Budget;
use crate::query::Request;

/// The work that an answer may take. A guess: nobody has measured how many steps the heaviest questions spend.
const BUDGET: Budget = Budget::steps(20_000_000_000);

/// A command that asks a question.
pub(super) trait Asks {
    /// What it asks.
    fn request(&self) -> Request;
    /// How the answer is written.
    fn output(&self) -> &OutputArgs;
}

/// Asks, and writes the answer.
pub(super) fn answer(global: &GlobalArgs, request: &Request, output: &OutputArgs) -> anyhow::Result<Exit> {
    let dataset = data::dataset(global)?;
    let patience = Patience::new("working ...");
    // the process ends with the answer, which is not given back
    let answer = dataset.ask(request, today_date().ok(), &BUDGET).map_err(Refusal::new)?;
    let answer = ManuallyDrop::new(answer);
    drop(patience);
    output.write(global, &answer)?;
    Ok(if answer.is_empty() {
        Exit::Nothing
    } else {
        Exit::Answered
    })
}
