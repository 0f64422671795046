use std::collections::BTreeSet;

use super::{Candidate, Found, Subject};
use crate::derived::{Lookup, Names};
use crate::model::{Model, Table};
use crate::values::fold;
use crate::values::suggest::nearest;
use crate::vocab::{KINDS, kind, kind_by_section};

/// Finds what `id` names: an exact id of any sort, else a record's id without its case, else any name.
///
/// `SORT:ID` (`company:stake`) asks for one sort, where an id names several. Cost: linear in the records.
pub(super) fn find(model: &Model, id: &str) -> Found {
    let sort = id
        .split_once(':')
        .filter(|(sort, _)| Subject::SORTS.contains(sort))
        .map(|(sort, rest)| (sort, rest.trim()));
    let (sort, id) = sort.map_or((None, id.trim()), |(sort, rest)| (Some(sort), rest));
    let of_sort = |subject: &Subject| sort.is_none_or(|sort| subject.sort() == sort);
    let all: Vec<Subject> = subjects(model).filter(of_sort).collect();
    let kind = kind(id).or_else(|| kind_by_section(id)).map(Subject::Kind);
    let exact: BTreeSet<Subject> = all
        .iter()
        .copied()
        .filter(|subject| subject.id(model) == id)
        .chain(kind.filter(of_sort))
        .collect();
    let mut rest = [local(model, &all, id), named(model, &all, id)].into_iter();
    let mut found = exact;
    while found.is_empty() {
        match rest.next() {
            Some(next) => found = next,
            None => return Found::None(near(model, &all, id)),
        }
    }
    let mut found = found.into_iter();
    match (found.next(), found.len()) {
        (Some(only), 0) => Found::One(only),
        (first, _) => Found::Many(first.into_iter().chain(found).collect()),
    }
}

/// Every record of a model and every kind.
fn subjects(model: &Model) -> impl Iterator<Item = Subject> {
    fn each<T, I: From<usize>>(table: &Table<T>, subject: fn(I) -> Subject) -> impl Iterator<Item = Subject> {
        (0..table.len()).map(move |at| subject(I::from(at)))
    }
    each(&model.companies, Subject::Company)
        .chain(each(&model.markets, Subject::Market))
        .chain(each(&model.cases, Subject::Case))
        .chain(each(&model.deals, Subject::Deal))
        .chain(each(&model.sources, Subject::Source))
        .chain(each(&model.products, Subject::Product))
        .chain(each(&model.relations, Subject::Relation))
        .chain(each(&model.events, Subject::Event))
        .chain(each(&model.quotes, Subject::Quote))
        .chain(each(&model.claims, Subject::Claim))
        .chain(each(&model.successions, Subject::Succession))
        .chain((0..KINDS.len()).map(Subject::Kind))
}

/// Records whose id after the case, or products whose id after the company, is `id`.
fn local(model: &Model, all: &[Subject], id: &str) -> BTreeSet<Subject> {
    let is_local = |subject: &Subject| subject.id(model).split_once('/').is_some_and(|(_, local)| local == id);
    all.iter().copied().filter(is_local).collect()
}

/// Companies by any name, and other records by their title, whatever case and diacritics.
fn named(model: &Model, all: &[Subject], name: &str) -> BTreeSet<Subject> {
    let wanted = fold(name);
    let mut found = BTreeSet::new();
    if wanted.is_empty() {
        return found;
    }
    let companies = match Names::new(model).find(name, None) {
        Lookup::One(id) => vec![id],
        Lookup::Many(ids) => ids,
        Lookup::None(_) => Vec::new(),
    };
    found.extend(
        companies
            .into_iter()
            .map(Subject::Company)
            .filter(|subject| all.contains(subject)),
    );
    let is_titled = |subject: &Subject| match *subject {
        Subject::Market(id) => model[id].name.wordings().any(|text| fold(text) == wanted),
        Subject::Case(id) => model[id].title.wordings().any(|text| fold(text) == wanted),
        Subject::Deal(id) => model[id].title.wordings().any(|text| fold(text) == wanted),
        Subject::Product(id) => fold(&model[id].name) == wanted,
        Subject::Kind(at) => [KINDS[at].label.en, KINDS[at].label.vi]
            .iter()
            .any(|label| fold(label) == wanted),
        _ => false,
    };
    found.extend(all.iter().copied().filter(is_titled));
    found
}

/// What has the nearest id or is a company with the nearest name.
fn near(model: &Model, all: &[Subject], id: &str) -> Vec<Candidate> {
    let words = all.iter().flat_map(|subject| {
        let names = match *subject {
            Subject::Company(id) => Some(model[id].all_names().map(fold)),
            _ => None,
        };
        let ids = [fold(subject.id(model))].into_iter();
        ids.chain(names.into_iter().flatten()).map(|word| (word, *subject))
    });
    nearest(&fold(id), words)
}
