use super::{Balance, Shape, Sign, Triangle, Triangles, pairs};
use crate::judge::View;
use crate::lang::{Lang, Phrase, network};
use crate::report::{Block, Cell, Column, Line, Mark, Row, Style, Table};
use crate::tell::heads::head as title;
use crate::tell::network::cell;
use crate::tell::terms::holds;
use crate::tell::words::Words;

const VERDICT: Column = Column::new("verdict", Phrase::new("Verdict", "Kết luận"));
const SIGNS: Column = Column::new("signs", Phrase::new("Signs", "Dấu"));
const WHAT: Column = Column::new("what", Phrase::new("What", "Nội dung")).flexible();
const COMPANIES: Column = Column::new("companies", Phrase::new("Companies", "Công ty"))
    .named("company_names")
    .data_only();
const TENSE: Column = Column::new("tense", Phrase::new("Tense tie", "Mối căng thẳng"))
    .named("tense_names")
    .data_only();
const HOLDS: Column = Column::new("holds", Phrase::new("Holds", "Hiệu lực")).data_only();

/// The triangles as a table: tense ones, with `all` the others too, then the ambivalent pairs.
#[must_use]
pub fn table(view: &View<'_>, found: &Triangles, all: bool, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let columns = vec![SIGNS, WHAT, COMPANIES, TENSE, HOLDS];
    let mut table = Table::new(head(view, found, words), vec![VERDICT], columns);
    let verdicts = [
        ("tense", network::TENSE, Style::Warning),
        ("balanced", network::BALANCED, Style::Title),
        ("ambivalent", network::AMBIVALENT, Style::Title),
    ];
    for (name, heading, style) in verdicts {
        let mut block = Block::titled(heading.get(lang), style).key(VERDICT.key, name);
        block.rows = found
            .triangles
            .iter()
            .filter(|triangle| verdict(triangle) == name && (all || name == "tense"))
            .map(|triangle| row(triangle, words))
            .collect();
        if !block.rows.is_empty() {
            table.blocks.push(block);
        }
    }
    if !found.ambivalent.is_empty() {
        let heading = network::AMBIVALENT_PAIRS.get(lang);
        let mut block = Block::titled(heading, Style::Title).key(VERDICT.key, "ambivalent_pair");
        block.rows = ambivalent(found, words);
        table.blocks.push(block);
    }
    table.notes = notes(view, found, all, words);
    table
}

/// The name for data formats.
pub(super) fn verdict(found: &Triangle) -> &'static str {
    match (found.shape, found.tense.is_empty()) {
        (Shape::Ambivalent, _) => "ambivalent",
        (_, true) => "balanced",
        (_, false) => "tense",
    }
}

fn head(view: &View<'_>, found: &Triangles, words: Words<'_>) -> Line {
    let what = match found.company {
        Some(company) => network::TRIANGLES_OF.fill(words.lang, &[("name", &words.company(company))]),
        None => network::TRIANGLES_TITLE.get(words.lang).to_owned(),
    };
    let (tense, balanced, ambivalent) = found.counts();
    let counts = network::TRIANGLE_COUNTS.fill(
        words.lang,
        &[("tense", &tense), ("balanced", &balanced), ("ambivalent", &ambivalent)],
    );
    title(view, words, what).then(counts)
}

fn row(found: &Triangle, words: Words<'_>) -> Row {
    let signs: Vec<&str> = found.signs.iter().map(|sign| sign_text(*sign)).collect();
    let tense: Vec<Cell> = found
        .tense
        .iter()
        .flat_map(|(a, b)| [cell(words, *a), cell(words, *b)])
        .collect();
    let what = format!("{}{}", sentence(found, words), Words::mark(found.presence));
    let mark = if found.tense.is_empty() {
        Mark::None
    } else {
        Mark::Minus
    };
    Row::new(vec![
        Cell::text(signs.join(" ")),
        Cell::text(what),
        Cell::List(found.companies.iter().map(|id| cell(words, *id)).collect()),
        Cell::List(tense),
        Cell::text(holds(found.presence)),
    ])
    .mark(mark)
}

pub(super) const fn sign_text(sign: Sign) -> &'static str {
    match sign {
        Sign::Plus => "+",
        Sign::Minus => "-",
        Sign::Both => "±",
    }
}

/// "Alphabet and Microsoft compete; both cooperate with CoreWeave".
fn sentence(found: &Triangle, words: Words<'_>) -> String {
    let (odd, phrase) = match found.shape {
        Shape::OneMinus => (Some(Sign::Minus), network::ONE_MINUS),
        Shape::TwoMinus => (Some(Sign::Plus), network::TWO_MINUS),
        Shape::ThreeMinus => (None, network::THREE_MINUS),
        Shape::AllPlus => (None, network::ALL_PLUS),
        Shape::Ambivalent => (None, network::IN_AMBIVALENT),
    };
    let pair = pairs(found).into_iter().find(|(_, sign)| Some(*sign) == odd);
    let [a, b, c] = match pair {
        Some(((a, b), _)) => {
            let third = found.companies.into_iter().find(|id| *id != a && *id != b);
            [a, b, third.unwrap_or(a)]
        }
        None => found.companies,
    };
    let names = [a, b, c].map(|id| words.company(id));
    phrase.fill(words.lang, &[("a", &names[0]), ("b", &names[1]), ("c", &names[2])])
}

fn ambivalent(found: &Triangles, words: Words<'_>) -> Vec<Row> {
    let mut pairs: Vec<_> = found.ambivalent.iter().collect();
    let name = |id: &crate::model::CompanyId| words.company(*id).to_lowercase();
    pairs.sort_by_cached_key(|((a, b), n)| (std::cmp::Reverse(**n), name(a), name(b)));
    pairs
        .into_iter()
        .map(|((a, b), n)| {
            let what = network::AMBIVALENT_PAIR.fill(
                words.lang,
                &[("a", &words.company(*a)), ("b", &words.company(*b)), ("n", n)],
            );
            Row::new(vec![
                Cell::text(sign_text(Sign::Both)),
                Cell::text(what),
                Cell::List(vec![cell(words, *a), cell(words, *b)]),
            ])
        })
        .collect()
}

fn notes(view: &View<'_>, found: &Triangles, all: bool, words: Words<'_>) -> Vec<String> {
    let rule = match found.balance {
        Balance::Weak => network::WEAK_RULE,
        Balance::Classic => network::CLASSIC_RULE,
    };
    let mut notes = vec![rule.get(words.lang).to_owned()];
    // what was cut short may have found some
    if found.triangles.is_empty() && !view.meter.is_over() {
        notes = vec![network::NO_TRIANGLE.get(words.lang).to_owned()];
    } else if !found.triangles.is_empty() && !all {
        notes.push(network::ALL_SHOWS.get(words.lang).to_owned());
    }
    let more = found.total() - found.triangles.len();
    if more > 0 {
        notes.push(network::NOT_KEPT.fill(words.lang, &[("n", &more)]));
    }
    let marked = |found: &Triangle| found.presence.is_marked();
    if found
        .triangles
        .iter()
        .filter(|triangle| all || !triangle.tense.is_empty())
        .any(marked)
    {
        notes.push(words.legend());
    }
    notes
}
