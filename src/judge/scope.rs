//! What part of the data a question is about.

use crate::derived::{Knowledge, Reach};
use crate::graph::{Bond, Presence};
use crate::judge::chosen::is_filtered;
use crate::model::{CaseId, MarketId, Model, ProductRef, RelationId};
use crate::values::{Day, Interval, PartialDate};
use crate::vocab::{Confidence, RivalryFrom};

/// The time a question asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The whole span of a date.
    At(PartialDate),
    /// From the first day of one date to the last day of another.
    Between(PartialDate, PartialDate),
}

impl Asked {
    /// The days it covers.
    #[must_use]
    pub fn window(self) -> Interval {
        match self {
            Self::At(date) => Interval::during(date),
            Self::Between(from, to) => Interval::window(from.first(), to.last()),
        }
    }

    /// All time up to its end.
    #[must_use]
    pub fn past(self) -> Interval {
        Interval::window(Day::MIN, self.last_day())
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Day {
        match self {
            Self::At(date) | Self::Between(_, date) => date.last(),
        }
    }
}

impl std::fmt::Display for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::At(date) => write!(f, "{date}"),
            Self::Between(from, to) => write!(f, "{from}..{to}"),
        }
    }
}

/// The scope of a question: its time, its state of knowledge, and filters.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The time.
    pub asked: Asked,
    /// What was known.
    pub known: Knowledge,
    /// How far sightings are believed.
    pub reach: Reach,
    /// The day of asking, where it is known: what lies after it is told as nobody can know it yet.
    pub today: Option<Day>,
    /// Only these kinds, as positions in [`KINDS`](crate::vocab::KINDS); all when empty.
    pub kinds: Vec<usize>,
    /// Not these kinds.
    pub except_kinds: Vec<usize>,
    /// Only what concerns this market or a narrower one.
    pub market: Option<MarketId>,
    /// Only relations of this case, those it includes among them.
    pub case: Option<CaseId>,
    /// Only records of at least this grade.
    pub min_confidence: Option<Confidence>,
    /// Only firm ties: none that only may hold, are presumed, announced only, rumoured or disputed.
    pub firm: bool,
    /// Whether companies stand for their groups.
    pub group: bool,
    /// From when on a rivalry counts.
    pub rivalry_from: RivalryFrom,
}

impl Scope {
    /// Everything at one time.
    #[must_use]
    pub const fn at(date: PartialDate) -> Self {
        Self {
            asked: Asked::At(date),
            known: Knowledge::ALL,
            reach: Reach::DEFAULT,
            today: None,
            kinds: Vec::new(),
            except_kinds: Vec::new(),
            market: None,
            case: None,
            min_confidence: None,
            firm: false,
            group: true,
            rivalry_from: RivalryFrom::Present,
        }
    }

    /// Whether a relation passes the filters that do not depend on time.
    #[must_use]
    pub fn admits(&self, model: &Model, confidence: Option<Confidence>, id: RelationId) -> bool {
        // no record has to be looked at
        if !is_filtered(self) {
            return true;
        }
        let relation = &model[id];
        let kind = usize::from(relation.kind);
        (self.kinds.is_empty() || self.kinds.contains(&kind))
            && !self.except_kinds.contains(&kind)
            && self.min_confidence.is_none_or(|least| confidence >= Some(least))
            && self
                .case
                .is_none_or(|case| relation.case == case || model[case].includes.contains(&id))
            && self.market.is_none_or(|market| concerns(model, id, market))
    }

    /// Whether a bond holds within the asked time, as far as the scope accepts presumption.
    #[must_use]
    pub fn presence(&self, bond: &Bond) -> Presence {
        self.accept(bond.firm, bond.presence(self.asked.window()))
    }

    /// A presence as this scope sees it: with `firm`, what may hold, is presumed or has a reservation does not.
    #[must_use]
    pub const fn accept(&self, firm: bool, presence: Presence) -> Presence {
        match self.accept_together(firm, presence) {
            Presence::Maybe if self.firm => Presence::No,
            presence => presence,
        }
    }

    /// The same for two that hold each by itself: that nobody knows whether they do at one time is no reason to say that they do
    /// not.
    #[must_use]
    pub const fn accept_together(&self, firm: bool, presence: Presence) -> Presence {
        match presence {
            Presence::Presumed if self.firm => Presence::No,
            _ if self.firm && !firm => Presence::No,
            presence => presence,
        }
    }
}

/// Whether a relation or one of its declared products is in a market or a narrower one.
fn concerns(model: &Model, id: RelationId, market: MarketId) -> bool {
    let relation = &model[id];
    let products = relation.products();
    let declared = products.iter().filter_map(|product| match product {
        ProductRef::Declared(id) => Some(model[*id].market),
        ProductRef::Named(_) => None,
    });
    relation
        .market
        .into_iter()
        .chain(declared)
        .any(|at| model.market_within(at, market))
}
