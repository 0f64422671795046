//! DOT for Graphviz, built with graphviz-rust's types and printer.
//!
//! The printer writes values as they are, so that every text goes through `label` and every id through `id`.

use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Subgraph, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

use super::node_name;
use super::theme::on_white;
use crate::graph::Presence;
use crate::picture::scene::{Arrow, Box, Line, Scene, Style, Tone};
use crate::values::clean::one_line;
use crate::vocab::Side;

/// Writes the boxes and lines of a scene; where they stand is for Graphviz to find.
#[must_use]
pub fn write(scene: &Scene) -> String {
    let mut stmts = vec![
        Stmt::GAttribute(GraphAttributes::Graph(vec![
            attr(
                "label",
                label(&format!("{}\n{}", scene.title.heading, scene.title.facts.join(" · "))),
            ),
            attr("labelloc", id("t")),
            attr("fontname", label("Noto Sans")),
            attr("splines", id("true")),
            attr("overlap", id("false")),
            attr("rankdir", id(if scene.style == Style::Flow { "LR" } else { "TB" })),
            attr("compound", id("true")),
        ])),
        Stmt::GAttribute(GraphAttributes::Node(vec![
            attr("shape", id("box")),
            attr("style", label("rounded")),
            attr("fontname", label("Noto Sans")),
        ])),
        Stmt::GAttribute(GraphAttributes::Edge(vec![
            attr("fontname", label("Noto Sans")),
            attr("fontsize", id("10")),
        ])),
    ];
    for (at, found) in scene.boxes.iter().enumerate() {
        stmts.push(company(&node_name(scene, at), found));
    }
    stmts.extend(scene.lines.iter().map(|line| Stmt::Edge(tie(scene, line))));
    let graph = Graph::DiGraph {
        id: id("frenemy"),
        strict: false,
        stmts,
    };
    let mut text = graph.print(&mut PrinterContext::default());
    text.push('\n');
    text
}

/// A company as a node; with members of its group that take part, as a cluster around it.
fn company(name: &str, found: &Box) -> Stmt {
    let mut attributes = vec![
        attr("label", label(&found.name)),
        attr("tooltip", label(&found.about.text)),
    ];
    if found.strong {
        attributes.push(attr("penwidth", id("2.5")));
    }
    let node = Stmt::Node(Node::new(node_id(name), attributes));
    if found.members.is_empty() {
        return node;
    }
    let mut stmts = vec![
        Stmt::Attribute(attr("label", label(""))),
        Stmt::Attribute(attr("style", label("rounded,dashed"))),
        node,
    ];
    for (nth, member) in found.members.iter().enumerate() {
        let member_id = node_id(&format!("{name}/{nth}"));
        let attributes = vec![
            attr("label", label(member)),
            attr("style", label("rounded,dashed")),
            attr("fontsize", id("10")),
        ];
        stmts.push(Stmt::Node(Node::new(member_id, attributes)));
    }
    Stmt::Subgraph(Subgraph {
        id: label(&format!("cluster/{name}")),
        stmts,
    })
}

/// A tie; its colour is never its only sign.
fn tie(scene: &Scene, line: &Line) -> Edge {
    let style = match (line.side, line.presence) {
        (Side::Competition, _) => "dashed",
        (Side::Conflict, _) => "dotted",
        (Side::Cooperation | Side::Neutral, _) => "solid",
    };
    let doubt = match line.presence {
        Presence::Maybe => " ~",
        Presence::Presumed => " ?",
        Presence::Yes | Presence::No => "",
    };
    let dir = match line.arrow {
        Arrow::None => "none",
        Arrow::To => "forward",
        Arrow::From => "back",
        Arrow::Both => "both",
    };
    let color = on_white(Tone::from(line.side));
    let mut attributes = vec![
        attr("label", label(&format!("{}{doubt}", line.text))),
        attr("color", label(color)),
        attr("fontcolor", label(color)),
        attr("style", id(style)),
        attr("dir", id(dir)),
        attr("penwidth", id(&format!("{:.1}", line.width))),
        attr("tooltip", label(&line.about.text)),
        attr("class", label(Tone::from(line.side).name())),
    ];
    if let Some(link) = &line.about.link {
        attributes.push(attr("URL", label(link)));
    }
    let end = |at: usize| Vertex::N(node_id(&node_name(scene, at)));
    Edge {
        ty: EdgeTy::Pair(end(line.from), end(line.to)),
        attributes,
    }
}

fn node_id(name: &str) -> NodeId {
    NodeId(label(name), None)
}

fn attr(name: &str, value: Id) -> Attribute {
    Attribute(id(name), value)
}

/// An id or a bare value of ours; never data.
fn id(text: &str) -> Id {
    Id::Plain(text.to_owned())
}

/// A text as a quoted string that Graphviz shows letter by letter.
///
/// Quotes, backslashes (Graphviz knows `\N`, `\G`, `\l`) and ampersands (it decodes entities) are escaped; line breaks
/// of ours stay line breaks.
fn label(text: &str) -> Id {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| {
            one_line(line)
                .replace('\\', "\\\\")
                .replace('"', "\\\"")
                .replace('&', "&amp;")
        })
        .collect();
    Id::Escaped(format!("\"{}\"", lines.join("\\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_cannot_leave_their_quotes() {
        let said = |text: &str| match label(text) {
            Id::Escaped(text) => text,
            other => panic!("{other:?}"),
        };
        assert_eq!(said("\"]; x [label=\""), r#""\"]; x [label=\"""#);
        assert_eq!(said("\\N &amp; <b>"), r#""\\N &amp;amp; <b>""#);
        assert_eq!(said("a\nb\u{0}"), "\"a\\nb␀\"");
    }
}
