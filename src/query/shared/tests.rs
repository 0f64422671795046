use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::{Shared, shared, table, wire};
use crate::derived::{Knowledge, Standing, Tie};
use crate::graph::{Graph, Presence};
use crate::judge::testing::random::random;
use crate::judge::testing::{Data, ask, date};
use crate::judge::{Asked, Scope, View};
use crate::lang::Lang;
use crate::model::{CompanyId, RelationId};
use crate::report::csv;
use crate::values::{Day, Interval, PartialDate};
use crate::vocab::{CompanyKind, Side};

/// "c yes, rival of b" for each partner.
fn told(data: &Data, found: &Shared) -> Vec<String> {
    let name = |id: CompanyId| &data.model[id].id;
    let partner = |partner: &super::Partner| {
        let rivalries = partner.legs.iter().filter(|leg| leg.competes() > Presence::No);
        let rivalries: Vec<String> = rivalries
            .map(|leg| format!(", rival of {}", name(leg.step.to)))
            .collect();
        let together = crate::tell::terms::holds(partner.together);
        format!("{} {together}{}", name(partner.company), rivalries.concat())
    };
    found.partners.iter().map(partner).collect()
}

/// Who works with both `a` and `b`, the first two companies, in 2002.
fn found(data: &Data, roles: &[&str], scope: impl FnOnce(&mut Scope)) -> Vec<String> {
    let roles: Vec<String> = roles.iter().map(|role| (*role).to_owned()).collect();
    let found = ask(&data.model, "2002", scope, |view| {
        shared(view, CompanyId(0), CompanyId(1), &roles)
    });
    told(data, &found)
}

fn pair() -> Data {
    let mut data = Data::new();
    data.company("a");
    data.company("b");
    data
}

#[test]
fn partners_of_both_are_told_with_their_roles_and_rivalries() {
    let mut data = pair();
    data.tie("supply", "c > a", "2001..");
    data.tie("supply", "c > b", "2001..");
    data.tie("competitive_overlap", "b, c", "2001..");
    data.tie("investment", "e > a", "2002-03-01");
    data.tie("loan", "e > b", "2002-03-01");
    data.tie("supply", "a > d", "2001..");
    data.tie("supply", "d > b", "2001..");
    data.tie("supply", "g > a", "2001..");
    data.tie("competitive_overlap", "b, g", "2001..");
    data.tie("alliance", "a, b", "2001..");
    let all = ["c yes, rival of b", "d yes", "e yes"];
    assert_eq!(found(&data, &[], |_| {}), all);
    assert_eq!(found(&data, &["supplier"], |_| {}), all[..1]);
    assert_eq!(found(&data, &["supplier", "customer"], |_| {}), all[..2]);
    assert_eq!(found(&data, &["investors", "lender"], |_| {}), all[2..]);
}

#[test]
fn within_a_window_one_may_come_after_the_other() {
    let mut data = pair();
    data.tie("supply", "c > a", "2001-01-01..2001-06-01");
    data.tie("supply", "c > b", "2001-06-01..2002-06-01");
    let window = |scope: &mut Scope| scope.asked = Asked::Between(date("2001"), date("2002"));
    assert_eq!(found(&data, &[], window), ["c no"]);
    data.tie("supply", "c > a", "2002-03..2004");
    assert_eq!(found(&data, &[], window), ["c yes"]);
    ask(&data.model, "2002", window, |view| {
        let since = shared(view, CompanyId(0), CompanyId(1), &[]).partners[0].begins.clone();
        assert_eq!(since.and_then(|since| since.date()), Some(date("2002-03")));
    });
}

#[test]
fn a_part_of_one_of_the_two_stands_for_it_and_what_it_belongs_to_for_nobody() {
    let mut data = pair();
    data.tie("supply", "c > a1", "2001..");
    data.tie("supply", "c1 > b", "2001..");
    data.part_of("a1", "a", "2001..");
    data.part_of("c1", "c", "2001..");
    assert_eq!(found(&data, &[], |_| {}), ["c yes"]);
    assert!(found(&data, &[], |scope| scope.group = false).is_empty());
    // the parent of `a` is of one group with it, and so is what else belongs to the parent
    data.part_of("a", "top", "2001..");
    data.part_of("sister", "top", "2001..");
    data.tie("supply", "sister > a", "2001..");
    data.tie("supply", "sister > b", "2001..");
    data.tie("supply", "top > b", "2001..");
    assert_eq!(found(&data, &[], |_| {}), ["c yes"]);
}

#[test]
fn what_left_the_group_of_one_is_the_same_company_to_both() {
    let mut data = pair();
    data.part_of("a", "top", "1995..2000");
    data.part_of("sister", "top", "1995..");
    data.tie("supply", "sister > a", "2001..");
    data.tie("supply", "sister > b", "2001..");
    assert_eq!(found(&data, &[], |_| {}), ["sister yes"]);
}

#[test]
fn presumed_ties_are_no_firm_ones() {
    let mut data = pair();
    data.tie("supply", "c > a", "1996..");
    data.tie("supply", "c > b", "2001..");
    let told = |firm: bool| {
        ask(
            &data.model,
            "2002",
            |scope| scope.firm = firm,
            |view| {
                let found = shared(view, CompanyId(0), CompanyId(1), &[]).partners;
                found
                    .into_iter()
                    .map(|partner| (partner.together, partner.firm))
                    .collect::<Vec<_>>()
            },
        )
    };
    assert_eq!(told(false), [(Presence::Presumed, false)]);
    assert_eq!(told(true), []);
}

#[test]
fn answers_have_their_form() {
    let mut data = pair();
    data.tie("supply", "c > a", "2000..2001-06");
    data.tie("competitive_overlap", "a, c", "2001..");
    data.tie("cloud_dependency", "b > c", "2001-02..");
    let window = |scope: &mut Scope| scope.asked = Asked::Between(date("2001"), date("2002"));
    ask(&data.model, "2002", window, |view| {
        let answer = shared(view, CompanyId(0), CompanyId(1), &[]);
        let json = serde_json::to_value(wire(view, &answer)).unwrap();
        let partner = &json["partners"][0];
        assert_eq!(partner["since"]["text"], "2001-02");
        assert_eq!(partner["until"]["text"], "2001-06");
        let legs = &partner["with"];
        assert_eq!(
            (&legs[0]["company"], &legs[0]["competes"]),
            (&"a".into(), &"yes".into())
        );
        assert_eq!(
            (&legs[0]["stance"], &legs[1]["stance"]),
            (&"coopetition".into(), &"cooperation".into())
        );
        assert_eq!(
            (&legs[0]["ties"][0]["role"], &legs[1]["ties"][0]["role"]),
            (&"supplier".into(), &"provider".into())
        );
        let text = csv::write(&table(view, &answer, Lang::Vi));
        assert!(text.contains("cung cấp đám mây cho"), "{text}");
    });
}

/// What a partner of both is: whether one tie with each needs no presumption, the relations by which it works with either, and
/// whether it competes with either.
type Works = (bool, [BTreeSet<RelationId>; 2], [bool; 2]);

/// What is so on one day, told without the gatherer, the groups of a question, or the judge of time.
struct OnDay<'g> {
    graph: &'g Graph<'g>,
    day: Day,
    pair: [CompanyId; 2],
}

impl OnDay<'_> {
    fn holds(&self, interval: Interval) -> Option<bool> {
        let sure = interval
            .sure()
            .is_some_and(|(from, to)| from <= self.day && self.day < to);
        let (from, to) = interval.possible();
        let possible = from <= self.day && self.day < to;
        (sure == possible).then_some(sure)
    }

    /// Whether no date leaves a doubt about this day.
    fn is_certain(&self) -> bool {
        let model = self.graph.model();
        let mut spans = model.relations().filter_map(|(id, _)| self.graph.span(id));
        let mut memberships = model.companies().flat_map(|(id, _)| self.graph.groups().parents(id));
        spans.all(|span| self.holds(span.interval).is_some())
            && memberships.all(|one| self.holds(one.interval).is_some())
            && self.is_acyclic()
    }

    /// Whether nobody belongs to itself in the end, so that the walk upwards ends.
    fn is_acyclic(&self) -> bool {
        let mut at: BTreeSet<CompanyId> = self.graph.model().companies().map(|(id, _)| id).collect();
        for _ in 0..self.graph.model().companies().count() {
            at = at.into_iter().flat_map(|id| self.parents(id)).collect();
        }
        at.is_empty()
    }

    fn parents(&self, company: CompanyId) -> Vec<CompanyId> {
        let all = self.graph.groups().parents(company).iter();
        all.filter(|one| self.holds(one.interval) == Some(true))
            .map(|one| one.parent)
            .collect()
    }

    /// What a company is rolled up to, through parents it may climb onto; in a circle, nobody is met twice.
    fn tops(&self, company: CompanyId, may: &dyn Fn(CompanyId) -> bool) -> BTreeSet<CompanyId> {
        self.tops_after(&[company], may)
    }

    fn tops_after(&self, way: &[CompanyId], may: &dyn Fn(CompanyId) -> bool) -> BTreeSet<CompanyId> {
        let at = way[way.len() - 1];
        let kind = |id: CompanyId| self.graph.model()[id].kind;
        let mut above = self.parents(at);
        above.retain(|id| {
            may(*id) && !way.contains(id) && matches!(kind(*id), CompanyKind::Company | CompanyKind::Division)
        });
        if above.is_empty() {
            return [at].into();
        }
        let further = |id: CompanyId| self.tops_after(&[way, &[id]].concat(), may);
        above.into_iter().flat_map(further).collect()
    }

    /// Whether a company belongs to another, if not through `without`.
    fn belongs(&self, company: CompanyId, to: CompanyId, without: CompanyId) -> bool {
        self.belongs_after(&[company], to, without)
    }

    fn belongs_after(&self, way: &[CompanyId], to: CompanyId, without: CompanyId) -> bool {
        let at = way[way.len() - 1];
        let mut above = self.parents(at).into_iter().filter(|id| !way.contains(id));
        at == to || at != without && above.any(|id| self.belongs_after(&[way, &[id]].concat(), to, without))
    }

    /// How a tie holds: whether it is only presumed; `None` where it does not.
    fn tie(&self, tie: &Tie) -> Option<bool> {
        let mut presumed = false;
        for id in tie.relations() {
            let span = self.graph.span(id)?;
            if self.graph.standings().of(id) != Standing::Counts || self.holds(span.interval) != Some(true) {
                return None;
            }
            presumed |= span.presumed_from <= self.day;
        }
        (self.holds(self.graph.lives(tie)) == Some(true)).then_some(presumed)
    }

    /// What ties each company to the first or the second of the pair: side, relation, and whether it is presumed.
    fn ties_of(&self, at: usize) -> BTreeMap<CompanyId, BTreeSet<(Side, RelationId, bool)>> {
        let (one, other) = (self.pair[at], self.pair[1 - at]);
        let ever_above = |company: CompanyId| {
            self.graph
                .groups()
                .ancestors(company, true)
                .into_iter()
                .map(|(id, _)| id)
        };
        let above: Vec<CompanyId> = self.pair.into_iter().flat_map(ever_above).collect();
        let may = |id: CompanyId| self.pair.contains(&id) || !above.contains(&id);
        let mut found: BTreeMap<CompanyId, BTreeSet<(Side, RelationId, bool)>> = BTreeMap::new();
        for tie in self.graph.ties() {
            let Some(presumed) = self.tie(tie) else { continue };
            for (mine, theirs) in [(tie.from, tie.to), (tie.to, tie.from)] {
                if !self.belongs(mine, one, other) {
                    continue;
                }
                for third in self.tops(theirs, &may) {
                    let one_group = !self.tops(third, &|_| true).is_disjoint(&self.tops(one, &|_| true));
                    if !self.pair.contains(&third) && !one_group {
                        found
                            .entry(third)
                            .or_default()
                            .insert((tie.side, tie.relation, presumed));
                    }
                }
            }
        }
        found
    }

    fn partners(&self) -> BTreeMap<CompanyId, Works> {
        let (first, second) = (self.ties_of(0), self.ties_of(1));
        let mut found = BTreeMap::new();
        for (company, ours) in &first {
            let Some(theirs) = second.get(company) else { continue };
            let of = |ties: &BTreeSet<(Side, RelationId, bool)>, side: Side| -> Vec<(RelationId, bool)> {
                let ties = ties.iter().filter(|tie| tie.0 == side);
                ties.map(|(_, id, presumed)| (*id, *presumed)).collect()
            };
            let works = [ours, theirs].map(|ties| of(ties, Side::Cooperation));
            let is_class = self.graph.model()[*company].kind == CompanyKind::Class;
            if is_class || works.iter().any(Vec::is_empty) {
                continue;
            }
            let sure = works.iter().all(|ties| ties.iter().any(|(_, presumed)| !presumed));
            let ids = works.map(|ties| ties.into_iter().map(|(id, _)| id).collect());
            let rival = [ours, theirs].map(|ties| !of(ties, Side::Competition).is_empty());
            found.insert(*company, (sure, ids, rival));
        }
        found
    }
}

fn on(graph: &Graph<'_>, day: Day, pair: [CompanyId; 2]) -> Shared {
    let scope = Scope::at(PartialDate::from_day(day).expect("a date"));
    shared(&View::new(graph, &scope), pair[0], pair[1], &[])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn partners_are_those_that_a_walk_over_all_ties_of_the_day_finds(
        mut data in random(false), day in 0..10_000_i32, (a, b) in (0..6_u32, 1..6_u32),
    ) {
        // the walk knows nothing of mergers, which pass ties on
        data.model.successions = Vec::new().into();
        let graph = Graph::new(&data.model, Knowledge::ALL);
        let day = Day::from_number(Day::from_ymd(1999, 1, 1).expect("a day").number() + day);
        let pair = [CompanyId(a), CompanyId((a + b) % 6)];
        let truth = OnDay { graph: &graph, day, pair };
        prop_assume!(truth.is_certain());
        let found = on(&graph, day, pair);
        let told: BTreeMap<_, _> = found.partners.iter().map(|partner| {
            let ids = partner.legs.each_ref().map(|leg| {
                let ties = leg.step.ties.iter().filter(|tie| tie.side == Side::Cooperation);
                ties.map(|tie| tie.relations[0]).collect::<BTreeSet<_>>()
            });
            let rival = partner.legs.each_ref().map(|leg| leg.competes() > Presence::No);
            (partner.company, (partner.together == Presence::Yes, ids, rival))
        }).collect();
        prop_assert_eq!(&told, &truth.partners(), "{}", day);
        for partner in &found.partners {
            prop_assert!(partner.together >= Presence::Presumed);
            // since when, by asking the days around
            let since = partner.begins.as_ref().expect("certain days have a certain start");
            let is_there = |day: Day| {
                let truth = OnDay { graph: &graph, day, pair };
                truth.is_certain().then(|| truth.partners().contains_key(&partner.company))
            };
            prop_assert!(since.latest <= day && is_there(since.latest) != Some(false));
            prop_assert_ne!(is_there(since.earliest.prev()), Some(true));
        }
    }
}
