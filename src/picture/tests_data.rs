//! What every picture must keep, on the bundled data: all cases, all markets, every seventh company.

use std::path::PathBuf;
use std::sync::OnceLock;

use super::geometry::Rect;
use super::scene::{Scene, Style};
use super::tests::{check_places, graphviz_reads};
use super::{Draft, Subject, draft, finish, graphviz};
use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::judge::testing::date;
use crate::judge::{Scope, View};
use crate::lang::Lang;
use crate::lower::lower;
use crate::model::{CaseId, MarketId, Model};
use crate::text::read_dirs;

pub(super) fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| {
        let data = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data");
        lower(&read_dirs(&[data]).unwrap()).model
    })
}

/// Drafts pictures of the data as of a day, and hands each to a check.
fn drawn(scope: &Scope, subject: &Subject, style: Style, check: impl Fn(Draft)) {
    static GRAPH: OnceLock<Graph<'static>> = OnceLock::new();
    let view = View::new(GRAPH.get_or_init(|| Graph::new(model(), Knowledge::ALL)), scope);
    let open = draft(&view, subject, style, Lang::En);
    if !open.scene().is_empty() {
        check(open);
    }
}

fn today() -> Scope {
    Scope::at(date("2026-11-23"))
}

/// The scopes of all cases with their names.
fn cases() -> impl Iterator<Item = (Scope, String)> {
    (0..model().cases.len()).map(CaseId::from).map(|id| {
        let scope = Scope {
            case: Some(id),
            ..today()
        };
        (scope, model()[id].id.to_string())
    })
}

/// Every text of the picture stands on the canvas, and those that stand alone on no other.
fn check(scene: &Scene, what: &str) {
    check_places(scene, what);
    let straight: Vec<(Rect, &str)> = scene
        .labels
        .iter()
        .filter(|label| !label.slanted)
        .map(|label| (label.rect().grown(-2.5), label.text.as_str()))
        .collect();
    for (at, (rect, text)) in straight.iter().enumerate() {
        let under = straight[at + 1..].iter().find(|(other, _)| rect.overlaps(*other));
        assert!(under.is_none(), "{what}: {text} on {under:?}");
    }
}

#[test]
fn every_case_is_drawn_in_every_style() {
    let mut pictures = 0;
    for (scope, name) in cases() {
        for style in [Style::Map, Style::Flow, Style::Lanes, Style::Matrix] {
            drawn(&scope, &Subject::default(), style, |open| {
                check(&finish(open, None), &format!("{name}, {style:?}"));
            });
            pictures += 1;
        }
    }
    assert!(pictures > 300, "{pictures}");
}

#[test]
fn every_market_and_many_companies_are_drawn() {
    for id in (0..model().markets.len()).map(MarketId::from) {
        let scope = Scope {
            market: Some(id),
            ..today()
        };
        drawn(&scope, &Subject::default(), Style::Map, |open| {
            check(&finish(open, None), &format!("market {}", model()[id].id));
        });
    }
    for (company, found) in model().companies().step_by(7) {
        let subject = Subject {
            companies: vec![company],
            hops: 1,
            ..Subject::default()
        };
        for style in [Style::Ego, Style::Map] {
            drawn(&today(), &subject, style, |open| {
                check(&finish(open, None), &format!("{}, {style:?}", found.id));
            });
        }
    }
}

#[test]
fn graphviz_places_cases_as_well() {
    for (scope, name) in cases().step_by(6) {
        for style in [Style::Map, Style::Flow] {
            drawn(&scope, &Subject::default(), style, |open| {
                let request = graphviz::request(&open).unwrap();
                let Some(answer) = graphviz_reads(&request, "json") else {
                    return;
                };
                let placement = graphviz::read(&open, &answer).unwrap();
                check(
                    &finish(open, Some(placement)),
                    &format!("{name}, {style:?} by Graphviz"),
                );
            });
        }
    }
}
