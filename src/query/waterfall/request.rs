use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::refused::Refused;
use super::{Answer, Question as Asked, table, version, waterfall, wire};
use crate::derived::Knowledge;
use crate::judge::{self, Scope};
use crate::lang::Phrase;
use crate::model::{DealId, Holder, HolderRef, Model};
use crate::request::{AnswerSchema, AskError, Asking, Question, Reply, Resolver, answer_of, is_default};
use crate::values::{Currency, Figure, Money, PartialDate, fold, nothing, spoken};

/// Who gets what of a deal's money?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The deal: its id, its title or a part of it.
    pub deal: String,
    /// All profit so far, each sum for an answer of its own: `USD 50bn`. A text may hold several with commas between them,
    /// of which one without a currency has that of the sum before it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub profit: Vec<String>,
    /// What a holder is assumed to get in a tranche whose end nobody knows: `first-investors=USD 50m`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub assume: Vec<String>,
    /// The version of the deal that holds at this date is shown; the deal as named by default.
    #[serde(default, skip_serializing_if = "is_default")]
    pub at: Option<PartialDate>,
    /// Only what was published by this date.
    #[serde(default, skip_serializing_if = "is_default")]
    pub known_at: Option<PartialDate>,
}

impl Question for Request {
    type Subject = Asked;

    const NAME: &'static str = "waterfall";
    const SUMMARY: Phrase = Phrase::new(
        "Compute who gets what of a deal's money",
        "Tính xem ai được bao nhiêu tiền của một thương vụ",
    );
    const POSITIONS: &'static [&'static str] = &["deal"];
    const EXAMPLES: &'static [&'static str] = &[
        "waterfall/microsoft-openai-2023?profit=USD 50bn",
        "waterfall/microsoft-openai-2023?profit=USD 200bn&assume=first-investors%3DUSD 50m",
        "waterfall/third phase?profit=USD 13,000,000",
        "waterfall/microsoft-openai-2019?at=2024&profit=USD 1bn",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<Asked, AskError> {
        let deal = names.deal(&mut self.deal)?;
        let known = Knowledge(self.known_at.map(PartialDate::last));
        if self.profit.is_empty() {
            return Err(Refused::NoProfit.into());
        }
        let asked = question(names, deal, self.at, known, &self.profit, &self.assume)?;
        let money = |sum: Decimal| {
            if sum.is_zero() {
                return format!("{} 0", asked.currency);
            }
            let money = Money::Known {
                currency: asked.currency,
                figure: Figure::Exact(sum),
            };
            money.to_string()
        };
        self.profit = asked.profits.iter().map(|sum| money(*sum)).collect();
        let holder = |holder: HolderRef| names.model().holder_id(asked.deal, holder);
        let assumed = asked.assumed.iter();
        self.assume = assumed
            .map(|(who, sum)| format!("{}={}", holder(*who), money(*sum)))
            .collect();
        Ok(asked)
    }

    // what was found by name is all: a deal comes with those that it replaces and that replace it
    fn is_about_everything(&self) -> bool {
        false
    }

    fn ask<'d>(&self, asked: Asked, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let model = asking.dataset().model();
        // a contract is read without a day where none is asked about; its answer is told from the model alone
        let date = self.at.or(asking.today()).unwrap_or(PartialDate::LAST);
        let ground = asking.ground_of(Scope {
            known: asked.known,
            ..Scope::at(date)
        })?;
        let found = waterfall(model, asked.clone()).map_err(|error| Refused::unanswerable(model, &asked, &error))?;
        let reply = Reply::of(
            ground,
            found,
            false,
            |view, found, lang| table(view.model(), found, lang),
            |view, found, _| wire(view.model(), found),
        );
        Ok(if self.at.is_none() { reply.undated() } else { reply })
    }
}

/// Finds the version of a deal, and reads the sums that are asked about it.
///
/// Without any profit the currency is that of the deal's figures.
///
/// # Errors
/// When no version fits, or a sum or holder cannot be read.
pub fn question(
    names: &Resolver<'_>,
    deal: DealId,
    at: Option<PartialDate>,
    known: Knowledge,
    profit: &[String],
    assume: &[String],
) -> Result<Asked, AskError> {
    let model = names.model();
    let at = at.map(judge::Asked::At);
    let version = version(model, deal, at, known).map_err(|none| Refused::version(model, deal, &none))?;
    let (currency, profits) = match model.waterfall_currency(version) {
        Some(currency) if profit.is_empty() => (currency, Vec::new()),
        _ => profits(profit)?,
    };
    let assumed = assume.iter().map(|text| assumption(names, version, currency, text));
    Ok(Asked {
        deal: version,
        at,
        known,
        currency,
        profits,
        assumed: assumed.collect::<Result<_, _>>()?,
    })
}

/// Splits at every comma that does not stand between two digits.
fn split_list(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(',') {
        if !(digit(at.checked_sub(1)) && digit(Some(at + 1))) {
            parts.push(text[from..at].trim());
            from = at + 1;
        }
    }
    parts.push(text[from..].trim());
    parts
}

/// Reads lists of sums in one currency.
fn profits(lists: &[String]) -> Result<(Currency, Vec<Decimal>), Refused> {
    let mut currency: Option<Currency> = None;
    let mut sums = Vec::new();
    for part in lists.iter().flat_map(|list| split_list(list)) {
        let bare = spoken(part).is_err() && part.starts_with(|c: char| c.is_ascii_digit());
        let text = match currency {
            Some(currency) if bare => format!("{currency} {part}"),
            _ => part.to_owned(),
        };
        let (of, sum) = exact_money(&text)?;
        if let Some(first) = currency.filter(|first| *first != of) {
            return Err(Refused::Currencies(first, of));
        }
        currency = Some(of);
        sums.push(sum);
    }
    Ok((currency.ok_or(Refused::NoProfit)?, sums))
}

fn exact_money(text: &str) -> Result<(Currency, Decimal), Refused> {
    match spoken(text) {
        Ok(Money::Known {
            currency,
            figure: Figure::Exact(sum),
        }) => Ok((currency, sum)),
        Ok(_) => Err(Refused::NotExact(text.to_owned())),
        Err(error) => Err(Refused::NoMoney {
            text: text.to_owned(),
            error,
        }),
    }
}

fn assumption(
    names: &Resolver<'_>,
    deal: DealId,
    currency: Currency,
    text: &str,
) -> Result<(HolderRef, Decimal), Refused> {
    let (name, money) = text.split_once('=').ok_or_else(|| Refused::NoHolder(text.to_owned()))?;
    let holder = holder(names, deal, name.trim())?;
    let money = money.trim();
    // nothing at all is a fair assumption, and no sum of money in the data
    let (is, sum) = match nothing(money) {
        Some(is) => (is, Decimal::ZERO),
        None => exact_money(money)?,
    };
    if is == currency {
        return Ok((holder, sum));
    }
    Err(Refused::AssumedCurrency {
        text: text.to_owned(),
        is,
        profits: currency,
    })
}

fn holder(names: &Resolver<'_>, deal: DealId, name: &str) -> Result<HolderRef, Refused> {
    let model = names.model();
    let named =
        |holder: &Holder| holder.id == name || holder.name.wordings().any(|wording| fold(wording) == fold(name));
    if let Some((at, _)) = (0_u32..).zip(&model[deal].holders).find(|(_, holder)| named(holder)) {
        return Ok(HolderRef::Class(at));
    }
    let company = names.company(&mut name.to_owned());
    company.map(HolderRef::Company).map_err(|_| Refused::UnknownHolder {
        deal: model[deal].id.to_string(),
        name: name.to_owned(),
        holders: holders(model, deal),
    })
}

/// The ids of all holders with a share, each once.
fn holders(model: &Model, deal: DealId) -> Vec<String> {
    let shares = model[deal].waterfall.iter().flat_map(|tranche| &tranche.shares);
    let mut ids: Vec<String> = Vec::new();
    for (holder, _) in shares {
        let id = model.holder_id(deal, *holder).to_owned();
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_cope_with_grouped_thousands_and_with_words() {
        let sums = |lists: &[&str]| {
            let lists: Vec<String> = lists.iter().map(|list| (*list).to_owned()).collect();
            profits(&lists).map(|(currency, sums)| (currency.to_string(), sums))
        };
        let read = |lists: &[&str]| {
            let (currency, sums) = sums(lists).unwrap();
            let sums: Vec<String> = sums.iter().map(ToString::to_string).collect();
            format!("{currency} {}", sums.join(" "))
        };
        assert_eq!(read(&["USD 13,000,000"]), "USD 13000000");
        assert_eq!(
            read(&["USD 13,000,000,USD 1bn, 2.5bn,3bn", "4"]),
            "USD 13000000 1000000000 2500000000 3000000000 4"
        );
        assert_eq!(read(&["VND 1,000, 2,000"]), "VND 1000 2000");
        assert_eq!(
            read(&["$50bn, 60bn, 1,5 tỷ USD", "USD50m", "50 billion dollars", "50 tỷ USD"]),
            "USD 50000000000 60000000000 1500000000 50000000 50000000000 50000000000"
        );
        for wrong in [
            "",
            "USD",
            "50bn",
            "USD 1bn, EUR 1bn",
            "about USD 1bn",
            "undisclosed",
            "USD 50.000",
            "USD 1bn,",
            "tỷ đô",
        ] {
            assert!(sums(&[wrong]).is_err(), "{wrong}");
        }
    }
}
