//! Who is paid, what turns, and where an answer stops, in words.

use rust_decimal::Decimal;

use super::schedule::{Payee, Turn};
use crate::lang::waterfall as say;
use crate::model::HolderRef;
use crate::tell::figures;
use crate::tell::tranche::Terms;
use crate::values::{Currency, Figure, Money};

impl<'a> Terms<'a> {
    /// What somebody who gets a part is called.
    #[must_use]
    pub fn payee(&self, payee: Payee) -> &'a str {
        match payee {
            Payee::Holder(holder) => self.holder(holder),
            Payee::Unstated => say::UNSTATED.get(self.lang),
        }
    }

    /// "Microsoft is at its cap in tranche 3".
    #[must_use]
    pub fn turn(&self, tranche: usize, turn: Turn) -> String {
        let n = tranche + 1;
        match turn {
            Turn::Reached(holder) => say::TURN_REACHED.fill(self.lang, &[("holder", &self.holder(holder)), ("n", &n)]),
            Turn::Capped(holder) => say::TURN_CAPPED.fill(self.lang, &[("holder", &self.holder(holder)), ("n", &n)]),
            Turn::Ends => say::TURN_ENDS.fill(self.lang, &[("n", &n)]),
        }
    }

    /// "Assumed: Microsoft gets USD 50m in tranche 1; no source says how much."
    #[must_use]
    pub fn assumed(&self, tranche: usize, holder: HolderRef, sum: Decimal, currency: Currency) -> String {
        let figure = Figure::Exact(sum);
        let money = Money::Known { currency, figure };
        let values: [(&str, &dyn std::fmt::Display); 3] = [
            ("holder", &self.holder(holder)),
            ("money", &figures::money(self.lang, money)),
            ("n", &(tranche + 1)),
        ];
        say::ASSUMED.fill(self.lang, &values)
    }

    /// Why an answer stops at a sum, and `how` it could go on.
    #[must_use]
    pub fn stops(&self, from: &str, tranche: usize, not_yet: bool, how: &str) -> String {
        let (n, name) = (tranche + 1, self.tranche_name(tranche));
        let values: [(&str, &dyn std::fmt::Display); 4] = [("from", &from), ("n", &n), ("name", &name), ("how", &how)];
        let text = if not_yet {
            say::STOPS_NOT_YET.fill(self.lang, &values[..3])
        } else {
            say::STOPS.fill(self.lang, &values)
        };
        text.trim_end().to_owned()
    }
}
