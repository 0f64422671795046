//! Every declared id, and the place in the model that its record gets.

use std::collections::BTreeMap;

use super::SourceRecords;
use super::decl::{Decl, table_of};
use super::duplicates::settle;
use super::read::{list_of_ids, reference};
use crate::diagnostics::{Code, Diagnostic};
use crate::syntax::{CaseOf, FileRecords, Raw, SectionRef, SourceRecord, Spanned};
use crate::values::Str;
use crate::values::suggest::did_you_mean;
use crate::vocab::{Arity, Kind};

/// The records of one table of the model.
#[derive(Debug, Default)]
pub(super) struct Table<'a> {
    /// In the order of the model.
    pub(super) decls: Vec<Decl<'a>>,
    /// The index in the model; `None` for a record that is left out.
    pub(super) places: Vec<Option<u32>>,
    by_id: BTreeMap<Str, usize>,
}

impl<'a> Table<'a> {
    fn new(decls: Vec<Decl<'a>>, usable: impl Fn(&Decl<'a>) -> bool) -> Self {
        let mut next = 0;
        let places = decls
            .iter()
            .map(|decl| {
                usable(decl).then(|| {
                    next += 1;
                    next - 1
                })
            })
            .collect();
        let by_id = decls
            .iter()
            .enumerate()
            .map(|(at, decl)| (decl.id.clone(), at))
            .collect();
        Self { decls, places, by_id }
    }

    /// The place of an id: `None` if it is not declared, `Some(None)` if its record is left out.
    pub(super) fn find(&self, id: &str) -> Option<Option<u32>> {
        self.by_id.get(id).map(|at| self.places[*at])
    }

    /// The declared ids in alphabetical order.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.by_id.keys().map(Str::as_str)
    }
}

/// Every declared id.
#[derive(Debug, Default)]
pub(super) struct Catalog<'a> {
    pub(super) companies: Table<'a>,
    pub(super) products: Table<'a>,
    pub(super) markets: Table<'a>,
    pub(super) sources: Table<'a>,
    pub(super) cases: Table<'a>,
    pub(super) deals: Table<'a>,
    pub(super) successions: Table<'a>,
    pub(super) relations: Table<'a>,
    pub(super) events: Table<'a>,
    pub(super) quotes: Table<'a>,
    pub(super) claims: Table<'a>,
}

impl<'a> Catalog<'a> {
    /// Collects the ids of all files and reports those that clash or stand in the wrong place.
    pub(super) fn new(files: &'a [SourceRecords], out: &mut Vec<Diagnostic>) -> Self {
        let mut decls = Vec::new();
        for file in files {
            let case = case_of(&file.records, out);
            for record in &file.records.records {
                unlike_file(record, &file.path, file.stem(), out);
                decls.extend(declare(record, case, file.layer));
            }
        }
        let mut decls = settle(decls, out);
        let mut take = |section: &str| -> Vec<Decl<'a>> {
            let (taken, rest) = std::mem::take(&mut decls)
                .into_iter()
                .partition(|decl| table_of(decl.section) == section);
            decls = rest;
            taken
        };
        let all = |_: &Decl<'a>| true;
        let mut catalog = Self {
            companies: Table::new(by_id(take("companies")), all),
            markets: Table::new(by_id(take("markets")), all),
            sources: Table::new(by_id(take("sources")), all),
            cases: Table::new(by_id(take("case")), all),
            deals: Table::new(by_id(take("deals")), all),
            ..Self::default()
        };
        unknown_cases(&catalog.cases, files, out);
        let products = by_id(settle(products(&catalog.companies), out));
        catalog.products = Table::new(products, |decl| product_is_usable(&catalog, decl));
        catalog.successions = Table::new(by_id(take("successions")), |decl| succession_is_usable(&catalog, decl));
        let cased = |catalog: &Self, mut decls: Vec<Decl<'a>>| {
            decls.retain(|decl| catalog.cases.find(decl.owner).is_some());
            decls.sort_by_key(|decl| decl.owner);
            decls
        };
        catalog.relations = Table::new(cased(&catalog, take("relations")), |decl| {
            relation_is_usable(&catalog, decl)
        });
        let with = |needed: &'static [&'static str]| {
            move |decl: &Decl<'a>| needed.iter().all(|name| decl.fields.get(name).is_some())
        };
        catalog.events = Table::new(cased(&catalog, take("events")), with(&["date", "title"]));
        catalog.quotes = Table::new(cased(&catalog, take("quotes")), with(&["speaker", "text"]));
        catalog.claims = Table::new(cased(&catalog, take("claims")), with(&["text"]));
        catalog
    }
}

impl Catalog<'_> {
    /// The places of a company's products; they stand together, sorted by `company/product`.
    pub(super) fn products_of(&self, company: &str) -> impl Iterator<Item = u32> {
        let prefix = format!("{company}/");
        let first = self.products.decls.partition_point(|product| *product.id < *prefix);
        let own = self.products.decls[first..]
            .iter()
            .take_while(move |product| product.id.starts_with(&prefix));
        own.zip(&self.products.places[first..]).filter_map(|(_, place)| *place)
    }
}

fn by_id(mut decls: Vec<Decl<'_>>) -> Vec<Decl<'_>> {
    decls.sort_by(|a, b| a.id.cmp(&b.id));
    decls
}

fn declare<'a>(record: &'a SourceRecord, case: Option<&'a str>, layer: u16) -> Option<Decl<'a>> {
    let id = record.fields.id()?;
    let owner = if record.section.in_case() { case? } else { "" };
    let id = if owner.is_empty() {
        id.value.into()
    } else {
        format!("{owner}/{}", id.value).into()
    };
    Some(Decl {
        section: record.section,
        id,
        owner,
        layer,
        span: record.span,
        fields: &record.fields,
    })
}

/// The id of the case of a file; reports a file that needs one and has none.
fn case_of<'a>(records: &'a FileRecords, out: &mut Vec<Diagnostic>) -> Option<&'a str> {
    match &records.case {
        Some(CaseOf::Id(id)) => Some(&id.value),
        Some(CaseOf::Unreadable) => None,
        None => {
            let needs = |name: &str| SectionRef::of(name).is_some_and(SectionRef::in_case);
            if let Some((name, span)) = records.sections.iter().find(|(name, _)| needs(name)) {
                let headline = format!("the file has `{name}` and does not say to which case they belong");
                out.push(
                    Diagnostic::new(Code::MissingCase, headline, *span, "")
                        .help("add `case: some-id` at the top to add to a case, or a mapping with `id`, `title` and `about` to tell a new one"),
                );
            }
            None
        }
    }
}

fn unknown_cases(cases: &Table<'_>, files: &[SourceRecords], out: &mut Vec<Diagnostic>) {
    for file in files {
        let Some(CaseOf::Id(Spanned { span, value: id })) = &file.records.case else {
            continue;
        };
        if cases.find(id).is_none() {
            let help = did_you_mean(id, cases.ids()).unwrap_or_else(|| {
                "a case is told once, by a mapping: `case: {id: ..., title: ..., about: [...]}`".to_owned()
            });
            out.push(Diagnostic::new(Code::UnknownCase, format!("unknown case `{id}`"), *span, "").help(help));
        }
    }
}

/// Reports a case or company whose id is not the name of its file.
fn unlike_file(record: &SourceRecord, relative: &str, stem: &str, out: &mut Vec<Diagnostic>) {
    let folder = match table_of(record.section) {
        "companies" => "companies",
        "case" => "cases",
        _ => return,
    };
    let mut folders = relative.split('/').rev().skip(1);
    let Some(id) = record.fields.id() else { return };
    if folders.any(|name| name == folder) && id.value != stem {
        let noun = record.section.noun();
        let headline = format!("the {noun} `{}` stands in a file called `{stem}`", id.value);
        out.push(
            Diagnostic::new(Code::IdUnlikeFile, headline, id.span, "")
                .help(format!("below `{folder}/` each file holds one {noun}, named after its id: rename the file to `{}.yaml`, or mend the id", id.value)),
        );
    }
}

/// The products of all companies.
fn products<'a>(companies: &Table<'a>) -> Vec<Decl<'a>> {
    let mut found = Vec::new();
    for company in &companies.decls {
        let Some(Raw::List(items)) = company.fields.get("products").map(|list| &list.value) else {
            continue;
        };
        for item in items {
            let Raw::Record(fields) = &item.value else { continue };
            let Some(id) = fields.id() else { continue };
            // the company's own id outlives the table, its key there does not
            let owner = company.fields.id().map_or("", |id| id.value);
            found.push(Decl {
                section: company.section,
                id: format!("{owner}/{}", id.value).into(),
                owner,
                layer: company.layer,
                span: id.span,
                fields,
            });
        }
    }
    found
}

fn product_is_usable(catalog: &Catalog<'_>, decl: &Decl<'_>) -> bool {
    reference(decl.fields, "market").is_some_and(|market| catalog.markets.find(market.value).is_some())
}

fn succession_is_usable(catalog: &Catalog<'_>, decl: &Decl<'_>) -> bool {
    let company = |name| reference(decl.fields, name).is_some_and(|id| catalog.companies.find(id.value).is_some());
    company("from") && company("to") && ["as", "since"].iter().all(|name| decl.fields.get(name).is_some())
}

/// Whether every role of a relation that must have companies has some that are declared.
fn relation_is_usable(catalog: &Catalog<'_>, decl: &Decl<'_>) -> bool {
    let Some(kind) = decl.section.kind() else { return false };
    let known = |name: &str| {
        let ids = list_of_ids(decl.fields, name);
        ids.iter()
            .filter(|id| catalog.companies.find(id.value).is_some())
            .count()
    };
    if has_groups(kind) && decl.fields.get("groups").is_some() && !decl.fields.has("parties") {
        return known("groups") >= 2;
    }
    kind.roles.iter().all(|role| match role.arity {
        Arity::One => !role.required || known(role.name) == 1,
        Arity::Many(least) => !(role.required || has_groups(kind)) || known(role.name) >= least,
    })
}

/// Whether the parties of a kind may be written as groups.
pub(super) fn has_groups(kind: &Kind) -> bool {
    kind.fields.iter().any(|field| field.name == "groups")
}
