use anyhow::{Context, bail};
use clap::Args;
use rust_decimal::Decimal;

use super::ask_deal::deal;
use super::context::GlobalArgs;
use super::data;
use super::exit::{Exit, NotFound};
use super::output::OutputArgs;
use crate::derived::Knowledge;
use crate::judge::Asked;
use crate::model::{DealId, HolderRef, Lookup, Model, Names};
use crate::query::waterfall::{self, NoVersion, Question, Unanswerable};
use crate::values::{Currency, Figure, Money, PartialDate, fold};

/// Compute who gets what of a deal's money
///
/// Profits are cumulative: all money that the deal has ever brought. They run through the tranches of the deal's
/// waterfall in order; the answer tells what each tranche pays to whom, how the next unit of money is split, and which
/// thresholds lie ahead. Where no source says at which sum a tranche ends, the answer stops, unless a sum is assumed.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy waterfall microsoft-openai-2023 --profit \"USD 50bn\"
  frenemy waterfall microsoft-openai-2023 --profit \"USD 200bn\" --assume first-investors=\"USD 50m\"
  frenemy waterfall \"third phase\" --profit \"USD 13,000,000\" --lang vi
  frenemy waterfall microsoft-openai-2019 --at 2024 --profit \"USD 1bn\" --format json")]
pub(super) struct WaterfallArgs {
    /// Deal: its id, its title or a part of it
    #[arg(value_name = "DEAL")]
    deal: String,
    /// All profit so far; several with commas between them, repeatable
    ///
    /// A comma between two digits groups thousands (`USD 13,000,000` is one sum); put a space after any other. A sum
    /// without a currency has that of the sum before it.
    #[arg(long, value_name = "MONEY,...", required = true)]
    profit: Vec<String>,
    /// Assume what a holder gets in a tranche whose end nobody knows; repeatable
    #[arg(long, value_name = "HOLDER=MONEY")]
    assume: Vec<String>,
    /// The version of the deal that holds at this date: YYYY, YYYY-MM or YYYY-MM-DD [default: the deal as named]
    #[arg(long, value_name = "DATE", help_heading = "Scope")]
    at: Option<PartialDate>,
    /// Only what was published by this date
    #[arg(long, value_name = "DATE", help_heading = "Scope")]
    known_at: Option<PartialDate>,
    #[command(flatten)]
    output: OutputArgs,
}

impl WaterfallArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let model = data::model(global)?;
        let at = self.at.map(Asked::At);
        let known = Knowledge(self.known_at.map(PartialDate::last));
        let question = question(model, deal(model, &self.deal)?, at, known, &self.profit, &self.assume)?;
        let (version, currency) = (question.deal, question.currency);
        let answer = match waterfall::waterfall(model, question) {
            Ok(answer) => answer,
            Err(error) => bail!(unanswerable(model, version, currency, &error)),
        };
        self.output.write(
            global,
            || waterfall::table(model, &answer, global.lang()),
            || waterfall::wire(model, &answer),
        )?;
        Ok(Exit::Answered)
    }
}

/// Finds the version of a deal, and reads the sums that are asked about it.
///
/// Without any profit the currency is that of the deal's figures.
pub(super) fn question(
    model: &Model,
    asked: DealId,
    at: Option<Asked>,
    known: Knowledge,
    profit: &[String],
    assume: &[String],
) -> anyhow::Result<Question> {
    let version =
        waterfall::version(model, asked, at, known).map_err(|none| NotFound(no_version(model, asked, &none)))?;
    let (currency, profits) = match model.waterfall_currency(version) {
        Some(currency) if profit.is_empty() => (currency, Vec::new()),
        _ => profits(profit)?,
    };
    let assumed = assume.iter().map(|text| assumption(model, version, currency, text));
    Ok(Question {
        deal: version,
        at,
        known,
        currency,
        profits,
        assumed: assumed.collect::<anyhow::Result<_>>()?,
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
fn profits(lists: &[String]) -> anyhow::Result<(Currency, Vec<Decimal>)> {
    let mut currency: Option<Currency> = None;
    let mut sums = Vec::new();
    for part in lists.iter().flat_map(|list| split_list(list)) {
        let bare = part.starts_with(|c: char| c.is_ascii_digit());
        let text = match currency {
            Some(currency) if bare => format!("{currency} {part}"),
            _ => part.to_owned(),
        };
        let (of, sum) = exact_money(&text).with_context(|| format!("--profit `{part}`"))?;
        if let Some(first) = currency.filter(|first| *first != of) {
            bail!("--profit has {first} and {of}; ask for one currency at a time");
        }
        currency = Some(of);
        sums.push(sum);
    }
    let currency = currency.context("--profit is empty; write `--profit \"USD 50bn\"`")?;
    Ok((currency, sums))
}

fn exact_money(text: &str) -> anyhow::Result<(Currency, Decimal)> {
    match text.parse::<Money>()? {
        Money::Known {
            currency,
            figure: Figure::Exact(sum),
        } => Ok((currency, sum)),
        _ => bail!("a sum to compute with is one number, such as `USD 50bn`"),
    }
}

fn assumption(model: &Model, deal: DealId, currency: Currency, text: &str) -> anyhow::Result<(HolderRef, Decimal)> {
    let Some((name, money)) = text.split_once('=') else {
        bail!("--assume `{text}` has no `=`; write `--assume first-investors=\"USD 50m\"`");
    };
    let holder = holder(model, deal, name.trim())?;
    let money = money.trim();
    // nothing at all is a fair assumption, and no sum of money in the data
    if money == format!("{currency} 0") {
        return Ok((holder, Decimal::ZERO));
    }
    let (of, sum) = exact_money(money).with_context(|| format!("--assume `{text}`"))?;
    if of != currency {
        bail!("--assume `{text}` is in {of}, the profits are in {currency}");
    }
    Ok((holder, sum))
}

fn holder(model: &Model, deal: DealId, name: &str) -> anyhow::Result<HolderRef> {
    let classes = &model[deal].holders;
    let named = |holder: &crate::model::Holder| {
        holder.id == name
            || ["en", "vi"]
                .iter()
                .any(|code| fold(holder.name.get(code)) == fold(name))
    };
    if let Some((at, _)) = (0_u32..).zip(classes).find(|(_, holder)| named(holder)) {
        return Ok(HolderRef::Class(at));
    }
    match Names::new(model).find(name) {
        Lookup::One(id) => Ok(HolderRef::Company(id)),
        _ => Err(NotFound(format!(
            "no holder of `{}` is called `{name}`; its holders are {}",
            model[deal].id,
            list(&holders(model, deal))
        ))
        .into()),
    }
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

fn list(ids: &[String]) -> String {
    let quoted: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
    quoted.join(", ")
}

fn no_version(model: &Model, asked: DealId, none: &NoVersion) -> String {
    let ids = |deals: &[DealId]| {
        let ids: Vec<String> = deals.iter().map(|id| model[*id].id.to_string()).collect();
        list(&ids)
    };
    match none {
        NoVersion::NotInForce(all) if all.is_empty() => {
            format!("`{}` was not yet known then", model[asked].id)
        }
        NoVersion::NotInForce(all) => format!(
            "no version of `{}` is known to hold then; its versions are {}",
            model[asked].id,
            ids(all)
        ),
        NoVersion::Several(several) => {
            format!(
                "several versions hold then: {}; give a day, or name one without --at",
                ids(several)
            )
        }
        NoVersion::NoWaterfall(deal, told) if told.is_empty() => {
            format!("nobody is recorded to say who gets what under `{}`", model[*deal].id)
        }
        NoVersion::NoWaterfall(deal, told) => format!(
            "nobody is recorded to say who gets what under `{}`; for other versions somebody does: {}",
            model[*deal].id,
            ids(told)
        ),
    }
}

pub(super) fn unanswerable(model: &Model, deal: DealId, currency: Currency, error: &Unanswerable) -> String {
    let id = &model[deal].id;
    match error {
        Unanswerable::OtherCurrency(other) => format!("the waterfall of `{id}` is in {other}, not in {currency}"),
        Unanswerable::FinerThanCoins(sum) => {
            format!(
                "--profit `{currency} {sum}` is finer than the smallest coin, which has {} decimals",
                currency.decimals()
            )
        }
        Unanswerable::NothingToAssume(holder) => format!(
            "nothing is to be assumed about `{}` in `{id}`: it has no share in a tranche whose end is unknown",
            model.holder_id(deal, *holder)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_cope_with_grouped_thousands() {
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
        for wrong in [
            "",
            "USD",
            "50bn",
            "USD 1bn, EUR 1bn",
            "about USD 1bn",
            "undisclosed",
            "USD 10,50",
            "USD 1bn,",
            "tỷ đô",
        ] {
            assert!(sums(&[wrong]).is_err(), "{wrong}");
        }
    }
}
