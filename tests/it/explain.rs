//! The pages of codes: each code has one, their examples show what they say, and `docs/checks.md` is made from them.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

use frenemy::check::Page;
use frenemy::diagnostics::{Code, Level, human};
use frenemy::text::Files;

use crate::checks::problems;
use crate::support::{blessing, read, root, run};

const PAGE: &str = "docs/checks.md";

/// What the examples refer to.
const STAGE: &str = "\
case: {id: example, title: {en: An example, vi: Ví dụ}, about: [microsoft, openai]}
companies:
  - {id: microsoft, name: Microsoft Corporation, short: Microsoft}
  - {id: openai, name: OpenAI}
  - {id: google, name: Google}
  - {id: dell, name: Dell Inc.}
markets:
  - {id: assistants, name: {en: AI assistants, vi: Trợ lý AI}}
  - {id: databases, name: {en: Databases, vi: Cơ sở dữ liệu}}
sources:
  - {id: news-2023, title: A newspaper, kind: news, published: 2023-01-10}
  - {id: news-2026, title: Another newspaper, kind: news, published: 2026-01-15}
  - {id: microsoft-2019-07-22, title: A release, kind: release, publisher_company: microsoft, published: 2019-07-22}
alliances:
  - {id: ties, parties: [microsoft, openai, google, dell], since: 2020, sources: [news-2023, microsoft-2019-07-22, news-2026]}
";

/// The codes whose examples cannot be shown as text.
const UNSEEN: &[Code] = &[Code::NotUtf8, Code::ControlCharacters];

/// What is said of a code about an example, as it stands in a file of its own.
fn said(code: Code, example: &str) -> Vec<String> {
    // an example that tells the case takes the place of the stage's
    let stage = match example.contains("  id: example\n") {
        true => STAGE
            .split_once('\n')
            .map(|(_, rest)| format!("case: example\n{rest}"))
            .unwrap(),
        false => STAGE.to_owned(),
    };
    let mut files = Files::new();
    files.add("stage.yaml", stage);
    let place = match code {
        Code::IdUnlikeFile if example.starts_with("# in ") => "cases/microsoft-openai.yaml",
        Code::IdUnlikeFile => "cases/openai-microsoft.yaml",
        _ => "example.yaml",
    };
    let id = files.add(place, example);
    problems(&files, code)
        .iter()
        .filter(|problem| {
            problem.primary.span.file == id || problem.secondary.iter().any(|label| label.span.file == id)
        })
        .filter(|problem| problem.code == code || problem.level() == Level::Error)
        .map(|problem| human::render(problem, &files, false, 120))
        .collect()
}

#[test]
fn every_code_has_one_page() {
    let mut seen = BTreeSet::new();
    for page in Page::all() {
        assert!(seen.insert(page.code), "two pages of `{}`", page.code);
        for text in [page.what, page.why] {
            assert!(text.ends_with('.') && !text.contains('\n'), "`{}`: {text}", page.code);
        }
        assert_eq!(page.example.is_empty(), UNSEEN.contains(&page.code), "`{}`", page.code);
        assert!(!page.instead.is_empty(), "`{}`", page.code);
    }
    let without: Vec<_> = Code::ALL.iter().filter(|code| Page::of(**code).is_none()).collect();
    assert!(without.is_empty(), "no page of {without:?}");
}

#[test]
fn examples_show_the_code_and_nothing_else_is_wrong_with_what_stands_instead() {
    let mut wrong = String::new();
    for page in Page::all() {
        let shown = said(page.code, page.example);
        let own = format!("[{}]", page.code);
        if !page.example.is_empty() && !shown.iter().any(|problem| problem.contains(&own)) {
            let _ = writeln!(
                wrong,
                "the example of `{}` does not show it: {}",
                page.code,
                shown.join("\n")
            );
        }
        for problem in said(page.code, page.instead) {
            let _ = writeln!(wrong, "what stands instead of `{}` is wrong:\n{problem}", page.code);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The whole page of the documentation.
fn documentation() -> String {
    let mut out = "\
# Checks

What `frenemy check` reports, made from the pages that `frenemy explain CODE` prints. Errors make data unusable and cannot be
silenced. Lints are legal and likely slips, in three tiers:

| tier | run by | what is in it |
|---|---|---|
| basic | `frenemy check` | what should be clean in any data |
| strict | `frenemy check --strict` | what the bundled data keep |
| named | `frenemy check --only CODE` | what to look at next: much of it is no more than what nobody knows |

A lint that does not apply to a record is waived where the record stands, with a reason; a waiver that silences nothing is
reported itself:

```yaml
# a piece of a data file
waive:
  - {code: duplicate-relation, on: second-pact, why: two agreements of one day}
```

"
    .to_owned();
    for (level, title) in [
        (Level::Error, "Errors"),
        (Level::Basic, "Lints of the basic tier"),
        (Level::Strict, "Lints of the strict tier"),
        (Level::Named, "Lints that are run by name"),
    ] {
        let _ = write!(out, "## {title}\n\n");
        let codes: Vec<Code> = Code::ALL.iter().copied().filter(|code| code.level() == level).collect();
        let links: Vec<String> = codes.iter().map(|code| format!("[{code}](#{code})")).collect();
        let _ = write!(out, "{}\n\n", links.join(", "));
        for page in codes.iter().filter_map(|code| Page::of(*code)) {
            let _ = writeln!(out, "{}", page.markdown(3));
        }
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

#[test]
fn the_documentation_is_made_from_the_pages() {
    let made = documentation();
    if blessing() {
        fs::write(root().join(PAGE), &made).unwrap();
    }
    assert!(
        read(PAGE) == made,
        "{PAGE} is not what the pages say; scripts/bless.sh writes it anew"
    );
}

#[test]
fn explain_prints_a_page_and_offers_near_codes() {
    let ran = run(&["explain", "uncited-source"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(
        ran.out.starts_with("# uncited-source\n") && ran.out.contains("## Instead"),
        "{}",
        ran.out
    );
    let slip = run(&["explain", "uncitedsource"]);
    assert_eq!((slip.code, slip.out.as_str()), (Some(2), ""));
    assert!(slip.err.contains("did you mean `uncited-source`?"), "{}", slip.err);
}
