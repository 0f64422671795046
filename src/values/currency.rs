//! Currencies of ISO 4217.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::{MoneyError, serde_as_text};

/// A currency of ISO 4217, ordered by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// The currency with this code in capitals; `None` for codes that name no currency (`XXX`, `XTS`).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let capitals = code.bytes().all(|byte| byte.is_ascii_uppercase());
        let real = capitals && !matches!(code, "XXX" | "XTS");
        real.then(|| iso_currency::Currency::from_code(code))
            .flatten()
            .map(Self)
    }

    /// The three letters of ISO 4217.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// How many decimals its smallest coin has: 2 for US cents, 0 for đồng.
    #[must_use]
    pub fn decimals(self) -> u32 {
        self.0.exponent().map_or(0, u32::from)
    }
}

impl Ord for Currency {
    fn cmp(&self, other: &Self) -> Ordering {
        self.code().cmp(other.code())
    }
}

impl PartialOrd for Currency {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Currency {
    type Err = MoneyError;

    fn from_str(code: &str) -> Result<Self, MoneyError> {
        Self::from_code(code).ok_or_else(|| MoneyError::UnknownCurrency { code: code.to_owned() })
    }
}

serde_as_text!(Currency);
