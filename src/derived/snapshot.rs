//! A model as bytes inside the program, of which an answer decodes what it looks at.
//!
//! `postcard` holds for each table the bytes of its records, one after the other, and the list of where each ends; then
//! the [`Outline`] of all that is recorded, which every question starts from.

use super::outline::Outline;
use super::time::Knowledge;
use crate::model::Model;
use crate::model::packed::BorrowedTable;

/// Writes a model as a snapshot. Equal models give equal bytes.
///
/// # Errors
/// When a table is larger than 4 GiB.
pub fn write(model: &Model) -> Result<Vec<u8>, postcard::Error> {
    let outline = postcard::to_allocvec(&Outline::work_out(model, Knowledge::ALL))?;
    postcard::to_allocvec(&(model.pack()?, outline))
}

/// Reads a snapshot. Cost: linear in the number of tables; each record is decoded when it is first looked at.
///
/// # Errors
/// When the bytes are no snapshot. Damage inside a record shows only when that record is looked at, as a panic.
pub fn read(bytes: &'static [u8]) -> Result<Model, postcard::Error> {
    let (tables, outline): (Vec<BorrowedTable>, &[u8]) = postcard::from_bytes(bytes)?;
    Model::unpack(tables, outline).ok_or(postcard::Error::DeserializeBadEncoding)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::lower;
    use crate::model::{Lookup, Names};
    use crate::text::read_dir;

    fn bundled() -> Model {
        lower(&read_dir(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap()).model
    }

    fn snapshot(model: &Model) -> &'static [u8] {
        write(model).unwrap().leak()
    }

    #[test]
    fn the_model_of_the_snapshot_is_the_one_that_was_read() {
        let model = bundled();
        let bytes = snapshot(&model);
        assert_eq!(read(bytes).unwrap(), model);
        // in any order, and more than once
        let lazy = read(bytes).unwrap();
        for (id, relation) in model.relations().collect::<Vec<_>>().into_iter().rev() {
            assert_eq!((&lazy[id], &lazy[id]), (relation, relation));
        }
        assert_eq!(snapshot(&lazy), bytes);
    }

    #[test]
    fn changing_a_table_of_a_snapshot_changes_a_copy() {
        let bytes = snapshot(&bundled());
        let mut model = read(bytes).unwrap();
        let first = model.companies[0].clone();
        model.companies[0].name = "Công ty".into();
        model.companies.push(first.clone());
        assert_eq!(model.companies.iter().last(), Some(&first));
        assert_eq!(
            (model.companies[0].name.as_str(), &read(bytes).unwrap().companies[0]),
            ("Công ty", &first)
        );
        assert_eq!(
            (
                model.companies.get(model.companies.len()),
                Model::default().cases.is_empty()
            ),
            (None, true)
        );
    }

    #[test]
    fn the_outline_is_carried_until_a_table_changes() {
        let model = bundled();
        let mut lazy = read(snapshot(&model)).unwrap();
        let outline = Outline::work_out(&model, Knowledge::ALL);
        assert_eq!(
            (Outline::carried(&lazy), Outline::carried(&model)),
            (Some(outline.clone()), None)
        );
        assert_eq!(Outline::of(&lazy, Knowledge::ALL), outline);
        let then = Knowledge(crate::values::Day::from_ymd(2019, 1, 1));
        assert_eq!(Outline::of(&lazy, then), Outline::work_out(&model, then));
        lazy.relations[0].until = None;
        assert_eq!(Outline::carried(&lazy), None);
    }

    #[test]
    fn every_company_is_found_by_its_id() {
        let model = read(snapshot(&bundled())).unwrap();
        for (id, company) in model.companies() {
            assert_eq!(Names::new(&model).find(&company.id), Lookup::One(id));
        }
    }

    #[test]
    fn what_is_no_snapshot_is_refused() {
        let bytes = write(&bundled()).unwrap();
        assert!(read(&[]).is_err());
        assert!(read(bytes[..bytes.len() / 2].to_vec().leak()).is_err());
    }
}
