//! Companies that are tied to both of a pair, by what they are to both.

use std::collections::{BTreeMap, BTreeSet};

use crate::derived::TieEnd;
use crate::graph::Bond;
use crate::judge::View;
use crate::judge::thirds::thirds;
use crate::model::{CompanyId, RelationId};
use crate::vocab::{Family, KindName, Net, Side};

/// What some companies are to both of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Common {
    /// They put capital into both, or hold a part of both.
    Owner,
    /// Both put capital into them, or hold a part of them.
    Holding,
    /// They supply both, or license or host for both.
    Supplier,
    /// They buy from both.
    Customer,
    /// Both are members of them.
    Body,
    /// They work with both in other ways.
    Partner,
    /// They compete with both.
    Rival,
    /// Partners of the first that compete with the second.
    PartnerOfFirst,
    /// Partners of the second that compete with the first.
    PartnerOfSecond,
}

impl Common {
    /// How data formats call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Holding => "holding",
            Self::Supplier => "supplier",
            Self::Customer => "customer",
            Self::Body => "body",
            Self::Partner => "partner",
            Self::Rival => "rival",
            Self::PartnerOfFirst => "partner_of_first",
            Self::PartnerOfSecond => "partner_of_second",
        }
    }
}

/// Companies that are the same to both of a pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Indirect {
    /// What they are.
    pub common: Common,
    /// The companies, by name, each with the relations that make it so.
    pub companies: Vec<(CompanyId, BTreeSet<RelationId>)>,
}

/// What a counterparty is to a company, with the relations that make it so.
type Parts = BTreeMap<Common, BTreeSet<RelationId>>;

/// The companies that hold a cooperative or a competitive tie with both within the asked time.
pub(super) fn indirect(view: &View<'_>, a: CompanyId, b: CompanyId) -> Vec<Indirect> {
    let mut groups: BTreeMap<Common, Vec<(CompanyId, BTreeSet<RelationId>)>> = BTreeMap::new();
    for third in thirds(view, a, b) {
        let [ours, theirs] = third.bonds.each_ref().map(|bonds| parts_played(view, bonds));
        for (common, relations) in shared(&ours, &theirs) {
            groups.entry(common).or_default().push((third.company, relations));
        }
    }
    let groups = groups.into_iter();
    groups
        .map(|(common, companies)| Indirect { common, companies })
        .collect()
}

/// What the counterparty of some bonds of one pair is to the asked company.
fn parts_played(view: &View<'_>, bonds: &[Bond]) -> Parts {
    let mut parts = Parts::new();
    for bond in bonds {
        let part = parts.entry(part_played(view, bond)).or_default();
        part.extend(bond.tie.relations());
    }
    parts
}

/// What the counterparty of a bond is to the asked company.
fn part_played(view: &View<'_>, bond: &Bond) -> Common {
    let relation = &view.model()[bond.tie.relation];
    let projection = bond.tie.projection(view.model());
    let net = match bond.end {
        TieEnd::From => projection.net.0,
        TieEnd::To => projection.net.1,
    };
    let directed = !projection.is_symmetric() && bond.tie.second.is_none();
    match (bond.side(), net) {
        (Side::Competition, _) => Common::Rival,
        (_, Net::Supplier) => Common::Supplier,
        (_, Net::Customer) => Common::Customer,
        (_, Net::Capital) if directed && !relation.is(KindName::REVENUE_SHARE) => match bond.end {
            TieEnd::From => Common::Holding,
            TieEnd::To => Common::Owner,
        },
        (_, Net::Complementor)
            if directed && relation.kind().family == Family::Alliance && bond.end == TieEnd::From =>
        {
            Common::Body
        }
        _ => Common::Partner,
    }
}

/// What a company is to both: the same part on both sides, else a partner in different ways, or friend of one and rival
/// of the other.
fn shared(ours: &Parts, theirs: &Parts) -> Vec<(Common, BTreeSet<RelationId>)> {
    let union = |a: &BTreeSet<RelationId>, b: &BTreeSet<RelationId>| a.union(b).copied().collect::<BTreeSet<_>>();
    let mut found: Vec<(Common, BTreeSet<RelationId>)> = ours
        .iter()
        .filter_map(|(part, relations)| Some((*part, union(relations, theirs.get(part)?))))
        .collect();
    let friendly = |parts: &Parts| -> BTreeSet<RelationId> {
        let friends = parts.iter().filter(|(part, _)| **part != Common::Rival);
        friends.flat_map(|(_, relations)| relations.iter().copied()).collect()
    };
    let (our_ties, their_ties) = (friendly(ours), friendly(theirs));
    let same_part = found.iter().any(|(part, _)| *part != Common::Rival);
    if !our_ties.is_empty() && !their_ties.is_empty() && !same_part {
        found.push((Common::Partner, union(&our_ties, &their_ties)));
    }
    if let (None, Some(rivalry)) = (ours.get(&Common::Rival), theirs.get(&Common::Rival))
        && !our_ties.is_empty()
    {
        found.push((Common::PartnerOfFirst, union(&our_ties, rivalry)));
    }
    if let (Some(rivalry), None) = (ours.get(&Common::Rival), theirs.get(&Common::Rival))
        && !their_ties.is_empty()
    {
        found.push((Common::PartnerOfSecond, union(&their_ties, rivalry)));
    }
    found
}
