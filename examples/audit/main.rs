//! Proof of the data set: draws that anybody can repeat, agreement of coders, and what its sources are worth.
//!
//! ```text
//! cargo run --example audit -- draw --seed two-coders-2026-11 --count 60 > form.csv      a form without the answers
//! cargo run --example audit -- key --seed two-coders-2026-11 --count 60 > key.csv        the same draw as it is recorded
//! cargo run --example audit -- agreement first.csv second.csv                            two filled forms, or one and the key
//! cargo run --example audit -- verdicts recheck.csv                                      shares with their intervals
//! cargo run --example audit -- sources                                                   what relations rest on
//! ```

mod agreement;
mod draw;
mod sources;
mod verdicts;

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use frenemy::Dataset;

/// Draws relations of the bundled data set and judges what coders made of them.
#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// A form for coders: companies and sources of the drawn relations, and empty columns.
    Draw(Draw),
    /// The drawn relations as they are recorded, in the columns of the form.
    Key(Draw),
    /// How far two filled forms agree.
    Agreement {
        /// The form of the one coder.
        first: PathBuf,
        /// The form of the other, or the key.
        second: PathBuf,
    },
    /// Shares of a form's column `verdict` with 95 % intervals.
    Verdicts {
        /// The form.
        form: PathBuf,
    },
    /// How many relations rest on primary sources that were read, and how many on weak ones alone.
    Sources,
}

#[derive(Args)]
struct Draw {
    /// Any text; the same text draws the same relations.
    #[arg(long)]
    seed: String,
    /// How many.
    #[arg(long)]
    count: usize,
}

fn main() -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match Cli::parse().task {
        Task::Draw(of) => draw::form(&Dataset::bundled()?, &of.seed, of.count, &mut out)?,
        Task::Key(of) => draw::key(&Dataset::bundled()?, &of.seed, of.count, &mut out)?,
        Task::Agreement { first, second } => {
            write!(
                out,
                "{}",
                agreement::between(&agreement::read(&first)?, &agreement::read(&second)?)
            )?;
        }
        Task::Verdicts { form } => write!(out, "{}", verdicts::of(&form)?)?,
        Task::Sources => write!(out, "{}", sources::of(Dataset::bundled()?.model()))?,
    }
    Ok(())
}
