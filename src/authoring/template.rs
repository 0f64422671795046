//! A record to be filled in: what is known is written, what must be said is marked, what may be said stands in comments.

use std::collections::BTreeMap;

use super::scalar::written;
use crate::syntax::{MARK, SectionRef, example};
use crate::vocab::{Choice, Field, MoneyFlow, Side, SideRule, Type};

/// The column in which comments behind a value begin, and how wide a line may be.
const COMMENT_COLUMN: usize = 36;
const WIDTH: usize = 120;

/// Fields that need not stand in a record and that a reader of it misses; they are marked like required ones.
const WANTED: &[(&str, &[&str])] = &[
    ("case", &["summary"]),
    ("companies", &["country"]),
    ("sources", &["publisher"]),
];

/// Common fields of relations that most records have; the others are left to `show KIND` and to the schema.
const USUAL: &[&str] = &["announced", "until", "observed", "status", "market", "note"];
/// Those that only a record of money has.
const OF_MONEY: &[&str] = &["amount", "amount_is"];
/// Fields of every record that a template does not offer.
const RARE: &[&str] = &["overrides", "title_basis", "archived", "names"];

/// What is known of a record that is to be written, by field.
#[derive(Clone, Debug, Default)]
pub struct Given {
    values: BTreeMap<String, Value>,
}

#[derive(Clone, Debug)]
enum Value {
    Line(String),
    List(Vec<String>),
    Texts(Vec<(&'static str, String)>),
}

impl Given {
    /// Sets a field to one text.
    pub fn line(&mut self, field: &str, text: impl Into<String>) {
        self.values.insert(field.to_owned(), Value::Line(text.into()));
    }

    /// Sets a field to a list.
    pub fn list(&mut self, field: &str, items: Vec<String>) {
        self.values.insert(field.to_owned(), Value::List(items));
    }

    /// Sets a field to a text in several languages.
    pub fn texts(&mut self, field: &str, texts: Vec<(&'static str, String)>) {
        self.values.insert(field.to_owned(), Value::Texts(texts));
    }

    /// Whether a field is set.
    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        self.values.contains_key(field)
    }
}

/// The template of one record of a section.
#[derive(Debug)]
pub struct Template<'a> {
    section: SectionRef,
    given: &'a Given,
    /// Whether every field is offered, not only the usual ones.
    full: bool,
}

impl<'a> Template<'a> {
    /// A template with what is known filled in.
    #[must_use]
    pub const fn new(section: SectionRef, given: &'a Given, full: bool) -> Self {
        Self { section, given, full }
    }

    /// The fields as lines without indentation, each ending in a line break. The first is a field, not a comment.
    #[must_use]
    pub fn fields(&self) -> String {
        let mut out = String::new();
        for field in self.section.fields() {
            let comment = comment(&field);
            if let Some(value) = self.given.values.get(field.name) {
                out.push_str(&format!("{}: {}\n", field.name, value_of(value)));
            } else if self.is_asked(&field) {
                push(&mut out, &format!("{}: {}", field.name, marked(field.ty)), &comment);
            } else if self.full || self.is_offered(&field) {
                push(&mut out, &format!("# {}: {}", field.name, example(field.ty)), &comment);
            }
        }
        out
    }

    /// The record as an item of a list, indented by two.
    #[must_use]
    pub fn item(&self) -> String {
        let fields = self.fields();
        let lines = fields.lines().enumerate().map(|(at, line)| {
            let before = if at == 0 { "  - " } else { "    " };
            format!("{before}{line}\n")
        });
        lines.collect()
    }

    /// Whether the field is to be filled in.
    fn is_asked(&self, field: &Field) -> bool {
        let wanted = WANTED
            .iter()
            .any(|(section, fields)| *section == self.section.name() && fields.contains(&field.name));
        let by_kind = self.section.kind().is_some_and(|kind| {
            // where several roles may stand for each other, the first is the usual one
            let instead = kind.roles.iter().all(|role| !role.required);
            let rivals = kind
                .ties
                .iter()
                .any(|tie| tie.side == SideRule::Always(Side::Competition));
            // without a beginning nobody knows when it held
            let beginning = field.name == "since" && !self.given.has("observed");
            beginning
                || (instead && kind.roles.first().is_some_and(|role| role.name == field.name))
                || (rivals && field.name == "market")
        });
        field.required || wanted || by_kind
    }

    /// Whether the field stands in the template as a comment.
    fn is_offered(&self, field: &Field) -> bool {
        let Some(kind) = self.section.kind() else {
            return !RARE.contains(&field.name);
        };
        let own = kind.role(field.name).is_some() || kind.fields.iter().any(|own| own.name == field.name);
        let money = kind.money != MoneyFlow::None && OF_MONEY.contains(&field.name);
        own || money || USUAL.contains(&field.name)
    }
}

/// How many places of a text are marked as to be filled in.
#[must_use]
pub fn marks(text: &str) -> usize {
    let code = text.lines().map(|line| line.split(" #").next().unwrap_or_default());
    code.filter(|line| !line.trim_start().starts_with('#'))
        .map(|line| line.matches(MARK).count())
        .sum()
}

/// Writes a line and what is said about it: behind it, or above where there is no room.
fn push(out: &mut String, line: &str, comment: &str) {
    let column = COMMENT_COLUMN.max(line.chars().count() + 2);
    // the first line of a record begins behind a dash, so no comment can stand above it
    if column + comment.chars().count() <= WIDTH || out.is_empty() {
        let pad = column - line.chars().count();
        out.push_str(&format!("{line}{}# {comment}\n", " ".repeat(pad)));
    } else {
        for said in wrapped(comment, WIDTH - 8) {
            out.push_str(&format!("# {said}\n"));
        }
        out.push_str(&format!("{line}\n"));
    }
}

/// The words of a text in lines of at most so many characters.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn value_of(value: &Value) -> String {
    match value {
        Value::Line(text) => written(text),
        Value::List(items) => format!(
            "[{}]",
            items.iter().map(|item| written(item)).collect::<Vec<_>>().join(", ")
        ),
        Value::Texts(texts) => {
            let texts: Vec<_> = texts
                .iter()
                .map(|(code, text)| format!("{code}: {}", written(text)))
                .collect();
            format!("{{{}}}", texts.join(", "))
        }
    }
}

/// A value of the type with marks in place of what is to be said.
fn marked(ty: Type) -> String {
    match ty {
        Type::Text => format!("{{en: {MARK}, vi: {MARK}}}"),
        Type::List(item, least) => format!("[{}]", vec![marked(*item); least.max(1)].join(", ")),
        Type::Record(fields) | Type::UnknownOr(fields) => {
            let required = fields.iter().filter(|field| field.required);
            let fields: Vec<_> = required
                .map(|field| format!("{}: {}", field.name, marked(field.ty)))
                .collect();
            format!("{{{}}}", fields.join(", "))
        }
        _ => MARK.to_owned(),
    }
}

/// What is said about a field beside it: its meaning, and the words it accepts.
fn comment(field: &Field) -> String {
    match words(field.ty) {
        [] => field.doc.to_owned(),
        choices => {
            let names: Vec<_> = choices.iter().map(|choice| choice.name).collect();
            format!("{} One of: {}.", field.doc, names.join(", "))
        }
    }
}

const fn words(ty: Type) -> &'static [Choice] {
    match ty {
        Type::Choice(choices) => choices,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;
    use crate::syntax::{parse, read_records};
    use crate::text::FileId;
    use crate::vocab::{KINDS, SECTIONS};

    fn sections() -> impl Iterator<Item = SectionRef> {
        let names = SECTIONS.iter().map(|section| section.name);
        let kinds = KINDS.iter().map(|kind| kind.section);
        names.chain(kinds).map(|name| SectionRef::of(name).unwrap())
    }

    fn file(section: SectionRef, full: bool) -> String {
        let given = Given::default();
        let template = Template::new(section, &given, full);
        match section.name() {
            "case" => {
                let fields = template.fields();
                format!(
                    "case:\n{}",
                    fields.lines().map(|line| format!("  {line}\n")).collect::<String>()
                )
            }
            name => format!("{name}:\n{}", template.item()),
        }
    }

    /// A template reads without any problem but those of its marks, and every mark is told.
    #[test]
    fn every_template_lacks_nothing_but_what_is_marked() {
        for (section, full) in sections().flat_map(|section| [(section, false), (section, true)]) {
            let text = file(section, full);
            let mut out = Vec::new();
            let root = parse(FileId(0), &text, &mut out).unwrap();
            read_records(&root, &mut out);
            assert!(
                out.iter().all(|problem| problem.code == Code::ToBeFilled),
                "{text}\n{out:#?}"
            );
            assert_eq!(out.len(), marks(&text), "{text}\n{out:#?}");
            assert!(!out.is_empty());
        }
    }

    /// The fields in comments are fields too: without the comment signs, the record reads.
    #[test]
    fn what_stands_in_comments_can_be_used() {
        for section in sections() {
            let text = file(section, true);
            let used: String = text
                .lines()
                .map(|line| {
                    let bare = line.trim_start();
                    let is_field = bare.strip_prefix("# ").filter(|rest| {
                        rest.split_once(':')
                            .is_some_and(|(name, _)| section.fields().iter().any(|field| field.name == name))
                    });
                    match is_field {
                        Some(rest) => format!("{}{rest}\n", &line[..line.len() - bare.len()]),
                        None => format!("{line}\n"),
                    }
                })
                .collect();
            let mut out = Vec::new();
            let root = parse(FileId(0), &used, &mut out).unwrap();
            read_records(&root, &mut out);
            assert!(
                out.iter().all(|problem| problem.code == Code::ToBeFilled),
                "{used}\n{out:#?}"
            );
        }
    }

    #[test]
    fn a_relation_with_what_is_known() {
        let mut given = Given::default();
        given.line("id", "investment");
        given.list("investors", vec!["toyota".to_owned()]);
        given.line("company", "tesla");
        let section = SectionRef::of("investments").unwrap();
        insta::assert_snapshot!(Template::new(section, &given, false).item(), @r"
          - id: investment
            investors: [toyota]
            company: tesla
            # announced: 2019-07-22             # When it was signed or made public.
            since: TODO                         # The first day it holds (completion, not signing).
            # until: 2019-07-22                 # The first day it no longer holds; `unknown`: ended, nobody knows when.
            # observed: [2019-07-22]            # Dates at which it was seen to hold, instead of `since`.
            # results_in: first-billion         # The stake that came of it.
            # How far it got; `completed` if not said. One of: completed, agreed, announced, loi, talks, bid, planned,
            # projected, cancelled, terminated.
            # status: completed
            # amount: USD 1bn                   # One amount, with `amount_is`.
            # What `amount` is an amount of. One of: paid, committed, conditional, milestone, round, cap, planned, guarantee,
            # price, stake_value, company_value, damages, fine.
            # amount_is: paid
            # market: cloud-infrastructure      # The market it concerns; required for competitive overlaps.
            # note: some text                   # What it is, one plain sentence.
            sources: [TODO]                     # On whose word; each a source id, or a mapping with `quote` and `locator`.
        ");
    }

    #[test]
    fn marks_in_comments_do_not_count() {
        assert_eq!(marks("a: TODO  # not TODO\n# b: TODO\nc: {en: TODO, vi: TODO}\n"), 3);
    }
}
