use std::net::SocketAddr;

use clap::{Args, ValueEnum};

/// Answer over HTTP: an API for programs, pages for people
///
/// Every question has its address under `/v1`, as JSON, CSV, Markdown, HTML or text (docs/serve.md); the same address without
/// `/v1` is a page for people. Directories given with --data are watched: what you save there is checked and served within a
/// second. If it has errors, the pages show them and go on with the last version that had none. Ctrl-C stops the server.
/// Needs a program built with `--features serve`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy serve --open
  frenemy serve --data mine --addr 127.0.0.1:0
  frenemy serve --addr 0.0.0.0:8017 --allow-remote --host graph.example.org")]
pub(super) struct ServeArgs {
    /// Address and port; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8017")]
    pub(super) addr: SocketAddr,
    /// Open the first page in the browser
    #[arg(long)]
    pub(super) open: bool,
    /// Answer other machines too, which anybody who reaches the address can then ask
    #[arg(long, help_heading = "Who may ask")]
    pub(super) allow_remote: bool,
    /// Answer under this name only; repeatable [default: the names of this machine for itself; any with --allow-remote]
    #[arg(long, value_name = "NAME", help_heading = "Who may ask")]
    pub(super) host: Vec<String>,
    /// Let pages of this origin read answers, such as `https://example.org`; `*` for all; repeatable
    #[arg(long, value_name = "ORIGIN", help_heading = "Who may ask")]
    pub(super) allow_origin: Vec<String>,
    /// Seconds that an answer may take
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=3600), help_heading = "Limits")]
    pub(super) time: u64,
    /// Connections at once
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=100_000), help_heading = "Limits")]
    pub(super) connections: u32,
    /// What is logged of each answer, on standard error
    #[arg(long, value_enum, default_value = "text", help_heading = "Output")]
    pub(super) log: Log,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Log {
    /// A line for people
    Text,
    /// A JSON object on a line
    Json,
    /// Nothing
    None,
}

#[cfg(not(feature = "serve"))]
impl ServeArgs {
    /// Says how to get a program that has a server.
    #[expect(clippy::unused_self, reason = "called as other commands are")]
    pub(super) fn missing(&self) -> anyhow::Result<super::exit::Exit> {
        anyhow::bail!(
            "this program was built without a server; `cargo install --path . --features serve`, in a copy of the repository, builds one with it"
        )
    }
}
