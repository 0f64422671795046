use std::collections::BTreeMap;

use crate::graph::{Bond, Presence};
use crate::judge::{Asked, Scope, View, pairs, stance};
use crate::values::PartialDate;
use crate::vocab::Zone;

/// How many pairs of groups stand in each stance, surely or not; pairs without a tie of either side are in none.
pub type Pairs = BTreeMap<(Zone, Presence), usize>;

/// Counts pairs within the asked time and over all time. Each pair counts once, between the companies on top at the time;
/// unnamed classes of firms are in none.
///
/// Cost: the bonds of every company once, and per pair the product of its cooperative and competitive ones.
pub(super) fn pairs(view: &View<'_>) -> (Pairs, Pairs) {
    let ever = Scope {
        asked: all_time().unwrap_or(view.scope.asked),
        ..view.scope.clone()
    };
    let (mut at, mut over_time) = (Pairs::new(), Pairs::new());
    for bonds in pairs::bonds(view, None).values() {
        for (scope, found) in [(view.scope, &mut at), (&ever, &mut over_time)] {
            let stance = stance::of(view.graph, scope, bonds);
            let shown = |bond: &Bond| view.shows(bond) && scope.presence(bond) > Presence::No;
            if bonds.iter().any(shown) && stance.zone != Zone::None {
                *found.entry((stance.zone, stance.presence)).or_default() += 1;
            }
        }
    }
    (at, over_time)
}

fn all_time() -> Option<Asked> {
    let year = |year| PartialDate::new(year, None, None).ok();
    Some(Asked::Between(year(1)?, year(9999)?))
}
