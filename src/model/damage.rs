/// Stored records are not what was written: nothing that rests on them may be said.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the data set is damaged: `{table}`, record {record}")]
pub struct Damaged {
    /// The table.
    pub table: &'static str,
    /// The position of a damaged record in it.
    pub record: usize,
}
