//! Companies, what they are called, whom they belong to, what they offer.

use super::parts::{in_both, no_column, prose};
use crate::exchange::{Cell, Column, Kind, Table};
use crate::model::{Company, CompanyId};

const COMPANY: Column = Column::text("company", "The company's id.")
    .required()
    .refers("companies", "company");

/// Companies and other parties.
pub(super) static COMPANIES: Table = Table {
    name: "companies",
    doc: "A company or other party.",
    columns: &[
        Column::text("company", "Its id.").required(),
        Column::text("name", "Its full name.").required(),
        Column::text("short", "The name people use, where it differs."),
        Column::text("kind", "What sort of party it is.").required(),
        Column::text("country", "ISO 3166-1 alpha-2 code of its seat."),
        Column::of("founded", Kind::Date, "When it was founded."),
        Column::of("dissolved", Kind::Date, "When it ceased to exist."),
        Column::text("note", "What it is, in English where there is English."),
    ],
    key: &["company"],
    rows: |selection, losses, put| {
        for id in selection.companies() {
            let company = &selection.model()[id];
            let life = selection.known().company(company);
            put(&[
                Cell::text(&company.id),
                Cell::text(&company.name),
                Cell::maybe(company.short.as_ref()),
                Cell::text(company.kind.name()),
                Cell::maybe(company.country.as_ref()),
                Cell::maybe(life.from),
                Cell::maybe(life.to),
                prose(selection, company.note.as_ref(), &company.sources, &company.id, losses),
            ])?;
        }
        Ok(())
    },
};

/// Names beside the full and the short one.
pub(super) static NAMES: Table = Table {
    name: "names",
    doc: "Another name that a company is found by.",
    columns: &[
        COMPANY,
        Column::text("name", "The name.").required(),
        Column::text("sort", "`alias`, or `former` for one that it bore.").required(),
        Column::of("since", Kind::Date, "From when it bore a former one."),
        Column::of("until", Kind::Date, "The first day without it."),
    ],
    key: &[],
    rows: |selection, _, put| {
        for id in selection.companies() {
            let company = &selection.model()[id];
            for alias in &company.aliases {
                put(&[
                    Cell::text(&company.id),
                    Cell::text(alias),
                    Cell::text("alias"),
                    Cell::Empty,
                    Cell::Empty,
                ])?;
            }
            for former in &company.names {
                let dates = selection.known().name(former);
                put(&[
                    Cell::text(&company.id),
                    Cell::text(&former.name),
                    Cell::text("former"),
                    Cell::maybe(dates.from),
                    Cell::maybe(dates.to),
                ])?;
            }
        }
        Ok(())
    },
};

/// Identifiers in other registers.
pub(super) static IDENTIFIERS: Table = Table {
    name: "identifiers",
    doc: "An identifier of a company in another register.",
    columns: &[
        COMPANY,
        Column::text("scheme", "`wikidata`, `lei`, `ticker` or `cik`.").required(),
        Column::text("value", "The identifier.").required(),
    ],
    key: &["company", "scheme", "value"],
    rows: |selection, _, put| {
        for id in selection.companies() {
            let company = &selection.model()[id];
            for (scheme, value) in identifiers(company) {
                put(&[Cell::text(&company.id), Cell::text(scheme), Cell::text(value)])?;
            }
        }
        Ok(())
    },
};

fn identifiers(company: &Company) -> impl Iterator<Item = (&'static str, &str)> {
    let ids = &company.ids;
    let wikidata = ids.wikidata.iter().map(|id| ("wikidata", id.as_str()));
    let lei = ids.lei.iter().map(|id| ("lei", id.as_str()));
    let ticker = ids.ticker.iter().map(|id| ("ticker", id.as_str()));
    wikidata
        .chain(lei)
        .chain(ticker)
        .chain(ids.cik.iter().map(|id| ("cik", id.as_str())))
}

/// Memberships that the companies' own records declare.
pub(super) static MEMBERSHIPS: Table = Table {
    name: "memberships",
    doc: "A company that its own record declares to be part of another; owners by stakes and purchases stand in relations.",
    columns: &[
        COMPANY,
        Column::text("parent", "The parent's id.")
            .required()
            .refers("companies", "company"),
        Column::of("since", Kind::Date, "From when; always, if empty."),
        Column::of("until", Kind::Date, "The first day without it."),
    ],
    key: &[],
    rows: |selection, _, put| {
        for id in selection.companies() {
            let company = &selection.model()[id];
            for part in &company.part_of {
                let Some(dates) = selection.known().membership(selection.model(), part) else {
                    continue;
                };
                put(&[
                    Cell::text(&company.id),
                    Cell::text(&selection.model()[part.company].id),
                    Cell::maybe(dates.from),
                    Cell::maybe(dates.to),
                ])?;
            }
        }
        Ok(())
    },
};

/// Markets.
pub(super) static MARKETS: Table = Table {
    name: "markets",
    doc: "A market, in which products compete.",
    columns: &[
        Column::text("market", "Its id.").required(),
        Column::text("name", "Its name in English, where it has one."),
        Column::text("name_vi", "Its name in Vietnamese."),
        Column::text("broader", "The market that contains it.").refers("markets", "market"),
        Column::text("synonyms", "Other names, `; ` between them."),
    ],
    key: &["market"],
    rows: |selection, losses, put| {
        for market in &selection.model().markets {
            let [en, vi] = in_both(&market.name, &market.id, "name", losses);
            no_column(&market.id, &[("note", market.note.is_some())], losses);
            let synonyms: Vec<&str> = market.synonyms.iter().map(|synonym| synonym.name.as_str()).collect();
            let broader = market.broader.map(|id| &selection.model()[id].id);
            put(&[
                Cell::text(&market.id),
                en,
                vi,
                Cell::maybe(broader),
                Cell::shown(synonyms.join("; ")),
            ])?;
        }
        Ok(())
    },
};

/// Products.
pub(super) static PRODUCTS: Table = Table {
    name: "products",
    doc: "A product that matters for competition.",
    columns: &[
        Column::text("product", "Its id.").required(),
        COMPANY,
        Column::text("name", "Its name.").required(),
        Column::text("market", "The market it competes in.")
            .required()
            .refers("markets", "market"),
        Column::of("since", Kind::Date, "When it became available."),
        Column::of("until", Kind::Date, "The first day without it."),
        Column::text(
            "territories",
            "ISO 3166-1 alpha-2 codes, `; ` between them; not said where empty.",
        ),
    ],
    key: &["product"],
    rows: |selection, _, put| {
        let model = selection.model();
        let known = selection.known();
        let chosen = model
            .products
            .iter()
            .filter(|product| selection.has_company(product.company));
        for product in chosen.filter(|product| !known.awaits(model, product)) {
            let dates = known.product(model, product);
            put(&[
                Cell::text(&product.id),
                Cell::text(&model[product.company].id),
                Cell::text(&product.name),
                Cell::text(&model[product.market].id),
                Cell::maybe(dates.from),
                Cell::maybe(dates.to),
                Cell::shown(product.territories.join("; ")),
            ])?;
        }
        Ok(())
    },
};

/// Companies that came out of others.
pub(super) static SUCCESSIONS: Table = Table {
    name: "successions",
    doc: "A company that came out of another, or was put above it.",
    columns: &[
        Column::text("succession", "Its id.").required(),
        Column::text("from", "The earlier company, or the parent of a spin-off.")
            .required()
            .refers("companies", "company"),
        Column::text("to", "The later company.")
            .required()
            .refers("companies", "company"),
        Column::text("how", "How.").required(),
        Column::of("since", Kind::Date, "The first day of the later one.").required(),
    ],
    key: &["succession"],
    rows: |selection, losses, put| {
        let model = selection.model();
        let both = |from: CompanyId, to: CompanyId| selection.has_company(from) && selection.has_company(to);
        for turn in model.successions.iter().filter(|turn| both(turn.from, turn.to)) {
            let Some(since) = selection.known().succession(model, turn) else {
                continue;
            };
            no_column(&turn.id, &[("note", turn.note.is_some())], losses);
            put(&[
                Cell::text(&turn.id),
                Cell::text(&model[turn.from].id),
                Cell::text(&model[turn.to].id),
                Cell::text(turn.how.name()),
                Cell::shown(since),
            ])?;
        }
        Ok(())
    },
};
