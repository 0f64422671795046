//! Codes of checks as arguments.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::ErrorKind;

use crate::diagnostics::Code;
use crate::values::suggest::did_you_mean;

/// Reads a code. A name that is none is answered with those it may be a slip of, not with the whole list.
#[derive(Clone, Copy, Debug)]
pub(super) struct CodeParser;

impl TypedValueParser for CodeParser {
    type Value = Code;

    fn parse_ref(&self, cmd: &clap::Command, _: Option<&clap::Arg>, value: &OsStr) -> Result<Code, clap::Error> {
        let name = value.to_string_lossy();
        let name = name.trim();
        name.parse().map_err(|error| {
            let names = Code::ALL.iter().map(|code| code.name());
            let hint = did_you_mean(name, names).map_or_else(String::new, |question| format!("; {question}"));
            clap::Error::raw(
                ErrorKind::ValueValidation,
                format!("{error}{hint} (`frenemy check --list` shows all)\n"),
            )
            .with_cmd(cmd)
        })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Code::ALL.iter().map(|code| PossibleValue::new(code.name()))))
    }
}
