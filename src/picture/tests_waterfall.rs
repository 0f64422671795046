//! Pictures of who gets what: their areas are the money, and what nobody knows is shown as such.

use num_traits::ToPrimitive;

use super::geometry::Rect;
use super::scene::{Bar, Fill, Scene, Style, Tone};
use super::tests::{HOSTILE, check_places};
use super::write::svg::Theme;
use super::{Subject, draft, finish, svg};
use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::judge::testing::date;
use crate::judge::{Scope, View};
use crate::lang::Lang;
use crate::lower::lower;
use crate::model::{DealId, HolderRef, Model};
use crate::query::waterfall::{Payee, Piece, Question, course};
use crate::text::Files;
use crate::values::Text;

/// A deal of three holders; its title, first tranche and classes of holders are called `names`, and the first tranche has
/// no known end.
fn model(names: &[&str; 4], counted: &str) -> Model {
    let yaml = format!(
        "companies:
  - {{id: mill, name: Mill}}
sources:
  - {{id: paper, title: Paper, kind: news, published: 2020-03-01}}
deals:
  - id: oven
    title: title
    parties: [mill]
    signed: 2020-03-01
    sources: [paper]
    holders:
      - {{id: first, name: first}}
      - {{id: second, name: second}}
    waterfall:
      - {{name: tranche, shares: {{first: 100%}}, until: unknown}}
      - {{name: Back, shares: {{mill: 75%}}, unstated: 25%, until: {{receives: {{mill: USD 300m}}}}}}
      - name: Profit
        shares: {{mill: 40%, first: 40%, second: 20%}}
        caps: {{mill: USD 400m, first: USD 500m}}
        residual: second{counted}
      - {{name: Afterwards, shares: {{second: 100%}}}}
"
    );
    let mut files = Files::new();
    files.add("a.yaml", yaml);
    let lowered = lower(&files);
    assert_eq!(lowered.diagnostics, []);
    let mut model = lowered.model;
    let deal = &mut model.deals[0];
    // names that no data file may hold are to be harmless here too
    let texts = [&mut deal.title, &mut deal.waterfall[0].name].into_iter();
    let holders = deal.holders.iter_mut().map(|holder| &mut holder.name);
    for (text, name) in texts.chain(holders).zip(names) {
        *text = Text::from(*name);
    }
    model
}

const PLAIN: [&str; 4] = ["Oven", "First", "Neighbours", "Bakery"];

/// The question with an assumption about the first tranche, or none.
fn question(assumed: Option<u32>) -> Question {
    Question {
        deal: DealId::from(0),
        at: None,
        known: Knowledge::ALL,
        currency: "USD".parse().unwrap(),
        profits: Vec::new(),
        assumed: assumed
            .map(|sum| (HolderRef::Class(0), sum.into()))
            .into_iter()
            .collect(),
    }
}

fn scene(model: &Model, question: Question, lang: Lang) -> Scene {
    let graph = Graph::new(model, Knowledge::ALL);
    let scope = Scope::at(date("2021"));
    let view = View::new(&graph, &scope);
    let subject = Subject {
        deal: Some(course(model, question).unwrap()),
        ..Subject::default()
    };
    finish(draft(&view, &subject, Style::Waterfall, lang), None)
}

/// The bands, without samples in table and legend.
fn bands(scene: &Scene) -> Vec<&Bar> {
    scene.bars.iter().filter(|bar| !bar.about.text.is_empty()).collect()
}

fn says(scene: &Scene, text: &str) -> bool {
    scene.labels.iter().any(|label| label.text.contains(text))
}

#[test]
fn the_area_of_bands_is_the_money() {
    let model = model(&PLAIN, "");
    let course = course(&model, question(Some(100_000_000))).unwrap();
    let scene = scene(&model, question(Some(100_000_000)), Lang::En);
    let last = &course.landmarks.last().unwrap().at;
    let until = scene.marks.iter().map(|mark| mark.at.x).fold(0.0, f64::max);
    let area = |tone: Option<Tone>| -> f64 {
        bands(&scene)
            .iter()
            .filter(|bar| bar.rect.right() <= until + 0.1 && tone.is_none_or(|tone| bar.tone == tone))
            .map(|bar| bar.rect.w * bar.rect.h)
            .sum()
    };
    let whole = last.to_f64().unwrap();
    let paid = course.paid(last).totals();
    assert_eq!(paid.len(), 4);
    for (payee, coins) in paid {
        let tone = match course.payees().iter().position(|other| *other == payee) {
            Some(nth) if payee != Payee::Unstated => Tone::Holder(nth as u8),
            _ => Tone::Neutral,
        };
        let part = coins.to_f64().unwrap() / 100.0 / whole;
        let drawn = area(Some(tone)) / area(None);
        assert!(
            (part - drawn).abs() < 0.001,
            "{payee:?}: {part} of the money, {drawn} of the area"
        );
    }
}

#[test]
fn what_nobody_knows_is_shown_as_such() {
    let model = self::model(&PLAIN, "");
    let scene = scene(&model, question(None), Lang::En);
    let first = bands(&scene)[0];
    assert_eq!((first.tone, first.fill), (Tone::Holder(0), Fill::Doubtful));
    for text in [
        "?",
        "? + USD 400m",
        "nobody knows how much",
        "share known, nobody knows how long",
    ] {
        assert!(says(&scene, text), "{text}");
    }
    let assumed = self::scene(&model, question(Some(50_000_000)), Lang::En);
    assert!(says(&assumed, "Assumed: Neighbours gets USD 50m in tranche 1"));
    assert!(says(&assumed, "as long as is assumed") && !says(&assumed, "? +"));
    assert!(says(
        &assumed,
        "USD 450m: threshold of Mill in tranche 2, end of tranche 2"
    ));
    // a cap that counts what the first tranche paid cannot be placed without it
    let dependent = self::model(&PLAIN, "\n        counted: deal");
    let pieces = course(&dependent, question(None)).unwrap().pieces;
    assert!(
        matches!(
            pieces.as_slice(),
            [Piece::Unknown {
                tranche: 0,
                not_yet: false,
                ..
            }]
        ),
        "{pieces:?}"
    );
    let scene = self::scene(&dependent, question(None), Lang::Vi);
    assert!(says(&scene, "không ai biết tầng 1 (First) kết thúc ở đâu"));
    assert_eq!(bands(&scene).len(), 1);
}

#[test]
fn names_and_small_stretches_keep_their_places() {
    for names in HOSTILE.chunks_exact(4) {
        let names: &[&str; 4] = names.try_into().unwrap();
        let model = model(names, "");
        for assumed in [None, Some(1), Some(300_000_000)] {
            let scene = scene(&model, question(assumed), Lang::Vi);
            check_places(&scene, &format!("{names:?}"));
            let text = svg::write(&scene, Theme::Auto);
            let document = roxmltree::Document::parse(&text).unwrap();
            assert!(document.descendants().all(|node| node.tag_name().name() != "script"));
            // what is a coin long is seen too
            assert!(bands(&scene).iter().all(|bar| bar.rect.w >= 3.0 && bar.rect.h > 0.0));
            let rects: Vec<Rect> = scene.labels.iter().map(|label| label.rect().grown(-3.0)).collect();
            for (at, rect) in rects.iter().enumerate() {
                let under = rects[at + 1..].iter().position(|other| rect.overlaps(*other));
                let texts = under.map(|nth| (&scene.labels[at].text, &scene.labels[at + 1 + nth].text));
                assert!(texts.is_none(), "{texts:?}");
            }
        }
    }
}
