//! Mermaid for Markdown pages: a flowchart, or a timeline of moments.
//!
//! Mermaid's rules: ids have a prefix (`end`, and an `o` or `x` after a line, mean something), labels are quoted, and
//! within quotes `#` begins an entity, a line of backticks Markdown, and a few signs still end the label.

use std::fmt::Write as _;

use super::node_name;
use crate::graph::Presence;
use crate::picture::scene::{Arrow, Scene, Style, Tone};
use crate::values::clean::one_line;
use crate::vocab::Side;

/// The lines beyond which Mermaid's default settings refuse a whole diagram.
pub const MOST_LINES: usize = 500;
/// The characters beyond which they do.
pub const MOST_CHARACTERS: usize = 50_000;

/// Writes a scene.
#[must_use]
pub fn write(scene: &Scene) -> String {
    if scene.style == Style::Lanes {
        return timeline(scene);
    }
    let direction = if scene.style == Style::Flow { "LR" } else { "TB" };
    let mut out = format!(
        "---\ntitle: {}\n---\nflowchart {direction}\n",
        yaml(&scene.title.heading)
    );
    for (at, found) in scene.boxes.iter().enumerate() {
        if found.members.is_empty() {
            let _ = writeln!(out, "  {}[\"{}\"]", node(scene, at), text(&found.name));
            continue;
        }
        let members: Vec<String> = found.members.iter().map(|member| text(member)).collect();
        let _ = writeln!(
            out,
            "  {}[\"{}<br/><small>{}</small>\"]",
            node(scene, at),
            text(&found.name),
            members.join("<br/>")
        );
    }
    for line in &scene.lines {
        let doubt = match line.presence {
            Presence::Maybe => " ~",
            Presence::Presumed => " ?",
            Presence::Yes | Presence::No => "",
        };
        let said = text(&format!("{}{doubt}", line.text));
        let arrow = match (line.side, line.arrow) {
            (Side::Competition | Side::Conflict, Arrow::None) => "-.-",
            (Side::Competition | Side::Conflict, Arrow::Both) => "<-.->",
            (Side::Competition | Side::Conflict, _) => "-.->",
            (_, Arrow::None) => "---",
            (_, Arrow::Both) => "<-->",
            (_, _) => "-->",
        };
        // Mermaid knows no arrow backwards
        let (from, to) = if line.arrow == Arrow::From {
            (line.to, line.from)
        } else {
            (line.from, line.to)
        };
        let _ = writeln!(out, "  {} {arrow}|\"{said}\"| {}", node(scene, from), node(scene, to));
    }
    styles(&mut out, scene);
    warned(out, scene)
}

/// The id of a box, after the company's: with a prefix, since words such as `end` mean something to Mermaid.
fn node(scene: &Scene, at: usize) -> String {
    format!("c-{}", node_name(scene, at))
}

/// Whether Mermaid's default settings would refuse what was written of a scene.
#[must_use]
pub fn is_refused(scene: &Scene, written: &str) -> bool {
    let lines = if scene.style == Style::Lanes {
        0
    } else {
        scene.lines.len()
    };
    lines > MOST_LINES || written.chars().count() > MOST_CHARACTERS
}

/// Colours by side, beside the dots that tell competition and conflict apart from the rest.
fn styles(out: &mut String, scene: &Scene) {
    for side in [Side::Cooperation, Side::Competition, Side::Conflict, Side::Neutral] {
        let of_side: Vec<String> = scene
            .lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.side == side)
            .map(|(at, _)| at.to_string())
            .collect();
        if !of_side.is_empty() {
            let color = super::theme::on_white(Tone::from(side));
            let _ = writeln!(out, "  linkStyle {} stroke:{color},color:{color}", of_side.join(","));
        }
    }
}

/// Moments by date; those of one date stand together.
fn timeline(scene: &Scene) -> String {
    let mut out = format!("timeline\n  title {}\n", plain(&scene.title.heading));
    let mut last = "";
    for moment in &scene.moments {
        if moment.date == last {
            let _ = writeln!(out, "    : {}", plain(&moment.text));
        } else {
            let _ = writeln!(out, "  {} : {}", plain(&moment.date), plain(&moment.text));
        }
        last = &moment.date;
    }
    warned(out, scene)
}

/// Says in a comment where Mermaid's default settings would refuse the diagram.
fn warned(out: String, scene: &Scene) -> String {
    if !is_refused(scene, &out) {
        return out;
    }
    let comment = format!(
        "  %% needs maxEdges over {} and maxTextSize over {} in Mermaid's settings\n",
        scene.lines.len(),
        out.chars().count()
    );
    // after the line that names the diagram, which a front matter may precede
    match out.find("\nflowchart").or_else(|| out.find("timeline")) {
        Some(at) => {
            let end = out[at + 1..].find('\n').map_or(out.len(), |end| at + 2 + end);
            format!("{}{comment}{}", &out[..end], &out[end..])
        }
        None => out,
    }
}

/// A text within quotes: everything that Mermaid or Markdown might read is written as an entity.
fn text(text: &str) -> String {
    let mut out = String::new();
    for ch in one_line(text).chars() {
        match ch {
            '"' | '#' | '<' | '>' | '&' | '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '|' | ';' | '$' | '~' => {
                let _ = write!(out, "#{};", u32::from(ch));
            }
            ch => out.push(ch),
        }
    }
    out
}

/// A text in a timeline, which has no quotes, and where a colon separates.
fn plain(text: &str) -> String {
    self::text(text).replace(':', "#58;")
}

/// A text as a YAML string in double quotes.
fn yaml(text: &str) -> String {
    format!("\"{}\"", one_line(text).replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_cannot_leave_their_quotes() {
        assert_eq!(text("\"]; x[\"<script>"), "#34;#93;#59; x#91;#34;#60;script#62;");
        assert_eq!(text("end #1 `x`"), "end #35;1 #96;x#96;");
        assert_eq!(text("Tập đoàn"), "Tập đoàn");
        assert_eq!(yaml("a\"b\\"), "\"a\\\"b\\\\\"");
        assert_eq!(plain("a: b"), "a#58; b");
    }
}
