//! Sources, who cites them, and what else is reported.

use std::borrow::Cow;

use super::parts::{in_both, prose};
use crate::exchange::{Cell, Column, Kind, Losses, Selection, Table};
use crate::model::{Citation, Relation, SourceId, SourcesOf};

/// Sources.
pub(super) static SOURCES: Table = Table {
    name: "sources",
    doc: "A document that says something.",
    columns: &[
        Column::text("source", "Its id.").required(),
        Column::text("title", "Its title.").required(),
        Column::text("title_basis", "Where the title was read.").required(),
        Column::text("publisher", "Who published it."),
        Column::text("publisher_company", "The publisher, where it is a company of the data.")
            .refers("companies", "company"),
        Column::text("kind", "What sort of document it is.").required(),
        Column::of(
            "published_from",
            Kind::Date,
            "When it was published, or the earliest date.",
        ),
        Column::of("published_to", Kind::Date, "When it was published, or the latest date."),
        Column::text("url", "Its address."),
        Column::text("archived", "Address of a copy in an archive."),
        Column::of("accessed", Kind::Date, "When it was fetched or looked up."),
        Column::text("read", "How much of it was read; nobody says where empty."),
        Column::text("read_by", "Who read it, a person or a model."),
        Column::of("read_on", Kind::Date, "When it was read so."),
        Column::text("based_on", "The source that it relays.").refers("sources", "source"),
        Column::text("language", "Its language, ISO 639-1."),
        Column::text("note", "A remark."),
    ],
    key: &["source"],
    rows: |selection, losses, put| {
        let model = selection.model();
        for id in (0..)
            .map(SourceId)
            .take(model.sources.len())
            .filter(|id| selection.has_source(*id))
        {
            let source = &model[id];
            let published = source.published.as_ref();
            put(&[
                Cell::text(&source.id),
                Cell::text(&source.title),
                Cell::text(source.title_basis.name()),
                Cell::maybe(source.publisher.as_ref()),
                Cell::maybe(source.publisher_company.map(|id| &model[id].id)),
                Cell::text(source.kind.name()),
                Cell::maybe(published.map(|range| range.from)),
                Cell::maybe(published.and_then(|range| range.to)),
                Cell::maybe(source.url.as_ref()),
                Cell::maybe(source.archived.as_ref()),
                Cell::maybe(source.accessed),
                Cell::maybe(source.read.map(crate::vocab::Reading::name)),
                Cell::maybe(source.read_by.as_ref()),
                Cell::maybe(source.read_on),
                Cell::maybe(
                    source
                        .based_on
                        .filter(|id| selection.has_source(*id))
                        .map(|id| &model[id].id),
                ),
                Cell::maybe(source.language.as_ref()),
                prose(selection, source.note.as_ref(), &[], &source.id, losses),
            ])?;
        }
        Ok(())
    },
};

/// Who cites which source.
pub(super) static CITATIONS: Table = Table {
    name: "citations",
    doc: "A source that a record cites, or of a relation one of its fields.",
    columns: &[
        Column::text("section", "`company`, `relation`, `event`, `quote`, `claim` or `deal`.").required(),
        Column::text("record", "The record's id.").required(),
        Column::text(
            "field",
            "The field that it is cited for: `until`, `status`, or `amount` with its position; empty for the record.",
        ),
        Column::text("source", "The source's id.")
            .required()
            .refers("sources", "source"),
        Column::text("quote", "Its words."),
        Column::text("locator", "Where in it."),
    ],
    key: &[],
    rows: |selection, _, put| {
        let model = selection.model();
        let mut cite = |section: &str, record: &str, field: &str, citations: &[Citation]| {
            let known = selection.view.graph.cited(citations).citations();
            for (source, citation) in known.filter(|(source, _)| selection.has_source(*source)) {
                put(&[
                    Cell::shown(section),
                    Cell::shown(record),
                    Cell::shown(field),
                    Cell::text(&model[source].id),
                    Cell::maybe(citation.quote.as_ref()),
                    Cell::maybe(citation.locator.as_ref()),
                ])?;
            }
            std::io::Result::Ok(())
        };
        for id in selection.companies() {
            cite("company", &model[id].id, "", &model[id].sources)?;
        }
        for chosen in &selection.relations {
            let relation = &model[chosen.relation];
            for (field, citations) in cited(relation) {
                cite("relation", &relation.id, &field, citations)?;
            }
        }
        for event in selection.events() {
            cite("event", &event.id, "", &event.sources)?;
        }
        for quote in selection.quotes() {
            cite("quote", &quote.id, "", &quote.sources)?;
        }
        for claim in selection.claims() {
            cite("claim", &claim.id, "", &claim.sources)?;
        }
        for deal in selection.deals() {
            cite("deal", &deal.id, "", &deal.sources)?;
        }
        Ok(())
    },
};

/// What a relation cites, by the field that it is cited for: empty for the record, `until`, `status`, `amount` with its position.
pub(crate) fn cited(relation: &Relation) -> impl Iterator<Item = (Cow<'static, str>, &[Citation])> {
    let SourcesOf { until, status } = &relation.sources_of;
    let amounts = (1..)
        .zip(&relation.amounts)
        .map(|(at, amount)| (format!("amount {at}").into(), amount.sources.as_slice()));
    [
        ("".into(), relation.sources.as_slice()),
        ("until".into(), until.as_slice()),
        ("status".into(), status.as_slice()),
    ]
    .into_iter()
    .chain(amounts)
}

/// Other values that somebody reports.
pub(super) static REPORTS: Table = Table {
    name: "reports",
    doc: "Another value that somebody reports for one field of a relation.",
    columns: &[
        Column::text("relation", "The relation's id.")
            .required()
            .refers("relations", "relation"),
        Column::text("field", "The field.").required(),
        Column::text("value", "What else is said, in English where there is English."),
        Column::text("value_vi", "The same in Vietnamese."),
        Column::text("sources", "The sources that say so, `; ` between them.").required(),
    ],
    key: &[],
    rows: reports,
};

fn reports(
    selection: &Selection<'_>,
    losses: &mut Losses,
    put: &mut crate::exchange::table::Put<'_>,
) -> std::io::Result<()> {
    let model = selection.model();
    for chosen in &selection.relations {
        let relation = &model[chosen.relation];
        for (_, report) in selection.view.graph.relation(chosen.relation).reports() {
            let sources = selection.view.graph.cited(&report.sources).sources();
            let sources: Vec<&str> = sources.iter().map(|id| model[*id].id.as_str()).collect();
            let [en, vi] = in_both(&report.value, &relation.id, "reported_otherwise", losses);
            put(&[
                Cell::text(&relation.id),
                Cell::text(&report.field),
                en,
                vi,
                Cell::shown(sources.join("; ")),
            ])?;
        }
    }
    Ok(())
}
