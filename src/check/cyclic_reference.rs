//! References that lead back to the record they come from.

use std::collections::BTreeMap;

use super::{Check, Findings, Page, Subject};
use crate::diagnostics::{Code, Diagnostic};
use crate::lower::RecordKey;
use crate::model::{
    Claim, ClaimId, DealId, Event, EventId, MarketId, Model, QuoteId, RecordId, Relation, RelationId, SourceId,
    SuccessionId, Table,
};
use crate::text::Span;
use crate::vocab::SuccessionAs;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::CyclicReference,
        what: "Records refer to each other in a ring, or one to itself: markets by `broader`, sources by `based_on`, \
               relations and deals by `supersedes`, amounts by `total_of` and `part_of`, quotes by `translation_of`, any \
               record by `refuted_by`, companies by successions. A record that `disputes` itself is reported too.",
        why: "A market cannot be within itself, a source cannot relay what relays it, terms cannot replace what replaced \
              them, and what refutes a record cannot be refuted by it. Each of these chains is followed to its end, and a \
              ring has none.",
        example: "\
markets:
  - {id: software, name: {en: Software, vi: Phần mềm}, broader: office}
  - {id: office, name: {en: Office software, vi: Phần mềm văn phòng}, broader: software}
",
        instead: "\
markets:
  - {id: software, name: {en: Software, vi: Phần mềm}}
  - {id: office, name: {en: Office software, vi: Phần mềm văn phòng}, broader: software}
",
    }],
    run: check,
};

/// A record in a ring, or one that is referred to, and the place of the reference.
type Reference = (RecordKey, Span);

/// All references by one field, by the record they come from.
struct References<'s, 'a> {
    subject: &'s Subject<'a>,
    field: &'static str,
    by_record: BTreeMap<RecordKey, Vec<Reference>>,
}

impl<'s, 'a> References<'s, 'a> {
    const fn new(subject: &'s Subject<'a>, field: &'static str) -> Self {
        Self {
            subject,
            field,
            by_record: BTreeMap::new(),
        }
    }

    /// Takes the references of records, in the order in which the field names them.
    fn of(subject: &'s Subject<'a>, field: &'static str, records: Vec<(RecordKey, Vec<RecordKey>)>) -> Self {
        let mut found = Self::new(subject, field);
        for (from, all) in records {
            for (position, to) in all.into_iter().enumerate() {
                found.add(from, to, subject.origins.item(from, field, position));
            }
        }
        found
    }

    fn add(&mut self, from: RecordKey, to: RecordKey, place: Span) {
        self.by_record.entry(from).or_default().push((to, place));
    }

    fn report(&self, out: &mut Findings) {
        for ring in self.rings() {
            out.error(self.error(&ring));
        }
    }

    /// The rings, each once, as the records of which each refers to the next, with the place of that reference. Iterative;
    /// linear in records and references.
    fn rings(&self) -> Vec<Vec<Reference>> {
        let next = |key: RecordKey| self.by_record.get(&key).map_or(&[][..], Vec::as_slice).iter();
        let mut done = BTreeMap::new();
        let mut found = Vec::new();
        for start in self.by_record.keys() {
            let mut path: Vec<(RecordKey, std::slice::Iter<'_, Reference>, Span)> = Vec::new();
            if !done.contains_key(start) {
                done.insert(*start, false);
                path.push((*start, next(*start), self.subject.origins.record(*start)));
            }
            while let Some((at, rest, by)) = path.last_mut() {
                let Some((to, place)) = rest.next() else {
                    done.insert(*at, true);
                    path.pop();
                    continue;
                };
                *by = *place;
                match done.get(to) {
                    Some(true) => {}
                    Some(false) => {
                        let from = path.iter().position(|(key, ..)| key == to).unwrap_or_default();
                        found.push(path[from..].iter().map(|(key, _, by)| (*key, *by)).collect());
                    }
                    None => {
                        done.insert(*to, false);
                        path.push((*to, next(*to), *place));
                    }
                }
            }
        }
        found
    }

    fn error(&self, ring: &[Reference]) -> Diagnostic {
        let (field, model) = (self.field, self.subject.model());
        let id = |key: RecordKey| format!("`{}`", key.id(model));
        let (first, place) = ring[0];
        if let [_] = ring {
            let headline = format!("`{field}` of {} names {0} itself", id(first));
            return Diagnostic::new(Code::CyclicReference, headline, place, "names its own record")
                .secondary(self.subject.origins.record(first), "this record")
                .help(format!("name another record, or delete the `{field}`"));
        }
        let names: Vec<String> = ring.iter().chain(&ring[..1]).map(|(key, _)| id(*key)).collect();
        let headline = format!("`{field}` leads back to its beginning: {}", names.join(" -> "));
        let mut diagnostic = Diagnostic::new(Code::CyclicReference, headline, place, "starts here");
        for (_, place) in &ring[1..] {
            diagnostic = diagnostic.secondary(*place, "goes on here");
        }
        diagnostic.help(format!("remove one `{field}` of the ring"))
    }
}

/// What each record of a table refers to.
fn each<I, T, R>(table: &Table<T>, of: impl Fn(&T) -> Vec<R>) -> Vec<(RecordKey, Vec<RecordKey>)>
where
    I: From<usize> + Into<RecordKey>,
    R: Into<RecordKey>,
{
    let keys = (0..).map(|at| I::from(at).into());
    keys.zip(
        table
            .iter()
            .map(|record| of(record).into_iter().map(Into::into).collect()),
    )
    .collect()
}

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let model = subject.model();
    let relations = |of: fn(&Relation) -> Vec<RelationId>| each::<RelationId, _, _>(&model.relations, of);
    let broader = each::<MarketId, _, _>(&model.markets, |market| market.broader.into_iter().collect());
    let based_on = each::<SourceId, _, _>(&model.sources, |source| source.based_on.iter().copied().collect());
    let translated = each::<QuoteId, _, _>(&model.quotes, |quote| quote.translation_of.into_iter().collect());
    let terms = relations(|relation| relation.supersedes.clone());
    let deals = each::<DealId, _, _>(&model.deals, |deal| deal.supersedes.clone());
    for (field, records) in [
        ("broader", broader),
        ("based_on", based_on),
        ("supersedes", [terms, deals].concat()),
        ("translation_of", translated),
        (
            "refuted_by",
            disagreeing(
                model,
                |relation| &relation.refuted_by,
                |event| &event.refuted_by,
                |claim| &claim.refuted_by,
            ),
        ),
    ] {
        References::of(subject, field, records).report(out);
    }
    totals(subject).report(out);
    successions(subject).report(out);
    // two that dispute each other may both say so
    let disputes = disagreeing(
        model,
        |relation| &relation.disputes,
        |event| &event.disputes,
        |claim| &claim.disputes,
    );
    let alone = disputes.into_iter().filter(|(from, all)| all.contains(from));
    References::of(subject, "disputes", alone.map(|(from, _)| (from, vec![from])).collect()).report(out);
}

/// What relations, events and claims refer to by one field.
fn disagreeing(
    model: &Model,
    relation: fn(&Relation) -> &Vec<RecordId>,
    event: fn(&Event) -> &Vec<RecordId>,
    claim: fn(&Claim) -> &Vec<RecordId>,
) -> Vec<(RecordKey, Vec<RecordKey>)> {
    [
        each::<RelationId, _, _>(&model.relations, |record| relation(record).clone()),
        each::<EventId, _, _>(&model.events, |record| event(record).clone()),
        each::<ClaimId, _, _>(&model.claims, |record| claim(record).clone()),
    ]
    .concat()
}

/// From each total to its parts, whichever of them says so.
fn totals<'s, 'a>(subject: &'s Subject<'a>) -> References<'s, 'a> {
    let mut found = References::new(subject, "total_of");
    for (id, relation) in subject.model().relations() {
        for (position, part) in relation.total_of.iter().enumerate() {
            found.add(
                id.into(),
                (*part).into(),
                subject.origins.item(id, "total_of", position),
            );
        }
        for (position, amount) in relation.amounts.iter().enumerate() {
            if let Some(total) = amount.part_of {
                found.add(total.into(), id.into(), subject.amount(id, position));
            }
        }
    }
    found
}

/// From each company to those that came after it; one that is spun off may come back.
fn successions<'s, 'a>(subject: &'s Subject<'a>) -> References<'s, 'a> {
    let mut found = References::new(subject, "successions");
    for (at, succession) in subject.model().successions.iter().enumerate() {
        // a company that succeeds itself is reported where it is read
        if succession.how != SuccessionAs::SpinOff && succession.from != succession.to {
            let place = subject.origins.record(SuccessionId::from(at));
            found.add(succession.from.into(), succession.to.into(), place);
        }
    }
    found
}
