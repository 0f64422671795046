//! Values of fields that only some relation kinds have.

use super::resolve::Lowerer;
use crate::model::{Asserter, Period, Value};
use crate::syntax::{Fields, Raw, RawPeriod, Spanned};
use crate::values::Text;
use crate::values::suggest::did_you_mean;
use crate::vocab::{Field, Space, Type};

impl Lowerer<'_> {
    /// The value of a field, `None` where it cannot be used, which has been reported.
    pub(super) fn value(&mut self, ty: Type, raw: &Spanned<Raw>, case: &str) -> Option<Value> {
        Some(match &raw.value {
            Raw::Str(word) if ty == Type::Asserter => Value::Asserter(self.asserter(Spanned::new(raw.span, word))?),
            Raw::Str(line) => Value::Text(Text::from(line.clone())),
            Raw::Text(text) => Value::Text(text.clone()),
            Raw::Flag(flag) => Value::Flag(*flag),
            Raw::Date(date) => Value::Date(*date),
            Raw::Money(money) => Value::Money(*money),
            Raw::Share(share) => Value::Share(*share),
            Raw::Choice(at) => Value::Choice(*at),
            Raw::Period(value) => Value::Period(period(*value)),
            Raw::Ref(id) => self.referred(ty, Spanned::new(raw.span, id), case)?,
            Raw::List(items) => {
                let (Type::List(item, _) | Type::OneOrMore(item)) = ty else {
                    return None;
                };
                let values: Vec<Value> = items.iter().filter_map(|raw| self.value(*item, raw, case)).collect();
                (!values.is_empty()).then_some(Value::List(values))?
            }
            Raw::Record(fields) => {
                let Type::Record(descriptors) = ty else { return None };
                Value::Record(self.record_value(descriptors, fields, case)?)
            }
            Raw::ByKey(entries) => {
                let Type::ByCompany(item) = ty else { return None };
                let mut values = Vec::with_capacity(entries.len());
                for (company, raw) in entries {
                    let company = self.company(Spanned::new(company.span, company.value.as_str()));
                    let value = self.value(*item, raw, case);
                    values.extend(company.zip(value));
                }
                Value::ByCompany(values)
            }
            Raw::Unknown | Raw::Published(_) | Raw::Names(_) => return None,
        })
    }

    fn referred(&mut self, ty: Type, id: Spanned<&str>, case: &str) -> Option<Value> {
        let Type::Ref(space) = ty else {
            return self.product(id).map(Value::Product);
        };
        match space {
            Space::Company => self.company(id).map(Value::Company),
            Space::Product => self.product(id).map(Value::Product),
            Space::Relation | Space::Record => self.relation_of(id, case).map(Value::Relation),
            Space::Market => self.market(id).map(|id| Value::Index(id.0)),
            Space::Source => self.source(id).map(|id| Value::Index(id.0)),
            Space::Deal => self.deal(id).map(|id| Value::Index(id.0)),
            Space::Case => self.case(id).map(Value::Index),
        }
    }

    fn record_value(&mut self, descriptors: &[Field], fields: &Fields, case: &str) -> Option<Vec<(u8, Value)>> {
        let mut values = Vec::new();
        let mut whole = true;
        for (at, field) in (0_u8..).zip(descriptors) {
            let value = fields.get(field.name).and_then(|raw| self.value(field.ty, raw, case));
            whole &= value.is_some() || !field.required;
            values.extend(value.map(|value| (at, value)));
        }
        whole.then_some(values)
    }

    fn asserter(&mut self, word: Spanned<&str>) -> Option<Asserter> {
        if let Some(asserter) = Asserter::from_word(word.value) {
            return Some(asserter);
        }
        let words = Asserter::WORDS.map(|(word, _)| word);
        let reported = self.out.len();
        let company = self.company(Spanned::new(word.span, word.value));
        if let (Some(diagnostic), Some(question)) = (self.out.get_mut(reported), did_you_mean(word.value, words)) {
            diagnostic.help.insert(0, question);
        }
        company.map(Asserter::Company)
    }
}

/// For which time an amount stands.
pub(super) const fn period(raw: RawPeriod) -> Period {
    match raw {
        RawPeriod::Once => Period::Once,
        RawPeriod::PerYear => Period::PerYear,
        RawPeriod::During(range) => Period::During(range),
    }
}

/// The period in a field.
pub(super) fn period_of(fields: &Fields, name: &str) -> Period {
    match fields.get(name).map(|value| &value.value) {
        Some(Raw::Period(raw)) => period(*raw),
        _ => Period::default(),
    }
}
