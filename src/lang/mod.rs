//! Every string a user reads in an answer, in English and Vietnamese.
//!
//! A [`Phrase`] cannot be made without both languages, so completeness is a matter of types; tests look at what types
//! cannot see (empty strings, placeholders that differ). Diagnostics are not here: their wording stands beside the check.

/// Declares phrases with a list of all of them, for the completeness test.
macro_rules! phrases {
    ($($name:ident = $en:literal, $vi:literal;)+) => {
        $(#[doc = $en] pub const $name: Phrase = Phrase::new($en, $vi);)+

        /// Every phrase of this file with its name.
        pub const ALL: &[(&str, Phrase)] = &[$((stringify!($name), $name),)+];
    };
}

pub mod answers;
pub mod gaps;
pub mod history;
pub mod lists;
pub mod network;
pub mod owners;
pub mod pages;
pub mod pictures;
pub mod sums;
pub mod waterfall;

use std::fmt::{Display, Write};

use crate::values::plural;

use serde::{Deserialize, Serialize};

/// A language in which answers are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English, the default.
    #[default]
    En,
    /// Vietnamese.
    Vi,
}

impl Lang {
    /// All languages, the default first.
    pub const ALL: [Self; 2] = [Self::En, Self::Vi];

    /// The ISO 639-1 code, which is also the key in localized texts of the data.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Vi => "vi",
        }
    }
}

/// One text of the program in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// English.
    pub en: &'static str,
    /// Vietnamese.
    pub vi: &'static str,
}

impl Phrase {
    /// Makes a phrase from its English and Vietnamese wording.
    #[must_use]
    pub const fn new(en: &'static str, vi: &'static str) -> Self {
        Self { en, vi }
    }

    /// The wording in `lang`.
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Vi => self.vi,
        }
    }

    /// The wording in `lang` with each `{name}` replaced by the value given for it, and each `{name:one|many}` by `one` where
    /// that value is 1, by `many` elsewhere.
    ///
    /// A placeholder without a value stays as it is, which a test of the phrase's use would show.
    #[must_use]
    pub fn fill(self, lang: Lang, values: &[(&str, &dyn Display)]) -> String {
        let mut rest = self.get(lang);
        let mut text = String::with_capacity(2 * rest.len());
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let named = after.split_once('}');
            let known = named.and_then(|(name, after)| {
                let (name, forms) = name
                    .split_once(':')
                    .map_or((name, None), |(name, forms)| (name, Some(forms)));
                let (_, value) = values.iter().find(|(known, _)| *known == name)?;
                Some((value, forms.and_then(|forms| forms.split_once('|')), after))
            });
            rest = match known {
                // writing to a text cannot fail
                Some((value, None, after)) => {
                    let _ = write!(text, "{value}");
                    after
                }
                Some((value, Some((one, many)), after)) => {
                    text.push_str(plural(value.to_string() == "1", one, many));
                    after
                }
                None => {
                    text.push('{');
                    after
                }
            };
        }
        text.push_str(rest);
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Phrase;

    #[test]
    fn values_stand_where_they_are_named_and_are_no_phrases_themselves() {
        let phrase = Phrase::new("{a} and {b}, {a} {c}", "{b} và {a}");
        let values: [(&str, &dyn std::fmt::Display); 2] = [("a", &"{b}"), ("b", &2)];
        assert_eq!(phrase.fill(super::Lang::En, &values), "{b} and 2, {b} {c}");
        assert_eq!(phrase.fill(super::Lang::Vi, &values), "2 và {b}");
        assert_eq!(Phrase::new("a {", "b").fill(super::Lang::En, &[]), "a {");
    }

    #[test]
    fn one_is_one() {
        let phrase = Phrase::new("{n} {n:entry|entries} of {all}", "{n} mục trong {all}");
        let filled = |lang, n: usize| phrase.fill(lang, &[("n", &n), ("all", &2)]);
        assert_eq!(filled(super::Lang::En, 1), "1 entry of 2");
        assert_eq!(filled(super::Lang::En, 0), "0 entries of 2");
        assert_eq!(filled(super::Lang::Vi, 1), "1 mục trong 2");
    }

    fn placeholders(text: &str) -> Vec<&str> {
        let mut found: Vec<_> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split(['}', ':']).next())
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Each phrase says something in both languages and takes the same values in both.
    pub(super) fn complete(phrases: &[(&str, Phrase)]) {
        for (name, phrase) in phrases {
            assert!(!phrase.en.trim().is_empty() && !phrase.vi.trim().is_empty(), "{name}");
            assert_eq!(placeholders(phrase.en), placeholders(phrase.vi), "{name}");
        }
    }
}
