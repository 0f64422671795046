use proptest::prelude::*;

use super::{Balance, Shape, Triangles, table, triangles, wire};
use crate::judge::testing::ask;
use crate::judge::testing::{Data, date};
use crate::judge::{Asked, Scope};
use crate::lang::Lang;
use crate::model::{CompanyId, Model};
use crate::report::csv;

const CLASSIC: Balance = Balance::Classic;

fn found(model: &Model, balance: Balance) -> Triangles {
    ask(model, "2002", |_| {}, |view| triangles(view, None, balance))
}

#[test]
fn two_rivals_that_share_a_partner_are_tense() {
    let mut data = Data::new();
    data.tie("alliance", "a, c", "2001");
    data.tie("alliance", "b, c", "2001");
    data.tie("competitive_overlap", "a, b", "2001");
    let weak = found(&data.model, Balance::Weak);
    assert_eq!(weak.counts(), (1, 0, 0));
    assert_eq!(weak.triangles[0].shape, Shape::OneMinus);
    let (a, b) = (data.company("a"), data.company("b"));
    assert_eq!(weak.triangles[0].tense, [(a, b)]);
}

#[test]
fn three_rivals_are_tense_by_the_classic_rule_only() {
    let mut data = Data::new();
    data.tie("competitive_overlap", "a, b, c", "2001");
    assert_eq!(found(&data.model, Balance::Weak).counts(), (0, 1, 0));
    let classic = found(&data.model, CLASSIC);
    assert_eq!((classic.counts(), classic.triangles[0].tense.len()), ((1, 0, 0), 3));
}

#[test]
fn ambivalent_pairs_are_counted_apart_and_conflicts_are_no_sign() {
    let mut data = Data::new();
    data.tie("alliance", "a, b, c", "2001");
    data.tie("lawsuit", "a > b", "2001");
    assert_eq!(found(&data.model, Balance::Weak).counts(), (0, 1, 0));
    data.tie("competitive_overlap", "a, b", "2001");
    let both = found(&data.model, Balance::Weak);
    assert_eq!(both.counts(), (0, 0, 1));
    assert_eq!(
        both.ambivalent.into_iter().collect::<Vec<_>>(),
        [((CompanyId(0), CompanyId(1)), 1)]
    );
}

#[test]
fn ties_that_never_coexist_make_no_triangle() {
    let mut data = Data::new();
    data.tie("alliance", "a, b", "2001-01-01..2002-01-01");
    data.tie("alliance", "b, c", "2001-01-01..2002-01-01");
    data.tie("alliance", "a, c", "2002-01-01..2003-01-01");
    let window = |scope: &mut Scope| scope.asked = Asked::Between(date("2001"), date("2002"));
    let none = ask(&data.model, "2001", window, |view| triangles(view, None, Balance::Weak));
    assert!(none.triangles.is_empty());
}

#[test]
fn answers_have_their_form() {
    let mut data = Data::new();
    data.tie("competitive_overlap", "a, đ", "2001");
    data.tie("alliance", "a, b", "2001");
    data.tie("alliance", "b, đ", "2001");
    data.tie("alliance", "b, e", "2001");
    ask(
        &data.model,
        "2002",
        |_| {},
        |view| {
            let answer = triangles(view, Some(CompanyId(0)), Balance::Weak);
            let json = serde_json::to_value(wire(view, &answer)).unwrap();
            assert_eq!(json["counts"]["tense"], 1);
            assert_eq!(json["triangles"][0]["tense"], serde_json::json!([["a", "đ"]]));
            let text = csv::write(&table(view, &answer, false, Lang::Vi));
            assert!(text.contains("a và đ cạnh tranh; cả hai hợp tác với b"), "{text}");
            assert!(
                triangles(view, Some(CompanyId(3)), Balance::Weak).triangles.is_empty(),
                "e is in none"
            );
        },
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Each of the ten pairs of five companies: 0 nothing, 1 cooperation, 2 competition, 3 both.
    #[test]
    fn verdicts_are_by_the_product_or_the_number_of_minuses(pairs in proptest::collection::vec(0_u8..4, 10)) {
        let names = ["a", "b", "c", "d", "e"];
        let mut data = Data::new();
        let mut signs = [[0_u8; 5]; 5];
        for name in names {
            data.company(name);
        }
        let all = (0..5).flat_map(|a| (a + 1..5).map(move |b| (a, b)));
        for ((a, b), sign) in all.zip(&pairs) {
            (signs[a][b], signs[b][a]) = (*sign, *sign);
            let parties = format!("{}, {}", names[a], names[b]);
            if sign & 1 > 0 {
                data.tie("alliance", &parties, "2001");
            }
            if sign & 2 > 0 {
                data.tie("competitive_overlap", &parties, "2001");
            }
        }
        let (mut weak, mut classic) = ([0; 3], [0; 3]);
        for a in 0..5 {
            for b in a + 1..5 {
                for c in b + 1..5 {
                    let ties = [signs[a][b], signs[a][c], signs[b][c]];
                    if ties.contains(&0) {
                        continue;
                    }
                    let product: i32 = ties.iter().map(|sign| if *sign == 2 { -1 } else { 1 }).product();
                    let minus = ties.iter().filter(|sign| **sign == 2).count();
                    let both = ties.contains(&3);
                    weak[if both { 2 } else { usize::from(minus != 1) }] += 1;
                    classic[if both { 2 } else { usize::from(product > 0) }] += 1;
                }
            }
        }
        let counts = |balance| { let (t, b, a) = found(&data.model, balance).counts(); [t, b, a] };
        prop_assert_eq!(counts(Balance::Weak), weak);
        prop_assert_eq!(counts(CLASSIC), classic);
    }
}
