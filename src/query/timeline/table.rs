use super::{Entry, Subject, Timeline, What};
use crate::derived::{Ended, Standing};
use crate::judge::View;
use crate::lang::{Lang, Phrase, answers, history};
use crate::model::{FormerName, RelationId, SourceId};
use crate::report::{Cell, Column, Mark, Row, Style, Table};
use crate::tell::heads::{head, pair};
use crate::tell::record::main_side;
use crate::tell::sentence::sentence;
use crate::tell::terms::{side_mark, zone_style};
use crate::tell::words::Words;
use crate::values::Holds;
use crate::vocab::{Lasts, Status};

const DATE: Column = Column::new("date", Phrase::new("Date", "Ngày"));
const WITHIN: Column = Column::new("within", Phrase::new("Within", "Trong khoảng")).data_only();
const ENTRY: Column = Column::new("entry", Phrase::new("Entry", "Mục")).data_only();
const LABEL: Column = Column::new("label", Phrase::new("Entry", "Mục")).text_only();
const SIDE: Column = Column::new("side", Phrase::new("Side", "Bên")).data_only();
const SAYS: Column = Column::new("says", Phrase::new("What happened", "Sự việc"))
    .flexible()
    .text_only();
const TEXT: Column = Column::new("text", Phrase::new("What happened", "Sự việc")).data_only();
const DETAIL: Column = Column::new("detail", Phrase::new("Detail", "Chi tiết")).data_only();
const SOURCES: Column = Column::new("sources", Phrase::new("Sources", "Nguồn")).data_only();
const RECORDS: Column = Column::new("records", Phrase::new("Record", "Bản ghi"));

/// What an entry says, in words.
#[derive(Default)]
pub(super) struct Told {
    pub(super) entry: &'static str,
    pub(super) side: &'static str,
    pub(super) label: String,
    pub(super) text: String,
    pub(super) detail: Vec<String>,
    pub(super) sources: Vec<SourceId>,
    pub(super) records: Vec<String>,
    mark: Mark,
}

/// The answer as a table: one row an entry.
#[must_use]
pub fn table(view: &View<'_>, timeline: &Timeline, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let rows: Vec<Row> = timeline.entries.iter().map(|entry| row(entry, words)).collect();
    let title = head(view, words, title(timeline.subject, words))
        .right(history::ENTRIES.fill(lang, &[("n", &timeline.entries.len())]));
    let columns = vec![DATE, WITHIN, ENTRY, LABEL, SIDE, SAYS, TEXT, DETAIL, SOURCES, RECORDS];
    let mut table = Table::list(title, columns, rows);
    if timeline.is_empty() {
        table.notes.push(history::NOTHING_HAPPENED.get(lang).to_owned());
    }
    if timeline.entries.iter().any(|entry| entry.within == Holds::Maybe) {
        table.notes.push(history::MAYBE_WITHIN.get(lang).to_owned());
    }
    table
}

fn title(subject: Subject, words: Words<'_>) -> String {
    match subject {
        Subject::Company(id) => words.subject(id),
        Subject::Pair(a, b) => pair(words, (a, b)),
        Subject::Case(id) => words.graph.model()[id].title.get(words.lang.code()).to_owned(),
    }
}

fn row(entry: &Entry, words: Words<'_>) -> Row {
    let told = tell(&entry.what, words);
    let within = match entry.within {
        Holds::Yes => "yes",
        Holds::Maybe => "maybe",
        Holds::No => "no",
    };
    let mark = if entry.within == Holds::Maybe { " ~" } else { "" };
    let sources = told.sources.iter().map(|id| words.graph.model()[*id].id.as_str());
    let says = match told.detail.as_slice() {
        [] => told.text.clone(),
        detail => format!("{}: {}", told.text, detail.join(", ")),
    };
    let row = Row::new(vec![
        Cell::told_date(format!("{}{mark}", entry.when.text(words.lang)), entry.when.date()),
        Cell::text(within),
        Cell::text(told.entry),
        Cell::text(told.label),
        Cell::text(told.side),
        Cell::text(says),
        Cell::text(told.text),
        Cell::text(told.detail.join(", ")),
        Cell::texts(sources),
        Cell::texts(told.records),
    ])
    .mark(told.mark);
    match &entry.what {
        What::Turns { after, .. } => row.style(zone_style(*after)),
        What::Ends(_) | What::Dropped(_) | What::DealEnds(_) | What::ProductEnds(_) | What::Expires(_) => {
            row.style(Style::Faint)
        }
        _ => row,
    }
}

/// Puts an entry into words.
pub(super) fn tell(what: &What, words: Words<'_>) -> Told {
    let model = words.graph.model();
    let lang = words.lang;
    let plain = |entry, label: Phrase, text: String| Told {
        entry,
        label: label.get(lang).to_owned(),
        text,
        ..Told::default()
    };
    let sources = |citations| words.sources_of(citations);
    match what {
        What::Ends(id) => of_relation("ends", history::ENDS, *id, words),
        What::Announced(id) => of_relation("announced", history::ANNOUNCED, *id, words),
        What::Seen(id) => of_relation("seen", history::SEEN_HOLDING, *id, words),
        What::Expires(id) => of_relation("expires", history::EXPIRES, *id, words),
        What::Intended(id) => of_relation("intended", intended(*id, words), *id, words),
        What::Dropped(id) => {
            let replaced = matches!(words.graph.relation(*id).ended(), Some(Ended::Superseded(..)));
            let label = if replaced { history::REPLACED } else { history::DROPPED };
            of_relation("dropped", label, *id, words)
        }
        What::Begins(id) if words.graph.relation(*id).lasts() == Lasts::Point => {
            of_relation("happens", history::HAPPENS, *id, words)
        }
        What::Begins(id) => of_relation("begins", history::BEGINS, *id, words),
        What::Founded(id) => plain("founded", history::FOUNDED, words.company(*id).to_owned()),
        What::Dissolved(id) => plain("dissolved", history::DISSOLVED, words.company(*id).to_owned()),
        What::Renamed(id, at) => {
            let dates = |name: &FormerName| words.graph.known().name(name);
            let former = &model[*id].names[*at];
            let ends = dates(former).to;
            let next = model[*id]
                .names
                .iter()
                .find(|&next| ends.is_some() && dates(next).from == ends);
            let later = next.map_or(&model[*id].name, |next| &next.name);
            let text = history::BECOMES.fill(lang, &[("earlier", &former.name), ("later", &later)]);
            plain("renamed", history::RENAMED, text)
        }
        What::Succeeds(id) => {
            let succession = &model[*id];
            let text = history::OUT_OF.fill(
                lang,
                &[
                    ("later", &model[succession.to].label()),
                    ("earlier", &model[succession.from].label()),
                ],
            );
            Told {
                sources: sources(&succession.sources),
                records: vec![succession.id.to_string()],
                ..plain("succeeds", succession.how.label(), text)
            }
        }
        What::Joins(id, parent) | What::Leaves(id, parent) => {
            let text = answers::PART_OF.fill(
                lang,
                &[("name", &words.company(*id)), ("parents", &words.company(*parent))],
            );
            if matches!(what, What::Joins(..)) {
                plain("joins", history::BEGINS, text)
            } else {
                plain("leaves", history::ENDS, text)
            }
        }
        What::Product(id) | What::ProductEnds(id) => {
            let product = &model[*id];
            let told = if matches!(what, What::Product(_)) {
                plain("product", history::AVAILABLE, product.name.to_string())
            } else {
                plain("product_ends", history::DISCONTINUED, product.name.to_string())
            };
            Told {
                detail: vec![model[product.market].name.get(lang.code()).to_owned()],
                sources: sources(&product.sources),
                records: vec![product.id.to_string()],
                ..told
            }
        }
        What::Event(id) => {
            let event = &model[*id];
            Told {
                detail: (!event.refuted_by.is_empty())
                    .then(|| answers::REFUTED.get(lang).to_owned())
                    .into_iter()
                    .collect(),
                sources: sources(&event.sources),
                records: vec![event.id.to_string()],
                ..plain("event", event.kind.label(), event.title.get(lang.code()).to_owned())
            }
        }
        What::Signed(id) | What::DealEnds(id) => {
            let deal = &model[*id];
            let text = deal.title.get(lang.code()).to_owned();
            let signed = matches!(what, What::Signed(_));
            let told = if signed {
                plain("signed", history::SIGNED, text)
            } else {
                plain("deal_ends", history::ENDS, text)
            };
            Told {
                detail: signed
                    .then_some(deal.amount)
                    .flatten()
                    .map(|money| words.money(money))
                    .into_iter()
                    .collect(),
                sources: sources(&deal.sources),
                records: vec![deal.id.to_string()],
                ..told
            }
        }
        What::Turns {
            pair: both,
            before,
            after,
            because,
        } => {
            let text = history::TURN.fill(
                lang,
                &[
                    ("pair", &pair(words, *both)),
                    ("before", &words.stance(*before)),
                    ("after", &words.stance(*after)),
                ],
            );
            let records = because.iter().map(|turn| model[turn.relation()].id.to_string());
            Told {
                records: records.collect(),
                ..plain("turns", history::TURNS, text)
            }
        }
    }
}

/// How what is no tie yet was made public: announced, a letter of intent, talks.
fn intended(id: RelationId, words: Words<'_>) -> Phrase {
    match words.graph.relation(id).status() {
        Status::Loi | Status::Talks | Status::Bid | Status::Planned | Status::Projected => words.state(id),
        _ => history::ANNOUNCED,
    }
}

fn of_relation(entry: &'static str, label: Phrase, id: RelationId, words: Words<'_>) -> Told {
    let relation = &words.graph.model()[id];
    let (side, mark) = side_mark(main_side(relation));
    let standing = words.graph.standings().of(id);
    let mut detail = Vec::new();
    if matches!(entry, "begins" | "happens" | "seen" | "intended") {
        detail.extend(words.amounts(id));
        detail.extend(words.details(relation));
    }
    match standing {
        Standing::Counts => detail.extend(words.doubts(id)),
        // the label says it
        Standing::Intended | Standing::Unsettled => {}
        _ => detail.push(words.standing(id, standing).to_owned()),
    }
    for part in &mut detail {
        let end = part.trim_end_matches('.').len();
        part.truncate(end);
    }
    Told {
        entry,
        side,
        label: label.get(words.lang).to_owned(),
        text: sentence(words, relation),
        detail,
        sources: words.graph.relation(id).sources(),
        records: vec![relation.id.to_string()],
        mark,
    }
}
