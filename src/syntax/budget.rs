//! How much a file may hold, so that no file takes more time or memory than its length explains.

use crate::diagnostics::{Code, Diagnostic};
use crate::text::{MAX_FILE_BYTES, Span};

/// How deep lists and mappings may be nested, alias expansion included.
pub const MAX_DEPTH: usize = 64;

/// How many values and keys a file may hold, alias expansion included: as many as real data have in the largest file that is read.
pub const MAX_NODES: usize = 10_000_000;

/// How many problems of its YAML are reported before the rest of a file is left unread.
pub(super) const MAX_PROBLEMS: usize = 1000;

/// The file is over its budget, which has been reported: reading ends.
pub(super) struct Stop;

/// How large a value is.
#[derive(Clone, Copy, Default)]
pub(super) struct Size {
    /// Values and keys.
    pub(super) nodes: usize,
    /// Bytes of text.
    pub(super) bytes: u64,
    /// Levels of lists and mappings.
    pub(super) height: usize,
}

impl Size {
    /// Adds a value that stands beside.
    pub(super) fn add(&mut self, other: Self) {
        self.nodes += other.nodes;
        self.bytes += other.bytes;
        self.height = self.height.max(other.height);
    }
}

/// What a file has used up so far.
#[derive(Default)]
pub(super) struct Budget {
    used: Size,
}

impl Budget {
    /// Takes a value into account before it is built or copied.
    pub(super) fn charge(&mut self, size: Size, span: Span, out: &mut Vec<Diagnostic>) -> Result<(), Stop> {
        self.used.add(size);
        let limit = if self.used.nodes > MAX_NODES {
            format!("more than {MAX_NODES} values")
        } else if self.used.bytes > MAX_FILE_BYTES {
            format!("more than {} MB of text", MAX_FILE_BYTES >> 20)
        } else {
            return Ok(());
        };
        let headline = format!("{limit} in one file, counting what its aliases repeat");
        out.push(Diagnostic::new(Code::OverBudget, headline, span, "reading ends here").help("split the file"));
        Err(Stop)
    }
}

/// The report of a value nested too deeply.
pub(super) fn too_deep(span: Span) -> Diagnostic {
    let headline = format!("lists and mappings nested more than {MAX_DEPTH} deep");
    Diagnostic::new(Code::OverBudget, headline, span, "reading ends here").help("look for brackets that are not closed")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;
    use crate::text::FileId;

    fn read(text: &str) -> Vec<Diagnostic> {
        let mut out = Vec::new();
        parse(FileId(0), text, &mut out);
        out
    }

    /// Each of these takes far more than memory or patience if it is not stopped.
    #[test]
    fn bombs_end_in_one_error() {
        let mut laughs = "a0: &a0 [x]\n".to_owned();
        for level in 1..60 {
            let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
            laughs += &format!("a{level}: &a{level} [{aliases}]\n");
        }
        let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(1 << 20), vec!["*a"; 1000].join(","));
        let mut tower = "a0: &a0 [x]\n".to_owned();
        for level in 1..100 {
            tower += &format!("a{level}: &a{level} [*a{}]\n", level - 1);
        }
        let blocks: String = (0..5000).map(|depth| format!("{}- \n", " ".repeat(depth))).collect();
        for text in [
            laughs,
            long,
            tower,
            blocks,
            "[".repeat(100_000),
            "{a: ".repeat(100_000),
            "- ".repeat(100_000),
        ] {
            let out = read(&text);
            assert_eq!(
                out.iter().map(|d| d.code).collect::<Vec<_>>(),
                [Code::OverBudget],
                "{text:.60}"
            );
        }
    }

    #[test]
    fn the_deepest_nesting_that_is_allowed() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(read(&nested(MAX_DEPTH)), []);
        assert_eq!(read(&nested(MAX_DEPTH + 1)).len(), 1);
    }
}
