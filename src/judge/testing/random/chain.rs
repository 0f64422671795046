//! Random data sets as one, each sharing a company with the next, so that there are companies far from each other.

use crate::model::{Model, Rows, TableId};
use crate::values::Str;
use crate::vocab::{SuccessionAs, Words};

/// The company of each data set that is the first company of the next.
const LINK: u32 = 4;
/// More records than a table of a random data set has.
const STRIDE: u32 = 1000;

/// Where a record of one of the data sets stands in all of them.
fn place(link: u32, table: TableId, at: u32) -> u32 {
    if table == TableId::Companies && at == 0 && link > 0 {
        (link - 1) * STRIDE + LINK
    } else {
        link * STRIDE + at
    }
}

/// The data sets as one; ids and names begin with the number of their data set.
pub(crate) fn chain(models: &[Model]) -> Model {
    let mut all = Rows::default();
    for (link, model) in (0..).zip(models) {
        let mut rows = Rows::default();
        for table in TableId::ALL {
            for at in 0..u32::try_from(model.count(*table)).unwrap() {
                rows.copy(model, *table, at);
                rows.visit(*table, at, &mut |table, at| *at = place(link, table, *at));
            }
        }
        macro_rules! add {
            ($($table:ident $id:ident;)+) => {$(
                for (at, mut record) in std::mem::take(&mut rows.$table) {
                    record.id = format!("{link}-{}", record.id).into();
                    all.$table.insert(place(link, TableId::$id, at), record);
                }
            )+};
        }
        if link > 0 {
            let first = rows.companies.remove(&0).unwrap();
            let shared = all.companies.get_mut(&place(link, TableId::Companies, 0)).unwrap();
            shared.products.extend(first.products);
        }
        for company in rows.companies.values_mut() {
            let name = format!("{} {link}", company.name);
            company.name = Str::from(name.as_str());
        }
        for succession in rows.successions.values_mut() {
            let how = link as usize + succession.from.index();
            succession.how = SuccessionAs::ALL[how % SuccessionAs::ALL.len()];
        }
        add! {
            companies Companies;
            products Products;
            markets Markets;
            sources Sources;
            cases Cases;
            deals Deals;
            relations Relations;
            events Events;
            quotes Quotes;
            claims Claims;
            successions Successions;
        }
    }
    all.model()
}
