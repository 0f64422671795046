//! A model as bytes inside the program, of which an answer decodes what it looks at.
//!
//! `postcard` holds for each table the bytes of its records, one after the other, and the list of where each ends; then
//! the [`Outline`] of all that is recorded, which every question starts from.

use serde::{Deserialize, Serialize};

use super::outline::Outline;
use super::table::Table;
use super::tables::Model;
use super::time::Knowledge;

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

/// A table as it is written.
#[derive(Serialize)]
pub(super) struct PackedTable {
    records: Vec<u8>,
    ends: Vec<u8>,
}

impl PackedTable {
    pub(super) fn of<T: Serialize>(table: &Table<T>) -> Result<Self, postcard::Error> {
        let mut packed = Self {
            records: Vec::new(),
            ends: Vec::new(),
        };
        for record in table {
            packed.records = postcard::to_extend(record, packed.records)?;
            let end = u32::try_from(packed.records.len()).map_err(|_| postcard::Error::SerializeBufferFull)?;
            packed.ends.extend(end.to_le_bytes());
        }
        Ok(packed)
    }
}

/// A table as it is read.
#[derive(Deserialize)]
pub(super) struct BorrowedTable {
    records: &'static [u8],
    ends: &'static [u8],
}

impl BorrowedTable {
    pub(super) fn table<T: Deserialize<'static>>(self) -> Option<Table<T>> {
        Table::packed(self.records, self.ends, decode)
    }
}

/// # Panics
/// When the bytes are no such record.
fn decode<T: Deserialize<'static>>(bytes: &'static [u8]) -> T {
    postcard::from_bytes(bytes).expect("the snapshot is damaged")
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
        assert_eq!((lazy.carried(), model.carried()), (Some(outline.clone()), None));
        assert_eq!(Outline::of(&lazy, Knowledge::ALL), outline);
        let then = Knowledge(crate::values::Day::from_ymd(2019, 1, 1));
        assert_eq!(Outline::of(&lazy, then), Outline::work_out(&model, then));
        lazy.relations[0].until = None;
        assert_eq!(lazy.carried(), None);
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
        let table = |ends: &'static [u8]| Table::<u8>::packed(&[7, 8], ends, decode).map(|table| table.len());
        assert_eq!(table(&[1, 0, 0, 0, 2, 0, 0, 0]), Some(2));
        for ends in [
            &[][..],
            &[2, 0, 0],
            &[1, 0, 0, 0],
            &[2, 0, 0, 0, 1, 0, 0, 0],
            &[3, 0, 0, 0],
        ] {
            assert_eq!(table(ends), None, "{ends:?}");
        }
    }
}
