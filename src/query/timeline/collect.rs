//! Everything that may stand in a timeline, in no order.

use std::collections::{BTreeMap, BTreeSet};

use super::{Subject, What};
use crate::derived::Standing;
use crate::graph::Bond;
use crate::judge::View;
use crate::judge::about;
use crate::judge::phases::phases;
use crate::judge::when::{When, end, start};
use crate::model::{CaseId, CompanyId, DealId, Event, EventId, ProductId, RelationId, SuccessionId};
use crate::values::{Day, Interval, PartialDate};
use crate::vocab::{Lasts, Zone};

type Found = Vec<(When, What)>;

/// The days on which some relations may hold for the subject, each half-open.
type Relations = BTreeMap<RelationId, Vec<(Day, Day)>>;

const ALWAYS: (Day, Day) = (Day::MIN, Day::MAX);

pub(super) fn all(view: &View<'_>, subject: Subject) -> Found {
    let mut found = Found::new();
    let (relations, deals, events) = match subject {
        Subject::Company(id) => {
            let records = view.graph.groups().identity().records(id);
            for (at, record) in records.iter().enumerate() {
                company(view, *record, at == 0, &mut found);
            }
            of_company(view, id, &mut found)
        }
        Subject::Pair(a, b) => of_pair(view, a, b, &mut found),
        Subject::Case(id) => of_case(view, id, &mut found),
    };
    for (id, days) in &relations {
        relation(view, *id, days, &mut found);
    }
    for id in deals {
        let deal = &view.model()[id];
        let dates = view.graph.known().deal(view.model(), deal);
        found.extend(dates.from.map(|date| (When::On(date), What::Signed(id))));
        found.extend(dates.to.map(|date| (When::On(date), What::DealEnds(id))));
    }
    // what was shown to be wrong did not happen; `between` and `why` tell of it
    let happened = |id: &EventId| view.model()[*id].refuted_by.is_empty();
    for id in events.into_iter().filter(happened) {
        found.push((When::On(view.model()[id].date), What::Event(id)));
    }
    found
}

/// The company's own life as one of its records tells it: founding, names, parents, products. What it was before it was
/// renamed did not cease to exist, and what it was renamed to was not founded then.
fn company(view: &View<'_>, id: CompanyId, is_last: bool, found: &mut Found) {
    let model = view.model();
    let company = &model[id];
    let known = view.graph.known();
    let mut on = |date: Option<PartialDate>, what: What| found.extend(date.map(|date| (When::On(date), what)));
    let life = known.company(company);
    let was_renamed = || view.graph.groups().identity().renamed().any(|turn| turn.to == id);
    on(life.from.filter(|_| !was_renamed()), What::Founded(id));
    on(life.to.filter(|_| is_last), What::Dissolved(id));
    for (at, name) in company.names.iter().enumerate() {
        on(known.name(name).to, What::Renamed(id, at));
    }
    for part in &company.part_of {
        let dates = known.membership(model, part);
        on(dates.and_then(|dates| dates.from), What::Joins(id, part.company));
        on(dates.and_then(|dates| dates.to), What::Leaves(id, part.company));
    }
    for (at, product) in model.products.iter().enumerate().filter(|(_, one)| one.company == id) {
        let dates = known.product(model, product);
        on(dates.from, What::Product(ProductId::from(at)));
        on(dates.to, What::ProductEnds(ProductId::from(at)));
    }
    for (at, succession) in model.successions.iter().enumerate() {
        if succession.from == id || succession.to == id {
            on(
                known.succession(model, succession),
                What::Succeeds(SuccessionId::from(at)),
            );
        }
    }
}

/// Whether an event was known.
fn is_told(view: &View<'_>, event: &Event) -> bool {
    view.graph.cited(&event.sources).is_told(Some(event.date))
}

type Parts = (Relations, Vec<DealId>, Vec<EventId>);

fn of_company(view: &View<'_>, company: CompanyId, found: &mut Found) -> Parts {
    let mut relations = Relations::new();
    let mut by_other: BTreeMap<CompanyId, Vec<Bond>> = BTreeMap::new();
    for bond in view.bonds(company) {
        note(view, &mut relations, &bond);
        by_other.entry(bond.other).or_default().push(bond);
    }
    for (other, bonds) in by_other
        .iter()
        .filter(|(_, bonds)| bonds.iter().any(|bond| view.shows(bond)))
    {
        let pair = (company, *other);
        turns(
            view,
            pair,
            bonds,
            |before, after| before != Zone::None && after != Zone::None,
            found,
        );
    }
    for record in view.graph.groups().identity().records(company) {
        for at in view.graph.ties_of(record) {
            uncounted(view, view.graph.tie(at).relation, &mut relations);
        }
    }
    let circle = view.graph.groups().members(company, view.scope.group);
    for (member, parts) in &circle {
        ownership(view, *member, parts, &mut relations);
    }
    let (deals, events) = about::of_all(view, Some(company));
    (relations, deals, events)
}

fn of_pair(view: &View<'_>, a: CompanyId, b: CompanyId, found: &mut Found) -> Parts {
    let mut relations = Relations::new();
    let bonds = view.bonds_between(a, b);
    for bond in &bonds {
        note(view, &mut relations, bond);
    }
    turns(view, (a, b), &bonds, |_, _| true, found);
    for link in view.graph.links_between(a, b, view.scope.group) {
        uncounted(view, link.tie.relation, &mut relations);
    }
    (relations, about::deals(view, a, b), about::events(view, a, b))
}

fn of_case(view: &View<'_>, case: CaseId, found: &mut Found) -> Parts {
    let model = view.model();
    let mut relations = Relations::new();
    let mut deals = BTreeSet::new();
    for (id, relation) in model.relations() {
        let inside = relation.case == case || model[case].includes.contains(&id);
        if inside && shown(view, id) {
            relations.insert(id, vec![ALWAYS]);
            deals.extend(
                relation
                    .deal
                    .filter(|deal| view.graph.cited(&model[*deal].sources).is_known()),
            );
        }
    }
    let about = &model[case].about;
    for (at, a) in about.iter().enumerate() {
        for b in &about[at + 1..] {
            turns(view, (*a, *b), &view.bonds_between(*a, *b), |_, _| true, found);
        }
    }
    let events = model.events.iter().enumerate();
    let events = events.filter(|(_, event)| event.case == case && is_told(view, event));
    (
        relations,
        deals.into_iter().collect(),
        events.map(|(at, _)| EventId::from(at)).collect(),
    )
}

/// Notes what a bond does, where it is shown.
fn note(view: &View<'_>, relations: &mut Relations, bond: &Bond) {
    if !view.shows(bond) {
        return;
    }
    for id in bond.tie.relations() {
        relations.entry(id).or_default().extend(bond.possible());
    }
}

fn shown(view: &View<'_>, id: RelationId) -> bool {
    let standings = view.graph.standings();
    standings.of(id) != Standing::Unknown
        && view.scope.admits(view.model(), standings.confidence(id), id)
        && (!view.scope.firm || standings.is_firm(view.model(), id))
}

/// What a member of a group came to own while it was one is told though it ties nobody outside: what is bought whole is a
/// part of the group from that day.
fn ownership(view: &View<'_>, member: CompanyId, parts: &[Interval], relations: &mut Relations) {
    for at in view.graph.ties_of(member) {
        let id = view.graph.tie(at).relation;
        let owns = matches!(view.model()[id].kind().name, "acquisition" | "stake" | "joint_venture");
        let counts = view.graph.standings().of(id) == Standing::Counts && shown(view, id);
        let Some(span) = view.graph.span(id).filter(|_| owns && counts) else {
            continue;
        };
        let all = || parts.iter().chain([&span.interval]);
        let from = all().map(|part| part.start().0).max().unwrap_or(Day::MIN);
        let to = all().map(|part| part.end().1).min().unwrap_or(Day::MAX);
        if from < to {
            relations.entry(id).or_insert_with(|| vec![(from, to)]);
        }
    }
}

/// A relation that does not count is told all the same; the bonds do not have it.
fn uncounted(view: &View<'_>, id: RelationId, relations: &mut Relations) {
    if view.graph.standings().of(id) != Standing::Counts && shown(view, id) {
        relations.entry(id).or_insert_with(|| vec![ALWAYS]);
    }
}

/// What a relation did on days on which it stands for the subject: a tie that GitHub began before it was bought did not
/// begin for Microsoft.
fn relation(view: &View<'_>, id: RelationId, days: &[(Day, Day)], found: &mut Found) {
    let is_tie = !matches!(view.graph.standings().of(id), Standing::Intended | Standing::Unsettled);
    let starts = |when: When| {
        let (earliest, latest) = when.days();
        days.iter().any(|(from, to)| *from <= latest && earliest < *to)
    };
    let stops = |when: When| {
        let (earliest, latest) = when.days();
        days.iter().any(|(from, to)| *from < latest && earliest <= *to)
    };
    let Some((began, seen)) = start(view.graph, id) else {
        return;
    };
    let known = view.graph.relation(id);
    if let Some(date) = known.announced() {
        let announced = When::On(date);
        let (_, latest) = announced.days();
        if announced != began && latest < began.days().0 && starts(began) {
            found.push((announced, What::Announced(id)));
        }
    }
    if seen {
        found.extend(known.observed().map(|date| (When::On(date), What::Seen(id))));
    } else if starts(began) {
        found.push((began, if is_tie { What::Begins(id) } else { What::Intended(id) }));
    }
    if known.lasts() == Lasts::Point {
        return;
    }
    match end(view.graph, id) {
        Some(ended) if stops(ended) && !known.is_account() => {
            found.push((ended, if is_tie { What::Ends(id) } else { What::Dropped(id) }));
        }
        Some(_) => {}
        None => found.extend(known.expires().map(|date| (When::On(date), What::Expires(id)))),
    }
}

/// The turns of a pair that are `told`; what was so before the record is no turn.
fn turns(
    view: &View<'_>,
    pair: (CompanyId, CompanyId),
    bonds: &[Bond],
    told: impl Fn(Zone, Zone) -> bool,
    found: &mut Found,
) {
    if view.meter.spend(bonds.len().saturating_mul(bonds.len())).is_err() {
        return;
    }
    let together = view.one_group(pair.0, pair.1);
    let mut before = Zone::None;
    for phase in phases(view.graph, pair, bonds, &together) {
        if phase.from.latest > Day::MIN && told(before, phase.zone) {
            found.push((
                When::of_boundary(&phase.from),
                What::Turns {
                    pair,
                    before,
                    after: phase.zone,
                    because: phase.from.because.clone(),
                },
            ));
        }
        before = phase.zone;
    }
}
