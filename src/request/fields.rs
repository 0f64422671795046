//! Reads the fields of a request from words, as an address or a form has them: each field a list of texts.
//!
//! The request's own type says what a text is: `3` is a number for a field that wants one and a name for another.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Error as _, IntoDeserializer, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};

/// The field of a request that holds its scope, whose fields stand beside the others in an address.
const SCOPE: &str = "scope";

/// Why some words are no request.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct FieldError(String);

impl serde::de::Error for FieldError {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// The fields of a request by name, each with its texts in order.
pub(super) type Fields = BTreeMap<String, Vec<String>>;

/// Reads a request.
pub(super) fn read<T: DeserializeOwned>(fields: Fields) -> Result<T, FieldError> {
    T::deserialize(Whole(fields))
}

/// A request, or its scope.
struct Whole(Fields);

impl<'de> Deserializer<'de> for Whole {
    type Error = FieldError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldError> {
        let texts = self.0.into_iter().map(|(field, texts)| (field, Part::Texts(texts)));
        visitor.visit_map(MapDeserializer::new(texts))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        own: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, FieldError> {
        if !own.contains(&SCOPE) {
            return self.deserialize_any(visitor);
        }
        let (own, scope): (Fields, Fields) = self.0.into_iter().partition(|(field, _)| own.contains(&field.as_str()));
        if own.contains_key(SCOPE) {
            return Err(FieldError::custom(format!("unknown field `{SCOPE}`")));
        }
        let texts = own.into_iter().map(|(field, texts)| (field, Part::Texts(texts)));
        visitor.visit_map(MapDeserializer::new(
            texts.chain([(SCOPE.to_owned(), Part::Scope(scope))]),
        ))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// The value of a field.
enum Part {
    /// Its texts, at least one.
    Texts(Vec<String>),
    /// The fields of the scope.
    Scope(Fields),
}

impl Part {
    /// The only text.
    fn text(self) -> Result<String, FieldError> {
        match self {
            Self::Texts(mut texts) if texts.len() == 1 => Ok(texts.remove(0)),
            Self::Texts(texts) => Err(FieldError::custom(format!(
                "a field that has one value is given {} times",
                texts.len()
            ))),
            Self::Scope(_) => Err(FieldError::custom("a scope is no text")),
        }
    }
}

impl IntoDeserializer<'_, FieldError> for Part {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Numbers, read as the type says.
macro_rules! numbers {
    ($($method:ident $visit:ident $type:ty,)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldError> {
            let text = self.text()?;
            let number: $type = text
                .parse()
                .map_err(|_| FieldError::custom(format!("`{text}` is no number, or too great a one")))?;
            visitor.$visit(number)
        }
    )*};
}

impl<'de> Deserializer<'de> for Part {
    type Error = FieldError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldError> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldError> {
        match self.text()?.as_str() {
            // a parameter that only is there
            "true" | "" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            other => Err(FieldError::custom(format!("`{other}` is neither `true` nor `false`"))),
        }
    }

    numbers! {
        deserialize_u8 visit_u8 u8,
        deserialize_u16 visit_u16 u16,
        deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64,
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldError> {
        visitor.visit_some(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldError> {
        match self {
            Self::Texts(texts) => visitor.visit_seq(SeqDeserializer::new(
                texts.into_iter().map(|text| Self::Texts(vec![text])),
            )),
            Self::Scope(_) => Err(FieldError::custom("a scope is no list")),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        own: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, FieldError> {
        match self {
            Self::Scope(fields) => Whole(fields).deserialize_struct(name, own, visitor),
            Self::Texts(_) => Err(FieldError::custom(format!("`{name}` is no text"))),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, FieldError> {
        visitor.visit_enum(self.text()?.into_deserializer())
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u128 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct tuple
        tuple_struct map identifier ignored_any
    }
}
