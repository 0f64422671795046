use crate::values::Day;

/// A number of days that is known to lie in a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// The least.
    pub least: i32,
    /// The most; `None` where nothing bounds it.
    pub most: Option<i32>,
}

impl Length {
    /// The days from a day in one range to a day in another; the first range may be open to the past, the second to the
    /// future. At least from the later one's earliest, so that a length of time that is known to exist is never negative
    /// unless the order of the two is really reversed.
    #[must_use]
    pub fn between(from: (Day, Day), to: (Day, Option<Day>)) -> Self {
        let most = match to.1 {
            Some(latest) if from.0 > Day::MIN && latest < Day::MAX => Some(from.0.days_until(latest)),
            _ => None,
        };
        Self {
            least: from.1.days_until(to.0),
            most,
        }
    }
}

/// The range of the median: of an even number, the mean of the two in the middle, rounded down. `None` of nothing.
///
/// The median grows with each length, so that the medians of the least and of the greatest lengths bound it exactly.
/// Cost: `n log n`.
#[must_use]
pub fn median(lengths: &[Length]) -> Option<Length> {
    let mut least: Vec<i64> = lengths.iter().map(|length| length.least.into()).collect();
    let mut most: Vec<i64> = lengths
        .iter()
        .map(|length| length.most.map_or(i64::MAX, i64::from))
        .collect();
    least.sort_unstable();
    most.sort_unstable();
    Some(Length {
        least: i32::try_from(middle(&least)?).ok()?,
        most: middle(&most).and_then(|most| i32::try_from(most).ok()),
    })
}

/// The middle of sorted numbers, [`i64::MAX`] standing for no bound.
fn middle(sorted: &[i64]) -> Option<i64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 || upper == i64::MAX {
        return Some(upper);
    }
    Some((sorted[sorted.len() / 2 - 1] + upper).div_euclid(2))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn medians(lengths: &[(i32, i32)], chosen: &mut Vec<i32>, found: &mut Vec<i32>) {
        match lengths.split_first() {
            None => {
                let mut sorted = chosen.clone();
                sorted.sort_unstable();
                let half = sorted.len() / 2;
                found.push(if sorted.len() % 2 == 1 {
                    sorted[half]
                } else {
                    (sorted[half - 1] + sorted[half]).div_euclid(2)
                });
            }
            Some(((low, high), rest)) => {
                for length in *low..=*high {
                    chosen.push(length);
                    medians(rest, chosen, found);
                    chosen.pop();
                }
            }
        }
    }

    proptest! {
        #[test]
        fn the_median_is_bounded_by_all_choices(lengths in prop::collection::vec((-3..6_i32, 0..3_i32), 1..6)) {
            let ranges: Vec<(i32, i32)> = lengths.iter().map(|(low, more)| (*low, low + more)).collect();
            let mut all = Vec::new();
            medians(&ranges, &mut Vec::new(), &mut all);
            let lengths: Vec<Length> = ranges.iter().map(|(least, most)| Length { least: *least, most: Some(*most) }).collect();
            let found = median(&lengths).unwrap();
            prop_assert_eq!((Some(found.least), found.most), (all.iter().min().copied(), all.iter().max().copied()));
        }
    }

    #[test]
    fn what_is_unbounded_stays_so_only_in_the_middle() {
        let length = |least, most| Length { least, most };
        let open = length(5, None);
        assert_eq!(
            median(&[open, length(1, Some(2)), length(3, Some(4))]),
            Some(length(3, Some(4)))
        );
        assert_eq!(median(&[open, length(1, Some(2))]), Some(length(3, None)));
        assert_eq!(median(&[]), None);
    }
}
