//! Problems as workflow commands of GitHub, which shows them beside the lines of a change.
//!
//! The form and what must be escaped: "Workflow commands for GitHub Actions" and `toolkit/packages/core/src/command.ts`.

use super::{Diagnostic, Level};
use crate::text::{Files, Span};

/// One command a problem, in the given order, each on a line.
///
/// # Panics
/// If a span names a file that is not in `files`.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], files: &Files) -> String {
    diagnostics
        .iter()
        .map(|diagnostic| command(diagnostic, files))
        .collect()
}

fn command(diagnostic: &Diagnostic, files: &Files) -> String {
    let name = match diagnostic.level() {
        Level::Error => "error",
        Level::Basic | Level::Strict => "warning",
        Level::Named => "notice",
    };
    let Span { file, start, end } = diagnostic.primary.span;
    let file = files.get(file);
    let (line, column) = file.line_col(start);
    let (end_line, end_column) = file.line_col(end.max(start));
    let mut place = format!("file={},line={line}", property(&file.name));
    // columns of a place that goes over several lines are refused
    if end_line == line {
        // theirs is the last column, ours the first behind it
        let last = end_column.saturating_sub(1).max(column);
        place += &format!(",col={column},endColumn={last}");
    } else {
        place += &format!(",endLine={end_line}");
    }
    let title = property(diagnostic.code.name());
    format!("::{name} {place},title={title}::{}\n", data(&diagnostic.plain()))
}

/// Escapes the message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;

    #[test]
    fn nothing_of_the_data_ends_a_command() {
        let mut files = Files::new();
        let id = files.add("dữ liệu/a,b:c%.yaml", "tên: 50%::error\nx\n");
        let diagnostic = Diagnostic::new(Code::BadShare, "50%\r\n::error::x", Span::new(id, 6, 9), "here, 100%")
            .secondary(Span::new(id, 0, 3), "the field")
            .help("write: 50%");
        let over_lines = Diagnostic::new(Code::UnusedWaiver, "two lines", Span::new(id, 6, 18), "");
        insta::assert_snapshot!(render(&[diagnostic, over_lines], &files), @"
        ::error file=dữ liệu/a%2Cb%3Ac%25.yaml,line=1,col=6,endColumn=8,title=bad-share::50%25 ::error::x%0Ahere, 100%25%0Ahelp: write: 50%25
        ::warning file=dữ liệu/a%2Cb%3Ac%25.yaml,line=1,endLine=2,title=unused-waiver::two lines
        ");
    }
}
