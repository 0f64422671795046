//! A request as one address, path and query (`who/dell?at=2014`), and as a command line (`frenemy who dell --at 2014`).
//!
//! The path is the question and what it is about, the query the rest in alphabetical order, each field by its name, lists
//! by repetition. What is left at its default is left out, so that equal requests have equal addresses.

use std::fmt::{self, Write};
use std::str::FromStr;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::Value;

use super::fields::{FieldError, Fields, read};
use super::question::Question;

/// What stands in an address as it is: what RFC 3986 leaves unreserved, and what needs no escape in a path or query and
/// occurs in names and dates.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b',')
    .remove(b':')
    .remove(b'@');

/// A request taken apart: what it asks, of what, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The name of the question.
    pub question: String,
    /// What it is about, in the order of the question's positions.
    pub positions: Vec<String>,
    /// The other fields that are not at their default, in alphabetical order, a list as several of one name; a field that
    /// only is there has no text.
    pub parameters: Vec<(String, Option<String>)>,
}

/// Why a text is no address of a request.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AddressError {
    /// No question has this name.
    #[error("no question is called `{0}`")]
    NoSuchQuestion(String),
    /// The path names more than the question is about.
    #[error("`{question}` is about {most} at most; the path names {given}")]
    TooMany {
        /// The question.
        question: String,
        /// How many it can be about.
        most: usize,
        /// How many are named.
        given: usize,
    },
    /// A field stands in the path and in the query.
    #[error("`{0}` stands in the path and in the query")]
    Twice(String),
    /// What is escaped is no UTF-8.
    #[error("`{0}` is not valid UTF-8 when its escapes are undone")]
    NotText(String),
    /// A field does not exist, is missing or has no such value.
    #[error(transparent)]
    Field(#[from] FieldError),
}

impl Address {
    /// The address of a request.
    #[must_use]
    pub fn of_question<Q: Question>(request: &Q) -> Self {
        let mut address = Self {
            question: Q::NAME.to_owned(),
            positions: Vec::new(),
            parameters: Vec::new(),
        };
        let Ok(Value::Object(mut fields)) = serde_json::to_value(request) else {
            return address;
        };
        for position in Q::POSITIONS {
            address
                .positions
                .extend(fields.remove(*position).iter().flat_map(texts));
        }
        if let Some(Value::Object(scope)) = fields.remove("scope") {
            fields.extend(scope);
        }
        for (field, value) in &fields {
            match value {
                Value::Bool(true) => address.parameters.push((field.clone(), None)),
                value => {
                    let values = texts(value).into_iter().map(|text| (field.clone(), Some(text)));
                    address.parameters.extend(values);
                }
            }
        }
        address
    }

    /// The request of a question that has this address.
    ///
    /// # Errors
    /// When its fields do not fit the question.
    pub fn request_of<Q: Question>(&self) -> Result<Q, AddressError> {
        let positions = Q::POSITIONS;
        if self.positions.len() > positions.len() {
            return Err(AddressError::TooMany {
                question: self.question.clone(),
                most: positions.len(),
                given: self.positions.len(),
            });
        }
        let mut fields = Fields::new();
        for (field, text) in &self.parameters {
            let text = text.clone().unwrap_or_default();
            fields.entry(field.clone()).or_default().push(text);
        }
        for (field, text) in positions.iter().zip(&self.positions) {
            if fields.insert((*field).to_owned(), vec![text.clone()]).is_some() {
                return Err(AddressError::Twice((*field).to_owned()));
            }
        }
        Ok(read(fields)?)
    }

    /// The command line that asks it, as a user types it into a shell: `frenemy who dell --at 2014`.
    #[must_use]
    pub fn command_line(&self) -> String {
        typed(self.command().iter().map(String::as_str))
    }

    /// The words of the command line that asks it, the name of the program not among them.
    #[must_use]
    pub fn command(&self) -> Vec<String> {
        let mut words = vec![self.question.clone()];
        let dashed = |text: &str| text.starts_with('-');
        let apart = self.positions.iter().any(|text| dashed(text));
        if !apart {
            words.extend(self.positions.iter().cloned());
        }
        for (field, value) in &self.parameters {
            let option = format!("--{}", field.replace('_', "-"));
            match value {
                None => words.push(option),
                Some(value) if dashed(value) => words.push(format!("{option}={value}")),
                Some(value) => words.extend([option, value.clone()]),
            }
        }
        if apart {
            words.push("--".to_owned());
            words.extend(self.positions.iter().cloned());
        }
        words
    }
}

/// A value as the texts of an address: of a list each, of what is not there none.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Null | Value::Object(_) => Vec::new(),
        Value::String(text) => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Bool(_) | Value::Number(_) => vec![value.to_string()],
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let escaped = |text| utf8_percent_encode(text, ESCAPED);
        write!(f, "{}", escaped(&self.question))?;
        for position in &self.positions {
            write!(f, "/{}", escaped(position))?;
        }
        for (at, (field, value)) in self.parameters.iter().enumerate() {
            f.write_char(if at == 0 { '?' } else { '&' })?;
            f.write_str(field)?;
            if let Some(value) = value {
                write!(f, "={}", escaped(value))?;
            }
        }
        Ok(())
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let plain = |text: &str| {
            let decoded = percent_decode_str(text).decode_utf8();
            decoded.map_or_else(
                |_| Err(AddressError::NotText(text.to_owned())),
                |text| Ok(text.into_owned()),
            )
        };
        // a form writes a blank as a plus
        let of_form = |text: &str| plain(&text.replace('+', " "));
        let mut segments = path.strip_prefix('/').unwrap_or(path).split('/').map(plain);
        let question = segments.next().transpose()?.unwrap_or_default();
        let parameters = query
            .split('&')
            .filter(|part| !part.is_empty())
            .map(|part| match part.split_once('=') {
                Some((field, value)) => Ok((of_form(field)?, Some(of_form(value)?))),
                None => Ok((of_form(part)?, None)),
            });
        Ok(Self {
            question,
            positions: segments.collect::<Result<_, _>>()?,
            parameters: parameters.collect::<Result<_, AddressError>>()?,
        })
    }
}

/// A command line as a user types it into a shell.
#[must_use]
pub fn typed<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let quoted = words.into_iter().map(|word| {
        let plain = |c: char| c.is_alphanumeric() || "-_./:=,".contains(c);
        // inside double quotes a shell still reads these
        let double = |c: char| !"\"$`\\!".contains(c);
        if !word.is_empty() && word.chars().all(plain) {
            word.to_owned()
        } else if word.chars().all(double) {
            format!("\"{word}\"")
        } else {
            format!("'{}'", word.replace('\'', "'\\''"))
        }
    });
    std::iter::once("frenemy".to_owned())
        .chain(quoted)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_quoted_so_that_a_shell_reads_it_as_it_stands() {
        assert_eq!(
            typed(["who", "Bread and Butter", "a$b c", "it's", ""]),
            r#"frenemy who "Bread and Butter" 'a$b c' "it's" """#
        );
    }

    #[test]
    fn an_address_is_taken_apart_as_a_browser_writes_it() {
        let address: Address = "/who/t%E1%BA%ADp%20%C4%91o%C3%A0n?market=pc+games&firm&kind=supply&kind=stake"
            .parse()
            .unwrap();
        assert_eq!(address.positions, ["tập đoàn"]);
        assert_eq!(
            address.to_string(),
            "who/t%E1%BA%ADp%20%C4%91o%C3%A0n?market=pc%20games&firm&kind=supply&kind=stake"
        );
        assert_eq!(
            "who/%FF".parse::<Address>(),
            Err(AddressError::NotText("%FF".to_owned()))
        );
    }
}
