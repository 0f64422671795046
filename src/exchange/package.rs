//! `datapackage.json`: what each file and column is, after the Frictionless Data Package (version 1) and Table Schema.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Column, Kind, Selection, Table, tables};

/// Where an export comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The program, with its version.
    pub program: String,
    /// The mark of the data set.
    pub data: String,
    /// The day of writing; none where two exports of one data set must be equal.
    pub today: Option<String>,
}

/// Writes the description of all tables with their numbers of rows.
pub(super) fn write(
    selection: &Selection<'_>,
    origin: &Origin,
    counts: &[usize],
    mut out: impl Write,
) -> io::Result<()> {
    let scope = selection.view.scope;
    let resources: Vec<Value> = tables::ALL
        .iter()
        .zip(counts)
        .map(|(table, rows)| resource(table, *rows))
        .collect();
    let package = json!({
        "profile": "tabular-data-package",
        "name": "frenemy",
        "title": "Who competes and cooperates with whom",
        "description": "Relations between companies, each dated and sourced. Cases are chosen, most of them because the companies \
            both compete and cooperate: shares and counts over all pairs measure that choice. What is not recorded may exist; \
            `coverage` says where somebody looked.",
        "version": origin.data,
        "created": origin.today.as_ref().map(|day| format!("{day}T00:00:00Z")),
        "contributors": [{"title": origin.program, "role": "wrangler"}],
        "frenemy": {
            "data": origin.data,
            "asked": scope.asked.to_string(),
            "known_at": scope.known.0.map(|day| day.to_string()),
        },
        "resources": resources,
    });
    let package = without_nulls(package);
    serde_json::to_writer_pretty(&mut out, &package)?;
    out.write_all(b"\n")?;
    out.flush()
}

fn resource(table: &Table, rows: usize) -> Value {
    let mut schema = json!({
        "fields": table.columns.iter().map(field).collect::<Vec<_>>(),
        "missingValues": [""],
    });
    if !table.key.is_empty() {
        schema["primaryKey"] = json!(table.key);
    }
    let refers: Vec<Value> = table
        .columns
        .iter()
        .filter_map(|column| {
            let (other, name) = column.refers?;
            // a table refers to itself by an empty name
            let other = if other == table.name { "" } else { other };
            Some(json!({"fields": column.name, "reference": {"resource": other, "fields": name}}))
        })
        .collect();
    if !refers.is_empty() {
        schema["foreignKeys"] = json!(refers);
    }
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": format!("{}.csv", table.name),
        "description": table.doc,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "rows": rows,
        "dialect": {"lineTerminator": "\n"},
        "schema": schema,
    })
}

fn field(column: &Column) -> Value {
    let mut constraints = json!({});
    if column.required {
        constraints["required"] = json!(true);
    }
    if column.kind == Kind::Date {
        constraints["pattern"] = json!("unknown|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
    }
    json!({
        "name": column.name,
        "type": match column.kind {
            Kind::Text | Kind::Date => "string",
            Kind::Integer => "integer",
            Kind::Number => "number",
            Kind::Flag => "boolean",
            Kind::Day => "date",
        },
        "description": column.doc,
        "constraints": constraints,
    })
}

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(name, value)| (name, without_nulls(value)))
                .collect(),
        ),
        other => other,
    }
}
