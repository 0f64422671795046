//! How much work an answer may take.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// How much work an answer may take, and a flag by which another thread stops it.
///
/// Work is counted in steps: a tie, pair or edge that is looked at. A step takes from 0.1 µs, for a pair
/// that is compared, to 6 µs, for a tie that is rolled up, dated and judged.
#[derive(Clone, Debug)]
pub struct Budget {
    steps: u64,
    cancelled: Option<Arc<AtomicBool>>,
}

/// What a bond costs that is gathered and kept, in steps: so many of them take a microsecond.
pub const BOND: usize = 500;

/// A budget is used up, or the work was cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the budget of work is used up")]
pub struct Spent;

/// What is left of the budget of one answer.
#[derive(Debug)]
pub struct Meter {
    budget: Budget,
    spent: AtomicU64,
    over: AtomicBool,
}

/// What all work without a bound shares.
static UNLIMITED: Meter = Meter::new(Budget::UNLIMITED);

impl Budget {
    /// No bound at all.
    pub const UNLIMITED: Self = Self {
        steps: u64::MAX,
        cancelled: None,
    };

    /// So many steps.
    #[must_use]
    pub const fn steps(steps: u64) -> Self {
        Self { steps, cancelled: None }
    }

    /// The same, stopped when the flag is set.
    #[must_use]
    pub fn cancelled_by(self, flag: Arc<AtomicBool>) -> Self {
        Self {
            cancelled: Some(flag),
            ..self
        }
    }

    /// How many steps it has.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.steps
    }
}

impl Meter {
    /// That of work without a bound.
    #[must_use]
    pub const fn unlimited() -> &'static Self {
        &UNLIMITED
    }

    /// A whole budget.
    #[must_use]
    pub const fn new(budget: Budget) -> Self {
        Self {
            budget,
            spent: AtomicU64::new(0),
            over: AtomicBool::new(false),
        }
    }

    /// Takes some steps. Work that cannot be stopped half-way is paid for before it begins.
    ///
    /// # Errors
    /// When fewer are left, or the work was cancelled; from then on always.
    pub fn spend(&self, steps: usize) -> Result<(), Spent> {
        let steps = u64::try_from(steps).unwrap_or(u64::MAX);
        let fits = self.budget.steps == u64::MAX || {
            let before = self.spent.fetch_add(steps, Ordering::Relaxed);
            before.checked_add(steps).is_some_and(|sum| sum <= self.budget.steps)
        };
        if fits && !self.is_over() && !self.is_cancelled() {
            return Ok(());
        }
        self.over.store(true, Ordering::Relaxed);
        Err(Spent)
    }

    /// How many steps were taken so far, those that were too many among them; 0 where there is no bound.
    #[must_use]
    pub fn spent(&self) -> u64 {
        self.spent.load(Ordering::Relaxed)
    }

    /// Whether something was not done for want of budget.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }

    /// Whether the work was cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        let flag = self.budget.cancelled.as_ref();
        flag.is_some_and(|flag| flag.load(Ordering::Relaxed))
    }

    /// The whole budget.
    #[must_use]
    pub const fn budget(&self) -> &Budget {
        &self.budget
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_spent_once() {
        let meter = Meter::new(Budget::steps(10));
        assert_eq!(meter.spend(4), Ok(()));
        assert_eq!(meter.spend(6), Ok(()));
        assert!(!meter.is_over());
        assert_eq!(meter.spend(1), Err(Spent));
        assert_eq!(meter.spend(0), Err(Spent));
        assert!(meter.is_over() && !meter.is_cancelled());
    }

    #[test]
    fn a_flag_stops_the_work() {
        let flag = Arc::new(AtomicBool::new(false));
        let meter = Meter::new(Budget::UNLIMITED.cancelled_by(flag.clone()));
        assert_eq!(meter.spend(usize::MAX), Ok(()));
        flag.store(true, Ordering::Relaxed);
        assert_eq!(meter.spend(1), Err(Spent));
        assert!(meter.is_over() && meter.is_cancelled());
    }
}
