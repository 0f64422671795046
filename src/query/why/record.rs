//! What stands behind one relation: which rule gave its time, its grade and its standing.

use crate::derived::{Standing, confidence, origins};
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::disagreements::{Disagreement, disagreements};
use crate::model::{Citation, CompanyId, Moment, RelationId, SourceId};
use crate::values::{Day, Interval, PartialDate};
use crate::vocab::{Confidence, Lasts, Status};

/// Why a relation stands as it does.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The relation.
    pub relation: RelationId,
    /// Whether it counts.
    pub standing: Standing,
    /// Whether it needs no reservation other than age.
    pub firm: bool,
    /// Whether it holds within the asked time.
    pub presence: Presence,
    /// When it holds; `None` when nothing tells.
    pub interval: Option<Interval>,
    /// What gave the start.
    pub start: StartRule,
    /// What gave the end.
    pub end: EndRule,
    /// The first day on which it is only presumed, with what was looked at last.
    pub presumed: Option<Presumed>,
    /// The grade.
    pub confidence: Option<Confidence>,
    /// Its sources with the grade that each alone gives.
    pub sources: Vec<SourceReason>,
    /// How many independent origins they have.
    pub origins: usize,
    /// Where its sources or other records disagree with it.
    pub disagreements: Vec<Disagreement>,
}

/// What gave the start of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartRule {
    /// Its `since`.
    Since(PartialDate),
    /// An observation, which is taken to reach back as long as such a relation is believed forward.
    Observed(PartialDate),
    /// Its `announced`.
    Announced(PartialDate),
    /// Nothing; it began by the time of its earliest source or observation.
    EarliestTrace(Day),
}

/// What gave the end of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndRule {
    /// It is a matter of one day.
    Point,
    /// Its `until`.
    Until(PartialDate),
    /// It ended, nobody knows when: after it was last seen alive, up to its last source.
    Unknown,
    /// The start of the relation that supersedes it.
    Superseded(RelationId),
    /// None is known.
    Open,
}

/// From when on a relation is only presumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presumed {
    /// The first such day.
    pub from: Day,
    /// After so many years without a look; `None` where it is past its contract's end.
    pub years: Option<u32>,
}

/// A source of a relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceReason {
    /// The source.
    pub source: SourceId,
    /// The grade that it alone gives; `None` when it was not out yet.
    pub grade: Option<Confidence>,
    /// The source that it relays, to the end of the chain.
    pub origin: SourceId,
    /// Its words, where the record has them.
    pub quote: Option<String>,
    /// Where in it.
    pub locator: Option<String>,
}

/// Why a relation has the time, the grade and the standing that it has. Cost: its citations, and all claims once.
#[must_use]
pub fn reason(view: &View<'_>, id: RelationId) -> Reason {
    let (model, standings) = (view.model(), view.graph.standings());
    let relation = &model[id];
    let span = view.graph.span(id);
    let firm = standings.is_firm(model, id);
    let presence = view.graph.presence(id, view.scope.asked.window());
    let parties: Vec<CompanyId> = relation.parties.iter().map(|party| party.company).collect();
    let sources: Vec<SourceReason> = relation
        .sources
        .iter()
        .map(|citation| source(view, citation, &parties))
        .collect();
    let known: Vec<SourceId> = sources
        .iter()
        .filter(|source| source.grade.is_some())
        .map(|source| source.source)
        .collect();
    Reason {
        relation: id,
        standing: standings.of(id),
        firm,
        presence: if standings.of(id) == Standing::Counts {
            view.scope.accept(firm, presence)
        } else {
            Presence::No
        },
        interval: span.map(|span| span.interval),
        start: start(view, id),
        end: end(view, id),
        presumed: span.filter(|span| span.presumed_from < Day::MAX).map(|span| Presumed {
            from: span.presumed_from,
            years: match relation.expires.map(PartialDate::last) {
                Some(expires) if expires.next() == span.presumed_from => None,
                _ => relation.kind().lasts.years(),
            },
        }),
        confidence: standings.confidence(id),
        origins: origins(model, &known),
        sources,
        disagreements: disagreements(view, &[id].into()),
    }
}

fn source(view: &View<'_>, citation: &Citation, parties: &[CompanyId]) -> SourceReason {
    let model = view.model();
    let alone = confidence(
        model,
        std::slice::from_ref(citation),
        parties,
        false,
        view.graph.known(),
    );
    let mut origin = citation.source;
    // a ring, which the checks report, is left after as many steps as there are sources
    for _ in 0..model.sources.len() {
        match model[origin].based_on {
            Some(next) => origin = next,
            None => break,
        }
    }
    SourceReason {
        source: citation.source,
        grade: alone.confidence,
        origin,
        quote: citation.quote.clone().map(String::from),
        locator: citation.locator.clone().map(String::from),
    }
}

fn start(view: &View<'_>, id: RelationId) -> StartRule {
    let relation = &view.model()[id];
    let trace = || view.graph.span(id).map_or(Day::MAX, |span| span.interval.start().1);
    match (relation.since, relation.observed.iter().min(), relation.announced) {
        (Some(Moment::On(date)), _, _) => StartRule::Since(date),
        (None, Some(seen), _) => StartRule::Observed(*seen),
        (None, None, Some(date)) => StartRule::Announced(date),
        _ => StartRule::EarliestTrace(trace()),
    }
}

fn end(view: &View<'_>, id: RelationId) -> EndRule {
    let relation = &view.model()[id];
    if relation.kind().lasts == Lasts::Point {
        return EndRule::Point;
    }
    let ended = matches!(relation.status, Status::Terminated | Status::Cancelled);
    match relation.until {
        Some(Moment::On(date)) if view.graph.known().reaches(date) => EndRule::Until(date),
        Some(Moment::Unknown) => EndRule::Unknown,
        None if ended => EndRule::Unknown,
        _ => {
            let later = view.model().relations().find(|(later, record)| {
                record.supersedes.contains(&id) && view.graph.standings().of(*later) == Standing::Counts
            });
            let closed = view.graph.span(id).is_some_and(|span| span.interval.end().1 < Day::MAX);
            later
                .filter(|_| closed)
                .map_or(EndRule::Open, |(later, _)| EndRule::Superseded(later))
        }
    }
}
