//! Patterns of questions, as [`forms`](super::forms) writes them.

use super::forms::CLASSES;
use crate::values::fold;

/// One part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A slot, with its braces.
    Slot(&'static str),
    /// Some words, folded.
    Words {
        /// Any of these.
        either: Vec<Vec<String>>,
        /// Whether they may be missing.
        optional: bool,
    },
}

/// The parts of a pattern.
pub(super) fn tokens(pattern: &'static str) -> Vec<Token> {
    let token = |text: &'static str| {
        if text.starts_with('{') {
            return Token::Slot(text);
        }
        let (text, optional) = match text.strip_prefix('?') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let folded = |words: &str| words.split('_').map(fold).collect::<Vec<_>>();
        Token::Words {
            either: either(text).map(folded).collect(),
            optional,
        }
    };
    pattern.split(' ').map(token).collect()
}

/// The alternatives of a part, with classes written out.
fn either(text: &str) -> impl Iterator<Item = &str> {
    text.split('|').flat_map(|words| class(words).split('|'))
}

/// The words of a class; other words stand for themselves.
fn class(words: &str) -> &str {
    let named = CLASSES.iter().find(|(name, _)| *name == words);
    named.map_or(words, |(_, meaning)| meaning)
}

/// A pattern as it is told: `who competes with COMPANY`, the first of alternatives, without what may be missing.
#[must_use]
pub fn told(pattern: &str) -> String {
    let words = pattern.split(' ').filter(|word| !word.starts_with('?'));
    let told = words.map(|word| match word {
        "{company}" | "{other}" => "COMPANY".to_owned(),
        "{date}" | "{until}" => "DATE".to_owned(),
        slot if slot.starts_with('{') => slot.trim_matches(['{', '}']).to_uppercase(),
        words => either(words).next().unwrap_or_default().replace('_', " "),
    });
    told.collect::<Vec<_>>().join(" ").replace(" 's", "'s")
}

/// How much of a pattern a question has, and the reverse, from 0 to 1: twice the parts whose words are all in the question,
/// over all parts and all words (Dice 1945). What may be missing counts only where it is there. A company is a blank word.
pub(super) fn likeness(pattern: &'static str, words: &[&str]) -> f64 {
    let (mut parts, mut met, mut used) = (0_u32, 0_u32, 0_u32);
    let mut companies = words.iter().filter(|word| word.is_empty()).count();
    for token in tokens(pattern) {
        let (found, optional) = match &token {
            Token::Slot("{company}" | "{other}") if companies > 0 => {
                companies -= 1;
                (Some(1), false)
            }
            Token::Slot(_) => (None, false),
            Token::Words { either, optional } => {
                let all = |alternative: &&Vec<String>| alternative.iter().all(|word| words.contains(&word.as_str()));
                let longest = either.iter().filter(all).map(Vec::len).max();
                (longest, *optional)
            }
        };
        match found {
            Some(n) => {
                parts += 1;
                met += 1;
                used += u32::try_from(n).unwrap_or(u32::MAX);
            }
            None if optional => {}
            None => parts += 1,
        }
    }
    let asked = u32::try_from(words.len()).unwrap_or(u32::MAX).max(1);
    // a part of several words stands for all of them
    let whole = f64::from(parts) + f64::from(asked);
    (f64::from(met) + f64::from(used.min(asked))) / whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::ask::forms::{LEADS, TAILS, forms};

    #[test]
    fn every_part_of_every_pattern_says_something() {
        let patterns = forms().chain(TAILS).flat_map(|form| form.en.iter().chain(form.vi));
        for pattern in patterns.chain(LEADS) {
            for token in tokens(pattern) {
                if let Token::Words { either, .. } = token {
                    for words in either {
                        let fine = |word: &String| !word.is_empty() && !word.contains(['<', '>', '?', '{', '}']);
                        assert!(!words.is_empty() && words.iter().all(fine), "{pattern}: {words:?}");
                    }
                }
            }
        }
    }
}
