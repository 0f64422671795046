//! Amounts and sums in words.

use super::words::Words;
use crate::judge::held::Held;
use crate::judge::sums::{Apart, Ledger, Sum, told_from};
use crate::lang::answers;
use crate::model::{Amount, CompanyId, Period, RelationId, Whose};
use crate::tell::figures;
use crate::values::{DateRange, Figure, Money, Precision, Total};
use crate::vocab::AmountIs;

/// How many of those who have a sum in common are named before it is said how many more there are.
const NAMED: usize = 2;

impl Words<'_> {
    /// Money for reading.
    pub(crate) fn money(&self, money: Money) -> String {
        figures::money(self.lang, money)
    }

    /// What some ties come to: "USD 13bn committed, USD 11.8bn paid as of 2026-03-31, in a round of USD 6.6bn, 2 undisclosed";
    /// "no figure of that time is known" where there are figures of later days only.
    pub(crate) fn sums(&self, ledger: &Ledger<'_>, ties: &[&Held], sums: &[Sum]) -> Vec<String> {
        let each = || ties.iter().copied();
        let mut sums: Vec<(Vec<CompanyId>, &Sum)> = sums.iter().map(|sum| (others(sum, ties), sum)).collect();
        // what is one's own first, then what is common
        sums.sort_by_key(|(others, _)| !others.is_empty());
        let mut parts: Vec<String> = sums.iter().map(|(others, sum)| self.shared_sum(sum, others)).collect();
        let levels = ledger.levels(each());
        parts.extend(levels.into_iter().filter_map(|(id, at)| {
            let amount = &self.model()[id].amounts[at];
            (amount.money != Money::Undisclosed).then(|| self.amount(id, amount))
        }));
        match (parts.is_empty(), ledger.undisclosed(each())) {
            (_, 0) => {}
            (true, _) => parts.push(answers::UNDISCLOSED.get(self.lang).to_owned()),
            (false, n) => parts.push(answers::UNDISCLOSED_TOO.fill(self.lang, &[("n", &n)])),
        }
        if parts.is_empty() && ties.iter().any(|tie| ledger.later(tie.relations[0]) > 0) {
            parts.push(answers::NO_FIGURE_THEN.get(self.lang).to_owned());
        }
        parts
    }

    /// A sum, and with whom others have it in common: "USD 4bn committed together with Beta".
    pub(crate) fn shared_sum(&self, sum: &Sum, others: &[CompanyId]) -> String {
        let text = self.sum(sum);
        if others.is_empty() {
            return text;
        }
        let mut names: Vec<String> = others
            .iter()
            .take(NAMED)
            .map(|id| self.company(*id).to_owned())
            .collect();
        if others.len() > NAMED {
            names.push(answers::MORE.fill(self.lang, &[("n", &(others.len() - NAMED))]));
        }
        answers::TOGETHER_WITH.fill(self.lang, &[("amount", &text), ("names", &names.join(", "))])
    }

    /// A sum: "USD 13bn committed", "about USD 310bn committed in 2 records".
    fn sum(&self, sum: &Sum) -> String {
        let money = self.total(sum.total);
        let text = self.named(&money, sum.is, sum.yearly);
        if let [(id, at)] = sum.amounts.as_slice() {
            return self.dated(text, &self.model()[*id].amounts[*at]);
        }
        let (phrase, n) = match sum.relations().len() {
            1 => (answers::IN_PARTS, sum.amounts.len()),
            n => (answers::IN_RECORDS, n),
        };
        phrase.fill(self.lang, &[("amount", &text), ("n", &n)])
    }

    /// "USD 1bn committed", each amount as the record has it and as far as it belongs to the asked time: totals and their
    /// parts alike, which [`Words::sums`] never adds.
    pub(crate) fn amounts(&self, id: RelationId) -> Vec<String> {
        let mut parts: Vec<String> = self.told(id).map(|amount| self.amount(id, amount)).collect();
        if parts.is_empty() && self.graph.relation(id).amounts().next().is_some() {
            parts.push(answers::NO_FIGURE_THEN.get(self.lang).to_owned());
        }
        parts
    }

    /// As [`Words::amounts`], and nothing where no figure is told; pictures have no room for more.
    #[cfg(feature = "pictures")]
    pub(crate) fn figures(&self, id: RelationId) -> Vec<String> {
        let known = self.told(id).filter(|amount| amount.money != Money::Undisclosed);
        known.map(|amount| self.amount(id, amount)).collect()
    }

    fn told(&self, id: RelationId) -> impl Iterator<Item = &Amount> {
        let amounts = self.graph.relation(id).amounts().map(|(_, amount)| amount);
        amounts.filter(move |amount| told_from(self.graph, id, amount).is_none_or(|day| day <= self.last))
    }

    /// An amount as its record has it: "USD 1bn committed", "in a round of USD 6.6bn", "USD 4bn paid by all together".
    pub(crate) fn amount(&self, id: RelationId, amount: &Amount) -> String {
        let money = self.money(amount.money);
        if amount.money == Money::Undisclosed {
            return money;
        }
        let text = self.named(&money, amount.is, amount.period == Period::PerYear);
        let several = self.model()[id].payers().is_some() && Apart::of_sort(amount.is).is_none();
        let text = match amount.whose {
            _ if !several => text,
            Some(Whose::Each) => answers::PAID_BY_EACH.fill(self.lang, &[("amount", &text)]),
            None | Some(Whose::Together) => answers::PAID_TOGETHER.fill(self.lang, &[("amount", &text)]),
        };
        self.dated(text, amount)
    }

    /// "USD 1bn a year committed"; the size of a round is said to be one, as no payer gave it alone.
    fn named(&self, money: &str, is: AmountIs, yearly: bool) -> String {
        if is == AmountIs::Round {
            return answers::IN_ROUND.fill(self.lang, &[("money", &money)]);
        }
        let label = is.label().get(self.lang);
        if yearly {
            let yearly = answers::A_YEAR.fill(self.lang, &[("amount", &money)]);
            format!("{yearly} {label}")
        } else {
            format!("{money} {label}")
        }
    }

    /// An amount with the day or the time that it is of.
    fn dated(&self, text: String, amount: &Amount) -> String {
        let text = match amount.period {
            Period::During(range) => {
                answers::FOR_PERIOD.fill(self.lang, &[("amount", &text), ("period", &stretch(range))])
            }
            Period::Once | Period::PerYear => text,
        };
        match amount.as_of {
            Some(date) => answers::AMOUNT_AS_OF.fill(self.lang, &[("amount", &text), ("date", &date)]),
            None => text,
        }
    }

    fn total(&self, total: Total) -> String {
        let money = self.money(Money::Known {
            currency: total.currency,
            figure: total.figure,
        });
        if total.approximate && !matches!(total.figure, Figure::About(_)) {
            answers::ROUGHLY.fill(self.lang, &[("money", &money)])
        } else {
            money
        }
    }
}

/// Money for spreadsheets: "committed USD 13000000000", "paid per year USD about 300000000", "paid undisclosed".
pub(crate) fn plain(is: AmountIs, yearly: bool, money: Money) -> String {
    let yearly = if yearly { " per year" } else { "" };
    let figure = match money {
        Money::Known { currency, figure } => format!("{currency} {figure}"),
        Money::Undisclosed => money.to_string(),
    };
    format!("{}{yearly} {figure}", is.name())
}

/// Those who have a sum in common with the parties of every one of some ties.
fn others(sum: &Sum, ties: &[&Held]) -> Vec<CompanyId> {
    let of_sum = |tie: &&&Held| sum.amounts.iter().any(|(id, _)| tie.relations.contains(id));
    let mut all = ties.iter().filter(of_sum).map(|tie| sum.others(tie.ends));
    let mut common = all.next().unwrap_or_default();
    for others in all {
        common.retain(|id| others.contains(id));
    }
    common
}

/// "2022" for a whole year, "2022-07 – 2023-06" for anything else.
fn stretch(range: DateRange) -> String {
    let year = range.from.coarsen(Precision::Year);
    match range.to {
        Some(_) if (range.first(), range.last()) == (year.first(), year.last()) => year.to_string(),
        Some(to) if to == range.from => to.to_string(),
        Some(to) => format!("{} – {to}", range.from),
        None => format!("{} –", range.from),
    }
}
