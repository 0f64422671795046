//! The graph of ties as GraphML: a node a company, an edge a tie, several between two where there are several.
//!
//! A relation of more than two parties gives more than one edge; `relation` is the same on each.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::table::Kind;
use super::tables::{roles, ties};
use super::{Losses, Origin, Selection, tables};

/// Writes nodes, then edges. Cost: linear in companies, ties and relations.
pub(super) fn write(
    selection: &Selection<'_>,
    origin: &Origin,
    losses: &mut Losses,
    out: &mut dyn Write,
) -> io::Result<()> {
    let model = selection.model();
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(
        out,
        r#"<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">"#
    )?;
    writeln!(
        out,
        "  <desc>{}, data {}</desc>",
        escaped(&origin.program),
        escaped(&origin.data)
    )?;
    for (name, of) in [("name", "node"), ("company_kind", "node"), ("country", "node")] {
        writeln!(
            out,
            r#"  <key id="{name}" for="{of}" attr.name="{name}" attr.type="string"/>"#
        )?;
    }
    let columns = tables::RELATIONS.columns.iter();
    let columns = columns.map(|column| (column.name, attribute(column.kind)));
    for (name, sort) in columns.chain([("role", "string"), ("other_role", "string")]) {
        writeln!(
            out,
            r#"  <key id="{name}" for="edge" attr.name="{name}" attr.type="{sort}"/>"#
        )?;
    }
    writeln!(out, r#"  <graph id="ties" edgedefault="directed">"#)?;
    for id in selection.companies() {
        let company = &model[id];
        writeln!(out, r#"    <node id="{}">"#, escaped(&company.id))?;
        data(out, "name", company.label())?;
        data(out, "company_kind", company.kind.name())?;
        data(out, "country", company.country.as_deref().unwrap_or_default())?;
        writeln!(out, "    </node>")?;
    }
    edges(selection, losses, out)?;
    writeln!(out, "  </graph>\n</graphml>")?;
    out.flush()
}

fn edges(selection: &Selection<'_>, losses: &mut Losses, out: &mut dyn Write) -> io::Result<()> {
    let (model, table) = (selection.model(), tables::RELATIONS);
    let mut ties = ties(selection).peekable();
    let mut relations = selection.relations.iter();
    let mut amounts = BTreeSet::new();
    let mut of_rows = Losses::default();
    (table.rows)(selection, &mut of_rows, &mut |row| {
        let Some(chosen) = relations.next() else {
            return Err(io::Error::other("more rows than relations"));
        };
        let relation = &model[chosen.relation];
        if !relation.amounts.is_empty() {
            amounts.insert(relation.id.as_str());
        }
        if ties.peek().is_none_or(|tie| tie.relation != chosen.relation) {
            losses.note("a relation that ties no two companies", &relation.id, "parties");
        }
        let mut n = 0;
        while let Some(tie) = ties.next_if(|tie| tie.relation == chosen.relation) {
            let (from, to) = roles(selection, &tie);
            writeln!(
                out,
                r#"    <edge id="{}#{n}" source="{}" target="{}">"#,
                escaped(&relation.id),
                escaped(&model[tie.from].id),
                escaped(&model[tie.to].id)
            )?;
            for (column, cell) in table.columns.iter().zip(row) {
                data(out, column.name, &cell.written())?;
            }
            data(out, "role", from)?;
            data(out, "other_role", to)?;
            writeln!(out, "    </edge>")?;
            n += 1;
        }
        Ok(())
    })?;
    losses.add(of_rows);
    selection.note_beside(losses);
    for id in amounts {
        losses.note("amounts of money", id, "amounts");
    }
    for chosen in &selection.relations {
        let relation = &model[chosen.relation];
        losses.note("which sources say so, and their words", &relation.id, "sources");
        selection.note_reports(chosen.relation, losses);
        if selection.view.graph.relation(chosen.relation).own().next().is_some() {
            losses.note("fields that only some kinds of relation have", &relation.id, "details");
        }
        if tables::links(selection, chosen.relation).next().is_some() {
            losses.note("what a relation says of other records", &relation.id, "links");
        }
    }
    Ok(())
}

/// The type of an attribute in GraphML, which has none for dates.
const fn attribute(kind: Kind) -> &'static str {
    match kind {
        Kind::Flag => "boolean",
        Kind::Integer => "long",
        Kind::Number => "double",
        Kind::Text | Kind::Day | Kind::Date => "string",
    }
}

fn data(out: &mut dyn Write, key: &str, value: &str) -> io::Result<()> {
    if value.is_empty() {
        return Ok(());
    }
    writeln!(out, r#"      <data key="{key}">{}</data>"#, escaped(value))
}

/// A text of XML: what has a meaning there is replaced, what may not stand there is left out.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' | '\r' => safe.push(ch),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => safe.push(ch),
        }
    }
    safe
}
