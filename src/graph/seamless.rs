//! New terms in place of old ones: both share one boundary day, however coarsely it is known.

use std::borrow::Cow;

use super::bond::Bond;
use crate::model::Model;

/// Some bonds of one pair, as they tell whether a side of it holds.
///
/// Where a bond's relation is superseded by that of another bond of the same side, and the one may last until the other
/// begins, it surely lasts until the other surely holds. The bonds as they were say when each relation itself holds.
/// Cost: the bonds, times those that supersede another.
#[must_use]
pub fn seamless<'b>(model: &Model, bonds: &'b [Bond]) -> Cow<'b, [Bond]> {
    let replaces = |bond: &&Bond| !model[bond.tie.relation].supersedes.is_empty();
    let mut sealed = Cow::Borrowed(bonds);
    for later in bonds.iter().filter(replaces) {
        let (Some(begins), Some(holds)) = (later.possible(), later.sure()) else {
            continue;
        };
        for (at, earlier) in bonds.iter().enumerate() {
            let replaced = model[later.tie.relation].supersedes.contains(&earlier.tie.relation)
                && later.side() == earlier.side()
                && later.inside == earlier.inside;
            let hands_over = earlier.sure().is_some()
                && earlier
                    .possible()
                    .is_some_and(|(_, ends)| begins.0 <= ends && ends <= holds.0);
            if replaced && hands_over {
                for part in &mut sealed.to_mut()[at].parts {
                    *part = part.lasting_to(holds.0);
                }
            }
        }
    }
    sealed
}
