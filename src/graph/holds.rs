//! When ties and relations hold: as their records say, and as long as their parties exist.

use super::bond::Presence;
use super::net::Graph;
use super::rolled::Time;
use crate::derived::{Standing, Tie, TieEnd};
use crate::model::{CompanyId, Moment, ProductRef, RelationId};
use crate::values::{Day, Interval, PartialDate};

impl Graph<'_> {
    /// Whether a relation holds within `window`, whether or not it counts; [`Presence::No`] also where nothing tells its time.
    ///
    /// It holds as surely as the surest of its ties does, whatever groups its parties belong to. Cost: its ties.
    #[must_use]
    pub fn presence(&self, relation: RelationId, window: Interval) -> Presence {
        let Some(span) = self.span(relation) else {
            return Presence::No;
        };
        let within = |lives: Interval| Presence::of(&[span.interval, lives], span.presumed_from, window);
        let ties = self.ties_of_relation(relation).iter();
        ties.map(|tie| within(self.lives(tie)))
            .max()
            .unwrap_or_else(|| within(Interval::ALWAYS))
    }

    /// When something holds that rests on a relation, as dates alone tell it: from [`Day::MIN`] on where nobody knows its start,
    /// and only how far back the first sighting is believed bounds it.
    #[must_use]
    pub fn as_dated(&self, interval: Interval, by: Option<RelationId>) -> Interval {
        let undated = by.filter(|id| self.relation(*id).is_undated());
        let Some(span) = undated.and_then(|id| self.span(id)) else {
            return interval;
        };
        let ((s0, s1), (e0, e1)) = (interval.start(), interval.end());
        let believed = s1 == span.interval.start().1 && s0 < s1;
        Interval::new(if believed { Day::MIN } else { s0 }, s1, e0, e1).unwrap_or(interval)
    }

    /// What a tie's own relations say of its time; `None` when one of them does not count or has no time.
    pub(super) fn time_of(&self, tie: &Tie) -> Time {
        let mut times = Vec::new();
        let mut presumed_from = Day::MAX;
        let mut firm = true;
        for relation in tie.relations() {
            if self.standings().of(relation) != Standing::Counts {
                return None;
            }
            let span = self.span(relation)?;
            times.push(span.interval);
            presumed_from = presumed_from.min(span.presumed_from);
            firm &= self.standings().is_firm(self.model(), relation);
        }
        times.push(self.lives(tie));
        Some((times, presumed_from, firm))
    }

    /// When a tie of a company with another one can go on no longer, if ever: when it ceased to exist, or what it became
    /// did. What was merged goes on as its successor's, but not with that successor.
    fn lasts(&self, company: CompanyId, other: CompanyId) -> Option<PartialDate> {
        let identity = self.groups().identity();
        let mut at = identity.root(company);
        while let Some(turn) = identity.merged(at) {
            if turn.to == identity.root(other) {
                return Some(turn.on);
            }
            at = turn.to;
        }
        self.known().company(&self.model()[at]).to
    }

    /// The member of a group that is party to a tie on behalf of a company, where it is another one.
    pub(super) fn on_behalf(&self, member: CompanyId, company: CompanyId) -> Option<CompanyId> {
        let identity = self.groups().identity();
        let member = identity.root(member);
        (member != identity.root(company)).then_some(member)
    }

    /// For how long what a tie stands for was intended; `None` where it never was. Fellows of a body intend nothing together.
    pub(super) fn intended_time(&self, tie: &Tie) -> Time {
        let counts = matches!(self.standings().of(tie.relation), Standing::Counts | Standing::Intended);
        let intention = self.relation(tie.relation).intention();
        let open = intention.filter(|_| counts && tie.second.is_none())?;
        Some((vec![open.interval, self.lives(tie)], open.presumed_from, false))
    }

    /// The time in which both ends of a tie may exist, with the products that an undated relation names.
    ///
    /// Both bounds are the widest that the dates allow, so that only what is surely too early or too late is cut off, and
    /// no uncertainty is added to a relation's own.
    #[must_use]
    pub fn lives(&self, tie: &Tie) -> Interval {
        let model = self.model();
        let relation = &model[tie.relation];
        let undated = self.relation(tie.relation).since().and_then(Moment::date).is_none();
        let mut from = Day::MIN;
        let mut to = Day::MAX;
        for (end, end_at) in [(tie.from, TieEnd::From), (tie.to, TieEnd::To)] {
            let life = self.known().company(&model[end]);
            from = from.max(life.from.map_or(Day::MIN, PartialDate::first));
            to = to.min(self.lasts(end, tie.other(end_at)).map_or(Day::MAX, PartialDate::last));
            if undated {
                let products = relation.products().into_iter().filter_map(|product| match product {
                    ProductRef::Declared(id) if model[id].company == end => {
                        self.known().product(model, &model[id]).from.map(PartialDate::first)
                    }
                    _ => None,
                });
                from = from.max(products.min().unwrap_or(Day::MIN));
            }
        }
        Interval::new(from, from, to, to).unwrap_or(Interval::ALWAYS)
    }
}
