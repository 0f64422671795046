//! How money is split, from the first coin on: stretches of money, each split in one way.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};
use rust_decimal::Decimal;

use crate::model::{Ending, HolderRef, Residual, Tranche};
use crate::values::{Figure, Money, Share};
use crate::vocab::Counted;

/// An exact amount or share.
pub type Exact = BigRational;

/// Who gets a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Payee {
    /// A holder.
    Holder(HolderRef),
    /// Somebody, nobody says who.
    Unstated,
}

/// A tranche as numbers.
#[derive(Clone, Debug)]
pub struct Rule {
    /// What part goes to whom; the parts sum to 1.
    pub shares: Vec<(Payee, Exact)>,
    /// When it ends.
    pub ending: Until,
    /// The most that holders get.
    pub caps: Vec<(HolderRef, Exact)>,
    /// Who gets the part of a holder that is at its cap.
    pub residual: Residual,
    /// From where thresholds and caps count.
    pub counted: Counted,
}

/// When a tranche ends, besides at its caps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Until {
    /// Not otherwise.
    Never,
    /// Nobody knows when.
    Unknown,
    /// When each of these has so much.
    Receives(Vec<(HolderRef, Exact)>),
}

impl Rule {
    /// The numbers of a tranche, which has been checked to hold one number in each place.
    #[must_use]
    pub fn of(tranche: &Tranche) -> Self {
        let holders = tranche
            .shares
            .iter()
            .map(|(holder, share)| (Payee::Holder(*holder), part(*share)));
        let unstated = tranche.unstated.map(|share| (Payee::Unstated, part(share)));
        Self {
            shares: holders.chain(unstated).collect(),
            ending: match &tranche.ending {
                None => Until::Never,
                Some(Ending::Unknown) => Until::Unknown,
                Some(Ending::Receives { thresholds, .. }) => Until::Receives(sums(thresholds)),
            },
            caps: sums(&tranche.caps),
            residual: tranche.residual,
            counted: tranche.counted,
        }
    }
}

fn sums(figures: &[(HolderRef, Money)]) -> Vec<(HolderRef, Exact)> {
    let number = |money: Money| money.figure().map_or_else(Exact::zero, number);
    figures
        .iter()
        .map(|(holder, money)| (*holder, number(*money)))
        .collect()
}

fn part(share: Share) -> Exact {
    number(share.figure()) / Exact::from_integer(BigInt::from(100))
}

fn number(figure: Figure) -> Exact {
    exact(figure.low().or(figure.high()).unwrap_or_default())
}

/// A decimal as a fraction, exactly.
#[must_use]
pub fn exact(number: Decimal) -> Exact {
    Exact::new(BigInt::from(number.mantissa()), BigInt::from(10).pow(number.scale()))
}

/// Money that is split in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The tranche, counted from 0.
    pub tranche: usize,
    /// How much has been paid when it begins.
    pub from: Exact,
    /// How much it holds; `None` for the last, which has no end.
    pub length: Option<Exact>,
    /// What part goes to whom, no part being zero; the parts sum to 1.
    pub split: Vec<(Payee, Exact)>,
    /// What happens at its end.
    pub turns: Vec<Turn>,
}

/// What happens at the end of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// A holder has what the tranche waits for.
    Reached(HolderRef),
    /// A holder has the most it can get.
    Capped(HolderRef),
    /// The tranche ends.
    Ends,
}

/// How all money is split, as far as anybody knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// The stretches, one after the other without a gap.
    pub stretches: Vec<Stretch>,
    /// The tranche of which nobody knows where it ends, and how much has been paid when it begins.
    pub stop: Option<(usize, Exact)>,
}

impl Schedule {
    /// Splits all money by some tranches.
    ///
    /// # Complexity
    /// Each stretch ends with a threshold or cap that is never reached again: at most as many stretches as figures and
    /// tranches, and as much work for each as its tranche has holders and figures.
    #[must_use]
    pub fn new(rules: &[Rule]) -> Self {
        let mut schedule = Self {
            stretches: Vec::new(),
            stop: None,
        };
        let mut paid = Exact::zero();
        let mut of_deal: BTreeMap<Payee, Exact> = BTreeMap::new();
        for (tranche, rule) in rules.iter().enumerate() {
            if rule.ending == Until::Unknown {
                schedule.stop = Some((tranche, paid));
                return schedule;
            }
            let mut of_tranche: BTreeMap<Payee, Exact> = BTreeMap::new();
            loop {
                let got = match rule.counted {
                    Counted::Tranche => &of_tranche,
                    Counted::Deal => &of_deal,
                };
                if rule.has_ended(got) {
                    break;
                }
                let split = rule.split(got);
                let length = rule.next_turn(got, &split);
                let stretch = Stretch {
                    tranche,
                    from: paid.clone(),
                    length: length.clone(),
                    split,
                    turns: Vec::new(),
                };
                let Some(length) = length else {
                    schedule.stretches.push(stretch);
                    return schedule;
                };
                let before = got.clone();
                paid += &length;
                for (payee, part) in &stretch.split {
                    for got in [&mut of_tranche, &mut of_deal] {
                        *got.entry(*payee).or_insert_with(Exact::zero) += part * &length;
                    }
                }
                let after = match rule.counted {
                    Counted::Tranche => &of_tranche,
                    Counted::Deal => &of_deal,
                };
                let turns = rule.turns(&before, after);
                schedule.stretches.push(Stretch { turns, ..stretch });
            }
        }
        schedule
    }

    /// What each tranche pays to whom when so much money comes, in the order of paying; nothing is zero.
    #[must_use]
    pub fn pay(&self, money: &Exact) -> Vec<(usize, Payee, Exact)> {
        let mut paid: Vec<(usize, Payee, Exact)> = Vec::new();
        for stretch in self.stretches.iter().take_while(|stretch| stretch.from < *money) {
            let rest = money - &stretch.from;
            let amount = match &stretch.length {
                Some(length) if *length < rest => length.clone(),
                _ => rest,
            };
            for (payee, part) in &stretch.split {
                let more = part * &amount;
                match paid.iter_mut().find(|(t, p, _)| (*t, *p) == (stretch.tranche, *payee)) {
                    Some((_, _, sum)) => *sum += more,
                    None => paid.push((stretch.tranche, *payee, more)),
                }
            }
        }
        paid
    }

    /// The money of which nobody knows whose it is, out of so much.
    #[must_use]
    pub fn unpaid(&self, money: &Exact) -> Exact {
        match &self.stop {
            Some((_, from)) if from < money => money - from,
            _ => Exact::zero(),
        }
    }

    /// How the next coin is split after so much; `None` where nobody knows.
    #[must_use]
    pub fn next(&self, money: &Exact) -> Option<&Stretch> {
        self.stretches.iter().find(|stretch| {
            stretch
                .length
                .as_ref()
                .is_none_or(|length| &(&stretch.from + length) > money)
        })
    }
}

fn got(paid: &BTreeMap<Payee, Exact>, holder: HolderRef) -> Exact {
    paid.get(&Payee::Holder(holder)).cloned().unwrap_or_else(Exact::zero)
}

impl Rule {
    fn thresholds(&self) -> &[(HolderRef, Exact)] {
        match &self.ending {
            Until::Receives(thresholds) => thresholds,
            Until::Never | Until::Unknown => &[],
        }
    }

    fn has_ended(&self, paid: &BTreeMap<Payee, Exact>) -> bool {
        let all_there = |figures: &[(HolderRef, Exact)]| {
            !figures.is_empty() && figures.iter().all(|(holder, sum)| got(paid, *holder) >= *sum)
        };
        all_there(self.thresholds()) || all_there(&self.caps)
    }

    /// Who gets what of the next coin: holders at their caps have left.
    fn split(&self, paid: &BTreeMap<Payee, Exact>) -> Vec<(Payee, Exact)> {
        let at_cap = |payee: Payee| {
            let cap = self.caps.iter().find(|(holder, _)| Payee::Holder(*holder) == payee);
            cap.is_some_and(|(holder, cap)| got(paid, *holder) >= *cap)
        };
        let (left, mut split): (Vec<_>, Vec<_>) = self.shares.iter().cloned().partition(|(payee, _)| at_cap(*payee));
        let free: Exact = left.into_iter().map(|(_, part)| part).sum();
        if free.is_zero() {
            return split;
        }
        let to = match self.residual {
            Residual::ProRata => {
                let rest = Exact::one() - free;
                for (_, part) in &mut split {
                    *part /= &rest;
                }
                return split;
            }
            Residual::To(holder) => Payee::Holder(holder),
            Residual::Unstated => Payee::Unstated,
        };
        match split.iter_mut().find(|(payee, _)| *payee == to) {
            Some((_, part)) => *part += free,
            None => split.push((to, free)),
        }
        split
    }

    /// How much money it takes until some figure is reached; `None` where there is none to reach.
    fn next_turn(&self, paid: &BTreeMap<Payee, Exact>, split: &[(Payee, Exact)]) -> Option<Exact> {
        let figures = self.thresholds().iter().chain(&self.caps);
        let needed = figures.filter_map(|(holder, sum)| {
            let missing = sum - got(paid, *holder);
            let part = split.iter().find(|(payee, _)| *payee == Payee::Holder(*holder));
            part.filter(|_| missing > Exact::zero()).map(|(_, part)| missing / part)
        });
        needed.min()
    }

    fn turns(&self, before: &BTreeMap<Payee, Exact>, after: &BTreeMap<Payee, Exact>) -> Vec<Turn> {
        let crossed = |(holder, sum): &&(HolderRef, Exact)| got(before, *holder) < *sum && got(after, *holder) >= *sum;
        let reached = self.thresholds().iter().filter(crossed).map(|(h, _)| Turn::Reached(*h));
        let capped = self.caps.iter().filter(crossed).map(|(h, _)| Turn::Capped(*h));
        let ends = self.has_ended(after).then_some(Turn::Ends);
        reached.chain(capped).chain(ends).collect()
    }
}
