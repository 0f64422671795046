use super::{Between, dimension_rows, dispute_rows, record_rows, rows};
use crate::graph::Presence;
use crate::judge::View;
use crate::lang::{Lang, Phrase, answers, gaps};
use crate::report::{Block, Column, Holding, Line, Row, Style, Table};
use crate::tell::heads::head;
use crate::tell::words::Words;

const SECTION: Column = Column::new("section", Phrase::new("Section", "Mục"));
const SIDE: Column = Column::new("side", Phrase::new("Side", "Bên")).data_only();
const KIND: Column = Column::new("kind", Phrase::new("Kind", "Loại")).data_only();
const WHAT: Column = Column::new("what", Phrase::new("What", "Nội dung")).flexible();
const DETAIL: Column = Column::new("detail", Phrase::new("Detail", "Chi tiết")).flexible();
const COMPANIES: Column = Column::new("companies", Phrase::new("Companies", "Công ty"))
    .named("company_names")
    .data_only();
const PERIOD: Column = Column::new("period", Phrase::new("Period", "Thời gian")).holding(Holding::Period);
const HOLDS: Column = Column::new("holds", Phrase::new("Holds", "Hiệu lực")).data_only();
const WORD: Column = Column::new("support", Phrase::new("On whose word", "Căn cứ")).flexible();
const SOURCE_COUNT: Column = Column::new("source_count", Phrase::new("Sources", "Nguồn")).text_only();
const SOURCES: Column = Column::new("sources", Phrase::new("Sources", "Nguồn")).data_only();
const RECORD: Column = Column::new("record", Phrase::new("Record", "Bản ghi")).text_only();
const RECORDS: Column = Column::new("records", Phrase::new("Records", "Bản ghi")).data_only();

/// The columns in the order of the cells that `rows` makes.
const COLUMNS: [Column; 12] = [
    SIDE,
    KIND,
    PERIOD,
    WHAT,
    DETAIL,
    COMPANIES,
    HOLDS,
    WORD,
    SOURCE_COUNT,
    SOURCES,
    RECORD,
    RECORDS,
];

/// The dossier as a table: a block for each section that has anything to say.
#[must_use]
pub fn table(view: &View<'_>, found: &Between, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let mut table = Table::new(title(view, found, words), vec![SECTION], COLUMNS.to_vec());
    let sections = [
        ("phases", answers::PHASES, rows::phases(found, words)),
        ("relations", answers::RELATIONS_HEAD, rows::relations(found, words)),
        ("sums", answers::SUMS_HEAD, rows::sums(view, found, words)),
        ("intentions", answers::INTENTIONS, rows::intentions(found, words)),
        ("not_counted", answers::NOT_COUNTED_HEAD, rows::uncounted(found, words)),
        ("not_known", answers::NOT_KNOWN_THEN, rows::not_known(found, words)),
        ("deals", answers::DEALS, record_rows::deals(found, words)),
        ("events", answers::EVENTS, record_rows::events(found, words)),
        ("quotes", answers::QUOTES, record_rows::quotes(found, words)),
        ("claims", answers::CLAIMS, record_rows::claims(found, words)),
        (
            "disagreements",
            answers::DISPUTES,
            dispute_rows::disagreements(view, found, words),
        ),
        ("indirect", answers::INDIRECT, rows::indirect(found, words)),
        (
            "same_market",
            gaps::SAME_MARKET,
            dimension_rows::same_market(found, words),
        ),
        ("dimensions", gaps::DIMENSIONS, dimension_rows::dimensions(found, words)),
    ];
    table.apart = true;
    table.blocks.extend(
        sections
            .into_iter()
            .filter(|(_, _, rows)| !rows.is_empty())
            .map(|(key, heading, rows)| section(key, heading.get(lang), rows)),
    );
    table.notes = notes(found, words);
    table
}

fn section(key: &str, heading: &str, rows: Vec<Row>) -> Block {
    let mut block = Block::titled(heading, Style::Title).key(SECTION.key, key);
    block.rows = rows;
    block
}

fn title(view: &View<'_>, found: &Between, words: Words<'_>) -> Line {
    let pair = names(answers::AND, found, words);
    let line = head(view, words, pair);
    if found.is_empty() {
        return line;
    }
    let mark = Words::mark(found.stance.presence);
    let relations = words.relations(found.relations().len());
    line.then(format!("{}{mark}", words.stance(found.stance.zone)))
        .right(format!("{relations}, {}", words.sources(found.sources().len())))
}

fn names(phrase: Phrase, found: &Between, words: Words<'_>) -> String {
    let (a, b) = (words.company(found.a), words.company(found.b));
    phrase.fill(words.lang, &[("a", &a), ("b", &b)])
}

fn notes(found: &Between, words: Words<'_>) -> Vec<String> {
    let mut notes = words.rests_on(found.stance, found.firm, &found.rests_on);
    notes.extend(found.closer.as_ref().map(|closer| words.closer(closer)));
    notes.extend(words.part_of(found.a, &found.parents[0]));
    notes.extend(words.part_of(found.b, &found.parents[1]));
    if found.is_empty() {
        notes.push(names(answers::NO_TIE_BETWEEN, found, words));
    }
    let doubtful = |presence: Presence| presence.is_marked();
    let parents = found.parents.iter().flatten().map(|(_, presence)| *presence);
    let ties = found.ties.iter().map(|tie| tie.presence);
    if parents.chain(ties).chain([found.stance.presence]).any(doubtful) {
        notes.push(words.legend());
    }
    if !found.same_market.is_empty() {
        notes.push(gaps::SAME_MARKET_MEANS.get(words.lang).to_owned());
    }
    if dimension_rows::any(found) {
        notes.push(gaps::DIMENSIONS_MEAN.get(words.lang).to_owned());
    }
    notes
}
