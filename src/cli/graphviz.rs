//! Asking Graphviz for a layout, where it is installed.

use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use clap::ValueEnum;

use super::output::note;
use super::patience::Patience;
use crate::picture::graphviz::{read, request};
use crate::picture::{Draft, Placement, Style};

/// Who places boxes and lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Engine {
    /// Graphviz, in layers
    Dot,
    /// Graphviz, by springs
    Neato,
    /// Graphviz, by forces
    Fdp,
    /// Graphviz, by forces, for many companies
    Sfdp,
    /// Graphviz, in circles
    Circo,
    /// The layout inside this program
    Builtin,
}

/// With more companies than this, only `sfdp` is quick.
const MANY: usize = 60;
/// A layout that takes longer is given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// Places an open draft; `None` where the built-in layout is to do it.
///
/// # Errors
/// When an engine of Graphviz was asked for by name and cannot be had.
pub(super) fn place(draft: &Draft, engine: Option<Engine>) -> anyhow::Result<Option<Placement>> {
    let Some(graph) = request(draft).filter(|_| engine != Some(Engine::Builtin)) else {
        return Ok(None);
    };
    let scene = draft.scene();
    let chosen = engine.unwrap_or(match scene.style {
        _ if scene.boxes.len() > MANY => Engine::Sfdp,
        // money reads in layers, from where it comes to where it goes
        Style::Flow => Engine::Dot,
        _ => Engine::Neato,
    });
    let name = chosen
        .to_possible_value()
        .map_or_else(String::new, |value| value.get_name().to_owned());
    let answer = match run(&name, &graph) {
        Ok(answer) => answer,
        Err(error)
            if error
                .downcast_ref::<io::Error>()
                .is_some_and(|e| e.kind() == io::ErrorKind::NotFound) =>
        {
            if engine.is_some() {
                bail!("--engine {name} needs Graphviz, which is not installed; --engine builtin does without");
            }
            note("Graphviz is not installed; the built-in layout is used");
            return Ok(None);
        }
        Err(error) if engine.is_none() => {
            note(&format!("Graphviz failed ({error:#}); the built-in layout is used"));
            return Ok(None);
        }
        Err(error) => return Err(error.context(format!("--engine {name} failed"))),
    };
    Ok(Some(read(draft, &answer)?))
}

/// Runs `dot -K<engine> -Tjson` and returns what it writes.
fn run(engine: &str, graph: &str) -> anyhow::Result<String> {
    let mut child = Command::new("dot")
        .arg(format!("-K{engine}"))
        .arg("-Tjson")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut input = child.stdin.take().context("no way to talk to Graphviz")?;
    let mut output = child.stdout.take().context("no way to listen to Graphviz")?;
    let graph = graph.to_owned();
    // both ends at once: a full pipe would stop either side for ever
    let writer = thread::spawn(move || input.write_all(graph.as_bytes()));
    let reader = thread::spawn(move || {
        let mut answer = String::new();
        output.read_to_string(&mut answer).map(|_| answer)
    });
    let patience = Patience::new("Graphviz is placing the companies ...");
    let ended = wait(&mut child);
    drop(patience);
    let _ = writer.join();
    let answer = reader.join();
    if !ended? {
        bail!("it ended with an error");
    }
    match answer {
        Ok(answer) => Ok(answer?),
        Err(_) => bail!("its answer could not be read"),
    }
}

/// Waits for Graphviz, and stops it when it takes too long.
fn wait(child: &mut Child) -> anyhow::Result<bool> {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        if begun.elapsed() > PATIENCE {
            child.kill()?;
            child.wait()?;
            bail!("it took longer than {} s", PATIENCE.as_secs());
        }
        thread::sleep(Duration::from_millis(10));
    }
}
