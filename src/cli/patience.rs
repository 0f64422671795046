//! A word to a waiting user: what takes longer than a second says so on a terminal.

use std::io::{self, IsTerminal};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use super::output::tell;

/// After this time a terminal is told what is going on.
const QUIET: Duration = Duration::from_secs(1);

/// Says what is going on if it is kept for longer than a second; nothing where stderr is no terminal.
pub(super) struct Patience {
    _done: Option<Sender<()>>,
}

impl Patience {
    pub(super) fn new(what: &'static str) -> Self {
        let done = io::stderr().is_terminal().then(|| {
            let (done, waiting) = channel::<()>();
            // where no thread can be had, nothing is said
            let _ = thread::Builder::new().spawn(move || {
                // the sender is dropped when the work is done
                if waiting.recv_timeout(QUIET) == Err(RecvTimeoutError::Timeout) {
                    tell(what);
                }
            });
            done
        });
        Self { _done: done }
    }
}
