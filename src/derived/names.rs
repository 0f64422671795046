use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Company, CompanyId, Model, Product, ProductId, TableId};
use crate::values::suggest::nearest;
use crate::values::{Holds, Interval, PartialDate, Text, core_of_name, fold, overlap};

/// A name as an index has it: names that anybody takes for the same have the same key, and some others too.
#[must_use]
pub fn name_key(name: &str) -> String {
    let folded = fold(name);
    if folded.is_empty() {
        // signs only: they are told apart by themselves
        return name.trim().to_lowercase();
    }
    // an English plural is no other name
    match folded.trim_end_matches('s') {
        "" => folded,
        singular => singular.to_owned(),
    }
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
            // a company is found without the legal form of its name too
            let names = names(one).flat_map(|(name, _)| [name.to_owned(), core_of_name(name)]);
            (one.id.as_str(), names.collect())
        }),
        TableId::Products => model.products.get(at).map(|one| {
            let names = product_names(model, one);
            (one.id.as_str(), names.to_vec())
        }),
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

/// A name of a company, and when it bore it.
#[derive(Clone, Debug)]
struct Bearer<'a> {
    company: CompanyId,
    name: &'a str,
    time: Interval,
}

/// Bearers by a form of their names.
type Index<'a> = BTreeMap<String, Vec<Bearer<'a>>>;

/// Companies by every name they bear or bore.
///
/// A name is looked for in steps, and the first that finds anybody decides: as an id; letter by letter; whatever its case;
/// whatever its diacritics and punctuation; without its legal form. Where a step finds several, those remain that bore the
/// name at the asked time, if anybody did: nothing is guessed.
#[derive(Debug)]
pub struct Names<'a> {
    model: &'a Model,
    /// Made when first needed: to find a company by its id takes none of it.
    by_name: OnceCell<Index<'a>>,
    by_core: OnceCell<Index<'a>>,
}

impl<'a> Names<'a> {
    /// The names of all companies. The first search for what is no id indexes them; cost: linear in their total length.
    #[must_use]
    pub const fn new(model: &'a Model) -> Self {
        Self {
            model,
            by_name: OnceCell::new(),
            by_core: OnceCell::new(),
        }
    }

    /// Finds the company called `name` at a time; at any where none is asked about.
    #[must_use]
    pub fn find(&self, name: &str, asked: Option<Interval>) -> Lookup {
        match self.called(name, asked).as_slice() {
            [] => Lookup::None(self.near(name)),
            [one] => Lookup::One(*one),
            several => Lookup::Many(several.to_vec()),
        }
    }

    /// The companies called `name` at a time, in the order of their ids; at any time where none is asked about.
    #[must_use]
    pub fn called(&self, name: &str, asked: Option<Interval>) -> Vec<CompanyId> {
        let name = name.trim();
        if let Some(id) = self.by_id(name) {
            return vec![id];
        }
        let folded = fold(name);
        let alike = self.by_name().get(&folded).map_or(&[][..], Vec::as_slice);
        let lower = name.to_lowercase();
        let step = |is_it: &dyn Fn(&str) -> bool| alike.iter().filter(|bearer| is_it(bearer.name)).collect::<Vec<_>>();
        let mut found = step(&|other| other == name);
        if found.is_empty() {
            found = step(&|other| other.to_lowercase() == lower);
        }
        if found.is_empty() {
            found = step(&|_| !folded.is_empty());
        }
        let core = core_of_name(name);
        if found.is_empty() && !core.is_empty() {
            found = self.by_core().get(&core).into_iter().flatten().collect();
        }
        settled(&found, asked)
    }

    /// The products called `name`, whatever its case, diacritics and punctuation; where there is none, with or without the name
    /// of the company before it.
    #[must_use]
    pub fn products(&self, name: &str) -> Vec<ProductId> {
        let wanted = fold(name);
        if wanted.is_empty() {
            return Vec::new();
        }
        let all = || 0..self.model.products.len();
        let is_called = |at: &usize| fold(&self.model.products[*at].name) == wanted;
        let mut found: Vec<usize> = all().filter(is_called).collect();
        if found.is_empty() {
            let bears = |at: &usize| product_names(self.model, &self.model.products[*at]).contains(&wanted);
            found = all().filter(bears).collect();
        }
        found.into_iter().map(ProductId::from).collect()
    }

    fn by_name(&self) -> &Index<'a> {
        self.by_name.get_or_init(|| self.index(fold))
    }

    fn by_core(&self) -> &Index<'a> {
        self.by_core.get_or_init(|| self.index(core_of_name))
    }

    fn index(&self, form: fn(&str) -> String) -> Index<'a> {
        let mut index = Index::new();
        let model: &'a Model = self.model;
        for (company, record) in model.companies() {
            for (name, time) in names(record) {
                index
                    .entry(form(name))
                    .or_default()
                    .push(Bearer { company, name, time });
            }
        }
        index
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
        let names = names.flat_map(|(name, bearers)| bearers.iter().map(move |bearer| (name, bearer.company)));
        let near = nearest(&fold(name), names.filter(|(name, _)| !name.is_empty())).into_iter();
        near.map(|id| (self.model[id].label().to_owned(), id)).collect()
    }
}

/// The names of a product, folded: its own, without that of its company before it, and with it.
fn product_names(model: &Model, product: &Product) -> [String; 3] {
    let own = fold(&product.name);
    let maker = fold(model[product.company].label());
    let bare = own.strip_prefix(&maker).and_then(|rest| rest.strip_prefix(' '));
    let bare = bare.unwrap_or(&own).to_owned();
    let whole = format!("{maker} {bare}");
    [own, bare, whole]
}

/// The names a company is found by, each with the time in which it bore it.
fn names(company: &Company) -> impl Iterator<Item = (&str, Interval)> {
    let life = Interval::between(company.founded, company.dissolved).unwrap_or(Interval::ALWAYS);
    let renamed = company
        .names
        .iter()
        .filter_map(|former| former.until)
        .max_by_key(|date| date.last());
    let present = renamed
        .and_then(|date: PartialDate| Interval::from_dates(date, company.dissolved))
        .unwrap_or(life);
    // a ticker is found without its exchange too
    let symbols = company.ids.ticker.iter().filter_map(|ticker| ticker.split_once(':'));
    let others = [company.id.as_str()].into_iter();
    let others = others.chain(company.aliases.iter().map(|alias| &**alias));
    let others = others.chain(company.ids.ticker.iter().map(|ticker| &**ticker));
    let others = others.chain(symbols.map(|(_, symbol)| symbol));
    let current = [Some(company.name.as_str()), company.short.as_deref()];
    let former = company.names.iter().map(move |former| {
        let time = Interval::between(former.since, former.until);
        (former.name.as_str(), time.unwrap_or(life))
    });
    let present = current.into_iter().flatten().map(move |name| (name, present));
    others.map(move |name| (name, life)).chain(present).chain(former)
}

/// The companies of some bearers of one name: those that bore it at the asked time, where anybody did.
fn settled(bearers: &[&Bearer<'_>], asked: Option<Interval>) -> Vec<CompanyId> {
    let companies = |on: Option<Interval>| -> BTreeSet<CompanyId> {
        let at = |bearer: &&&Bearer<'_>| on.is_none_or(|on| overlap(&[bearer.time, on]) != Holds::No);
        bearers.iter().filter(at).map(|bearer| bearer.company).collect()
    };
    let all = companies(None);
    let then = if all.len() > 1 {
        companies(asked)
    } else {
        BTreeSet::new()
    };
    let found = if then.is_empty() { all } else { then };
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::testing::{Data, date};
    use crate::model::FormerName;

    fn data(companies: &[(&str, &str)]) -> Data {
        let mut data = Data::new();
        for (id, name) in companies {
            let id = data.company(id);
            data.model.companies[id.index()].name = (*name).into();
        }
        data
    }

    fn found(data: &Data, name: &str, at: Option<&str>) -> String {
        let on = at.map(date).map(|date| Interval::window(date.first(), date.last()));
        let ids = |ids: &[CompanyId]| {
            ids.iter()
                .map(|id| data.model[*id].id.to_string())
                .collect::<Vec<_>>()
                .join(" ")
        };
        match Names::new(&data.model).find(name, on) {
            Lookup::One(id) => ids(&[id]),
            Lookup::Many(several) => format!("? {}", ids(&several)),
            Lookup::None(near) => format!("- {}", ids(&near.iter().map(|(_, id)| *id).collect::<Vec<_>>())),
        }
    }

    #[test]
    fn the_first_step_that_finds_anybody_decides() {
        let data = data(&[
            ("mobly", "Mob.ly"),
            ("mobly-2", "Mobly"),
            ("dc", "David Cohen"),
            ("dc-2", "david cohen"),
            ("asked", "????"),
            ("google", "Google"),
            ("nestle", "Nestlé S.A."),
            ("nestle-2", "Nestle Toys"),
        ]);
        for (name, expected) in [
            ("mobly", "mobly"),
            ("Mobly", "mobly-2"),
            ("Mob.ly", "mobly"),
            (" mob.LY", "mobly"),
            ("MOBLY", "? mobly mobly-2"),
            ("David Cohen", "dc"),
            ("david cohen", "dc-2"),
            ("DAVID COHEN", "? dc dc-2"),
            ("????", "asked"),
            ("???", "- "),
            ("Google Inc.", "google"),
            ("nestle", "nestle"),
            ("NESTLE SA", "nestle"),
            ("Nestlé Toys Ltd", "nestle-2"),
            ("Inc.", "- "),
            ("", "- "),
            ("Gogle", "- google"),
        ] {
            assert_eq!(found(&data, name, None), expected, "{name}");
        }
    }

    #[test]
    fn a_product_is_found_with_and_without_its_company() {
        let mut data = data(&[("microsoft", "Microsoft"), ("google", "Google")]);
        data.market("any", "any".into(), None);
        for (company, name) in [
            ("microsoft", "Microsoft Azure"),
            ("microsoft", "Surface"),
            ("google", "Surface Tension"),
        ] {
            let id = data.product(company, "any", "");
            data.model.products[id.index()].name = name.into();
        }
        let names = Names::new(&data.model);
        let called = |name: &str| {
            names
                .products(name)
                .into_iter()
                .map(|id| &*data.model[id].name)
                .collect::<Vec<_>>()
        };
        for name in ["Azure", "azure", "Microsoft Azure", "MICROSOFT AZURE"] {
            assert_eq!(called(name), ["Microsoft Azure"], "{name}");
        }
        assert_eq!(called("Surface"), ["Surface"]);
        assert_eq!(called("Microsoft Surface"), ["Surface"]);
        assert_eq!(called("Microsoft"), [""; 0]);
        assert_eq!(called("Google Azure"), [""; 0]);
    }

    #[test]
    fn who_bore_a_name_at_the_asked_time_bears_it() {
        let mut data = data(&[("x", "Exia Ltd"), ("y", "Accent Ltd"), ("z", "Zeta")]);
        let former = |name: &str, since: &str, until: &str| FormerName {
            name: name.into(),
            since: Some(date(since)),
            until: Some(date(until)),
        };
        data.model.companies[0].names = vec![
            former("Anders Consulting", "1989", "2001-01-01"),
            former("Accent Ltd", "2001-01-01", "2010-05-01"),
        ];
        data.model.companies[1].founded = Some(date("2015"));
        for (name, at, expected) in [
            ("Accent Ltd", Some("2005"), "x"),
            ("accent", Some("2005"), "x"),
            ("Accent Ltd", Some("2020"), "y"),
            ("Accent Ltd", Some("2012"), "? x y"),
            ("Accent Ltd", None, "? x y"),
            // a name that one company alone ever bore is its name whenever it is asked about
            ("Anders Consulting", Some("2020"), "x"),
            ("Exia", Some("1995"), "x"),
        ] {
            assert_eq!(found(&data, name, at), expected, "{name} {at:?}");
        }
    }
}
