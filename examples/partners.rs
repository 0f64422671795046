//! Who works with both of two companies, as a Markdown table: `cargo run --example partners -- openai anthropic`.

use std::error::Error;
use std::io::{self, Write};

use frenemy::lang::Lang;
use frenemy::report::markdown;
use frenemy::request::ScopeRequest;
use frenemy::{Budget, Dataset, query::shared};

fn main() -> Result<(), Box<dyn Error>> {
    let mut names = std::env::args().skip(1);
    let (Some(a), Some(b)) = (names.next(), names.next()) else {
        return Err("usage: partners COMPANY COMPANY".into());
    };
    let request = shared::Request {
        a,
        b,
        role: Vec::new(),
        scope: ScopeRequest {
            at: Some("2026-11-23".parse()?),
            ..ScopeRequest::default()
        },
    };
    let data = Dataset::bundled()?;
    let answer = match data.ask(&request.into(), None, &Budget::steps(1_000_000_000)) {
        Ok(answer) => answer,
        Err(error) => {
            let meant: Vec<String> = error.candidates().iter().map(|one| one.id.clone()).collect();
            return Err(format!("{error} {meant:?}").into());
        }
    };
    let text = markdown::write(&answer.table(Lang::En)?, Lang::En);
    Ok(io::stdout().write_all(text.as_bytes())?)
}
