use super::*;
use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::judge::Scope;
use crate::judge::testing::{Data, date};
use crate::lang::Lang;
use crate::model::{Claim, Event, Model, OtherReport, Quote, RecordId};
use crate::report::{csv, text};
use crate::values::Text;
use crate::vocab::{EventKind, KindName, SourceKind, Status, Wording};

/// Sữa Việt supplies and fights Bò Sữa, through a daughter too; others stand around them.
fn milk() -> Data {
    let mut data = Data::new();
    let supply = data.tie("supply", "sua-viet > bo-sua", "2015..");
    data.tie("competitive_overlap", "bo-sua, sua-viet", "2018-03-01..2020");
    data.part_of("sua-con", "sua-viet", "2019-06-01..");
    data.tie("license", "sua-con > bo-sua", "2012-01-01..");
    let talks = data.tie("acquisition", "sua-viet > bo-sua", "2019-05-01");
    data.edit(talks).status = Status::Talks;
    let rumour = data.tie("alliance", "sua-viet, bo-sua", "2019-01-01..");
    data.edit(rumour).refuted_by.push(RecordId::Relation(supply));
    let old = data.tie("alliance", "sua-viet, bo-sua", "2016-01-01..");
    let strong = data.tie("alliance", "sua-viet, bo-sua", "2017-01-01..");
    data.edit(old).disputes.push(RecordId::Relation(strong));
    let filing = data.source(SourceKind::Filing, "2017-02-01");
    data.edit(strong).sources.push(filing.clone());
    data.edit(supply).reported_otherwise.push(OtherReport {
        field: "since".into(),
        value: Text::from("2014"),
        note: None,
        sources: vec![filing.clone()],
    });
    for (kind, parties) in [
        ("stake", "quy > sua-viet"),
        ("investment", "quy > bo-sua"),
        ("supply", "may > sua-viet"),
        ("cloud_dependency", "bo-sua > may"),
        ("competitive_overlap", "sua-viet, tra"),
        ("alliance", "tra, bo-sua"),
    ] {
        let id = data.tie(kind, parties, "2018..");
        if kind == "stake" {
            data.share(id, 20);
        }
    }
    let (a, b) = (data.company("sua-viet"), data.company("bo-sua"));
    data.model.companies[a.index()].name = "Sữa Việt".into();
    data.model.companies[b.index()].name = "Bò Sữa".into();
    let daughter = data.company("sua-con");
    data.model.events.push(Event {
        id: "case/ra-mat".into(),
        case: 0.into(),
        date: date("2019-07"),
        about: vec![daughter, b],
        title: Text::from("ra mắt sữa chua"),
        kind: EventKind::Launch,
        note: None,
        disputes: Vec::new(),
        refuted_by: Vec::new(),
        sources: vec![filing.clone()],
    });
    data.model.quotes.push(Quote {
        id: "case/loi".into(),
        case: 0.into(),
        date: None,
        speaker: "Bà Lan".into(),
        role: None,
        company: Some(a),
        about: vec![b],
        text: Text::from("họ là bạn\u{1b}[2J"),
        original_language: None,
        translation_of: None,
        wording: Some(Wording::NotFound),
        note: None,
        sources: vec![filing.clone()],
    });
    data.model.claims.push(Claim {
        id: "case/khong".into(),
        case: 0.into(),
        about: vec![a, b],
        text: Text::from("không có liên minh"),
        by: None,
        date: Some(date("2019")),
        disputes: vec![RecordId::Relation(strong)],
        refuted_by: Vec::new(),
        note: None,
        sources: vec![filing],
    });
    data
}

fn ask<T>(model: &Model, scope: &Scope, (a, b): (&str, &str), use_it: impl Fn(&View<'_>, &Between) -> T) -> T {
    let graph = Graph::new(model, scope.known);
    let view = View::new(&graph, scope);
    let id = |name| CompanyId::from(model.companies.iter().position(|company| company.id == name).unwrap());
    let found = between(&view, id(a), id(b));
    use_it(&view, &found)
}

const PAIR: (&str, &str) = ("sua-viet", "bo-sua");

#[test]
fn the_dossier_reads_well() {
    let data = milk();
    let scope = Scope::at(date("2019-12-31"));
    for lang in [Lang::En, Lang::Vi] {
        let layout = text::Layout {
            width: None,
            color: false,
            lang,
        };
        let answer = ask(&data.model, &scope, PAIR, |view, found| {
            text::write(&table(view, found, lang), &layout)
        });
        assert!(!answer.contains('\u{1b}'));
        insta::assert_snapshot!(format!("dossier_{}", lang.code()), answer);
    }
    let rows = ask(&data.model, &scope, PAIR, |view, found| {
        csv::write(&table(view, found, Lang::En))
    });
    insta::assert_snapshot!("dossier_csv", rows);
    let json = ask(&data.model, &scope, PAIR, |view, found| {
        serde_json::to_string_pretty(&wire(view, found)).unwrap()
    });
    insta::assert_snapshot!("dossier_json", json);
}

#[test]
fn both_ends_tell_the_same() {
    let data = milk();
    for at in ["2011", "2018-06", "2019", "2026"] {
        let scope = Scope::at(date(at));
        let tell = |pair| {
            ask(&data.model, &scope, pair, |_, found| {
                let uncounted: Vec<_> = found
                    .uncounted
                    .iter()
                    .map(|u| (u.tie.relations.clone(), u.standing))
                    .collect();
                (
                    found.stance,
                    found.firm,
                    found.phases.clone(),
                    found.relations(),
                    uncounted,
                )
            })
        };
        assert_eq!(tell(PAIR), tell((PAIR.1, PAIR.0)), "{at}");
    }
}

#[test]
fn nothing_is_told_before_its_time_or_before_it_was_known() {
    let mut data = milk();
    let count = |model: &Model, scope: &Scope| {
        ask(model, scope, PAIR, |_, found| {
            (
                found.ties.len(),
                found.uncounted.len(),
                found.events.len(),
                found.claims.len(),
            )
        })
    };
    assert_eq!(count(&data.model, &Scope::at(date("2014"))), (0, 0, 0, 0));
    let mut scope = Scope::at(date("2019-12-31"));
    assert_eq!(count(&data.model, &scope), (4, 3, 1, 1));
    scope.group = false;
    assert_eq!(count(&data.model, &scope), (3, 3, 0, 1));
    scope.known = Knowledge(Some(date("2017-01-31").first()));
    // the rivalry of 2018 had not begun; the filing was not out, so the first of two equal records counts and nobody objects
    assert_eq!(count(&data.model, &scope), (2, 3, 0, 0));
    data.model.sources[0].published = None;
    assert_eq!(count(&data.model, &scope), (0, 0, 0, 0));
}

#[test]
fn companies_of_one_group_without_any_tie_are_one_group() {
    let mut data = Data::new();
    data.tie("acquisition", "microsoft > github", "2018-10-26");
    let stance = |at: &str, pair| ask(&data.model, &Scope::at(date(at)), pair, |_, found| found.stance.zone);
    assert_eq!(stance("2018-10-25", ("microsoft", "github")), Zone::None);
    assert_eq!(stance("2020", ("github", "microsoft")), Zone::OneGroup);
}

#[test]
fn statements_that_dispute_each_other_stand_together_with_who_says_so() {
    let mut data = milk();
    let about = vec![data.company("sua-viet"), data.company("bo-sua")];
    let blog = data.source(SourceKind::Blog, "2019-01-05");
    let paper = data.source(SourceKind::News, "2019-01-05");
    let first = data.model.claims.len();
    let id = |n: usize| RecordId::Claim((first + n).into());
    let mut say = |text: &str, source: &crate::model::Citation, disputes: &[RecordId], refuted_by: &[RecordId]| {
        data.model.claims.push(Claim {
            id: format!("case/{}", text.replace(' ', "-")).into(),
            case: 0.into(),
            about: about.clone(),
            text: Text::from(text),
            by: Some("Ông Nam".into()),
            date: None,
            disputes: disputes.to_vec(),
            refuted_by: refuted_by.to_vec(),
            note: None,
            sources: vec![source.clone()],
        });
    };
    say("hai bên góp 49", &blog, &[], &[]);
    say("không ai góp", &paper, &[id(0)], &[]);
    say("ra mắt 2018", &paper, &[id(1)], &[RecordId::Event(0.into())]);
    say("có", &paper, &[id(4)], &[]);
    say("không", &paper, &[id(3)], &[]);
    let scope = Scope::at(date("2020"));
    let expected = [
        (vec![RecordId::Event(0.into())], Settled::Refuted, vec![id(2)]),
        (vec![id(1)], Settled::Confidence, vec![id(0)]),
        (vec![id(3)], Settled::Open, vec![id(4)]),
    ];
    ask(&data.model, &scope, PAIR, |view, found| {
        let statements = found
            .statements
            .iter()
            .map(|one| (one.best.clone(), one.settled, one.others.clone()));
        assert_eq!(statements.collect::<Vec<_>>(), expected);
        let layout = text::Layout {
            width: None,
            color: false,
            lang: Lang::Vi,
        };
        let table = text::write(&table(view, found, Lang::Vi), &layout);
        let (claims, disputed) = table.split_once("CÁC ĐIỂM BẤT ĐỒNG").unwrap();
        assert!(
            !claims.contains("hai bên góp 49") && !claims.contains("ra mắt 2018"),
            "{claims}"
        );
        for line in [
            [
                "không ai góp",
                "Ông Nam, có căn cứ hơn: nguồn đáng tin hơn",
                "case/không-ai-góp",
            ],
            ["hai bên góp 49", "Ông Nam, căn cứ yếu hơn", "case/hai-bên-góp-49"],
            ["ra mắt sữa chua", "bác bỏ điều dưới đây", "case/ra-mat"],
            ["ra mắt 2018", "Ông Nam, đã bị bác bỏ", "case/ra-mắt-2018"],
        ] {
            let shown = |row: &str| line.iter().all(|part| row.contains(part));
            assert!(disputed.lines().any(shown), "{line:?} in\n{disputed}");
        }
    });
    // what the paper says was not known before it appeared
    let early = Scope {
        known: Knowledge(Some(date("2019-01-04").last())),
        ..Scope::at(date("2020"))
    };
    ask(&data.model, &early, PAIR, |_, found| assert_eq!(found.statements, []));
}

/// A filter chooses what is shown; the stance rests on what it rested on, and what is doubtful is not shown as sure.
#[test]
fn what_a_stance_rests_on_is_counted_whatever_is_shown() {
    let mut data = Data::new();
    data.tie("alliance", "a, b", "2024..");
    data.tie("competitive_overlap", "a, b", "2024..");
    let stale = data.tie("supply", "a > b", "2008..");
    let source = data.source(SourceKind::News, "2009-01-01");
    data.edit(stale).sources = vec![source];
    let at = |change: fn(&mut Scope)| {
        let mut scope = Scope::at(date("2025"));
        change(&mut scope);
        ask(&data.model, &scope, ("a", "b"), |view, found| {
            let table = table(view, found, Lang::En);
            let rests = table.notes.iter().find(|note| note.contains("rests on")).cloned();
            (rests.unwrap_or_default(), found.ties.len())
        })
    };
    let (rests, ties) = at(|_| ());
    assert!(
        rests.contains("of cooperation and 1 of competition") && ties == 3,
        "{rests}, {ties}"
    );
    let (rests, ties) = at(|scope| scope.kinds = vec![KindName::COMPETITIVE_OVERLAP.index()]);
    assert!(
        !rests.contains("0 record") && rests.contains("1 of competition") && ties == 1,
        "{rests}, {ties}"
    );
    let (rests, ties) = at(|scope| scope.firm = true);
    assert!(
        rests.contains("1 record of cooperation") && ties == 2,
        "what is only presumed is none: {rests}, {ties}"
    );
}
