//! The pages of errors that are found by reading, in files by what they are about.

mod deals;
mod fields;
mod file;
mod ids;
mod time;
mod values;

use super::Page;

/// Every page of an error that no check of the whole model reports.
pub(super) static ALL: &[&[Page]] = &[
    file::PAGES,
    fields::PAGES,
    values::PAGES,
    ids::PAGES,
    time::PAGES,
    deals::PAGES,
];
