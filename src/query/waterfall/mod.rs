//! `waterfall DEAL`: who gets what of a deal's money.

mod coins;
mod course;
mod refused;
mod request;
mod schedule;
mod table;
#[cfg(test)]
mod tests;
mod version;
pub mod wire;
mod words;

use num_bigint::BigInt;
use num_rational::BigRational;
use rust_decimal::Decimal;

pub use coins::{money_text, percent_text, short_text};
pub use course::{Course, Landmark, Piece, course};
pub use refused::Refused;
pub use request::{Request, question};
pub use schedule::{Exact, Payee, Rule, Schedule, Stretch, Turn, Until, exact};
pub use table::table;
pub use version::{NoVersion, version};
pub use wire::{Answer, wire};

use crate::derived::Knowledge;
use crate::judge::deals::is_told;
use crate::judge::scope::Asked;
use crate::model::{DealId, HolderRef, Model};
use crate::values::Currency;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Question {
    /// The version of the deal.
    pub deal: DealId,
    /// The time that led to this version.
    pub at: Option<Asked>,
    /// What was known.
    pub known: Knowledge,
    /// The currency of all amounts.
    pub currency: Currency,
    /// All profit so far, in whole coins, one amount for each answer.
    pub profits: Vec<Decimal>,
    /// What holders get in the tranches of which nobody knows where they end.
    pub assumed: Vec<(HolderRef, Decimal)>,
}

/// Why a question cannot be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unanswerable {
    /// The deal's waterfall is in another currency.
    OtherCurrency(Currency),
    /// A profit is not a whole number of coins.
    FinerThanCoins(Decimal),
    /// There is nothing to assume about this holder: it has no share in a tranche whose end is unknown.
    NothingToAssume(HolderRef),
}

/// Who gets what.
#[derive(Clone, Debug)]
pub struct Waterfall {
    /// What was asked.
    pub question: Question,
    /// What was assumed, by tranche.
    pub assumed: Vec<(usize, HolderRef, Decimal)>,
    /// How all money is split, as far as known.
    pub schedule: Schedule,
    /// Where the answer stops, and why.
    pub stop: Option<Stop>,
    /// The answers, in the order of the profits.
    pub payouts: Vec<Payout>,
}

/// Where an answer stops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The tranche.
    pub tranche: usize,
    /// How much is paid out when it begins, in coins.
    pub from: BigInt,
    /// Whether it is only not yet known, rather than unknown to this day.
    pub not_yet: bool,
}

/// What one profit pays, in coins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payout {
    /// The profit.
    pub profit: BigInt,
    /// What each tranche pays to whom, in the order of paying; the payments and `unpaid` sum to the profit.
    pub payments: Vec<(usize, Payee, BigInt)>,
    /// What nobody knows whose it is.
    pub unpaid: BigInt,
    /// How the next coin is split; `None` where nobody knows.
    pub next: Option<Vec<(Payee, Exact)>>,
    /// The turns to come: at which profit, in which tranche, what happens.
    pub ahead: Vec<(BigInt, usize, Vec<Turn>)>,
}

impl Payout {
    /// What each gets in all, in the order of first being paid.
    #[must_use]
    pub fn totals(&self) -> Vec<(Payee, BigInt)> {
        let mut totals: Vec<(Payee, BigInt)> = Vec::new();
        for (_, payee, coins) in &self.payments {
            match totals.iter_mut().find(|(known, _)| known == payee) {
                Some((_, sum)) => *sum += coins,
                None => totals.push((*payee, coins.clone())),
            }
        }
        totals
    }
}

/// Computes who gets what. Cost: that of the [`Schedule`], and its length for each profit.
///
/// # Errors
/// When the amounts do not fit the deal.
pub fn waterfall(model: &Model, question: Question) -> Result<Waterfall, Unanswerable> {
    let Rules {
        rules,
        not_yet,
        assumed,
    } = rules(model, &question)?;
    let decimals = question.currency.decimals();
    let schedule = Schedule::new(&rules);
    let payouts = question
        .profits
        .iter()
        .map(|profit| payout(&schedule, &exact(*profit), decimals));
    Ok(Waterfall {
        payouts: payouts.collect(),
        stop: schedule.stop.as_ref().map(|(tranche, from)| Stop {
            tranche: *tranche,
            from: coins::at_least(from, decimals),
            not_yet: not_yet == Some(*tranche),
        }),
        schedule,
        assumed,
        question,
    })
}

/// The tranches of a question as numbers.
struct Rules {
    rules: Vec<Rule>,
    /// The first tranche that was not yet known; its rule has no known end.
    not_yet: Option<usize>,
    /// What was assumed, by tranche; it stands in the rules already.
    assumed: Vec<(usize, HolderRef, Decimal)>,
}

fn rules(model: &Model, question: &Question) -> Result<Rules, Unanswerable> {
    let currency = model.waterfall_currency(question.deal);
    if let Some(other) = currency.filter(|currency| *currency != question.currency) {
        return Err(Unanswerable::OtherCurrency(other));
    }
    let decimals = question.currency.decimals();
    if let Some(fine) = question
        .profits
        .iter()
        .find(|profit| profit.normalize().scale() > decimals)
    {
        return Err(Unanswerable::FinerThanCoins(*fine));
    }
    let tranches = &model[question.deal].waterfall;
    let mut rules: Vec<Rule> = tranches.iter().map(Rule::of).collect();
    let not_yet = tranches
        .iter()
        .position(|tranche| !is_told(model, question.deal, tranche, question.known));
    if let Some(first) = not_yet {
        // what only later sources tell ends the answer as an unknown end would
        rules[first].ending = Until::Unknown;
    }
    let assumed = assume(&mut rules, question, not_yet)?;
    Ok(Rules {
        rules,
        not_yet,
        assumed,
    })
}

/// Gives tranches of unknown end the end that is assumed, each holder in every such tranche that it has a share in.
fn assume(
    rules: &mut [Rule],
    question: &Question,
    not_yet: Option<usize>,
) -> Result<Vec<(usize, HolderRef, Decimal)>, Unanswerable> {
    let mut made = Vec::new();
    let reach = not_yet.unwrap_or(rules.len());
    for (tranche, rule) in rules[..reach].iter_mut().enumerate() {
        if rule.ending != Until::Unknown {
            continue;
        }
        let fitting = question
            .assumed
            .iter()
            .filter(|(holder, _)| rule.shares.iter().any(|(payee, _)| *payee == Payee::Holder(*holder)));
        let thresholds: Vec<(HolderRef, Exact)> = fitting.map(|(holder, sum)| (*holder, exact(*sum))).collect();
        made.extend(question.assumed.iter().filter_map(|(holder, sum)| {
            let fits = thresholds.iter().any(|(known, _)| known == holder);
            fits.then_some((tranche, *holder, *sum))
        }));
        if !thresholds.is_empty() {
            rule.ending = Until::Receives(thresholds);
        }
    }
    let idle = question
        .assumed
        .iter()
        .find(|(holder, _)| !made.iter().any(|(_, known, _)| known == holder));
    match idle {
        Some((holder, _)) => Err(Unanswerable::NothingToAssume(*holder)),
        None => Ok(made),
    }
}

fn payout(schedule: &Schedule, money: &Exact, decimals: u32) -> Payout {
    let paid = schedule.pay(money);
    let mut amounts: Vec<BigRational> = paid.iter().map(|(_, _, amount)| amount.clone()).collect();
    amounts.push(schedule.unpaid(money));
    let mut coins = coins::whole(&amounts, decimals);
    let unpaid = coins.pop().unwrap_or_default();
    let payments = paid
        .iter()
        .zip(coins)
        .map(|((tranche, payee, _), coins)| (*tranche, *payee, coins));
    let ahead = schedule.stretches.iter().filter_map(|stretch| {
        let end = &stretch.from + stretch.length.as_ref()?;
        (end > *money).then(|| (coins::at_least(&end, decimals), stretch.tranche, stretch.turns.clone()))
    });
    Payout {
        profit: coins::at_least(money, decimals),
        payments: payments.collect(),
        unpaid,
        next: schedule.next(money).map(|stretch| stretch.split.clone()),
        ahead: ahead.collect(),
    }
}
