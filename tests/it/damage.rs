//! A data set whose bytes were changed or cut off gives the right answer or a typed error, whatever is asked of it.

use std::path::Path;

use bytes::Bytes;
use frenemy::Dataset;
use frenemy::derived::Knowledge;
use frenemy::derived::snapshot::{self, SnapshotError};
use frenemy::judge::{Scope, View};
use frenemy::lang::Lang;
use frenemy::lower::lower;
use frenemy::model::{CaseId, CompanyId, Damaged, Names, RelationId};
use frenemy::picture::{self, Style, Subject, svg};
use frenemy::query::{
    between, cite, cycles, depends, diff, gaps, list, path, rank, show, stats, timeline, transitions, triangles, who,
    why,
};
use frenemy::report::{json, text};
use frenemy::text::read_dir;
use frenemy::values::PartialDate;
use frenemy::vocab::Side;
use proptest::prelude::*;

use crate::support::root;

fn packed(data: &Path) -> Vec<u8> {
    let lowered = lower(&read_dir(&root().join(data)).unwrap());
    snapshot::write(&lowered.model).unwrap()
}

fn small() -> Vec<u8> {
    packed(Path::new("tests/fixtures/golden/data"))
}

fn open(bytes: &[u8]) -> Result<Dataset, SnapshotError> {
    frenemy::store::packed(&Bytes::copy_from_slice(bytes))
}

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

/// A question about two companies, and everything that is said in answer.
type Question = fn(&View<'_>, CompanyId, CompanyId) -> String;

fn told(table: &frenemy::report::Table) -> String {
    text::write(
        table,
        &text::Layout {
            width: Some(100),
            color: false,
            lang: Lang::Vi,
        },
    )
}

fn wired<W: serde::Serialize>(wire: &W) -> String {
    json::write(wire).unwrap()
}

const QUESTIONS: &[(&str, Question)] = &[
    ("who", |view, a, _| {
        let answer = who::who(
            view,
            a,
            &who::Wanted {
                same_market: true,
                ..who::Wanted::default()
            },
        );
        told(&who::table(view, &answer, Lang::En)) + &wired(&who::wire(view, &answer))
    }),
    ("gaps", |view, a, _| {
        let answer = gaps::gaps(view, a);
        told(&gaps::table(view, &answer, Lang::En)) + &wired(&gaps::wire(view, &answer))
    }),
    ("between", |view, a, b| {
        let answer = between::between(view, a, b);
        told(&between::table(view, &answer, Lang::En)) + &wired(&between::wire(view, &answer))
    }),
    ("timeline", |view, a, _| {
        let answer = timeline::timeline(view, timeline::Subject::Company(a));
        told(&timeline::table(view, &answer, Lang::En)) + &wired(&timeline::wire(view, &answer, Lang::En))
    }),
    ("case", |view, _, _| {
        let answer = timeline::timeline(view, timeline::Subject::Case(CaseId(0)));
        told(&timeline::table(view, &answer, Lang::Vi)) + &wired(&timeline::wire(view, &answer, Lang::Vi))
    }),
    ("path", |view, a, b| {
        let wanted = path::Wanted {
            k: 3,
            avoid: Vec::new(),
            competition: true,
        };
        let answer = path::path(view, a, b, wanted);
        told(&path::table(view, &answer, Lang::En)) + &wired(&path::wire(view, &answer))
    }),
    ("depends", |view, a, _| {
        let answer = depends::depends(view, a, true, 3);
        told(&depends::table(view, &answer, Lang::En)) + &wired(&depends::wire(view, &answer))
    }),
    ("cycles", |view, _, _| {
        let answer = cycles::cycles(view, None, 4);
        told(&cycles::table(view, &answer, Lang::En)) + &wired(&cycles::wire(view, &answer))
    }),
    ("transitions", |view, a, _| {
        let answer = transitions::transitions(view, Some(a));
        told(&transitions::table(view, &answer, Lang::En)) + &wired(&transitions::wire(view, &answer))
    }),
    ("triangles", |view, a, _| {
        let answer = triangles::triangles(view, Some(a), triangles::Balance::default());
        told(&triangles::table(view, &answer, true, Lang::En)) + &wired(&triangles::wire(view, &answer))
    }),
    ("rank", |view, _, _| {
        let answer = rank::rank(view, rank::By::Degree, Side::Cooperation);
        told(&rank::table(view, &answer, 10, Lang::En)) + &wired(&rank::wire(view, &answer, 10))
    }),
    ("diff", |view, a, _| {
        let then = Scope::at(date("2015"));
        let before = View {
            graph: view.graph,
            scope: &then,
        };
        let answer = diff::diff(&before, view, Some(a));
        told(&diff::table(&before, view, &answer, Lang::En)) + &wired(&diff::wire(&before, view, &answer))
    }),
    ("why", |view, a, b| {
        let answer = why::why(view, a, b);
        told(&why::table(view, &answer, Lang::En)) + &wired(&why::wire(view, &answer))
    }),
    ("cite", |view, a, b| {
        let answer = cite::cite(view, cite::Subject::Pair(a, b), String::new());
        told(&cite::table(view, &answer, Lang::En)) + &cite::bibtex(view, &answer) + &wired(&cite::wire(view, &answer))
    }),
    ("list", |view, _, _| {
        let every = [
            list::Of::Companies,
            list::Of::Cases,
            list::Of::Markets,
            list::Of::Sources,
            list::Of::Relations,
            list::Of::Deals,
        ];
        let tables = every.map(|of| {
            let listing = list::list(view, of);
            told(&list::table(view, &listing, Lang::En)) + &wired(&list::wire(view, &listing, Lang::En))
        });
        tables.concat()
    }),
    ("show", |view, a, _| {
        let subjects = [
            show::Subject::Company(a),
            show::Subject::Case(CaseId(0)),
            show::Subject::Market(0.into()),
            show::Subject::Source(0.into()),
            show::Subject::Relation(RelationId(0)),
        ];
        let records = subjects.map(|subject| told(&show::table(view, &show::show(view, subject, Lang::En), Lang::En)));
        records.concat() + &wired(&show::wire(view, "deal", &show::find(view.model(), "deal"), Lang::En))
    }),
    ("stats", |view, _, _| {
        let answer = stats::stats(view);
        told(&stats::table(view, &answer, Lang::En)) + &wired(&stats::wire(view, &answer))
    }),
    ("draw", |view, a, b| {
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
            let draft = picture::draft(view, &subject, style, Lang::En);
            svg::write(&picture::finish(draft, None), svg::Theme::Auto)
        });
        drawn.concat()
    }),
];

/// What a data set answers, and whether it may be said.
fn ask(dataset: &Dataset, question: Question, names: (&str, &str)) -> Result<String, Damaged> {
    let found = [names.0, names.1].map(|name| Names::new(dataset.model()).exact(name).first().copied());
    let [Some(a), Some(b)] = found else {
        dataset.intact()?;
        return Ok("no such company".to_owned());
    };
    let graph = dataset.graph(Knowledge::ALL);
    let scope = Scope::at(date("2023-03"));
    let said = question(
        &View {
            graph: &graph,
            scope: &scope,
        },
        a,
        b,
    );
    dataset.intact()?;
    Ok(said)
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
    let names = ("aurora", "borealis");
    let whole = open(&bytes).unwrap();
    let right: Vec<String> = QUESTIONS
        .iter()
        .map(|(_, question)| ask(&whole, *question, names).unwrap())
        .collect();
    // one changed byte damages its block, whichever byte it is; so each block is damaged once, and some more than once
    let mut refused = 0;
    let mut answered = 0;
    for at in (60..bytes.len()).step_by(97) {
        let mut changed = bytes.clone();
        changed[at] ^= 0x20;
        for ((name, question), right) in QUESTIONS.iter().zip(&right) {
            // opened anew, so that no question profits from what an earlier one noticed
            let Ok(dataset) = open(&changed) else { continue };
            match ask(&dataset, *question, names) {
                Ok(said) => {
                    assert_eq!(said, *right, "{name}, byte {at}");
                    answered += 1;
                }
                Err(_) => refused += 1,
            }
        }
    }
    assert!(refused > 100 && answered > 10, "{refused} refused, {answered} answered");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Where some blocks of a table are whole and others are not, blank records stand among others.
    #[test]
    fn a_large_data_set_with_holes_is_answered_rightly_or_not_at_all(
        holes in proptest::collection::vec(any::<proptest::sample::Index>(), 1..40),
        question in any::<proptest::sample::Index>(),
    ) {
        static BYTES: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
        let bytes = BYTES.get_or_init(|| packed(Path::new("data")));
        let names = ("ibm", "microsoft");
        let (name, question) = QUESTIONS[question.index(QUESTIONS.len())];
        let mut changed = bytes.clone();
        for hole in holes {
            // behind the index
            let at = bytes.len() / 20 + hole.index(bytes.len() - bytes.len() / 20);
            changed[at] ^= 1;
        }
        let dataset = open(&changed).unwrap();
        if let Ok(said) = ask(&dataset, question, names) {
            prop_assert_eq!(said, ask(&open(bytes).unwrap(), question, names).unwrap(), "{}", name);
        }
    }
}
