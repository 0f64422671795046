//! A data set whose bytes were changed or cut off gives the right answer or a typed error, whatever is asked of it.

use std::path::Path;
use std::sync::OnceLock;

use bytes::Bytes;
use frenemy::Dataset;
use frenemy::derived::Knowledge;
use frenemy::derived::snapshot::{self, SnapshotError};
use frenemy::graph::Budget;
use frenemy::judge::{Scope, View};
use frenemy::lang::Lang;
use frenemy::lower::lower;
use frenemy::model::CompanyId;
use frenemy::picture::{self, Style, Subject, svg};
use frenemy::query::{QUESTIONS, Request};
use frenemy::report::text::{self, Layout};
use frenemy::request::AskError;
use frenemy::text::read_dir;
use frenemy::values::PartialDate;
use proptest::prelude::*;

use crate::asked::ASKED;
use crate::support::root;

fn packed(data: &str) -> Vec<u8> {
    let lowered = lower(&read_dir(&root().join(Path::new(data))).unwrap());
    snapshot::write(&lowered.model).unwrap()
}

fn small() -> Vec<u8> {
    packed("tests/fixtures/golden/data")
}

fn open(bytes: &[u8]) -> Result<Dataset, SnapshotError> {
    frenemy::store::packed(&Bytes::copy_from_slice(bytes))
}

fn today() -> PartialDate {
    "2023-03".parse().unwrap()
}

/// Everything that is said in answer to the request of an address.
fn ask(dataset: &Dataset, address: &str) -> Result<String, AskError> {
    let request: Request = address.parse().unwrap_or_else(|error| panic!("{address}: {error}"));
    let answer = dataset.ask(&request, Some(today()), &Budget::UNLIMITED)?;
    let layout = Layout {
        width: Some(100),
        color: false,
        lang: Lang::Vi,
    };
    let told = text::write(&answer.table(Lang::Vi)?, &layout);
    Ok(told + &answer.json(Lang::En)? + answer.text().unwrap_or_default())
}

/// Pictures are no questions: whoever draws asks whether the data are intact.
fn draw(dataset: &Dataset) -> Result<String, AskError> {
    let graph = dataset.graph(Knowledge::ALL);
    let scope = Scope::at(today());
    let view = View::new(&graph, &scope);
    let (a, b) = (CompanyId(0), CompanyId(1));
    let styles: [(Style, Vec<CompanyId>); 5] = [
        (Style::Map, Vec::new()),
        (Style::Ego, vec![a]),
        (Style::Lanes, vec![a, b]),
        (Style::Matrix, vec![a, b]),
        (Style::Flow, vec![a, b]),
    ];
    let drawn = styles.map(|(style, companies)| {
        let subject = Subject {
            companies,
            hops: 1,
            deal: None,
        };
        let draft = picture::draft(&view, &subject, style, Lang::En);
        svg::write(&picture::finish(draft, None), svg::Theme::Auto)
    });
    dataset.intact()?;
    Ok(drawn.concat())
}

#[test]
fn no_changed_byte_goes_unnoticed() {
    let bytes = small();
    let right = open(&bytes).unwrap();
    let whole = right.hash();
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        let noticed = match open(&changed) {
            Err(SnapshotError::Foreign) => at < 8,
            Err(SnapshotError::Version { .. }) => (8..12).contains(&at),
            Err(SnapshotError::Damaged(_)) => true,
            Ok(dataset) => {
                assert_eq!(dataset.hash(), whole);
                let equal = dataset.model() == right.model();
                let _ = dataset.graph(Knowledge::ALL);
                dataset.intact().is_err() && (!equal || dataset.intact().is_err_and(|damage| damage.table == "outline"))
            }
        };
        assert!(noticed, "byte {at}");
    }
}

#[test]
fn no_cut_goes_unnoticed() {
    let bytes = small();
    for end in 0..bytes.len() {
        assert!(open(&bytes[..end]).is_err(), "cut at {end}");
    }
    assert!(
        open(&[bytes.as_slice(), b"\0"].concat()).is_err(),
        "something was added"
    );
}

#[test]
fn every_question_of_a_damaged_data_set_is_answered_rightly_or_not_at_all() {
    let bytes = small();
    let whole = open(&bytes).unwrap();
    let said = |dataset: &Dataset, address: &str| match address {
        "draw" => draw(dataset),
        _ => ask(dataset, address),
    };
    let asked: Vec<&str> = ASKED.iter().map(|(_, address)| *address).chain(["draw"]).collect();
    let right: Vec<_> = asked.iter().map(|address| said(&whole, address)).collect();
    // one changed byte damages its block, whichever byte it is; so each block is damaged once, and some more than once
    let (mut refused, mut answered) = (0, 0);
    for at in (60..bytes.len()).step_by(193) {
        let mut changed = bytes.clone();
        changed[at] ^= 0x20;
        for (address, right) in asked.iter().zip(&right) {
            // opened anew, so that no question profits from what an earlier one noticed
            let Ok(dataset) = open(&changed) else { continue };
            match said(&dataset, address) {
                Err(AskError::Damaged(_)) => refused += 1,
                said => {
                    assert_eq!(format!("{said:?}"), format!("{right:?}"), "{address}, byte {at}");
                    answered += 1;
                }
            }
        }
    }
    assert!(refused > 100 && answered > 10, "{refused} refused, {answered} answered");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Where some blocks of a table are whole and others are not, blank records stand among others.
    #[test]
    fn a_large_data_set_with_holes_is_answered_rightly_or_not_at_all(
        holes in proptest::collection::vec(any::<proptest::sample::Index>(), 1..40),
        question in any::<proptest::sample::Index>(),
    ) {
        static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = BYTES.get_or_init(|| packed("data"));
        let examples: Vec<&str> = QUESTIONS.iter().flat_map(|question| question.examples).copied().collect();
        let address = examples[question.index(examples.len())];
        let mut changed = bytes.clone();
        for hole in holes {
            // behind the index
            let from = bytes.len() / 20;
            changed[from + hole.index(bytes.len() - from)] ^= 1;
        }
        let said = ask(&open(&changed).unwrap(), address);
        if !matches!(said, Err(AskError::Damaged(_))) {
            let right = ask(&open(bytes).unwrap(), address);
            prop_assert_eq!(format!("{said:?}"), format!("{right:?}"), "{}", address);
        }
    }
}
