use super::coins::{decimal_text, money_text, percent_text};
use super::schedule::{Exact, Payee};
use super::{Payout, Waterfall};
use crate::judge::deals::{is_known, successors};
use crate::lang::{Lang, answers, waterfall as say};
use crate::model::{HolderRef, Model};
use crate::report::{Block, Bounds, Cell, Column, Holding, Line, Row, Style, Table, Told};
use crate::tell::figures;
use crate::tell::tranche::Terms;
use crate::values::{Currency, Figure, Money};

const PROFIT: Column = Column::new("profit", say::PROFIT);
const TRANCHE: Column = Column::new("tranche", say::TRANCHE);
const NAME: Column = Column::new("tranche_name", say::NAME);
const HOLDER: Column = Column::new("holder", say::HOLDER).named("holder_name");
const SHARE: Column = Column::new("share", say::SHARE).right().holding(Holding::Share);
const AMOUNT: Column = Column::new("amount", say::AMOUNT).right().holding(Holding::Money);
const WORD: Column = Column::new("support", say::WORD).data_only();
const SOURCES: Column = Column::new("sources", say::SOURCES).data_only();

/// The answer as a table: profits, in them tranches, in them a line for each that is paid.
#[must_use]
pub fn table(model: &Model, waterfall: &Waterfall, lang: Lang) -> Table {
    let question = &waterfall.question;
    let terms = Terms {
        model,
        deal: question.deal,
        known: question.known,
        lang,
    };
    let mut table = Table::new(
        title(waterfall, terms),
        vec![PROFIT, TRANCHE, NAME],
        vec![HOLDER, SHARE, AMOUNT, WORD, SOURCES],
    );
    table.blocks = waterfall.payouts.iter().map(|p| profit(waterfall, p, terms)).collect();
    table.blocks.push(sources(waterfall, terms));
    table.notes = notes(waterfall, terms);
    table
}

fn title(waterfall: &Waterfall, terms: Terms<'_>) -> Line {
    let (question, lang) = (&waterfall.question, terms.lang);
    let deal = &terms.model[question.deal];
    let mut line = Line::new(deal.title.get(lang.code())).then(&deal.id);
    if let Some(held) = terms.held() {
        line = line.then(held);
    }
    for later in successors(terms.model, question.deal) {
        if is_known(terms.model, later, question.known) {
            line = line.then(say::REPLACED.fill(lang, &[("deal", &terms.model[later].id)]));
        }
    }
    if let Some(at) = question.at {
        line = line.then(answers::AS_OF.fill(lang, &[("date", &at)]));
    }
    match question.known.0 {
        Some(day) => line.then(answers::KNOWN_AT.fill(lang, &[("date", &day)])),
        None => line,
    }
}

fn profit(waterfall: &Waterfall, payout: &Payout, terms: Terms<'_>) -> Block {
    let currency = waterfall.question.currency;
    let profit = money_text(terms.lang, &payout.profit, currency);
    let heading = say::PROFIT_OF.fill(terms.lang, &[("profit", &profit)]);
    let mut block = Block::titled(heading, Style::Title).key(PROFIT.key, money(terms.lang, &payout.profit, currency));
    let mut paid: Vec<usize> = payout.payments.iter().map(|(tranche, _, _)| *tranche).collect();
    paid.dedup();
    block.blocks = paid
        .into_iter()
        .map(|at| tranche(waterfall, payout, at, terms))
        .collect();
    if let (Some(stop), true) = (&waterfall.stop, payout.unpaid > num_bigint::BigInt::ZERO) {
        let mut unpaid = tranche(waterfall, payout, stop.tranche, terms);
        unpaid.rows = vec![Row::new(vec![
            Cell::text(say::UNPAID.get(terms.lang)),
            Cell::Empty,
            money(terms.lang, &payout.unpaid, currency),
        ])];
        block.blocks.push(unpaid);
    }
    let totals = payout.totals();
    if block.blocks.len() > 1 && !totals.is_empty() {
        let mut all = Block::titled(say::IN_ALL.get(terms.lang), Style::Title).key(TRANCHE.key, "all");
        all.rows = totals
            .iter()
            .map(|(payee, coins)| {
                Row::new(vec![
                    payee_cell(*payee, terms),
                    Cell::Empty,
                    money(terms.lang, coins, currency),
                ])
            })
            .collect();
        block.blocks.push(all);
    }
    block.blocks.push(outlook(waterfall, payout, terms));
    block
}

/// What comes after the profit: how the next coin is split, and the turns ahead.
fn outlook(waterfall: &Waterfall, payout: &Payout, terms: Terms<'_>) -> Block {
    let (lang, currency) = (terms.lang, waterfall.question.currency);
    let unit = say::UNIT.fill(lang, &[("currency", &currency)]);
    let mut block = Block::default();
    block.notes.push(match &payout.next {
        Some(split) => {
            let parts: Vec<String> = split.iter().map(|(payee, part)| part_to(*payee, part, terms)).collect();
            say::NEXT.fill(lang, &[("unit", &unit), ("split", &parts.join(", "))])
        }
        None => say::NEXT_UNKNOWN.fill(lang, &[("unit", &unit)]),
    });
    block.notes.extend(payout.ahead.iter().map(|(at, tranche, turns)| {
        let turns: Vec<String> = turns.iter().map(|turn| terms.turn(*tranche, *turn)).collect();
        let profit = money_text(lang, at, currency);
        say::AHEAD.fill(lang, &[("profit", &profit), ("turns", &turns.join(", "))])
    }));
    block
}

fn part_to(payee: Payee, part: &Exact, terms: Terms<'_>) -> String {
    let part = figures::number(terms.lang, &percent_text(part));
    match payee {
        Payee::Holder(holder) => say::TO.fill(terms.lang, &[("part", &part), ("holder", &terms.holder(holder))]),
        Payee::Unstated => say::UNSTATED_TO.fill(terms.lang, &[("part", &part)]),
    }
}

fn tranche(waterfall: &Waterfall, payout: &Payout, at: usize, terms: Terms<'_>) -> Block {
    let heading = format!("{} {}", at + 1, terms.tranche_name(at));
    let not_yet = waterfall
        .stop
        .as_ref()
        .is_some_and(|stop| stop.not_yet && stop.tranche == at);
    let end = if not_yet {
        say::NOT_YET.get(terms.lang).to_owned()
    } else {
        terms.end(at, &assumed(waterfall, at))
    };
    let mut block = Block::titled(heading, Style::Title)
        .aside(end)
        .key(TRANCHE.key, (at as u64) + 1)
        .key(NAME.key, terms.tranche_name(at));
    let (sources, grade) = terms.support(at);
    let support = grade.map_or("", |grade| grade.label().get(terms.lang));
    let payments = payout.payments.iter().filter(|(tranche, _, _)| *tranche == at);
    block.rows = payments
        .map(|(_, payee, coins)| {
            Row::new(vec![
                payee_cell(*payee, terms),
                share_cell(at, *payee, terms),
                money(terms.lang, coins, waterfall.question.currency),
                Cell::text(support),
                Cell::texts(sources.clone()),
            ])
        })
        .collect();
    block
}

/// A sum to the coin.
fn money(lang: Lang, coins: &num_bigint::BigInt, currency: Currency) -> Cell {
    let bounds = Bounds::exact(decimal_text(coins, currency.decimals()));
    Cell::told(
        money_text(lang, coins, currency),
        Told::Money {
            currency: Some(currency),
            bounds,
        },
    )
}

/// The share that stands in the data, which the split of a single coin may exceed when others are at their caps.
fn share_cell(at: usize, payee: Payee, terms: Terms<'_>) -> Cell {
    let tranche = terms.tranche(at);
    let share = match payee {
        Payee::Unstated => tranche.unstated,
        Payee::Holder(holder) => tranche
            .shares
            .iter()
            .find(|(h, _)| *h == holder)
            .map(|(_, share)| *share),
    };
    share.map_or(Cell::Empty, |share| {
        Cell::told(figures::share(terms.lang, share), Told::Share(share.figure().into()))
    })
}

fn payee_cell(payee: Payee, terms: Terms<'_>) -> Cell {
    match payee {
        Payee::Unstated => Cell::company("unstated", terms.payee(payee)),
        Payee::Holder(holder) => Cell::company(terms.model.holder_id(terms.deal, holder), terms.holder(holder)),
    }
}

fn notes(waterfall: &Waterfall, terms: Terms<'_>) -> Vec<String> {
    let currency = waterfall.question.currency;
    let mut notes: Vec<String> = waterfall
        .assumed
        .iter()
        .map(|(tranche, holder, sum)| terms.assumed(*tranche, *holder, *sum, currency))
        .collect();
    notes.extend(stop(waterfall, terms));
    let paid = waterfall.schedule.stretches.iter().map(|stretch| stretch.tranche);
    if paid.into_iter().any(|at| terms.tranche(at).is_approximate()) {
        notes.push(say::ABOUT.get(terms.lang).to_owned());
    }
    notes
}

/// What is assumed about a tranche.
fn assumed(waterfall: &Waterfall, at: usize) -> Vec<(HolderRef, Money)> {
    let here = waterfall.assumed.iter().filter(|(tranche, _, _)| *tranche == at);
    here.map(|(_, holder, sum)| {
        let figure = Figure::Exact(*sum);
        let currency = waterfall.question.currency;
        (*holder, Money::Known { currency, figure })
    })
    .collect()
}

/// The terms of every tranche that was known, also of those beyond an unknown end: only no money is said to reach them.
fn sources(waterfall: &Waterfall, terms: Terms<'_>) -> Block {
    let tranches = terms.model[terms.deal].waterfall.len();
    let not_yet = waterfall.stop.as_ref().filter(|stop| stop.not_yet);
    let told = not_yet.map_or(tranches, |stop| stop.tranche);
    let mut block = Block::titled(say::TERMS.get(terms.lang), Style::Title);
    block.blocks = (0..told)
        .map(|at| {
            let heading = format!("{} {}", at + 1, terms.tranche_name(at));
            let mut tranche = Block::titled(heading, Style::Title);
            tranche.notes.push(terms.terms(at));
            tranche.notes.extend(terms.remarks(at));
            tranche
        })
        .collect();
    block.notes = members(terms);
    block
}

fn stop(waterfall: &Waterfall, terms: Terms<'_>) -> Option<String> {
    let (lang, currency) = (terms.lang, waterfall.question.currency);
    let stop = waterfall.stop.as_ref()?;
    let from = money_text(lang, &stop.from, currency);
    if stop.not_yet {
        return Some(terms.stops(&from, stop.tranche, true, ""));
    }
    let first = terms.tranche(stop.tranche).shares.first();
    let how = first.map_or_else(String::new, |(holder, _)| {
        let id = terms.model.holder_id(terms.deal, *holder);
        let money = format!("{currency} 50m");
        say::ASSUME_HOW.fill(lang, &[("holder", &id), ("money", &money)])
    });
    Some(terms.stops(&from, stop.tranche, false, &how))
}

/// Who is known to belong to the classes of holders.
fn members(terms: Terms<'_>) -> Vec<String> {
    let holders = terms.model[terms.deal].holders.iter();
    let named = (0_u32..)
        .zip(holders)
        .filter(|(_, holder)| !holder.companies.is_empty());
    named
        .filter_map(|(at, holder)| {
            let sources = terms.ids(if holder.sources.is_empty() {
                &terms.model[terms.deal].sources
            } else {
                &holder.sources
            });
            let members: Vec<&str> = holder.companies.iter().map(|id| terms.model[*id].label()).collect();
            (!sources.is_empty()).then(|| {
                say::MEMBERS.fill(
                    terms.lang,
                    &[
                        ("holder", &terms.holder(HolderRef::Class(at))),
                        ("members", &members.join(", ")),
                        ("sources", &sources.join(", ")),
                    ],
                )
            })
        })
        .collect()
}
