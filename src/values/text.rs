//! Texts of the data, in one language or several.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Str;

/// A text as the data gives it: a plain string, or one string a language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text(Wording);

/// A plain text takes no list, of which a snapshot would need thousands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Wording {
    Plain(Str),
    /// At least one text by language code, sorted by it; no code is empty.
    Localized(Box<[(Str, Str)]>),
}

impl Text {
    /// A text by language code; `None` when there is none, or when a code is empty.
    #[must_use]
    pub fn localized(by_language: BTreeMap<String, String>) -> Option<Self> {
        let texts = by_language.into_iter().map(|(code, text)| (code.into(), text.into()));
        Self::sorted(texts.collect())
    }

    fn sorted(by_language: Vec<(Str, Str)>) -> Option<Self> {
        let ascending = by_language.is_sorted_by(|(a, _), (b, _)| a < b);
        let first = by_language.first()?;
        (ascending && !first.0.is_empty()).then(|| Self(Wording::Localized(by_language.into())))
    }

    fn by_language(&self) -> &[(Str, Str)] {
        match &self.0 {
            Wording::Plain(_) => &[],
            Wording::Localized(by_language) => by_language,
        }
    }

    fn in_language(&self, code: &str) -> Option<&str> {
        let mut texts = self.by_language().iter();
        texts.find(|(known, _)| known == code).map(|(_, text)| text.as_str())
    }

    /// The text in the language asked for, else in English, else the plain one, else in the first language by code.
    #[must_use]
    pub fn get(&self, lang_code: &str) -> &str {
        let found = [lang_code, "en"].iter().find_map(|code| self.in_language(code));
        found.or_else(|| self.wordings().next()).unwrap_or_default()
    }

    /// The codes of its languages in alphabetical order, none for a plain text.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.by_language().iter().map(|(code, _)| code.as_str())
    }

    /// Whether it is given in this very language; a plain text is in none.
    #[must_use]
    pub fn has(&self, code: &str) -> bool {
        self.in_language(code).is_some()
    }

    /// The text when it names no language.
    #[must_use]
    pub fn plain(&self) -> Option<&str> {
        match &self.0 {
            Wording::Plain(text) => Some(text),
            Wording::Localized(_) => None,
        }
    }

    /// Every wording, for search.
    pub fn wordings(&self) -> impl Iterator<Item = &str> {
        let localized = self.by_language().iter().map(|(_, text)| text.as_str());
        self.plain().into_iter().chain(localized)
    }
}

impl From<Str> for Text {
    fn from(text: Str) -> Self {
        Self(Wording::Plain(text))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::from(Str::from(text))
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::from(Str::from(text))
    }
}

/// The shape of a text in formats that people read.
#[derive(Deserialize)]
#[serde(untagged)]
enum Readable {
    Plain(Str),
    Localized(BTreeMap<String, String>),
}

/// The shape of a text in a snapshot.
#[derive(Deserialize)]
enum Packed {
    Plain(Str),
    Localized(Vec<(Str, Str)>),
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (&self.0, serializer.is_human_readable()) {
            (Wording::Plain(text), true) => serializer.serialize_str(text),
            (Wording::Localized(texts), true) => serializer.collect_map(texts.iter().map(|(code, text)| (code, text))),
            (Wording::Plain(text), false) => serializer.serialize_newtype_variant("Packed", 0, "Plain", text),
            (Wording::Localized(texts), false) => serializer.serialize_newtype_variant("Packed", 1, "Localized", texts),
        }
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let localized = if deserializer.is_human_readable() {
            match Readable::deserialize(deserializer)? {
                Readable::Plain(plain) => return Ok(plain.into()),
                Readable::Localized(by_language) => Self::localized(by_language),
            }
        } else {
            match Packed::deserialize(deserializer)? {
                Packed::Plain(plain) => return Ok(plain.into()),
                Packed::Localized(by_language) => Self::sorted(by_language),
            }
        };
        localized.ok_or_else(|| de::Error::custom("a text without a language"))
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
            let packed = postcard::to_stdvec(&text).unwrap();
            assert_eq!(postcard::from_bytes(&packed), Ok(text));
        }
    }
}
