//! When each relation holds, as a column of numbers.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::span::Span;
use crate::values::{Day, Interval};

/// The numbers of a span: the four bounds of its interval, and the day from which it is presumed.
const NUMBERS: usize = 5;
const NUMBER: usize = 4;

/// The span of each relation, looked up in the bytes of a snapshot: an answer decodes those that it asks for.
#[derive(Clone, PartialEq)]
pub struct Spans(Vec<u8>);

impl Spans {
    /// How many relations there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len() / (NUMBERS * NUMBER)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The span at a position; `None` when the dates of its relation leave no day.
    ///
    /// # Panics
    /// When there is no such position.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<Span> {
        let (spans, _) = self.0.as_chunks::<{ NUMBERS * NUMBER }>();
        let (numbers, _) = spans[at].as_chunks::<NUMBER>();
        let day = |at: usize| Day::from_number(i32::from_le_bytes(numbers[at]));
        Some(Span {
            interval: Interval::new(day(0), day(1), day(2), day(3))?,
            presumed_from: day(4),
        })
    }

    /// Every span, in the order of relations.
    pub fn iter(&self) -> impl Iterator<Item = Option<Span>> {
        (0..self.len()).map(|at| self.get(at))
    }
}

impl FromIterator<Option<Span>> for Spans {
    fn from_iter<I: IntoIterator<Item = Option<Span>>>(spans: I) -> Self {
        let days = spans.into_iter().flat_map(|span| match span {
            Some(span) => {
                let ((s0, s1), (e0, e1)) = (span.interval.start(), span.interval.end());
                [s0, s1, e0, e1, span.presumed_from]
            }
            // no interval ends before it begins
            None => [Day::MAX, Day::MAX, Day::MIN, Day::MIN, Day::MAX],
        });
        Self(days.flat_map(|day| day.number().to_le_bytes()).collect())
    }
}

impl fmt::Debug for Spans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl Serialize for Spans {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Spans {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Visitor)
    }
}

struct Visitor;

impl de::Visitor<'_> for Visitor {
    type Value = Spans;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the numbers of spans")
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Spans, E> {
        if bytes.len().is_multiple_of(NUMBERS * NUMBER) {
            Ok(Spans(bytes.to_vec()))
        } else {
            Err(E::invalid_length(bytes.len(), &self))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spans() -> impl Strategy<Value = Vec<Option<Span>>> {
        let day = || prop_oneof![Just(Day::MIN), Just(Day::MAX), (1..900_000).prop_map(Day::from_number)];
        let span = (day(), day(), day(), day(), day()).prop_map(|(a, b, c, d, presumed_from)| {
            let interval = Interval::new(a.min(b), a.max(b), c.min(d), c.max(d))?;
            Some(Span {
                interval,
                presumed_from,
            })
        });
        proptest::collection::vec(span, 0..20)
    }

    proptest! {
        #[test]
        fn what_goes_in_comes_out(written in spans()) {
            let column: Spans = written.iter().copied().collect();
            let packed = postcard::to_stdvec(&column).unwrap();
            for read in [&column, &postcard::from_bytes(&packed).unwrap()] {
                prop_assert_eq!(read.len(), written.len());
                prop_assert_eq!(&read.iter().collect::<Vec<_>>(), &written);
            }
        }
    }
}
