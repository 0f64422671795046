//! What reading, linking and asking cost, on 100,000 invented relations in 1,000 files and on the bundled data.

#![allow(missing_docs, reason = "criterion's macros make public items")]

#[path = "support/generate.rs"]
mod generate;

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use frenemy::check::{Selection, everything};
use frenemy::derived::{Knowledge, snapshot};
use frenemy::diagnostics::Level;
use frenemy::graph::Graph;
use frenemy::judge::{Scope, View};
use frenemy::lower::{link, lower, unlink};
use frenemy::model::{CompanyId, Model};
use frenemy::query::who;
use frenemy::syntax::{parse_file, read_records};
use frenemy::text::{FileId, Files, Span, read_dir};
use frenemy::values::Day;

const RELATIONS: usize = 100_000;
const FILES: usize = 1_000;

fn generated() -> Files {
    let mut files = Files::new();
    for (path, text) in generate::data_set(RELATIONS, FILES) {
        files.add(path, text);
    }
    files
}

fn bytes(files: &Files) -> u64 {
    files.iter().map(|(_, file)| file.text.len() as u64).sum()
}

/// One thread, so that the shares of the stages can be compared; `lower` reads on all of them.
fn reading(c: &mut Criterion) {
    let files = generated();
    let mut group = c.benchmark_group("100k");
    group.sample_size(10).throughput(Throughput::Bytes(bytes(&files)));
    group.bench_function("parse", |b| {
        b.iter(|| {
            for (id, file) in files.iter() {
                black_box(parse_file(id, file, &mut Vec::new()));
            }
        });
    });
    group.bench_function("parse and read records", |b| {
        b.iter(|| {
            for (id, file) in files.iter() {
                let mut out = Vec::new();
                black_box(parse_file(id, file, &mut out).map(|tree| read_records(&tree, &mut out)));
            }
        });
    });
    group.bench_function("lower", |b| b.iter(|| lower(black_box(&files))));
    let lowered = lower(&files);
    assert!(lowered.diagnostics.is_empty(), "{:?}", lowered.diagnostics.first());
    let today = Day::from_ymd(2026, 11, 23).unwrap_or(Day::MAX);
    let strict = Selection::up_to(Level::Strict);
    group.bench_function("check", |b| b.iter(|| everything(black_box(&lowered), today, &strict)));
    group.finish();
}

fn asking(c: &mut Criterion) {
    let model = lower(&generated()).model;
    let mut group = c.benchmark_group("100k");
    group.sample_size(10);
    group.bench_function("graph", |b| b.iter(|| Graph::new(black_box(&model), Knowledge::ALL)));
    let graph = Graph::new(&model, Knowledge::ALL);
    for id in ["hub", "company-0001-0"] {
        group.bench_function(format!("who {id}"), |b| {
            b.iter(|| ask(&graph, company(&model, id)));
        });
    }
    group.finish();
}

fn bundled(c: &mut Criterion) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let Ok(files) = read_dir(&data) else {
        return;
    };
    let model = lower(&files).model;
    let Ok(bytes) = snapshot::write(&model).map(bytes::Bytes::from) else {
        return;
    };
    let mut group = c.benchmark_group("bundled");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("decode all", |b| {
        b.iter(|| snapshot::read(black_box(&bytes)).map(|lazy| lazy.model == model));
    });
    group.finish();
    c.bench_function("bundled/lower", |b| b.iter(|| lower(black_box(&files))));
    // what laying files over a data set costs beside reading them
    let place = Span::at(FileId(0), 0);
    c.bench_function("bundled/link again", |b| {
        b.iter(|| {
            let records = unlink(black_box(&model), 0, place);
            link(&records)
        });
    });
    c.bench_function("bundled/who microsoft", |b| {
        b.iter(|| {
            let graph = Graph::new(&model, Knowledge::ALL);
            ask(&graph, company(&model, "microsoft"))
        });
    });
}

fn company(model: &Model, id: &str) -> CompanyId {
    let found = model.companies().find(|(_, company)| company.id == id);
    found.map_or_else(|| CompanyId::from(0), |(id, _)| id)
}

fn ask(graph: &Graph<'_>, company: CompanyId) -> usize {
    let Ok(date) = "2014".parse() else { return 0 };
    let scope = Scope::at(date);
    let view = View::new(graph, &scope);
    who::who(&view, company, &who::Wanted::default()).counterparties.len()
}

criterion_group!(benches, reading, asking, bundled);
criterion_main!(benches);
