//! `ask "QUESTION"`: a fixed grammar of questions, English and Vietnamese, mapped onto the commands.
//!
//! No guessing: a question either has one of the [`FORMS`], perhaps with [`TAILS`], or it is not understood and the
//! nearest forms are told. Words match whatever their case and diacritics; a slot takes as few words as make the rest fit.

mod forms;

pub use forms::{FORMS, Form, TAILS};

use crate::lang::Lang;
use crate::model::{Lookup, Model, Names};
use crate::values::{Money, PartialDate, fold};

/// How alike a form must be to be offered (Jaro-Winkler, 0 to 1).
const LIKENESS: f64 = 0.6;
/// How many forms are offered.
const OFFERS: usize = 3;
/// How many words a name that is not in the data may have.
const LONGEST_UNKNOWN: usize = 4;

/// A question as a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// The command with its arguments, without the name of the program.
    pub command: Vec<String>,
    /// The language that it was asked in.
    pub lang: Lang,
}

impl Understood {
    /// The command as a user types it.
    #[must_use]
    pub fn typed(&self) -> String {
        let quoted = self.command.iter().map(|word| {
            let plain = |c: char| c.is_alphanumeric() || "-_./:=,".contains(c);
            if !word.is_empty() && word.chars().all(plain) {
                word.clone()
            } else {
                format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\""))
            }
        });
        let words: Vec<String> = ["frenemy".to_owned()].into_iter().chain(quoted).collect();
        words.join(" ")
    }
}

/// Understands a question about a data set, or else gives the nearest forms, best first, slots in capitals.
///
/// # Errors
/// When it has none of the forms.
pub fn ask(model: &Model, question: &str, today: PartialDate) -> Result<Understood, Vec<String>> {
    let cleaned = question.trim().trim_end_matches(['?', '!', '.', '？']);
    let words: Vec<&str> = cleaned
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| matches!(c, '"' | '“' | '”' | ',' | ';')))
        .filter(|word| !word.is_empty())
        .collect();
    let known = Reader {
        model,
        names: Names::new(model),
        today,
        strict: true,
    };
    // a name that is not in the data is left to the command, which offers the nearest ones
    let any = Reader {
        names: Names::new(model),
        strict: false,
        ..known
    };
    for reader in [&known, &any] {
        for form in FORMS {
            for (lang, patterns) in [(Lang::En, form.en), (Lang::Vi, form.vi)] {
                for pattern in patterns {
                    if let Some(command) = reader.read(pattern, form.command, lang, &words) {
                        return Ok(Understood { command, lang });
                    }
                }
            }
        }
    }
    Err(nearest(cleaned))
}

/// A slot and what fills it.
type Filled = Vec<(&'static str, String)>;

struct Reader<'m> {
    model: &'m Model,
    names: Names<'m>,
    today: PartialDate,
    /// Whether companies and deals must be in the data.
    strict: bool,
}

impl Reader<'_> {
    /// The command of a form, if `words` fit one of its patterns with any tails.
    fn read(
        &self,
        pattern: &'static str,
        command: &'static [&'static str],
        lang: Lang,
        words: &[&str],
    ) -> Option<Vec<String>> {
        let tokens: Vec<&'static str> = pattern.split(' ').collect();
        for (filled, rest) in self.fits(&tokens, words) {
            if let Some(tail) = self.tails(lang, rest, 0) {
                let mut found = fill(command, &filled);
                found.extend(tail);
                return Some(found);
            }
        }
        None
    }

    /// The options of one or more tails that make up all of `words`; each form of tail at most once.
    fn tails(&self, lang: Lang, words: &[&str], used: u32) -> Option<Vec<String>> {
        if words.is_empty() {
            return Some(Vec::new());
        }
        for (at, tail) in TAILS.iter().enumerate().filter(|(at, _)| used & 1 << at == 0) {
            let patterns = match lang {
                Lang::En => tail.en,
                Lang::Vi => tail.vi,
            };
            for pattern in patterns {
                let tokens: Vec<&'static str> = pattern.split(' ').collect();
                for (mut filled, rest) in self.fits(&tokens, words) {
                    filled.push(("{today}", self.today.to_string()));
                    if let Some(more) = self.tails(lang, rest, used | 1 << at) {
                        let mut found = fill(tail.command, &filled);
                        found.extend(more);
                        return Some(found);
                    }
                }
            }
        }
        None
    }

    /// Every way in which the first of `words` fit a pattern, with the words left over.
    fn fits<'w>(&self, pattern: &[&'static str], words: &'w [&'w str]) -> Vec<(Filled, &'w [&'w str])> {
        let Some((token, rest)) = pattern.split_first() else {
            return vec![(Filled::new(), words)];
        };
        if !token.starts_with('{') {
            let fits = |word: &&str| token.split('|').any(|either| fold(either) == fold(word));
            return match words.split_first() {
                Some((word, after)) if fits(word) => self.fits(rest, after),
                _ => Vec::new(),
            };
        }
        let mut found = Vec::new();
        for n in 1..=words.len() {
            if let Some(value) = self.value(token, &words[..n]) {
                for (mut filled, left) in self.fits(rest, &words[n..]) {
                    filled.push((token, value.clone()));
                    found.push((filled, left));
                }
            }
        }
        found
    }

    /// What some words stand for in a slot; `None` when they cannot.
    fn value(&self, slot: &str, words: &[&str]) -> Option<String> {
        let text = words.join(" ");
        match slot {
            "{date}" | "{until}" => text.parse::<PartialDate>().ok().map(|date| date.to_string()),
            "{money}" => text.parse::<Money>().ok().map(|_| text),
            "{market}" => self.market(&text),
            "{deal}" => self.deal(&text).or_else(|| self.unknown(words)),
            _ => match self.names.find(&text) {
                Lookup::One(id) => Some(self.model[id].id.to_string()),
                Lookup::Many(_) => Some(text),
                Lookup::None(_) => self.unknown(words),
            },
        }
    }

    fn unknown(&self, words: &[&str]) -> Option<String> {
        (!self.strict && words.len() <= LONGEST_UNKNOWN).then(|| words.join(" "))
    }

    fn market(&self, text: &str) -> Option<String> {
        let wanted = fold(text);
        let named = |market: &&crate::model::Market| {
            market.id == text || market.name.wordings().any(|name| fold(name) == wanted)
        };
        self.model
            .markets
            .iter()
            .find(named)
            .map(|market| market.id.to_string())
    }

    fn deal(&self, text: &str) -> Option<String> {
        let wanted = fold(text);
        let named =
            |deal: &&crate::model::Deal| deal.id == text || deal.title.wordings().any(|name| fold(name) == wanted);
        self.model.deals.iter().find(named).map(|deal| deal.id.to_string())
    }
}

/// A command with its slots filled.
fn fill(command: &[&str], filled: &Filled) -> Vec<String> {
    command
        .iter()
        .map(|word| {
            let value = filled.iter().find(|(slot, _)| slot == word);
            value.map_or_else(|| (*word).to_owned(), |(_, value)| value.clone())
        })
        .collect()
}

/// A pattern as it is told: `who competes with COMPANY`, the first of alternatives.
#[must_use]
pub fn told(pattern: &str) -> String {
    let words = pattern.split(' ').map(|word| match word.trim_matches(['{', '}']) {
        "company" | "other" if word.starts_with('{') => "COMPANY".to_owned(),
        "date" | "until" if word.starts_with('{') => "DATE".to_owned(),
        slot if word.starts_with('{') => slot.to_uppercase(),
        word => word.split('|').next().unwrap_or_default().to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The forms most like a question, best first.
fn nearest(question: &str) -> Vec<String> {
    let asked = fold(question);
    let mut scored: Vec<(f64, String)> = FORMS
        .iter()
        .flat_map(|form| form.en.iter().chain(form.vi))
        .map(|pattern| {
            let form = told(pattern);
            (strsim::jaro_winkler(&asked, &fold(&form)), form)
        })
        .filter(|(score, _)| *score >= LIKENESS)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    scored.into_iter().take(OFFERS).map(|(_, form)| form).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::testing::{Data, date};

    fn data() -> Model {
        let mut data = Data::new();
        for (id, name) in [
            ("microsoft", "Tập đoàn Microsoft"),
            ("openai", "OpenAI"),
            ("and-co", "Bread and Butter"),
        ] {
            let company = data.company(id);
            data.model.companies[company.index()].name = name.into();
        }
        data.model
    }

    fn understood(question: &str) -> String {
        match ask(&data(), question, date("2026-11-23")) {
            Ok(understood) => understood.typed(),
            Err(near) => format!("? {}", near.join(" / ")),
        }
    }

    #[test]
    fn questions_are_commands() {
        for (question, command) in [
            ("who competes and cooperates with Microsoft", "frenemy who microsoft"),
            ("ai cạnh tranh và hợp tác với Microsoft", "frenemy who microsoft"),
            (
                "AI CANH TRANH VA HOP TAC VOI tap doan microsoft?",
                "frenemy who microsoft",
            ),
            (
                "Who competes with OpenAI in 2014?",
                "frenemy who openai --kind competitive_overlap --at 2014",
            ),
            (
                "who cooperates with openai since 2020-05",
                "frenemy who openai --except-kind competitive_overlap --from 2020-05 --to 2026-11-23",
            ),
            (
                "whom does Microsoft invest in",
                "frenemy who microsoft --kind investment",
            ),
            ("what does “OpenAI” depend on?", "frenemy depends openai"),
            (
                "ai phụ thuộc vào OpenAI năm 2024",
                "frenemy depends openai --reverse --at 2024",
            ),
            (
                "how are Bread and Butter and OpenAI connected",
                "frenemy path and-co openai",
            ),
            (
                "what is between Microsoft and OpenAI",
                "frenemy between microsoft openai",
            ),
            (
                "when did Microsoft and OpenAI start to compete",
                "frenemy timeline microsoft openai --kind competitive_overlap",
            ),
            (
                "Microsoft và OpenAI bắt đầu hợp tác từ khi nào?",
                "frenemy timeline microsoft openai --except-kind competitive_overlap",
            ),
            (
                "what happened to OpenAI between 2019 and 2021",
                "frenemy timeline openai --from 2019 --to 2021",
            ),
            (
                "what happened between Microsoft and OpenAI",
                "frenemy timeline microsoft openai",
            ),
            (
                "who gets what if microsoft-openai-2023 makes USD 50bn",
                "frenemy waterfall microsoft-openai-2023 --profit \"USD 50bn\"",
            ),
            ("why do Microsoft and OpenAI compete", "frenemy why microsoft openai"),
            ("who is Nobody At All", "frenemy show \"Nobody At All\""),
        ] {
            assert_eq!(understood(question), command, "{question}");
        }
    }

    #[test]
    fn what_is_not_understood_gets_the_nearest_forms() {
        let told = understood("who competes against Microsoft in the long run of things");
        assert!(told.starts_with("? who competes"), "{told}");
        assert!(understood("ai cạnh tranh cùng với cả nhà Microsoft").contains("ai cạnh tranh"));
        for hostile in ["", "?", "{company}", "who competes with"] {
            assert!(
                understood(hostile).starts_with('?'),
                "{hostile}: {}",
                understood(hostile)
            );
        }
    }

    #[test]
    fn every_slot_of_a_command_is_in_every_pattern() {
        for form in FORMS.iter().chain(TAILS) {
            for pattern in form.en.iter().chain(form.vi) {
                let slots = form
                    .command
                    .iter()
                    .filter(|word| word.starts_with('{') && **word != "{today}");
                for slot in slots {
                    assert!(pattern.split(' ').any(|word| word == *slot), "{pattern}: {slot}");
                }
            }
            assert!(!form.en.is_empty() && !form.vi.is_empty());
        }
    }
}
