//! Money along its direction: widths by amount within one meaning and currency, loops marked.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::graph::Presence;
use crate::judge::View;
use crate::judge::sums::{AmountAt, Ledger, Sum};
use crate::lang::{Lang, pictures};
use crate::model::{CompanyId, RelationId, SourceId};
use crate::picture::facts::Fact;
use crate::picture::geometry::Route;
use crate::picture::scene::{Arrow, Entry, Line, Sample, Scene, Style, Title};
use crate::picture::selection::{Selection, pays, selection};
use crate::picture::words::Words;
use crate::picture::{Subject, title};
use crate::values::Currency;
use crate::vocab::{AmountIs, Side};

/// The width of the greatest amount of its meaning.
const WIDEST: f64 = 14.0;
/// The width of the least, and of what has no amount.
const THINNEST: f64 = 1.6;
/// How many of those who have a sum in common are named.
const OTHERS: usize = 2;

/// What widths are compared within: whether a year, and the currency.
type Scale = (bool, Currency);

/// What is drawn as one line: who pays whom, of one sort and one currency.
pub(in crate::picture) struct Flow {
    /// Who pays.
    pub(in crate::picture) from: CompanyId,
    /// Whom.
    pub(in crate::picture) to: CompanyId,
    /// Along which relations.
    relations: BTreeSet<RelationId>,
    /// How much; `None` where no amount is told.
    pub(in crate::picture) sum: Option<Sum>,
    /// Those who have the sum in common with the two.
    others: Vec<CompanyId>,
}

/// The picture before it has places.
pub(in crate::picture) fn draft(view: &View<'_>, subject: &Subject, lang: Lang) -> Scene {
    let words = Words { view, lang };
    let Selection {
        facts: shown,
        relations,
        inside,
        intended,
        ..
    } = selection(view, &subject.companies, subject.hops, Style::Flow);
    let flows = flows(view, &Ledger::new(view, &relations), &shown);
    let companies: BTreeSet<CompanyId> = flows.iter().flat_map(|flow| [flow.from, flow.to]).collect();
    let at: BTreeMap<CompanyId, usize> = companies.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let relations: Vec<RelationId> = flows
        .iter()
        .flat_map(|flow| flow.relations.iter().copied())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let sources: BTreeSet<SourceId> = words.sources(&relations).into_iter().collect();
    let mut facts = words.facts(relations.len(), 0, sources.len());
    facts.insert(1, pictures::COMPANIES.fill(lang, &[("n", &companies.len())]));
    let silent = flows.iter().filter(|flow| flow.sum.is_none()).count();
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

/// Who pays whom among what is drawn, in the order of companies; a pair without any told amount is one flow. Currencies,
/// sorts of amount and what several have in common stand apart.
pub(in crate::picture) fn flows(view: &View<'_>, ledger: &Ledger<'_>, shown: &[Fact]) -> Vec<Flow> {
    let mut pairs: BTreeMap<(CompanyId, CompanyId), Vec<&Fact>> = BTreeMap::new();
    for fact in shown {
        if let Some(pair) = pays(view, fact) {
            pairs.entry(pair).or_default().push(fact);
        }
    }
    let mut flows = Vec::new();
    for ((from, to), facts) in pairs {
        let relations: BTreeSet<RelationId> = facts.iter().map(|fact| fact.tie.relation).collect();
        let ends: BTreeSet<[CompanyId; 2]> = facts.iter().map(|fact| [fact.tie.from, fact.tie.to]).collect();
        let mut sorts: BTreeMap<(AmountIs, bool, Currency, Vec<CompanyId>), Vec<Sum>> = BTreeMap::new();
        for sum in ledger.sums_between(&relations, &ends) {
            let mut others = sum.parties.iter().map(|(_, id)| *id).collect::<Vec<_>>();
            for ends in &ends {
                let beside = sum.others(*ends);
                others.retain(|id| beside.contains(id));
            }
            let sort = (sum.is, sum.yearly, sum.total.currency, others);
            sorts.entry(sort).or_default().push(sum);
        }
        sorts.retain(|(is, ..), _| moves(*is));
        if sorts.is_empty() {
            flows.push(Flow {
                from,
                to,
                relations,
                sum: None,
                others: Vec::new(),
            });
            continue;
        }
        flows.extend(sorts.into_iter().map(|((.., others), sums)| {
            let sum = ledger.together(&sums);
            Flow {
                from,
                to,
                relations: sum.iter().flat_map(Sum::relations).collect(),
                sum,
                others,
            }
        }));
    }
    flows
}

/// Whether an amount is money that moves; a level, a ceiling or an intention does not.
pub(in crate::picture) const fn moves(is: AmountIs) -> bool {
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
fn lines(scene: &mut Scene, words: &Words<'_>, flows: &[Flow], shown: &[Fact], at: &BTreeMap<CompanyId, usize>) {
    // one scale a currency: a small payment must not look like a great commitment; a common sum is nobody's own, so it has none
    let mut greatest: BTreeMap<Scale, (Decimal, String)> = BTreeMap::new();
    let size = |flow: &Flow| {
        let sum = flow.sum.as_ref().filter(|_| flow.others.is_empty())?;
        let size = sum.money().high().or(sum.money().low())?;
        Some(((sum.yearly, sum.total.currency), size))
    };
    let tell = words.tell();
    for flow in flows {
        if let (Some((scale, size)), Some(sum)) = (size(flow), &flow.sum) {
            let top = greatest.entry(scale).or_default();
            if size > top.0 {
                *top = (size, tell.shared_sum(sum, &[]));
            }
        }
    }
    let pairs: BTreeSet<(CompanyId, CompanyId)> = flows.iter().map(|flow| (flow.from, flow.to)).collect();
    let mut told: BTreeSet<Vec<AmountAt>> = BTreeSet::new();
    for flow in flows {
        let ids: Vec<RelationId> = flow.relations.iter().copied().collect();
        let width = size(flow)
            .and_then(|(scale, size)| (size / greatest[&scale].0).to_f64())
            .map_or(THINNEST, |part| THINNEST + (WIDEST - THINNEST) * part);
        let carried = || shown.iter().filter(|fact| ids.contains(&fact.tie.relation));
        let presence = carried().map(|fact| fact.presence).max();
        let side = carried().map(|fact| fact.tie.side).min().unwrap_or(Side::Neutral);
        let who = format!("{} → {}", words.company(flow.from), words.company(flow.to));
        let text = match &flow.sum {
            // the figure of a common sum stands in the picture once
            Some(sum) if flow.others.is_empty() || told.insert(sum.amounts.clone()) => {
                tell.shared_sum(sum, &flow.others)
            }
            Some(_) => {
                let names = words.companies(&flow.others, OTHERS);
                pictures::IN_COMMON.fill(words.lang, &[("names", &names)])
            }
            None => words.kinds(&ids),
        };
        scene.lines.push(Line {
            from: at[&flow.from],
            to: at[&flow.to],
            side,
            family: None,
            arrow: Arrow::To,
            presence: presence.unwrap_or(Presence::Presumed),
            width,
            count: ids.len(),
            looped: returns(&pairs, flow.to, flow.from),
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
