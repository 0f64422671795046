//! Numbers of requests.

use std::ops::RangeInclusive;

use super::error::AskError;

/// A number of a request, or `default` where it gives none; a number that is the default is taken out of it, so that equal
/// requests are written alike.
///
/// # Errors
/// When it is out of bounds.
pub fn bounded<N: Copy + PartialOrd + Into<u64>>(
    field: &'static str,
    number: &mut Option<N>,
    default: N,
    bounds: RangeInclusive<N>,
) -> Result<N, AskError> {
    let value = number.unwrap_or(default);
    if !bounds.contains(&value) {
        return Err(AskError::OutOfBounds {
            field,
            value: value.into(),
            least: (*bounds.start()).into(),
            most: (*bounds.end()).into(),
        });
    }
    *number = number.filter(|value| *value != default);
    Ok(value)
}
