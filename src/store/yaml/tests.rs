//! What is written is what is read: `link(read(write(model)))` is the model.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::write_files;
use crate::authoring::format;
use crate::judge::testing::random::random;
use crate::lower::{Lowered, link, lower, unlink};
use crate::model::{Model, Rows, TableId};
use crate::text::{FileId, Files, Span};

fn written(model: &Model) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    write_files(model, |path, text| {
        assert_eq!(files.insert(path.to_owned(), text.to_owned()), None, "{path}");
        Ok(())
    })
    .unwrap();
    files
}

fn read(files: &BTreeMap<String, String>) -> Lowered {
    let mut all = Files::new();
    for (path, text) in files {
        all.add_in_layer(0, path.clone(), path.clone(), text.as_str());
    }
    lower(&all)
}

/// A model with its relations in the order of another's.
fn ordered_as(model: &Model, other: &Model) -> Model {
    let place = |table: TableId, at: u32| {
        let id = &model.relations[at as usize].id;
        match table {
            TableId::Relations => other.relations.iter().position(|one| one.id == *id).unwrap(),
            _ => at as usize,
        }
    };
    let mut all = Rows::default();
    for table in TableId::ALL {
        for at in 0..u32::try_from(model.count(*table)).unwrap() {
            let mut one = Rows::default();
            one.copy(model, *table, at);
            one.visit(*table, at, &mut |table, at| {
                if table == TableId::Relations {
                    *at = u32::try_from(place(table, *at)).unwrap();
                }
            });
            if let (TableId::Relations, Some(relation)) = (*table, one.relations.remove(&at)) {
                one.relations
                    .insert(u32::try_from(place(*table, at)).unwrap(), relation);
            }
            all.add(one);
        }
    }
    all.model()
}

#[cfg(feature = "bundled")]
#[test]
fn the_data_set_is_written_as_it_is_read() {
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let model = lower(&crate::text::read_dir(&data).unwrap()).model;
    let files = written(&model);
    // the files are those of the data set, which keeps the same law
    let here = |path: &String| data.join(path).is_file();
    let new: Vec<&String> = files.keys().filter(|path| !here(path)).collect();
    assert_eq!(new, [] as [&String; 0]);
    for (path, text) in &files {
        assert_eq!(format(text).as_deref(), Ok(text.as_str()), "{path}");
    }
    let lowered = read(&files);
    assert_eq!(lowered.diagnostics, []);
    assert!(lowered.model == model, "the data set changes by being written");
}

#[test]
fn sources_and_deals_stand_with_who_names_them() {
    let text = "\
case: {id: one, title: One, about: [a]}
companies:
  - {id: a, name: A, sources: [of-a]}
  - {id: b, name: B}
sources:
  - {id: of-a, title: T, kind: news, published: 2019}
  - {id: of-one, title: T, kind: news, published: 2019, based_on: behind}
  - {id: behind, title: T, kind: news, published: unknown, accessed: 2020}
  - {id: of-both, title: T, kind: news, published: 2019, based_on: behind-both}
  - {id: behind-both, title: T, kind: news, published: 2019-03/2019-04, accessed: 2020}
  - {id: of-nobody, title: T, kind: news, published: 2019}
deals:
  - {id: d, title: D, parties: [a, b], sources: [of-both]}
supplies:
  - {id: x, supplier: a, customer: b, product: p, since: 2019, deal: d, sources: [of-one, of-both]}
";
    let other = "\
case: {id: two, title: Two, about: [a]}
events:
  - {id: e, title: E, date: 2019, about: [a], sources: [of-both]}
successions:
  - {id: s, from: b, to: a, as: merger, since: 2020, sources: [of-both]}
";
    let files = [("one.yaml", text), ("two.yaml", other)];
    let lowered = read(&files.map(|(path, text)| (path.to_owned(), text.to_owned())).into());
    assert_eq!(lowered.diagnostics, []);
    let files = written(&lowered.model);
    let ids = |path: &str| -> Vec<&str> {
        let lines = files[path]
            .lines()
            .filter_map(|line| line.trim_start_matches([' ', '-']).strip_prefix("id: "));
        lines.collect()
    };
    assert_eq!(
        files.keys().collect::<Vec<_>>(),
        [
            "cases/one.yaml",
            "cases/two.yaml",
            "companies/a.yaml",
            "companies/b.yaml",
            "sources.yaml"
        ]
    );
    assert_eq!(ids("cases/one.yaml"), ["one", "d", "x", "behind", "of-one"]);
    assert_eq!(ids("cases/two.yaml"), ["two", "e"]);
    assert_eq!(ids("companies/a.yaml"), ["a", "s", "of-a"]);
    assert_eq!(ids("sources.yaml"), ["behind-both", "of-both", "of-nobody"]);
    assert_eq!(read(&files).model, lowered.model);
}

#[test]
fn an_id_that_is_no_name_of_a_file_is_refused() {
    let mut model = read(&[("a.yaml".to_owned(), "companies: [{id: a, name: A}]\n".to_owned())].into()).model;
    model.companies[0].id = "../a".into();
    let error = write_files(&model, |_, _| Ok(())).unwrap_err();
    assert!(error.to_string().contains("`../a` can be no name of a file"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_model_is_written_as_it_is_read(data in random(false)) {
        let mut made = data.model;
        for at in 0..made.relations.len() {
            made.relations[at].id = made.relations[at].id.replace('_', "-").into();
        }
        // what the maker leaves unsorted is sorted as in any model; it makes dates and the like that reading complains of
        let model = link(&unlink(&made, 0, Span::at(FileId(0), 0))).model;
        prop_assert_eq!(model.relations.len(), made.relations.len());
        let first = read(&written(&model)).model;
        prop_assert_eq!(&ordered_as(&model, &first), &first);
        prop_assert_eq!(&read(&written(&first)).model, &first);
    }
}
