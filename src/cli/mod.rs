//! The command line: the only room with standard output, environment, clock and exit codes.
//!
//! One file a command, each with its arguments (whose doc comments are the help) and one `run`.

mod ask;
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
mod export;
mod fmt;
mod gaps;
mod graphviz;
mod hint;
mod lazy;
mod list;
mod lock;
mod man;
mod new;
mod notes;
mod output;
mod owners;
mod path;
mod patience;
mod question;
mod rank;
mod save;
mod save_all;
mod schema;
mod scope;
mod serve;
#[cfg(feature = "serve")]
mod server;
mod shared;
mod show;
mod stats;
mod sums;
mod threads;
mod timeline;
mod transitions;
mod triangles;
mod waterfall;
mod who;
mod why;
mod words;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::lang::Lang;
use crate::query::{QUESTIONS, Request, Row};
use crate::values::clean::keep_lines;
use question::Asks;

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
    #[command(flatten)]
    Question(Question),
    #[command(flatten)]
    Tool(Tool),
}

lazy::commands! {
    /// The commands that ask a question, each under the name of the question.
    enum Question as Asks {
        "who" => Who(who::WhoArgs),
        "between" => Between(between::BetweenArgs),
        "timeline" => Timeline(timeline::TimelineArgs),
        "owners" => Owners(owners::OwnersArgs),
        "sums" => Sums(sums::SumsArgs),
        "shared" => Shared(shared::SharedArgs),
        "path" => Path(path::PathArgs),
        "depends" => Depends(depends::DependsArgs),
        "cycles" => Cycles(cycles::CyclesArgs),
        "transitions" => Transitions(transitions::TransitionsArgs),
        "diff" => Diff(diff::DiffArgs),
        "triangles" => Triangles(triangles::TrianglesArgs),
        "rank" => Rank(rank::RankArgs),
        "waterfall" => Waterfall(waterfall::WaterfallArgs),
        "why" => Why(why::WhyArgs),
        "cite" => Cite(cite::CiteArgs),
        "gaps" => Gaps(gaps::GapsArgs),
        "list" => List(list::ListArgs),
        "show" => Show(show::ShowArgs),
        "stats" => Stats(stats::StatsArgs),
    }
}

lazy::commands! {
    /// The commands that draw, and those for data and for the program itself.
    enum Tool {
        "draw" => Draw(draw::DrawArgs),
        "export" => Export(export::ExportArgs),
        "serve" => Serve(serve::ServeArgs),
        "new" => New(new::NewArgs),
        "check" => Check(check::CheckArgs),
        "explain" => Explain(explain::ExplainArgs),
        "fmt" => Fmt(fmt::FmtArgs),
        "schema" => Schema(schema::SchemaArgs),
        "completions" => Completions(completions::CompletionsArgs),
        "man" => Man(man::ManArgs),
    }
}

impl Command {
    /// Whether it works on files whatever `--data` says.
    const fn reads_files(&self) -> bool {
        matches!(
            self,
            Self::Tool(Tool::New(_) | Tool::Check(_) | Tool::Fmt(_)) | Self::Question(Question::Diff(_))
        )
    }

    /// Whether what it says is read by a program, errors included.
    fn wants_json(&self) -> bool {
        match self {
            Self::Ask(args) => args.wants_json(),
            Self::Question(question) => question.args().output().is_json(),
            Self::Tool(Tool::Check(args)) => args.wants_json(),
            _ => false,
        }
    }

    fn run(&self, global: &context::GlobalArgs) -> anyhow::Result<Exit> {
        match self {
            Self::Ask(args) => args.run(global),
            Self::Question(Question::Diff(args)) if args.is_of_data() => args.of_data(global),
            Self::Question(question) => {
                let asks = question.args();
                question::answer(global, &asks.request(), asks.output())
            }
            Self::Tool(tool) => tool.run(global),
        }
    }
}

impl Tool {
    fn run(&self, global: &context::GlobalArgs) -> anyhow::Result<Exit> {
        match self {
            Self::Draw(args) => args.run(global),
            Self::Export(args) => args.run(global),
            #[cfg(feature = "serve")]
            Self::Serve(args) => server::run(args, global),
            #[cfg(not(feature = "serve"))]
            Self::Serve(args) => args.missing(),
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
/// What describes commands is not given back: the process ends with the answer, and taking it apart takes 3 % as long.
/// The options of a command are described when it is the one that is called; what help tells of all of them, only for help.
fn parse() -> Result<Cli, clap::Error> {
    let mut bare = std::mem::ManuallyDrop::new(Cli::command());
    let matches = bare.try_get_matches_from_mut(std::env::args_os());
    let mut matches = matches.or_else(|_| command().try_get_matches())?;
    Cli::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut bare))
}

/// Tells why the words of the command line are no command, or gives the help that they ask for.
fn refused(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        error.exit();
    }
    // what was typed may hold anything; where it is harmless, the colours of help stay
    let plain = error.render().to_string();
    let cleaned = keep_lines(&plain);
    if asks_for_json() && output::json_error(&anyhow::anyhow!(cleaned.trim().to_owned())) {
        return Exit::Unusable.into();
    }
    if cleaned == plain {
        output::tell_part(error.render().ansi());
    } else {
        output::tell_part(cleaned);
    }
    Exit::Unusable.into()
}

/// Whether words that could not be read as a command ask for JSON.
fn asks_for_json() -> bool {
    let words: Vec<_> = std::env::args_os().collect();
    let apart = words.windows(2).any(|pair| pair[0] == "--format" && pair[1] == "json");
    apart || words.iter().any(|word| word == "--format=json")
}

/// Runs the command line of this process.
#[must_use]
pub fn main() -> ExitCode {
    let cli = match parse() {
        Ok(cli) => cli,
        Err(error) => return refused(&error),
    };
    let ran = cli.global.with_environment().and_then(|global| {
        // only what reads files needs them, and an answer from the data set inside the program does not wait for them
        if !global.data.is_empty() || cli.command.reads_files() {
            threads::make();
        }
        cli.command.run(&global)
    });
    match ran {
        Ok(exit) => exit.into(),
        Err(error) => {
            if !cli.command.wants_json() || !output::json_error(&error) {
                output::tell(format_args!("error: {}", keep_lines(&format!("{error:#}"))));
            }
            Exit::of(&error).into()
        }
    }
}

/// The command line as clap describes it, for help pages, completions and documentation. What questions answer, and
/// examples of them, come from the table of questions.
#[must_use]
pub fn command() -> clap::Command {
    let mut place = 0;
    Cli::command().mut_subcommands(|command| {
        place += 1;
        let name = command.get_name();
        let command = Question::whole(name).or_else(|| Tool::whole(name)).unwrap_or(command);
        let command = command.display_order(place);
        let question = QUESTIONS.iter().find(|question| question.name == command.get_name());
        match question {
            Some(question) => described(command, question),
            None => command,
        }
    })
}

fn described(command: clap::Command, question: &Row) -> clap::Command {
    let summary = question.summary.get(Lang::En);
    let more = match (command.get_long_about(), command.get_about()) {
        (Some(long), _) => Some(long.to_string()),
        // clap takes the period of a single paragraph
        (None, Some(short)) => Some(format!("{short}.")),
        (None, None) => None,
    };
    let examples = question.examples.iter();
    let examples = examples.filter_map(|address| address.parse::<Request>().ok());
    let mut examples: Vec<String> = examples
        .map(|request| format!("  {}", request.address().command_line()))
        .collect();
    examples.extend(command.get_after_help().map(ToString::to_string));
    let command = command.about(summary);
    let command = match more {
        Some(more) => command.long_about(format!("{summary}\n\n{more}")),
        None => command,
    };
    command.after_help(format!("Examples:\n{}", examples.join("\n")))
}

#[cfg(test)]
mod tests {
    use proptest::test_runner::{Config, TestRunner};
    use serde_json::{Value, json};

    use super::*;
    use crate::query::testing::{read, requests};

    /// A random request without what the command line refuses before it asks.
    fn without_contradictions(mut request: Value) -> Value {
        if request["question"] == "waterfall" && request["profit"].as_array().is_none_or(Vec::is_empty) {
            request["profit"] = json!(["USD 1bn"]);
        }
        let sides = request["known_from"].is_string() || request["known_to"].is_string();
        if let Some(scope) = request.get_mut("scope").and_then(Value::as_object_mut) {
            let half = scope.contains_key("from") != scope.contains_key("to");
            if half || scope.contains_key("at") {
                scope.remove("from");
                scope.remove("to");
            }
            if sides {
                scope.remove("known_at");
            }
        }
        request
    }

    #[test]
    fn a_request_reads_back_from_its_command_line() {
        for question in QUESTIONS {
            let mut runner = TestRunner::new(Config {
                cases: 32,
                failure_persistence: None,
                ..Config::default()
            });
            let ran = runner.run(&requests(question), |request| {
                let request = read(&without_contradictions(request));
                let line = request.address().command_line();
                let words = shlex::split(&line).expect("a shell reads it");
                let parsed = Cli::try_parse_from(words).unwrap_or_else(|error| panic!("{line}: {error}"));
                let Command::Question(question) = parsed.command else {
                    panic!("{line} is no question");
                };
                assert_eq!(question.args().request(), request, "{line}");
                Ok(())
            });
            ran.unwrap_or_else(|error| panic!("{}: {error}", question.name));
        }
    }
}
