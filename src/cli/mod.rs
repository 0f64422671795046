//! The command line: the only room with standard output, environment, clock and exit codes.
//!
//! One file a command, each with its arguments (whose doc comments are the help) and one `run`.

mod ask;
mod ask_company;
mod ask_deal;
mod between;
mod check;
mod cite;
mod codes;
mod completions;
mod context;
mod cycles;
mod data;
mod depends;
mod diff;
mod draw;
mod exit;
mod explain;
mod fmt;
mod graphviz;
mod list;
mod lock;
mod man;
mod new;
mod notes;
mod output;
mod path;
mod patience;
mod rank;
mod save;
mod schema;
mod scope;
mod show;
mod stats;
mod subject;
mod timeline;
mod transitions;
mod triangles;
mod waterfall;
mod who;
mod why;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

pub use exit::Exit;

/// Who competes and cooperates with whom, since when, on whose word.
///
/// Answers come from the data set inside this program, or from directories of YAML files given with --data.
/// Exit codes: 0 answered, 1 nothing found (or problems found by check), 2 wrong usage or unreadable data.
#[derive(Debug, Parser)]
#[command(
    name = "frenemy",
    version,
    max_term_width = 100,
    propagate_version = true,
    arg_required_else_help = true
)]
struct Cli {
    #[command(flatten)]
    global: context::GlobalArgs,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Ask(ask::AskArgs),
    Who(who::WhoArgs),
    Between(between::BetweenArgs),
    Timeline(timeline::TimelineArgs),
    Path(path::PathArgs),
    Depends(depends::DependsArgs),
    Cycles(cycles::CyclesArgs),
    Transitions(transitions::TransitionsArgs),
    Diff(diff::DiffArgs),
    Triangles(triangles::TrianglesArgs),
    Rank(rank::RankArgs),
    Waterfall(waterfall::WaterfallArgs),
    Why(why::WhyArgs),
    Cite(cite::CiteArgs),
    Draw(draw::DrawArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    Stats(stats::StatsArgs),
    New(new::NewArgs),
    Check(check::CheckArgs),
    Explain(explain::ExplainArgs),
    Fmt(fmt::FmtArgs),
    Schema(schema::SchemaArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

impl Command {
    fn run(&self, global: &context::GlobalArgs) -> anyhow::Result<Exit> {
        match self {
            Self::Ask(args) => args.run(global),
            Self::Who(args) => args.run(global),
            Self::Between(args) => args.run(global),
            Self::Timeline(args) => args.run(global),
            Self::Path(args) => args.run(global),
            Self::Depends(args) => args.run(global),
            Self::Cycles(args) => args.run(global),
            Self::Transitions(args) => args.run(global),
            Self::Diff(args) => args.run(global),
            Self::Triangles(args) => args.run(global),
            Self::Rank(args) => args.run(global),
            Self::Waterfall(args) => args.run(global),
            Self::Why(args) => args.run(global),
            Self::Cite(args) => args.run(global),
            Self::Draw(args) => args.run(global),
            Self::List(args) => args.run(global),
            Self::Show(args) => args.run(global),
            Self::Stats(args) => args.run(global),
            Self::New(args) => args.run(global),
            Self::Check(args) => args.run(global),
            Self::Explain(args) => args.run(),
            Self::Fmt(args) => args.run(global),
            Self::Schema(args) => args.run(),
            Self::Completions(args) => args.run(),
            Self::Man(args) => args.run(),
        }
    }
}

/// The command line of this process, as [`Parser::parse`] reads it.
///
/// What describes all commands is not given back: the process ends with the answer, and taking it apart takes 3 % as long.
fn parse() -> Cli {
    let mut command = std::mem::ManuallyDrop::new(Cli::command());
    let matches = command.try_get_matches_from_mut(std::env::args_os());
    let mut matches = matches.unwrap_or_else(|error| error.exit());
    Cli::from_arg_matches_mut(&mut matches).unwrap_or_else(|error| error.format(&mut command).exit())
}

/// Runs the command line of this process.
#[must_use]
pub fn main() -> ExitCode {
    let cli = parse();
    match cli.command.run(&cli.global) {
        Ok(exit) => exit.into(),
        Err(error) => {
            output::tell(format_args!("error: {error:#}"));
            Exit::of(&error).into()
        }
    }
}

/// The command line as clap describes it, for help pages, completions and documentation.
#[must_use]
pub fn command() -> clap::Command {
    Cli::command()
}
