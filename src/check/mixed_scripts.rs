use unicode_script::{Script, UnicodeScript};
use unicode_security::MixedScript;
use unicode_security::mixed_script::AugmentedScriptSet;

use super::{Check, Findings, Page, Subject, names};
use crate::diagnostics::{Code, Diagnostic, excerpt};

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::MixedScripts,
        what: "A word of a company's name has letters of several scripts, such as a Cyrillic `А` before Latin letters. Scripts \
               that are written together are one: those of Japanese, Korean and Chinese, also with Latin letters.",
        why: "Letters of another alphabet may look the same, so that one company has two names that nobody can tell apart, and \
              is not found by the name that people type.",
        example: "\
companies:
  - {id: nimbus, name: Nimbuѕ Cloud}
",
        instead: "\
companies:
  - {id: nimbus, name: Nimbus Cloud}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    for name in names::of_companies(subject) {
        let Some(word) = words(name.text).find(|word| is_mixed(word)) else {
            continue;
        };
        let headline = format!("the word `{}` has letters of {}", excerpt(word), scripts(word));
        let help = "write it in one alphabet; where the company spells itself so, waive it";
        out.lint(
            name.on,
            Diagnostic::new(Code::MixedScripts, headline, name.place, "").help(help),
        );
    }
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_alphanumeric() || c.script() == Script::Inherited;
    name.split(move |c| !is_part(c)).filter(|word| !word.is_ascii())
}

/// Whether no script, and none that is written together with Latin, has all letters of a word.
fn is_mixed(word: &str) -> bool {
    let is_latin = |c: &char| c.script() == Script::Latin;
    let others: String = word.chars().filter(|c| !is_latin(c)).collect();
    let others: AugmentedScriptSet = others.as_str().resolve_script_set();
    !(word.is_single_script() || others.jpan || others.kore || others.hanb)
}

/// "Cyrillic, Latin".
fn scripts(word: &str) -> String {
    let mut names: Vec<&str> = word
        .chars()
        .map(|c| c.script())
        .filter(|script| !matches!(script, Script::Common | Script::Inherited))
        .map(Script::full_name)
        .collect();
    names.sort_unstable();
    names.dedup();
    names.join(" and ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_that_are_written_together_are_no_mixture() {
        let mixed = |name: &str| words(name).any(is_mixed);
        for name in ["Аррle", "Micrоsoft Corp.", "Αlpha", "Яндекc", "Tоyota (Japan)"] {
            assert!(mixed(name), "{name}");
        }
        for name in [
            "Apple",
            "Яндекс (Yandex)",
            "1С",
            "Tập đoàn Công nghiệp – Viễn thông Quân đội",
            "Ngân hàng Á Châu",
            "株式会社LIXIL",
            "トヨタ自動車",
            "삼성SDS",
            "SK하이닉스",
            "می\u{200c}خواهم",
            "Société Générale",
            "ΔΕΗ-PPC",
            "Ta\u{323}\u{302}p",
            "भारत Petroleum",
        ] {
            assert!(!mixed(name), "{name}");
        }
    }
}
