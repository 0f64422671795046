use super::{Cycle, Cycles, Doubt, Leg, Round};
use crate::graph::{Graph, Moves};
use crate::judge::View;
use crate::judge::phases::Boundary;
use crate::judge::sums::Ledger;
use crate::lang::{Lang, Phrase, answers, network};
use crate::report::{Block, Cell, Column, Line, Style, Table};
use crate::tell::heads::head as title;
use crate::tell::network::{FROM, TO, legend};
use crate::tell::terms::holds;
use crate::tell::ties::TIES;
use crate::tell::words::Words;
use crate::values::Day;

const CYCLE: Column = Column::new("cycle", Phrase::new("Cycle", "Vòng"));
const ROUND: Column = Column::new("round", Phrase::new("What goes around", "Cái gì quay vòng"));
const ROBUST: Column = Column::new("robust", Phrase::new("Robust", "Vững"));
const SINCE: Column = Column::new("since", Phrase::new("All legs since", "Đủ chặng từ"));
const ALL_LEGS: Column = Column::new("all_legs", Phrase::new("All legs hold", "Đủ chặng"));
const LEG: Column = Column::new("leg", Phrase::new("Leg", "Chặng"));
const MOVES: Column = Column::new("moves", Phrase::new("Gives", "Đưa"));
const DOUBTS: Column = Column::new("doubts", Phrase::new("Doubts", "Điểm đáng ngờ"));
const WEAKEST: Column = Column::new("weakest", Phrase::new("Weakest leg", "Chặng yếu nhất"));

/// The cycles as a table: what goes around, in it the cycles, in them the legs with lines of ties.
#[must_use]
pub fn table(view: &View<'_>, found: &Cycles, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let keys = vec![
        ROUND, CYCLE, ROBUST, ALL_LEGS, SINCE, LEG, FROM, TO, MOVES, DOUBTS, WEAKEST,
    ];
    let mut table = Table::new(head(view, found, words), keys, TIES.to_vec());
    let ledger = found.ledger(view);
    let mut number = 0;
    for round in Round::ALL {
        let (heading, style) = match round {
            Round::Financed => (network::FINANCED, Style::Warning),
            Round::Capital => (network::CAPITAL_ONLY, Style::Plain),
            Round::Trade => (network::TRADE_ONLY, Style::Plain),
        };
        let mut block = Block::titled(heading.get(lang), style).key(ROUND.key, round.name());
        for cycle in found.cycles.iter().filter(|cycle| cycle.round == round) {
            number += 1;
            block.blocks.push(cycle_block(number, cycle, &ledger, words));
        }
        if !block.blocks.is_empty() {
            table.blocks.push(block);
        }
    }
    table.notes = notes(found, words);
    table
}

fn head(view: &View<'_>, found: &Cycles, words: Words<'_>) -> Line {
    let what = match found.company {
        Some(company) => network::CYCLES_OF.fill(words.lang, &[("name", &words.company(company))]),
        None => network::CYCLES_TITLE.get(words.lang).to_owned(),
    };
    let count = network::CYCLES.fill(words.lang, &[("n", &found.cycles.len()), ("length", &found.length)]);
    title(view, words, what).then(count)
}

fn cycle_block(number: u64, cycle: &Cycle, ledger: &Ledger<'_>, words: Words<'_>) -> Block {
    let mut names: Vec<&str> = cycle.legs.iter().map(|leg| words.company(leg.from)).collect();
    names.extend(names.first().copied());
    let mark = Words::mark(cycle.together);
    let since = since(words.graph, cycle);
    let mut block = Block::titled(format!("{number}. {}{mark}", names.join(" → ")), Style::Title)
        .key(CYCLE.key, Cell::Count(number))
        .key(ROBUST.key, if cycle.is_robust() { "yes" } else { "no" })
        .key(ALL_LEGS.key, holds(cycle.together));
    if let Some(date) = since.as_ref().and_then(Boundary::date) {
        block = block.key(SINCE.key, Cell::date(date));
    }
    block = block.aside(window(cycle, since.as_ref(), words));
    block.blocks = cycle
        .legs
        .iter()
        .enumerate()
        .map(|(at, leg)| {
            let weakest = if cycle.weakest == Some(at) { "yes" } else { "no" };
            leg_block(at as u64 + 1, leg, ledger, words).key(WEAKEST.key, weakest)
        })
        .collect();
    block.notes = remarks(cycle, words);
    block
}

/// When the last stretch in which all legs hold began, where one is certain.
pub(super) fn since(graph: &Graph<'_>, cycle: &Cycle) -> Option<Boundary> {
    let ties = cycle.legs.iter().flat_map(|leg| &leg.step.ties);
    Boundary::last_of(graph, &cycle.runs, ties.flat_map(|tie| tie.relations.iter().copied()))
}

fn window(cycle: &Cycle, since: Option<&Boundary>, words: Words<'_>) -> String {
    let Some(boundary) = since else {
        return network::NEVER_SURELY.get(words.lang).to_owned();
    };
    let start = match words.since(boundary) {
        Some(since) => network::ALL_LEGS.fill(words.lang, &[("since", &since)]),
        None => network::ALL_LEGS_FROM.get(words.lang).to_owned(),
    };
    match cycle.runs.sure.last() {
        Some((_, end)) if *end < Day::MAX => {
            let end = network::ENDS_BY.fill(words.lang, &[("date", end)]);
            format!("{start}, {end}")
        }
        _ => start,
    }
}

fn leg_block(number: u64, leg: &Leg, ledger: &Ledger<'_>, words: Words<'_>) -> Block {
    let moves: Vec<Cell> = leg.moves.iter().map(|moves| Cell::text(name(*moves))).collect();
    let mut block = leg
        .step
        .block(ledger, words, network::PAYS)
        .key(LEG.key, Cell::Count(number))
        .key(MOVES.key, Cell::List(moves))
        .key(DOUBTS.key, Cell::texts(leg.doubts.iter().map(|doubt| doubt.name())));
    let mut aside: Vec<String> = leg
        .moves
        .iter()
        .map(|moves| {
            let phrase = match moves {
                Moves::Capital => network::AS_CAPITAL,
                Moves::Payment => network::AS_PAYMENT,
                Moves::Shares => network::AS_SHARES,
            };
            phrase.get(words.lang).to_owned()
        })
        .collect();
    aside.extend(leg.media.iter().map(|medium| medium.label().get(words.lang).to_owned()));
    if leg.without_amount > 0 {
        aside.push(network::WITHOUT_AMOUNT.fill(words.lang, &[("n", &leg.without_amount)]));
    }
    block = block.aside(aside.join(", "));
    block
}

/// The name for data formats.
pub(super) const fn name(moves: Moves) -> &'static str {
    match moves {
        Moves::Capital => "capital",
        Moves::Payment => "payment",
        Moves::Shares => "shares",
    }
}

fn doubt(doubt: Doubt, words: Words<'_>) -> &'static str {
    let phrase = match doubt {
        Doubt::Cancelable => network::CANCELABLE,
        Doubt::Presumed => answers::PRESUMED,
        Doubt::Maybe => answers::MAYBE,
        Doubt::Disputed => answers::DISPUTED,
        Doubt::Announced => answers::ANNOUNCED_ONLY,
        Doubt::Option => network::OPTION,
        Doubt::Rumoured => answers::RUMOURED,
    };
    phrase.get(words.lang)
}

fn remarks(cycle: &Cycle, words: Words<'_>) -> Vec<String> {
    let lang = words.lang;
    let ends = |leg: &Leg| (words.company(leg.from), words.company(leg.to));
    let mut parts = Vec::new();
    if cycle.is_robust() {
        parts.push(network::ROBUST.get(lang).to_owned());
    } else if let Some(firm) = cycle.firm {
        let phrase = match firm {
            Round::Capital => network::FIRM_CAPITAL,
            Round::Financed | Round::Trade => network::FIRM_TRADE,
        };
        parts.push(phrase.get(lang).to_owned());
    } else {
        let list: Vec<String> = cycle
            .legs
            .iter()
            .filter(|leg| !leg.doubts.is_empty())
            .map(|leg| {
                let doubts: Vec<&str> = leg.doubts.iter().map(|found| doubt(*found, words)).collect();
                let (a, b) = ends(leg);
                network::DOUBTFUL_LEG.fill(lang, &[("a", &a), ("b", &b), ("doubts", &doubts.join(", "))])
            })
            .collect();
        parts.push(if list.is_empty() {
            network::NEVER_ALL_SOLID.get(lang).to_owned()
        } else {
            network::DOUBTFUL.fill(lang, &[("list", &list.join(", "))])
        });
    }
    if let Some(leg) = cycle.weakest.and_then(|at| cycle.legs.get(at)) {
        let (a, b) = ends(leg);
        parts.push(network::WEAKEST.fill(lang, &[("a", &a), ("b", &b)]));
    }
    parts.push(
        match cycle
            .smallest
            .and_then(|found| Some((found, cycle.legs.get(found.leg)?)))
        {
            Some((found, leg)) => {
                let (a, b) = ends(leg);
                let is = found.is.label().get(lang);
                network::SMALLEST.fill(
                    lang,
                    &[("a", &a), ("b", &b), ("is", &is), ("money", &words.money(found.money))],
                )
            }
            None => network::NOT_COMPARABLE.get(lang).to_owned(),
        },
    );
    vec![parts.join("; ")]
}

fn notes(found: &Cycles, words: Words<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if found.cycles.is_empty() && found.whole {
        notes.push(network::NO_CYCLE.get(words.lang).to_owned());
    }
    if !found.whole {
        notes.push(network::CUT.get(words.lang).to_owned());
    }
    let legs = || found.cycles.iter().flat_map(|cycle| &cycle.legs);
    if legs().any(|leg| leg.moves.contains(&Moves::Shares)) {
        notes.push(network::SHARES_RULE.get(words.lang).to_owned());
    }
    notes.extend(legend(words, legs().map(|leg| &leg.step)));
    notes
}
