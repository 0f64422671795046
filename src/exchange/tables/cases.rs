//! Cases, deals, and what was said and happened beside relations.

use super::parts::{in_both, in_one, money, no_column, prose};
use crate::exchange::{Cell, Column, Kind, Selection, Table};
use crate::model::{CompanyId, RecordId};

const CASE: Column = Column::text("case_id", "Its case.")
    .required()
    .refers("cases", "case_id");

/// Cases.
pub(super) static CASES: Table = Table {
    name: "cases",
    doc: "A story about some companies, in whose file relations stand.",
    columns: &[
        Column::text("case_id", "Its id.").required(),
        Column::text("title", "Its title in English, where it has one."),
        Column::text("title_vi", "Its title in Vietnamese."),
    ],
    key: &["case_id"],
    rows: |selection, losses, put| {
        for id in selection.cases() {
            let case = &selection.model()[id];
            let [en, vi] = in_both(&case.title, &case.id, "title", losses);
            let (summary, story, includes) = (
                case.summary.is_some(),
                !case.story.is_empty(),
                !case.includes.is_empty(),
            );
            no_column(
                &case.id,
                &[("summary", summary), ("story", story), ("includes", includes)],
                losses,
            );
            put(&[Cell::text(&case.id), en, vi])?;
        }
        Ok(())
    },
};

/// Where somebody looked.
pub(super) static COVERAGE: Table = Table {
    name: "coverage",
    doc: "A search for a company's ties of one side, whether or not anything was found: what is not here was not searched.",
    columns: &[
        CASE,
        Column::text("company", "Whose ties.")
            .required()
            .refers("companies", "company"),
        Column::text("side", "Of which side.").required(),
        Column::text("searched", "Where."),
        Column::of("searched_on", Kind::Date, "When.").required(),
        Column::of("found", Kind::Flag, "Whether anything was found.").required(),
    ],
    key: &[],
    rows: |selection, losses, put| {
        for id in selection.cases() {
            let case = &selection.model()[id];
            for search in &case.coverage {
                if !selection.has_company(search.company) || !selection.knows_of(search.on) {
                    continue;
                }
                let [en, vi] = in_both(&search.searched, &case.id, "searched", losses);
                put(&[
                    Cell::text(&case.id),
                    Cell::text(&selection.model()[search.company].id),
                    Cell::text(search.side.name()),
                    in_one(en, vi, &case.id, "searched", losses),
                    Cell::shown(search.on),
                    Cell::Flag(search.found),
                ])?;
            }
        }
        Ok(())
    },
};

/// Contracts.
pub(super) static DEALS: Table = Table {
    name: "deals",
    doc: "A contract that relations are part of.",
    columns: &[
        Column::text("deal", "Its id.").required(),
        Column::text("title", "What it is called, in English where there is English."),
        Column::text("title_vi", "The same in Vietnamese."),
        Column::of("signed", Kind::Date, "When it was signed."),
        Column::of("until", Kind::Date, "The first day it no longer holds."),
        Column::text(
            "currency",
            "ISO 4217, of its size as the parties give it; never added to its relations' amounts.",
        ),
        Column::text("figure", "How its size is meant."),
        Column::of("low", Kind::Number, "Its size, or the lower bound."),
        Column::of("high", Kind::Number, "Its size, or the upper bound."),
        Column::text("supersedes", "Earlier deals it replaces, `; ` between them."),
    ],
    key: &["deal"],
    rows: |selection, losses, put| {
        let (model, known) = (selection.model(), selection.view.graph.known());
        for deal in selection.deals() {
            let dates = known.deal(model, deal);
            let [en, vi] = in_both(&deal.title, &deal.id, "title", losses);
            let [currency, figure, low, high] = match deal.amount {
                Some(amount) => money(amount),
                None => [Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty],
            };
            let (holders, waterfall) = (!deal.holders.is_empty(), !deal.waterfall.is_empty());
            let missing = [
                ("holders", holders),
                ("waterfall", waterfall),
                ("note", deal.note.is_some()),
            ];
            no_column(&deal.id, &missing, losses);
            let earlier: Vec<&str> = deal.supersedes.iter().map(|id| model[*id].id.as_str()).collect();
            put(&[
                Cell::text(&deal.id),
                en,
                vi,
                Cell::maybe(dates.from),
                Cell::maybe(dates.to),
                currency,
                figure,
                low,
                high,
                Cell::shown(earlier.join("; ")),
            ])?;
        }
        Ok(())
    },
};

/// Who signed.
pub(super) static DEAL_PARTIES: Table = Table {
    name: "deal_parties",
    doc: "A company that signed a deal.",
    columns: &[
        Column::text("deal", "The deal's id.")
            .required()
            .refers("deals", "deal"),
        Column::text("company", "The company's id.").required(),
    ],
    key: &["deal", "company"],
    rows: |selection, _, put| {
        for deal in selection.deals() {
            for party in &deal.parties {
                put(&[Cell::text(&deal.id), Cell::text(&selection.model()[*party].id)])?;
            }
        }
        Ok(())
    },
};

/// What happened.
pub(super) static EVENTS: Table = Table {
    name: "events",
    doc: "Something that happened; it has no side.",
    columns: &[
        Column::text("event", "Its id.").required(),
        CASE,
        Column::of("happened", Kind::Date, "When.").required(),
        Column::text("kind", "What sort of event.").required(),
        Column::text("title", "What happened, in English where there is English."),
        Column::text("title_vi", "The same in Vietnamese."),
        Column::text("disputes", "Records that say otherwise, `; ` between them."),
        Column::text("refuted_by", "Records that show it to be wrong, `; ` between them."),
        Column::text("note", "A remark."),
    ],
    key: &["event"],
    rows: |selection, losses, put| {
        let model = selection.model();
        for event in selection.events() {
            let [en, vi] = in_both(&event.title, &event.id, "title", losses);
            put(&[
                Cell::text(&event.id),
                Cell::text(&model[event.case].id),
                Cell::shown(event.date),
                Cell::text(event.kind.name()),
                en,
                vi,
                records(selection, &event.disputes),
                records(selection, &event.refuted_by),
                prose(selection, event.note.as_ref(), &event.sources, &event.id, losses),
            ])?;
        }
        Ok(())
    },
};

/// What was said.
pub(super) static QUOTES: Table = Table {
    name: "quotes",
    doc: "Something that somebody said.",
    columns: &[
        Column::text("quote", "Its id.").required(),
        CASE,
        Column::of("said", Kind::Date, "When."),
        Column::text("speaker", "Who.").required(),
        Column::text("company", "For whom."),
        Column::text("words", "The words in English, where they are given in English."),
        Column::text("words_vi", "The words in Vietnamese."),
        Column::text("language", "In which language they were said, ISO 639-1."),
        Column::text("wording", "How near they are to their source."),
        Column::text("translation_of", "The quote that this one translates."),
    ],
    key: &["quote"],
    rows: |selection, losses, put| {
        let model = selection.model();
        for quote in selection.quotes() {
            let [en, vi] = in_both(&quote.text, &quote.id, "text", losses);
            no_column(
                &quote.id,
                &[("role", quote.role.is_some()), ("note", quote.note.is_some())],
                losses,
            );
            put(&[
                Cell::text(&quote.id),
                Cell::text(&model[quote.case].id),
                Cell::maybe(quote.date),
                Cell::text(&quote.speaker),
                Cell::maybe(quote.company.map(|id| &model[id].id)),
                en,
                vi,
                Cell::maybe(quote.original_language.as_ref()),
                Cell::maybe(quote.wording.map(crate::vocab::Wording::name)),
                Cell::maybe(quote.translation_of.map(|id| id.id(model))),
            ])?;
        }
        Ok(())
    },
};

/// What is claimed.
pub(super) static CLAIMS: Table = Table {
    name: "claims",
    doc: "A statement that is no relation.",
    columns: &[
        Column::text("claim", "Its id.").required(),
        CASE,
        Column::of("claimed", Kind::Date, "When."),
        Column::text("claimant", "Who says so."),
        Column::text("statement", "What is said, in English where there is English."),
        Column::text("statement_vi", "The same in Vietnamese."),
        Column::text("disputes", "Records that say otherwise, `; ` between them."),
        Column::text("refuted_by", "Records that show it to be wrong, `; ` between them."),
    ],
    key: &["claim"],
    rows: |selection, losses, put| {
        let model = selection.model();
        for claim in selection.claims() {
            let [en, vi] = in_both(&claim.text, &claim.id, "text", losses);
            no_column(&claim.id, &[("note", claim.note.is_some())], losses);
            put(&[
                Cell::text(&claim.id),
                Cell::text(&model[claim.case].id),
                Cell::maybe(claim.date),
                Cell::maybe(claim.by.as_ref()),
                en,
                vi,
                records(selection, &claim.disputes),
                records(selection, &claim.refuted_by),
            ])?;
        }
        Ok(())
    },
};

/// Whom events, quotes and claims are about.
pub(super) static ABOUT: Table = Table {
    name: "about",
    doc: "A company that a case, an event, a quote or a claim is about.",
    columns: &[
        Column::text("section", "`case`, `event`, `quote` or `claim`.").required(),
        Column::text("record", "The record's id.").required(),
        Column::text("company", "The company's id.").required(),
    ],
    key: &[],
    rows: |selection, _, put| {
        let model = selection.model();
        let mut about = |section: &str, record: &str, companies: &[CompanyId]| {
            for company in companies {
                put(&[
                    Cell::shown(section),
                    Cell::shown(record),
                    Cell::text(&model[*company].id),
                ])?;
            }
            std::io::Result::Ok(())
        };
        for id in selection.cases() {
            about("case", &model[id].id, &model[id].about)?;
        }
        for event in selection.events() {
            about("event", &event.id, &event.about)?;
        }
        for quote in selection.quotes() {
            about("quote", &quote.id, &quote.about)?;
        }
        for claim in selection.claims() {
            about("claim", &claim.id, &claim.about)?;
        }
        Ok(())
    },
};

fn records<'a>(selection: &Selection<'_>, ids: &[RecordId]) -> Cell<'a> {
    let known = ids.iter().filter(|id| selection.is_known(**id));
    let ids: Vec<&str> = known.map(|id| id.id(selection.model())).collect();
    Cell::shown(ids.join("; "))
}
