//! In which file a source or deal stands: that of the only case or company that names it.

use crate::model::{CaseId, CompanyId, Model, Rows, TableId};

/// A file, by what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    /// That of a case.
    Case(CaseId),
    /// That of a company.
    Company(CompanyId),
    /// One of no case and no company.
    Shared,
}

/// Where sources and deals stand; `None` as long as nothing names one.
#[derive(Debug)]
pub(super) struct Homes {
    sources: Vec<Option<Home>>,
    deals: Vec<Option<Home>>,
}

impl Homes {
    /// Looks at all records. What is named from two files is shared, and so is what it names.
    pub(super) fn of(model: &Model) -> Self {
        let mut homes = Self {
            sources: vec![None; model.sources.len()],
            deals: vec![None; model.deals.len()],
        };
        for table in TableId::ALL {
            if matches!(table, TableId::Sources | TableId::Deals) {
                continue;
            }
            for at in (0..).take(model.count(*table)) {
                homes.name(model, *table, at, home_of(model, *table, at as usize));
            }
        }
        // deals name deals and sources, sources those that they relay: a home that widens is handed on until none does
        let mut widened = true;
        while widened {
            widened = false;
            for (table, count) in [
                (TableId::Deals, model.deals.len()),
                (TableId::Sources, model.sources.len()),
            ] {
                for at in (0..).take(count) {
                    if let Some(home) = *homes.home(table, at).expect("a table with homes") {
                        widened |= homes.name(model, table, at, home);
                    }
                }
            }
        }
        homes
    }

    /// Every source and deal with its home, in the order of the tables.
    pub(super) fn iter(&self) -> impl Iterator<Item = ((TableId, u32), Home)> + '_ {
        let of = |table: TableId, homes: &'_ [Option<Home>]| {
            let homes: Vec<Home> = homes.iter().map(|home| home.unwrap_or(Home::Shared)).collect();
            (0..).zip(homes).map(move |(at, home)| ((table, at), home))
        };
        of(TableId::Sources, &self.sources).chain(of(TableId::Deals, &self.deals))
    }

    fn home(&mut self, table: TableId, at: u32) -> Option<&mut Option<Home>> {
        match table {
            TableId::Sources => self.sources.get_mut(at as usize),
            TableId::Deals => self.deals.get_mut(at as usize),
            _ => None,
        }
    }

    /// Notes from where a record names others; whether that changes where one of them stands.
    fn name(&mut self, model: &Model, table: TableId, at: u32, from: Home) -> bool {
        let mut one = Rows::default();
        one.copy(model, table, at);
        let mut changed = false;
        for (to, target) in one.refs(table, at) {
            let Some(home) = self.home(to, target) else { continue };
            let now = match *home {
                Some(known) if known != from => Home::Shared,
                _ => from,
            };
            changed |= *home != Some(now);
            *home = Some(now);
        }
        changed
    }
}

/// Where a record stands that is no source or deal.
fn home_of(model: &Model, table: TableId, at: usize) -> Home {
    match table {
        TableId::Companies => Home::Company(CompanyId::from(at)),
        TableId::Products => Home::Company(model.products[at].company),
        TableId::Successions => Home::Company(model.successions[at].to),
        TableId::Cases => Home::Case(CaseId::from(at)),
        TableId::Relations => Home::Case(model.relations[at].case),
        TableId::Events => Home::Case(model.events[at].case),
        TableId::Quotes => Home::Case(model.quotes[at].case),
        TableId::Claims => Home::Case(model.claims[at].case),
        TableId::Markets | TableId::Sources | TableId::Deals => Home::Shared,
    }
}
