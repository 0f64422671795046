//! Texts of the data, in one language or several.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The key of a text that names no language.
const PLAIN: &str = "";

/// A text as the data gives it: a plain string, or one string a language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text(
    /// Sorted by language; a list, as a map takes half a kilobyte even for one text.
    Vec<(String, String)>,
);

impl Text {
    /// A text by language code; `None` when there is none, or when a code is empty.
    #[must_use]
    pub fn localized(by_language: BTreeMap<String, String>) -> Option<Self> {
        (!by_language.is_empty() && !by_language.contains_key(PLAIN)).then(|| Self(by_language.into_iter().collect()))
    }

    fn in_language(&self, code: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| known == code)
            .map(|(_, text)| text.as_str())
    }

    /// The text in the language asked for, else in English, else the plain one, else in the first language by code.
    #[must_use]
    pub fn get(&self, lang_code: &str) -> &str {
        let found = [lang_code, "en", PLAIN].iter().find_map(|code| self.in_language(code));
        found.or_else(|| self.wordings().next()).unwrap_or_default()
    }

    /// The codes of its languages in alphabetical order, none for a plain text.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .map(|(code, _)| code.as_str())
            .filter(|code| *code != PLAIN)
    }

    /// Whether it is given in this very language; a plain text is in none.
    #[must_use]
    pub fn has(&self, code: &str) -> bool {
        code != PLAIN && self.in_language(code).is_some()
    }

    /// The text when it names no language.
    #[must_use]
    pub fn plain(&self) -> Option<&str> {
        self.in_language(PLAIN)
    }

    /// Every wording, for search.
    pub fn wordings(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, text)| text.as_str())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(vec![(PLAIN.to_owned(), text)])
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

/// The shape of a text in formats that people read.
#[derive(Deserialize)]
#[serde(untagged)]
enum Readable {
    Plain(String),
    Localized(BTreeMap<String, String>),
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.plain() {
            Some(plain) if serializer.is_human_readable() => serializer.serialize_str(plain),
            _ => serializer.collect_map(self.0.iter().map(|(code, text)| (code, text))),
        }
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut by_language = if deserializer.is_human_readable() {
            match Readable::deserialize(deserializer)? {
                Readable::Plain(plain) => return Ok(plain.into()),
                Readable::Localized(by_language) => by_language,
            }
        } else {
            BTreeMap::deserialize(deserializer)?
        };
        if by_language.len() == 1
            && let Some(plain) = by_language.remove(PLAIN)
        {
            return Ok(plain.into());
        }
        Self::localized(by_language).ok_or_else(|| de::Error::custom("a text without a language"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn localized(pairs: &[(&str, &str)]) -> Text {
        let pairs = pairs
            .iter()
            .map(|(code, text)| ((*code).to_owned(), (*text).to_owned()));
        Text::localized(pairs.collect()).unwrap()
    }

    #[test]
    fn the_asked_language_else_english_else_the_first() {
        let both = localized(&[("vi", "Microsoft và OpenAI"), ("en", "Microsoft and OpenAI")]);
        assert_eq!(
            (both.get("vi"), both.get("fr")),
            ("Microsoft và OpenAI", "Microsoft and OpenAI")
        );
        assert_eq!(both.languages().collect::<Vec<_>>(), ["en", "vi"]);
        let no_english = localized(&[("zh", "微软"), ("ja", "マイクロソフト")]);
        assert_eq!(
            (no_english.get("vi"), no_english.has("en"), no_english.has("ja")),
            ("マイクロソフト", false, true)
        );
        let plain = Text::from("Tập đoàn");
        assert_eq!(
            (plain.get("en"), plain.get(""), plain.has(""), plain.languages().count()),
            ("Tập đoàn", "Tập đoàn", false, 0)
        );
    }

    #[test]
    fn a_text_names_a_language_or_is_plain() {
        assert_eq!(Text::localized(BTreeMap::new()), None);
        assert_eq!(Text::localized(BTreeMap::from([(String::new(), "x".to_owned())])), None);
        assert!(serde_json::from_str::<Text>(r#"{"": "x", "en": "y"}"#).is_err());
        assert!(serde_json::from_str::<Text>("{}").is_err());
    }

    #[test]
    fn both_shapes_survive_both_formats() {
        for (text, json) in [
            (Text::from("đ"), r#""đ""#),
            (localized(&[("vi", "đ")]), r#"{"vi":"đ"}"#),
        ] {
            assert_eq!(serde_json::to_string(&text).unwrap(), json);
            assert_eq!(serde_json::from_str::<Text>(json).unwrap(), text);
            assert_eq!(postcard::from_bytes(&postcard::to_stdvec(&text).unwrap()), Ok(text));
        }
    }
}
