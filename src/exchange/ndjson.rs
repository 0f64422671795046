//! One relation a line, as JSON that needs no other file: names beside ids, sources with their addresses.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::value;
use super::{Cell, Losses, Selection, tables};
use crate::model::{CompanyId, RelationId};
use crate::tell::record::published;
use crate::values::Str;

/// Writes all relations. Cost: linear in them and their sources, of which one relation is kept.
pub(super) fn write(selection: &Selection<'_>, losses: &mut Losses, out: &mut dyn Write) -> io::Result<()> {
    let model = selection.model();
    let mut relations = selection.relations.iter();
    let table = tables::RELATIONS;
    let mut of_rows = Losses::default();
    (table.rows)(selection, &mut of_rows, &mut |row| {
        let Some(chosen) = relations.next() else {
            return Err(io::Error::other("more rows than relations"));
        };
        let columns = table.columns.iter().map(|column| column.name.to_owned());
        let mut line: Map<String, Value> = columns.zip(row.iter().map(of_cell)).collect();
        let id = chosen.relation;
        line.insert("parties".to_owned(), parties(selection, id));
        line.insert("amounts".to_owned(), amounts(selection, id));
        line.insert("links".to_owned(), links(selection, id));
        selection.note_reports(id, losses);
        let own: Map<String, Value> = selection
            .view
            .graph
            .relation(id)
            .own()
            .map(|(at, found)| {
                let field = &model[id].kind().fields[usize::from(at)];
                (field.name.to_owned(), value::json(model, field.ty, &found))
            })
            .collect();
        line.insert("details".to_owned(), Value::Object(own));
        line.insert("sources".to_owned(), sources(selection, id));
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")
    })?;
    losses.add(of_rows);
    selection.note_beside(losses);
    out.flush()
}

fn amounts(selection: &Selection<'_>, id: RelationId) -> Value {
    let columns = tables::AMOUNTS.columns;
    let amounts = selection.amounts(id).map(|(at, amount)| {
        let row = tables::amount_row(selection, id, at, amount);
        // the line is of this relation
        let cells = columns.iter().zip(&row).filter(|(column, _)| column.name != "relation");
        let fields: Map<String, Value> = cells
            .map(|(column, cell)| (column.name.to_owned(), of_cell(cell)))
            .collect();
        Value::Object(fields)
    });
    amounts.collect()
}

fn links(selection: &Selection<'_>, id: RelationId) -> Value {
    let model = selection.model();
    let links = tables::links(selection, id);
    links
        .map(|(link, record)| json!({"link": link, "record": record.id(model)}))
        .collect()
}

fn parties(selection: &Selection<'_>, id: RelationId) -> Value {
    let model = selection.model();
    let name = |id: CompanyId| json!({"company": model[id].id.as_str(), "name": model[id].label()});
    let parties = model[id].parties.iter().map(|party| {
        let mut told = name(party.company);
        told["role"] = json!(model[id].kind().roles[usize::from(party.role)].name);
        if party.group > 0 {
            told["group"] = json!(party.group);
        }
        told
    });
    parties.collect()
}

fn sources(selection: &Selection<'_>, id: RelationId) -> Value {
    let model = selection.model();
    let cited = tables::cited(&model[id]).flat_map(|(field, citations)| {
        let known = selection.view.graph.cited(citations).citations();
        known.map(move |(source, citation)| (field.clone(), source, citation))
    });
    let cited = cited.map(|(field, source, citation)| {
        let source = &model[source];
        json!({
            "source": source.id.as_str(),
            "field": Some(field).filter(|field| !field.is_empty()),
            "title": source.title.as_str(),
            "publisher": source.publisher.as_ref().map(Str::as_str),
            "kind": source.kind.name(),
            "published": Some(published(source)).filter(|text| !text.is_empty()),
            "url": source.url.as_ref().map(Str::as_str),
            "archived": source.archived.as_ref().map(Str::as_str),
            "read": source.read.map(crate::vocab::Reading::name),
            "quote": citation.quote.as_ref().map(Str::as_str),
            "locator": citation.locator.as_ref().map(Str::as_str),
        })
    });
    cited.collect()
}

/// The value of a cell as JSON; numbers as text, since they are decimals.
fn of_cell(cell: &Cell<'_>) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Flag(flag) => json!(flag),
        Cell::Integer(n) => json!(n),
        Cell::Text(text) if text.is_empty() => Value::Null,
        other => json!(other.written()),
    }
}
