//! `ask "QUESTION"`: a fixed grammar of questions, English and Vietnamese, mapped onto requests.
//!
//! No guessing: a question either has one of the [`forms()`], perhaps with [`TAILS`], or it is not understood and the
//! nearest forms are told. Words match whatever their case and diacritics; a slot takes as few words as make the rest fit.

mod dates;
mod forms;
mod pattern;

pub use forms::{Form, TAILS, forms};
pub use pattern::told;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::derived::Names;
use crate::lang::Lang;
use crate::model::Model;
use crate::query::Request;
use crate::request::{Address, Resolver};
use crate::values::{PartialDate, fold, spoken};
use pattern::Token;

/// How alike a form must be to be offered: see [`pattern::likeness`].
const LIKENESS: f64 = 0.5;
/// How many forms are offered.
const OFFERS: usize = 3;
/// How many words a name that is not in the data may have.
const LONGEST_UNKNOWN: usize = 4;
/// How many words a question may have; the work grows with their square.
const LONGEST_QUESTION: usize = 100;
/// How many words the name of a market that is not in the data may have.
const LONGEST_MARKET: usize = 3;

/// A question as a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Understood {
    /// The request. Names that are in the data are ids, others as they were written.
    pub request: Request,
    /// The language that it was asked in.
    pub lang: Lang,
}

/// Understands a question about a data set, or else gives the nearest forms, best first, slots in capitals.
///
/// # Errors
/// When it has none of the forms, or more than a hundred words; then no form is near.
pub fn ask(model: &Model, question: &str, today: PartialDate) -> Result<Understood, Vec<String>> {
    let words = words(question);
    if words.len() > LONGEST_QUESTION {
        return Err(Vec::new());
    }
    let mut reader = Reader::new(model, &words, today);
    // a name that is not in the data is left to the request, which offers the nearest ones
    for strict in [true, false] {
        reader.strict = strict;
        reader.read_before.borrow_mut().clear();
        if let Some(understood) = reader.understood() {
            return Ok(understood);
        }
    }
    Err(reader.nearest())
}

/// The words of a question, without quotation marks and commas around them; `OpenAI's` is two.
fn words(question: &str) -> Vec<String> {
    let cleaned = question.trim().trim_end_matches(['?', '!', '.', '？', ' ']);
    let around = |c: char| matches!(c, '"' | '“' | '”' | '‘' | ',' | ';');
    let mut words = Vec::new();
    for word in cleaned.split_whitespace().map(|word| word.trim_matches(around)) {
        let stem = ["'s", "’s"].iter().find_map(|end| word.strip_suffix(end));
        match stem {
            Some(stem) if !stem.is_empty() => words.extend([stem.to_owned(), "'s".to_owned()]),
            _ if word.is_empty() => {}
            _ => words.push(word.to_owned()),
        }
    }
    words
}

/// Whether a request takes what an ending adds: each field once, and a date or a window.
fn takes(request: &Address, ending: &Address) -> bool {
    let dated = |field: &str| matches!(field, "at" | "from");
    let has = |field: &str| request.parameters.iter().any(|(known, _)| known == field);
    let twice = |field: &str| has(field) || (dated(field) && (has("at") || has("from")));
    !ending.parameters.iter().any(|(field, _)| twice(field))
}

/// A slot and what fills it.
type Filled = Vec<(&'static str, String)>;

/// A slot with the first word and the end of what may fill it.
type Place = (&'static str, usize, usize);

struct Reader<'m> {
    model: &'m Model,
    names: Names<'m>,
    resolver: Resolver<'m>,
    today: PartialDate,
    words: &'m [String],
    folded: Vec<String>,
    /// Whether companies, deals and markets must be in the data.
    strict: bool,
    /// What the places of the question stand for, as far as anybody has asked.
    read_before: RefCell<BTreeMap<Place, Option<String>>>,
}

impl<'m> Reader<'m> {
    fn new(model: &'m Model, words: &'m [String], today: PartialDate) -> Self {
        Self {
            model,
            names: Names::new(model),
            resolver: Resolver::new(model),
            today,
            words,
            folded: words.iter().map(|word| fold(word)).collect(),
            strict: true,
            read_before: RefCell::default(),
        }
    }

    fn understood(&self) -> Option<Understood> {
        let starts = self.starts();
        for form in forms() {
            for (lang, patterns) in [(Lang::En, form.en), (Lang::Vi, form.vi)] {
                for tokens in patterns.iter().map(|pattern| pattern::tokens(pattern)) {
                    for start in &starts {
                        if let Some(request) = self.read(&tokens, form, lang, *start) {
                            return Some(Understood { request, lang });
                        }
                    }
                }
            }
        }
        None
    }

    /// Where the question may begin: at its first word, or after words that add nothing.
    fn starts(&self) -> BTreeSet<usize> {
        let leads = forms::LEADS.iter().map(|lead| pattern::tokens(lead));
        leads
            .flat_map(|lead| self.fits(&lead, 0))
            .map(|(_, end)| end)
            .chain([0])
            .collect()
    }

    /// The request of a form, if the words from `start` on fit one of its patterns with any endings.
    fn read(&self, tokens: &[Token], form: &Form, lang: Lang, start: usize) -> Option<Request> {
        for (filled, rest) in self.fits(tokens, start) {
            let found = fill(form.address(), &filled);
            let request = self.ended(lang, rest, found);
            if request.is_some() {
                return request;
            }
        }
        None
    }

    /// A request with the endings that make up all words from `start` on, as far as it takes them.
    fn ended(&self, lang: Lang, start: usize, request: Address) -> Option<Request> {
        if start == self.words.len() {
            // that a question has no such field is no answer to it
            return Request::from_address(&request).ok();
        }
        for tail in TAILS {
            let ending = tail.address();
            if !takes(&request, &ending) {
                continue;
            }
            let patterns = match lang {
                Lang::En => tail.en,
                Lang::Vi => tail.vi,
            };
            for pattern in patterns {
                for (mut filled, rest) in self.fits(&pattern::tokens(pattern), start) {
                    filled.push(("{today}", self.today.to_string()));
                    let mut longer = request.clone();
                    longer.parameters.extend(fill(ending.clone(), &filled).parameters);
                    let found = self.ended(lang, rest, longer);
                    if found.is_some() {
                        return found;
                    }
                }
            }
        }
        None
    }

    /// Every way in which the words from `start` on fit a pattern, with the first word left over.
    fn fits(&self, pattern: &[Token], start: usize) -> Vec<(Filled, usize)> {
        let Some((token, rest)) = pattern.split_first() else {
            return vec![(Filled::new(), start)];
        };
        let mut found = Vec::new();
        match token {
            Token::Words { either, optional } => {
                for words in either {
                    let fits = self.folded[start..].starts_with(words);
                    if fits {
                        found.extend(self.fits(rest, start + words.len()));
                    }
                }
                if *optional {
                    found.extend(self.fits(rest, start));
                }
            }
            Token::Slot(slot) => {
                for end in start + 1..=self.words.len() {
                    if let Some(value) = self.value(slot, start, end) {
                        for (mut filled, left) in self.fits(rest, end) {
                            filled.push((slot, value.clone()));
                            found.push((filled, left));
                        }
                    }
                }
            }
        }
        found
    }

    /// What some words stand for in a slot; `None` when they cannot.
    fn value(&self, slot: &'static str, start: usize, end: usize) -> Option<String> {
        let place = (slot, start, end);
        if let Some(known) = self.read_before.borrow().get(&place) {
            return known.clone();
        }
        let words: Vec<&str> = self.words[start..end].iter().map(String::as_str).collect();
        let text = words.join(" ").replace(" 's", "'s");
        let value = match slot {
            "{date}" | "{until}" => dates::date(&words, self.today).map(|date| date.to_string()),
            "{money}" => spoken(&text).ok().map(|money| money.to_string()),
            "{market}" => self
                .resolver
                .market(&mut text.clone())
                .ok()
                .map(|id| self.model[id].id.to_string())
                .or_else(|| {
                    self.unknown(&text, words.len())
                        .filter(|_| words.len() <= LONGEST_MARKET)
                }),
            "{deal}" => self.deal(&text).or_else(|| self.unknown(&text, words.len())),
            _ => match self.names.called(&text, None).as_slice() {
                [one] => Some(self.model[*one].id.to_string()),
                // the answer says whose product it is
                [] if !self.names.products(&text).is_empty() => Some(text),
                [] => self.unknown(&text, words.len()),
                _ => Some(text),
            },
        };
        self.read_before.borrow_mut().insert(place, value.clone());
        value
    }

    fn unknown(&self, text: &str, words: usize) -> Option<String> {
        (!self.strict && words <= LONGEST_UNKNOWN).then(|| text.to_owned())
    }

    fn deal(&self, text: &str) -> Option<String> {
        let wanted = fold(text);
        let named = |deal: &&crate::model::Deal| {
            fold(&deal.id) == wanted || deal.title.wordings().any(|name| fold(name) == wanted)
        };
        self.model.deals.iter().find(named).map(|deal| deal.id.to_string())
    }

    /// The forms most like the question, best first, each in its most similar wording.
    fn nearest(&self) -> Vec<String> {
        let asked = self.without_names();
        let mut scored: Vec<(f64, String)> = forms()
            .filter_map(|form| {
                let patterns = form.en.iter().chain(form.vi);
                let best = patterns.map(|pattern| (pattern::likeness(pattern, &asked), *pattern));
                // of equal ones the first, which is the one that is documented
                best.reduce(|a, b| if b.0 > a.0 { b } else { a })
            })
            .filter(|(score, _)| *score >= LIKENESS)
            .map(|(score, pattern)| (score, told(pattern)))
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        scored.into_iter().take(OFFERS).map(|(_, form)| form).collect()
    }

    /// The words of the question, folded, with a blank for each name of a company.
    fn without_names(&self) -> Vec<&str> {
        let mut words: Vec<&str> = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            let longest = (at + 1..=self.words.len().min(at + LONGEST_UNKNOWN))
                .rev()
                .find(|end| !self.names.called(&self.words[at..*end].join(" "), None).is_empty());
            words.push(longest.map_or(&self.folded[at], |_| ""));
            at = longest.unwrap_or(at + 1);
        }
        words
    }
}

/// An address with its slots filled.
fn fill(mut address: Address, filled: &Filled) -> Address {
    let parameters = address.parameters.iter_mut().filter_map(|(_, value)| value.as_mut());
    for text in address.positions.iter_mut().chain(parameters) {
        if let Some((_, value)) = filled.iter().find(|(slot, _)| slot == text) {
            text.clone_from(value);
        }
    }
    address
}

#[cfg(test)]
mod tests;
