//! Which data a command works on: the built-in set, or directories.

use std::io;
use std::path::PathBuf;

use anyhow::{Context, bail};

use super::context::{GlobalArgs, today};
use crate::check::{Selection, everything};
use crate::derived::snapshot;
use crate::diagnostics::{Diagnostic, Level, human};
use crate::lower::{Lowered, lower};
use crate::model::Model;
use crate::text::{Files, read_dirs};

/// The data set inside this program, as `build.rs` wrote it.
static BUNDLED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bundled.postcard"));

/// How many problems are shown before a command that only wanted to answer gives up.
const SHOWN: usize = 5;

/// Reads the model that a question is asked of.
///
/// It is never freed: the process ends with the answer, and giving back every string takes as long as finding it.
pub(super) fn model(global: &GlobalArgs) -> anyhow::Result<&'static Model> {
    load(global).map(|model| &*Box::leak(Box::new(model)))
}

fn load(global: &GlobalArgs) -> anyhow::Result<Model> {
    if global.data.is_empty() {
        return snapshot::read(BUNDLED).context("the data set inside this program is damaged");
    }
    model_of(global, &global.data)
}

/// Reads the model in some directories.
pub(super) fn model_of(global: &GlobalArgs, places: &[PathBuf]) -> anyhow::Result<Model> {
    let (files, lowered) = read(places)?;
    let found = everything(&lowered, today(), &Selection::up_to(Level::Error));
    let errors: Vec<&Diagnostic> = found.iter().filter(|d| d.code.level() == Level::Error).collect();
    if errors.is_empty() {
        return Ok(lowered.model);
    }
    let count = match errors.len() {
        1 => "1 error".to_owned(),
        n => format!("{n} errors"),
    };
    let color = global.colors(&io::stderr());
    for diagnostic in errors.iter().take(SHOWN) {
        anstream::eprintln!("{}", human::render(diagnostic, &files, color, width()));
    }
    let places: Vec<String> = places.iter().map(|path| path.display().to_string()).collect();
    let all = format!("`frenemy check {}` shows all", places.join(" "));
    if global.keep_going {
        anstream::eprintln!("warning: the data have {count}; this answer rests on what could be read; {all}");
        return Ok(lowered.model);
    }
    bail!("the data have {count}; {all}, --keep-going answers from what could be read")
}

/// Reads directories.
pub(super) fn read(paths: &[PathBuf]) -> anyhow::Result<(Files, Lowered)> {
    let files = read_dirs(paths)?;
    if files.is_empty() {
        let places: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
        bail!("no *.yaml file in {}", places.join(", "));
    }
    let lowered = lower(&files);
    Ok((files, lowered))
}

/// The width for diagnostics.
pub(super) fn width() -> usize {
    terminal_size::terminal_size_of(io::stderr()).map_or(120, |(width, _)| usize::from(width.0))
}
