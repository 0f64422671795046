use super::Sums;
use crate::judge::View;
use crate::judge::held::Held;
use crate::judge::sums::{Ledger, Sum};
use crate::lang::{Lang, Phrase, answers, sums as l};
use crate::model::RelationId;
use crate::report::{Block, Cell, Column, Mark, Row, Style, Table};
use crate::tell::heads::head;
use crate::tell::money::plain;
use crate::tell::sums::NotCounted;
use crate::tell::terms::side_mark;
use crate::tell::words::Words;

const SECTION: Column = Column::new("section", Phrase::new("Section", "Mục"));
const KIND: Column = Column::new("kind", Phrase::new("Kind", "Loại")).data_only();
const WHAT: Column = Column::new("what", Phrase::new("What", "Nội dung"));
const AMOUNT: Column = Column::new("amount", Phrase::new("Amount", "Số tiền")).flexible();
const MONEY: Column = Column::new("money", Phrase::new("Money", "Tiền")).data_only();
const PERIOD: Column = Column::new("period", Phrase::new("Period", "Thời gian"));
const WHY: Column = Column::new("why", Phrase::new("Why", "Vì sao"));
const WORD: Column = Column::new("support", Phrase::new("On whose word", "Căn cứ"));
const RECORD: Column = Column::new("record", Phrase::new("Record", "Bản ghi")).text_only();
const RECORDS: Column = Column::new("records", Phrase::new("Records", "Bản ghi")).data_only();

const COLUMNS: [Column; 9] = [KIND, WHAT, AMOUNT, MONEY, PERIOD, WHY, WORD, RECORD, RECORDS];

/// How many records without an amount a note names before it says how many more there are.
const NAMED: usize = 3;

/// The answer as a table: the sums, then every amount, with the reason where it is in none.
#[must_use]
pub fn table(view: &View<'_>, found: &Sums, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let (a, b) = (words.company(found.a), words.company(found.b));
    let title = head(view, words, l::TITLE.fill(lang, &[("a", &a), ("b", &b)]));
    let ledger = found.ledger(view);
    let sums = ledger.sums();
    let (counted, apart) = amounts(found, &ledger, words);
    let mut table = Table::new(title, vec![SECTION], COLUMNS.to_vec());
    table.apart = true;
    table.blocks = [
        (
            "sums",
            answers::SUMS_HEAD,
            sums.iter().map(|sum| of_sum(found, sum, words)).collect(),
        ),
        ("counted", l::COUNTED, counted),
        ("apart", l::APART, apart),
        ("intentions", l::INTENDED, intentions(found, words)),
        ("not_counted", l::RECORDS_APART, uncounted(found, words)),
    ]
    .into_iter()
    .filter(|(_, _, rows): &(_, _, Vec<Row>)| !rows.is_empty())
    .map(|(key, heading, rows)| {
        let mut block = Block::titled(heading.get(lang), Style::Title).key(SECTION.key, key);
        block.rows = rows;
        block
    })
    .collect();
    table.notes = notes(found, &found.without_amount(view), &sums, words);
    table
}

/// What a row says of a tie.
struct Line<'a> {
    tie: &'a Held,
    amount: String,
    money: String,
    why: String,
    period: String,
    word: String,
    records: Vec<String>,
}

impl Line<'_> {
    fn row(self, words: Words<'_>) -> Row {
        let more = self.records.len().saturating_sub(1);
        let first = match self.records.first() {
            Some(id) if more > 0 => format!("{id} {}", answers::MORE.fill(words.lang, &[("n", &more)])),
            Some(id) => id.clone(),
            None => String::new(),
        };
        let (_, mark) = side_mark(self.tie.side);
        Row::new(vec![
            Cell::text(self.tie.relation(words.graph).kind().name),
            Cell::text(self.tie.verb().get(words.lang)),
            Cell::text(self.amount),
            Cell::text(self.money),
            Cell::text(self.period),
            Cell::text(self.why),
            Cell::text(self.word),
            Cell::text(first),
            Cell::texts(self.records),
        ])
        .mark(mark)
    }
}

fn of_sum(found: &Sums, sum: &Sum, words: Words<'_>) -> Row {
    let relations = sum.relations();
    let tie = found
        .ties
        .iter()
        .find(|tie| relations.contains(&tie.relations[0]))
        .unwrap_or(&found.ties[0]);
    let line = Line {
        tie,
        amount: words.shared_sum(sum, &sum.others(tie.ends)),
        money: plain(sum.is, sum.yearly, sum.money()),
        why: String::new(),
        period: String::new(),
        word: String::new(),
        records: relations.iter().map(|id| words.model()[*id].id.to_string()).collect(),
    };
    line.row(words)
}

/// Each amount that may be told of the asked time: those that are counted, and those that are in no sum.
fn amounts(found: &Sums, ledger: &Ledger<'_>, words: Words<'_>) -> (Vec<Row>, Vec<Row>) {
    let (mut counted, mut apart) = (Vec::new(), Vec::new());
    let mut told: Option<RelationId> = None;
    for tie in &found.ties {
        let id = tie.relations[0];
        // one that ties the two in several ways follows itself
        if told.replace(id) == Some(id) {
            continue;
        }
        let line = |amount: String, money: String, why: String| Line {
            tie,
            amount,
            money,
            why,
            period: format!("{}{}", words.period(&[&tie.relations]), Words::mark(tie.presence)),
            word: words.support(&[tie]),
            records: vec![words.model()[id].id.to_string()],
        };
        for (at, place) in ledger.told(id) {
            let amount = &words.model()[id].amounts[at];
            let yearly = amount.period == crate::model::Period::PerYear;
            let (text, money) = (words.amount(id, amount), plain(amount.is, yearly, amount.money));
            match NotCounted::at(Some(place)) {
                None => counted.push(line(text, money, String::new()).row(words)),
                Some((why, instead)) => apart.push(line(text, money, words.why_apart(why, instead)).row(words)),
            }
        }
        if ledger.told(id).next().is_none() {
            let later = answers::NO_FIGURE_THEN.get(words.lang).to_owned();
            apart.push(line(later, String::new(), l::LATER.get(words.lang).to_owned()).row(words));
        }
    }
    (counted, apart)
}

fn intentions(found: &Sums, words: Words<'_>) -> Vec<Row> {
    let row = |intended: &crate::judge::intentions::Intended| {
        let tie = &intended.tie;
        let line = Line {
            tie,
            amount: words.amounts(tie.relations[0]).join(", "),
            money: String::new(),
            why: words.intention(intended),
            period: String::new(),
            word: words.announcement(tie),
            records: vec![words.model()[tie.relations[0]].id.to_string()],
        };
        line.row(words).mark(Mark::Neutral)
    };
    found.intentions.iter().map(row).collect()
}

fn uncounted(found: &Sums, words: Words<'_>) -> Vec<Row> {
    let row = |uncounted: &crate::judge::dossier::Uncounted| {
        let tie = &uncounted.tie;
        let id = tie.relations[0];
        let line = Line {
            tie,
            amount: words.amounts(id).join(", "),
            money: String::new(),
            why: words.reason(uncounted),
            period: words.period(&[&tie.relations]),
            word: words.support(&[tie]),
            records: vec![words.model()[id].id.to_string()],
        };
        line.row(words)
    };
    found.uncounted.iter().map(row).collect()
}

fn notes(found: &Sums, without: &[RelationId], sums: &[Sum], words: Words<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    let (a, b) = (words.company(found.a), words.company(found.b));
    if found.is_empty() {
        notes.push(l::NONE.fill(words.lang, &[("a", &a), ("b", &b)]));
    }
    if sums.iter().any(|sum| sum.relations().len() > 1) {
        notes.push(l::ADDED_UP.get(words.lang).to_owned());
    }
    if !without.is_empty() {
        let mut names: Vec<String> = without
            .iter()
            .take(NAMED)
            .map(|id| words.model()[*id].id.to_string())
            .collect();
        let more = without.len().saturating_sub(NAMED);
        if more > 0 {
            names.push(answers::MORE.fill(words.lang, &[("n", &more)]));
        }
        let n = without.len();
        notes.push(l::WITHOUT.fill(words.lang, &[("n", &n), ("records", &names.join(", "))]));
    }
    if found.ties.iter().any(|tie| tie.presence.is_marked()) {
        notes.push(words.legend());
    }
    notes
}
