//! The table of questions in docs/questions.md is the grammar that the program reads.

use std::fs;

use frenemy::query::ask::{Form, TAILS, forms, told};

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

#[test]
fn the_documented_questions_are_those_that_are_read() {
    let page = read(PAGE);
    let begin = page.find(BEGIN).expect("the mark before the table") + BEGIN.len();
    let end = page.find(END).expect("the mark after the table");
    let tables = tables();
    if blessing() {
        fs::write(root().join(PAGE), format!("{}{tables}{}", &page[..begin], &page[end..])).unwrap();
    } else {
        assert_eq!(&page[begin..end], tables, "scripts/bless.sh writes the table");
    }
}
