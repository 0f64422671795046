//! Whether the one or the other of some things surely meets the one or the other of some others.

use super::{Day, Holds, Interval, overlap};

/// Whether, whatever the true dates are, one of `ours` and one of `theirs` share a day within `window`; each is given as
/// intervals that must hold together for it.
///
/// Two that surely meet make it so, but need not exist: a rivalry of some weeks within 2019 meets one of two contracts
/// that follow each other in 2019, and nobody knows which. True dates are taken to be independent. Among three or more
/// things that last one unknown day each, it may miss that they cannot all avoid each other, and says no.
///
/// Cost: the product of the numbers of things, times the days of the longest that has no sure day.
#[must_use]
pub fn surely_meet(ours: &[Vec<Interval>], theirs: &[Vec<Interval>], window: (Day, Day)) -> bool {
    let mut sides = [ours, theirs].map(|things| {
        things
            .iter()
            .filter_map(|parts| least(parts, window))
            .collect::<Vec<Least>>()
    });
    loop {
        let [ours, theirs] = &sides;
        let clash = ours.iter().any(|a| theirs.iter().any(|b| a.fixed_on(*b)));
        if clash {
            return true;
        }
        let narrowed = [narrow(ours, theirs), narrow(theirs, ours)];
        let [Some(ours), Some(theirs)] = narrowed else {
            return true;
        };
        let next = [ours, theirs];
        if next == sides {
            return false;
        }
        sides = next;
    }
}

/// The least of a thing that its dates admit: on these days it holds, or on one of these days, and perhaps on no other.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Least {
    /// From the first day until before the second.
    All(Day, Day),
    /// On one day from the first to the last.
    One(Day, Day),
}

impl Least {
    fn fixed_on(self, other: Self) -> bool {
        match (self, other) {
            (Self::All(a, b), Self::All(c, d)) => a < d && c < b,
            _ => false,
        }
    }
}

/// `None` when it need not hold within the window at all.
fn least(parts: &[Interval], window: (Day, Day)) -> Option<Least> {
    if overlap(parts) != Holds::Yes {
        return None;
    }
    let from = parts.iter().map(|part| part.start().1).fold(window.0, Day::max);
    let to = parts.iter().map(|part| part.end().0).fold(window.1, Day::min);
    if from < to {
        return Some(Least::All(from, to));
    }
    // all hold together, so at most one part has no sure day, and around it all others do
    let short = parts.iter().find(|part| part.sure().is_none())?;
    let ((s0, s1), (e0, e1)) = (short.start(), short.end());
    let (first, last) = (s0.max(e0.prev()), s1.min(e1.prev()));
    (window.0 <= first && last < window.1).then_some(Least::One(first, last))
}

/// Takes from each single day's choices the days on which the others surely are; `None` when none is left.
fn narrow(things: &[Least], others: &[Least]) -> Option<Vec<Least>> {
    let taken = |day: Day| {
        others
            .iter()
            .any(|other| matches!(other, Least::All(from, to) if *from <= day && day < *to))
    };
    let narrowed = things.iter().map(|thing| match *thing {
        Least::All(..) => Some(*thing),
        Least::One(first, last) => {
            let mut free = std::iter::successors(Some(first), |day| Some(day.next()))
                .take_while(|day| *day <= last)
                .filter(|day| !taken(*day));
            let only = free.next()?;
            match free.next() {
                None => Some(Least::All(only, only.next())),
                Some(_) => Some(*thing),
            }
        }
    });
    narrowed.collect()
}
