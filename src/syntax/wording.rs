//! Syntax errors in plain words, at the place where they can be mended.

use granit_parser::ErrorKind;

use crate::diagnostics::{Code, Diagnostic};
use crate::text::{FileId, Span};

/// A syntax error and what was read before it.
pub(super) struct Broken<'a> {
    /// The file.
    pub(super) file: FileId,
    /// Its whole text.
    pub(super) text: &'a str,
    /// What the parser stumbled over.
    pub(super) kind: &'a ErrorKind,
    /// The byte offset at which it stumbled.
    pub(super) at: usize,
    /// The last thing read.
    pub(super) last: Span,
    /// The byte offset of the innermost bracket that is open.
    pub(super) bracket: Option<usize>,
}

const QUOTE_TEXT: &str = "put quotes around the text";

impl Broken<'_> {
    /// The report of the error.
    pub(super) fn diagnostic(&self) -> Diagnostic {
        use ErrorKind as K;
        match self.kind {
            K::UnclosedQuotedScalar | K::DocumentIndicatorInQuotedScalar => {
                let quote = self.char_at(self.at);
                self.new("a quote that is not closed", self.one(self.at), "opens here")
                    .help(format!("add `{quote}` at the end of the text"))
            }
            K::UnclosedFlowCollection { .. } => self.unclosed_bracket(self.at),
            K::MismatchedFlowCollectionEnd { open, close } => self
                .new(
                    format!("a bracket `{open}` closed by `{close}`"),
                    self.one(self.at),
                    "opens here",
                )
                .help(format!("close it with `{}`", closing(*open))),
            K::MisplacedFlowCollectionEnd => self
                .new("a closing bracket that nothing opens", self.one(self.at), "")
                .help("delete it, or put quotes around the text"),
            K::TabNotAllowed
            | K::TabInBlockIndentation
            | K::TabInIndentation
            | K::TabInPlainScalar
            | K::TabAtBlockScalarStart => self
                .new("a tab in the indentation", self.one(self.tab()), "")
                .help("indent with spaces"),
            K::SimpleKeyExpected | K::InvalidSimpleKey => self.without_colon(self.at),
            K::MappingValueNotAllowed if self.bracket.is_none() => self.second_colon(),
            K::ExpectedBlockSequenceEntry
            | K::ExpectedBlockMappingKey
            | K::InvalidIndentation
            | K::InvalidBlockScalarIndent
            | K::InvalidFlowScalarIndent
            | K::InvalidQuotedScalarIndent => self
                .new(
                    "a line that does not fit the indentation above it",
                    self.rest_of_line(self.at),
                    "",
                )
                .help("give all fields of a record, and all entries of a list, the same indentation"),
            K::InvalidTrailingSingleQuotedScalar => self
                .new("text behind a closing quote", self.rest_of_line(self.at), "")
                .help("write `''` for a single quote inside single quotes"),
            K::InvalidTrailingDoubleQuotedScalar => self
                .new("text behind a closing quote", self.rest_of_line(self.at), "")
                .help("write `\\\"` for a quote inside quotes, or put single quotes around the whole text"),
            K::UnknownQuotedScalarEscape | K::InvalidQuotedScalarHexEscape | K::InvalidUnicodeEscape => self
                .new(
                    "a `\\` inside quotes that is no escape",
                    self.one(self.at),
                    "in this text",
                )
                .help("write `\\\\` for a backslash, or put single quotes around the text"),
            K::UnexpectedCharacter { character } => self
                .new(
                    format!("a text that starts with `{character}`"),
                    self.rest_of_line(self.at),
                    "",
                )
                .help(QUOTE_TEXT),
            K::MissingAnchorOrAliasName => {
                let headline = format!("a `{}` without a name", self.char_at(self.at));
                self.new(headline, self.one(self.at), "").help(QUOTE_TEXT)
            }
            K::BlockSequenceEntryNotAllowed
            | K::BlockEntryInFlowCollection
            | K::PlainScalarStartsWithDashFlowIndicator => self
                .new("a list entry in the middle of a line", self.rest_of_line(self.at), "")
                .help("put each entry on a line of its own, or quotes around the text"),
            kind => self.in_brackets().unwrap_or_else(|| {
                let said = kind.to_string();
                self.new(
                    format!("the syntax of YAML is broken: {said}"),
                    self.rest_of_line(self.at),
                    "",
                )
                .help(QUOTE_TEXT)
            }),
        }
    }

    /// Whether the last thing read swallowed the start of the next line, which is then to be read anew.
    pub(super) fn swallowed(&self) -> bool {
        let last = self
            .text
            .get(self.last.start as usize..self.last.end as usize)
            .unwrap_or_default();
        matches!(
            self.kind,
            ErrorKind::MappingValueNotAllowed | ErrorKind::ExpectedFlowMappingSeparator
        ) && last.contains('\n')
    }

    /// Most errors between brackets that go over several lines come from a bracket left open.
    fn in_brackets(&self) -> Option<Diagnostic> {
        let bracket = self.bracket?;
        let diagnostic = if self.text.get(bracket..self.at)?.contains('\n') {
            self.unclosed_bracket(bracket)
                .secondary(self.one(self.at), "this does not fit between the brackets")
        } else {
            self.new("something between brackets that does not fit", self.one(self.at), "")
                .secondary(self.one(bracket), "the bracket opens here")
                .help("put a comma between two entries, and quotes around texts with `:`, `,` or brackets")
        };
        Some(diagnostic)
    }

    fn unclosed_bracket(&self, at: usize) -> Diagnostic {
        let help = format!("add `{}` at the end of the list or mapping", closing(self.char_at(at)));
        self.new("a bracket that is not closed", self.one(at), "opens here")
            .help(help)
    }

    /// A colon where a value is already there: in the value itself, or in the line behind one without a colon.
    fn second_colon(&self) -> Diagnostic {
        if self.swallowed() {
            return self.without_colon(self.last.start as usize);
        }
        self.new(
            "a colon and a space inside a text without quotes",
            self.one(self.at),
            "",
        )
        .help(QUOTE_TEXT)
    }

    /// A line that should be a field, but has no colon, or one with no space behind it.
    fn without_colon(&self, at: usize) -> Diagnostic {
        let line = self.rest_of_line(at);
        let written = &self.text[line.start as usize..line.end as usize];
        match written.split_once(':') {
            Some((key, value)) if !value.is_empty() => {
                let colon = self.one(line.start as usize + key.len());
                self.new("no space behind a colon", colon, "")
                    .help(format!("write `{key}: {}`", value.trim_start()))
            }
            _ => self
                .new("a field without a colon", line, "")
                .help("write `name: value`, and put quotes around a text that goes over several lines"),
        }
    }

    fn new(&self, headline: impl Into<String>, span: Span, label: &str) -> Diagnostic {
        Diagnostic::new(Code::NotYaml, headline, span, label)
    }

    /// The character at an offset; a space behind the end.
    fn char_at(&self, at: usize) -> char {
        self.text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ')
    }

    /// The place of the character at an offset, empty at the end of the text.
    fn one(&self, at: usize) -> Span {
        let length = self
            .text
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        Span::new(self.file, at as u32, (at + length) as u32)
    }

    /// The place from an offset to the last visible character of its line.
    fn rest_of_line(&self, at: usize) -> Span {
        let rest = self.text.get(at..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default().trim_end();
        if line.is_empty() {
            self.one(at)
        } else {
            Span::new(self.file, at as u32, (at + line.len()) as u32)
        }
    }

    /// The tab that is meant; the parser may name the start of the text before it.
    fn tab(&self) -> usize {
        let ahead = self.text.get(self.at..).unwrap_or_default();
        self.at + ahead.find('\t').unwrap_or_default()
    }
}

fn closing(open: char) -> char {
    if open == '{' { '}' } else { ']' }
}
