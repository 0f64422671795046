use super::{Filing, Gaps, OneSided};
use crate::judge::View;
use crate::lang::{Lang, Phrase, gaps as l};
use crate::report::{Block, Cell, Column, Row, Style, Table};
use crate::tell::heads::head;
use crate::tell::record::published;
use crate::tell::words::Words;
use crate::vocab::CoverageSide;

const SECTION: Column = Column::new("section", Phrase::new("Section", "Mục"));
const COMPANY: Column = Column::new("company", Phrase::new("Company", "Công ty")).named("company_name");
const SIDE: Column = Column::new("side", Phrase::new("Side", "Bên"));
const WHAT: Column = Column::new("what", Phrase::new("What", "Nội dung")).flexible();
const DATE: Column = Column::new("date", Phrase::new("Date", "Ngày"));
const RECORD: Column = Column::new("record", Phrase::new("Record", "Bản ghi"));

/// The answer as a table: what was searched, what was not, what to read next.
#[must_use]
pub fn table(view: &View<'_>, found: &Gaps, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let name = words.company(found.company);
    let mut line = head(view, words, l::GAPS_OF.fill(lang, &[("name", &name)]));
    if !found.one_sided.is_empty() {
        line = line.then(l::ONE_SIDED_COUNT.fill(lang, &[("n", &found.one_sided.len())]));
    }
    let mut table = Table::new(line, vec![SECTION], vec![COMPANY, SIDE, WHAT, DATE, RECORD]);
    table.apart = true;
    let sections = [
        (
            "searched",
            l::SEARCHED_HEAD.get(lang).to_owned(),
            searched(found, words),
        ),
        (
            "one_sided",
            l::ONE_SIDED_HEAD.get(lang).to_owned(),
            one_sided(found, words),
        ),
        ("read_next", l::READ_HEAD.get(lang).to_owned(), read_next(found, words)),
        (
            "filings",
            l::FILINGS_HEAD.fill(lang, &[("name", &name)]),
            filings(found, words),
        ),
    ];
    for (key, heading, rows) in sections {
        if !rows.is_empty() {
            let mut block = Block::titled(heading, Style::Title).key(SECTION.key, key);
            block.rows = rows;
            table.blocks.push(block);
        }
    }
    if found.searched > 0 {
        table
            .notes
            .push(l::OTHERS_SEARCHED.fill(lang, &[("n", &found.searched)]));
    }
    table.notes.push(l::GAPS_REST_ON.get(lang).to_owned());
    table
}

fn row(company: Cell, side: &str, what: String, date: String, record: &str) -> Row {
    Row::new(vec![
        company,
        Cell::text(side),
        Cell::text(what),
        Cell::told_date(date.clone(), date.parse().ok()),
        Cell::text(record),
    ])
}

fn company(id: crate::model::CompanyId, words: Words<'_>) -> Cell {
    Cell::company(words.model()[id].id.as_str(), words.company(id))
}

/// For each side how often it was searched, then the searches that found nothing, or that nobody looked.
fn searched(found: &Gaps, words: Words<'_>) -> Vec<Row> {
    let lang = words.lang;
    let mut rows = Vec::new();
    for side in [CoverageSide::Cooperation, CoverageSide::Competition] {
        let label = side.label().get(lang);
        let searches: Vec<_> = found
            .searches
            .iter()
            .filter(|search| search.coverage.side == side)
            .collect();
        let Some(last) = searches.iter().map(|search| search.coverage.on).max() else {
            rows.push(row(
                company(found.company, words),
                label,
                l::NEVER.get(lang).to_owned(),
                String::new(),
                "",
            ));
            continue;
        };
        let mut cases: Vec<_> = searches.iter().map(|search| search.case).collect();
        cases.dedup();
        let hits = searches.iter().filter(|search| search.coverage.found).count();
        let what = l::SEARCHES.fill(
            lang,
            &[
                ("n", &searches.len()),
                ("cases", &cases.len()),
                ("date", &last),
                ("found", &hits),
            ],
        );
        rows.push(row(company(found.company, words), label, what, last.to_string(), ""));
        for search in searches.iter().filter(|search| !search.coverage.found) {
            let place = search.coverage.searched.get(lang.code());
            let with = words.with(&search.coverage.with);
            rows.push(row(
                company(search.coverage.company, words),
                label,
                with + &l::FOUND_NOTHING.fill(lang, &[("where", &place)]),
                search.coverage.on.to_string(),
                &words.model()[search.case].id,
            ));
        }
    }
    rows
}

fn one_sided(found: &Gaps, words: Words<'_>) -> Vec<Row> {
    let lang = words.lang;
    let line = |one: &OneSided| {
        let recorded = match one.missing {
            CoverageSide::Cooperation => CoverageSide::Competition,
            CoverageSide::Competition => CoverageSide::Cooperation,
        };
        let side = recorded.label().get(lang);
        let missing = one.missing.label().get(lang);
        let what = l::LOOK_FOR.fill(lang, &[("side", &missing)]);
        let (date, record, what) = match one.annual {
            Some(filing) => {
                let title = title(filing, words);
                let cited = l::ANNUAL.fill(lang, &[("title", &title)]);
                (
                    day(filing, words),
                    words.model()[filing.source].id.as_str(),
                    format!("{what}; {cited}"),
                )
            }
            None => (String::new(), "", what),
        };
        row(
            company(one.company, words),
            &l::ONLY.fill(lang, &[("side", &side)]),
            what,
            date,
            record,
        )
    };
    found.one_sided.iter().map(line).collect()
}

fn title<'m>(filing: Filing, words: Words<'m>) -> &'m str {
    let source = &words.graph.model()[filing.source];
    source.short.as_deref().unwrap_or(&source.title)
}

fn day(filing: Filing, words: Words<'_>) -> String {
    published(&words.model()[filing.source])
}

fn read_next(found: &Gaps, words: Words<'_>) -> Vec<Row> {
    let lang = words.lang;
    let (what, filing) = match found.annual {
        Some(filing) => {
            let phrase = match filing.day {
                None => l::READ_UNDATED,
                Some(_) if filing.old => l::READ_NEWER,
                Some(_) => l::READ_FRESH,
            };
            (phrase.fill(lang, &[("title", &title(filing, words))]), Some(filing))
        }
        None if words.model()[found.company].ids.ticker.is_empty() => (l::READ_NONE_LISTED.get(lang).to_owned(), None),
        None => (l::READ_FIRST.get(lang).to_owned(), None),
    };
    let date = filing.map_or_else(String::new, |filing| day(filing, words));
    let source = filing.map_or("", |filing| words.graph.model()[filing.source].id.as_str());
    vec![row(company(found.company, words), "", what, date, source)]
}

fn filings(found: &Gaps, words: Words<'_>) -> Vec<Row> {
    let lang = words.lang;
    let line = |filing: &Filing| {
        let source = &words.model()[filing.source];
        let cited = l::CITED_BY.fill(lang, &[("n", &filing.records)]);
        let old = filing.old.then(|| l::OLDER.get(lang).to_owned());
        let what: Vec<String> = [title(*filing, words).to_owned(), cited]
            .into_iter()
            .chain(old)
            .collect();
        let by = source.publisher_company.map_or(Cell::Empty, |id| company(id, words));
        row(by, "", what.join(", "), published(source), &source.id)
    };
    found.filings.iter().map(line).collect()
}
