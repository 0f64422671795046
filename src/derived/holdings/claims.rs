//! What each record says about who owns what, before they are held against each other.

use std::collections::BTreeMap;

use super::super::groups::Cause;
use super::super::identity::Identity;
use super::super::knowledge::Knowledge;
use super::super::reach::Reach;
use super::super::span::Span;
use super::super::standing::{Standing, Standings};
use super::super::time::effect;
use super::{Holding, Part};
use crate::model::{CompanyId, Model, Relation, RelationId, Value};
use crate::values::{Day, Interval, PartialDate, Share, Text};
use crate::vocab::{AcquisitionScope, FieldName, KindName, StakeBasis, Status, SuccessionAs};

/// Which of two claims of one owner that begin at one time counts; the greater does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// What is left after a part was sold.
    Remainder,
    /// A partner's part of a venture.
    Venture,
    /// A purchase, or a declared parent.
    Purchase,
    /// A stake.
    Stake,
}

/// That somebody owns a part of a company, as one record says it.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    holding: Holding,
    pub(super) rank: Rank,
    /// Whether its record says when it ended.
    pub(super) ends: bool,
    /// Whether it came to its owner, or to its company, by a succession.
    pub(super) inherited: bool,
    pub(super) instrument: Option<Text>,
    /// Whether its record says that it controls, or that it does not.
    pub(super) states_control: bool,
}

impl Claim {
    /// A claim without a stated end.
    pub(super) const fn new(holding: Holding, rank: Rank) -> Self {
        Self {
            holding,
            rank,
            ends: false,
            inherited: false,
            instrument: None,
            states_control: false,
        }
    }

    pub(super) const fn holding(&self) -> Holding {
        self.holding
    }

    pub(super) const fn owner(&self) -> CompanyId {
        self.holding.owner
    }

    pub(super) const fn time(&self) -> Interval {
        self.holding.interval
    }

    pub(super) const fn controls(&self) -> bool {
        self.holding.controls
    }

    /// Whether somebody from outside who takes control ends it.
    pub(super) const fn is_whole_or_controls(&self) -> bool {
        matches!(self.holding.part, Part::Whole) || self.holding.controls
    }

    /// The same, ended where `later` begins; `None` when that leaves no day. What something else ended lasted until then, so
    /// nothing of it is presumed.
    pub(super) fn ended_by(&self, later: Interval) -> Option<Self> {
        let mut ended = self.clone();
        ended.holding.interval = self.time().ended_by(later)?;
        if ended.time() != self.time() {
            ended.holding.presumed_from = Day::MAX;
        }
        Some(ended)
    }

    /// The same for other companies from a day on, as a succession hands it on.
    pub(super) fn handed_on(&self, owner: CompanyId, owned: CompanyId, on: PartialDate) -> Option<Self> {
        let (e0, e1) = self.time().end();
        let mut handed = self.clone();
        handed.holding.owner = owner;
        handed.holding.owned = owned;
        handed.holding.interval = Interval::new(on.first(), on.last(), e0, e1)?;
        handed.inherited = true;
        Some(handed)
    }
}

/// A purchase of a whole company, which ends what others had of it.
#[derive(Clone, Debug)]
pub(super) struct Purchase {
    pub(super) acquirers: Vec<CompanyId>,
    pub(super) time: Interval,
}

/// What all records say about ownership, by what is owned; a company that was renamed is told of as its last record.
#[derive(Clone, Debug)]
pub(super) struct Records<'i> {
    pub(super) identity: &'i Identity,
    pub(super) claims: BTreeMap<CompanyId, Vec<Claim>>,
    pub(super) purchases: BTreeMap<CompanyId, Vec<Purchase>>,
    pub(super) spin_offs: BTreeMap<CompanyId, Vec<Interval>>,
    /// What was known when they said it.
    pub(super) known: Knowledge,
}

impl<'i> Records<'i> {
    pub(super) fn of(
        model: &Model,
        standings: &Standings,
        spans: &[Option<Span>],
        known: Knowledge,
        reach: Reach,
        identity: &'i Identity,
    ) -> Self {
        let mut records = Self {
            identity,
            claims: BTreeMap::new(),
            purchases: BTreeMap::new(),
            spin_offs: BTreeMap::new(),
            known,
        };
        for (owned, company) in model.companies() {
            for part in &company.part_of {
                let Some(dates) = known.membership(model, part) else {
                    continue;
                };
                let Some(interval) = dates.interval() else { continue };
                records.add(Claim {
                    holding: whole(part.company, owned, Cause::Declared, interval),
                    rank: Rank::Purchase,
                    ends: dates.to.is_some(),
                    inherited: false,
                    instrument: None,
                    states_control: false,
                });
            }
        }
        for (id, relation) in model.relations() {
            // what is agreed binds, and is not held yet
            let to_come = relation.status == Status::Agreed && relation.since.is_none();
            let counts = standings.of(id) == Standing::Counts && !relation.rumoured && !to_come;
            if let Some(span) = spans[id.index()].filter(|_| counts) {
                let disputed = standings.is_disputed(id);
                match relation.kind_name() {
                    KindName::STAKE => records.stake(id, relation, span, disputed),
                    KindName::ACQUISITION => {
                        if let Some(time) = effect(model, relation, known, reach) {
                            records.acquisition(id, relation, time, disputed);
                        }
                    }
                    KindName::JOINT_VENTURE => records.venture(id, relation, span, disputed),
                    _ => {}
                }
            }
        }
        for succession in &model.successions {
            if succession.how == SuccessionAs::SpinOff
                && let Some(since) = known.succession(model, succession)
                && let Some(time) = Interval::from_dates(since, None)
            {
                records
                    .spin_offs
                    .entry(identity.root(succession.to))
                    .or_default()
                    .push(time);
            }
        }
        records
    }

    pub(super) fn add(&mut self, mut claim: Claim) {
        // what is told of an old record began under its name
        for company in [claim.holding.owner, claim.holding.owned] {
            let (s0, s1) = claim.time().start();
            let (e0, e1) = claim.time().end();
            let turn = self.identity.renamed().find(|turn| turn.from == company);
            let by = turn.map_or(s1, |turn| s1.min(turn.on.last()));
            claim.holding.interval = Interval::new(s0, by.max(s0), e0, e1).unwrap_or(claim.holding.interval);
        }
        claim.holding.owner = self.identity.root(claim.holding.owner);
        claim.holding.owned = self.identity.root(claim.holding.owned);
        if claim.holding.owner != claim.holding.owned {
            self.claims.entry(claim.holding.owned).or_default().push(claim);
        }
    }

    fn stake(&mut self, id: RelationId, relation: &Relation, span: Span, disputed: bool) {
        let (Some(owner), Some(owned)) = (relation.in_role(0).next(), relation.in_role(1).next()) else {
            return;
        };
        self.add(Claim {
            holding: Holding {
                owner,
                owned,
                part: relation.share().map_or(Part::Unknown, |share| Part::Share(*share)),
                basis: relation.choice::<StakeBasis>(FieldName::BASIS),
                cause: Cause::Relation(id),
                interval: span.interval,
                presumed_from: span.presumed_from,
                controls: relation.controls(),
                common: false,
                disputed,
            },
            rank: Rank::Stake,
            ends: has_known_end(span),
            inherited: false,
            instrument: relation.text(FieldName::INSTRUMENT).cloned(),
            states_control: relation.own(FieldName::CONTROL).is_some(),
        });
    }

    /// A completed purchase of the whole; a part that was bought is what its stake says, and leaves sellers with less.
    fn acquisition(&mut self, id: RelationId, relation: &Relation, time: Interval, disputed: bool) {
        let Some(owned) = relation.in_role(1).next() else {
            return;
        };
        if !matches!(relation.status, Status::Completed | Status::Terminated) {
            return;
        }
        let acquirers: Vec<CompanyId> = relation.in_role(0).collect();
        match relation.scope() {
            AcquisitionScope::Whole => {
                for acquirer in &acquirers {
                    let alone = acquirers.len() == 1;
                    let stated = shares(relation, *acquirer);
                    self.add(Claim {
                        holding: Holding {
                            part: match stated {
                                _ if alone => Part::Whole,
                                Some(share) => Part::Share(share),
                                None => Part::Unknown,
                            },
                            controls: alone || stated.is_some_and(is_majority),
                            common: !alone,
                            disputed,
                            ..whole(*acquirer, owned, Cause::Relation(id), time)
                        },
                        rank: Rank::Purchase,
                        ends: time.end().0 < Day::MAX,
                        inherited: false,
                        instrument: None,
                        states_control: false,
                    });
                }
                let acquirers = acquirers.into_iter().map(|id| self.identity.root(id)).collect();
                self.purchases
                    .entry(self.identity.root(owned))
                    .or_default()
                    .push(Purchase { acquirers, time });
            }
            AcquisitionScope::Stake => {
                for (party, rank) in acquirers
                    .into_iter()
                    .map(|id| (id, Rank::Venture))
                    .chain(relation.in_role(2).map(|id| (id, Rank::Remainder)))
                {
                    self.add(Claim {
                        holding: Holding {
                            part: Part::Unknown,
                            controls: false,
                            disputed,
                            ..whole(party, owned, Cause::Relation(id), time)
                        },
                        rank,
                        ends: false,
                        inherited: false,
                        instrument: None,
                        states_control: false,
                    });
                }
            }
            AcquisitionScope::Assets => {}
        }
    }

    fn venture(&mut self, id: RelationId, relation: &Relation, span: Span, disputed: bool) {
        let Some(owned) = relation.in_role(1).next() else {
            return;
        };
        for partner in relation.in_role(0) {
            let share = shares(relation, partner);
            let basis = relation.choice::<StakeBasis>(FieldName::BASIS);
            self.add(Claim {
                holding: Holding {
                    part: share.map_or(Part::Unknown, Part::Share),
                    basis,
                    presumed_from: span.presumed_from,
                    controls: basis != Some(StakeBasis::Economic) && share.is_some_and(is_majority),
                    disputed,
                    ..whole(partner, owned, Cause::Relation(id), span.interval)
                },
                rank: Rank::Venture,
                ends: has_known_end(span),
                inherited: false,
                instrument: None,
                states_control: false,
            });
        }
    }
}

/// The whole of a company, undisputed.
pub(super) const fn whole(owner: CompanyId, owned: CompanyId, cause: Cause, interval: Interval) -> Holding {
    Holding {
        owner,
        owned,
        part: Part::Whole,
        basis: None,
        cause,
        interval,
        presumed_from: Day::MAX,
        controls: true,
        common: false,
        disputed: false,
    }
}

fn has_known_end(span: Span) -> bool {
    span.interval.end().1 < Day::MAX
}

fn is_majority(share: Share) -> bool {
    share.surely_over(rust_decimal::Decimal::from(50))
}

/// What the field `shares` says of one party.
fn shares(relation: &Relation, party: CompanyId) -> Option<Share> {
    match relation.own(FieldName::SHARES)? {
        Value::ByCompany(shares) => shares
            .iter()
            .find(|(id, _)| *id == party)
            .and_then(|(_, value)| match value {
                Value::Share(share) => Some(*share),
                _ => None,
            }),
        _ => None,
    }
}
