//! What the server needs of its surroundings: the data and whether they changed, the clock, the log, the signal to stop.

use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, bail};
use serde::Serialize;

use super::context::{GlobalArgs, fresh_today};
use super::data;
use super::exit::Exit;
use super::notes::{note, tell};
use super::output::print;
use super::question::BUDGET;
use super::serve::{Log, ServeArgs};
use crate::dataset::Dataset;
use crate::diagnostics::human;
use crate::serve::{Entry, Hosts, Live, Options, serve};
use crate::store::{self, OpenError};
use crate::text::mark_of;
use crate::values::PartialDate;

/// How often files are looked at.
const GLANCE: Duration = Duration::from_millis(200);
/// How long a client may take for the head of a request, how long for its body, and how long it may leave an answer unread.
const PATIENCE: Duration = Duration::from_secs(15);
/// How many problems a page shows.
const SHOWN: usize = 5;
/// The width of their excerpts.
const WIDTH: usize = 100;

pub(super) fn run(args: &ServeArgs, global: &GlobalArgs) -> anyhow::Result<Exit> {
    if !args.addr.ip().is_loopback() && !args.allow_remote {
        bail!(
            "{} can be reached by other machines; --allow-remote lets them ask, 127.0.0.1 is for this machine alone",
            args.addr
        );
    }
    let live = Arc::new(Live::new(data::dataset(global)?.clone()));
    let listener = TcpListener::bind(args.addr)
        .with_context(|| format!("cannot listen on {}; --addr 127.0.0.1:0 takes a free port", args.addr))?;
    let address = listener.local_addr()?;
    let page = match args.host.first() {
        Some(name) => format!("http://{name}:{}/", address.port()),
        None => format!("http://{address}/"),
    };
    watch(global, &live)?;
    let log = args.log;
    let options = Options {
        today: || PartialDate::from_day(fresh_today()),
        hosts: hosts(args),
        origins: args.allow_origin.clone(),
        steps: BUDGET.size(),
        time: Duration::from_secs(args.time),
        at_once: thread::available_parallelism().map_or(1, usize::from),
        connections: usize::try_from(args.connections)?,
        patience: PATIENCE,
        log: Arc::new(move |entry| write(log, entry)),
    };
    print(&format!("{page}\n"))?;
    if args.open && opener::open_browser(&page).is_err() {
        note(&format!("no browser could be opened; the page is {page}"));
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve(listener, live, options, stopped()))?;
    // an answer that is still being worked out is not waited for
    runtime.shutdown_background();
    Ok(Exit::Answered)
}

fn hosts(args: &ServeArgs) -> Hosts {
    match args.host.as_slice() {
        [] if args.allow_remote => Hosts::Any,
        [] => Hosts::Loopback,
        names => Hosts::Named(names.to_vec()),
    }
}

/// Ready when the user or the system wants the program to end.
async fn stopped() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut ended) = signal(SignalKind::terminate()) {
            tokio::select! { _ = interrupted => {}, _ = ended.recv() => {} }
            return;
        }
    }
    // where no signal can be waited for, the program runs until it is killed
    if interrupted.await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Looks at the files of the data set, and serves them anew when they have changed and are whole.
fn watch(global: &GlobalArgs, live: &Arc<Live>) -> anyhow::Result<()> {
    let (below, places) = data::layers(&global.data)?;
    if places.is_empty() {
        return Ok(());
    }
    let below = below.then(data::builtin).transpose()?;
    let places = places.to_vec();
    let mut served = mark_of(&places).ok();
    let live = live.clone();
    thread::Builder::new().name("watch".to_owned()).spawn(move || {
        let mut before = served;
        loop {
            thread::sleep(GLANCE);
            let now = mark_of(&places).ok();
            // what is still being written changes between two looks
            if now == before && now != served {
                served = now;
                renew(&live, below.as_ref(), &places);
            }
            before = now;
        }
    })?;
    Ok(())
}

fn renew(live: &Live, below: Option<&Dataset>, places: &[PathBuf]) {
    match opened(below, places) {
        Ok(dataset) => {
            tell(format_args!(
                "the data were read again: {} relations",
                dataset.model().relations.len()
            ));
            live.exchange(dataset);
        }
        Err(OpenError::Faulty(faults)) => {
            let shown = faults.errors.iter().take(SHOWN);
            let mut problems: Vec<String> = shown
                .map(|error| human::render(error, &faults.files, false, WIDTH))
                .collect();
            if faults.errors.len() > SHOWN {
                problems.push(format!("{faults}; `frenemy check` shows all"));
            }
            tell(format_args!("{faults}; the last good ones are served"));
            live.refuse(problems);
        }
        Err(error) => {
            tell(format_args!("{error}; the last good data are served"));
            live.refuse(vec![error.to_string()]);
        }
    }
}

fn opened(below: Option<&Dataset>, places: &[PathBuf]) -> Result<Dataset, OpenError> {
    let files = crate::text::read_dirs(places)?;
    if files.is_empty() {
        return Err(OpenError::Empty(places.to_vec()));
    }
    store::opened(below, files, fresh_today(), &mut |what| note(what))
}

/// A line of the log.
#[derive(Serialize)]
struct LogLine<'a> {
    time: String,
    method: &'a str,
    target: &'a str,
    status: u16,
    milliseconds: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    fault: Option<&'a str>,
}

fn write(log: Log, entry: &Entry<'_>) {
    let milliseconds = (entry.time.as_secs_f64() * 1e5).round() / 100.0;
    match log {
        Log::None => {}
        Log::Text => {
            let fault = entry.fault.map(|fault| format!("  {fault}")).unwrap_or_default();
            let line = format!(
                "{} {} {} {milliseconds} ms{fault}",
                entry.status, entry.method, entry.target
            );
            tell(crate::values::clean::one_line(&line));
        }
        Log::Json => {
            let line = LogLine {
                time: chrono::Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
                method: entry.method,
                target: entry.target,
                status: entry.status,
                milliseconds,
                fault: entry.fault,
            };
            if let Ok(line) = serde_json::to_string(&line) {
                tell(line);
            }
        }
    }
}
