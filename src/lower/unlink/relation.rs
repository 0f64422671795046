//! Relations.

use super::Unlinker;
use super::fields::{Draft, list, unless, word};
use crate::lower::catalog::has_groups;
use crate::model::{
    Amount, Checked, Citation, Moment, OtherReport, Period, RecordId, Relation, RelationId, SourcesOf, Value, Whose,
};
use crate::syntax::{Raw, RawPeriod, SourceRecord, Spanned};
use crate::vocab::{Arity, Field, Kind, Nature, Space, Status, Type};

impl Unlinker<'_> {
    pub(super) fn relations(&self, ids: &[RelationId]) -> Option<Raw> {
        list(self.at, ids.iter().map(|id| Raw::Ref(self.model[*id].id.to_string())))
    }

    pub(super) fn records(&self, ids: &[RecordId]) -> Option<Raw> {
        list(self.at, ids.iter().map(|id| self.record_ref(*id)))
    }

    pub(super) fn record_ref(&self, id: RecordId) -> Raw {
        let id = match id {
            RecordId::Relation(id) => &self.model[id].id,
            RecordId::Event(id) => &self.model[id].id,
            RecordId::Quote(id) => &self.model[id].id,
            RecordId::Claim(id) => &self.model[id].id,
        };
        Raw::Ref(id.to_string())
    }

    pub(super) fn relation(&self, relation: &Relation) -> SourceRecord {
        let Relation {
            id,
            // said by the file and the section that it stands in
            case: _,
            kind: _,
            parties: _,
            announced,
            since,
            until,
            expires,
            observed,
            checked,
            status,
            nature,
            cancelable,
            rumoured,
            deal,
            amounts,
            total_of,
            market,
            activity,
            supersedes,
            disputes,
            refuted_by,
            reported_otherwise,
            sources_of,
            withdrawn,
            why,
            note,
            sources,
            own,
        } = relation;
        let kind = relation.kind();
        let mut draft = self.draft();
        draft.own_id(id);
        self.parties(&mut draft, kind, relation);
        draft.date("announced", *announced);
        draft.set("since", since.map(moment));
        draft.set("until", until.map(moment));
        draft.date("expires", *expires);
        draft.set("observed", list(self.at, observed.iter().copied().map(Raw::Date)));
        draft.set("checked", checked.map(|checked| self.checked(checked)));
        draft.set("status", unless(*status, Status::Completed));
        draft.set("nature", unless(*nature, Nature::Actual));
        draft.flag("cancelable", *cancelable);
        draft.flag("rumoured", *rumoured);
        draft.set("deal", deal.map(|id| Raw::Ref(self.model[id].id.to_string())));
        let mut sources_of_amount: &[Citation] = &[];
        match &amounts[..] {
            [one] if is_brief(one) => {
                draft.set("amount", Raw::Money(one.money));
                draft.set("amount_is", word(one.is));
                sources_of_amount = &one.sources;
            }
            several => draft.set(
                "amounts",
                list(self.at, several.iter().map(|amount| self.amount(amount))),
            ),
        }
        draft.set("total_of", self.relations(total_of));
        draft.set("market", market.map(|id| Raw::Ref(self.model[id].id.to_string())));
        draft.set("activity", activity.map(word));
        draft.set("supersedes", self.relations(supersedes));
        draft.set("disputes", self.records(disputes));
        draft.set("refuted_by", self.records(refuted_by));
        draft.set("reported_otherwise", self.reported_otherwise(reported_otherwise));
        draft.set("sources_of", self.sources_of(sources_of, sources_of_amount));
        draft.date("withdrawn", *withdrawn);
        draft.text("why", why.as_ref());
        draft.text("note", note.as_ref());
        draft.set("sources", self.citations(sources));
        for (at, value) in own {
            if let Some(field) = kind.fields.get(usize::from(*at)) {
                draft.set(field.name, self.value(field.ty, value));
            }
        }
        self.finish(kind.section, draft)
    }

    fn parties(&self, draft: &mut Draft, kind: &Kind, relation: &Relation) {
        if has_groups(kind) && relation.parties.iter().any(|party| party.group > 0) {
            let last = relation
                .parties
                .iter()
                .map(|party| party.group)
                .max()
                .unwrap_or_default();
            let groups = (1..=last).map(|group| {
                let members = relation.parties.iter().filter(|party| party.group == group);
                let members = list(self.at, members.map(|party| self.company_ref(party.company)));
                members.unwrap_or(Raw::List(Vec::new()))
            });
            draft.set("groups", list(self.at, groups));
            return;
        }
        for (at, role) in kind.roles.iter().enumerate() {
            let mut companies = relation.in_role(at).map(|company| self.company_ref(company));
            let value = match role.arity {
                Arity::One => companies.next(),
                Arity::Many(_) => list(self.at, companies),
            };
            draft.set(role.name, value);
        }
    }

    fn checked(&self, checked: Checked) -> Raw {
        let Checked { on, source } = checked;
        let mut draft = self.draft();
        draft.date("on", Some(on));
        draft.set("source", Raw::Ref(self.model[source].id.to_string()));
        draft.record()
    }

    fn amount(&self, amount: &Amount) -> Raw {
        let Amount {
            money,
            is,
            period,
            as_of,
            part_of,
            medium,
            whose,
            sources,
        } = amount;
        let mut draft = self.draft();
        draft.set("amount", Raw::Money(*money));
        draft.set("is", word(*is));
        draft.set(
            "period",
            (*period != Period::default()).then(|| Raw::Period(raw(*period))),
        );
        draft.date("as_of", *as_of);
        draft.set("part_of", part_of.map(|id| Raw::Ref(self.model[id].id.to_string())));
        draft.set("medium", medium.map(word));
        draft.set("together", whose.map(|whose| Raw::Flag(whose == Whose::Together)));
        draft.set("sources", self.citations(sources));
        draft.record()
    }

    fn sources_of(&self, of: &SourcesOf, amount: &[Citation]) -> Option<Raw> {
        let SourcesOf { until, status } = of;
        let mut draft = self.draft();
        draft.set("until", self.citations(until));
        draft.set("status", self.citations(status));
        draft.set("amount", self.citations(amount));
        draft.some()
    }

    pub(super) fn reported_otherwise(&self, reports: &[OtherReport]) -> Option<Raw> {
        let reports = reports.iter().map(|report| {
            let OtherReport {
                field,
                value,
                note,
                sources,
            } = report;
            let mut draft = self.draft();
            draft.line("field", Some(field));
            draft.text("value", Some(value));
            draft.text("note", note.as_ref());
            draft.set("sources", self.citations(sources));
            draft.record()
        });
        list(self.at, reports)
    }

    /// The value of a field of a type.
    fn value(&self, ty: Type, value: &Value) -> Option<Raw> {
        let model = self.model;
        Some(match value {
            Value::Text(text) => Raw::Text(text.clone()),
            Value::Flag(flag) => Raw::Flag(*flag),
            Value::Date(date) => Raw::Date(*date),
            Value::Money(money) => Raw::Money(*money),
            Value::Share(share) => Raw::Share(*share),
            Value::Choice(at) => Raw::Choice(*at),
            Value::Company(id) => self.company_ref(*id),
            Value::Product(id) => Raw::Ref(model[*id].id.to_string()),
            Value::Relation(id) => Raw::Ref(model[*id].id.to_string()),
            Value::Index(at) => Raw::Ref(self.indexed(ty, *at)?),
            Value::Asserter(by) => Raw::Str(by.written(model).into()),
            Value::Period(period) => Raw::Period(raw(*period)),
            Value::List(items) => {
                let (Type::List(item, _) | Type::OneOrMore(item)) = ty else {
                    return None;
                };
                list(self.at, items.iter().filter_map(|value| self.value(*item, value)))?
            }
            Value::Record(values) => {
                let Type::Record(descriptors) = ty else { return None };
                self.record_value(descriptors, values)
            }
            Value::ByCompany(entries) => {
                let Type::ByCompany(item) = ty else { return None };
                let entries = entries.iter().filter_map(|(company, value)| {
                    let key = Spanned::new(self.at, model[*company].id.to_string());
                    Some((key, Spanned::new(self.at, self.value(*item, value)?)))
                });
                Raw::ByKey(entries.collect())
            }
        })
    }

    fn indexed(&self, ty: Type, at: u32) -> Option<String> {
        let (Type::Ref(space), at, model) = (ty, at as usize, self.model) else {
            return None;
        };
        Some(match space {
            Space::Market => model.markets.get(at)?.id.to_string(),
            Space::Source => model.sources.get(at)?.id.to_string(),
            Space::Deal => model.deals.get(at)?.id.to_string(),
            Space::Case => model.cases.get(at)?.id.to_string(),
            Space::Company | Space::Product | Space::Relation | Space::Record => return None,
        })
    }

    fn record_value(&self, descriptors: &[Field], values: &[(u8, Value)]) -> Raw {
        let mut draft = self.draft();
        for (at, value) in values {
            if let Some(field) = descriptors.get(usize::from(*at)) {
                draft.set(field.name, self.value(field.ty, value));
            }
        }
        draft.record()
    }
}

/// Whether nothing is said of an amount but how much it is of what, and on whose word.
fn is_brief(amount: &Amount) -> bool {
    *amount
        == Amount {
            sources: amount.sources.clone(),
            ..Amount::new(amount.money, amount.is)
        }
}

const fn moment(moment: Moment) -> Raw {
    match moment {
        Moment::On(date) => Raw::Date(date),
        Moment::Unknown => Raw::Unknown,
    }
}

const fn raw(period: Period) -> RawPeriod {
    match period {
        Period::Once => RawPeriod::Once,
        Period::PerYear => RawPeriod::PerYear,
        Period::During(range) => RawPeriod::During(range),
    }
}
