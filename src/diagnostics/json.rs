//! Problems for programs: the wire format `frenemy/check/1`.

use serde::Serialize;

use super::{Diagnostic, Label};
use crate::text::{Files, Span};

/// The name and version of the format.
pub const SCHEMA: &str = "frenemy/check/1";

/// All problems as one JSON object, in the given order, without a line break at the end.
///
/// Lines and columns count from 1, columns in characters; ends are exclusive. The first of a problem's `labels` is its
/// own place, which `file`, `line` and `column` repeat.
///
/// # Panics
/// If a span names a file that is not in `files`.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], files: &Files) -> String {
    let problems = diagnostics
        .iter()
        .map(|diagnostic| Problem::new(diagnostic, files))
        .collect();
    // Strings, numbers and lists only: nothing in it can fail to be written.
    serde_json::to_string_pretty(&Report {
        schema: SCHEMA,
        problems,
    })
    .unwrap_or_default()
}

/// The report on the wire, `frenemy/check/1`.
#[derive(Serialize, schemars::JsonSchema)]
pub struct Report<'a> {
    schema: &'static str,
    problems: Vec<Problem<'a>>,
}

#[derive(Serialize, schemars::JsonSchema)]
struct Problem<'a> {
    code: &'static str,
    level: &'static str,
    file: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
    help: &'a [String],
    labels: Vec<Place<'a>>,
}

#[derive(Serialize, schemars::JsonSchema)]
struct Place<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
}

impl<'a> Problem<'a> {
    fn new(diagnostic: &'a Diagnostic, files: &'a Files) -> Self {
        let Span { file, start, .. } = diagnostic.primary.span;
        let (line, column) = files.get(file).line_col(start);
        let labels = std::iter::once(&diagnostic.primary).chain(&diagnostic.secondary);
        Self {
            code: diagnostic.code.name(),
            level: diagnostic.level().name(),
            file: &files.get(file).name,
            line,
            column,
            message: &diagnostic.headline,
            help: &diagnostic.help,
            labels: labels.map(|label| Place::new(label, files)).collect(),
        }
    }
}

impl<'a> Place<'a> {
    fn new(label: &'a Label, files: &'a Files) -> Self {
        let file = files.get(label.span.file);
        let (line, column) = file.line_col(label.span.start);
        let (end_line, end_column) = file.line_col(label.span.end.max(label.span.start));
        Self {
            file: &file.name,
            line,
            column,
            end_line,
            end_column,
            text: &label.text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;

    #[test]
    fn places_are_lines_and_characters() {
        let mut files = Files::new();
        let id = files.add("một.yaml", "tên: \"Tập\nđoàn\" x\n");
        let diagnostic = Diagnostic::new(
            Code::NotYaml,
            "text behind a closing \"quote\"",
            Span::new(id, 21, 22),
            "",
        )
        .secondary(Span::new(id, 6, 20), "the quote")
        .help("xoá nó");
        insta::assert_snapshot!(render(&[diagnostic], &files), @r#"
        {
          "schema": "frenemy/check/1",
          "problems": [
            {
              "code": "not-yaml",
              "level": "error",
              "file": "một.yaml",
              "line": 2,
              "column": 7,
              "message": "text behind a closing \"quote\"",
              "help": [
                "xoá nó"
              ],
              "labels": [
                {
                  "file": "một.yaml",
                  "line": 2,
                  "column": 7,
                  "end_line": 2,
                  "end_column": 8,
                  "text": ""
                },
                {
                  "file": "một.yaml",
                  "line": 1,
                  "column": 6,
                  "end_line": 2,
                  "end_column": 6,
                  "text": "the quote"
                }
              ]
            }
          ]
        }
        "#);
        insta::assert_snapshot!(render(&[], &files), @r#"
        {
          "schema": "frenemy/check/1",
          "problems": []
        }
        "#);
    }
}
