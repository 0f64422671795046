//! Kinds and fields that rules ask for by name, as handles: a slip of the pen does not compile, and nothing is compared but
//! numbers.

use super::KINDS;
use super::names::KindName;

/// A field that some kinds of relation have beside [`COMMON`](super::COMMON): `share`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldName(u8);

macro_rules! fields {
    ($($handle:ident = $name:literal,)+) => {
        /// The names, by what stands in a handle.
        const NAMES: &[&str] = &[$($name),+];

        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "numbers the names")]
        enum Number { $($handle),+ }

        impl FieldName {
            $(#[doc = concat!("`", $name, "`.")] pub const $handle: Self = Self(Number::$handle as u8);)+
        }
    };
}

fields! {
    ASSERTED = "asserted",
    BASIS = "basis",
    BUILDS_ON = "builds_on",
    CONCENTRATION = "concentration",
    CONTROL = "control",
    EXCLUSIVE = "exclusive",
    INSTRUMENT = "instrument",
    MODE = "mode",
    MUTUAL = "mutual",
    NAME = "name",
    NAMED = "named",
    PRODUCT = "product",
    PRODUCTS = "products",
    PURPOSE = "purpose",
    RATE = "rate",
    SCOPE = "scope",
    SERVICE = "service",
    SHARE = "share",
    SHARES = "shares",
    TECHNOLOGY = "technology",
    TERRITORIES = "territories",
}

/// What stands for a field that a kind does not have.
const ABSENT: u8 = u8::MAX;

/// Where each kind has each of the fields.
static POSITIONS: [[u8; NAMES.len()]; KINDS.len()] = positions();

const fn positions() -> [[u8; NAMES.len()]; KINDS.len()] {
    let mut all = [[ABSENT; NAMES.len()]; KINDS.len()];
    let mut name = 0;
    while name < NAMES.len() {
        let mut found = false;
        let mut kind = 0;
        while kind < KINDS.len() {
            let fields = KINDS[kind].fields;
            let mut at = 0;
            while at < fields.len() {
                if is_same(fields[at].name, NAMES[name]) {
                    all[kind][name] = at as u8;
                    found = true;
                }
                at += 1;
            }
            kind += 1;
        }
        assert!(found, "a handle names a field that no kind has");
        name += 1;
    }
    all
}

const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

impl FieldName {
    /// The name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        NAMES[self.0 as usize]
    }

    /// Where a kind, itself a position in [`KINDS`], has the field among its own; `None` where it has none of this name.
    #[must_use]
    pub fn position(self, kind: u8) -> Option<u8> {
        let at = POSITIONS[usize::from(kind)][usize::from(self.0)];
        (at != ABSENT).then_some(at)
    }
}

macro_rules! kinds {
    ($($handle:ident = $name:literal,)+) => {
        impl KindName {
            $(#[doc = concat!("`", $name, "`.")] pub const $handle: Self = Self::named($name);)+
        }
    };
}

kinds! {
    ACQUISITION = "acquisition",
    COMPETITIVE_OVERLAP = "competitive_overlap",
    COMPLEMENT = "complement",
    INVESTMENT = "investment",
    JOINT_VENTURE = "joint_venture",
    LOAN = "loan",
    MEMBERSHIP = "membership",
    REVENUE_SHARE = "revenue_share",
    STAKE = "stake",
}

impl KindName {
    const fn named(name: &str) -> Self {
        let mut at = 0;
        while at < KINDS.len() {
            if is_same(KINDS[at].name, name) {
                return Self::of_index(at);
            }
            at += 1;
        }
        panic!("a handle names a kind that is not there")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::kind;

    #[test]
    fn a_handle_finds_what_its_name_finds() {
        for (kind, row) in (0_u8..).zip(KINDS) {
            for (number, name) in (0_u8..).zip(NAMES) {
                let by_name = row.fields.iter().position(|field| field.name == *name);
                let by_handle = FieldName(number).position(kind).map(usize::from);
                assert_eq!((by_handle, FieldName(number).name()), (by_name, *name), "{}", row.name);
            }
        }
        assert_eq!(Some(KindName::STAKE.index()), kind("stake"));
        assert_eq!(KindName::COMPETITIVE_OVERLAP.name(), "competitive_overlap");
    }
}
