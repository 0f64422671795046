//! The house order: sections, fields and languages in the order of the tables, comments with what they belong to.
//!
//! Nothing is written anew: stretches of the text change places, and words that other readers of YAML take for something
//! else get quotes. What a file says is compared before and after, so that
//! a text in which anchors or odd line breaks forbid a move is left alone.

mod layout;
mod order;
mod quotes;
#[cfg(test)]
mod tests;

use crate::diagnostics::{Code, Diagnostic};
use crate::syntax::{parse, read_records};
use crate::text::FileId;
use crate::values::counted;

use layout::Layout;
pub(super) use order::{Place, section_rank};

/// Why a file is left as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LeftAlone {
    /// It has errors, and what they mean is not to be guessed.
    #[error("{0} to mend first")]
    Broken(Problems),
    /// Something in it cannot move without a change of meaning, such as an alias before its anchor.
    #[error("its parts hang together (anchors, or text whose end counts): put them in order by hand")]
    Entangled,
}

/// How many problems there are, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problems(pub usize);

impl std::fmt::Display for Problems {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&counted(self.0, "error"))
    }
}

/// The text of a data file in the house order; places that are still to be filled in do not matter.
///
/// What the file says is the same before and after, and formatting twice changes nothing more.
///
/// # Errors
/// Where the file has errors of its own, or a move would change what it says.
pub fn format(text: &str) -> Result<String, LeftAlone> {
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut ended = text.to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        ended.push_str(line_break);
    }
    let mut out: Vec<Diagnostic> = Vec::new();
    let Some(root) = parse(FileId(0), &ended, &mut out) else {
        return if out.is_empty() {
            Ok(ended)
        } else {
            Err(LeftAlone::Broken(Problems(out.len())))
        };
    };
    read_records(&root, &mut out);
    out.retain(|problem| problem.code != Code::ToBeFilled);
    if !out.is_empty() {
        return Err(LeftAlone::Broken(Problems(out.len())));
    }
    let new = quotes::quoted(&ended, &root);
    let root = if new == ended {
        root
    } else {
        parse(FileId(0), &new, &mut out)
            .filter(|_| out.is_empty())
            .ok_or(LeftAlone::Entangled)?
    };
    let new = Layout::new(&new, line_break).file(&root, &Place::File);
    let same = |a: &str, b: &str| {
        let mut out = Vec::new();
        let (a, b) = (parse(FileId(0), a, &mut out), parse(FileId(0), b, &mut out));
        out.is_empty() && matches!((a, b), (Some(a), Some(b)) if a.same(&b))
    };
    // a file without a last line break is read as one that has it, as every tool that writes files would leave it
    if same(&ended, &new) {
        Ok(new)
    } else {
        Err(LeftAlone::Entangled)
    }
}
