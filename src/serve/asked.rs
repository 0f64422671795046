//! A request as the server reads it.

use std::collections::BTreeMap;

use hyper::HeaderMap;
use hyper::header::{ACCEPT_LANGUAGE, HeaderName};

use super::format::language;
use super::problem::{Kind, Problem};
use crate::lang::Lang;
use crate::request::Address;
use crate::values::PartialDate;

/// A request without its body.
pub(super) struct Asked<'r> {
    pub(super) path: &'r str,
    pub(super) query: Option<&'r str>,
    pub(super) headers: &'r HeaderMap,
    pub(super) today: Option<PartialDate>,
}

impl Asked<'_> {
    pub(super) fn header(&self, name: &HeaderName) -> Option<&str> {
        header(self.headers, name)
    }

    /// The parameters of the query.
    pub(super) fn parameters(&self) -> Result<Vec<(String, Option<String>)>, Problem> {
        let query = self.query.unwrap_or_default();
        Ok(format!("?{query}").parse::<Address>()?.parameters)
    }

    /// The values of the parameters that an address takes, and no others.
    pub(super) fn only<const N: usize>(&self, known: [&str; N]) -> Result<[Option<String>; N], Problem> {
        let mut found: BTreeMap<&str, String> = BTreeMap::new();
        let parameters = self.parameters()?;
        for (name, value) in &parameters {
            if !known.contains(&name.as_str()) {
                let known = known.map(|name| format!("`{name}`")).join(", ");
                let message = format!("unknown parameter `{name}`; there are {known}");
                return Err(Problem::new(Kind::BadRequest, message));
            }
            if found.insert(name, value.clone().unwrap_or_default()).is_some() {
                return Err(Problem::new(Kind::BadRequest, format!("`{name}` is given twice")));
            }
        }
        Ok(known.map(|name| found.remove(name)))
    }

    pub(super) fn language(&self, parameter: Option<&str>) -> Result<Lang, Problem> {
        language(parameter, self.header(&ACCEPT_LANGUAGE))
    }
}

fn header<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
