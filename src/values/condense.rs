//! What many intervals that must hold together come to, in as few as can say it.

use super::{Day, Holds, Interval, overlap};

/// Up to so many parts are cheaper to keep than to condense.
const FEW: usize = 4;

/// Replaces many parts by at most two that [`overlap`] judges as it does all of them, with whatever else they must hold
/// together; few are left alone, and so is what can never hold together.
///
/// What surely holds together is one interval. Elsewhere the start of one part may lie behind the end of another: which of
/// both it is nobody knows, so they stay two independent things. Cost: the square of the number of parts.
pub fn condense(parts: &mut Vec<Interval>) {
    if parts.len() <= FEW {
        return;
    }
    let holds = overlap(parts);
    let (start, end) = bounds(parts);
    let condensed = match holds {
        Holds::No => None,
        Holds::Yes => Interval::new(start.0, start.1, end.0, end.1).map(|one| vec![one]),
        Holds::Maybe => Interval::new(start.0, start.1, Day::MAX, Day::MAX)
            .zip(Interval::new(Day::MIN, Day::MIN, end.0, end.1))
            .map(|(from, to)| vec![from, to]),
    };
    if let Some(condensed) = condensed {
        *parts = condensed;
    }
}

/// Whether some parts hold together no more surely than others, with whatever else they must hold together. Cost: the square
/// of the numbers of parts.
#[must_use]
pub fn is_within(parts: &[Interval], others: &[Interval]) -> bool {
    let ((a, b), (c, d)) = (bounds(parts), bounds(others));
    c.0 <= a.0 && c.1 <= a.1 && b.0 <= d.0 && b.1 <= d.1 && overlap(parts) <= overlap(others)
}

/// The latest start and the earliest end, each with its bounds.
fn bounds(parts: &[Interval]) -> ((Day, Day), (Day, Day)) {
    let from = |of: fn(&Interval) -> Day| parts.iter().map(of).fold(Day::MIN, Day::max);
    let to = |of: fn(&Interval) -> Day| parts.iter().map(of).fold(Day::MAX, Day::min);
    (
        (from(|part| part.start().0), from(|part| part.start().1)),
        (to(|part| part.end().0), to(|part| part.end().1)),
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(n: u8) -> Day {
        match n {
            0 => Day::MIN,
            11 => Day::MAX,
            n => format!("2019-02-{n:02}")
                .parse::<crate::values::PartialDate>()
                .unwrap()
                .first(),
        }
    }

    fn interval() -> impl Strategy<Value = Interval> {
        [0..12_u8, 0..12, 0..12, 0..12].prop_filter_map("no day", |[a, b, c, d]: [u8; 4]| {
            Interval::new(day(a.min(b)), day(a.max(b)), day(c.min(d)), day(c.max(d)))
        })
    }

    fn parts(n: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Interval>> {
        prop::collection::vec(interval(), n)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]

        #[test]
        fn condensed_parts_hold_with_others_as_all_do(all in parts(5..8), others in parts(0..4)) {
            let mut few = all.clone();
            condense(&mut few);
            prop_assert!(few.len() <= 2 || overlap(&all) == Holds::No);
            prop_assert_eq!(
                overlap(&[few.as_slice(), &others].concat()),
                overlap(&[all.as_slice(), &others].concat())
            );
        }

        #[test]
        fn what_is_within_holds_no_more_surely(a in parts(0..3), b in parts(0..3), others in parts(0..3)) {
            if is_within(&a, &b) {
                prop_assert!(overlap(&[a, others.clone()].concat()) <= overlap(&[b, others].concat()));
            }
        }

        #[test]
        fn more_parts_are_within_fewer(a in parts(0..4), more in parts(0..3)) {
            prop_assert!(is_within(&[a.as_slice(), &more].concat(), &a));
        }
    }
}
