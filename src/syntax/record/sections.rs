//! From the tree of a file to its sections and records.

use super::fields::{Reader, is_blank};
use super::owner::Owner;
use super::{CaseOf, FileRecords, SectionRef, SourceRecord, Spanned, Unfinished};
use crate::diagnostics::{Code, Diagnostic, excerpt};
use crate::syntax::tree::{Key, Node, NodeValue};
use crate::text::Span;
use crate::values::suggest::{did_you_mean, joined};
use crate::vocab::{KINDS, SECTIONS};

/// Reads the records of a file and reports every field of them that is missing, unknown or ill-typed.
///
/// What can be read is returned whatever else is wrong. Ids are not resolved.
pub fn read_records(root: &Node, out: &mut Vec<Diagnostic>) -> FileRecords {
    let mut file = FileRecords::default();
    match &root.value {
        NodeValue::Null => {}
        NodeValue::Map(entries) => {
            for (key, node) in entries {
                match SectionRef::of(&key.text) {
                    Some(section) => read_section(section, key, node, &mut file, out),
                    None => out.push(unknown_section(key)),
                }
            }
        }
        NodeValue::Scalar(_) | NodeValue::Seq(_) => out.push(
            Diagnostic::new(
                Code::WrongType,
                format!("the file holds {} where sections belong", root.describe()),
                Span::new(root.span.file, root.span.start, root.span.start),
                "",
            )
            .help("begin with the name of a section and a colon, such as `companies:`"),
        ),
    }
    file
}

fn read_section(section: SectionRef, key: &Key, node: &Node, file: &mut FileRecords, out: &mut Vec<Diagnostic>) {
    if is_blank(node) {
        return;
    }
    file.sections.push((section.name(), key.span));
    if section.name() == "case" {
        return read_case(section, node, file, out);
    }
    let name = section.name();
    match &node.value {
        NodeValue::Seq(items) => {
            for item in items {
                read_record(section, item, file, out);
            }
        }
        NodeValue::Map(_) => {
            out.push(
                Diagnostic::new(
                    Code::WrongType,
                    format!("`{name}` holds a mapping where a list of records belongs"),
                    key.span,
                    "",
                )
                .help("put `- ` before the first field of the record and indent the others by two more spaces"),
            );
            read_record(section, node, file, out);
        }
        _ => out.push(
            Diagnostic::new(
                Code::WrongType,
                format!("`{name}` holds {} where a list of records belongs", node.describe()),
                node.span,
                "",
            )
            .help(example(section)),
        ),
    }
}

fn read_record(section: SectionRef, node: &Node, file: &mut FileRecords, out: &mut Vec<Diagnostic>) {
    let entries = match &node.value {
        NodeValue::Map(entries) => entries,
        _ if is_blank(node) => return,
        _ => {
            let headline = format!("`{}` holds {} where a record belongs", section.name(), node.describe());
            out.push(Diagnostic::new(Code::WrongType, headline, node.span, "").help(example(section)));
            return;
        }
    };
    let id = entries.iter().find(|(key, _)| key.text == "id");
    let span = match (id, entries.first()) {
        (Some((_, id)), _) if id.as_str().is_some() => id.span,
        (_, Some((key, _))) => key.span,
        _ => node.span,
    };
    let noun = section.noun();
    let name = match id.and_then(|(_, id)| id.as_str()) {
        Some(id) => format!("{noun} `{}`", excerpt(id)),
        None => noun,
    };
    let owner = Owner {
        name,
        span,
        section: Some(section),
    };
    let before = out.len();
    let fields = Reader { out }.fields(&owner, &section.fields(), entries);
    let reported = &out[before..];
    // what belongs to a case cannot do without it
    if !reported.is_empty() && section.name() != "case" && reported.iter().all(|found| found.code == Code::ToBeFilled) {
        file.unfinished.push(Unfinished {
            record: file.records.len(),
            places: reported.iter().map(|found| found.primary.span).collect(),
        });
    }
    file.records.push(SourceRecord { section, span, fields });
}

fn read_case(section: SectionRef, node: &Node, file: &mut FileRecords, out: &mut Vec<Diagnostic>) {
    match &node.value {
        NodeValue::Scalar(id) => file.case = Some(CaseOf::Id(Spanned::new(node.span, id.trim().to_owned()))),
        NodeValue::Map(_) => {
            read_record(section, node, file, out);
            let id = file.records.last().and_then(|record| record.fields.id());
            file.case = Some(id.map_or(CaseOf::Unreadable, |id| {
                CaseOf::Id(Spanned::new(id.span, id.value.to_owned()))
            }));
        }
        _ => {
            out.push(
                Diagnostic::new(
                    Code::WrongType,
                    "`case` holds a list where one case belongs",
                    node.span,
                    "",
                )
                .help("write the id of a case, or a mapping with `id`, `title` and `about`; a file has one case"),
            );
            file.case = Some(CaseOf::Unreadable);
        }
    }
}

/// How the first record of a section would look.
fn example(section: SectionRef) -> String {
    let required: Vec<_> = section.fields().into_iter().filter(|field| field.required).collect();
    let names: Vec<&str> = required.iter().map(|field| field.name).collect();
    format!(
        "begin each record with `- {}: ...`; it needs {}",
        names[0],
        joined(&names, "and")
    )
}

fn unknown_section(key: &Key) -> Diagnostic {
    let wanted = key.text.replace([' ', '-'], "_");
    let sections = SECTIONS.iter().map(|section| section.name);
    let all: Vec<&str> = sections.chain(KINDS.iter().map(|kind| kind.section)).collect();
    let singular = KINDS.iter().find(|kind| kind.name == wanted.to_lowercase());
    let diagnostic = Diagnostic::new(
        Code::UnknownSection,
        format!("unknown section `{}`", excerpt(&key.text)),
        key.span,
        "",
    );
    match singular {
        Some(kind) => diagnostic.help(format!("did you mean `{}`?", kind.section)),
        None => diagnostic.help(
            did_you_mean(&wanted, all.iter().copied())
                .unwrap_or_else(|| format!("sections are {}", joined(&all, "and"))),
        ),
    }
}
