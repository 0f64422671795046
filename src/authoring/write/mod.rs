//! Records as the text of a data file, laid out as `fmt` leaves it.

mod lines;
mod part;
#[cfg(test)]
mod tests;

use crate::authoring::format::{Place, section_rank};
use crate::syntax::{CaseOf, FileRecords, SectionRef, SourceRecord};

use lines::Lines;
use part::{Parts, entries};

/// The text of a file that holds some records: read again, it gives equal records, and formatting changes nothing in it.
///
/// Sections and fields stand in the house order, records and lists of one section in the order given. Records of the case
/// of the file are named without it, as people write them. What fits on a line stands on one. Cost: linear in the text.
///
/// Some texts cannot be said in a file, and none of them comes out of one: those that are empty, have spaces around them, begin
/// with the mark of templates ([`MARK`](crate::syntax::MARK)) or hold characters that cannot be seen, which reading reports.
#[must_use]
pub fn write(file: &FileRecords) -> String {
    let case = match &file.case {
        Some(CaseOf::Id(id)) => id.value.as_str(),
        Some(CaseOf::Unreadable) | None => "",
    };
    let mut sections: Vec<(SectionRef, Vec<&SourceRecord>)> = Vec::new();
    for record in &file.records {
        match sections
            .iter_mut()
            .find(|(known, _)| known.name() == record.section.name())
        {
            Some((_, records)) => records.push(record),
            None => sections.push((record.section, vec![record])),
        }
    }
    // within one rank the order of the first record of each
    sections.sort_by_key(|(section, _)| section_rank(section.name()));
    let mut lines = Lines::default();
    if !case.is_empty() && !sections.iter().any(|(section, _)| section.name() == "case") {
        lines.case(case);
    }
    for (section, records) in sections {
        let place = Place::Record(section.fields());
        let parts = records
            .iter()
            .map(|record| entries(Parts { case }, &place, &section.fields(), &record.fields));
        if section.name() == "case" {
            parts.for_each(|fields| lines.record_alone(section.name(), &fields));
        } else {
            lines.section(section.name(), parts);
        }
    }
    lines.text()
}
