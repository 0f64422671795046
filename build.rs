//! Compiles `data/` into a snapshot inside the program, so that no file is needed beside it and nothing is parsed at start.
//!
//! The lower rooms of the library are included by path; they know neither petgraph nor the command line.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    unnameable_types,
    missing_docs,
    reason = "rooms are used here only in part"
)]
#![allow(
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "build scripts talk to cargo on standard output"
)]

#[path = "src/derived/mod.rs"]
mod derived;
#[path = "src/diagnostics/mod.rs"]
mod diagnostics;
#[path = "src/lang/mod.rs"]
mod lang;
#[path = "src/lower/mod.rs"]
mod lower;
#[path = "src/model/mod.rs"]
mod model;
#[path = "src/syntax/mod.rs"]
mod syntax;
#[path = "src/text/mod.rs"]
mod text;
#[path = "src/values/mod.rs"]
mod values;
#[path = "src/vocab/mod.rs"]
mod vocab;

use std::path::PathBuf;
use std::process::ExitCode;

use diagnostics::Level;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=data");
    for room in [
        "derived",
        "diagnostics",
        "lang",
        "lower",
        "model",
        "syntax",
        "text",
        "values",
        "vocab",
    ] {
        println!("cargo::rerun-if-changed=src/{room}");
    }
    // a program at a fixed address needs none of the 17,000 relocations that would take a third of the time of `--version`
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
    if std::env::var_os("CARGO_FEATURE_BUNDLED").is_none() {
        return ExitCode::SUCCESS;
    }
    let files = match text::read_dirs(&[PathBuf::from("data")]) {
        Ok(files) => files,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    for skipped in files.skipped() {
        println!("cargo::warning=not read: {skipped}");
    }
    let lowered = lower::lower(&files);
    let mut broken = false;
    for diagnostic in lowered.diagnostics.iter().filter(|d| d.code.level() == Level::Error) {
        eprintln!("{}\n", diagnostics::human::render(diagnostic, &files, false, 120));
        broken = true;
    }
    if broken {
        eprintln!("the data set in data/ has errors; see above");
        return ExitCode::FAILURE;
    }
    let out = std::env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    let written = derived::snapshot::write(&lowered.model)
        .map_err(|error| error.to_string())
        .and_then(|bytes| std::fs::write(out.join("bundled.postcard"), bytes).map_err(|error| error.to_string()));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the snapshot of data/ could not be written: {error}");
            ExitCode::FAILURE
        }
    }
}
