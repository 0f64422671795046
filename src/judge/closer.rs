//! What a coopetition comes to: what remains of it without arm's length, and whether cooperation and competition meet in one market.

use std::collections::BTreeSet;

use crate::graph::{Bond, Presence};
use crate::judge::{View, market, stance};
use crate::model::{MarketId, Model, ProductRef, RelationId};
use crate::vocab::{CooperationForm, Side, Zone};

/// A closer look at a coopetition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closer {
    /// The stance without cooperation by trade at arm's length, and without that through platforms and industry bodies.
    pub without_trade: Zone,
    /// The broader of each two markets in which a cooperative and a competitive tie meet; `None` where no cooperative tie is
    /// recorded to concern a market.
    pub meets_in: Option<Vec<MarketId>>,
}

/// Looks closer at some bonds of one pair, where they are a coopetition within the asked time. Cost: that of a stance.
#[must_use]
pub fn closer(view: &View<'_>, bonds: &[Bond]) -> Option<Closer> {
    if view.stance(bonds).zone != Zone::Coopetition {
        return None;
    }
    let model = view.model();
    let without_trade = if bonds.iter().any(|bond| is_loose(model, bond)) {
        let chosen: Vec<Bond> = bonds.iter().filter(|bond| !is_loose(model, bond)).cloned().collect();
        stance::of(view.graph, view.scope, &chosen).zone
    } else {
        Zone::Coopetition
    };
    let held = |side: Side| -> BTreeSet<MarketId> {
        let held = bonds
            .iter()
            .filter(|bond| bond.side() == side && !bond.inside && view.scope.presence(bond) > Presence::No);
        held.flat_map(|bond| concerns(model, bond.tie.relation)).collect()
    };
    let (friendly, rival) = (held(Side::Cooperation), held(Side::Competition));
    let meetings = friendly
        .iter()
        .flat_map(|a| rival.iter().filter_map(move |b| market::common(model, *a, *b)));
    Some(Closer {
        without_trade,
        meets_in: (!friendly.is_empty()).then(|| meetings.collect::<BTreeSet<_>>().into_iter().collect()),
    })
}

/// Whether a bond is cooperation that nobody chose the other for: trade at arm's length, a platform or a body of many.
fn is_loose(model: &Model, bond: &Bond) -> bool {
    let form = model[bond.tie.relation].kind().form;
    bond.side() == Side::Cooperation && matches!(form, Some(CooperationForm::Trade | CooperationForm::Structural))
}

/// The markets that a relation names, and those of the products that it names.
fn concerns(model: &Model, id: RelationId) -> Vec<MarketId> {
    let relation = &model[id];
    let products = relation.products().into_iter().filter_map(|product| match product {
        ProductRef::Declared(id) => Some(model[id].market),
        ProductRef::Named(_) => None,
    });
    relation.market.into_iter().chain(products).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::derived::Knowledge;
    use crate::graph::Graph;
    use crate::judge::Scope;
    use crate::judge::testing::random::random;
    use crate::judge::testing::{Data, ask, both};
    use crate::model::CompanyId;

    #[test]
    fn what_remains_is_what_each_chose_the_other_for() {
        let mut data = Data::new();
        let lamps = data.market("lamps", both("Lamps", "Đèn"), None);
        let desk = data.market("desk-lamps", both("Desk lamps", "Đèn bàn"), Some("lamps"));
        let chairs = data.market("chairs", both("Chairs", "Ghế"), None);
        let rivals = data.tie("competitive_overlap", "a, b", "2012..");
        data.edit(rivals).market = Some(desk);
        let parts = data.tie("supply", "a > b", "2012..");
        let look = |data: &Data| {
            ask(
                &data.model,
                "2013",
                |_| {},
                |view| closer(view, &view.bonds_between(CompanyId(0), CompanyId(1))),
            )
        };
        let found = look(&data).unwrap();
        assert_eq!(
            (found.without_trade, found.meets_in),
            (Zone::Competition, None),
            "a customer and a rival"
        );
        data.edit(parts).market = Some(chairs);
        assert_eq!(look(&data).unwrap().meets_in, Some(vec![]));
        let pact = data.tie("alliance", "a, b", "2012..");
        data.edit(pact).market = Some(lamps);
        let found = look(&data).unwrap();
        assert_eq!(
            (found.without_trade, found.meets_in),
            (Zone::Coopetition, Some(vec![lamps]))
        );
        data.edit(rivals).since = None;
        data.edit(rivals).until = Some(crate::model::Moment::On("2012-06".parse().unwrap()));
        assert_eq!(look(&data), None, "no coopetition any more");
    }

    proptest! {
        /// Whoever leaves the same records away from the data gets the same stance.
        #[test]
        fn it_is_the_stance_of_data_without_these_records(data in random(true), at in 0..40_u8) {
            let scope = Scope { group: false, ..Scope::at(data.date(at)) };
            let mut without = data.model.clone();
            for at in 0..without.relations.len() {
                let form = without.relations[at].kind().form;
                if matches!(form, Some(CooperationForm::Trade | CooperationForm::Structural)) {
                    // a party of nobody makes no tie
                    without.relations[at].parties.clear();
                }
            }
            let (all, rest) = (Graph::new(&data.model, Knowledge::ALL), Graph::new(&without, Knowledge::ALL));
            let (all, rest) = (View::new(&all, &scope), View::new(&rest, &scope));
            for (a, _) in data.model.companies() {
                for (b, _) in data.model.companies().filter(|(b, _)| *b != a) {
                    if let Some(found) = closer(&all, &all.bonds_between(a, b)) {
                        prop_assert_eq!(found.without_trade, rest.stance(&rest.bonds_between(a, b)).zone);
                    }
                }
            }
        }
    }
}
