use std::process::ExitCode;

use super::hint::Refusal;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It answered.
    Answered,
    /// It found nothing, or `check` found problems.
    Nothing,
    /// Wrong usage or unreadable data.
    Unusable,
}

impl Exit {
    /// The code that the process ends with.
    pub(super) const fn code(self) -> u8 {
        match self {
            Self::Answered => 0,
            Self::Nothing => 1,
            Self::Unusable => 2,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// Something asked for is not in the data; ends with [`Exit::Nothing`] where other errors end with [`Exit::Unusable`].
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct NotFound(pub(super) String);

impl Exit {
    pub(super) fn of(error: &anyhow::Error) -> Self {
        let refused = error.downcast_ref::<Refusal>();
        if error.is::<NotFound>() || refused.is_some_and(Refusal::is_not_found) {
            Self::Nothing
        } else {
            Self::Unusable
        }
    }
}
