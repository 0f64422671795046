//! What is said beside answers, on standard error.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::io::Write;
use std::sync::{Mutex, PoisonError};

use crate::values::clean::one_line;

/// Writes a line to standard error. Where that cannot be done nobody can be told, and the command goes on.
pub(super) fn tell(line: impl Display) {
    tell_part(format_args!("{line}\n"));
}

/// As [`tell`], with no line break behind it.
pub(super) fn tell_part(text: impl Display) {
    // in one piece, so that no other process writes into the middle of it
    let text = text.to_string();
    let mut err = anstream::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

/// Writes a note to standard error, unless it was written before.
pub(super) fn note(text: &str) {
    static TOLD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let mut told = TOLD.lock().unwrap_or_else(PoisonError::into_inner);
    if told.insert(text.to_owned()) {
        tell(format_args!("note: {}", one_line(text)));
    }
}
