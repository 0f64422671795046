//! The rows of a pair's dimensions, and of the markets in which nobody says that the two compete.

use super::dimensions::LEAST;
use super::line::Line;
use super::{Between, Dominance, Luo, Orientation};
use crate::lang::{Phrase, gaps as l};
use crate::report::Row;
use crate::tell::terms::{holds, side_label};
use crate::tell::words::Words;
use crate::vocab::{CoverageSide, KINDS, Net, Side};

pub(super) fn same_market(found: &Between, words: Words<'_>) -> Vec<Row> {
    let line = |shared: &crate::judge::market::Shared| {
        let market = words.model()[shared.market].name.get(words.lang.code());
        let products = shared.mine.iter().chain(&shared.theirs);
        Line {
            kind: "same_market",
            what: format!("{market}{}", Words::mark(shared.presence)),
            detail: vec![words.products_meet(shared)],
            holds: holds(shared.presence),
            records: products.map(|id| words.model()[*id].id.to_string()).collect(),
            ..Line::default()
        }
    };
    found.same_market.iter().map(|shared| line(shared).row(words)).collect()
}

/// Whether there is any dimension to tell.
pub(super) fn any(found: &Between) -> bool {
    let dimensions = &found.dimensions;
    !dimensions.roles.iter().all(Vec::is_empty) || dimensions.overlap.is_some() || dimensions.naming.is_some()
}

pub(super) fn dimensions(found: &Between, words: Words<'_>) -> Vec<Row> {
    let thin = found.dimensions.is_coopetition() && found.dimensions.is_thin();
    let breadth = if thin {
        Some(too_little(found, words))
    } else {
        breadth(found, words)
    };
    let told = [
        ("breadth", l::BREADTH, breadth),
        ("value_net", l::VALUE_NET, value_net(found, words)),
        ("orientation", l::ORIENTATION, orientation(found, words)),
        ("market_overlap", l::OVERLAP, overlap(found, words)),
        ("naming", l::NAMING, naming(found, words)),
        (
            "dominance",
            l::DOMINANCE,
            dominance(found, words).filter(|_| found.full()),
        ),
        ("luo", l::LUO, luo(found, words).filter(|_| found.full())),
    ];
    let line = |(kind, what, detail): (&'static str, Phrase, Option<String>)| {
        let line = Line {
            kind,
            what: what.get(words.lang).to_owned(),
            detail: vec![detail?],
            ..Line::default()
        };
        Some(line.row(words))
    };
    told.into_iter().filter_map(line).collect()
}

/// Measures that count records say nothing of a few.
fn too_little(found: &Between, words: Words<'_>) -> String {
    let values: [(&str, &dyn std::fmt::Display); 2] = [("n", &found.dimensions.records), ("least", &LEAST)];
    l::TOO_LITTLE.fill(words.lang, &values)
}

fn breadth(found: &Between, words: Words<'_>) -> Option<String> {
    let dimensions = &found.dimensions;
    let kinds = dimensions
        .kinds
        .iter()
        .map(|kind| KINDS[usize::from(*kind)].label.get(words.lang).to_owned());
    let markets = dimensions
        .markets
        .iter()
        .map(|id| words.model()[*id].name.get(words.lang.code()).to_owned());
    let list = [kinds.collect::<Vec<_>>(), markets.collect()]
        .map(|names| names.join(", "))
        .join(" x ");
    let values: [(&str, &dyn std::fmt::Display); 4] = [
        ("breadth", &dimensions.breadth()?),
        ("kinds", &dimensions.kinds.len()),
        ("markets", &dimensions.markets.len()),
        ("list", &list),
    ];
    Some(l::BREADTH_IS.fill(words.lang, &values))
}

/// Which side prevails counts our records, and is told to those who ask for all.
fn dominance(found: &Between, words: Words<'_>) -> Option<String> {
    let side = match found.dimensions.dominance? {
        Dominance::Cooperation => side_label(Side::Cooperation),
        Dominance::Equal => l::BALANCED,
        Dominance::Competition => side_label(Side::Competition),
    };
    Some(l::DOMINANCE_IS.fill(words.lang, &[("side", &side.get(words.lang))]))
}

/// The type after Luo, with what was searched; likewise.
fn luo(found: &Between, words: Words<'_>) -> Option<String> {
    let lang = words.lang;
    Some(match found.dimensions.luo.as_ref()? {
        Ok(luo) => {
            let name = match luo {
                Luo::Contending => l::CONTENDING,
                Luo::Isolating => l::ISOLATING,
                Luo::Partnering => l::PARTNERING,
                Luo::Adapting => l::ADAPTING,
            };
            l::LUO_IS.fill(lang, &[("type", &name.get(lang))])
        }
        Err(missing) => {
            let one = |(at, side): &(usize, CoverageSide)| {
                let name = words.company([found.a, found.b][*at]);
                l::SIDE_OF.fill(lang, &[("side", &side.label().get(lang)), ("name", &name)])
            };
            let list: Vec<String> = missing.iter().map(one).collect();
            l::LUO_UNSEARCHED.fill(lang, &[("list", &list.join(", "))])
        }
    })
}

fn value_net(found: &Between, words: Words<'_>) -> Option<String> {
    let pair = [found.a, found.b].map(|id| words.company(id));
    let roles = &found.dimensions.roles;
    let told = [(0, pair[1], pair[0]), (1, pair[0], pair[1])]
        .into_iter()
        .filter_map(|(at, b, a)| {
            let names: Vec<&str> = roles[at].iter().map(|net| net_label(*net).get(words.lang)).collect();
            (!names.is_empty())
                .then(|| l::IS_TO.fill(words.lang, &[("b", &b), ("a", &a), ("roles", &names.join(", "))]))
        });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join("; "))
}

const fn net_label(net: Net) -> Phrase {
    match net {
        Net::Customer => l::CUSTOMER,
        Net::Supplier => l::SUPPLIER,
        Net::Complementor => l::COMPLEMENTOR,
        Net::Competitor => l::COMPETITOR,
        Net::Capital => l::CAPITAL,
        Net::Governance | Net::None => l::GOVERNANCE,
    }
}

fn orientation(found: &Between, words: Words<'_>) -> Option<String> {
    let phrase = match found.dimensions.orientation? {
        Orientation::Horizontal => l::HORIZONTAL,
        Orientation::Vertical => l::VERTICAL,
        Orientation::Both => l::BOTH_WAYS,
    };
    Some(phrase.get(words.lang).to_owned())
}

fn overlap(found: &Between, words: Words<'_>) -> Option<String> {
    let overlap = found.dimensions.overlap?;
    let (a, b) = (words.company(found.a), words.company(found.b));
    let one = |of: &str, other: &str, (all, n): (usize, usize)| {
        // rounded half up
        let percent = format!("{}%", (200 * n + all) / (2 * all));
        let values: [(&str, &dyn std::fmt::Display); 5] = [
            ("a", &of),
            ("b", &other),
            ("n", &n),
            ("all", &all),
            ("percent", &percent),
        ];
        l::OVERLAP_IS.fill(words.lang, &values)
    };
    Some([one(a, b, overlap.first), one(b, a, overlap.second)].join("; "))
}

fn naming(found: &Between, words: Words<'_>) -> Option<String> {
    let (a, b) = (words.company(found.a), words.company(found.b));
    let only = |a: &str, b: &str| l::NAMES_ONLY.fill(words.lang, &[("a", &a), ("b", &b)]);
    Some(match found.dimensions.naming? {
        [true, true] => l::NAME_EACH_OTHER.get(words.lang).to_owned(),
        [true, false] => only(a, b),
        [false, true] => only(b, a),
        [false, false] => l::NAMES_NOBODY.get(words.lang).to_owned(),
    })
}
