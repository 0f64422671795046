//! Typed reading of the fields of a record.

use crate::model::Moment;
use crate::syntax::{Fields, Raw, Spanned};
use crate::text::Span;
use crate::values::{DateRange, Money, PartialDate, Str, Text};
use crate::vocab::Words;

macro_rules! readers {
    ($($(#[$meta:meta])* $name:ident: $variant:ident => $type:ty;)+) => {$(
        $(#[$meta])*
        pub(super) fn $name(fields: &Fields, name: &str) -> Option<$type> {
            match &fields.get(name)?.value {
                Raw::$variant(value) => Some(value.clone()),
                _ => None,
            }
        }
    )+};
}

readers! {
    line: Str => Str;
    text: Text => Text;
    flag: Flag => bool;
    date: Date => PartialDate;
    money: Money => Money;
    published: Published => DateRange;
}

pub(super) fn choice<T: Words>(fields: &Fields, name: &str) -> Option<T> {
    match fields.get(name)?.value {
        Raw::Choice(at) => T::at(usize::from(at)),
        _ => None,
    }
}

pub(super) fn moment(fields: &Fields, name: &str) -> Option<Moment> {
    match fields.get(name)?.value {
        Raw::Date(date) => Some(Moment::On(date)),
        Raw::Unknown => Some(Moment::Unknown),
        _ => None,
    }
}

pub(super) fn dates(fields: &Fields, name: &str) -> Vec<PartialDate> {
    let dates = items(fields, name).iter().filter_map(|item| match item.value {
        Raw::Date(date) => Some(date),
        _ => None,
    });
    dates.collect()
}

/// The entries of a list; none where there is no list.
pub(super) fn items<'f>(fields: &'f Fields, name: &str) -> &'f [Spanned<Raw>] {
    match fields.get(name).map(|value| &value.value) {
        Some(Raw::List(items)) => items,
        _ => &[],
    }
}

/// The entries of a list of records.
pub(super) fn records<'f>(fields: &'f Fields, name: &str) -> Vec<(Span, &'f Fields)> {
    let records = items(fields, name).iter().filter_map(|item| match &item.value {
        Raw::Record(fields) => Some((item.span, fields)),
        _ => None,
    });
    records.collect()
}

/// The id in a field.
pub(super) fn reference<'f>(fields: &'f Fields, name: &str) -> Option<Spanned<&'f str>> {
    match fields.get(name)? {
        Spanned {
            span,
            value: Raw::Ref(id),
        } => Some(Spanned::new(*span, id)),
        _ => None,
    }
}

/// The ids in a field, in lists of any depth.
pub(super) fn list_of_ids<'f>(fields: &'f Fields, name: &str) -> Vec<Spanned<&'f str>> {
    let mut ids = Vec::new();
    if let Some(value) = fields.get(name) {
        collect_ids(value, &mut ids);
    }
    ids
}

/// The ids in a value, in lists of any depth.
pub(super) fn collect_ids<'f>(value: &'f Spanned<Raw>, ids: &mut Vec<Spanned<&'f str>>) {
    match &value.value {
        Raw::Ref(id) => ids.push(Spanned::new(value.span, id)),
        Raw::List(items) => items.iter().for_each(|item| collect_ids(item, ids)),
        _ => {}
    }
}
