//! What every picture must keep, whatever the data: both sides visible, nothing outside, nothing overlapping, names harmless.

use std::io::Write as _;
use std::process::{Command, Stdio};

use super::geometry::{Point, Rect};
use super::scene::{Line, Scene, Style};
use super::write::svg::Theme;
use super::{Subject, compose, dot, draft, finish, mermaid, pdf, raster, svg};
use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::judge::testing::{Data, date};
use crate::judge::{Scope, View};
use crate::lang::Lang;
use crate::model::Model;
use crate::vocab::Side;

/// Names that have ended labels, documents and terminals before.
pub(super) const HOSTILE: [&str; 12] = [
    "\"]; x [label=\"",
    "<script>alert(1)</script>",
    "&amp; &lt;b&gt; &#34;",
    "\\N \\G \\l\\",
    "شركة الاتصالات \u{202e}gpj.exe",
    "חברת תקשורת",
    "🏳️‍🌈 🚀 Inc.",
    "Tập đoàn Công nghiệp – Viễn thông Quân đội",
    "end",
    "]]> -->|\"x\"| n1; %% {{#35;}}",
    "line\nbreak\ttab\u{1b}[31m",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
];

/// `count` companies with ties of all sides; every fifth pair competes and cooperates.
pub(super) fn generated(count: usize) -> Model {
    let mut data = Data::new();
    let name = |at: usize| match HOSTILE.get(at % 40) {
        // a name must be one company's: commas and `>` divide parties in these tests
        Some(name) => format!("{} {at}", name.replace([',', '>'], "⟩")),
        None => format!("Company {at}"),
    };
    let mut state = 7_usize;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let kinds = ["supply", "investment", "license", "lawsuit", "cloud_dependency"];
    for at in 1..count {
        let other = next(at);
        let kind = kinds[next(kinds.len())];
        data.tie(kind, &format!("{} > {}", name(at), name(other)), "2015..");
        if at % 5 == 0 {
            data.tie("supply", &format!("{} > {}", name(other), name(at)), "2018..");
            data.tie(
                "competitive_overlap",
                &format!("{}, {}", name(at), name(other)),
                "2016..",
            );
        }
        if at % 3 == 0 {
            let third = next(count);
            if third != at {
                data.tie(
                    "competitive_overlap",
                    &format!("{}, {}", name(at), name(third)),
                    "2019-03..",
                );
            }
        }
    }
    data.model
}

fn subject(model: &Model, style: Style) -> Subject {
    let companies = model.companies().map(|(id, _)| id);
    match style {
        Style::Ego => Subject {
            companies: companies.take(1).collect(),
            ..Subject::default()
        },
        _ => Subject::default(),
    }
}

pub(super) fn scene(model: &Model, style: Style) -> Scene {
    let scope = Scope::at(date("2020-06-01"));
    let graph = Graph::new(model, Knowledge::ALL);
    let view = View::new(&graph, &scope);
    finish(draft(&view, &subject(model, style), style, Lang::En), None)
}

/// The greatest distance of a line's points from another line.
fn apart(a: &Line, b: &Line) -> f64 {
    let others = b.route.points();
    let nearest = |p: Point| others.iter().map(|q| p.distance(*q)).fold(f64::INFINITY, f64::min);
    a.route.points().into_iter().map(nearest).fold(0.0, f64::max)
}

#[test]
fn a_pair_with_both_sides_is_two_marks_in_every_format() {
    let mut data = Data::new();
    data.tie("supply", "a > b", "2015..");
    data.tie("license", "b > a", "2016..");
    data.tie("competitive_overlap", "a, b", "2017..");
    for style in [Style::Map, Style::Ego, Style::Matrix, Style::Lanes] {
        let scene = scene(&data.model, style);
        let text = svg::write(&scene, Theme::Auto);
        let document = roxmltree::Document::parse(&text).unwrap();
        for side in ["cooperation", "competition"] {
            let marks = document
                .descendants()
                .filter(|node| node.attribute("data-side") == Some(side));
            assert!(marks.count() >= 1, "{style:?} {side}");
        }
        if matches!(style, Style::Map | Style::Ego) {
            assert_eq!(scene.lines.len(), 2, "{style:?}");
            assert!(apart(&scene.lines[0], &scene.lines[1]) >= 8.0, "{style:?}");
            assert_eq!(dot::write(&scene).matches(" -> ").count(), 2, "{style:?}");
            let lines = mermaid::write(&scene)
                .lines()
                .filter(|line| line.contains("|\""))
                .count();
            assert_eq!(lines, 2, "{style:?}");
        }
    }
}

/// What Graphviz makes of a DOT text; `None` where it is not installed, which is said, and fails where `CI` is set.
pub(super) fn graphviz_reads(text: &str, format: &str) -> Option<String> {
    let child = Command::new("dot")
        .arg(format!("-T{format}"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        assert!(std::env::var_os("CI").is_none(), "Graphviz (`dot`) is not installed");
        // past the capture of the test harness
        let said = b"NOT RUN: a test needs Graphviz (`dot`), which is not installed\n";
        std::io::stderr().write_all(said).unwrap();
        return None;
    };
    let mut input = child.stdin.take().unwrap();
    let text = text.to_owned();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success());
    Some(String::from_utf8(output.stdout).unwrap())
}

/// What must hold of where things stand.
pub(super) fn check_places(scene: &Scene, what: &str) {
    let (w, h) = scene.size;
    let all = compose::bounds(scene);
    let inside = all.x >= 0.0 && all.y >= 0.0 && all.right() <= w && all.bottom() <= h;
    assert!(inside, "{what}: {all:?} leaves {w} by {h}");
    for (at, found) in scene.boxes.iter().enumerate() {
        for other in &scene.boxes[at + 1..] {
            assert!(
                !found.rect.overlaps(other.rect),
                "{what}: {} on {}",
                found.name,
                other.name
            );
        }
        for label in &found.labels {
            let rect = label.rect();
            let within =
                rect.x >= found.rect.x && rect.right() <= found.rect.right() && rect.bottom() <= found.rect.bottom();
            assert!(within, "{what}: {} leaves its box", label.text);
        }
    }
    for line in &scene.lines {
        let way = line.route.points();
        for found in &scene.boxes {
            let inner = found.rect.grown(-1.5);
            assert!(
                !way.iter().any(|point| inner.contains(*point)),
                "{what}: {} through {}",
                line.about.text,
                found.name
            );
            for label in &line.labels {
                assert!(
                    !label.rect().overlaps(found.rect),
                    "{what}: {} on {}",
                    label.text,
                    found.name
                );
            }
        }
    }
    for (at, line) in scene.lines.iter().enumerate() {
        if line.labels.is_empty() {
            continue;
        }
        let rects: Vec<Rect> = line.labels.iter().map(super::scene::Label::rect).collect();
        for (_, way) in scene.lines.iter().enumerate().filter(|(nth, _)| *nth != at) {
            let points = way.route.points();
            let hidden = rects
                .iter()
                .find(|rect| points.iter().any(|point| rect.contains(*point)));
            assert!(
                hidden.is_none(),
                "{what}: the label {hidden:?} of {} is on {}",
                line.about.text,
                way.about.text
            );
        }
    }
    let labels: Vec<(usize, Rect)> = scene
        .lines
        .iter()
        .enumerate()
        .flat_map(|(at, line)| line.labels.iter().map(move |label| (at, label.rect())))
        .collect();
    for (nth, (a, rect)) in labels.iter().enumerate() {
        let clash = labels[nth + 1..]
            .iter()
            .any(|(b, other)| a != b && rect.overlaps(other.grown(-1.0)));
        assert!(!clash, "{what}: labels overlap");
    }
}

#[test]
fn nothing_overlaps_and_nothing_leaves_the_canvas() {
    for count in [2, 3, 5, 12, 30, 60, 300] {
        let model = generated(count);
        for style in Style::ALL {
            // a matrix of hundreds is a table, and takes long to check
            if style != Style::Matrix || count <= 60 {
                check_places(&scene(&model, style), &format!("{count} companies, {style:?}"));
            }
        }
    }
}

#[test]
fn one_company_among_many_fits_a_page() {
    let mut data = Data::new();
    for at in 0..80 {
        let other = format!("{} {at}", HOSTILE[at % HOSTILE.len()].replace([',', '>'], "⟩"));
        data.tie("supply", &format!("hub > {other}"), "2015..");
        if at % 2 == 0 {
            data.tie("competitive_overlap", &format!("hub, {other}"), "2016..");
            data.tie("lawsuit", &format!("{other} > hub"), "2017..");
        }
    }
    let scene = scene(&data.model, Style::Ego);
    assert_eq!((scene.boxes.len(), scene.lines.len()), (81, 160));
    check_places(&scene, "a hub");
    let (w, h) = scene.size;
    assert!(h < 1.6 * w, "{w} by {h}");
}

#[test]
fn same_data_same_bytes_in_every_format() {
    let model = generated(12);
    for style in Style::ALL {
        let (a, b) = (scene(&model, style), scene(&model, style));
        assert_eq!(svg::write(&a, Theme::Auto), svg::write(&b, Theme::Auto));
        assert_eq!(dot::write(&a), dot::write(&b));
        assert_eq!(mermaid::write(&a), mermaid::write(&b));
    }
    let small = generated(4);
    let drawn = || scene(&small, Style::Map);
    let png = raster::png(&drawn()).unwrap();
    assert!(png.starts_with(b"\x89PNG") && png == raster::png(&drawn()).unwrap());
    let pdf = pdf::write(&drawn()).unwrap();
    assert!(pdf.starts_with(b"%PDF") && pdf == pdf::write(&drawn()).unwrap());
}

#[test]
fn a_pdf_brings_its_fonts_and_what_their_glyphs_mean() {
    let pdf = pdf::write(&scene(&generated(4), Style::Map)).unwrap();
    let times = |word: &str| pdf.windows(word.len()).filter(|here| *here == word.as_bytes()).count();
    // a font is named where it is used and where it lies, cut down to the glyphs of the picture
    let fonts = times("+NotoSans") / 2;
    assert!(fonts > 0);
    assert_eq!((times("/FontFile2"), times("/ToUnicode")), (fonts, fonts));
    assert!(pdf.len() < 200_000, "{} bytes: fonts are whole", pdf.len());
}

#[test]
fn three_hundred_companies_are_drawn_in_time() {
    let model = generated(300);
    let begun = std::time::Instant::now();
    for style in [Style::Map, Style::Flow] {
        let text = svg::write(&scene(&model, style), Theme::Auto);
        assert!(text.len() > 100_000);
    }
    assert!(begun.elapsed().as_secs() < 10, "{:?} for two pictures", begun.elapsed());
}

#[test]
fn sides_are_never_bundled_and_bundles_count() {
    let model = generated(60);
    let scene = scene(&model, Style::Map);
    let mut seen = std::collections::BTreeSet::new();
    for line in &scene.lines {
        let pair = (line.from.min(line.to), line.from.max(line.to));
        assert!(seen.insert((pair, line.side)), "one side of a pair is one line");
    }
    let both = |side: Side| {
        scene
            .lines
            .iter()
            .filter(|line| line.side == side)
            .map(|line| line.count)
            .sum::<usize>()
    };
    let of = |name: &str| {
        model
            .relations
            .iter()
            .filter(|relation| relation.kind().name == name)
            .count()
    };
    assert_eq!(both(Side::Competition), of("competitive_overlap"));
    assert_eq!(both(Side::Conflict), of("lawsuit"));
}
