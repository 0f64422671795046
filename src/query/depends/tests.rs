use super::{Cut, Dependence, Need, depends, table, wire};
use crate::judge::testing::{Data, ask};
use crate::lang::Lang;
use crate::model::{CompanyId, Value};
use crate::report::csv;
use crate::vocab::{Nature, Words};

fn found(data: &Data, company: &str, reverse: bool, depth: usize) -> Dependence {
    let at = data
        .model
        .companies
        .iter()
        .position(|known| known.id == company)
        .unwrap();
    ask(
        &data.model,
        "2002",
        |_| {},
        |view| depends(view, CompanyId::from(at), reverse, depth),
    )
}

/// "1 a>b supply cycle" for each edge.
fn told(data: &Data, found: &Dependence) -> Vec<String> {
    found
        .edges
        .iter()
        .map(|edge| {
            let needs: Vec<&str> = edge.lines.iter().map(|line| line.need.name()).collect();
            let (who, on) = (&data.model[edge.dependent].id, &data.model[edge.on].id);
            let cut = edge.cut.map_or("", Cut::name);
            format!("{} {who}>{on} {} {cut}", edge.level, needs.join("+"))
                .trim_end()
                .to_owned()
        })
        .collect()
}

fn mode(data: &mut Data, id: crate::model::RelationId, name: &str) {
    let choices = crate::vocab::DistributionMode::CHOICES;
    let at = choices.iter().position(|choice| choice.name == name).unwrap();
    data.edit(id).own.push((0, Value::Choice(at as u8)));
}

#[test]
fn every_kind_binds_the_end_that_needs_the_other() {
    let cases = [
        ("supply", "b > a", "a", "1 a>b supply"),
        ("cloud_dependency", "a > b", "a", "1 a>b supply"),
        ("license", "b > a", "a", "1 a>b technology"),
        ("integration", "b > a", "a", "1 a>b technology"),
        ("complement", "a > b", "a", "1 a>b technology"),
        ("investment", "b > a", "a", "1 a>b capital"),
        ("loan", "b > a", "a", "1 a>b capital"),
        ("joint_venture", "b, c > a", "a", "1 a>b capital"),
    ];
    for (kind, parties, company, wanted) in cases {
        let mut data = Data::new();
        data.tie(kind, parties, "2001");
        assert_eq!(told(&data, &found(&data, company, false, 1))[0], wanted, "{kind}");
        assert!(
            told(&data, &found(&data, "b", false, 1)).is_empty(),
            "{kind}: not the other way"
        );
    }
    for kind in [
        "alliance",
        "competitive_overlap",
        "stake",
        "board_seat",
        "revenue_share",
        "lawsuit",
    ] {
        let mut data = Data::new();
        let parties = if matches!(kind, "alliance" | "competitive_overlap") {
            "a, b"
        } else {
            "a > b"
        };
        data.tie(kind, parties, "2001");
        assert!(found(&data, "a", false, 1).edges.is_empty(), "{kind}");
        assert!(found(&data, "b", false, 1).edges.is_empty(), "{kind}");
    }
}

#[test]
fn a_distribution_binds_both_ends_where_the_product_is_built_in_or_sold_on() {
    let mut data = Data::new();
    let id = data.tie("distribution", "a > b", "2001");
    mode(&mut data, id, "oem");
    assert_eq!(told(&data, &found(&data, "a", false, 1)), ["1 a>b channel depth"]);
    assert_eq!(told(&data, &found(&data, "b", false, 1)), ["1 b>a supply depth"]);
    data.edit(id).own.clear();
    mode(&mut data, id, "marketplace");
    assert!(found(&data, "b", false, 1).edges.is_empty());
}

#[test]
fn options_guarantees_and_cross_licences_are_none() {
    let mut data = Data::new();
    let option = data.tie("supply", "b > a", "2001");
    data.edit(option).nature = Nature::Option;
    let guarantee = data.tie("loan", "b > a", "2001");
    data.edit(guarantee).nature = Nature::Guarantee;
    let licence = data.tie("license", "b > a", "2001");
    data.edit(licence).own.push((1, Value::Flag(true)));
    let none = found(&data, "a", false, 3);
    assert!(none.edges.is_empty());
    assert_eq!(none.unbinding, [option, guarantee]);
}

#[test]
fn single_sources_exclusivity_promises_and_concentration_are_marked() {
    let mut data = Data::new();
    let cloud = data.tie("cloud_dependency", "a > b", "2001");
    let only = |data: &Data| found(data, "a", false, 1).edges[0].lines[0].only_one;
    assert!(only(&data));
    data.tie("supply", "c > a", "2001");
    assert!(only(&data), "goods are no second cloud");
    data.tie("cloud_dependency", "a > c", "2001");
    assert!(!only(&data));
    let a = data.company("a");
    let b = data.company("b");
    let relation = data.edit(cloud);
    relation.nature = Nature::Commitment;
    relation
        .own
        .push((2, Value::Record(vec![(0, Value::List(vec![Value::Company(a)]))])));
    let line = found(&data, "a", false, 1).edges[0].lines[0].clone();
    assert!(line.bound);
    let goods = data.tie("supply", "b > a", "2001");
    let share = crate::values::Share::new(crate::values::Figure::Exact(62.into())).unwrap();
    let of = vec![(0, Value::Share(share)), (2, Value::Company(b))];
    data.edit(goods).own.push((2, Value::Record(of)));
    let seller = found(&data, "b", false, 1);
    assert_eq!(
        told(&data, &seller),
        ["1 b>a revenue depth"],
        "a seller depends on the customer that is 62 % of its sales"
    );
    assert_eq!(seller.edges[0].lines[0].concentration, [(share, b)]);
    assert_eq!(seller.edges[0].lines[0].need, Need::Revenue);
}

#[test]
fn trees_go_level_by_level_and_cycles_are_cut() {
    let mut data = Data::new();
    for parties in ["b > a", "c > a", "c > b", "đ > c", "a > đ", "e > đ", "g > e"] {
        data.tie("supply", parties, "2001");
    }
    assert_eq!(
        told(&data, &found(&data, "a", false, 3)),
        [
            "1 a>b supply",
            "1 a>c supply",
            "2 b>c supply elsewhere",
            "2 c>đ supply",
            "3 đ>a supply cycle",
            "3 đ>e supply depth",
        ]
    );
    assert_eq!(
        told(&data, &found(&data, "c", true, 2)),
        [
            "1 a>c supply",
            "1 b>c supply",
            "2 đ>a supply depth",
            "2 a>b supply elsewhere"
        ]
    );
    let whole = found(&data, "a", false, 10);
    assert_eq!(whole.edges.len(), 7, "every edge once");
    let c = data.company("c");
    ask(
        &data.model,
        "2002",
        |_| {},
        |view| {
            let answer = depends(view, c, true, 2);
            let json = serde_json::to_value(wire(view, &answer)).unwrap();
            assert_eq!(json["edges"][3]["above"], 1);
            assert_eq!(csv::write(&table(view, &answer, Lang::Vi)).lines().count(), 5);
        },
    );
}

#[test]
fn reverse_is_the_same_edges_from_the_other_end() {
    let mut data = Data::new();
    data.tie("supply", "b > a", "2001");
    data.tie("investment", "b > c", "2001");
    data.tie("license", "b > đ", "2003");
    let hit = found(&data, "b", true, 1);
    assert_eq!(told(&data, &hit), ["1 a>b supply", "1 c>b capital"]);
    for edge in hit.edges {
        let name = data.model[edge.dependent].id.clone();
        assert_eq!(found(&data, &name, false, 1).edges, [edge]);
    }
}

proptest::proptest! {
    /// Each company's own edges are told once, at its least distance, as a search that goes through all levels finds it.
    #[test]
    fn edges_are_those_of_all_companies_within_the_depth(
        ties in proptest::collection::vec((0_usize..5, 0_usize..5), 0..12),
        depth in 1_usize..5,
        reverse in proptest::bool::ANY,
    ) {
        let mut data = Data::new();
        for at in 0..5 {
            data.company(&at.to_string());
        }
        let ties: std::collections::BTreeSet<(usize, usize)> = ties.into_iter().filter(|(a, b)| a != b).collect();
        for (customer, supplier) in &ties {
            data.tie("supply", &format!("{supplier} > {customer}"), "2001..");
        }
        let step = |at: usize, tie: &(usize, usize)| if reverse { (tie.1 == at).then_some(tie.0) } else { (tie.0 == at).then_some(tie.1) };
        // all companies at each distance, the least first
        let mut levels = vec![std::collections::BTreeSet::from([0_usize])];
        for level in 1..depth {
            let before: Vec<usize> = levels.iter().flatten().copied().collect();
            let next = levels[level - 1].iter().flat_map(|at| ties.iter().filter_map(move |tie| step(*at, tie)));
            levels.push(next.filter(|at| !before.contains(at)).collect());
        }
        let mut wanted: Vec<String> = Vec::new();
        for (level, companies) in levels.iter().enumerate() {
            for at in companies {
                wanted.extend(ties.iter().filter_map(|tie| {
                    let other = step(*at, tie)?;
                    let (who, on) = if reverse { (other, *at) } else { (*at, other) };
                    Some(format!("{} {who}>{on}", level + 1))
                }));
            }
        }
        wanted.sort();
        let result = found(&data, "0", reverse, depth);
        let mut told: Vec<String> = told(&data, &result)
            .iter()
            .map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" "))
            .collect();
        told.sort();
        proptest::prop_assert_eq!(told, wanted);
    }
}
