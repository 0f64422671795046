//! `timeline COMPANY|CASE|A B`: what happened, in order.

mod collect;
mod request;
mod table;
#[cfg(test)]
mod tests;
mod wire;

use crate::judge::phases::Turn;
use crate::judge::when::When;
use crate::judge::{Asked, View};
use crate::model::{CaseId, CompanyId, DealId, EventId, ProductId, RelationId, SuccessionId};
use crate::values::{Day, Holds, Interval};
use crate::vocab::Zone;

pub use request::Request;
pub use table::table;
pub use wire::{Answer, EntryWire, wire};

/// Whose history is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A company, with what belonged to it at the time.
    Company(CompanyId),
    /// Two companies, with each other.
    Pair(CompanyId, CompanyId),
    /// A case.
    Case(CaseId),
}

/// What happened, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Whose history it is.
    pub subject: Subject,
    /// The entries, the earliest first.
    pub entries: Vec<Entry>,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// When.
    pub when: When,
    /// Whether it surely lies within the asked time, or its date is too coarse to tell.
    pub within: Holds,
    /// What.
    pub what: What,
}

/// What happened; things of one moment stand in this order, so that a turn follows what made it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A relation ends: its first day without it.
    Ends(RelationId),
    /// A deal ends.
    DealEnds(DealId),
    /// A product is no longer available.
    ProductEnds(ProductId),
    /// A company is founded.
    Founded(CompanyId),
    /// A company ceases to exist.
    Dissolved(CompanyId),
    /// A company takes a new name, giving up the former one of this place in its list.
    Renamed(CompanyId, usize),
    /// A company comes out of another.
    Succeeds(SuccessionId),
    /// A company becomes part of another, as its record declares.
    Joins(CompanyId, CompanyId),
    /// A company is no longer part of another.
    Leaves(CompanyId, CompanyId),
    /// A product becomes available.
    Product(ProductId),
    /// An event.
    Event(EventId),
    /// A deal is signed.
    Signed(DealId),
    /// A relation is signed or made public, before it begins.
    Announced(RelationId),
    /// What is intended, talked about or planned is made public.
    Intended(RelationId),
    /// It is given up, or another takes its place.
    Dropped(RelationId),
    /// A relation begins, or happens if it is a matter of one day.
    Begins(RelationId),
    /// A relation was seen to hold.
    Seen(RelationId),
    /// The contract of a relation without known end runs out.
    Expires(RelationId),
    /// The stance of a pair turns.
    Turns {
        /// The pair.
        pair: (CompanyId, CompanyId),
        /// The stance before.
        before: Zone,
        /// The stance from then on.
        after: Zone,
        /// What made the turn.
        because: Vec<Turn>,
    },
}

impl Timeline {
    /// Whether nothing happened.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// What happened to `subject` up to the asked date, or within the asked window.
///
/// Relations that do not count are told too. Of a company's stances only those turns are entries that lead from one
/// stance to another; its first tie with somebody is the relation's own entry. Cost: the bonds of the subject, and for
/// each counterparty its phases.
#[must_use]
pub fn timeline(view: &View<'_>, subject: Subject) -> Timeline {
    let window = window(view);
    let mut entries: Vec<Entry> = collect::all(view, subject)
        .into_iter()
        .map(|(when, what)| Entry {
            within: when.within(window),
            when,
            what,
        })
        .filter(|entry| told(view, entry))
        .collect();
    entries.sort_by(|a, b| a.when.cmp(&b.when).then_with(|| a.what.cmp(&b.what)));
    entries.dedup();
    Timeline { subject, entries }
}

/// Whether an entry lies within the asked time, or may; a start that nothing bounds from below may lie in every window,
/// so that it is told only where the asked time reaches back without end.
fn told(view: &View<'_>, entry: &Entry) -> bool {
    let anywhere = matches!(entry.when, When::By(_)) && matches!(view.scope.asked, Asked::Between(..));
    match entry.within {
        Holds::Yes => true,
        Holds::Maybe => !anywhere,
        Holds::No => false,
    }
}

/// A date asks for everything up to it, a window for what lies within.
fn window(view: &View<'_>) -> Interval {
    match view.scope.asked {
        Asked::At(date) => Interval::window(Day::MIN, date.last()),
        Asked::Between(..) => view.scope.asked.window(),
    }
}
