//! Syntax errors in plain words, at the place where they can be mended.

use granit_parser::ErrorKind;

use crate::diagnostics::{Code, Diagnostic, excerpt};
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
        if let (Some(bracket), Some(_)) = (self.bracket, self.swallowed()) {
            return self
                .unclosed_bracket(bracket)
                .secondary(self.one(self.at), "reading stumbled here");
        }
        match self.kind {
            K::UnclosedQuotedScalar | K::DocumentIndicatorInQuotedScalar => {
                let quote = self.char_at(self.at);
                self.broken("a quote that is not closed", self.one(self.at), "opens here")
                    .help(format!("add `{quote}` at the end of the text"))
            }
            K::UnclosedFlowCollection { .. } => self.unclosed_bracket(self.at),
            K::MismatchedFlowCollectionEnd { open, close } => self
                .broken(
                    format!("a bracket `{open}` closed by `{close}`"),
                    self.one(self.at),
                    "opens here",
                )
                .help(format!("close it with `{}`", closing(*open))),
            K::MisplacedFlowCollectionEnd => self
                .broken("a closing bracket that nothing opens", self.one(self.at), "")
                .help("delete it, or put quotes around the text"),
            K::TabNotAllowed
            | K::TabInBlockIndentation
            | K::TabInIndentation
            | K::TabInPlainScalar
            | K::TabAtBlockScalarStart => self
                .broken("a tab in the indentation", self.one(self.tab()), "")
                .help("indent with spaces"),
            K::SimpleKeyExpected | K::InvalidSimpleKey => self.without_colon(self.at),
            K::MappingValueNotAllowed if self.bracket.is_none() => self.second_colon(),
            K::ExpectedBlockSequenceEntry
            | K::ExpectedBlockMappingKey
            | K::InvalidIndentation
            | K::InvalidBlockScalarIndent
            | K::InvalidFlowScalarIndent
            | K::InvalidQuotedScalarIndent => self
                .broken(
                    "a line that does not fit the indentation above it",
                    self.rest_of_line(self.at),
                    "",
                )
                .help("give all fields of a record, and all entries of a list, the same indentation"),
            K::InvalidTrailingSingleQuotedScalar => {
                self.behind_quote('\'', "write `''` for a single quote in single quotes")
            }
            K::InvalidTrailingDoubleQuotedScalar => self.behind_quote(
                '"',
                "write `\\\"` for a quote inside quotes, or put single quotes around the whole text",
            ),
            K::UnknownQuotedScalarEscape | K::InvalidQuotedScalarHexEscape | K::InvalidUnicodeEscape => self
                .broken("a `\\` inside quotes that is no escape", self.one(self.escape()), "")
                .help("write `\\\\` for a backslash, or put single quotes around the text"),
            K::UnexpectedCharacter { character: '`' } => self
                .broken("a text that starts with a backtick", self.rest_of_line(self.at), "")
                .help(QUOTE_TEXT),
            K::UnexpectedCharacter { character } => self
                .broken(
                    format!("a text that starts with `{character}`"),
                    self.rest_of_line(self.at),
                    "",
                )
                .help(QUOTE_TEXT),
            K::MissingAnchorOrAliasName => {
                let headline = format!("a `{}` without a name", self.char_at(self.at));
                self.broken(headline, self.one(self.at), "").help(QUOTE_TEXT)
            }
            K::BlockSequenceEntryNotAllowed
            | K::BlockEntryInFlowCollection
            | K::PlainScalarStartsWithDashFlowIndicator => self
                .broken("a list entry in the middle of a line", self.rest_of_line(self.at), "")
                .help("put each entry on a line of its own, or quotes around the text"),
            kind => self.in_brackets().unwrap_or_else(|| {
                let said = kind.to_string();
                self.broken(
                    format!("the syntax of YAML is broken: {said}"),
                    self.rest_of_line(self.at),
                    "",
                )
                .help(QUOTE_TEXT)
            }),
        }
    }

    /// Where a section starts that was taken for a part of something before it, and is to be read anew.
    pub(super) fn swallowed(&self) -> Option<usize> {
        let (from, to) = match self.bracket {
            Some(bracket) => (bracket, self.at),
            None if *self.kind == ErrorKind::MappingValueNotAllowed => (self.last.start as usize, self.at),
            None => return None,
        };
        next_key(self.text, from + 1).filter(|&key| key < to)
    }

    /// Most errors between brackets that go over several lines come from a bracket left open.
    fn in_brackets(&self) -> Option<Diagnostic> {
        let bracket = self.bracket?;
        let diagnostic = if self.text.get(bracket..self.at)?.contains('\n') {
            self.unclosed_bracket(bracket)
                .secondary(self.one(self.at), "this does not fit between the brackets")
        } else {
            self.broken("something between brackets that does not fit", self.one(self.at), "")
                .secondary(self.one(bracket), "the bracket opens here")
                .help("put a comma between two entries, and quotes around texts with `:`, `,` or brackets")
        };
        Some(diagnostic)
    }

    fn unclosed_bracket(&self, at: usize) -> Diagnostic {
        let help = format!("add `{}` at the end of the list or mapping", closing(self.char_at(at)));
        self.broken("a bracket that is not closed", self.one(at), "opens here")
            .help(help)
    }

    /// A colon where a value is already there: in the value itself, or in the line behind one without a colon.
    fn second_colon(&self) -> Diagnostic {
        let start = self.last.start as usize;
        if self.text.get(start..self.at).is_some_and(|text| text.contains('\n')) {
            return self.without_colon(start);
        }
        self.broken(
            "a colon and a space inside a text without quotes",
            self.one(self.at),
            "",
        )
        .help(QUOTE_TEXT)
    }

    /// Text behind a quote that closes, if it was meant to close and not to open.
    fn behind_quote(&self, quote: char, help: &str) -> Diagnostic {
        let before = self.text.get(self.last.end as usize..self.at).unwrap_or_default();
        if let (Some(opening), Some(end)) = (before.find(quote), before.rfind(quote))
            && before[opening..].contains('\n')
        {
            let place = |at| self.one(self.last.end as usize + at);
            return self
                .broken("a quote that is not closed", place(opening), "opens here")
                .secondary(place(end), "closed by this one")
                .help(format!("add `{quote}` at the end of the text"));
        }
        self.broken("text behind a closing quote", self.rest_of_line(self.at), "")
            .help(help)
    }

    /// A line that should be a field, but has no colon, or one with no space behind it.
    fn without_colon(&self, at: usize) -> Diagnostic {
        let line = self.rest_of_line(at);
        let written = &self.text[line.start as usize..line.end as usize];
        match written.split_once(':') {
            Some((key, value)) if !value.is_empty() => {
                let colon = self.one(line.start as usize + key.len());
                self.broken("no space behind a colon", colon, "").help(format!(
                    "write `{}`",
                    excerpt(&format!("{key}: {}", value.trim_start()))
                ))
            }
            _ => self
                .broken("a field without a colon", line, "")
                .help("write `name: value`, and put quotes around a text that goes over several lines"),
        }
    }

    fn broken(&self, headline: impl Into<String>, span: Span, label: &str) -> Diagnostic {
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

    /// The tab that is meant: the last one before the error in the indentation of its line, else the next one.
    fn tab(&self) -> usize {
        let (before, ahead) = self.text.split_at_checked(self.at).unwrap_or((self.text, ""));
        let line_start = before.rfind('\n').map_or(0, |line_break| line_break + 1);
        let indentation = &before[line_start..];
        match indentation.rfind('\t') {
            Some(tab) if indentation.trim().is_empty() => line_start + tab,
            _ => self.at + ahead.find('\t').unwrap_or_default(),
        }
    }

    /// The first backslash of a quoted text that starts no escape.
    fn escape(&self) -> usize {
        let mut characters = self.text.get(self.at..).unwrap_or_default().char_indices();
        while let Some((at, c)) = characters.next() {
            let escaped = |next: char| "0abtnvfre \"/\\N_LPxuU\t\r\n".contains(next);
            if c == '\\' && !characters.next().is_some_and(|(_, next)| escaped(next)) {
                return self.at + at;
            }
        }
        self.at
    }
}

/// The bracket that opens the value being read, where the parser looks ahead and has not yet said so.
pub(super) fn bracket_ahead(text: &str, from: usize, to: usize) -> Option<usize> {
    let skipped = [' ', '\r', '\n', '-', ':'];
    let value = text.get(from..to)?.trim_start_matches(skipped);
    value.starts_with(['[', '{']).then_some(to - value.len())
}

/// The start of the next line, from the offset `from` on, that starts with a word and a colon.
pub(super) fn next_key(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        if at > 0 && bytes.get(at - 1) != Some(&b'\n') {
            at += bytes.get(at..)?.iter().position(|&byte| byte == b'\n')? + 1;
        }
        let line = bytes.get(at..)?;
        let word = line
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
            .count();
        let starts_with_letter = line.first()?.is_ascii_alphabetic();
        let ends = line.get(word + 1).is_none_or(u8::is_ascii_whitespace);
        if starts_with_letter && line.get(word) == Some(&b':') && ends {
            return Some(at);
        }
        at += 1;
    }
}

fn closing(open: char) -> char {
    if open == '{' { '}' } else { ']' }
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Diagnostic;
    use crate::syntax::parse;
    use crate::text::Files;

    fn first(text: &str) -> String {
        let mut files = Files::new();
        let id = files.add("a.yaml", text);
        let mut out = Vec::new();
        parse(id, text, &mut out);
        let Diagnostic {
            headline,
            primary,
            help,
            ..
        } = &out[0];
        format!(
            "{text:?}\n  {:?}: {headline}; {}",
            files.slice(primary.span),
            help.join("; ")
        )
    }

    #[test]
    fn the_common_errors_in_plain_words() {
        let texts = [
            "a: \"Tập đoàn\nb: c\n",
            "a:\n  name: \"Tập\n  short: \"x\"\n",
            "a: 'it's'\n",
            "a: \"x\" y\n",
            "a: \"C:\\dir\"\n",
            "a: [x, y\n",
            "đ: [ạ, y\nmarkets:\n  - id: x\n",
            "a: {x: y\nmarkets:\n",
            "a: {x: y: z}\n",
            "a: [x}\n",
            "a: ]\n",
            "a:\n\t- id: x\n",
            "a:\n  - id: x\n\tname: y\n",
            "a:\n  - id: x\n   name: y\n",
            "a:\n  - id: x\n name: y\n",
            "a:\n  - id:x\n    name: y\n",
            "a:\n  id: x\n  name:y\n",
            "a:\n  id: x\n  name y\n",
            "just text\nb: c\n",
            "a: Microsoft: the firm\n",
            "a: @x\n",
            "a: `x\n",
            "a: \"\\xzz\"\n",
            "a: &\n",
            "a: - x\n",
        ];
        insta::assert_snapshot!(texts.map(first).join("\n"), @r#"
        "a: \"Tập đoàn\nb: c\n"
          "\"": a quote that is not closed; add `"` at the end of the text
        "a:\n  name: \"Tập\n  short: \"x\"\n"
          "\"": a quote that is not closed; add `"` at the end of the text
        "a: 'it's'\n"
          "s'": text behind a closing quote; write `''` for a single quote in single quotes
        "a: \"x\" y\n"
          "y": text behind a closing quote; write `\"` for a quote inside quotes, or put single quotes around the whole text
        "a: \"C:\\dir\"\n"
          "\\": a `\` inside quotes that is no escape; write `\\` for a backslash, or put single quotes around the text
        "a: [x, y\n"
          "[": a bracket that is not closed; add `]` at the end of the list or mapping
        "đ: [ạ, y\nmarkets:\n  - id: x\n"
          "[": a bracket that is not closed; add `]` at the end of the list or mapping
        "a: {x: y\nmarkets:\n"
          "{": a bracket that is not closed; add `}` at the end of the list or mapping
        "a: {x: y: z}\n"
          ":": something between brackets that does not fit; put a comma between two entries, and quotes around texts with `:`, `,` or brackets
        "a: [x}\n"
          "[": a bracket `[` closed by `}`; close it with `]`
        "a: ]\n"
          "]": a closing bracket that nothing opens; delete it, or put quotes around the text
        "a:\n\t- id: x\n"
          "\t": a tab in the indentation; indent with spaces
        "a:\n  - id: x\n\tname: y\n"
          "\t": a tab in the indentation; indent with spaces
        "a:\n  - id: x\n   name: y\n"
          "name: y": a line that does not fit the indentation above it; give all fields of a record, and all entries of a list, the same indentation
        "a:\n  - id: x\n name: y\n"
          "name: y": a line that does not fit the indentation above it; give all fields of a record, and all entries of a list, the same indentation
        "a:\n  - id:x\n    name: y\n"
          ":": no space behind a colon; write `id: x`
        "a:\n  id: x\n  name:y\n"
          ":": no space behind a colon; write `name: y`
        "a:\n  id: x\n  name y\n"
          "name y": a field without a colon; write `name: value`, and put quotes around a text that goes over several lines
        "just text\nb: c\n"
          "just text": a field without a colon; write `name: value`, and put quotes around a text that goes over several lines
        "a: Microsoft: the firm\n"
          ":": a colon and a space inside a text without quotes; put quotes around the text
        "a: @x\n"
          "@x": a text that starts with `@`; put quotes around the text
        "a: `x\n"
          "`x": a text that starts with a backtick; put quotes around the text
        "a: \"\\xzz\"\n"
          "\"": a `\` inside quotes that is no escape; write `\\` for a backslash, or put single quotes around the text
        "a: &\n"
          "&": a `&` without a name; put quotes around the text
        "a: - x\n"
          "- x": a list entry in the middle of a line; put each entry on a line of its own, or quotes around the text
        "#);
    }
}
