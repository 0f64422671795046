//! A relation as it was known at a date: the only way to its dates and sources for everything that answers.

use std::borrow::Cow;

use super::knowledge::{Cited, Knowledge};
use super::span::Span;
use crate::model::{
    Amount, Assertion, Checked, Citation, Model, Moment, OtherReport, Period, Relation, SourceId, Value,
};
use crate::values::{Day, PartialDate};
use crate::vocab::{AmountIs, Kind, Lasts, Space, Status, Type};

/// A relation as it was known at a date.
#[derive(Clone, Copy, Debug)]
pub struct Known<'m> {
    model: &'m Model,
    known: Knowledge,
    relation: &'m Relation,
    span: Option<Span>,
}

/// When a relation began, as its record says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Began {
    /// On this date.
    On(PartialDate),
    /// No start is recorded; it was announced on this date.
    Announced(PartialDate),
    /// No start is recorded; it was first seen at this date.
    Seen(PartialDate),
    /// Nothing tells; by this day its first source or observation shows it.
    By(Day),
}

/// When a relation ended, as its record says it. The days are the earliest and the latest first one without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// On this date.
    On(PartialDate),
    /// The record says that it ended, and that nobody knows when.
    Unknown(Day, Day),
    /// Its status says so.
    Terminated(Day, Day),
    /// Where what supersedes it begins.
    Superseded(Day, Day),
}

impl Began {
    /// Its date, where it has one.
    #[must_use]
    pub const fn date(self) -> Option<PartialDate> {
        match self {
            Self::On(date) | Self::Announced(date) | Self::Seen(date) => Some(date),
            Self::By(_) => None,
        }
    }

    /// The first day it may have been, or else the last one.
    #[must_use]
    pub fn day(self) -> Day {
        match self {
            Self::On(date) | Self::Announced(date) | Self::Seen(date) => date.first(),
            Self::By(day) => day,
        }
    }
}

impl<'m> Known<'m> {
    /// A relation of a model as it was known, and when it holds as far as that is worked out.
    #[must_use]
    pub const fn new(model: &'m Model, known: Knowledge, relation: &'m Relation, span: Option<Span>) -> Self {
        Self {
            model,
            known,
            relation,
            span,
        }
    }

    fn cited(&self) -> Cited<'m> {
        Cited::new(self.model, self.known, &self.relation.sources)
    }

    /// What is cited for its end: sources of that field, or else those of the record.
    fn cited_for_end(&self) -> Cited<'m> {
        let own = &self.relation.sources_of.until;
        if own.is_empty() {
            self.cited()
        } else {
            Cited::new(self.model, self.known, own)
        }
    }

    /// Whether one of its sources was published.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.cited().is_known()
    }

    /// Its sources that were published, each once, in the order of the record.
    #[must_use]
    pub fn sources(&self) -> Vec<SourceId> {
        self.cited().sources()
    }

    /// Its citations whose sources were published, each with its source.
    pub fn citations(&self) -> impl Iterator<Item = (SourceId, &'m Citation)> + use<'m> {
        self.cited().citations()
    }

    /// The sources of single fields, where the record names them, that were published.
    #[must_use]
    pub fn sources_of_fields(&self) -> [(&'static str, Vec<SourceId>); 2] {
        let of = &self.relation.sources_of;
        [("until", &of.until), ("status", &of.status)]
            .map(|(field, citations)| (field, Cited::new(self.model, self.known, citations).sources()))
    }

    /// The start that is recorded.
    #[must_use]
    pub fn since(&self) -> Option<Moment> {
        match self.relation.since? {
            Moment::On(date) => self.cited().begun(Some(date)).map(Moment::On),
            Moment::Unknown => self.is_known().then_some(Moment::Unknown),
        }
    }

    /// Whether a start is recorded that had not come by then.
    #[must_use]
    pub fn is_ahead(&self) -> bool {
        self.relation.since.is_some() && self.since().is_none()
    }

    /// The end that is recorded.
    #[must_use]
    pub fn until(&self) -> Option<Moment> {
        match self.relation.until? {
            Moment::On(date) => self.cited_for_end().happened(Some(date)).map(Moment::On),
            Moment::Unknown => self.cited_for_end().is_known().then_some(Moment::Unknown),
        }
    }

    /// The dates at which it was seen.
    pub fn observed(&self) -> impl Iterator<Item = PartialDate> + use<'m> {
        let cited = self.cited();
        let dates = self.relation.observed.iter();
        dates.copied().filter(move |date| cited.is_told(Some(*date)))
    }

    /// When it was signed or made public.
    #[must_use]
    pub fn announced(&self) -> Option<PartialDate> {
        self.cited().happened(self.relation.announced)
    }

    /// The end of its contract.
    #[must_use]
    pub fn expires(&self) -> Option<PartialDate> {
        self.cited().foretold(self.relation.expires)
    }

    /// When it was last verified.
    #[must_use]
    pub fn checked(&self) -> Option<Checked> {
        let said = |checked: &Checked| self.known.tells_of(self.model, checked.source, Some(checked.on));
        self.relation.checked.filter(said)
    }

    /// When it was taken back, by us.
    #[must_use]
    pub fn withdrawn(&self) -> Option<PartialDate> {
        self.relation.withdrawn.filter(|date| self.known.reaches(*date))
    }

    /// The first date that it bears: of its start, of an observation, of its announcement.
    #[must_use]
    pub fn first_date(&self) -> Option<PartialDate> {
        let since = self.since().and_then(Moment::date);
        since.or_else(|| self.observed().min()).or_else(|| self.announced())
    }

    /// Whether it began, and nobody knows when: it was seen or told of, and that is all.
    #[must_use]
    pub fn is_undated(&self) -> bool {
        match self.since() {
            Some(Moment::On(_)) => false,
            Some(Moment::Unknown) => true,
            None => !self.is_ahead() && (self.observed().next().is_some() || self.announced().is_none()),
        }
    }

    /// When it began; `None` where it had not, or nothing tells.
    #[must_use]
    pub fn began(&self) -> Option<Began> {
        if self.is_ahead() {
            return None;
        }
        Some(match (self.since(), self.observed().min(), self.announced()) {
            (Some(Moment::On(date)), _, _) => Began::On(date),
            (None, Some(seen), _) => Began::Seen(seen),
            (None, None, Some(date)) => Began::Announced(date),
            _ => Began::By(self.span?.interval.start().1),
        })
    }

    /// When it ended; `None` where no end is known, and for what is a matter of one day.
    #[must_use]
    pub fn ended(&self) -> Option<Ended> {
        if let Some(Moment::On(date)) = self.until() {
            return Some(Ended::On(date));
        }
        let (earliest, latest) = self.span?.interval.end();
        let terminated = matches!(self.status(), Status::Terminated | Status::Cancelled);
        match self.until() {
            Some(_) => Some(Ended::Unknown(earliest, latest)),
            None if self.lasts() == Lasts::Point => None,
            None if terminated => Some(Ended::Terminated(earliest, latest)),
            None => (latest < Day::MAX).then_some(Ended::Superseded(earliest, latest)),
        }
    }

    /// When it holds; `None` when its dates leave no day, or nothing tells.
    #[must_use]
    pub const fn span(&self) -> Option<Span> {
        self.span
    }

    /// How far it had got. That it was called off or broken off was known with its end, and where it has none recorded with
    /// the sources of its status.
    #[must_use]
    pub fn status(&self) -> Status {
        let status = self.relation.status;
        if self.known == Knowledge::ALL || !matches!(status, Status::Cancelled | Status::Terminated) {
            return status;
        }
        let own = &self.relation.sources_of.status;
        let over = match self.relation.until {
            Some(_) => self.until().is_some(),
            None if own.is_empty() => self.is_known(),
            None => Cited::new(self.model, self.known, own).is_known(),
        };
        match (over, self.relation.since) {
            (true, _) => status,
            (false, Some(_)) => Status::Completed,
            (false, None) => Status::Announced,
        }
    }

    /// Its row in the table of kinds.
    #[must_use]
    pub fn kind(&self) -> &'static Kind {
        self.relation.kind()
    }

    /// Its amounts that were known, each with its position in the record, totals and their parts alike; what counts in a sum
    /// is another question. What an amount cites itself, or else what the record does, says when it was known.
    pub fn amounts(&self) -> impl Iterator<Item = (usize, &'m Amount)> + use<'m> {
        let (model, known, relation) = (self.model, self.known, self.relation);
        let was_known =
            move |amount: &Amount| Cited::new(model, known, relation.cited_for(amount)).is_told(amount.as_of);
        let all = relation.amounts.iter().enumerate();
        all.filter(move |(_, amount)| was_known(amount))
    }

    /// Whether it records no more than what was paid over a stretch of time, such as a fiscal year, and lasts as long as that:
    /// when the account is closed, nothing ends between the parties.
    #[must_use]
    pub fn is_account(&self) -> bool {
        let (Some(Moment::On(since)), Some(Moment::On(until))) = (self.since(), self.until()) else {
            return false;
        };
        let covers = |amount: &Amount| match amount.period {
            Period::During(range) if amount.is == AmountIs::Paid => {
                (range.first(), range.last().next()) == (since.first(), until.first())
            }
            Period::During(_) | Period::Once | Period::PerYear => false,
        };
        !self.relation.amounts.is_empty() && self.relation.amounts.iter().all(covers)
    }

    /// Who says that its parties compete.
    #[must_use]
    pub fn asserted(&self) -> Vec<Assertion> {
        let mut said = self.relation.asserted();
        said.retain(|assertion| self.known.knows(self.model, assertion.source));
        for assertion in &mut said {
            let told = self.known.tells_of(self.model, assertion.source, assertion.on);
            assertion.on = assertion.on.filter(|_| told);
        }
        said
    }

    /// Who was the first to name its parties rivals, as far as the record knows and says when: as `named`, or in `asserted`.
    #[must_use]
    pub fn first_named(&self) -> Option<Assertion> {
        let named = self
            .relation
            .named()
            .filter(|named| self.known.tells_of(self.model, named.source, named.on));
        let said = named
            .into_iter()
            .chain(self.asserted())
            .filter(|assertion| assertion.on.is_some());
        said.min_by_key(|assertion| assertion.on.map(|on| (on.first(), on.last())))
    }

    /// The fields of its kind, by their position: without what rests on a source that was not published, and without days
    /// that had not come.
    pub fn own(&self) -> impl Iterator<Item = (u8, Cow<'m, Value>)> + use<'m> {
        let record = *self;
        let fields = record.relation.kind().fields;
        let all = record.relation.own.iter();
        all.filter_map(move |(at, value)| Some((*at, record.told(fields[usize::from(*at)].ty, value)?)))
    }

    /// What of a value may be told; `None` for nothing.
    fn told(&self, ty: Type, value: &'m Value) -> Option<Cow<'m, Value>> {
        match (ty, value) {
            _ if self.known == Knowledge::ALL => Some(Cow::Borrowed(value)),
            (Type::List(inner, _), Value::List(items)) => {
                let told: Vec<Value> = items
                    .iter()
                    .filter_map(|item| Some(self.told(*inner, item)?.into_owned()))
                    .collect();
                (!told.is_empty()).then_some(Cow::Owned(Value::List(told)))
            }
            (Type::Record(fields), Value::Record(values)) => {
                let source = values
                    .iter()
                    .find_map(|(at, value)| match (fields[usize::from(*at)].ty, value) {
                        (Type::Ref(Space::Source), Value::Index(source)) => Some(SourceId(*source)),
                        _ => None,
                    });
                let published = source.is_none_or(|source| self.known.knows(self.model, source));
                let come = |value: &Value| !matches!(value, Value::Date(date) if !self.known.reaches(*date));
                let told = values.iter().filter(|(_, value)| come(value)).cloned().collect();
                published.then_some(Cow::Owned(Value::Record(told)))
            }
            (_, Value::Date(date)) => self.cited().is_told(Some(*date)).then_some(Cow::Borrowed(value)),
            _ => Some(Cow::Borrowed(value)),
        }
    }

    /// What else was reported of single fields, each with its number in the record.
    pub fn reports(&self) -> impl Iterator<Item = (usize, &'m OtherReport)> + use<'m> {
        let (model, known) = (self.model, self.known);
        let all = self.relation.reported_otherwise.iter().enumerate();
        all.filter(move |(_, report)| Cited::new(model, known, &report.sources).is_known())
    }
}
