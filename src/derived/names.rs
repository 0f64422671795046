use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{CompanyId, Model, TableId};
use crate::values::suggest::nearest;
use crate::values::{Text, fold};

/// A name as an index has it: names that anybody takes for the same have the same key, and some others too.
#[must_use]
pub fn name_key(name: &str) -> String {
    // an English plural is no other name
    fold(name).trim_end_matches('s').to_owned()
}

/// The keys of all names that a record is found by: its id, whole and after its case or company, its names and titles.
///
/// A store that has its records by these keys can say what a name may stand for; who is meant is judged by [`Names`] and
/// by requests. Without any where there is no such record.
#[must_use]
pub fn called(model: &Model, table: TableId, at: usize) -> BTreeSet<String> {
    let text = |text: &Text| text.wordings().map(str::to_owned).collect::<Vec<_>>();
    let found: Option<(&str, Vec<String>)> = match table {
        TableId::Companies => model.companies.get(at).map(|one| {
            let symbols = one
                .ids
                .ticker
                .iter()
                .filter_map(|ticker| Some(ticker.split_once(':')?.1));
            (
                one.id.as_str(),
                one.all_names().chain(symbols).map(str::to_owned).collect(),
            )
        }),
        TableId::Products => model
            .products
            .get(at)
            .map(|one| (one.id.as_str(), vec![one.name.to_string()])),
        TableId::Markets => model.markets.get(at).map(|one| {
            let synonyms = one.synonyms.iter().map(|synonym| synonym.name.to_string());
            (one.id.as_str(), text(&one.name).into_iter().chain(synonyms).collect())
        }),
        TableId::Cases => model.cases.get(at).map(|one| (one.id.as_str(), text(&one.title))),
        TableId::Deals => model.deals.get(at).map(|one| (one.id.as_str(), text(&one.title))),
        TableId::Sources => model.sources.get(at).map(|one| (one.id.as_str(), Vec::new())),
        TableId::Relations => model.relations.get(at).map(|one| (one.id.as_str(), Vec::new())),
        TableId::Events => model.events.get(at).map(|one| (one.id.as_str(), Vec::new())),
        TableId::Quotes => model.quotes.get(at).map(|one| (one.id.as_str(), Vec::new())),
        TableId::Claims => model.claims.get(at).map(|one| (one.id.as_str(), Vec::new())),
        TableId::Successions => model.successions.get(at).map(|one| (one.id.as_str(), Vec::new())),
    };
    let Some((id, names)) = found else {
        return BTreeSet::new();
    };
    let local = id.split_once('/').map(|(_, local)| local);
    let ids = [Some(id), id.rsplit('/').next(), local].into_iter().flatten();
    let names = names.iter().map(String::as_str).chain(ids);
    names.map(name_key).filter(|key| !key.is_empty()).collect()
}

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// One company.
    One(CompanyId),
    /// Several, in the order of their ids.
    Many(Vec<CompanyId>),
    /// None; the nearest names with their companies.
    None(Vec<(String, CompanyId)>),
}

/// Companies by every name they bear, whatever its case and diacritics.
#[derive(Debug)]
pub struct Names<'a> {
    model: &'a Model,
    /// Made when first needed: to find a company by its id takes none of it.
    by_name: OnceCell<BTreeMap<String, BTreeSet<CompanyId>>>,
}

impl<'a> Names<'a> {
    /// The names of all companies. The first search for what is no id indexes them; cost: linear in their total length.
    #[must_use]
    pub const fn new(model: &'a Model) -> Self {
        Self {
            model,
            by_name: OnceCell::new(),
        }
    }

    fn by_name(&self) -> &BTreeMap<String, BTreeSet<CompanyId>> {
        self.by_name.get_or_init(|| Self::index(self.model))
    }

    fn index(model: &Model) -> BTreeMap<String, BTreeSet<CompanyId>> {
        let mut by_name: BTreeMap<String, BTreeSet<CompanyId>> = BTreeMap::new();
        for (id, company) in model.companies() {
            for name in company.all_names() {
                by_name.entry(fold(name)).or_default().insert(id);
            }
            // a ticker is found without its exchange too
            for (_, symbol) in company.ids.ticker.iter().filter_map(|ticker| ticker.split_once(':')) {
                by_name.entry(fold(symbol)).or_default().insert(id);
            }
        }
        by_name.remove("");
        by_name
    }

    /// Finds the company called `name`. An id is never ambiguous, however it is written (`Dell` for `dell`).
    #[must_use]
    pub fn find(&self, name: &str) -> Lookup {
        match self.exact(name).as_slice() {
            [] => Lookup::None(self.near(name)),
            [one] => Lookup::One(*one),
            several => Lookup::Many(several.to_vec()),
        }
    }

    /// The companies called `name`, in the order of their ids.
    #[must_use]
    pub fn exact(&self, name: &str) -> Vec<CompanyId> {
        let folded = fold(name);
        if let Some(id) = self.by_id(name).or_else(|| self.by_id(&folded)) {
            return vec![id];
        }
        let found = self.by_name().get(&folded);
        found.map_or_else(Vec::new, |ids| ids.iter().copied().collect())
    }

    /// The company of an id: companies stand in the order of their ids, so that few are looked at.
    fn by_id(&self, id: &str) -> Option<CompanyId> {
        let companies = &self.model.companies;
        let sorted = companies.binary_search_by(|company| company.id.as_str().cmp(id));
        // a model made by hand may stand in any order
        sorted
            .or_else(|| companies.iter().position(|company| company.id == id))
            .map(CompanyId::from)
    }

    fn near(&self, name: &str) -> Vec<(String, CompanyId)> {
        let names = self.by_name().iter();
        let names = names.flat_map(|(name, ids)| ids.iter().map(move |id| (name, *id)));
        let near = nearest(&fold(name), names).into_iter();
        near.map(|id| (self.model[id].label().to_owned(), id)).collect()
    }
}
