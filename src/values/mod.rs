//! The values that records are made of: dates, intervals, money, shares, texts, slugs and identifiers.
//!
//! What "in 2019" means is decided here alone: a [`PartialDate`] covers the days [`PartialDate::first`] to
//! [`PartialDate::last`], an [`Interval`] keeps what is not known about its start and end, and [`overlap`] is the only
//! judge of whether things hold together.

pub mod clean;
mod currency;
mod date;
mod date_range;
mod day;
mod figure;
mod identifiers;
mod interval;
mod invisible;
mod legal_form;
mod meeting;
mod money;
mod overlap;
mod plural;
mod share;
mod slug;
mod spoken;
mod str;
pub mod suggest;
mod sum;
mod text;

pub use currency::Currency;
pub use date::{DateError, PartialDate, Precision};
pub use date_range::{DateRange, DateRangeError};
pub use day::Day;
pub use figure::{Figure, FigureError};
pub use identifiers::{IdentifierError, check_lei, check_qid, lei_is_valid, qid_is_valid};
pub use interval::Interval;
pub use invisible::{invisible, is_invisible};
pub use legal_form::{core_of_name, is_legal_form, without_legal_form};
pub use meeting::surely_meet;
pub use money::{Money, MoneyError};
pub use overlap::{Holds, Overlap, overlap};
pub use plural::{counted, plural};
pub use share::{Share, ShareError};
pub use slug::{fold, is_slug, romanized, slugify};
pub use spoken::{money_remedy, share_remedy, spoken};
pub use str::Str;
pub use sum::{Sum, Total, sum};
pub use text::Text;

/// Serializes a type as the text that its `Display` writes and its `FromStr` reads.
///
/// A snapshot cannot use `rust_decimal`'s own form (it needs a self-describing format), and going through `FromStr`
/// keeps every rule of the type for data that comes from outside.
macro_rules! serde_as_text {
    ($type:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
use serde_as_text;
