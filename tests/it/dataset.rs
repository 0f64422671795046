//! Data sets as a user of the library holds them.

use std::path::PathBuf;

use frenemy::Dataset;
use frenemy::graph::Budget;
use frenemy::lang::Lang;
use frenemy::query::Request;
use frenemy::values::Day;

use crate::support::root;

const DATA: &str = "tests/fixtures/golden/data";
const OVERLAY: &str = "tests/fixtures/golden/overlay";

/// The data tell of days after any that is written here.
const TODAY: Day = Day::MAX;

fn at(paths: &[&str]) -> Dataset {
    let paths: Vec<PathBuf> = paths.iter().map(|path| root().join(path)).collect();
    Dataset::open(paths, TODAY).unwrap()
}

fn asked(dataset: &Dataset, name: &str) -> String {
    let request: Request = format!("who/{name}").parse().unwrap();
    let today = "2023-03".parse().unwrap();
    let answer = dataset.ask(&request, Some(today), &Budget::UNLIMITED).unwrap();
    answer.json(Lang::En).unwrap()
}

#[test]
fn the_bundled_data_set_is_that_of_the_directory() {
    let (bundled, opened) = (Dataset::bundled().unwrap(), at(&["data"]));
    assert_eq!(bundled.model(), opened.model());
    assert_eq!(bundled.hash(), opened.hash());
    assert_eq!(asked(&bundled, "microsoft"), asked(&opened, "Microsoft Corporation"));
    assert_eq!(bundled.intact(), Ok(()));
}

#[test]
fn what_is_laid_over_records_is_as_if_all_were_read_from_files() {
    let base = at(&[DATA]);
    let over = base.overlay([root().join(OVERLAY)], TODAY).unwrap();
    let read = at(&[DATA, OVERLAY]);
    assert_ne!(base.model(), read.model());
    assert_eq!(over.model(), read.model());
    assert_eq!(
        (over.hash(), asked(&over, "aurora")),
        (read.hash(), asked(&read, "aurora"))
    );
}

#[test]
fn what_is_laid_over_records_is_checked_against_them() {
    let base = at(&[DATA]);
    let directory = tempfile::tempdir().unwrap();
    let write = |text: &str| std::fs::write(directory.path().join("own.yaml"), text).unwrap();
    write("companies: [{id: aurora, name: Aurora, sources: [nothing]}]");
    let error = base.overlay([directory.path()], TODAY).unwrap_err();
    let frenemy::store::OpenError::Faulty(faults) = error else {
        panic!("{error}")
    };
    let said: Vec<&str> = faults.errors.iter().map(|error| error.headline.as_str()).collect();
    assert_eq!(said, ["two records have the id `aurora`: each is a company"]);
    assert_eq!(faults.readable.model().companies, base.model().companies);
    write("companies: [{id: own, name: Own, part_of: [{company: aurora}], sources: [nothing]}]");
    let error = base.overlay([directory.path()], TODAY).unwrap_err();
    assert_eq!(error.to_string(), "the data have 1 error");
}

#[test]
fn two_threads_ask_one_data_set() {
    let dataset = Dataset::bundled().unwrap();
    let names = ["microsoft", "ibm", "openai", "apple"];
    let right: Vec<String> = names
        .iter()
        .map(|name| asked(&Dataset::bundled().unwrap(), name))
        .collect();
    let said: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = names
            .iter()
            .map(|name| {
                let dataset = dataset.clone();
                scope.spawn(move || asked(&dataset, name))
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(said, right);
}

/// Opens, asks and drops a thousand data sets. Alone in its process, since what others allocate would be counted too.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "run by `a_thousand_data_sets_leave_no_trace` in a process of its own"]
fn memory_stays_flat() {
    let bytes = frenemy::derived::snapshot::write(at(&[DATA]).model()).unwrap();
    let once = || {
        let packed = frenemy::store::packed(&bytes.clone().into()).unwrap();
        let read = Dataset::from_model(packed.model().clone());
        for dataset in [packed, read] {
            asked(&dataset, "aurora");
            let _ = dataset.hash();
        }
    };
    let resident = || {
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap()
    };
    (0..50).for_each(|_| once());
    let before = resident();
    (0..1_000).for_each(|_| once());
    let grown = resident().saturating_sub(before);
    // the bytes alone, leaked a thousand times, would be more
    let leaked = 1_000 * bytes.len() / 1_024;
    assert!(
        grown * 4 < leaked,
        "grew by {grown} kB, of {leaked} kB that were opened"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_thousand_data_sets_leave_no_trace() {
    let own = std::env::current_exe().unwrap();
    let output = std::process::Command::new(own)
        .args(["--exact", "dataset::memory_stays_flat", "--ignored"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}
