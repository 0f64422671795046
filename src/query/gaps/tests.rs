use super::*;
use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::judge::Scope;
use crate::judge::testing::{Data, date};
use crate::model::Coverage;
use crate::values::Text;

/// Sữa supplies Trà and competes with Cà Phê; it was searched for competition in a case about it and Trà.
fn data() -> Data {
    let mut data = Data::new();
    data.tie("supply", "sua > tra", "2018..");
    data.tie("competitive_overlap", "sua, ca-phe", "2018..");
    data.tie("investment", "quy > sua", "2018..");
    data.company("quy");
    let fund = data.company("quy");
    data.model.companies[fund.index()].kind = CompanyKind::Fund;
    data
}

fn search(data: &mut Data, company: &str, side: CoverageSide, on: &str, about: &[&str]) {
    let company = data.company(company);
    data.model.cases[0].about = about.iter().map(|name| data.company(name)).collect();
    data.model.cases[0].coverage.push(Coverage {
        company,
        with: Vec::new(),
        side,
        searched: Text::from("press"),
        on: date(on),
        found: false,
    });
}

fn asked<'m>(graph: &'m Graph<'m>, scope: &'m Scope) -> Gaps {
    let view = View::new(graph, scope);
    let company = graph.model().companies.iter().position(|company| company.id == "sua");
    gaps(&view, CompanyId::from(company.unwrap()))
}

fn one_sided(data: &Data, known: Knowledge) -> Vec<(String, CoverageSide)> {
    let graph = Graph::new(&data.model, known);
    let scope = Scope::at(date("2020"));
    let found = asked(&graph, &scope);
    let each = found.one_sided.iter();
    each.map(|one| (data.model[one.company].id.to_string(), one.missing))
        .collect()
}

#[test]
fn one_side_is_a_gap_until_a_case_about_both_says_that_the_other_was_searched() {
    use CoverageSide::{Competition, Cooperation};
    let mut data = data();
    let all = [("ca-phe".to_owned(), Cooperation), ("tra".to_owned(), Competition)];
    assert_eq!(one_sided(&data, Knowledge::ALL), all, "a fund is in no market");
    search(&mut data, "sua", Competition, "2021-05-01", &["sua"]);
    assert_eq!(one_sided(&data, Knowledge::ALL), all, "a case about one of them");
    search(&mut data, "tra", Competition, "2021-05-01", &["sua", "tra"]);
    assert_eq!(one_sided(&data, Knowledge::ALL), all[..1]);
    // before the search nobody had looked
    assert_eq!(one_sided(&data, Knowledge(Some(date("2021-04").last()))), all);
}

#[test]
fn a_search_between_two_is_one_for_both_and_for_nobody_else() {
    use CoverageSide::{Competition, Cooperation};
    let mut data = data();
    search(&mut data, "tra", Competition, "2021-05-01", &["ca-phe"]);
    let sua = data.company("sua");
    data.model.cases[0].coverage[0].with = vec![sua];
    let left = [("ca-phe".to_owned(), Cooperation)];
    assert_eq!(
        one_sided(&data, Knowledge::ALL),
        left,
        "whomever the case is about, and from either side"
    );
    let graph = Graph::new(&data.model, Knowledge::ALL);
    let scope = Scope::at(date("2020"));
    let found = asked(&graph, &scope);
    assert_eq!((found.searches.len(), found.searched), (1, 1));
    assert_eq!(found.never, [Cooperation, Competition], "with one is not with anybody");
}

#[test]
fn sides_without_any_search_are_told() {
    let mut data = data();
    search(&mut data, "sua", CoverageSide::Competition, "2021-05-01", &["sua"]);
    search(&mut data, "tra", CoverageSide::Cooperation, "2021-05-01", &["tra"]);
    let graph = Graph::new(&data.model, Knowledge::ALL);
    let scope = Scope::at(date("2020"));
    assert_eq!(asked(&graph, &scope).never, [CoverageSide::Cooperation]);
}

#[test]
fn the_newest_annual_report_is_told_and_whether_it_is_old() {
    let mut data = data();
    let owner = data.company("sua");
    let mut filed = |published: &str, title: &str| {
        let citation = data.source(SourceKind::Filing, published);
        let source = &mut data.model.sources[citation.source.index()];
        source.title = title.into();
        source.publisher_company = Some(owner);
        data.model.relations[0].sources.push(citation.clone());
        citation.source
    };
    let older = filed("2017-03-01", "Form 10-K, fiscal year 2016");
    let newer = filed("2018-03-01", "2017 Annual Report, page 3");
    let quarter = filed("2019-11-01", "Form 10-Q");
    let ask = |at: &str| {
        let graph = Graph::new(&data.model, Knowledge::ALL);
        let scope = Scope::at(date(at));
        let found = asked(&graph, &scope);
        let filings: Vec<_> = found.filings.iter().map(|filing| (filing.source, filing.old)).collect();
        (found.annual.map(|filing| (filing.source, filing.old)), filings)
    };
    let (annual, filings) = ask("2019-03-01");
    assert_eq!(annual, Some((newer, false)), "a year to the day");
    assert_eq!(filings, [(quarter, false), (newer, false), (older, true)]);
    assert_eq!(ask("2019-03-02").0, Some((newer, true)));
}
