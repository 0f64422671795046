use super::CHECKS;
use super::pages;
use super::waivers;
use crate::diagnostics::{Code, Level};

/// What `explain` tells about a code.
///
/// The text is Markdown. The examples are pieces of data files; `tests/it/explain.rs` holds the records that they refer to
/// and asserts that `example` shows the code and `instead` does not.
#[derive(Debug)]
pub struct Page {
    /// The code.
    pub code: Code,
    /// What is reported.
    pub what: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// A piece of a file that shows it; empty where it cannot be shown as text.
    pub example: &'static str,
    /// What to write in its place.
    pub instead: &'static str,
}

impl Page {
    /// The page of a code.
    #[must_use]
    pub fn of(code: Code) -> Option<&'static Self> {
        Self::all().find(|page| page.code == code)
    }

    /// Every page, in no particular order.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        let checks = CHECKS.iter().flat_map(|check| check.pages);
        pages::ALL
            .iter()
            .copied()
            .flatten()
            .chain(checks)
            .chain([&waivers::PAGE])
    }

    /// The page as Markdown, its title a heading of the given depth; ends with a line break.
    #[must_use]
    pub fn markdown(&self, depth: usize) -> String {
        let (title, section) = ("#".repeat(depth), "#".repeat(depth + 1));
        let code = self.code;
        let mut out = format!("{title} {code}\n\n{}. {}\n\n", tier(code.level()), code.description());
        for (heading, text) in [("What", self.what), ("Why", self.why)] {
            out += &format!("{section} {heading}\n\n{}\n\n", text.trim());
        }
        for (heading, text) in [("Example", self.example), ("Instead", self.instead)] {
            if !text.is_empty() {
                out += &format!("{section} {heading}\n\n```yaml\n{}\n```\n\n", text.trim_end());
            }
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
        out
    }
}

/// How a page names the level of its code.
const fn tier(level: Level) -> &'static str {
    match level {
        Level::Error => "Error",
        Level::Basic => "Lint, basic tier",
        Level::Strict => "Lint, strict tier",
        Level::Named => "Lint, run by name",
    }
}
