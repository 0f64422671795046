use std::borrow::Cow;

use super::{Age, Pairs, Stats};
use crate::graph::Presence;
use crate::judge::View;
use crate::lang::{Lang, Phrase, answers, lists};
use crate::report::{Block, Cell, Column, Line, Row, Style, Table};
use crate::tell::heads::restricted;
use crate::tell::terms::holds;
use crate::vocab::{CompanyKind, Confidence, CoverageSide, KINDS, Side, SourceKind, Status, Words, Zone};

const SECTION: Column = Column::new("section", Phrase::new("Section", "Mục"));
const MEASURE: Column = Column::new("measure", Phrase::new("Measure", "Chỉ số")).data_only();
const LABEL: Column = Column::new("label", Phrase::new("Figure", "Số liệu")).text_only();
const COUNT: Column = Column::new("count", Phrase::new("Count", "Số lượng")).right();
const SHARE: Column = Column::new("share", Phrase::new("Share", "Tỷ lệ")).right();

/// One figure: its word in data formats, its label, how many, and of how many it is a share.
struct Figure {
    name: Cow<'static, str>,
    label: Cow<'static, str>,
    n: usize,
    of: Option<usize>,
}

/// The figures as a table, in sections.
#[must_use]
pub fn table(view: &View<'_>, stats: &Stats, lang: Lang) -> Table {
    let line = Line::new(lists::STATISTICS.get(lang)).then(answers::AS_OF.fill(lang, &[("date", &view.scope.asked)]));
    let line = restricted(line, view, lang);
    let mut table = Table::new(line, vec![SECTION], vec![MEASURE, LABEL, COUNT, SHARE]);
    let relations = &stats.relations;
    let all = Some(relations.all);
    let holding: usize = relations.holding.values().sum();
    let sections = [
        ("records", lists::RECORDS, records(stats, lang)),
        (
            "companies",
            lists::COMPANIES_BY_KIND,
            words::<CompanyKind>(lang, None, |kind| stats.companies.get(&kind)),
        ),
        (
            "sources",
            lists::SOURCES_BY_KIND,
            words::<SourceKind>(lang, None, |kind| stats.sources.get(&kind)),
        ),
        ("relations_by_kind", lists::RELATIONS_BY_KIND, kinds(stats, lang)),
        ("relations_by_side", lists::RELATIONS_BY_SIDE, sides(stats, lang)),
        ("relations_by_confidence", lists::RELATIONS_BY_CONFIDENCE, {
            let mut figures = words::<Confidence>(lang, all, |grade| relations.by_confidence.get(&grade));
            figures.extend(figure(
                "two_origins_or_confirmed",
                lists::WELL_SUPPORTED,
                lang,
                relations.well_supported,
                all,
            ));
            figures
        }),
        (
            "relations_by_status",
            lists::RELATIONS_BY_STATUS,
            words::<Status>(lang, all, |status| relations.by_status.get(&status)),
        ),
        ("pairs", lists::PAIRS, pairs(&stats.pairs, lang)),
        ("pairs_ever", lists::PAIRS_EVER, pairs(&stats.pairs_ever, lang)),
        ("coverage", lists::COVERAGE, coverage(stats, lang)),
        ("holding", lists::HOLDING, presences(stats, lang, holding)),
        ("newest_source", lists::NEWEST_SOURCE, ages(stats, lang, holding)),
    ];
    for (name, heading, figures) in sections {
        if figures.is_empty() {
            continue;
        }
        let mut block = Block::titled(heading.get(lang), Style::Title).key(SECTION.key, name);
        block.rows = figures.iter().map(row).collect();
        table.blocks.push(block);
    }
    if let Some(day) = stats.latest_source {
        table.notes.push(lists::LATEST_SOURCE.fill(lang, &[("date", &day)]));
    }
    table.notes.push(lists::PAIRS_MEAN.get(lang).to_owned());
    table
}

fn row(figure: &Figure) -> Row {
    let share = figure.of.filter(|of| *of > 0).map_or(Cell::Empty, |of| {
        // whole percents, rounded half up
        let percent = (figure.n * 200 + of) / (of * 2);
        Cell::number(format!("{percent}%"), percent)
    });
    Row::new(vec![
        Cell::text(&*figure.name),
        Cell::text(&*figure.label),
        Cell::Count(figure.n as u64),
        share,
    ])
}

/// A figure; none where there is nothing.
fn figure(name: &'static str, label: Phrase, lang: Lang, n: usize, of: Option<usize>) -> Option<Figure> {
    (n > 0).then(|| Figure {
        name: name.into(),
        label: label.get(lang).into(),
        n,
        of,
    })
}

fn records(stats: &Stats, lang: Lang) -> Vec<Figure> {
    // what is not there is said too
    [
        ("companies", lists::COMPANIES, stats.companies.values().sum()),
        ("cases", lists::CASES, stats.cases),
        ("markets", lists::MARKETS, stats.markets),
        ("sources", lists::SOURCES, stats.sources.values().sum()),
        ("relations", lists::RELATIONS, stats.relations.all),
        ("deals", lists::DEALS, stats.deals),
        ("products", lists::PRODUCTS, stats.products),
        ("events", lists::EVENTS, stats.events),
        ("quotes", lists::QUOTES, stats.quotes),
        ("claims", lists::CLAIMS, stats.claims),
    ]
    .into_iter()
    .map(|(name, label, n)| Figure {
        name: name.into(),
        label: label.get(lang).into(),
        n,
        of: None,
    })
    .collect()
}

/// The figures of an enumeration, in its own order.
fn words<'s, T: Words>(lang: Lang, of: Option<usize>, get: impl Fn(T) -> Option<&'s usize>) -> Vec<Figure> {
    T::ALL
        .iter()
        .zip(T::CHOICES)
        .filter_map(|(value, choice)| figure(choice.name, choice.label, lang, get(*value).copied().unwrap_or(0), of))
        .collect()
}

fn kinds(stats: &Stats, lang: Lang) -> Vec<Figure> {
    let relations = &stats.relations;
    let figures = relations.by_kind.iter().filter_map(|(kind, n)| {
        let kind = KINDS[usize::from(*kind)];
        figure(kind.name, kind.label, lang, *n, Some(relations.all))
    });
    figures.collect()
}

fn sides(stats: &Stats, lang: Lang) -> Vec<Figure> {
    let relations = &stats.relations;
    let figures = relations.by_side.iter().filter_map(|(side, n)| {
        let (name, label) = match side {
            Side::Cooperation => ("cooperation", Zone::Cooperation.label()),
            Side::Competition => ("competition", Zone::Competition.label()),
            Side::Conflict => ("conflict", lists::CONFLICT),
            Side::Neutral => ("neutral", lists::NEUTRAL),
        };
        figure(name, label, lang, *n, Some(relations.all))
    });
    figures.collect()
}

/// Each stance that surely holds, then what is presumed and what may be, each a figure of its own.
fn pairs(pairs: &Pairs, lang: Lang) -> Vec<Figure> {
    let all = pairs.values().sum();
    let mut figures = Vec::new();
    for presence in [Presence::Yes, Presence::Presumed, Presence::Maybe] {
        figures.extend(Zone::ALL.iter().filter_map(|zone| {
            let n = pairs.get(&(*zone, presence)).copied().unwrap_or(0);
            let label = match presence {
                Presence::Presumed => format!("{}, {}", zone.label().get(lang), answers::PRESUMED.get(lang)),
                Presence::Maybe => format!("{}, {}", zone.label().get(lang), answers::MAYBE.get(lang)),
                _ => zone.label().get(lang).to_owned(),
            };
            (n > 0).then(|| Figure {
                name: stance_name(*zone, presence).into(),
                label: label.into(),
                n,
                of: Some(all),
            })
        }));
    }
    figures
}

/// How data formats call a stance that holds in some way: `coopetition`, `coopetition_presumed`.
pub(super) fn stance_name(zone: Zone, presence: Presence) -> String {
    match presence {
        Presence::Yes | Presence::No => zone.name().to_owned(),
        Presence::Presumed | Presence::Maybe => format!("{}_{}", zone.name(), holds(presence)),
    }
}

fn coverage(stats: &Stats, lang: Lang) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (side, searches) in &stats.coverage {
        let of = Some(searches.found + searches.not_found);
        let (found, not_found) = match side {
            CoverageSide::Cooperation => (
                ("cooperation_found", lists::COOPERATION_FOUND),
                ("cooperation_not_found", lists::COOPERATION_NOT_FOUND),
            ),
            CoverageSide::Competition => (
                ("competition_found", lists::COMPETITION_FOUND),
                ("competition_not_found", lists::COMPETITION_NOT_FOUND),
            ),
        };
        figures.extend(figure(found.0, found.1, lang, searches.found, of));
        figures.extend(figure(not_found.0, not_found.1, lang, searches.not_found, of));
    }
    figures
}

fn presences(stats: &Stats, lang: Lang, all: usize) -> Vec<Figure> {
    let figures = stats.relations.holding.iter().rev().filter_map(|(presence, n)| {
        let label = match presence {
            Presence::Yes => lists::SURELY,
            Presence::Maybe => answers::MAYBE,
            Presence::Presumed => answers::PRESUMED,
            Presence::No => return None,
        };
        figure(holds(*presence), label, lang, *n, Some(all))
    });
    figures.collect()
}

fn ages(stats: &Stats, lang: Lang, all: usize) -> Vec<Figure> {
    let figures = Age::ALL.into_iter().filter_map(|age| {
        let label = match age {
            Age::UpToOne => lists::UP_TO_ONE_YEAR,
            Age::UpToTwo => lists::UP_TO_TWO_YEARS,
            Age::UpToFive => lists::UP_TO_FIVE_YEARS,
            Age::Older => lists::OVER_FIVE_YEARS,
            Age::Undated => lists::UNDATED,
        };
        let n = stats.relations.by_age.get(&age).copied().unwrap_or(0);
        figure(age.name(), label, lang, n, Some(all))
    });
    figures.collect()
}
