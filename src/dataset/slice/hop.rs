//! What a store is asked for: records one hop away from keys that are known here.

use std::collections::BTreeMap;

use crate::model::TableId;

/// One hop: records that a store finds by keys alone, without judging anything. Positions are those in the whole data set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hop {
    /// Every record of a table.
    All(TableId),
    /// The records at some positions. Each is there: a store that does not find one is out of order.
    Rows {
        /// The table.
        table: TableId,
        /// The positions.
        at: Vec<u32>,
    },
    /// The records of a table that refer, in whatever field, to one of some records of another.
    Referring {
        /// The table of the wanted records.
        from: TableId,
        /// The table of those they refer to.
        to: TableId,
        /// The positions of those.
        at: Vec<u32>,
    },
    /// The relations in which one of some companies plays one of some roles.
    Playing {
        /// The roles: a position in [`KINDS`](crate::vocab::KINDS), and one in the roles of that kind.
        roles: Vec<(u8, u8)>,
        /// The positions of the companies.
        companies: Vec<u32>,
    },
    /// The records of a table that are called by one of some names, as [`called`](crate::derived::called) tells them.
    Called {
        /// The table.
        table: TableId,
        /// The names, made alike by [`name_key`](crate::derived::name_key).
        names: Vec<String>,
    },
}

/// Roles that decide something about who plays them, whatever else is known of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// That of what is owned.
    Owned,
    /// That of a body, whose members are each other's fellows.
    Body,
}

/// What a hop asks for of one key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    All(TableId),
    Row(TableId, u32),
    Referring { from: TableId, to: TableId, at: u32 },
    Playing(Role, u32),
    Called(TableId, String),
}

impl Key {
    /// The table of the records that it asks for.
    pub(super) const fn table(&self) -> TableId {
        match self {
            Self::All(table) | Self::Row(table, _) | Self::Called(table, _) => *table,
            Self::Referring { from, .. } => *from,
            Self::Playing(..) => TableId::Relations,
        }
    }
}

/// Some keys as hops, those of one sort together.
pub(super) fn hops<'k>(keys: impl Iterator<Item = &'k Key>, roles: impl Fn(Role) -> Vec<(u8, u8)>) -> Vec<Hop> {
    let mut found: Vec<Hop> = Vec::new();
    let mut rows: BTreeMap<TableId, Vec<u32>> = BTreeMap::new();
    let mut referring: BTreeMap<(TableId, TableId), Vec<u32>> = BTreeMap::new();
    let mut playing: BTreeMap<Role, Vec<u32>> = BTreeMap::new();
    let mut called: BTreeMap<TableId, Vec<String>> = BTreeMap::new();
    for key in keys {
        match key {
            Key::All(table) => found.push(Hop::All(*table)),
            Key::Row(table, at) => rows.entry(*table).or_default().push(*at),
            Key::Referring { from, to, at } => referring.entry((*from, *to)).or_default().push(*at),
            Key::Playing(role, company) => playing.entry(*role).or_default().push(*company),
            Key::Called(table, name) => called.entry(*table).or_default().push(name.clone()),
        }
    }
    found.extend(rows.into_iter().map(|(table, at)| Hop::Rows { table, at }));
    found.extend(
        referring
            .into_iter()
            .map(|((from, to), at)| Hop::Referring { from, to, at }),
    );
    found.extend(playing.into_iter().map(|(role, companies)| Hop::Playing {
        roles: roles(role),
        companies,
    }));
    found.extend(called.into_iter().map(|(table, names)| Hop::Called { table, names }));
    found
}
