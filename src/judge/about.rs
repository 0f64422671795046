//! Records about both companies of a pair: deals, events, quotes, claims.

use crate::derived::Cited;
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::chosen::{chooses_relations, is_filtered};
use crate::model::{CaseId, Citation, ClaimId, CompanyId, DealId, EventId, QuoteId, RelationId};
use crate::values::{Day, Interval, PartialDate};

/// The companies that stand for either side of a pair, each with what must hold for it.
struct Sides {
    a: Vec<(CompanyId, Vec<Interval>)>,
    b: Vec<(CompanyId, Vec<Interval>)>,
}

impl Sides {
    fn of(view: &View<'_>, a: CompanyId, b: CompanyId) -> Self {
        Self {
            a: view.graph.circle(a, b, view.scope.group),
            b: view.graph.circle(b, a, view.scope.group),
        }
    }

    /// Which sides some companies of a record of some time stand for.
    fn named(&self, companies: &[CompanyId], time: Interval) -> (bool, bool) {
        let names = |side: &[(CompanyId, Vec<Interval>)]| {
            side.iter()
                .any(|(id, parts)| companies.contains(id) && Presence::of(parts, Day::MAX, time) > Presence::No)
        };
        (names(&self.a), names(&self.b))
    }

    /// Whether a record of a case is about both: by itself, or about one in a case about these two and nobody else.
    fn concerned(&self, view: &View<'_>, companies: &[CompanyId], case: CaseId, time: Interval) -> bool {
        let (a, b) = self.named(companies, time);
        let whole = || {
            let about = &view.model()[case].about;
            let ours = |id: &CompanyId| self.a.iter().chain(&self.b).any(|(member, _)| member == id);
            about.iter().all(ours) && self.named(about, time) == (true, true)
        };
        (a && b) || ((a || b) && whole())
    }
}

/// The time of a record, if it lies within the asked time or before; undated records always do.
fn time(view: &View<'_>, date: Option<PartialDate>) -> Option<Interval> {
    let time = date.map_or(Interval::ALWAYS, Interval::point);
    (Presence::of(&[time], Day::MAX, view.scope.asked.past()) > Presence::No).then_some(time)
}

/// Whether a record of some date was known.
fn known(view: &View<'_>, sources: &[Citation], date: Option<PartialDate>) -> bool {
    Cited::new(view.model(), view.graph.known(), sources).is_told(date)
}

/// Whether records of a case that are no relations are shown: where the filters choose relations by what they are, none is.
fn of_case(view: &View<'_>, case: CaseId) -> bool {
    !chooses_relations(view.scope) && view.scope.case.is_none_or(|asked| asked == case)
}

/// Sorts by date; undated records come last.
fn by_date<T: Copy + Ord>(mut records: Vec<(Option<PartialDate>, T)>) -> Vec<T> {
    records.sort_unstable_by_key(|(date, id)| (date.is_none(), *date, *id));
    records.into_iter().map(|(_, id)| id).collect()
}

/// Whether a deal is shown: where the scope has filters, one that a chosen relation is part of.
fn shows_deal(view: &View<'_>, deal: DealId) -> bool {
    let admits = |id: RelationId| {
        let confidence = view.graph.standings().confidence(id);
        view.scope.admits(view.model(), confidence, id)
    };
    !is_filtered(view.scope)
        || view
            .model()
            .relations()
            .any(|(id, one)| one.deal == Some(deal) && admits(id))
}

/// Deals both are party to.
pub(crate) fn deals(view: &View<'_>, a: CompanyId, b: CompanyId) -> Vec<DealId> {
    if !view.affords(view.model().deals.len()) {
        return Vec::new();
    }
    let sides = Sides::of(view, a, b);
    let found = view.model().deals.iter().enumerate().filter_map(|(at, deal)| {
        let signed = view.graph.known().deal(view.model(), deal).from;
        let time = time(view, signed)?;
        let both = sides.named(&deal.parties, time) == (true, true);
        (both && known(view, &deal.sources, None) && shows_deal(view, DealId::from(at)))
            .then_some((signed, DealId::from(at)))
    });
    by_date(found.collect())
}

/// Events about both.
pub(crate) fn events(view: &View<'_>, a: CompanyId, b: CompanyId) -> Vec<EventId> {
    if !view.affords(view.model().events.len()) {
        return Vec::new();
    }
    let sides = Sides::of(view, a, b);
    let found = view.model().events.iter().enumerate().filter_map(|(at, event)| {
        let time = time(view, Some(event.date))?;
        let shown = of_case(view, event.case) && known(view, &event.sources, Some(event.date));
        (shown && sides.concerned(view, &event.about, event.case, time))
            .then_some((Some(event.date), EventId::from(at)))
    });
    by_date(found.collect())
}

/// Quotes about both; a speaker's company is one of those that a quote is about.
pub(crate) fn quotes(view: &View<'_>, a: CompanyId, b: CompanyId) -> Vec<QuoteId> {
    if !view.affords(view.model().quotes.len()) {
        return Vec::new();
    }
    let sides = Sides::of(view, a, b);
    let found = view.model().quotes.iter().enumerate().filter_map(|(at, quote)| {
        let time = time(view, quote.date)?;
        let companies: Vec<CompanyId> = quote.about.iter().copied().chain(quote.company).collect();
        let shown = of_case(view, quote.case) && known(view, &quote.sources, quote.date);
        (shown && sides.concerned(view, &companies, quote.case, time)).then_some((quote.date, QuoteId::from(at)))
    });
    by_date(found.collect())
}

/// Claims about both.
pub(crate) fn claims(view: &View<'_>, a: CompanyId, b: CompanyId) -> Vec<ClaimId> {
    if !view.affords(view.model().claims.len()) {
        return Vec::new();
    }
    let sides = Sides::of(view, a, b);
    let found = view.model().claims.iter().enumerate().filter_map(|(at, claim)| {
        let time = time(view, claim.date)?;
        let shown = of_case(view, claim.case) && known(view, &claim.sources, claim.date);
        (shown && sides.concerned(view, &claim.about, claim.case, time)).then_some((claim.date, ClaimId::from(at)))
    });
    by_date(found.collect())
}

/// The deals that a company or what belonged to it is party to, and the events about it; of all companies where none is given.
/// Deals stand in the order of the data, and so do events.
pub(crate) fn of_all(view: &View<'_>, company: Option<CompanyId>) -> (Vec<DealId>, Vec<EventId>) {
    let circle = company.map(|company| view.graph.groups().members(company, view.scope.group));
    let concerns = |companies: &[CompanyId], date: Option<PartialDate>| {
        let time = date.map_or(Interval::ALWAYS, Interval::point);
        let named = |(id, parts): &(CompanyId, Vec<Interval>)| {
            companies.contains(id) && Presence::of(parts, Day::MAX, time) > Presence::No
        };
        circle.as_ref().is_none_or(|circle| circle.iter().any(named))
    };
    let model = view.model();
    let deals = model.deals.iter().enumerate();
    let deals = deals.filter(|(at, deal)| {
        concerns(&deal.parties, deal.signed) && known(view, &deal.sources, None) && shows_deal(view, DealId::from(*at))
    });
    let events = model.events.iter().enumerate();
    let events = events.filter(|(_, event)| {
        of_case(view, event.case)
            && concerns(&event.about, Some(event.date))
            && known(view, &event.sources, Some(event.date))
    });
    (
        deals.map(|(at, _)| DealId::from(at)).collect(),
        events.map(|(at, _)| EventId::from(at)).collect(),
    )
}
