//! From what a person typed to a company, market, case, deal or relation.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::error::{AskError, Candidate, Sort};
use crate::derived::{Identity, Knowledge, Lookup, Names, name_key};
use crate::model::{CaseId, CompanyId, DealId, MarketId, Model, RelationId, TableId};
use crate::values::suggest::nearest;
use crate::values::{Holds, Interval, core_of_name, fold, overlap};

/// Finds what the names of a request stand for, and puts ids in their place.
///
/// It remembers the time that is asked about, as a name may have had several bearers, and what it read in another way than
/// as a name, for the answer to say.
#[derive(Debug)]
pub struct Resolver<'m> {
    model: &'m Model,
    names: Names<'m>,
    identity: OnceCell<Identity>,
    asked: Cell<Option<Interval>>,
    read: RefCell<Vec<ReadAs>>,
    meant: RefCell<Vec<CompanyId>>,
    looked_up: RefCell<LookedUp>,
}

/// What was looked up by name: what an answer rests on before it rests on anything else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LookedUp {
    /// Names as [`name_key`] makes them alike, each with the table of what it should stand for.
    pub called: BTreeSet<(TableId, String)>,
    /// Tables of which every name was compared with one that nothing bears.
    pub all: BTreeSet<TableId>,
}

/// A product that was typed where a company was wanted, and stands for the company that offers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReadAs {
    /// What was typed.
    pub name: String,
    /// The id of the company.
    pub company: String,
    /// What answers call it.
    pub label: String,
}

impl<'m> Resolver<'m> {
    /// The names of a data set.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        Self {
            model,
            names: Names::new(model),
            identity: OnceCell::new(),
            asked: Cell::new(None),
            read: RefCell::new(Vec::new()),
            meant: RefCell::new(Vec::new()),
            looked_up: RefCell::default(),
        }
    }

    /// What was looked up so far.
    #[must_use]
    pub fn looked_up(&self) -> LookedUp {
        self.looked_up.borrow().clone()
    }

    /// Notes that records of a table are looked up by a name.
    fn look_up(&self, table: TableId, name: &str) {
        let key = name_key(name);
        if !key.is_empty() {
            self.looked_up.borrow_mut().called.insert((table, key));
        }
    }

    /// Notes that companies are looked up by a name, whole and without its legal form.
    fn look_up_company(&self, name: &str) {
        self.look_up(TableId::Companies, name);
        self.look_up(TableId::Companies, &core_of_name(name));
    }

    /// Notes that every name of a table is looked at.
    fn look_at_all(&self, table: TableId) {
        self.looked_up.borrow_mut().all.insert(table);
    }

    /// Notes that every name of every table is looked at.
    pub fn look_at_everything(&self) {
        TableId::ALL.iter().for_each(|table| self.look_at_all(*table));
    }

    /// Notes that records of every table are looked up by a name.
    pub fn look_everywhere(&self, name: &str) {
        TableId::ALL.iter().for_each(|table| self.look_up(*table, name));
        self.look_up_company(name);
    }

    /// Sets the time that is asked about: of several bearers of a name, those that bore it then are meant.
    pub fn about(&self, time: Interval) {
        self.asked.set(Some(time));
    }

    /// What was read as the company of a product, in the order of reading, each once.
    #[must_use]
    pub fn read_as(&self) -> Vec<ReadAs> {
        self.read.borrow().clone()
    }

    /// The model.
    #[must_use]
    pub const fn model(&self) -> &'m Model {
        self.model
    }

    /// A company by any of its names, or by the name of a product that only one company offered at the asked time.
    ///
    /// # Errors
    /// When none or several are called so.
    pub fn company(&self, name: &mut String) -> Result<CompanyId, AskError> {
        let candidate = |id: CompanyId, label: &str| Candidate {
            id: self.model[id].id.to_string(),
            label: label.to_owned(),
        };
        let ambiguous = |ids: &[CompanyId]| AskError::Ambiguous {
            sort: Sort::Company,
            name: name.clone(),
            candidates: ids.iter().map(|id| candidate(*id, &self.model[*id].name)).collect(),
        };
        self.look_up_company(name);
        let found = match self.names.find(name, self.asked.get()) {
            Lookup::One(id) => self.identity().root(id),
            Lookup::Many(ids) => match self.roots(&ids).as_slice() {
                [one] => *one,
                several => return Err(ambiguous(several)),
            },
            Lookup::None(near) => match self.offering(name).as_slice() {
                [] => {
                    self.look_at_all(TableId::Companies);
                    return Err(AskError::Unknown {
                        sort: Sort::Company,
                        name: name.clone(),
                        near: near.iter().map(|(label, id)| candidate(*id, label)).collect(),
                    });
                }
                [one] => {
                    let read = ReadAs {
                        name: name.clone(),
                        company: self.model[*one].id.to_string(),
                        label: self.model[*one].label().to_owned(),
                    };
                    let mut all = self.read.borrow_mut();
                    if !all.contains(&read) {
                        all.push(read);
                    }
                    *one
                }
                several => return Err(ambiguous(several)),
            },
        };
        *name = self.model[found].id.to_string();
        let mut meant = self.meant.borrow_mut();
        if !meant.contains(&found) {
            meant.push(found);
        }
        Ok(found)
    }

    /// The companies that names stood for, in the order of reading, each once.
    #[must_use]
    pub fn meant(&self) -> Vec<CompanyId> {
        self.meant.borrow().clone()
    }

    /// Which records are about one company.
    fn identity(&self) -> &Identity {
        self.identity.get_or_init(|| Identity::of(self.model, Knowledge::ALL))
    }

    /// The records that stand for some companies, each once.
    fn roots(&self, companies: &[CompanyId]) -> Vec<CompanyId> {
        let roots: BTreeSet<CompanyId> = companies.iter().map(|id| self.identity().root(*id)).collect();
        roots.into_iter().collect()
    }

    /// The companies that offered a product of this name: at the asked time, or at any where none did then.
    fn offering(&self, name: &str) -> Vec<CompanyId> {
        self.look_up(TableId::Products, name);
        let products = self.names.products(name);
        let companies = |asked: Option<Interval>| -> BTreeSet<CompanyId> {
            let products = products.iter().map(|id| &self.model[*id]);
            let then = products.filter(|product| {
                let time = product.interval().unwrap_or(Interval::ALWAYS);
                asked.is_none_or(|asked| overlap(&[time, asked]) != Holds::No)
            });
            then.map(|product| self.identity().root(product.company)).collect()
        };
        let then = companies(self.asked.get());
        let found = if then.is_empty() { companies(None) } else { then };
        found.into_iter().collect()
    }

    /// A company that need not be named.
    ///
    /// # Errors
    /// As [`Resolver::company`].
    pub fn company_if_any(&self, name: &mut Option<String>) -> Result<Option<CompanyId>, AskError> {
        name.as_mut().map(|name| self.company(name)).transpose()
    }

    /// Whether a company bears this name, or bore it.
    #[must_use]
    pub fn is_company(&self, name: &str) -> bool {
        self.look_up_company(name);
        !self.names.called(name, None).is_empty()
    }

    /// Two companies that are not the same one.
    ///
    /// # Errors
    /// As [`Resolver::company`], and when both are one.
    pub fn pair(&self, a: &mut String, b: &mut String) -> Result<(CompanyId, CompanyId), AskError> {
        // both, so that whoever hands over what was looked up does it at once
        self.look_up_company(b);
        let typed = (a.clone(), b.clone());
        let (first, second) = (self.company(a)?, self.company(b)?);
        if first == second {
            return Err(AskError::OneCompany {
                a: typed.0,
                b: typed.1,
                label: self.model[first].label().to_owned(),
            });
        }
        Ok((first, second))
    }

    /// A market by its id, name or synonym, in the singular or plural.
    ///
    /// # Errors
    /// When none or several are called so.
    pub fn market(&self, name: &mut String) -> Result<MarketId, AskError> {
        let of = |at: usize| {
            let market = &self.model.markets[at];
            let synonyms = market.synonyms.iter().map(|synonym| synonym.name.as_str());
            let names = market.name.wordings().chain(synonyms).chain([market.id.as_str()]);
            (market.id.as_str(), names.map(name_key).collect())
        };
        self.look_up(TableId::Markets, name);
        self.named(Sort::Market, name, self.model.markets.len(), &name_key(name), &of)
    }

    /// A case by its id or title.
    ///
    /// # Errors
    /// When none or several are called so.
    pub fn case(&self, name: &mut String) -> Result<CaseId, AskError> {
        let of = |at: usize| {
            let case = &self.model.cases[at];
            let names = case.title.wordings().chain([case.id.as_str()]);
            (case.id.as_str(), names.map(fold).collect())
        };
        self.look_up(TableId::Cases, name);
        self.named(Sort::Case, name, self.model.cases.len(), &fold(name), &of)
    }

    /// The case of this very id.
    #[must_use]
    pub fn case_of_id(&self, id: &str) -> Option<CaseId> {
        self.look_up(TableId::Cases, id);
        self.model.cases.iter().position(|case| case.id == id).map(CaseId::from)
    }

    /// A deal by its id, its title in any language, or a part of the title that no other deal has.
    ///
    /// # Errors
    /// When none or several are called so.
    pub fn deal(&self, name: &mut String) -> Result<DealId, AskError> {
        let wanted = fold(name);
        let titles = |at: usize| -> Vec<String> {
            let deal = &self.model.deals[at];
            let titles = deal.title.wordings().chain([deal.id.as_str()]);
            titles.map(fold).collect()
        };
        let of = |at: usize| (self.model.deals[at].id.as_str(), titles(at));
        let all = || 0..self.model.deals.len();
        let has_part = |at: &usize| titles(*at).iter().any(|title| title.contains(&wanted));
        let parts: Vec<usize> = all().filter(has_part).collect();
        self.look_up(TableId::Deals, name);
        let whole = all().any(|at| self.model.deals[at].id == *name || titles(at).contains(&wanted));
        if !whole {
            self.look_at_all(TableId::Deals);
        }
        if whole || wanted.is_empty() || parts.is_empty() {
            return self.named(Sort::Deal, name, self.model.deals.len(), &wanted, &of);
        }
        self.one(Sort::Deal, name, &parts, &|at| &self.model.deals[at].id)
    }

    /// A relation by its id, `case/id`; the case may be left out where only one relation has the rest.
    ///
    /// # Errors
    /// When none or several have it.
    pub fn relation(&self, id: &mut String) -> Result<RelationId, AskError> {
        self.look_up(TableId::Relations, id);
        let relations = &self.model.relations;
        if let Some(at) = relations.iter().position(|relation| relation.id == *id) {
            return Ok(RelationId::from(at));
        }
        let local = |full: &str| full.rsplit('/').next().is_some_and(|local| local == id);
        let found: Vec<usize> = (0..relations.len()).filter(|at| local(&relations[*at].id)).collect();
        if found.is_empty() {
            self.look_at_all(TableId::Relations);
            let ids = relations.iter().map(|relation| (&relation.id, relation.id.to_string()));
            return Err(unknown(Sort::Relation, id, nearest(id, ids)));
        }
        self.one(Sort::Relation, id, &found, &|at| &relations[at].id)
    }

    /// A record of a small table by its id, or else by a name folded as `wanted` is.
    fn named<'n, I: From<usize>>(
        &self,
        sort: Sort,
        name: &mut String,
        records: usize,
        wanted: &str,
        of: &dyn Fn(usize) -> (&'n str, Vec<String>),
    ) -> Result<I, AskError> {
        if let Some(at) = (0..records).find(|at| of(*at).0 == name) {
            return Ok(I::from(at));
        }
        let called = |at: &usize| {
            let (_, names) = of(*at);
            !wanted.is_empty() && names.iter().any(|name| name == wanted)
        };
        let found: Vec<usize> = (0..records).filter(called).collect();
        if found.is_empty() {
            self.look_at_all(sort.table());
            let words = (0..records).flat_map(|at| {
                let (id, names) = of(at);
                names.into_iter().map(move |word| (word, id.to_owned()))
            });
            return Err(unknown(sort, name, nearest(wanted, words)));
        }
        self.one(sort, name, &found, &|at| of(at).0)
    }

    /// The only one of some records, at least one.
    fn one<'n, I: From<usize>>(
        &self,
        sort: Sort,
        name: &mut String,
        found: &[usize],
        id: &dyn Fn(usize) -> &'n str,
    ) -> Result<I, AskError> {
        match found {
            [one] => {
                id(*one).clone_into(name);
                Ok(I::from(*one))
            }
            several => Err(AskError::Ambiguous {
                sort,
                name: name.clone(),
                candidates: several.iter().map(|at| bare(id(*at).to_owned())).collect(),
            }),
        }
    }
}

fn unknown(sort: Sort, name: &str, near: Vec<String>) -> AskError {
    AskError::Unknown {
        sort,
        name: name.to_owned(),
        near: near.into_iter().map(bare).collect(),
    }
}

/// A record that is called by its id.
fn bare(id: String) -> Candidate {
    Candidate { label: id.clone(), id }
}
