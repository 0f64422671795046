//! Why a request is refused.

use std::error::Error;
use std::fmt;

use crate::graph::Meter;
use crate::model::{Damaged, TableId};
use crate::values::PartialDate;

/// What a name of a request stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A company.
    Company,
    /// A market.
    Market,
    /// A case.
    Case,
    /// A deal.
    Deal,
    /// A relation.
    Relation,
    /// A holder of shares in a deal's waterfall.
    Holder,
}

impl Sort {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Market => "market",
            Self::Case => "case",
            Self::Deal => "deal",
            Self::Relation => "relation",
            Self::Holder => "holder",
        }
    }

    /// The table in which things of the sort stand; holders are companies, or stand in their deal.
    pub(super) const fn table(self) -> TableId {
        match self {
            Self::Company | Self::Holder => TableId::Companies,
            Self::Market => TableId::Markets,
            Self::Case => TableId::Cases,
            Self::Deal => TableId::Deals,
            Self::Relation => TableId::Relations,
        }
    }

    /// How something of the sort is called: what stands between "no company" and the name.
    const fn named(self) -> &'static str {
        match self {
            Self::Company => "is called",
            Self::Market | Self::Case | Self::Deal => "has the id or name",
            Self::Relation => "has the id",
            Self::Holder => "of the deal is called",
        }
    }
}

/// Something that may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its id.
    pub id: String,
    /// What answers call it; its id where it bears no name.
    pub label: String,
}

/// A question's own reason to refuse a request.
pub trait Reason: Error + Send + Sync + 'static {
    /// Whether something that is asked for is not in the data, rather than asked for wrongly.
    fn is_not_found(&self) -> bool;
    /// The reason itself, to be told from others.
    fn as_any(&self) -> &dyn std::any::Any;
}

/// Why a request gets no answer. Messages name no flags and no commands: who shows them adds the remedy in its own terms.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AskError {
    /// A name is not in the data.
    #[error("no {} {} `{name}`{}", sort.name(), sort.named(), DidYouMean(near))]
    Unknown {
        /// What it should be.
        sort: Sort,
        /// The name.
        name: String,
        /// What it may be a slip of.
        near: Vec<Candidate>,
    },
    /// A name stands for several.
    #[error("`{name}` is ambiguous: {}; use the id", Either(candidates))]
    Ambiguous {
        /// What it should be.
        sort: Sort,
        /// The name.
        name: String,
        /// What it stands for.
        candidates: Vec<Candidate>,
    },
    /// Two names of a pair stand for one company.
    #[error("`{a}` and `{b}` are one company, {label}; give two")]
    OneCompany {
        /// The first name.
        a: String,
        /// The second name.
        b: String,
        /// What answers call the company.
        label: String,
    },
    /// A path may not touch its own end.
    #[error("`{id}` is an end of the path and cannot be avoided; avoid another company")]
    AvoidedEnd {
        /// The company.
        id: String,
    },
    /// Both a date and a window are asked about.
    #[error("a date and a window cannot be asked about at once")]
    DateAndWindow,
    /// A window has only one end.
    #[error("the window has no {}", if *begins { "end" } else { "beginning" })]
    HalfWindow {
        /// Whether it has a beginning.
        begins: bool,
    },
    /// A window ends before it begins.
    #[error("the window begins in {from}, after its end in {to}; exchange them")]
    WindowReversed {
        /// Its beginning.
        from: PartialDate,
        /// Its end.
        to: PartialDate,
    },
    /// A number is out of bounds.
    #[error("`{field}` is {value}; it can be {least} to {most}")]
    OutOfBounds {
        /// The field of the request.
        field: &'static str,
        /// What it is.
        value: u64,
        /// The least that it can be.
        least: u64,
        /// The most that it can be.
        most: u64,
    },
    /// Nothing says what is to be compared.
    #[error("two sides are needed: two dates, or two states of knowledge")]
    NoSides,
    /// A state of knowledge is asked for twice.
    #[error("one state of knowledge and two to compare cannot be asked about at once")]
    KnowledgeAndSides,
    /// The first state of knowledge is the later one.
    #[error("the first state of knowledge lies after the second; exchange them")]
    KnowledgeReversed,
    /// The request names no date, and nobody says which day it is.
    #[error("the question names no date, and which day it is today is not known")]
    TodayMissing,
    /// A reason of the question's own.
    #[error("{0}")]
    Question(Box<dyn Reason>),
    /// The data set is damaged.
    #[error(transparent)]
    Damaged(#[from] Damaged),
    /// A value cannot be written as JSON, which is an error in the program.
    #[error(transparent)]
    Unwritable(#[from] serde_json::Error),
    /// The work was cancelled.
    #[error("the question was cancelled")]
    Cancelled,
    /// The question takes more work than it may, and a part of its answer would be wrong.
    #[error(
        "the question takes more work than it may ({budget} steps); ask about less: one market, one case, fewer kinds"
    )]
    TooMuchWork {
        /// How much it may take.
        budget: u64,
    },
}

impl AskError {
    /// That a budget is used up, or the work was cancelled.
    #[must_use]
    pub fn over(meter: &Meter) -> Self {
        if meter.is_cancelled() {
            return Self::Cancelled;
        }
        Self::TooMuchWork {
            budget: meter.budget().size(),
        }
    }

    /// Whether something that is asked for is not in the data, rather than asked for wrongly.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        match self {
            Self::Unknown { .. } | Self::Ambiguous { .. } => true,
            Self::Question(reason) => reason.is_not_found(),
            _ => false,
        }
    }

    /// What the name that was not found, or stands for several, may have meant.
    #[must_use]
    pub fn candidates(&self) -> &[Candidate] {
        match self {
            Self::Unknown { near, .. } => near,
            Self::Ambiguous { candidates, .. } => candidates,
            _ => &[],
        }
    }

    /// The question's own reason, if it is a `T`.
    #[must_use]
    pub fn reason<T: Reason>(&self) -> Option<&T> {
        match self {
            Self::Question(reason) => reason.as_any().downcast_ref(),
            _ => None,
        }
    }
}

/// "; did you mean Microsoft (`microsoft`)?", or nothing.
struct DidYouMean<'a>(&'a [Candidate]);

impl fmt::Display for DidYouMean<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [] => Ok(()),
            near => write!(f, "; did you mean {}?", Either(near)),
        }
    }
}

/// Candidates with "or" before the last.
struct Either<'a>(&'a [Candidate]);

impl fmt::Display for Either<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.0.len().saturating_sub(1);
        for (at, candidate) in self.0.iter().enumerate() {
            f.write_str(match at {
                0 => "",
                _ if at == last => " or ",
                _ => ", ",
            })?;
            candidate.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.label == self.id {
            write!(f, "`{}`", self.id)
        } else {
            write!(f, "{} (`{}`)", self.label, self.id)
        }
    }
}
