//! Other programs' formats: what goes out, and what each of them cannot carry.
//!
//! An export is made from the same judgements as an answer: what was known of a date, whether a record counts, how surely it
//! holds come from below and are written, never worked out anew. Everything is written row by row into what the caller opens;
//! where the files lie is not this room's business.

mod csv;
mod graphml;
mod losses;
mod ndjson;
mod package;
mod selection;
mod sql;
mod table;
pub mod tables;
#[cfg(test)]
mod tests;
mod value;
mod yaml;

use std::io::{self, Write};

pub use losses::{Loss, Losses};
pub use package::Origin;
pub use selection::Selection;
pub use table::{Cell, Column, Kind, Table};
pub use yaml::write_data;

/// A format that data are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// CSV tables and a Frictionless data package that describes every column.
    Tables,
    /// The same tables as one script of portable SQL.
    Sql,
    /// One relation a line, as JSON, with its names and sources.
    Ndjson,
    /// The graph of ties, as GraphML.
    Graphml,
    /// The records themselves: a data directory of YAML files.
    Yaml,
}

impl Format {
    /// All of them, in the order of the help.
    pub const ALL: [Self; 5] = [Self::Tables, Self::Sql, Self::Ndjson, Self::Graphml, Self::Yaml];

    /// Its name on a command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tables => "tables",
            Self::Sql => "sql",
            Self::Ndjson => "ndjson",
            Self::Graphml => "graphml",
            Self::Yaml => "yaml",
        }
    }

    /// Whether it is a directory of files rather than one.
    #[must_use]
    pub const fn is_directory(self) -> bool {
        matches!(self, Self::Tables | Self::Yaml)
    }
}

/// Where the files of a directory are written.
pub trait Directory {
    /// Opens a new file in it, by its path with `/` between its parts.
    ///
    /// # Errors
    /// When it cannot be written.
    fn file(&mut self, name: &str) -> io::Result<Box<dyn Write + '_>>;
}

/// Writes what was selected as tables: one CSV for each, and `datapackage.json`. Cost: linear in what is written.
///
/// # Errors
/// When something cannot be written.
pub fn write_directory(selection: &Selection<'_>, origin: &Origin, into: &mut dyn Directory) -> io::Result<Losses> {
    let mut losses = Losses::default();
    let mut counts = Vec::new();
    for table in tables::ALL {
        let name = format!("{}.csv", table.name);
        counts.push(csv::write(table, selection, &mut losses, into.file(&name)?)?);
    }
    package::write(selection, origin, &counts, into.file("datapackage.json")?)?;
    Ok(losses)
}

/// Writes what was selected as one file. Cost: linear in what is written.
///
/// # Errors
/// When something cannot be written.
///
/// # Panics
/// For a format that [is a directory](Format::is_directory).
pub fn write(format: Format, selection: &Selection<'_>, origin: &Origin, out: &mut dyn Write) -> io::Result<Losses> {
    let mut losses = Losses::default();
    match format {
        Format::Sql => sql::write(selection, origin, &mut losses, out)?,
        Format::Ndjson => ndjson::write(selection, &mut losses, out)?,
        Format::Graphml => graphml::write(selection, origin, &mut losses, out)?,
        Format::Tables | Format::Yaml => unreachable!("`write_directory` and `write_data` write directories"),
    }
    Ok(losses)
}
