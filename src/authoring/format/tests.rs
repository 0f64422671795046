use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::syntax::{Node, NodeValue};
use crate::text::read_dir;
use crate::vocab::{KINDS, SECTIONS};

fn formatted(text: &str) -> String {
    format(text).unwrap_or_else(|why| panic!("{why}\n{text}"))
}

#[test]
fn sections_and_fields_change_places_with_their_comments() {
    let text = "\
# about the file

# the sources
sources:
  - url: https://a.example   # behind the address
    # above the id
    id: a
    # of the kind
    kind: news
    title: T
    note: {vi: Một, en: One}
    published: 2020
    # left behind, and indented as the fields
  # the second
  - {title: T, id: b, published: 2019, kind: news}
# rivals
competitive_overlaps:
  - id: rivals
    sources: [{quote: q, source: a}, b]
    since: 2020
    parties:
      - x
      - z


    market: m

supplies: []
case:
  title: T
  about: [x, z]
  id: c";
    insta::assert_snapshot!(formatted(text), @r"
    # about the file

    # the sources
    case:
      id: c
      title: T
      about: [x, z]

    supplies: []

    # rivals
    competitive_overlaps:
      - id: rivals
        parties:
          - x
          - z


        market: m
        since: 2020
        sources: [{source: a, quote: q}, b]

    sources:
      - # above the id
        id: a
        title: T
        # of the kind
        kind: news
        published: 2020
        # left behind, and indented as the fields
        url: https://a.example   # behind the address
        note: {en: One, vi: Một}
      # the second
      - {id: b, title: T, kind: news, published: 2019}
    ");
}

#[test]
fn the_order_of_records_and_of_what_has_none_stays() {
    let text = "case:\n  id: c\n  title: T\n  about: [z, a]\n\nloans: []\n\nalliances: []\n\nstakes: []\n";
    assert_eq!(formatted(text), text);
    let shares = "joint_ventures:\n  - id: j\n    partners: [b, a]\n    shares: {b: 1%, a: 2%}\n    sources: [s]\n";
    assert_eq!(formatted(shares), shares);
    for text in [
        "",
        "# only words\n",
        "---\n",
        "case: x\n...\n",
        "{sources: [], case: x}\n",
    ] {
        assert_eq!(formatted(text), text);
    }
}

#[test]
fn a_comment_that_is_indented_less_than_what_it_follows_stays_behind_it() {
    // about the file
    let text = "companies:\n  - {id: a, name: A}\ncase:\n  id: c\n  title: T\n  about: [a]\n# end\n";
    let once = "case:\n  id: c\n  title: T\n  about: [a]\n\ncompanies:\n  - {id: a, name: A}\n# end\n";
    assert_eq!(formatted(text), once);
    assert_eq!(formatted(once), once);
    assert_eq!(
        formatted(&text.replace("# end", "\n\n# end\n\n")),
        once.replace("# end", "\n# end")
    );
    let text = "case: m\n\nsupplies:\n  - id: i\n    since: 2019\n    supplier: a\n    customer: b\n    sources: [s]\n    \
                product: parts\n# TODO ask\n";
    let once = "case: m\n\nsupplies:\n  - id: i\n    supplier: a\n    customer: b\n    product: parts\n    since: 2019\n    \
                sources: [s]\n# TODO ask\n";
    assert_eq!(formatted(text), once);
    // about the records
    let text = "sources:\n  - title: T\n    published: 2020\n    kind: news\n    id: a\n  # no more\n\ncase: c\n";
    assert_eq!(
        formatted(text),
        "case: c\n\nsources:\n  - id: a\n    title: T\n    kind: news\n    published: 2020\n  # no more\n"
    );
}

#[test]
fn words_that_others_take_for_something_else_are_quoted() {
    let text = "\
case: {id: no, title: {en: On, vi: 'no'}, about: [\"on\", y]}
companies:
  - id: on
    name: Yes
    aliases: [010, 1_000, 1e3, 3M, 2020-01-01, ~, NO ONE, 'off', 12:30]
    country: NO
joint_ventures:
  - id: j
    partners: [on, a]
    shares: {on: 1%, a: 2%}
    since: 2019-01-01
    sources: [s]
";
    let quoted = format(text).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(
        quoted,
        "\
case: {id: \"no\", title: {en: \"On\", vi: 'no'}, about: [\"on\", \"y\"]}

companies:
  - id: \"on\"
    name: \"Yes\"
    aliases: [\"010\", \"1_000\", \"1e3\", 3M, \"2020-01-01\", \"~\", NO ONE, 'off', \"12:30\"]
    country: \"NO\"

joint_ventures:
  - id: j
    partners: [\"on\", a]
    shares: {\"on\": 1%, a: 2%}
    since: 2019-01-01
    sources: [s]
"
    );
    assert_eq!(formatted(&quoted), quoted);
    let block = "companies:\n  - id: a\n    name: |-\n      NO\n    aliases: [\n      NO, yes]\n";
    assert_eq!(formatted(block), block.replace("NO, yes", "\"NO\", \"yes\""));
}

#[test]
fn line_breaks_of_the_file_are_used() {
    assert_eq!(formatted("sources: []\r\ncase: x"), "case: x\r\n\r\nsources: []\r\n");
}

#[test]
fn anchors_move_where_they_can_and_forbid_it_where_they_cannot() {
    let moved = "sources: &s []\ncase:\n  about: &a [x, z]\n  id: c\n  title: T\n";
    assert_eq!(
        formatted(moved),
        "case:\n  id: c\n  title: T\n  about: &a [x, z]\n\nsources: &s []\n"
    );
    let tied = "quotes: []\ncase:\n  id: c\n  summary: &t T\n  title: *t\n  about: [x]\n";
    assert_eq!(format(tied), Err(LeftAlone::Entangled));
    let aliased = "case:\n  id: c\n  title: &t {vi: T, en: S}\n  summary: *t\n  about: [x]\n";
    assert_eq!(formatted(aliased), aliased.replace("{vi: T, en: S}", "{en: S, vi: T}"));
}

#[test]
fn text_over_several_lines_is_not_touched() {
    let text =
        "case:\n  id: c\n  summary: |\n    # no comment\n\n    x\n  title: >-\n    a\n\n     b\n  about:\n  - x\n";
    assert_eq!(
        formatted(text),
        "case:\n  id: c\n  title: >-\n    a\n\n     b\n  summary: |\n    # no comment\n\n    x\n  about:\n  - x\n"
    );
    // the empty lines at the end belong to the text
    let kept = "sources: []\ncase:\n  id: c\n  title: T\n  about: [x]\n  summary: |+\n    x\n\n\nquotes: []\n";
    assert_eq!(format(kept), Err(LeftAlone::Entangled));
}

#[test]
fn files_with_errors_are_left_alone_and_those_to_be_filled_in_are_not() {
    assert_eq!(format("sources: [\n"), Err(LeftAlone::Broken(Problems(1))));
    assert_eq!(format("sources:\n  - {idd: a}\n"), Err(LeftAlone::Broken(Problems(5))));
    assert_eq!(
        formatted("sources:\n  - title: TODO\n    id: a\n    kind: news\n    published: TODO\n"),
        "sources:\n  - id: a\n    title: TODO\n    kind: news\n    published: TODO\n"
    );
}

/// Formats a text that may be anything; what comes out says the same, and stays when formatted again.
fn holds(text: &str) {
    let Ok(new) = format(text) else { return };
    assert_eq!(format(&new).as_ref(), Ok(&new), "{text}");
    let mut old_problems = Vec::new();
    let mut problems = Vec::new();
    // a last line without a break is a line
    let broken = if text.is_empty() || text.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    let old = parse(FileId(0), &format!("{text}{broken}"), &mut old_problems);
    let read = parse(FileId(0), &new, &mut problems);
    assert_eq!(problems, [], "{new}");
    match (old, read) {
        (Some(old), Some(read)) => assert!(old.same(&read), "{text}\n---\n{new}"),
        (None, None) => {}
        (old, read) => panic!("{old:?} {read:?}"),
    }
    let comments = |text: &str| text.matches('#').count();
    assert_eq!(comments(text), comments(&new), "{text}\n---\n{new}");
    let last = |text: &str| {
        text.lines()
            .map(str::trim_end)
            .rfind(|line| !line.is_empty())
            .map(str::to_owned)
    };
    if let Some(last_line) = last(text).filter(|line| line.starts_with('#')) {
        assert_eq!(last(&new), Some(last_line), "{text}\n---\n{new}");
    }
}

#[test]
fn a_list_of_braces_without_indent_keeps_the_comment_behind_its_last_item() {
    let text = "deals:\n  - title: {en: T}\n    sources: [f]\n    waterfall:\n    \
                - {until: {receives: {a: USD 13bn}}, name: r, shares: {a: 75%}, unstated: 25%}\n    -\n      \
                residual: o\n      name: p  # behind\n    id: x\n";
    assert!(format(text).is_ok(), "{:?}", format(text));
    holds(text);
}

#[test]
fn on_the_data_set_and_the_fixtures() {
    for folder in ["data", "tests/fixtures"] {
        let files = read_dir(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
        assert!(files.len() > 50, "{folder}");
        for (_, file) in files.iter().filter(|(_, file)| file.broken.is_none()) {
            holds(&file.text);
        }
    }
}

#[test]
fn the_examples_of_the_tables_are_in_order() {
    let kinds = KINDS.iter().map(|kind| kind.example);
    for example in SECTIONS.iter().map(|section| section.example).chain(kinds) {
        assert_eq!(formatted(example), example);
    }
}

/// Writes a tree anew: keys in any order, blocks and brackets, comments and empty lines in odd places.
struct Writer<'a> {
    dice: &'a [u8],
    at: usize,
    /// Whether a block of text was written last: deeper comments would belong to it.
    in_text: bool,
}

impl Writer<'_> {
    fn roll(&mut self, sides: u8) -> u8 {
        self.at += 1;
        self.dice[self.at % self.dice.len()] % sides
    }

    fn comment(&mut self, indent: usize, out: &mut String) {
        let in_text = std::mem::take(&mut self.in_text);
        match self.roll(11) {
            0 => out.push_str(&format!("{}# above\n", " ".repeat(indent))),
            1 => out.push_str(&format!("\n{}# behind an empty line\n", " ".repeat(indent))),
            2 => out.push('\n'),
            3 if !in_text => out.push_str(&format!("{}# deeper\n", " ".repeat(indent + 3))),
            4 => out.push_str("# at the margin\n"),
            5 => out.push_str(&format!("{}# not as deep\n", " ".repeat(indent / 2))),
            _ => {}
        }
    }

    fn behind(&mut self, out: &mut String) {
        out.push_str(if self.roll(6) == 0 { "  # behind: it\n" } else { "\n" });
    }

    fn entries<'n>(&mut self, entries: &'n [(crate::syntax::Key, Node)]) -> Vec<&'n (crate::syntax::Key, Node)> {
        let mut shuffled: Vec<_> = entries.iter().collect();
        for at in (1..shuffled.len()).rev() {
            let other = usize::from(self.roll(u8::try_from(at + 1).unwrap()));
            shuffled.swap(at, other);
        }
        shuffled
    }

    /// A node behind a colon or dash, on this line or the next ones.
    fn value(&mut self, node: &Node, indent: usize, out: &mut String) {
        self.in_text = false;
        match &node.value {
            NodeValue::Null => self.behind(out),
            NodeValue::Scalar(text) => match self.roll(5) {
                0 if !text.contains('\n') && !text.trim().is_empty() && text.trim() == text => {
                    let mark = if self.roll(2) == 0 { "|" } else { ">-" };
                    out.push_str(&format!(" {mark}\n{}{text}\n", " ".repeat(indent + 2)));
                    self.in_text = true;
                }
                1 => {
                    out.push_str(&format!(" '{}'", text.replace('\'', "''")));
                    self.behind(out);
                }
                _ => {
                    out.push_str(&format!(" {}", crate::authoring::written(text)));
                    self.behind(out);
                }
            },
            NodeValue::Map(entries) if !entries.is_empty() && self.roll(3) > 0 => {
                self.behind(out);
                self.map(entries, indent + 2, out);
            }
            NodeValue::Seq(items) if !items.is_empty() && self.roll(3) > 0 => {
                self.behind(out);
                let deeper = usize::from(self.roll(2)) * 2;
                self.seq(items, indent + deeper, out);
            }
            _ => {
                out.push(' ');
                self.flow(node, out);
                self.behind(out);
            }
        }
    }

    fn map(&mut self, entries: &[(crate::syntax::Key, Node)], indent: usize, out: &mut String) {
        for (key, value) in self.entries(entries) {
            self.comment(indent, out);
            out.push_str(&format!(
                "{}{}:",
                " ".repeat(indent),
                crate::authoring::written(&key.text)
            ));
            self.value(value, indent, out);
        }
    }

    fn seq(&mut self, items: &[Node], indent: usize, out: &mut String) {
        for item in items {
            self.comment(indent, out);
            out.push_str(&format!("{}-", " ".repeat(indent)));
            match &item.value {
                // a mapping that begins behind the dash
                NodeValue::Map(entries) if !entries.is_empty() && self.roll(3) > 0 => {
                    let mut inner = String::new();
                    self.map(entries, indent + 2, &mut inner);
                    let bare = inner.trim_start_matches(['\n', ' ']);
                    if bare.starts_with('#') || self.roll(4) == 0 {
                        out.push_str(&format!("\n{inner}"));
                    } else {
                        out.push_str(&format!(" {bare}"));
                    }
                }
                _ => self.value(item, indent, out),
            }
        }
    }

    fn flow(&mut self, node: &Node, out: &mut String) {
        let comma = if self.roll(5) == 0 { ",\n        " } else { ", " };
        match &node.value {
            NodeValue::Null => out.push_str("''"),
            NodeValue::Scalar(text) => out.push_str(&crate::authoring::written(text)),
            NodeValue::Seq(items) => {
                out.push('[');
                for (nth, item) in items.iter().enumerate() {
                    out.push_str(if nth > 0 { comma } else { "" });
                    self.flow(item, out);
                }
                out.push(']');
            }
            NodeValue::Map(entries) => {
                out.push('{');
                for (nth, (key, value)) in self.entries(entries).into_iter().enumerate() {
                    out.push_str(if nth > 0 { comma } else { "" });
                    out.push_str(&format!("{}: ", crate::authoring::written(&key.text)));
                    self.flow(value, out);
                }
                out.push('}');
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn what_a_file_means_never_changes(
        chosen in proptest::collection::vec(any::<prop::sample::Index>(), 1..6),
        dice in proptest::collection::vec(any::<u8>(), 7..120),
        windows in any::<bool>(),
        ended in any::<bool>(),
    ) {
        let kinds = KINDS.iter().map(|kind| kind.example);
        let examples: Vec<&str> = SECTIONS.iter().map(|section| section.example).chain(kinds).collect();
        let mut names: Vec<usize> = chosen.iter().map(|index| index.index(examples.len())).collect();
        names.sort_unstable();
        names.dedup();
        let joined: String = names.iter().map(|at| examples[*at]).collect();
        let root = parse(FileId(0), &joined, &mut Vec::new()).unwrap();
        let mut text = String::new();
        let mut writer = Writer { dice: &dice, at: 0, in_text: false };
        writer.map(root.as_map().unwrap(), 0, &mut text);
        writer.comment(0, &mut text);
        let mut problems = Vec::new();
        let written = parse(FileId(0), &text, &mut problems);
        prop_assert_eq!(&problems, &[], "{}", text);
        prop_assert!(written.is_some_and(|written| !written.as_map().unwrap().is_empty()));
        if !ended {
            text.truncate(text.trim_end_matches('\n').len());
        }
        if windows {
            text = text.replace('\n', "\r\n");
        }
        prop_assert!(format(&text).is_ok(), "{}", text);
        holds(&text);
    }
}
