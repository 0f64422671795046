//! What stands behind one relation: which rule gave its time, its grade and its standing.

use crate::derived::{Began, Ended, Standing, confidence, is_own, origins};
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::disagreements::{Disagreement, disagreements};
use crate::model::{Citation, CompanyId, RelationId, SourceId};
use crate::values::{Day, Interval, PartialDate};
use crate::vocab::{Confidence, Lasts};

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
    /// What gave the start; `None` where nothing that was known tells it.
    pub start: Option<Began>,
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
    /// Why then.
    pub after: Lapse,
}

/// Why a relation is presumed from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lapse {
    /// Nobody looked at it for so many years.
    Years(u32),
    /// Nobody looked at it for so many days, as it was asked for.
    Days(u32),
    /// It is past its contract's end.
    Expired,
}

/// A source of a relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceReason {
    /// The source.
    pub source: SourceId,
    /// The grade that it alone gives; `None` when it was not out yet.
    pub grade: Option<Confidence>,
    /// Whether one of the parties published it.
    pub own: bool,
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
    let known = view.graph.relation(id);
    let sources = known.citations().map(|cited| source(view, cited, &parties));
    Reason {
        relation: id,
        standing: standings.of(id),
        firm,
        presence: if standings.of(id) == Standing::Counts {
            view.scope.accept(firm, presence)
        } else {
            Presence::No
        },
        interval: span.map(|span| view.graph.as_dated(span.interval, Some(id))),
        start: known.began(),
        end: end(view, id),
        presumed: span.filter(|span| span.presumed_from < Day::MAX).map(|span| Presumed {
            from: span.presumed_from,
            after: match (known.expires().map(PartialDate::last), view.scope.reach.after) {
                (Some(expires), _) if expires.next() == span.presumed_from => Lapse::Expired,
                (_, Some(days)) => Lapse::Days(days),
                (_, None) => Lapse::Years(known.lasts().years().unwrap_or_default()),
            },
        }),
        confidence: standings.confidence(id),
        origins: origins(model, &known.sources()),
        sources: sources.collect(),
        disagreements: disagreements(view, &[id].into()),
    }
}

fn source(view: &View<'_>, (source, citation): (SourceId, &Citation), parties: &[CompanyId]) -> SourceReason {
    let (model, known) = (view.model(), view.graph.known());
    SourceReason {
        source,
        grade: confidence(model, std::slice::from_ref(citation), parties, false, known).confidence,
        own: is_own(model, &model[source], parties),
        origin: known.origin(model, source),
        quote: citation.quote.clone().map(String::from),
        locator: citation.locator.clone().map(String::from),
    }
}

fn end(view: &View<'_>, id: RelationId) -> EndRule {
    if view.graph.relation(id).lasts() == Lasts::Point {
        return EndRule::Point;
    }
    match view.graph.relation(id).ended() {
        Some(Ended::On(date)) => EndRule::Until(date),
        Some(Ended::Unknown(..) | Ended::Terminated(..)) => EndRule::Unknown,
        Some(Ended::Superseded(..)) => {
            let later = view.model().relations().find(|(later, record)| {
                record.supersedes.contains(&id)
                    && matches!(view.graph.standings().of(*later), Standing::Counts | Standing::Intended)
            });
            later.map_or(EndRule::Open, |(later, _)| EndRule::Superseded(later))
        }
        None => EndRule::Open,
    }
}
