//! Names never change the structure of a picture, whatever the format.

use super::scene::Style;
use super::tests::{check_places, generated, graphviz_reads, scene};
use super::write::svg::Theme;
use super::{Draft, Subject, dot, draft, finish, graphviz, mermaid, svg};
use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::judge::testing::date;
use crate::judge::{Scope, View};
use crate::lang::Lang;

#[test]
fn names_never_change_the_structure() {
    let model = generated(25);
    for style in Style::ALL {
        let scene = scene(&model, style);
        let text = svg::write(&scene, Theme::Auto);
        let document = roxmltree::Document::parse(&text).unwrap();
        let tags: std::collections::BTreeSet<&str> = document
            .descendants()
            .filter(roxmltree::Node::is_element)
            .map(|node| node.tag_name().name())
            .collect();
        let known = [
            "svg",
            "title",
            "desc",
            "style",
            "defs",
            "linearGradient",
            "stop",
            "pattern",
            "path",
            "rect",
            "line",
            "circle",
            "text",
            "g",
            "a",
        ];
        assert!(tags.iter().all(|tag| known.contains(tag)), "{style:?}: {tags:?}");
        assert!(!text.contains("<script"), "{style:?}");
        assert!(!text.contains(['\u{202e}', '\u{1b}']), "{style:?}");
        for node in document.descendants() {
            assert!(
                node.attributes().all(|attribute| !attribute.name().starts_with("on")),
                "{style:?}"
            );
        }
        if matches!(style, Style::Map | Style::Ego | Style::Flow) {
            let chart = mermaid::write(&scene);
            let nodes = chart
                .lines()
                .filter(|line| line.starts_with("  c-") && line.contains("[\""))
                .count();
            assert_eq!(nodes, scene.boxes.len(), "{style:?}");
            assert!(chart.lines().all(|line| line.matches('"').count() % 2 == 0), "{chart}");
        }
    }
}

#[test]
fn graphviz_shows_names_letter_by_letter_and_its_layout_keeps_the_rules() {
    let model = generated(25);
    let written = dot::write(&scene(&model, Style::Map));
    let Some(drawn) = graphviz_reads(&written, "svg") else {
        return;
    };
    let document = roxmltree::Document::parse_with_options(
        &drawn,
        roxmltree::ParsingOptions {
            allow_dtd: true,
            ..roxmltree::ParsingOptions::default()
        },
    )
    .unwrap();
    let nodes = document
        .descendants()
        .filter(|node| node.attribute("class") == Some("node"))
        .count();
    assert_eq!(nodes, model.companies.len());
    let texts: Vec<String> = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
        .filter_map(|node| node.text().map(|text| text.replace('\u{a0}', " ")))
        .collect();
    for company in &model.companies {
        let name = crate::values::clean::one_line(&company.name).into_owned();
        assert!(texts.contains(&name), "{name}: {texts:?}");
    }
    for style in [Style::Map, Style::Flow] {
        let scope = Scope::at(date("2020-06-01"));
        let graph = Graph::new(&model, Knowledge::ALL);
        let view = View::new(&graph, &scope);
        let open = draft(&view, &Subject::default(), style, Lang::Vi);
        assert!(matches!(open, Draft::Open(_)));
        let answer = graphviz_reads(&graphviz::request(&open).unwrap(), "json").unwrap();
        let placement = graphviz::read(&open, &answer).unwrap();
        check_places(&finish(open, Some(placement)), &format!("{style:?} by Graphviz"));
    }
}
