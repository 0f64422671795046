//! Asking Graphviz for a layout, where it is installed.

use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

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
/// The bytes beyond which an answer is no layout.
const LARGEST_ANSWER: u64 = 64 << 20;

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
    let placed = run(&name, &graph).and_then(|answer| Ok(read(draft, &answer)?));
    match placed {
        Ok(placement) => Ok(Some(placement)),
        Err(error)
            if error
                .downcast_ref::<io::Error>()
                .is_some_and(|e| e.kind() == io::ErrorKind::NotFound) =>
        {
            if engine.is_some() {
                bail!("--engine {name} needs Graphviz, which is not installed; --engine builtin does without");
            }
            note("Graphviz is not installed; the built-in layout is used");
            Ok(None)
        }
        Err(error) if engine.is_none() => {
            note(&format!("Graphviz failed ({error:#}); the built-in layout is used"));
            Ok(None)
        }
        Err(error) => Err(error.context(format!("--engine {name} failed"))),
    }
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
    let _patience = Patience::new("Graphviz is placing the companies ...");
    let answer = talk(&mut child, graph);
    if answer.is_err() {
        // whatever it still does, nobody waits for it
        let _ = child.kill();
    }
    let status = child.wait()?;
    let answer = answer?;
    if !status.success() {
        bail!("it ended with an error");
    }
    Ok(String::from_utf8(answer)?)
}

/// Gives Graphviz the graph and takes its answer, both at once: a full pipe would stop either side for ever.
///
/// The threads are not waited for: a child of Graphviz that keeps the pipe open would keep them too.
fn talk(child: &mut Child, graph: &str) -> anyhow::Result<Vec<u8>> {
    let mut input = child.stdin.take().context("no way to talk to Graphviz")?;
    let output = child.stdout.take().context("no way to listen to Graphviz")?;
    let graph = graph.to_owned();
    thread::Builder::new().spawn(move || input.write_all(graph.as_bytes()))?;
    let (send, answered) = mpsc::channel();
    thread::Builder::new().spawn(move || {
        let mut answer = Vec::new();
        let read = output.take(LARGEST_ANSWER + 1).read_to_end(&mut answer);
        send.send(read.map(|_| answer))
    })?;
    let Ok(answer) = answered.recv_timeout(PATIENCE) else {
        bail!("it took longer than {} s", PATIENCE.as_secs());
    };
    let answer = answer?;
    if answer.len() as u64 > LARGEST_ANSWER {
        bail!("its answer is larger than {} MB", LARGEST_ANSWER >> 20);
    }
    Ok(answer)
}
