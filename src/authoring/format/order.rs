//! Which order a mapping has, found on the way down from the file.

use crate::syntax::SectionRef;
use crate::vocab::{Field, KINDS, SECTIONS, Side, SideRule, Type, section};

/// The section behind which the relations stand.
const BEFORE_RELATIONS: &str = "deals";

/// What a node is, as far as order matters.
#[derive(Clone, Debug)]
pub(in crate::authoring) enum Place {
    /// The whole file.
    File,
    /// The records of a section.
    Records(Vec<Field>),
    /// One record.
    Record(Vec<Field>),
    /// The value of a field.
    Value(Type),
}

impl Place {
    /// The rank of a key among its siblings; keys of one rank keep their order.
    pub(in crate::authoring) fn rank(&self, key: &str) -> usize {
        let among = |fields: &[Field]| {
            fields
                .iter()
                .position(|field| field.name == key)
                .unwrap_or(fields.len())
        };
        let of = |names: &[&str]| names.iter().position(|name| *name == key).unwrap_or(names.len());
        match self {
            Self::File => section_rank(key),
            Self::Record(fields) => among(fields),
            Self::Value(Type::Record(fields) | Type::UnknownOr(fields)) => among(fields),
            Self::Value(Type::Text | Type::ProductOrName | Type::ByLanguage(_)) => of(&["en", "vi"]),
            Self::Value(Type::Citation) => of(&["source", "quote", "locator"]),
            Self::Records(_) | Self::Value(_) => 0,
        }
    }

    /// What the value of a key is.
    pub(super) fn of_key(&self, key: &str) -> Self {
        let among = |fields: &[Field]| {
            fields
                .iter()
                .find(|field| field.name == key)
                .map(|field| Self::Value(field.ty))
        };
        let found = match self {
            Self::File => SectionRef::of(key).map(|section| {
                let fields = section.fields();
                if section.name() == "case" {
                    Self::Record(fields)
                } else {
                    Self::Records(fields)
                }
            }),
            Self::Record(fields) => among(fields),
            Self::Value(Type::Record(fields) | Type::UnknownOr(fields)) => among(fields),
            Self::Value(Type::ByCompany(item) | Type::ByLanguage(item) | Type::ByHolder(item)) => {
                Some(Self::Value(**item))
            }
            Self::Records(_) | Self::Value(_) => None,
        };
        found.unwrap_or(Self::Value(Type::Line))
    }

    /// What an item of a list is.
    pub(super) fn of_item(&self) -> Self {
        match self {
            Self::Records(fields) => Self::Record(fields.clone()),
            Self::Value(Type::List(item, _) | Type::OneOrMore(item)) => Self::Value(**item),
            _ => Self::Value(Type::Line),
        }
    }
}

/// The case, who and where; then the relations, cooperation before competition before conflict, and within each side as
/// the author tells them; then what happened and was said; the sources last.
pub(in crate::authoring) fn section_rank(key: &str) -> usize {
    let behind = |name: &str| SECTIONS.iter().position(|section| section.name == name).unwrap_or(0);
    let relations = behind(BEFORE_RELATIONS) + 1;
    match KINDS.iter().find(|kind| kind.section == key) {
        Some(kind) => {
            let side = kind.ties.iter().map(|tie| match tie.side {
                SideRule::Always(Side::Competition) => 1,
                SideRule::Always(Side::Conflict) => 2,
                SideRule::Always(Side::Cooperation | Side::Neutral) | SideRule::Stake => 0,
            });
            relations + side.min().unwrap_or(0)
        }
        None if section(key).is_some() && behind(key) >= relations => behind(key) + 3,
        None => behind(key),
    }
}
