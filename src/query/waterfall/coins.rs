//! From exact fractions to whole coins.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;

use super::schedule::Exact;
use crate::lang::Lang;
use crate::tell::figures;
use crate::values::{Currency, Figure, Money};

/// Rounds amounts to whole coins by largest remainder, so that their sum stays what it is.
///
/// The sum is to be a whole number of coins. No amount moves by a coin or more, and one that is whole stays; of equal
/// remainders the first goes up.
#[must_use]
pub(super) fn whole(amounts: &[Exact], decimals: u32) -> Vec<BigInt> {
    let scale = BigInt::from(10).pow(decimals);
    let scaled: Vec<Exact> = amounts.iter().map(|amount| amount * &scale).collect();
    let mut coins: Vec<BigInt> = scaled.iter().map(|amount| amount.floor().to_integer()).collect();
    let total: Exact = scaled.iter().sum();
    let mut left = total.to_integer() - coins.iter().sum::<BigInt>();
    let mut order: Vec<usize> = (0..scaled.len()).collect();
    order.sort_by(|a, b| scaled[*b].fract().cmp(&scaled[*a].fract()).then(a.cmp(b)));
    for at in order {
        if !left.is_positive() {
            break;
        }
        coins[at] += 1;
        left -= 1;
    }
    coins
}

/// The first whole number of coins that is not below an amount.
#[must_use]
pub(super) fn at_least(amount: &Exact, decimals: u32) -> BigInt {
    (amount * BigInt::from(10).pow(decimals)).ceil().to_integer()
}

/// Coins as a decimal number without needless zeros.
#[must_use]
pub(super) fn decimal_text(coins: &BigInt, decimals: u32) -> String {
    let digits = coins.to_string();
    let places = decimals as usize;
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (units, fraction) = padded.split_at(padded.len() - places);
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() {
        units.to_owned()
    } else {
        format!("{units}.{fraction}")
    }
}

fn number(coins: &BigInt, currency: Currency) -> Option<Decimal> {
    let coins = coins.to_i128()?;
    Decimal::try_from_i128_with_scale(coins, currency.decimals()).ok()
}

/// Coins as money in four digits without the currency, for where there is little room: `13bn`, `≈ 17.33bn`.
#[must_use]
pub fn short_text(lang: Lang, coins: &BigInt, currency: Currency) -> String {
    // The code stands before the figure in English and behind it in Vietnamese.
    let bare = |text: String| text.replace(currency.code(), "").trim().to_owned();
    let rounded = number(coins, currency).and_then(|number| Some((number, number.round_sf(4)?)));
    match rounded {
        Some((number, rounded)) => {
            let money = Money::Known {
                currency,
                figure: Figure::Exact(rounded),
            };
            let sign = if number == rounded { "" } else { "≈\u{a0}" };
            format!("{sign}{}", bare(figures::money(lang, money)))
        }
        None => bare(money_text(lang, coins, currency)),
    }
}

/// Coins as money is written: `USD 13bn`, `USD 17,333,333,333.34`.
#[must_use]
pub fn money_text(lang: Lang, coins: &BigInt, currency: Currency) -> String {
    let decimals = currency.decimals();
    match number(coins, currency) {
        Some(number) => figures::money(
            lang,
            Money::Known {
                currency,
                figure: Figure::Exact(number),
            },
        ),
        // more than 28 digits, which only shares of a millionth lead to
        None => format!("{currency} {}", decimal_text(coins, decimals)),
    }
}

/// A part in percent, to four decimals, rounded to the nearest.
#[must_use]
pub fn percent_text(part: &Exact) -> String {
    let scaled = (part * BigInt::from(1_000_000)).round().to_integer();
    if scaled.is_zero() {
        "0%".to_owned()
    } else {
        format!("{}%", decimal_text(&scaled, 4))
    }
}
