//! The answer as JSON. These types are promises: the model may change under them.

use num_bigint::BigInt;
use serde::Serialize;

use super::coins::{decimal_text, percent_text};
use super::schedule::{Exact, Payee, Turn};
use super::{Payout, Waterfall};
use crate::judge::deals::{is_known, successors, until};
use crate::lang::Lang;
use crate::model::{Citation, Ending, HolderRef, Model, Residual, Tranche};
use crate::request::Told;
use crate::tell::tranche::Terms;
use crate::tell::wire::TextWire;
use crate::values::{Figure, Money, Text};
use crate::vocab::{Confidence, Counted};

/// The answer as JSON, `frenemy/waterfall/2`. Amounts are decimal strings in `currency`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// The deal's id.
    pub deal: String,
    /// Its title.
    #[schemars(with = "TextWire")]
    pub title: Text,
    /// When it was signed.
    pub signed: Option<String>,
    /// The first day it no longer holds.
    pub until: Option<String>,
    /// Deals that replace it.
    pub superseded_by: Vec<String>,
    /// ISO 4217.
    pub currency: String,
    /// What was assumed.
    pub assumed: Vec<AssumedWire>,
    /// The terms.
    pub tranches: Vec<TrancheWire>,
    /// Where the answer stops; `null` where it does not.
    pub stops: Option<StopWire>,
    /// One answer for each profit.
    pub payouts: Vec<PayoutWire>,
}

impl Told for Answer {
    const NAME: &'static str = "waterfall";
}

/// An end that was assumed.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct AssumedWire {
    /// The tranche, counted from 1.
    pub tranche: usize,
    /// The holder.
    pub holder: String,
    /// What it gets in the tranche.
    pub amount: String,
}

/// The terms of a tranche, as the data have them.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct TrancheWire {
    /// Counted from 1.
    pub tranche: usize,
    /// Its name.
    #[schemars(with = "TextWire")]
    pub name: Text,
    /// Shares by holder.
    pub shares: Vec<ShareWire>,
    /// The percents of which nobody says who gets them.
    pub unstated: Option<String>,
    /// `null`, `unknown` or `receives`.
    #[schemars(extend("enum" = ["unknown", "receives", null]))]
    pub until: Option<&'static str>,
    /// What holders have at its end.
    pub receives: Vec<SumWire>,
    /// The most that holders get.
    pub caps: Vec<SumWire>,
    /// A holder, `pro_rata` or `unstated`.
    pub residual: String,
    /// `tranche` or `deal`.
    pub counted: Counted,
    /// What else happens.
    #[schemars(with = "Option<TextWire>")]
    pub effects: Option<Text>,
    /// A remark.
    #[schemars(with = "Option<TextWire>")]
    pub note: Option<Text>,
    /// The grade of the weakest of its shares, thresholds and caps.
    pub confidence: Option<Confidence>,
    /// The sources of its shares, and of all that has none of its own.
    pub sources: Vec<String>,
    /// The sources of its thresholds.
    pub until_sources: Vec<String>,
    /// The sources of its caps.
    pub caps_sources: Vec<String>,
    /// What else is reported.
    pub reported_otherwise: Vec<OtherwiseWire>,
}

/// A holder's share.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct ShareWire {
    /// The holder's id.
    pub holder: String,
    /// In percent.
    pub percent: String,
    /// Whether the source says "about".
    pub approximate: bool,
}

/// A sum that concerns a holder.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct SumWire {
    /// The holder's id.
    pub holder: String,
    /// How much.
    pub amount: String,
    /// Whether the source says "about".
    pub approximate: bool,
}

/// Another value for a field.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct OtherwiseWire {
    /// The field.
    pub field: String,
    /// The value.
    #[schemars(with = "TextWire")]
    pub value: Text,
    /// Who says so.
    pub sources: Vec<String>,
}

/// Where the answer stops.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct StopWire {
    /// The tranche, counted from 1.
    pub tranche: usize,
    /// The profit at which it begins.
    pub profit: String,
    /// `unknown_end` or `not_yet_known`.
    #[schemars(extend("enum" = ["unknown_end", "not_yet_known"]))]
    pub because: &'static str,
}

/// What one profit pays. `paid` and `unpaid` sum to `profit`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct PayoutWire {
    /// The profit.
    pub profit: String,
    /// What each tranche pays to whom.
    pub paid: Vec<PaidWire>,
    /// What each gets in all.
    pub totals: Vec<TotalWire>,
    /// What nobody knows whose it is.
    pub unpaid: String,
    /// How the next coin is split; `null` where nobody knows.
    pub next: Option<Vec<PartWire>>,
    /// The turns to come.
    pub ahead: Vec<AheadWire>,
}

/// One payment.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct PaidWire {
    /// The tranche, counted from 1.
    pub tranche: usize,
    /// The holder's id; `null` where nobody says who.
    pub holder: Option<String>,
    /// How much.
    pub amount: String,
}

/// What one holder gets in all.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct TotalWire {
    /// The holder's id; `null` where nobody says who.
    pub holder: Option<String>,
    /// How much.
    pub amount: String,
}

/// A part of the next coin.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct PartWire {
    /// The holder's id; `null` where nobody says who.
    pub holder: Option<String>,
    /// In percent, to four decimals.
    pub percent: String,
    /// Exactly, such as `49/51`.
    pub fraction: String,
}

/// A turn to come.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct AheadWire {
    /// The profit at which it comes, rounded up to a coin.
    pub profit: String,
    /// The tranche, counted from 1.
    pub tranche: usize,
    /// `reached`, `capped` or `ends`.
    #[schemars(extend("enum" = ["reached", "capped", "ends"]))]
    pub turn: &'static str,
    /// The holder, where it is one's turn.
    pub holder: Option<String>,
}

/// The answer on the wire.
#[must_use]
pub fn wire(model: &Model, waterfall: &Waterfall) -> Answer {
    let question = &waterfall.question;
    let deal = &model[question.deal];
    let wires = Wires {
        terms: Terms {
            model,
            deal: question.deal,
            known: question.known,
            lang: Lang::En,
        },
        decimals: question.currency.decimals(),
    };
    let not_yet = waterfall.stop.as_ref().filter(|stop| stop.not_yet);
    let told = not_yet.map_or(deal.waterfall.len(), |stop| stop.tranche);
    let later = successors(model, question.deal).into_iter();
    let known = |id: &crate::model::DealId| is_known(model, *id, question.known);
    Answer {
        deal: deal.id.to_string(),
        title: deal.title.clone(),
        signed: question.known.deal(model, deal).from.map(|date| date.to_string()),
        until: until(model, question.deal, question.known).map(|date| date.to_string()),
        superseded_by: later.filter(known).map(|id| model[id].id.to_string()).collect(),
        currency: question.currency.code().to_owned(),
        assumed: waterfall
            .assumed
            .iter()
            .map(|(tranche, holder, sum)| AssumedWire {
                tranche: tranche + 1,
                holder: wires.holder(*holder),
                amount: sum.normalize().to_string(),
            })
            .collect(),
        tranches: (0..told).map(|at| wires.tranche(at)).collect(),
        stops: waterfall.stop.as_ref().map(|stop| StopWire {
            tranche: stop.tranche + 1,
            profit: wires.amount(&stop.from),
            because: if stop.not_yet { "not_yet_known" } else { "unknown_end" },
        }),
        payouts: waterfall.payouts.iter().map(|payout| wires.payout(payout)).collect(),
    }
}

/// The one number of a figure of a waterfall.
fn number(figure: Figure) -> String {
    figure.low().unwrap_or_default().normalize().to_string()
}

struct Wires<'a> {
    terms: Terms<'a>,
    decimals: u32,
}

impl Wires<'_> {
    fn amount(&self, coins: &BigInt) -> String {
        decimal_text(coins, self.decimals)
    }

    fn holder(&self, holder: HolderRef) -> String {
        self.terms.model.holder_id(self.terms.deal, holder).to_owned()
    }

    fn payee(&self, payee: Payee) -> Option<String> {
        match payee {
            Payee::Holder(holder) => Some(self.holder(holder)),
            Payee::Unstated => None,
        }
    }

    fn sums(&self, figures: &[(HolderRef, Money)]) -> Vec<SumWire> {
        let sums = figures.iter().map(|(holder, money)| SumWire {
            holder: self.holder(*holder),
            amount: money.figure().map(number).unwrap_or_default(),
            approximate: !money.is_exact(),
        });
        sums.collect()
    }

    fn tranche(&self, at: usize) -> TrancheWire {
        let tranche: &Tranche = self.terms.tranche(at);
        let cited: &[Citation] = self.terms.cited(at);
        let (until, receives, until_sources) = match &tranche.ending {
            None => (None, Vec::new(), Vec::new()),
            Some(Ending::Unknown) => (Some("unknown"), Vec::new(), Vec::new()),
            Some(Ending::Receives { thresholds, sources }) => {
                (Some("receives"), self.sums(thresholds), self.terms.ids(sources))
            }
        };
        TrancheWire {
            tranche: at + 1,
            name: tranche.name.clone(),
            shares: tranche
                .shares
                .iter()
                .map(|(holder, share)| ShareWire {
                    holder: self.holder(*holder),
                    percent: number(share.figure()),
                    approximate: !share.figure().is_exact(),
                })
                .collect(),
            unstated: tranche.unstated.map(|share| number(share.figure())),
            until,
            receives,
            caps: self.sums(&tranche.caps),
            residual: match tranche.residual {
                Residual::ProRata => "pro_rata".to_owned(),
                Residual::To(holder) => self.holder(holder),
                Residual::Unstated => "unstated".to_owned(),
            },
            counted: tranche.counted,
            effects: tranche.effects.clone(),
            note: tranche.note.clone(),
            confidence: self.terms.evidence(cited).confidence,
            sources: self.terms.ids(cited),
            until_sources,
            caps_sources: self.terms.ids(&tranche.caps_sources),
            reported_otherwise: tranche
                .reported_otherwise
                .iter()
                .map(|other| OtherwiseWire {
                    field: other.field.to_string(),
                    value: other.value.clone(),
                    sources: self.terms.ids(&other.sources),
                })
                .filter(|other| !other.sources.is_empty())
                .collect(),
        }
    }

    fn payout(&self, payout: &Payout) -> PayoutWire {
        let paid = payout.payments.iter().map(|(tranche, payee, coins)| PaidWire {
            tranche: tranche + 1,
            holder: self.payee(*payee),
            amount: self.amount(coins),
        });
        let totals = payout.totals();
        let totals = totals.iter().map(|(payee, coins)| TotalWire {
            holder: self.payee(*payee),
            amount: self.amount(coins),
        });
        let parts = |split: &Vec<(Payee, Exact)>| -> Vec<PartWire> {
            let parts = split.iter().map(|(payee, part)| PartWire {
                holder: self.payee(*payee),
                percent: percent_text(part).trim_end_matches('%').to_owned(),
                fraction: part.to_string(),
            });
            parts.collect()
        };
        let ahead = payout.ahead.iter().flat_map(|(at, tranche, turns)| {
            turns.iter().map(move |turn| {
                let (turn, holder) = match turn {
                    Turn::Reached(holder) => ("reached", Some(self.holder(*holder))),
                    Turn::Capped(holder) => ("capped", Some(self.holder(*holder))),
                    Turn::Ends => ("ends", None),
                };
                AheadWire {
                    profit: self.amount(at),
                    tranche: tranche + 1,
                    turn,
                    holder,
                }
            })
        });
        PayoutWire {
            profit: self.amount(&payout.profit),
            paid: paid.collect(),
            totals: totals.collect(),
            unpaid: self.amount(&payout.unpaid),
            next: payout.next.as_ref().map(parts),
            ahead: ahead.collect(),
        }
    }
}
