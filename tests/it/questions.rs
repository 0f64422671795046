//! The table of questions in docs/questions.md is the grammar that the program reads.

use std::fs;

use frenemy::query::ask::{Form, TAILS, forms, told};
use frenemy::query::{QUESTIONS, Request};

use crate::support::{blessing, read, root};

const PAGE: &str = "docs/questions.md";
const BEGIN: &str = "<!-- questions: written by the tests from the grammar -->\n";
const END: &str = "<!-- end of questions -->\n";

fn row(form: &Form) -> String {
    let slot = |word: String| match word.strip_prefix('{').and_then(|word| word.strip_suffix('}')) {
        Some("company" | "other") => "COMPANY".to_owned(),
        Some("date" | "until") => "DATE".to_owned(),
        Some(slot) => slot.to_uppercase(),
        None => word,
    };
    let command: Vec<String> = form.command().into_iter().map(slot).collect();
    let command = if command.is_empty() {
        String::new()
    } else {
        format!("`{}`", command.join(" "))
    };
    format!("| {} | {} | {command} |\n", told(form.en[0]), told(form.vi[0]))
}

fn tables() -> String {
    let mut text = "\n| question | câu hỏi | command |\n|---|---|---|\n".to_owned();
    text.extend(forms().map(row));
    text.push_str("\nAny of them may end with:\n\n| ending | phần cuối | option |\n|---|---|---|\n");
    text.extend(TAILS.iter().map(row));
    text.push('\n');
    text
}

/// The table of all questions.
fn requests() -> String {
    let mut text = "\n| question | answers | example |\n|---|---|---|\n".to_owned();
    for question in QUESTIONS {
        let (name, summary) = (question.name, question.summary.en);
        let mut examples = question.examples.iter();
        let example = examples
            .find(|example| example.contains('?'))
            .unwrap_or(&question.examples[0]);
        let request: Request = example.parse().expect("an address");
        text.push_str(&format!("| `{name}` | {summary} | `{}` |\n", request.address()));
    }
    text.push('\n');
    text
}

/// Compares what stands between two marks of a page with what should, or writes it.
fn between_marks(page: &str, begin: &str, end: &str, table: &str) {
    let text = read(page);
    let from = text.find(begin).expect("the mark before the table") + begin.len();
    let to = text.find(end).expect("the mark after the table");
    if blessing() {
        fs::write(root().join(page), format!("{}{table}{}", &text[..from], &text[to..])).unwrap();
    } else {
        assert_eq!(&text[from..to], table, "scripts/bless.sh writes the table");
    }
}

#[test]
fn the_documented_questions_are_those_that_are_read() {
    between_marks(PAGE, BEGIN, END, &tables());
}

#[test]
fn the_documented_requests_are_all_questions() {
    let begin = "<!-- requests: written by the tests from the table of questions -->\n";
    between_marks("docs/requests.md", begin, "<!-- end of requests -->\n", &requests());
}
