//! The dimensions of a relationship as JSON.

use serde::Serialize;

use super::{Between, Dominance, Luo, Orientation};
use crate::judge::View;
use crate::vocab::{CoverageSide, KINDS, Net};

/// Dimensions of a relationship; formulas, thresholds and literature are in `docs/measures.md`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct DimensionsWire {
    /// On how many cooperative and competitive relations they rest.
    pub records: usize,
    /// Whether these are too few for breadth, dominance and type, which are not told then.
    pub too_little: bool,
    /// The kinds of its cooperative ties, each once.
    pub cooperation_kinds: Vec<&'static str>,
    /// The markets of its competitive ties, each once and none inside another.
    pub competition_markets: Vec<String>,
    /// Kinds times markets (a proxy); `null` without both sides.
    pub breadth: Option<usize>,
    /// `cooperation`, `equal` or `competition` (a proxy); `null` without both sides.
    pub dominance: Option<&'static str>,
    /// What `b` is to `a` in the value net.
    pub b_is_to_a: Vec<&'static str>,
    /// What `a` is to `b`.
    pub a_is_to_b: Vec<&'static str>,
    /// `horizontal`, `vertical` or `both`; `null` without both sides, or where only capital ties them.
    pub orientation: Option<&'static str>,
    /// Unweighted market overlap (a proxy); `null` where one of them has no recorded product.
    pub market_overlap: Option<OverlapWire>,
    /// Who is recorded to call the other a rival; `null` where they do not compete.
    pub naming: Option<NamingWire>,
    /// The type after Luo 2007 (a proxy); `null` without both sides, or where `unsearched` is not empty.
    pub luo: Option<&'static str>,
    /// What no case about both says that anybody searched, so that the type is not told.
    pub unsearched: Vec<UnsearchedWire>,
}

/// In how many of its markets a company meets the other.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct OverlapWire {
    /// Markets of `a`.
    pub markets_of_a: usize,
    /// Of these, markets that `b` sells in.
    pub with_b: usize,
    /// Markets of `b`.
    pub markets_of_b: usize,
    /// Of these, markets that `a` sells in.
    pub with_a: usize,
}

/// Who calls the other a rival.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct NamingWire {
    /// Whether `a` names `b`.
    pub a_names_b: bool,
    /// Whether `b` names `a`.
    pub b_names_a: bool,
}

/// A side of a company that no case about both says anybody searched.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct UnsearchedWire {
    /// The company.
    pub company: String,
    /// The side.
    pub side: &'static str,
}

pub(super) fn dimensions(view: &View<'_>, found: &Between) -> DimensionsWire {
    let model = view.model();
    let dimensions = &found.dimensions;
    let nets = |nets: &[Net]| nets.iter().map(|net| net_name(*net)).collect();
    let unsearched = |missing: &[(usize, CoverageSide)]| {
        let each = missing.iter().map(|(at, side)| UnsearchedWire {
            company: model[[found.a, found.b][*at]].id.to_string(),
            side: side.name(),
        });
        each.collect()
    };
    DimensionsWire {
        records: dimensions.records,
        too_little: dimensions.is_thin(),
        cooperation_kinds: dimensions
            .kinds
            .iter()
            .map(|kind| KINDS[usize::from(*kind)].name)
            .collect(),
        competition_markets: dimensions.markets.iter().map(|id| model[*id].id.to_string()).collect(),
        breadth: dimensions.breadth(),
        dominance: dimensions.dominance.map(|dominance| match dominance {
            Dominance::Cooperation => "cooperation",
            Dominance::Equal => "equal",
            Dominance::Competition => "competition",
        }),
        b_is_to_a: nets(&dimensions.roles[0]),
        a_is_to_b: nets(&dimensions.roles[1]),
        orientation: dimensions.orientation.map(|orientation| match orientation {
            Orientation::Horizontal => "horizontal",
            Orientation::Vertical => "vertical",
            Orientation::Both => "both",
        }),
        market_overlap: dimensions.overlap.map(|overlap| OverlapWire {
            markets_of_a: overlap.first.0,
            with_b: overlap.first.1,
            markets_of_b: overlap.second.0,
            with_a: overlap.second.1,
        }),
        naming: dimensions
            .naming
            .map(|[a_names_b, b_names_a]| NamingWire { a_names_b, b_names_a }),
        luo: match &dimensions.luo {
            Some(Ok(luo)) => Some(match luo {
                Luo::Contending => "contending",
                Luo::Isolating => "isolating",
                Luo::Partnering => "partnering",
                Luo::Adapting => "adapting",
            }),
            _ => None,
        },
        unsearched: match &dimensions.luo {
            Some(Err(missing)) => unsearched(missing),
            _ => Vec::new(),
        },
    }
}

const fn net_name(net: Net) -> &'static str {
    match net {
        Net::Customer => "customer",
        Net::Supplier => "supplier",
        Net::Complementor => "complementor",
        Net::Competitor => "competitor",
        Net::Capital => "capital",
        Net::Governance => "governance",
        Net::None => "none",
    }
}
