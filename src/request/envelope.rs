//! What every answer says on the wire before it says what was found: which data answered, when, about what.

use schemars::JsonSchema;
use serde::Serialize;

use super::ground::Ground;
use super::names::ReadAs;
use crate::judge::scope::Asked;
use crate::judge::{Scope, View};
use crate::model::{CompanyId, Model};
use crate::vocab::{Confidence, KindName, RivalryFrom};

/// The version of the wire types. It changes when a field that is there means something else or goes; fields are added
/// without.
const VERSION: u32 = 2;

/// The wire type of an answer, without its envelope.
pub trait Told: Serialize + JsonSchema {
    /// Its name, as in the `schema` field: `frenemy/NAME/2`.
    const NAME: &'static str;
}

/// An answer on the wire: the envelope, and what was found beside it in the same object.
#[derive(Serialize, JsonSchema)]
pub(super) struct Envelope<W> {
    /// Name and version of this wire type.
    schema: String,
    /// The program that answered, with its version.
    program: &'static str,
    /// The mark of the data set: the first hexadecimal digits of a hash of its records.
    data: String,
    /// The day of asking; `null` where it was not told.
    today: Option<String>,
    /// The asked date, or both ends of the asked window; `null` where the answer rests on no date.
    as_of: Option<String>,
    /// Only sources published by this day counted; `null` where all did.
    known_at: Option<String>,
    /// What the answer was narrowed to.
    scope: ScopeWire,
    /// Whether the answer is not the whole one.
    truncated: bool,
    /// What cut it; `null` where nothing did.
    cut_by: Option<Cut>,
    /// Companies that were typed as one of their products; left out where none was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    read_as: Vec<ReadAs>,
    /// Companies it is about that two others control at the asked time, neither inside the other, so that they are counted to
    /// the group of neither; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    two_controllers: Vec<TwoControllers>,
    #[serde(flatten)]
    found: W,
}

/// What an answer says of itself, beside what its ground says.
#[derive(Clone, Debug)]
pub(super) struct About {
    /// Whether it rests on a date.
    pub(super) dated: bool,
    /// Where it was cut.
    pub(super) cut: Option<Cut>,
    /// Which of its companies were typed as products.
    pub(super) read_as: Vec<ReadAs>,
    /// Which companies it is about, where they were named.
    pub(super) companies: Vec<CompanyId>,
}

impl About {
    /// The companies it is about that two others control at the asked time, each with the two.
    pub(super) fn controlled_twice(&self, view: &View<'_>) -> Vec<(CompanyId, (CompanyId, CompanyId))> {
        let pairs = |company: &CompanyId| {
            let company = *company;
            view.rival_controllers(company)
                .into_iter()
                .map(move |pair| (company, pair))
        };
        self.companies.iter().flat_map(pairs).collect()
    }
}

/// A company that two others control at one time.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct TwoControllers {
    /// Its id.
    company: String,
    /// The ids of the two.
    controllers: [String; 2],
}

/// That an answer was cut, and where. What it says is right; what else there may be, nobody looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cut {
    /// How many steps of work it could take: ties, pairs and edges that are looked at.
    pub budget: u64,
}

/// The scope that an answer was given for.
#[derive(Serialize, JsonSchema)]
struct ScopeWire {
    /// The date, or the first date of a window.
    from: String,
    /// The date, or the last date of a window.
    to: String,
    /// How many days before its first evidence a tie whose start nobody knows may hold.
    presume_before: u32,
    /// How many days after its last evidence a tie without known end is presumed; `null` for the years of its kind.
    presume_after: Option<u32>,
    /// Only these kinds; all when empty.
    kinds: Vec<KindName>,
    /// Not these kinds.
    except_kinds: Vec<KindName>,
    /// Only this market and its narrower ones.
    market: Option<String>,
    /// Only this case.
    case: Option<String>,
    /// Only records of at least this grade.
    min_confidence: Option<Confidence>,
    /// Whether only firm ties count.
    firm: bool,
    /// Whether companies stand for their groups.
    group: bool,
    /// From when on a rivalry counts.
    rivalry_from: RivalryFrom,
}

impl<W: Told> Envelope<W> {
    /// Around what was found on some ground.
    pub(super) fn around(found: W, ground: &Ground<'_>, about: &About) -> Self {
        let scope = ground.scope();
        let id = |company: CompanyId| ground.dataset().model()[company].id.to_string();
        Self {
            schema: schema_name(W::NAME),
            program: concat!("frenemy ", env!("CARGO_PKG_VERSION")),
            data: ground.dataset().hash().to_string(),
            today: ground.today().map(|day| day.to_string()),
            as_of: about.dated.then(|| scope.asked.to_string()),
            known_at: scope.known.0.map(|day| day.to_string()),
            scope: ScopeWire::of(ground.dataset().model(), scope),
            truncated: about.cut.is_some(),
            cut_by: about.cut,
            read_as: about.read_as.clone(),
            two_controllers: about
                .controlled_twice(&ground.view())
                .into_iter()
                .map(|(company, (a, b))| TwoControllers {
                    company: id(company),
                    controllers: [a, b].map(id),
                })
                .collect(),
            found,
        }
    }
}

impl ScopeWire {
    fn of(model: &Model, scope: &Scope) -> Self {
        let (from, to) = match scope.asked {
            Asked::At(date) => (date, date),
            Asked::Between(from, to) => (from, to),
        };
        let names = |kinds: &[usize]| kinds.iter().copied().map(KindName::at).collect();
        Self {
            from: from.to_string(),
            to: to.to_string(),
            presume_before: scope.reach.before,
            presume_after: scope.reach.after,
            kinds: names(&scope.kinds),
            except_kinds: names(&scope.except_kinds),
            market: scope.market.map(|id| model[id].id.to_string()),
            case: scope.case.map(|id| model[id].id.to_string()),
            min_confidence: scope.min_confidence,
            firm: scope.firm,
            group: scope.group,
            rivalry_from: scope.rivalry_from,
        }
    }
}

/// The name of a wire type with its version.
pub(super) fn schema_name(name: &str) -> String {
    format!("frenemy/{name}/{VERSION}")
}
