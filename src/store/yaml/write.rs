//! A model as a directory of YAML files.

use std::collections::BTreeMap;
use std::io;

use super::homes::{Home, Homes};
use crate::authoring::write;
use crate::lower::{in_cases, unlinked};
use crate::model::{CaseId, Model, TableId};
use crate::text::{FileId, MAX_FILE_BYTES, Span};
use crate::values::is_slug;

/// How many records a file holds that is of no case and no company.
const SHARED: usize = 10_000;

/// Positions of records in their tables.
type Records = Vec<(TableId, u32)>;

/// Writes a model as the files of a data directory: each case and each company in a file of its own with what only it
/// names (its sources and deals), markets and all that several share beside them. `put` is given each file, its path with `/`
/// between its parts.
///
/// Read again, the files give an equal model, in which the relations of each case stand in the house order of kinds.
/// Comments and waivers are no part of a model. Cost: linear in the records, of which one file is kept at a time, and a few
/// bytes for each source and each record of a case.
///
/// # Errors
/// What `put` says; an id that can be no name of a file; a file that would be too large to be read.
pub fn write_files(model: &Model, mut put: impl FnMut(&str, &str) -> io::Result<()>) -> io::Result<()> {
    let homes = Homes::of(model);
    let mut cases: BTreeMap<CaseId, Records> = (0..)
        .take(model.cases.len())
        .map(|id| (CaseId(id), Vec::new()))
        .collect();
    let mut companies: Vec<Records> = (0..)
        .take(model.companies.len())
        .map(|at| vec![(TableId::Companies, at)])
        .collect();
    for (at, succession) in (0..).zip(&model.successions) {
        companies[succession.to.index()].push((TableId::Successions, at));
    }
    let mut shared: BTreeMap<TableId, Records> = BTreeMap::new();
    shared.insert(
        TableId::Markets,
        (0..)
            .take(model.markets.len())
            .map(|at| (TableId::Markets, at))
            .collect(),
    );
    for (place, home) in homes.iter() {
        match home {
            Home::Case(case) => cases.entry(case).or_default().push(place),
            Home::Company(company) => companies[company.index()].push(place),
            Home::Shared => shared.entry(place.0).or_default().push(place),
        }
    }
    for (place, case) in in_cases(model) {
        cases.entry(case).or_default().push(place);
    }
    let mut file = |path: &str, case: Option<CaseId>, records: Records| {
        let text = write(&unlinked(model, case, records, Span::at(FileId(0), 0)));
        if text.len() as u64 > MAX_FILE_BYTES {
            return Err(io::Error::other(format!(
                "`{path}` would have {} bytes, more than the {MAX_FILE_BYTES} that are read",
                text.len()
            )));
        }
        put(path, &text)
    };
    for (case, records) in cases {
        let id = named(&model[case].id)?;
        let own = [(TableId::Cases, case.0)];
        file(&format!("cases/{id}.yaml"), Some(case), [&own[..], &records].concat())?;
    }
    for records in companies {
        let id = named(&model.companies[records[0].1 as usize].id)?;
        file(&format!("companies/{id}.yaml"), None, records)?;
    }
    for (table, records) in shared {
        for (nth, records) in (1..).zip(records.chunks(SHARED)) {
            let more = if nth == 1 { String::new() } else { format!("-{nth}") };
            file(&format!("{}{more}.yaml", table.name()), None, records.to_vec())?;
        }
    }
    Ok(())
}

/// An id that is to be the name of a file.
fn named(id: &str) -> io::Result<&str> {
    if is_slug(id) {
        Ok(id)
    } else {
        Err(io::Error::other(format!(
            "`{}` can be no name of a file",
            id.escape_debug()
        )))
    }
}
