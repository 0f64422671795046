//! What no picture may tell: dates and sources that were not known yet.

use proptest::prelude::*;

use super::scene::Style;
use super::write::svg::Theme;
use super::{Subject, dot, draft, finish, mermaid, svg};
use crate::derived::Knowledge;
use crate::graph::Graph;
use crate::judge::testing::date;
use crate::judge::testing::random::random;
use crate::judge::{Scope, View};
use crate::lang::Lang;
use crate::model::CompanyId;
use crate::values::Day;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_picture_tells_a_date_or_a_source_before_it_was_known(data in random(false), year in 1999..2026_i32) {
        let by = Day::from_ymd(year, 12, 31).unwrap();
        let graph = Graph::new(&data.model, Knowledge(Some(by)));
        let mut scope = Scope::at(date("2026-12-31"));
        scope.known = Knowledge(Some(by));
        let view = View::new(&graph, &scope);
        let [a, b, c] = [0, 1, 2].map(CompanyId);
        for style in [Style::Map, Style::Matrix, Style::Flow, Style::Lanes, Style::Ego] {
            for companies in [vec![], vec![a], vec![a, b], vec![a, b, c]] {
                if style == Style::Ego && companies.len() != 1 {
                    continue;
                }
                let subject = Subject { companies, hops: 1, deal: None };
                let scene = finish(draft(&view, &subject, style, Lang::En), None);
                for text in [svg::write(&scene, Theme::Auto), dot::write(&scene), mermaid::write(&scene)] {
                    let early = data.told_too_early(&text, by);
                    prop_assert!(early.is_empty(), "{:?} of {:?} tells {:?}", style, &subject.companies, early);
                }
            }
        }
    }
}
