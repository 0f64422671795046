use super::*;
use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::judge::Scope;
use crate::judge::testing::{Data, date};
use crate::values::Text;

/// Cloud, with storage and computing in it, and search apart.
fn data() -> Data {
    let mut data = Data::new();
    for (id, broader) in [
        ("cloud", None),
        ("storage", Some("cloud")),
        ("computing", Some("cloud")),
        ("search", None),
    ] {
        data.market(id, Text::from(id), broader);
    }
    data
}

fn told(data: &Data, at: &str) -> Vec<String> {
    let graph = Graph::new(&data.model, Knowledge::ALL);
    let scope = Scope::at(date(at));
    let view = View::new(&graph, &scope);
    let company = data.model.companies.iter().position(|company| company.id == "a");
    let found = unasserted(&view, CompanyId::from(company.unwrap()));
    let market = |shared: &Shared| {
        let mark = if shared.presence == Presence::Maybe { "~" } else { "" };
        format!("{}{mark}", data.model[shared.market].id)
    };
    found
        .iter()
        .map(|meeting| {
            let markets: Vec<String> = meeting.markets.iter().map(market).collect();
            format!("{}: {}", data.model[meeting.company].id, markets.join(" "))
        })
        .collect()
}

#[test]
fn narrower_markets_count_under_broader_ones_and_sisters_do_not_meet() {
    let mut data = data();
    data.product("a", "cloud", "2010..");
    data.product("b", "storage", "2012..2015");
    data.product("c", "search", "2000..");
    data.product("d", "cloud", "2014-06..");
    assert_eq!(told(&data, "2013"), ["b: cloud"]);
    assert_eq!(told(&data, "2011"), [""; 0]);
    // a day in the year of which it is only known that it began or ended then
    assert_eq!(told(&data, "2012-03-01"), ["b: cloud~"]);
    assert_eq!(told(&data, "2014"), ["b: cloud", "d: cloud"]);
    data.product("a", "computing", "2010..");
    data.product("e", "storage", "2010..2011");
    assert_eq!(told(&data, "2010"), ["e: cloud"]);
}

#[test]
fn recorded_competition_in_the_market_takes_a_company_off_the_list_for_its_time() {
    let mut data = data();
    data.product("a", "cloud", "2010..");
    data.product("a", "search", "2010..");
    data.product("b", "storage", "2010..");
    data.product("b", "search", "2010..");
    let overlap = data.tie("competitive_overlap", "a, b", "2012..2014");
    data.edit(overlap).market = Some(MarketId::from(2));
    assert_eq!(told(&data, "2011"), ["b: cloud search"]);
    // computing is in cloud, so that somebody says that they meet there
    assert_eq!(told(&data, "2012"), ["b: search"]);
    assert_eq!(told(&data, "2015"), ["b: cloud search"]);
}

#[test]
fn what_belongs_to_a_company_sells_for_it() {
    let mut data = data();
    data.product("a", "cloud", "2010..");
    data.product("child", "storage", "2010..");
    data.company("b");
    data.part_of("child", "b", "2012..2014-01-01");
    data.part_of("child", "a", "2014-01-01..");
    assert_eq!(told(&data, "2011"), ["child: cloud"]);
    assert_eq!(told(&data, "2013"), ["b: cloud"]);
    assert_eq!(told(&data, "2015"), [""; 0], "its own by now");
}

proptest::proptest! {
    /// Whoever has a product in a market that contains the other's, in the asked year, and no competition there then.
    #[test]
    fn it_is_what_each_year_says_by_itself(
        products in proptest::collection::vec((0_usize..4, 0_usize..4, 2000_i32..2006, 1_i32..4), 1..10),
        overlaps in proptest::collection::vec((1_usize..4, 0_usize..4, 2000_i32..2006, 1_i32..4), 0..4),
        year in 1999_i32..2010,
    ) {
        let mut data = data();
        let names = ["a", "b", "c", "d"];
        let markets = ["cloud", "storage", "computing", "search"];
        for name in names {
            data.company(name);
        }
        let period = |from: i32, years: i32| format!("{from}-01-01..{}-01-01", from + years);
        for (company, market, from, years) in &products {
            data.product(names[*company], markets[*market], &period(*from, *years));
        }
        for (company, market, from, years) in &overlaps {
            let id = data.tie("competitive_overlap", &format!("a, {}", names[*company]), &period(*from, *years));
            data.edit(id).market = Some(MarketId::from(*market));
        }
        let meet = |a: usize, b: usize| match (a, b) {
            (0, 1 | 2) | (1 | 2, 0) => Some(0),
            (a, b) => (a == b).then_some(a),
        };
        let then = |from: i32, years: i32| (from..from + years).contains(&year);
        let mut wanted: Vec<String> = Vec::new();
        for (other, name) in names.iter().enumerate().skip(1) {
            let mut found: Vec<usize> = Vec::new();
            for mine in products.iter().filter(|product| product.0 == 0 && then(product.2, product.3)) {
                for theirs in products.iter().filter(|product| product.0 == other && then(product.2, product.3)) {
                    found.extend(meet(mine.1, theirs.1));
                }
            }
            let said = |market: usize| {
                overlaps.iter().any(|overlap| {
                    overlap.0 == other && then(overlap.2, overlap.3) && meet(overlap.1, market).is_some()
                })
            };
            found.retain(|market| !said(*market));
            found.sort_unstable();
            found.dedup();
            let found: Vec<&str> = found.iter().map(|market| markets[*market]).collect();
            if !found.is_empty() {
                wanted.push(format!("{name}: {}", found.join(" ")));
            }
        }
        proptest::prop_assert_eq!(told(&data, &year.to_string()), wanted);
    }
}
