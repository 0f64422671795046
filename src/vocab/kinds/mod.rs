//! The table of relation kinds, in files by family.

mod capital;
mod rivalry;
mod together;
mod trade;

use super::kind::{Arity, Kind, Net, Projection, Role, Side, SideRule};
use crate::lang::Phrase;

/// Every relation kind, in the order of documentation and of answers.
pub static KINDS: &[&Kind] = &[
    &capital::INVESTMENT,
    &capital::STAKE,
    &capital::ACQUISITION,
    &capital::LOAN,
    &capital::GUARANTEE,
    &capital::REVENUE_SHARE,
    &trade::CLOUD_DEPENDENCY,
    &trade::SUPPLY,
    &trade::LICENSE,
    &trade::INTEGRATION,
    &trade::COMPLEMENT,
    &trade::DISTRIBUTION,
    &together::ALLIANCE,
    &together::JOINT_VENTURE,
    &together::MEMBERSHIP,
    &together::BOARD_SEAT,
    &rivalry::COMPETITIVE_OVERLAP,
    &rivalry::LAWSUIT,
    &rivalry::PROCEEDING,
];

/// The position in [`KINDS`] of the kind called `name` (singular).
#[must_use]
pub fn kind(name: &str) -> Option<usize> {
    KINDS.iter().position(|kind| kind.name == name)
}

/// The position in [`KINDS`] of the kind whose section is `section` (plural).
#[must_use]
pub fn kind_by_section(section: &str) -> Option<usize> {
    KINDS.iter().position(|kind| kind.section == section)
}

const fn one(name: &'static str, doc: &'static str) -> Role {
    Role {
        name,
        arity: Arity::One,
        required: true,
        doc,
    }
}

const fn many(name: &'static str, least: usize, doc: &'static str) -> Role {
    Role {
        name,
        arity: Arity::Many(least),
        required: true,
        doc,
    }
}

const fn optional(mut role: Role) -> Role {
    role.required = false;
    role
}

const fn tie(from: usize, to: usize, side: Side, from_verb: Phrase, to_verb: Phrase, net: (Net, Net)) -> Projection {
    Projection {
        from,
        to,
        side: SideRule::Always(side),
        from_verb,
        to_verb,
        net,
    }
}

const fn mutual(role: usize, side: Side, verb: Phrase, net: Net) -> Projection {
    tie(role, role, side, verb, verb, (net, net))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::vocab::{COMMON, MoneyFlow};

    #[test]
    fn names_are_unique_and_fields_do_not_clash() {
        let names: BTreeSet<_> = KINDS.iter().flat_map(|kind| [kind.name, kind.section]).collect();
        assert_eq!(names.len(), 2 * KINDS.len());
        for kind in KINDS {
            let fields: Vec<_> = kind.all_fields().map(|field| field.name).collect();
            assert_eq!(
                fields.iter().collect::<BTreeSet<_>>().len(),
                fields.len(),
                "{}: {fields:?}",
                kind.name
            );
        }
    }

    #[test]
    fn the_first_fields_are_fields_of_the_kind() {
        for kind in KINDS {
            let known = |name: &&&str| !kind.fields.iter().chain(COMMON).any(|field| field.name == **name);
            assert_eq!(kind.first.iter().find(known), None, "{}", kind.name);
            assert_eq!(
                kind.all_fields().count(),
                1 + kind.roles.len() + kind.fields.len() + COMMON.len(),
                "{}",
                kind.name
            );
        }
    }

    #[test]
    fn kinds_that_make_companies_cooperate_have_a_form_and_no_others() {
        for kind in KINDS {
            let cooperates = kind.ties.iter().any(|tie| match tie.side {
                SideRule::Always(side) => side == Side::Cooperation,
                SideRule::Stake => true,
            });
            assert_eq!(kind.form.is_some(), cooperates, "{}", kind.name);
        }
    }

    #[test]
    fn projections_and_money_name_roles_that_exist() {
        for kind in KINDS {
            assert!(!kind.ties.is_empty(), "{}", kind.name);
            for tie in kind.ties {
                assert!(
                    tie.from < kind.roles.len() && tie.to < kind.roles.len(),
                    "{}",
                    kind.name
                );
                for verb in [tie.from_verb, tie.to_verb] {
                    assert!(!verb.en.is_empty() && !verb.vi.is_empty(), "{}", kind.name);
                }
            }
            if let MoneyFlow::Between(from, to) | MoneyFlow::OnCall(from, to) = kind.money {
                assert!(from < kind.roles.len() && to < kind.roles.len(), "{}", kind.name);
            }
        }
    }
}
