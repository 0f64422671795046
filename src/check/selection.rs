use std::collections::BTreeSet;

use crate::diagnostics::{Code, Level};

/// The lints that are run; what makes data unusable is looked for whatever is selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection(BTreeSet<Code>);

impl Selection {
    /// Every code of a level and of graver ones: `Level::Strict` is errors, basic and strict lints.
    #[must_use]
    pub fn up_to(level: Level) -> Self {
        Self(Code::ALL.iter().copied().filter(|code| code.level() <= level).collect())
    }

    /// These codes, whatever their level.
    #[must_use]
    pub fn of(codes: impl IntoIterator<Item = Code>) -> Self {
        Self(codes.into_iter().collect())
    }

    /// Whether a code is selected.
    #[must_use]
    pub fn has(&self, code: Code) -> bool {
        self.0.contains(&code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tier_has_all_that_is_graver() {
        let selects = |level, code| Selection::up_to(level).has(code);
        assert!(selects(Level::Error, Code::NotYaml) && !selects(Level::Error, Code::UnusedWaiver));
        assert!(selects(Level::Basic, Code::UnusedWaiver) && selects(Level::Basic, Code::NotYaml));
        assert!(Code::ALL.iter().all(|code| selects(Level::Named, *code)));
        assert!(!Selection::of([Code::NotYaml]).has(Code::NotUtf8));
    }
}
