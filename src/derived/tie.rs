use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::lang::Phrase;
use crate::model::{CompanyId, Model, RelationId};
use crate::vocab::{KindName, Projection, Side};

/// One tie between two companies: a relation seen through one of its projections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tie {
    /// The relation.
    pub relation: RelationId,
    /// The second relation that the tie rests on: two memberships make their members fellows.
    pub second: Option<RelationId>,
    /// The projection, as a position in [`Kind::ties`](crate::vocab::Kind::ties).
    pub projection: u8,
    /// The company at the `from` end.
    pub from: CompanyId,
    /// The company at the `to` end.
    pub to: CompanyId,
    /// The side.
    pub side: Side,
}

/// The end of a tie from which an answer looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TieEnd {
    /// The `from` end.
    From,
    /// The `to` end.
    To,
}

/// What fellow members of a consortium are to each other.
pub const FELLOW: Phrase = Phrase::new("is a fellow member of", "cùng là thành viên với");

impl Tie {
    /// Its row in the kind's table.
    #[must_use]
    pub fn projection(&self, model: &Model) -> &'static Projection {
        model[self.relation].kind().projection(self.projection)
    }

    /// The company at the other end.
    #[must_use]
    pub const fn other(&self, end: TieEnd) -> CompanyId {
        match end {
            TieEnd::From => self.to,
            TieEnd::To => self.from,
        }
    }

    /// What an answer about the company at `end` says: "invests in".
    #[must_use]
    pub fn verb(&self, model: &Model, end: TieEnd) -> Phrase {
        let projection = self.projection(model);
        match (self.second, end) {
            (Some(_), _) => FELLOW,
            (None, TieEnd::From) => projection.from_verb,
            (None, TieEnd::To) => projection.to_verb,
        }
    }

    /// The role that the company at `end` plays.
    #[must_use]
    pub fn role(&self, model: &Model, end: TieEnd) -> &'static str {
        let projection = self.projection(model);
        let role = match end {
            TieEnd::From => projection.from,
            TieEnd::To => projection.to,
        };
        model[self.relation].kind().roles[role].name
    }

    /// The relations it rests on.
    pub fn relations(&self) -> impl Iterator<Item = RelationId> {
        std::iter::once(self.relation).chain(self.second)
    }
}

/// Projects every relation onto its ties, in the order of relations; fellow members come last.
///
/// Cost: linear in the pairs of parties; quadratic in the members of one consortium.
pub(super) fn project(model: &Model) -> Vec<Tie> {
    let mut ties = Vec::with_capacity(model.relations.len());
    for (id, relation) in model.relations() {
        for (at, projection) in relation.kind().ties.iter().enumerate() {
            let side = relation.side(projection);
            for (from, to) in relation.pairs(projection) {
                ties.push(Tie {
                    relation: id,
                    second: None,
                    projection: at as u8,
                    from,
                    to,
                    side,
                });
            }
        }
    }
    ties.extend(fellows(model));
    ties
}

/// The roles of a member and of the body that it is a member of, each as a position in [`KINDS`](crate::vocab::KINDS) and one
/// in the roles of that kind: who else is a member of the body is its fellow.
#[must_use]
pub const fn member_and_body() -> [(u8, u8); 2] {
    let membership = KindName::MEMBERSHIP.index() as u8;
    [(membership, 0), (membership, 1)]
}

/// Members of one consortium cooperate through it.
fn fellows(model: &Model) -> Vec<Tie> {
    let [member, body] = member_and_body();
    let mut bodies: BTreeMap<CompanyId, Vec<(RelationId, CompanyId)>> = BTreeMap::new();
    for (id, relation) in model.relations().filter(|(_, relation)| relation.kind == body.0) {
        for body in relation.in_role(body.1.into()) {
            bodies
                .entry(body)
                .or_default()
                .extend(relation.in_role(member.1.into()).map(|member| (id, member)));
        }
    }
    let mut ties = Vec::new();
    for members in bodies.values() {
        for (at, (first, from)) in members.iter().enumerate() {
            for (second, to) in members[at + 1..].iter().filter(|(_, to)| to != from) {
                ties.push(Tie {
                    relation: *first,
                    second: Some(*second),
                    projection: 0,
                    from: *from,
                    to: *to,
                    side: Side::Cooperation,
                });
            }
        }
    }
    ties
}
