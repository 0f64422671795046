/// Stored data are not what was written: nothing that rests on them may be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the data set is damaged (`{table}`, block {block}); get a fresh copy")]
pub struct Damaged {
    /// The table, `index` or `outline`.
    pub table: &'static str,
    /// The first damaged block of it that was looked at, counted from 0.
    pub block: usize,
}

impl Damaged {
    /// Damage at a place.
    #[must_use]
    pub const fn new(table: &'static str, block: usize) -> Self {
        Self { table, block }
    }
}
