//! Money and shares, and what is meant by other ways of writing them.

use super::problem::Problem;
use crate::diagnostics::Code;
use crate::values::{FigureError, Money, MoneyError, Share, ShareError, money_remedy, share_remedy};

pub(super) fn money(text: &str) -> Result<Money, Problem> {
    text.parse().map_err(|error| {
        let (code, headline) = match &error {
            MoneyError::UnknownCurrency { code } if code.len() == 3 => {
                (Code::UnknownCurrency, format!("`{code}` is no currency"))
            }
            MoneyError::AmbiguousScale { .. } => (Code::BadMoney, format!("`{text}` may mean two things")),
            MoneyError::TwoReadings { .. } | MoneyError::NoCoins { .. } => (Code::BadMoney, error.to_string()),
            MoneyError::Figure(FigureError::NotPositive { .. }) => {
                (Code::BadMoney, format!("`{text}` is not above zero"))
            }
            MoneyError::Figure(FigureError::NotRising { .. }) => (
                Code::BadMoney,
                format!("`{text}` is no range: the second figure is not the greater"),
            ),
            MoneyError::NoCurrency { .. } => (Code::BadMoney, format!("`{text}` has no currency before the figure")),
            error => (Code::BadMoney, format!("`{text}` is no sum of money: {error}")),
        };
        Problem::new(code, headline).help(money_remedy(text, &error))
    })
}

pub(super) fn share(text: &str) -> Result<Share, Problem> {
    text.parse().map_err(|error| {
        let forms =
            "write percents above 0 and up to 100, such as `49%`, `about 27%`, `up to 49%`, `over 50%` or `5% to 9%`";
        let help = share_remedy(text, &error).unwrap_or_else(|| forms.to_owned());
        match error {
            ShareError::NoPercent { .. } => {
                Problem::new(Code::BadShare, format!("`{text}` has no percent sign")).help(help)
            }
            ShareError::Figure(FigureError::NotRising { .. }) => {
                let headline = format!("`{text}` is no range: the second figure is not the greater");
                Problem::new(Code::BadShare, headline).help("write the smaller figure first")
            }
            error => Problem::new(Code::BadShare, format!("`{text}` is no share: {error}")).help(help),
        }
    })
}
