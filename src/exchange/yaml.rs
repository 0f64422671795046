//! A data directory of YAML files: the whole of the data, or a part that can be asked and gone on with.

use std::io::{self, Write};

use super::{Directory, Losses, Selection};
use crate::dataset::Dataset;
use crate::derived::Knowledge;
use crate::model::{Model, Rows, TableId};
use crate::store::{Shelf, gather_records, write_files};

/// Writes what was selected of a data set as a data directory. A part of it holds the selected relations, the events, quotes
/// and claims of their cases, the products of their parties, and all that decides how these stand: what they refer to, what
/// disputes or replaces them, who the parties belonged to. So what is asked of a selected relation has the same answer.
///
/// Cost: linear in the records, of a part times `log n`.
///
/// # Errors
/// When something cannot be written, and for a selection of what was known at some day: a file says what is recorded.
pub fn write_data(dataset: &Dataset, selection: &Selection<'_>, into: &mut dyn Directory) -> io::Result<Losses> {
    if selection.known() != Knowledge::ALL {
        return Err(io::Error::new(
            io::ErrorKind::Unsupported,
            "data files hold what is recorded, not what was known at a date; leave out --known-at, and ask the written data with it",
        ));
    }
    let mut losses = Losses::default();
    if selection.is_whole() {
        write_model(selection.model(), into)?;
        return Ok(losses);
    }
    let shelf = Shelf::new(dataset.clone());
    let rows = gather_records(&shelf, chosen(selection)).map_err(io::Error::other)?;
    cut(selection.model(), &rows, &mut losses);
    let mut part = rows.model();
    for at in 0..part.cases.len() {
        // a step that shows nothing more tells nothing
        part.cases[at].story.retain(|step| !step.show.is_empty());
    }
    write_model(&part, into)?;
    Ok(losses)
}

fn write_model(model: &Model, into: &mut dyn Directory) -> io::Result<()> {
    write_files(model, |path, text| {
        let mut file = into.file(path)?;
        file.write_all(text.as_bytes())?;
        file.flush()
    })
}

/// The positions of what was selected.
fn chosen(selection: &Selection<'_>) -> Vec<(TableId, u32)> {
    let model = selection.model();
    let mut found: Vec<(TableId, u32)> = selection
        .relations
        .iter()
        .map(|chosen| (TableId::Relations, chosen.relation.0))
        .collect();
    macro_rules! of_cases {
        ($($table:ident $id:ident)+) => {$(
            let all = (0..).zip(&model.$table).filter(|(_, one)| selection.has_case(one.case));
            found.extend(all.map(|(at, _)| (TableId::$id, at)));
        )+};
    }
    of_cases! { events Events quotes Quotes claims Claims }
    for company in selection.companies() {
        found.extend(model[company].products.iter().map(|id| (TableId::Products, id.0)));
    }
    found
}

/// Notes what cases and companies name that is not in a part.
fn cut(model: &Model, rows: &Rows, losses: &mut Losses) {
    for case in rows.cases.keys().map(|at| &model.cases[*at as usize]) {
        let included = case.includes.iter().filter(|id| !rows.has(TableId::Relations, id.0));
        for _ in included {
            losses.note(
                "relations that a case includes and that were not asked for",
                &case.id,
                "includes",
            );
        }
        let shown = case.story.iter().flat_map(|step| &step.show);
        for _ in shown.filter(|id| !rows.has(id.place().0, id.place().1)) {
            losses.note(
                "records that a story shows and that were not asked for",
                &case.id,
                "story",
            );
        }
    }
    for company in rows.companies.keys().map(|at| &model.companies[*at as usize]) {
        for _ in company.products.iter().filter(|id| !rows.has(TableId::Products, id.0)) {
            losses.note(
                "products of companies that are no party of what was asked for",
                &company.id,
                "products",
            );
        }
    }
}
