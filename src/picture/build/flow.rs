//! Money along its direction: widths by amount within one meaning and currency, loops marked.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::graph::Presence;
use crate::judge::View;
use crate::judge::sums::sums;
use crate::lang::{Lang, pictures};
use crate::model::{CompanyId, RelationId, SourceId};
use crate::picture::facts::Fact;
use crate::picture::geometry::Route;
use crate::picture::scene::{Arrow, Entry, Line, Sample, Scene, Style, Title};
use crate::picture::selection::{Selection, pays, selection};
use crate::picture::words::Words;
use crate::picture::{Subject, title};
use crate::tell::figures;
use crate::values::{Currency, Money};
use crate::vocab::{AmountIs, Side};

/// The width of the greatest amount of its meaning.
const WIDEST: f64 = 14.0;
/// The width of the least, and of what has no amount.
const THINNEST: f64 = 1.6;

/// What widths are compared within: whether a year, and the currency.
type Scale = (bool, Currency);

/// How much, on which scale.
type Size = (Scale, Decimal);

/// What is drawn as one line: who pays whom, what the amounts mean, whether a year.
type Key = (CompanyId, CompanyId, Option<(AmountIs, bool)>);

/// The picture before it has places.
pub(in crate::picture) fn draft(view: &View<'_>, subject: &Subject, lang: Lang) -> Scene {
    let words = Words { view, lang };
    let Selection {
        facts: shown,
        inside,
        intended,
        ..
    } = selection(view, &subject.companies, subject.hops, Style::Flow);
    let flows = flows(view, &shown);
    let companies: BTreeSet<CompanyId> = flows.keys().flat_map(|(from, to, _)| [*from, *to]).collect();
    let at: BTreeMap<CompanyId, usize> = companies.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let relations: Vec<RelationId> = flows
        .values()
        .flat_map(|flow| flow.iter().copied())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let sources: BTreeSet<SourceId> = words.sources(&relations).into_iter().collect();
    let mut facts = words.facts(relations.len(), sources.len());
    facts.insert(1, pictures::COMPANIES.fill(lang, &[("n", &companies.len())]));
    let silent = flows.keys().filter(|(_, _, is)| is.is_none()).count();
    if silent > 0 {
        facts.push(pictures::NO_AMOUNT.fill(lang, &[("n", &silent)]));
    }
    let left_out = words.left_out(inside, intended);
    facts.extend(left_out.clone());
    facts.push(pictures::WIDTH_WHY.get(lang).to_owned());
    let strong = title::about(view, subject);
    let mut scene = Scene::new(
        Style::Flow,
        lang,
        Title {
            heading: title::heading(&words, subject, Style::Flow),
            facts,
            description: String::new(),
        },
    );
    scene.left_out = left_out;
    scene.boxes = companies
        .iter()
        .map(|id| super::map::company(&words, *id, &shown, strong.contains(id)))
        .collect();
    lines(&mut scene, &words, &flows, &shown, &at);
    let texts = scene
        .lines
        .iter()
        .map(|line| line.about.text.lines().next().unwrap_or_default());
    scene.title.description = texts.collect::<Vec<_>>().join("; ");
    scene
}

/// The relations of each flow; those without a stated amount are a flow of their own.
fn flows(view: &View<'_>, shown: &[Fact]) -> BTreeMap<Key, BTreeSet<RelationId>> {
    let mut flows: BTreeMap<Key, BTreeSet<RelationId>> = BTreeMap::new();
    let mut all: BTreeMap<(CompanyId, CompanyId), BTreeSet<RelationId>> = BTreeMap::new();
    for fact in shown {
        if let Some(pair) = pays(view, fact) {
            all.entry(pair).or_default().insert(fact.tie.relation);
        }
    }
    for ((from, to), relations) in all {
        let mut silent = relations.clone();
        for id in &relations {
            let moved = view.model()[*id].amounts.iter().filter(|amount| moves(amount.is));
            for amount in moved.filter(|amount| amount.money != Money::Undisclosed) {
                let yearly = amount.period == crate::model::Period::PerYear;
                flows
                    .entry((from, to, Some((amount.is, yearly))))
                    .or_default()
                    .insert(*id);
                silent.remove(id);
            }
        }
        // what has an amount stands for the pair; without any, the bare flow does
        if silent.len() == relations.len() {
            flows.entry((from, to, None)).or_default().extend(silent);
        }
    }
    flows
}

/// Whether an amount is money that moves; a level, a ceiling or an intention does not.
const fn moves(is: AmountIs) -> bool {
    matches!(
        is,
        AmountIs::Paid
            | AmountIs::Committed
            | AmountIs::Conditional
            | AmountIs::Milestone
            | AmountIs::Price
            | AmountIs::Damages
            | AmountIs::Fine
    )
}

/// The lines, their widths, their loops, and what the legend says of widths.
fn lines(
    scene: &mut Scene,
    words: &Words<'_>,
    flows: &BTreeMap<Key, BTreeSet<RelationId>>,
    shown: &[Fact],
    at: &BTreeMap<CompanyId, usize>,
) {
    // one scale a currency: a small payment must not look like a great commitment
    let mut greatest: BTreeMap<Scale, (Decimal, String)> = BTreeMap::new();
    let mut sized: Vec<(Key, Option<Size>, String)> = Vec::new();
    for (key, relations) in flows {
        let total = total(words, *key, relations);
        if let Some((scale, size, text)) = &total {
            let top = greatest.entry(*scale).or_insert_with(|| (*size, text.clone()));
            if *size > top.0 {
                *top = (*size, text.clone());
            }
        }
        let text = match &total {
            Some((_, _, text)) => text.clone(),
            None => words.kinds(&relations.iter().copied().collect::<Vec<_>>()),
        };
        sized.push((*key, total.map(|(scale, size, _)| (scale, size)), text));
    }
    let pairs: BTreeSet<(CompanyId, CompanyId)> = flows.keys().map(|(from, to, _)| (*from, *to)).collect();
    for (key, size, text) in sized {
        let (from, to, _) = key;
        let ids: Vec<RelationId> = flows[&key].iter().copied().collect();
        let width = size
            .and_then(|(scale, size)| (size / greatest[&scale].0).to_f64())
            .map_or(THINNEST, |part| THINNEST + (WIDEST - THINNEST) * part);
        let carried = || shown.iter().filter(|fact| ids.contains(&fact.tie.relation));
        let presence = carried().map(|fact| fact.presence).max();
        let side = carried().map(|fact| fact.tie.side).min().unwrap_or(Side::Neutral);
        let who = format!("{} → {}", words.company(from), words.company(to));
        scene.lines.push(Line {
            from: at[&from],
            to: at[&to],
            side,
            family: None,
            arrow: Arrow::To,
            presence: presence.unwrap_or(Presence::Presumed),
            width,
            count: ids.len(),
            looped: returns(&pairs, to, from),
            text,
            labels: Vec::new(),
            route: Route::default(),
            about: words.about(&who, side, &ids),
        });
    }
    for (_, text) in greatest.into_values() {
        scene.legend.push(Entry {
            sample: Sample::Width(WIDEST),
            text,
        });
    }
}

/// What the amounts of one meaning come to: the scale they are drawn on, their size, and both in words.
///
/// Of several currencies the one with most amounts in it is drawn; the others are still in the words.
fn total(words: &Words<'_>, (_, _, is): Key, relations: &BTreeSet<RelationId>) -> Option<(Scale, Decimal, String)> {
    let (is, yearly) = is?;
    let sums = sums(words.model(), relations);
    let sum = if yearly {
        sums.per_year.get(&is)
    } else {
        sums.once.get(&is)
    }?;
    let total = sum.totals.first()?;
    let money = Money::Known {
        currency: total.currency,
        figure: total.figure,
    };
    let size = money.high().or(money.low())?;
    let said: Vec<String> = sum
        .totals
        .iter()
        .map(|total| {
            figures::money(
                words.lang,
                Money::Known {
                    currency: total.currency,
                    figure: total.figure,
                },
            )
        })
        .collect();
    let text = said.join(" + ");
    let text = if yearly {
        crate::lang::answers::A_YEAR.fill(words.lang, &[("amount", &text)])
    } else {
        text
    };
    Some((
        (yearly, total.currency),
        size,
        format!("{text} {}", is.label().get(words.lang)),
    ))
}

/// Whether money that reaches `from` can come to `to` along the flows.
fn returns(pairs: &BTreeSet<(CompanyId, CompanyId)>, from: CompanyId, to: CompanyId) -> bool {
    let mut seen = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        if at == to {
            return true;
        }
        for (_, next) in pairs.iter().filter(|(payer, _)| *payer == at) {
            if seen.insert(*next) {
                open.push(*next);
            }
        }
    }
    false
}
