//! Records with the same id: a mistake in one data directory, an overlay in a later one.

use std::collections::BTreeMap;

use super::decl::{Decl, table_of};
use crate::diagnostics::{Code, Diagnostic};
use crate::syntax::{Raw, SectionRef};
use crate::values::Str;

/// Keeps one record of each id, and reports the others.
pub(super) fn settle<'a>(decls: Vec<Decl<'a>>, out: &mut Vec<Diagnostic>) -> Vec<Decl<'a>> {
    let mut kept: Vec<Option<Decl<'a>>> = Vec::with_capacity(decls.len());
    let mut first: BTreeMap<(u8, Str), usize> = BTreeMap::new();
    for decl in decls {
        let overrides = decl
            .fields
            .get("overrides")
            .filter(|flag| flag.value == Raw::Flag(true));
        let key = (namespace(&decl), decl.id.clone());
        let earlier = first.get(&key).copied();
        match (earlier.and_then(|at| kept[at].as_ref()), overrides) {
            (None, Some(flag)) => {
                out.push(overrides_nothing(&decl, flag.span));
            }
            (None, None) => {}
            (Some(old), Some(_)) if old.layer < decl.layer && table_of(old.section) == table_of(decl.section) => {
                if let Some(at) = earlier {
                    kept[at] = None;
                }
            }
            (Some(old), _) => {
                out.push(duplicate(old, &decl));
                continue;
            }
        }
        first.insert(key, kept.len());
        kept.push(Some(decl));
    }
    kept.into_iter().flatten().collect()
}

/// Ids of one namespace must differ.
fn namespace(decl: &Decl<'_>) -> u8 {
    match decl.section {
        SectionRef::Section(section) if section.name == "sources" => 1,
        _ => 0,
    }
}

fn noun(decl: &Decl<'_>) -> String {
    // a product carries the section of its company
    if decl.id.contains('/') && !decl.section.in_case() {
        "product".to_owned()
    } else {
        decl.section.noun()
    }
}

/// A noun with its article.
fn a(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {noun}")
}

fn overrides_nothing(decl: &Decl<'_>, span: crate::text::Span) -> Diagnostic {
    let (noun, id) = (noun(decl), &decl.id);
    let diagnostic = Diagnostic::new(
        Code::OverridesNothing,
        format!("the {noun} `{id}` overrides nothing: no earlier data directory has it"),
        span,
        "",
    );
    if decl.layer == 0 {
        diagnostic.help("delete `overrides`: it belongs into a data directory that is laid over another")
    } else {
        diagnostic.help("mend the id, or delete `overrides` to add a new record")
    }
}

fn duplicate(old: &Decl<'_>, new: &Decl<'_>) -> Diagnostic {
    let (was, is, id) = (noun(old), noun(new), &new.id);
    let headline = if was == is {
        format!("two records have the id `{id}`: each is {}", a(&is))
    } else {
        format!("two records have the id `{id}`: {} and {}", a(&was), a(&is))
    };
    let diagnostic = Diagnostic::new(Code::DuplicateId, headline, new.span, "declared again here")
        .secondary(old.span, "first declared here");
    if old.layer < new.layer && table_of(old.section) == table_of(new.section) {
        diagnostic.help("add `overrides: true` to replace the whole record, or write another id")
    } else {
        diagnostic.help("write another id for one of them, or delete one")
    }
}
