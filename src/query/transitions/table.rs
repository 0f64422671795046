use super::{End, History, Lag, Length, Move, Spell, Transitions};
use crate::judge::View;
use crate::judge::phases::Boundary;
use crate::judge::when::When;
use crate::lang::{Lang, Phrase, answers, history};
use crate::report::{Block, Cell, Column, Row, Style, Table};
use crate::tell::figures;
use crate::tell::heads::{head, pair};
use crate::tell::terms::zone_style;
use crate::tell::words::Words;
use crate::values::Day;

const SECTION: Column = Column::new("section", Phrase::new("Section", "Mục"));
const A: Column = Column::new("a", Phrase::new("Company", "Công ty")).named("a_name");
const B: Column = Column::new("b", Phrase::new("Company", "Công ty")).named("b_name");
const SAYS: Column = Column::new("says", Phrase::new("What", "Nội dung"))
    .flexible()
    .text_only();
const FROM: Column = Column::new("from", Phrase::new("From", "Từ")).data_only();
const TO: Column = Column::new("to", Phrase::new("To", "Sang")).data_only();
const SINCE: Column = Column::new("since", Phrase::new("Since", "Từ ngày"));
const UNTIL: Column = Column::new("until", Phrase::new("Until", "Đến ngày"));
const LENGTH: Column = Column::new("length", Phrase::new("How long", "Bao lâu")).text_only();
const LEAST: Column = Column::new("days_least", Phrase::new("Days, least", "Số ngày, ít nhất")).data_only();
const MOST: Column = Column::new("days_most", Phrase::new("Days, most", "Số ngày, nhiều nhất")).data_only();
const CENSORED: Column = Column::new("censored", Phrase::new("Censored", "Bị cắt")).data_only();
const COUNT: Column = Column::new("count", Phrase::new("Pairs", "Số cặp")).right();
const RECORDS: Column = Column::new("records", Phrase::new("Records", "Bản ghi"));

/// The answer as a table: the turns with their medians, the pairs with their spells, the recognition lags.
#[must_use]
pub fn table(view: &View<'_>, found: &Transitions, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let title = head(view, words, history::TRANSITIONS.get(lang).to_owned())
        .right(history::PAIRS_MOVED.fill(lang, &[("n", &found.pairs.len())]));
    let columns = vec![
        SAYS, FROM, TO, SINCE, UNTIL, LENGTH, LEAST, MOST, CENSORED, COUNT, RECORDS,
    ];
    let mut table = Table::new(title, vec![SECTION, A, B], columns);
    let section =
        |key: &'static str, heading: Phrase| Block::titled(heading.get(lang), Style::Title).key(SECTION.key, key);
    let mut moves = section("moves", history::MOVES);
    moves.rows = found.moves.iter().map(|at| movement(at, words)).collect();
    let mut unmoved = section("unmoved", history::UNMOVED);
    unmoved.rows.extend(found.unmoved.iter().map(|(zone, n)| {
        let says = history::NEVER_MOVED.fill(lang, &[("stance", &words.stance(*zone))]);
        Row::new(vec![
            Cell::text(says),
            Cell::text(zone.name()),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::text("right"),
            Cell::Count(*n as u64),
        ])
    }));
    let mut pairs = section("pairs", history::PAIRS_HEAD);
    pairs.blocks = found.pairs.iter().map(|history| spells(history, words)).collect();
    let mut lags = section("lags", history::LAGS);
    let named = found.lags.iter().filter(|at| at.named.is_some());
    lags.rows = named.map(|at| lag(at, found, words)).collect();
    table.blocks = [moves, unmoved, pairs, lags]
        .into_iter()
        .filter(|block| !block.is_empty())
        .collect();
    table.notes = notes(found, lang);
    table
}

fn movement(at: &Move, words: Words<'_>) -> Row {
    let says = history::MOVE.fill(
        words.lang,
        &[("before", &words.stance(at.from)), ("after", &words.stance(at.to))],
    );
    let median = history::MEDIAN.fill(words.lang, &[("length", &length(at.median, words.lang))]);
    Row::new(vec![
        Cell::text(says),
        Cell::text(at.from.name()),
        Cell::text(at.to.name()),
        Cell::Empty,
        Cell::Empty,
        Cell::text(median),
        days(Some(at.median.least)),
        days(at.median.most),
        Cell::Empty,
        Cell::Count(at.count as u64),
    ])
}

fn days(days: Option<i32>) -> Cell {
    Cell::text(days.map(|days| days.to_string()).unwrap_or_default())
}

fn spells(history: &History, words: Words<'_>) -> Block {
    let model = words.graph.model();
    let company = |id: crate::model::CompanyId| Cell::company(&model[id].id, words.company(id));
    let mut block = Block::titled(pair(words, history.pair), Style::Title)
        .key(A.key, company(history.pair.0))
        .key(B.key, company(history.pair.1));
    let next = history
        .spells
        .iter()
        .skip(1)
        .map(|spell| Some(spell.zone.name()))
        .chain([None]);
    block.rows = history
        .spells
        .iter()
        .zip(next)
        .map(|(at, next)| spell(at, next, words))
        .collect();
    block
}

fn spell(spell: &Spell, next: Option<&'static str>, words: Words<'_>) -> Row {
    let (left, right) = spell.censored();
    let since = |boundary: &Boundary| {
        if boundary.latest == Day::MIN {
            answers::AS_RECORDED.get(words.lang).to_owned()
        } else {
            When::of_boundary(boundary).text(words.lang)
        }
    };
    let ended = match &spell.end {
        End::Turned(end) => end.date(),
        End::Absorbed(_) | End::Still { .. } => None,
    };
    let until = match &spell.end {
        End::Turned(end) => since(end),
        End::Absorbed(end) => history::ABSORBED.fill(words.lang, &[("date", &since(end))]),
        End::Still { presumed, .. } => {
            let mark = if *presumed { " ?" } else { "" };
            format!("{}{mark}", history::STILL.get(words.lang))
        }
    };
    let censored = match (left, right) {
        (true, true) => "both",
        (true, false) => "left",
        (false, true) => "right",
        (false, false) => "",
    };
    let lasted = spell.length();
    let records = spell.ended_by();
    let records = records.iter().map(|id| words.graph.model()[*id].id.as_str());
    Row::new(vec![
        Cell::text(words.stance(spell.zone)),
        Cell::text(spell.zone.name()),
        Cell::text(next.unwrap_or_default()),
        Cell::told_date(since(&spell.from), spell.from.date()),
        Cell::told_date(until, ended),
        Cell::text(length(lasted, words.lang)),
        days(Some(lasted.least)),
        days(lasted.most),
        Cell::text(censored),
        Cell::Empty,
        Cell::texts(records),
    ])
    .style(zone_style(spell.zone))
}

fn lag(lag: &Lag, found: &Transitions, words: Words<'_>) -> Row {
    let model = words.graph.model();
    let relation = &model[lag.relation];
    let market = relation.market.map_or(String::new(), |id| {
        format!(" ({})", model[id].name.get(words.lang.code()))
    });
    let back = |other: &&Lag| other.relation == lag.relation && other.by == lag.other && other.other == lag.by;
    let mutual = found.lags.iter().find(back).is_some_and(|other| other.named.is_some());
    let phrase = if mutual { history::NAMES } else { history::NAMES_ALONE };
    let says = phrase.fill(
        words.lang,
        &[
            ("a", &words.company(lag.by)),
            ("b", &words.company(lag.other)),
            ("market", &market),
        ],
    );
    Row::new(vec![
        Cell::text(says),
        Cell::text(&model[lag.by].id),
        Cell::text(&model[lag.other].id),
        Cell::told_date(lag.met.text(words.lang), lag.met.date()),
        lag.named.map_or(Cell::Empty, |(when, _)| {
            Cell::told_date(when.text(words.lang), when.date())
        }),
        Cell::text(match (lag.length, lag.named) {
            (Some(at), _) => length(at, words.lang),
            (None, Some(_)) => history::NAMED_BEFORE.get(words.lang).to_owned(),
            (None, None) => String::new(),
        }),
        days(lag.length.map(|at| at.least)),
        days(lag.length.and_then(|at| at.most)),
        Cell::Empty,
        Cell::Empty,
        Cell::text(&relation.id),
    ])
}

/// "6.2 years", "at least 3.0 years", "40 to 405 days".
pub(super) fn length(length: Length, lang: Lang) -> String {
    let Length { least, most } = length;
    let Some(most) = most else {
        if least <= 0 {
            return history::UNKNOWN_LENGTH.get(lang).to_owned();
        }
        return history::AT_LEAST.fill(lang, &[("length", &one(least, lang))]);
    };
    let (a, b) = (one(least, lang), one(most, lang));
    if a == b {
        return a;
    }
    if least >= YEAR {
        // the unit is said once
        let years = years(least, lang);
        return history::RANGE.fill(lang, &[("least", &years), ("most", &b)]);
    }
    history::RANGE.fill(lang, &[("least", &a), ("most", &b)])
}

/// From so many days on a length is told in years.
const YEAR: i32 = 365;

/// Years from one year on, days below.
fn one(days: i32, lang: Lang) -> String {
    if days.abs() < YEAR {
        return history::DAYS.fill(lang, &[("n", &days)]);
    }
    history::YEARS.fill(lang, &[("n", &years(days, lang))])
}

fn notes(found: &Transitions, lang: Lang) -> Vec<String> {
    if found.is_empty() {
        return vec![history::NOTHING_MOVED.get(lang).to_owned()];
    }
    let mut notes = vec![history::CENSORING.get(lang).to_owned()];
    if let Some(median) = found.median_lag {
        let n = found.lags.iter().filter(|lag| lag.length.is_some()).count();
        notes.push(history::LAG_MEDIAN.fill(lang, &[("length", &length(median, lang)), ("n", &n)]));
        notes.push(history::LAGS_ARE_BOUNDS.fill(lang, &[("n", &found.unnamed)]));
    }
    notes
}

/// Days in years, to a tenth.
fn years(days: i32, lang: Lang) -> String {
    figures::number(lang, &format!("{:.1}", f64::from(days) / 365.25))
}
