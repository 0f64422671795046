//! A waterfall laid along its profits: the course that all money takes, with the stretches of which something is unknown.

use num_bigint::BigInt;
use rust_decimal::Decimal;

use super::coins;
use super::schedule::{Exact, Payee, Rule, Schedule, Stretch, Turn, Until};
use super::{Payout, Question, Rules, Unanswerable, payout, rules};
use crate::model::{HolderRef, Model};
use crate::vocab::Counted;

/// The course of all money.
///
/// A tranche of which nobody knows where it ends does not end it, as long as what follows does not depend on what it
/// paid: sums beyond it count without it, see [`Course::open`].
#[derive(Clone, Debug)]
pub struct Course {
    /// What was asked.
    pub question: Question,
    /// What was assumed, by tranche.
    pub assumed: Vec<(usize, HolderRef, Decimal)>,
    /// The pieces, one after the other.
    pub pieces: Vec<Piece>,
    /// Where something happens, in order.
    pub landmarks: Vec<Landmark>,
    /// All money but that of open tranches.
    schedule: Schedule,
}

/// A piece of the course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Money of which everything is known.
    Paid(Stretch),
    /// A tranche that ends somewhere, nobody knows where.
    Open {
        /// The tranche, counted from 0.
        tranche: usize,
        /// How much has been paid before it, without other open tranches.
        from: Exact,
        /// What part goes to whom as long as it lasts.
        split: Vec<(Payee, Exact)>,
    },
    /// The end of what is known.
    Unknown {
        /// The tranche, counted from 0.
        tranche: usize,
        /// How much has been paid before it, without open tranches.
        from: Exact,
        /// Whether it is only not yet known, rather than unknown to this day.
        not_yet: bool,
    },
}

/// Where something happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landmark {
    /// How much has been paid, without open tranches.
    pub at: Exact,
    /// The tranche, counted from 0.
    pub tranche: usize,
    /// What happens.
    pub turns: Vec<Turn>,
}

impl Course {
    /// The tranches of unknown end that come before `sum` is reached: what they pay is not in it.
    #[must_use]
    pub fn open(&self, sum: &Exact) -> Vec<usize> {
        let before = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Open { tranche, from, .. } if from < sum => Some(*tranche),
            _ => None,
        });
        before.collect()
    }

    /// Who has got what when so much is paid, without open tranches.
    #[must_use]
    pub fn paid(&self, sum: &Exact) -> Payout {
        payout(&self.schedule, sum, self.question.currency.decimals())
    }

    /// A sum in coins, rounded up.
    #[must_use]
    pub fn coins(&self, sum: &Exact) -> BigInt {
        coins::at_least(sum, self.question.currency.decimals())
    }

    /// Everybody who gets something, in the order of first being paid; whoever is not stated comes last.
    #[must_use]
    pub fn payees(&self) -> Vec<Payee> {
        let mut payees: Vec<Payee> = Vec::new();
        for piece in &self.pieces {
            let split: &[(Payee, Exact)] = match piece {
                Piece::Paid(stretch) => &stretch.split,
                Piece::Open { split, .. } => split,
                Piece::Unknown { .. } => &[],
            };
            for (payee, _) in split {
                if !payees.contains(payee) {
                    payees.push(*payee);
                }
            }
        }
        payees.sort_by_key(|payee| *payee == Payee::Unstated);
        payees
    }
}

/// Lays a waterfall along its profits. Cost: that of the [`Schedule`].
///
/// # Errors
/// When the amounts do not fit the deal.
pub fn course(model: &Model, question: Question) -> Result<Course, Unanswerable> {
    let Rules {
        rules,
        not_yet,
        assumed,
    } = rules(model, &question)?;
    let reach = not_yet.unwrap_or(rules.len());
    let open: Vec<usize> = (0..reach).filter(|at| is_open(&rules, *at)).collect();
    let kept: Vec<usize> = (0..rules.len()).filter(|at| !open.contains(at)).collect();
    let known: Vec<Rule> = kept.iter().map(|at| rules[*at].clone()).collect();
    let mut schedule = Schedule::new(&known);
    for stretch in &mut schedule.stretches {
        stretch.tranche = kept[stretch.tranche];
    }
    schedule.stop = schedule.stop.map(|(tranche, from)| (kept[tranche], from));
    let mut pieces: Vec<Piece> = schedule.stretches.iter().cloned().map(Piece::Paid).collect();
    pieces.extend(schedule.stop.iter().map(|(tranche, from)| Piece::Unknown {
        tranche: *tranche,
        from: from.clone(),
        not_yet: not_yet == Some(*tranche),
    }));
    for tranche in open {
        insert(&mut pieces, tranche, &rules[tranche]);
    }
    let landmarks = schedule.stretches.iter().filter_map(|stretch| {
        Some(Landmark {
            at: &stretch.from + stretch.length.as_ref()?,
            tranche: stretch.tranche,
            turns: stretch.turns.clone(),
        })
    });
    Ok(Course {
        landmarks: landmarks.collect(),
        pieces,
        schedule,
        assumed,
        question,
    })
}

/// Whether a tranche has no known end, and nothing after it counts what it paid.
fn is_open(rules: &[Rule], at: usize) -> bool {
    let paid = |holder: &HolderRef| {
        rules[at]
            .shares
            .iter()
            .any(|(payee, _)| *payee == Payee::Holder(*holder))
    };
    let counts = |rule: &Rule| {
        let thresholds: &[(HolderRef, Exact)] = match &rule.ending {
            Until::Receives(thresholds) => thresholds,
            Until::Never | Until::Unknown => &[],
        };
        rule.counted == Counted::Deal && thresholds.iter().chain(&rule.caps).any(|(holder, _)| paid(holder))
    };
    rules[at].ending == Until::Unknown && !rules[at + 1..].iter().any(counts)
}

/// Puts an open tranche before the first piece of a later one.
fn insert(pieces: &mut Vec<Piece>, tranche: usize, rule: &Rule) {
    let later = pieces.iter().position(|piece| match piece {
        Piece::Paid(stretch) => stretch.tranche > tranche,
        Piece::Open { tranche: other, .. } | Piece::Unknown { tranche: other, .. } => *other > tranche,
    });
    // a waterfall does not end with a tranche of unknown end, so that there always is a later one
    let at = later.unwrap_or(pieces.len());
    let from = match pieces.get(at) {
        Some(Piece::Paid(stretch)) => stretch.from.clone(),
        Some(Piece::Open { from, .. } | Piece::Unknown { from, .. }) => from.clone(),
        None => Exact::default(),
    };
    let split = rule.shares.clone();
    pieces.insert(at, Piece::Open { tranche, from, split });
}
