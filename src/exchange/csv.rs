//! Tables as CSV, after RFC 4180 with lines that end in `\n`. Values are as they are: programs read these files, so nothing is
//! changed for the sake of spreadsheets.

use std::io::{self, Write};

use super::{Losses, Selection, Table};

/// Writes a table; how many rows it has. Cost: linear in the rows, none of which is kept.
pub(super) fn write(
    table: &Table,
    selection: &Selection<'_>,
    losses: &mut Losses,
    out: impl Write,
) -> io::Result<usize> {
    let mut writer = ::csv::Writer::from_writer(out);
    writer.write_record(table.columns.iter().map(|column| column.name))?;
    let mut count = 0;
    (table.rows)(selection, losses, &mut |row| {
        debug_assert_eq!(row.len(), table.columns.len(), "`{}`", table.name);
        count += 1;
        for cell in row {
            writer.write_field(cell.written().as_bytes())?;
        }
        Ok(writer.write_record(None::<&[u8]>)?)
    })?;
    writer.flush()?;
    Ok(count)
}
