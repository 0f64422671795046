//! Tables as one script of SQL that SQLite and PostgreSQL read, with keys, references, indices and views.

use std::io::{self, Write};

use super::{Cell, Column, Kind, Losses, Origin, Selection, Table, tables};

/// Rows of one statement.
const ROWS: usize = 200;

/// What people ask first, over the tables.
const VIEWS: &str = "\
-- Each tie seen from both of its companies, with the time and standing of its relation.
CREATE VIEW who AS
SELECT t.company, t.other, t.side, t.role, t.other_role, r.relation, r.kind, r.says, r.\"since\", r.start_earliest, r.start_latest,
       r.\"until\", r.end_earliest, r.end_latest, r.presumed_from, r.status, r.standing, r.firm, r.confidence, r.market
FROM (SELECT relation, company, role, other, other_role, side FROM ties
      UNION ALL
      SELECT relation, other, other_role, company, role, side FROM ties) t
JOIN relations r ON r.relation = t.relation;

-- Of each relation its sources with their addresses.
CREATE VIEW evidence AS
SELECT c.record AS relation, c.field, s.source, s.title, s.publisher, s.kind, s.published_from, s.published_to, s.url,
       s.archived, s.read, c.quote, c.locator
FROM citations c
JOIN sources s ON s.source = c.source
WHERE c.section = 'relation';
";

/// Writes all tables. Cost: linear in the rows, of which one statement is kept.
pub(super) fn write(
    selection: &Selection<'_>,
    origin: &Origin,
    losses: &mut Losses,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "-- {}, data {}", comment(&origin.program), comment(&origin.data))?;
    writeln!(out, "BEGIN;")?;
    for table in tables::ALL {
        create(table, out)?;
        insert(table, selection, losses, out)?;
    }
    for table in tables::ALL {
        for column in table.columns.iter().filter(|column| column.refers.is_some()) {
            let (table, column) = (table.name, column.name);
            writeln!(out, "CREATE INDEX {table}_{column} ON {table} (\"{column}\");")?;
        }
    }
    out.write_all(VIEWS.as_bytes())?;
    writeln!(out, "COMMIT;")?;
    out.flush()
}

/// What cannot end a comment.
fn comment(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}

fn create(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n-- {}", table.doc)?;
    writeln!(out, "CREATE TABLE {} (", table.name)?;
    let mut lines: Vec<String> = table.columns.iter().map(column).collect();
    if !table.key.is_empty() {
        let key: Vec<String> = table.key.iter().map(|name| format!("\"{name}\"")).collect();
        lines.push(format!("  PRIMARY KEY ({})", key.join(", ")));
    }
    writeln!(out, "{}\n);", lines.join(",\n"))
}

fn column(column: &Column) -> String {
    let sort = match column.kind {
        Kind::Text | Kind::Date => "TEXT",
        Kind::Integer => "INTEGER",
        Kind::Number => "NUMERIC",
        Kind::Flag => "BOOLEAN",
        Kind::Day => "DATE",
    };
    let required = if column.required { " NOT NULL" } else { "" };
    let refers = column.refers.map_or_else(String::new, |(table, name)| {
        format!(" REFERENCES {table} (\"{name}\") DEFERRABLE INITIALLY DEFERRED")
    });
    format!("  \"{}\" {sort}{required}{refers}", column.name)
}

fn insert(table: &Table, selection: &Selection<'_>, losses: &mut Losses, out: &mut dyn Write) -> io::Result<()> {
    let mut rows = 0;
    (table.rows)(selection, losses, &mut |row| {
        if rows % ROWS == 0 {
            let end = if rows == 0 { "" } else { ";\n" };
            write!(out, "{end}INSERT INTO {} VALUES\n(", table.name)?;
        } else {
            out.write_all(b",\n(")?;
        }
        rows += 1;
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                out.write_all(b", ")?;
            }
            literal(cell, out)?;
        }
        out.write_all(b")")
    })?;
    if rows > 0 {
        out.write_all(b";\n")?;
    }
    Ok(())
}

fn literal(cell: &Cell<'_>, out: &mut dyn Write) -> io::Result<()> {
    match cell {
        Cell::Text(text) if text.is_empty() => out.write_all(b"NULL"),
        // NUL ends a text in both, and no text of the data has one
        Cell::Text(text) => write!(out, "'{}'", text.replace('\0', "").replace('\'', "''")),
        Cell::Empty => out.write_all(b"NULL"),
        Cell::Flag(flag) => out.write_all(if *flag { b"TRUE" } else { b"FALSE" }),
        number => out.write_all(number.written().as_bytes()),
    }
}
