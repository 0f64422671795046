use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use proptest::prelude::*;

use super::{Directory, Format, Origin, Selection, tables, write, write_data, write_directory};
use crate::dataset::Dataset;
use crate::graph::Graph;
use crate::judge::testing::random::random;
use crate::judge::testing::{Data, date, known_by};
use crate::judge::{Scope, View};
use crate::lower::lower;
use crate::model::{Amount, Model, RelationId};
use crate::text::Files;
use crate::vocab::{AmountIs, SourceKind};

#[derive(Default)]
struct Memory(BTreeMap<String, Vec<u8>>);

impl Directory for Memory {
    fn file(&mut self, name: &str) -> io::Result<Box<dyn Write + '_>> {
        Ok(Box::new(self.0.entry(name.to_owned()).or_default()))
    }
}

fn origin() -> Origin {
    Origin {
        program: "frenemy <1>".to_owned(),
        data: "0123".to_owned(),
        today: None,
    }
}

/// The files of a directory by name, each with its rows.
fn directory(selection: &Selection<'_>) -> BTreeMap<String, Vec<csv::StringRecord>> {
    let mut files = Memory::default();
    write_directory(selection, &origin(), &mut files).unwrap();
    let tables = files.0.iter().filter(|(name, _)| name.ends_with(".csv"));
    tables
        .map(|(name, bytes)| {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(bytes.as_slice());
            (name.replace(".csv", ""), reader.records().map(Result::unwrap).collect())
        })
        .collect()
}

fn with<T>(model: &Model, scope: Scope, ask: impl FnOnce(Selection<'_>) -> T) -> T {
    let graph = Graph::new(model, scope.known);
    ask(Selection::new(View::new(&graph, &scope), false))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_tables_refer_to_is_in_them_and_keys_are_unique(data in random(false), narrow in 0..3_u8) {
        let mut scope = Scope::at(date("2030"));
        if narrow == 1 {
            scope.kinds = vec![usize::from(data.model.relations[0].kind)];
        }
        if narrow == 2 {
            scope.known = known_by("2012");
        }
        with(&data.model, scope, |selection| {
            let files = directory(&selection);
            let column = |table: &str, name: &str| -> Vec<String> {
                let rows = &files[table];
                let at = rows[0].iter().position(|head| head == name).unwrap();
                rows[1..].iter().map(|row| row[at].to_owned()).collect()
            };
            for table in tables::ALL {
                for field in table.columns {
                    let values = column(table.name, field.name);
                    if field.required {
                        assert!(
                            values.iter().all(|value| !value.is_empty()),
                            "{}.{}",
                            table.name,
                            field.name
                        );
                    }
                    if let Some((other, name)) = field.refers {
                        let there: BTreeSet<String> = column(other, name).into_iter().collect();
                        let lost: Vec<&String> = values
                            .iter()
                            .filter(|id| !id.is_empty() && !there.contains(*id))
                            .collect();
                        assert!(lost.is_empty(), "{}.{} names {lost:?}", table.name, field.name);
                    }
                }
                if !table.key.is_empty() {
                    let keys: Vec<Vec<String>> = table.key.iter().map(|name| column(table.name, name)).collect();
                    let rows = keys[0].len();
                    let all: BTreeSet<Vec<&String>> = (0..rows)
                        .map(|row| keys.iter().map(|key| &key[row]).collect())
                        .collect();
                    assert_eq!(all.len(), rows, "the key of {}", table.name);
                }
            }
            assert_eq!(files["relations"].len() - 1, selection.relations.len());
        });
    }
}

fn some_data() -> Data {
    let mut data = Data::new();
    let cited = data.source(SourceKind::News, "2012");
    for (kind, parties) in [
        ("investment", "a > b"),
        ("alliance", "a, b, c"),
        ("competitive_overlap", "a, c"),
    ] {
        let id = data.tie(kind, parties, "2010..");
        data.edit(id).sources = vec![cited.clone()];
    }
    data
}

#[test]
fn every_format_names_each_relation() {
    let data = some_data();
    with(&data.model, Scope::at(date("2030")), |selection| {
        assert!(!selection.is_empty());
        for format in Format::ALL.into_iter().filter(|format| !format.is_directory()) {
            let mut bytes = Vec::new();
            write(format, &selection, &origin(), &mut bytes).unwrap();
            let text = String::from_utf8(bytes).unwrap();
            let ties: BTreeSet<_> = tables::ties(&selection).map(|tie| tie.relation).collect();
            for chosen in &selection.relations {
                let id = &selection.model()[chosen.relation].id;
                // a graph has only what ties two
                let expected = format != Format::Graphml || ties.contains(&chosen.relation);
                assert_eq!(text.contains(id.as_str()), expected, "{} of {}", id, format.name());
            }
            match format {
                Format::Graphml => {
                    let document = roxmltree::Document::parse(&text).unwrap();
                    let edges = document
                        .descendants()
                        .filter(|node| node.has_tag_name(("http://graphml.graphdrawing.org/xmlns", "edge")));
                    assert_eq!(edges.count(), tables::ties(&selection).count());
                    for column in tables::RELATIONS.columns {
                        assert!(
                            text.contains(&format!(r#"<key id="{}" for="edge""#, column.name)),
                            "{}",
                            column.name
                        );
                    }
                }
                Format::Ndjson => {
                    let lines: Vec<serde_json::Value> =
                        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
                    assert_eq!(lines.len(), selection.relations.len());
                    assert!(
                        lines
                            .iter()
                            .all(|line| line["parties"].as_array().is_some_and(|parties| parties.len() > 1))
                    );
                }
                _ => {}
            }
        }
    });
}

/// The amounts of an export at a date: relation, figure, sum, reason and what is counted instead.
fn amounts(data: &Data, at: &str, at_that_time: bool) -> Vec<[String; 5]> {
    let scope = Scope::at(date(at));
    let graph = Graph::new(&data.model, scope.known);
    let files = directory(&Selection::new(View::new(&graph, &scope), at_that_time));
    let rows = &files["amounts"];
    let cell = |row: &csv::StringRecord, name: &str| {
        let at = rows[0].iter().position(|head| head == name).unwrap();
        row[at].to_owned()
    };
    let columns = ["relation", "low", "counted_in", "not_counted", "instead"];
    rows[1..]
        .iter()
        .map(|row| columns.map(|name| cell(row, name)))
        .collect()
}

#[test]
fn amounts_say_in_which_sum_they_are_and_belong_to_their_days() {
    let mut data = Data::new();
    let amount = |money: &str, as_of: Option<&str>| Amount {
        as_of: as_of.map(date),
        ..Amount::new(money.parse().unwrap(), AmountIs::Paid)
    };
    let part = data.tie("investment", "a > b", "2010..");
    let total = data.tie("investment", "a > b", "2010..");
    let round = data.tie("investment", "a > b", "2011..");
    data.edit(part).amounts = vec![amount("USD 1bn", None)];
    data.edit(total).amounts = vec![amount("USD 3bn", Some("2020"))];
    data.edit(total).total_of = vec![part];
    data.edit(round).amounts = vec![Amount {
        is: AmountIs::Round,
        ..amount("USD 9bn", None)
    }];
    let id = |id: RelationId| data.model[id].id.to_string();
    let sum = "investment/a>b/paid/USD";
    let row = |of, low: &str, counted: &str, why: &str, instead: &str| {
        [of, low.into(), counted.into(), why.into(), instead.into()]
    };
    let round_row = row(id(round), "9000000000", "", "round", "");
    let then = [row(id(part), "1000000000", sum, "", ""), round_row.clone()];
    assert_eq!(amounts(&data, "2012", true), then, "the total is of 2020");
    let now = [
        row(id(part), "1000000000", "", "part_of_total", &id(total)),
        row(id(total), "3000000000", sum, "", ""),
        round_row,
    ];
    assert_eq!(amounts(&data, "2026", true), now);
    assert_eq!(amounts(&data, "2026", false), now);
}

#[test]
fn a_line_has_the_sources_of_single_fields_and_what_is_no_relation_is_counted() {
    let mut data = some_data();
    let (until, paid) = (
        data.source(SourceKind::Filing, "2015"),
        data.source(SourceKind::News, "2016"),
    );
    let tie = RelationId(0);
    data.edit(tie).sources_of.until = vec![until];
    data.edit(tie).amounts = vec![Amount {
        sources: vec![paid],
        ..Amount::new("USD 1bn".parse().unwrap(), AmountIs::Paid)
    }];
    with(&data.model, Scope::at(date("2030")), |selection| {
        let mut bytes = Vec::new();
        write(Format::Ndjson, &selection, &origin(), &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let line: serde_json::Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
        let fields: Vec<&str> = line["sources"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|one| one["field"].as_str())
            .collect();
        assert_eq!(fields, ["until", "amount 1"]);
        assert_eq!(line["sources"].as_array().unwrap().len(), 3, "and that of the record");
    });
}

#[test]
fn hostile_names_stay_names() {
    let mut data = some_data();
    let evil = "x'); DROP TABLE relations; --\n<node id=\"&\">\u{1b}[2J";
    data.model.companies[0].name = evil.into();
    with(&data.model, Scope::at(date("2020")), |selection| {
        let written = |format| {
            let mut bytes = Vec::new();
            write(format, &selection, &origin(), &mut bytes).unwrap();
            String::from_utf8(bytes).unwrap()
        };
        assert!(written(Format::Sql).contains("'x''); DROP TABLE relations; --\n<node"));
        let graph = written(Format::Graphml);
        let document = roxmltree::Document::parse(&graph).unwrap();
        assert!(
            document
                .descendants()
                .any(|node| node.text().is_some_and(|text| text.starts_with("x'); DROP")))
        );
        let files = directory(&selection);
        assert_eq!(&files["companies"][1][1], evil);
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// A part that is written as data files and read again says of the selected relations what the whole says.
    #[test]
    fn a_part_of_the_data_stands_as_the_whole_does(data in random(false)) {
        let mut model = data.model;
        for at in 0..model.relations.len() {
            model.relations[at].id = model.relations[at].id.replace('_', "-").into();
        }
        let mut scope = Scope::at(date("2030"));
        scope.kinds = vec![usize::from(model.relations[0].kind)];
        let rows = |model: &Model| with(model, scope.clone(), |selection| {
            let files = directory(&selection);
            ["relations", "parties", "ties", "amounts", "links"].map(|name| {
                let mut rows: Vec<String> = files[name].iter().map(|row| format!("{row:?}")).collect();
                rows.sort();
                rows
            })
        });
        let mut files = Memory::default();
        let dataset = Dataset::from_model(model.clone());
        with(&model, scope.clone(), |selection| write_data(&dataset, &selection, &mut files).unwrap());
        let mut there = Files::new();
        for (path, bytes) in files.0 {
            there.add(path, bytes);
        }
        prop_assert_eq!(rows(&lower(&there).model), rows(&model));
    }
}

#[test]
fn data_files_hold_no_earlier_state_of_knowledge() {
    let data = some_data();
    let dataset = Dataset::from_model(data.model.clone());
    let mut scope = Scope::at(date("2030"));
    scope.known = known_by("2012");
    let refused = with(&data.model, scope, |selection| {
        write_data(&dataset, &selection, &mut Memory::default())
    });
    assert!(refused.unwrap_err().to_string().contains("leave out --known-at"));
}
