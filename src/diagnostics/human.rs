//! Problems for people, as rustc shows them: the one place that names annotate-snippets.
//!
//! That crate panics on places outside the text or inside a character, and is slow on whole files. It is given a window
//! of whole lines, and places that were made to fit.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level as Severity, Origin, Renderer, Snippet};

use super::{Diagnostic, Label, Level};
use crate::text::{Files, SourceFile, Span, floor_char_boundary};

/// Labels of one file further apart than this many lines are shown in windows of their own.
const MAX_GAP: usize = 100;

/// Lines longer than this many bytes are named but not shown.
const MAX_LINE: usize = 4096;

/// Shows one problem with its place, excerpt and help, without a line break at the end.
///
/// `width` is the width of the terminal in cells, to which excerpts are cut. Of a label that goes over several lines the
/// first line is marked.
///
/// # Panics
/// If a span names a file that is not in `files`.
#[must_use]
pub fn render(diagnostic: &Diagnostic, files: &Files, color: bool, width: usize) -> String {
    let severity = match diagnostic.level() {
        Level::Error => Severity::ERROR,
        Level::Basic | Level::Strict => Severity::WARNING,
        Level::Named => Severity::NOTE,
    };
    let mut group: Group<'_> = Group::with_title(
        severity
            .primary_title(diagnostic.headline.as_str())
            .id(diagnostic.code.name()),
    );
    for window in windows(diagnostic, files) {
        group = group.element(window.element());
    }
    for help in &diagnostic.help {
        group = group.element(Severity::HELP.message(help.as_str()));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer
        .term_width(width)
        .decor_style(DecorStyle::Ascii)
        .render(&[group])
}

/// A label on the line on which it is shown.
struct Mark<'a> {
    label: &'a Label,
    primary: bool,
    file: &'a SourceFile,
    line: usize,
}

/// Marks of one file that are shown together.
struct Window<'a> {
    marks: Vec<Mark<'a>>,
}

/// Groups the labels of a problem by file and nearness, the window of the primary one first.
fn windows<'a>(diagnostic: &'a Diagnostic, files: &'a Files) -> Vec<Window<'a>> {
    let labels =
        std::iter::once((&diagnostic.primary, true)).chain(diagnostic.secondary.iter().map(|label| (label, false)));
    let mut marks: Vec<_> = labels
        .map(|(label, primary)| {
            let file = files.get(label.span.file);
            Mark {
                label,
                primary,
                file,
                line: file.line_col(label.span.start).0,
            }
        })
        .collect();
    marks.sort_by_key(|mark| (mark.label.span, !mark.primary));
    let mut windows: Vec<Window<'a>> = Vec::new();
    for mark in marks {
        let near = |last: &Mark<'_>| last.label.span.file == mark.label.span.file && mark.line - last.line <= MAX_GAP;
        match windows.last_mut() {
            Some(window) if window.marks.last().is_some_and(near) => window.marks.push(mark),
            _ => windows.push(Window { marks: vec![mark] }),
        }
    }
    windows.sort_by_key(|window| !window.marks.iter().any(|mark| mark.primary));
    windows
}

impl<'a> Window<'a> {
    fn element(self) -> Element<'a> {
        let first = &self.marks[0];
        let (file, from) = (first.file, first.line);
        let to = self.marks.last().map_or(from, |mark| mark.line);
        if (from..=to).any(|line| file.line_text(line).len() > MAX_LINE) {
            let shown = self.marks.iter().find(|mark| mark.primary).unwrap_or(first);
            let (line, column) = file.line_col(shown.label.span.start);
            return Origin::path(file.name.as_str()).line(line).char_column(column).into();
        }
        let mut source = String::new();
        let mut starts = Vec::new();
        for line in from..=to {
            starts.push(source.len());
            source.push_str(&file.line_text(line).replace('\r', " "));
            source.push('\n');
        }
        source.pop();
        let mut snippet = Snippet::source(source).line_start(from).path(file.name.as_str());
        for mark in &self.marks {
            let range = within_line(mark.label.span, file, mark.line);
            let start = starts[mark.line - from];
            let kind = if mark.primary {
                AnnotationKind::Primary
            } else {
                AnnotationKind::Context
            };
            let annotation = kind.span(start + range.start..start + range.end);
            let text = Some(mark.label.text.as_str()).filter(|text| !text.is_empty());
            snippet = snippet.annotation(annotation.label(text));
        }
        snippet.into()
    }
}

/// The bytes of a line that a span covers, at the bounds of characters.
fn within_line(span: Span, file: &SourceFile, line: usize) -> std::ops::Range<usize> {
    let (text, line_start) = (file.line_text(line), file.line_start(line));
    let fit = |offset: u32| floor_char_boundary(text, (offset as usize).saturating_sub(line_start));
    let start = fit(span.start);
    start..fit(span.end).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;
    use crate::text::FileId;

    /// The place of the first occurrence of `needle`.
    fn span_of(files: &Files, file: FileId, needle: &str) -> Span {
        let start = files.get(file).text.find(needle).unwrap();
        Span::new(file, start as u32, (start + needle.len()) as u32)
    }

    fn shown(diagnostic: &Diagnostic, files: &Files) -> String {
        render(diagnostic, files, false, 100)
    }

    #[test]
    fn a_problem_in_vietnamese_text() {
        let mut files = Files::new();
        let id = files.add(
            "cases/vinfast.yaml",
            "case:\n  title: {vi: Tập đoàn, lo: VinFast}\r\n  about: [vingroup]\n",
        );
        let diagnostic = Diagnostic::new(
            Code::BadLanguage,
            "`lo` is no language of a text",
            span_of(&files, id, "lo"),
            "",
        )
        .secondary(span_of(&files, id, "Tập đoàn"), "this one is Vietnamese")
        .help("use `en` or `vi`");
        insta::assert_snapshot!(shown(&diagnostic, &files), @r#"
        error[bad-language]: `lo` is no language of a text
         --> cases/vinfast.yaml:2:25
          |
        2 |   title: {vi: Tập đoàn, lo: VinFast}
          |               --------  ^^
          |               |
          |               this one is Vietnamese
          |
          = help: use `en` or `vi`
        "#);
    }

    #[test]
    fn carets_stand_under_wide_characters() {
        let mut files = Files::new();
        let id = files.add("companies/softbank.yaml", "names: [株式会社ソフトバンク, micorsoft]\n");
        let diagnostic = Diagnostic::new(
            Code::UnknownCompany,
            "no company `micorsoft`",
            span_of(&files, id, "micorsoft"),
            "not declared",
        )
        .help("did you mean `microsoft`?");
        insta::assert_snapshot!(shown(&diagnostic, &files), @r#"
        error[unknown-company]: no company `micorsoft`
         --> companies/softbank.yaml:1:21
          |
        1 | names: [株式会社ソフトバンク, micorsoft]
          |                               ^^^^^^^^^ not declared
          |
          = help: did you mean `microsoft`?
        "#);
    }

    #[test]
    fn two_files_in_one_problem() {
        let mut files = Files::new();
        let first = files.add("companies/apple.yaml", "companies:\n  - id: apple\n");
        let again = files.add(
            "companies/quả-táo.yaml",
            "companies:\n  - id: microsoft\n  - id: apple\n",
        );
        let diagnostic = Diagnostic::new(
            Code::DuplicateId,
            "the id `apple` is declared twice",
            span_of(&files, again, "apple"),
            "declared again here",
        )
        .secondary(span_of(&files, first, "apple"), "first declared here");
        insta::assert_snapshot!(shown(&diagnostic, &files), @r#"
        error[duplicate-id]: the id `apple` is declared twice
         --> companies/quả-táo.yaml:3:9
          |
        3 |   - id: apple
          |         ^^^^^ declared again here
          |
         ::: companies/apple.yaml:2:9
          |
        2 |   - id: apple
          |         ----- first declared here
        "#);
    }

    #[test]
    fn places_far_apart_are_two_windows() {
        let mut files = Files::new();
        let text = format!("id: first\n{}id: again\n", "- x\n".repeat(500));
        let id = files.add("a.yaml", text);
        let diagnostic = Diagnostic::new(
            Code::DuplicateKey,
            "the key `id` occurs twice",
            span_of(&files, id, "id: again"),
            "again",
        )
        .secondary(span_of(&files, id, "id: first"), "first written here");
        insta::assert_snapshot!(shown(&diagnostic, &files), @r#"
        error[duplicate-key]: the key `id` occurs twice
           --> a.yaml:502:1
            |
        502 | id: again
            | ^^^^^^^^^ again
            |
           ::: a.yaml:1:1
            |
          1 | id: first
            | --------- first written here
        "#);
    }

    #[test]
    fn the_end_of_a_file_and_long_lines() {
        let mut files = Files::new();
        let id = files.add("end.yaml", "companies: [a\n");
        let end = files.get(id).text.len() as u32;
        let diagnostic = Diagnostic::new(Code::NotYaml, "the file ends too early", Span::at(id, end), "");
        insta::assert_snapshot!(shown(&diagnostic, &files), @r#"
        error[not-yaml]: the file ends too early
         --> end.yaml:2:1
          |
        2 |
          | ^
        "#);

        let long = files.add("long.yaml", format!("a: {}đ", "x".repeat(100_000)));
        let diagnostic = Diagnostic::new(Code::BadId, "bad", span_of(&files, long, "đ"), "here").help("mend it");
        insta::assert_snapshot!(shown(&diagnostic, &files), @r#"
        error[bad-id]: bad
        --> long.yaml:1:100004
         = help: mend it
        "#);
    }

    proptest::proptest! {
        #[test]
        fn any_places_in_any_text(
            text in "[a-c đ株\u{200b}\t\r\n\u{7}👨]{0,60}",
            places in proptest::collection::vec((0u32..120, 0u32..120), 1..5),
            width in 0usize..120,
        ) {
            let mut files = Files::new();
            let id = files.add("a.yaml", text);
            let span = |&(start, end): &(u32, u32)| Span::new(id, start, end);
            let mut diagnostic = Diagnostic::new(Code::BadId, "h", span(&places[0]), "primary");
            for place in &places[1..] {
                diagnostic = diagnostic.secondary(span(place), "secondary");
            }
            let shown = render(&diagnostic, &files, true, width);
            proptest::prop_assert!(shown.contains("bad-id"));
        }
    }
}
