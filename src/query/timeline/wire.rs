use serde::Serialize;

use super::table::tell;
use super::{Entry, Subject, Timeline, What};
use crate::judge::View;
use crate::judge::when::When;
use crate::lang::Lang;
use crate::request::Told;
use crate::tell::words::Words;
use crate::values::{Day, Holds};
use crate::vocab::Zone;

/// The timeline as JSON, `frenemy/timeline/2`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Answer {
    /// The company, or both of a pair; none for a case.
    pub companies: Vec<String>,
    /// The case.
    pub case: Option<String>,
    /// The entries, the earliest first.
    pub entries: Vec<EntryWire>,
}

impl Told for Answer {
    const NAME: &'static str = "timeline";
}

/// One thing that happened.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct EntryWire {
    /// The date at its own precision; `null` where it fits no single date.
    pub date: Option<String>,
    /// The earliest day; `null` where nothing bounds it.
    pub earliest: Option<String>,
    /// The latest day; `null` where nothing bounds it.
    pub latest: Option<String>,
    /// Whether it lies within the asked time: `yes` or `maybe`.
    #[schemars(extend("enum" = ["yes", "maybe"]))]
    pub within: &'static str,
    /// `begins`, `ends`, `happens`, `seen`, `announced`, `intended`, `dropped`, `expires`, `event`, `signed`, `deal_ends`, `product`,
    /// `product_ends`, `founded`, `dissolved`, `renamed`, `succeeds`, `joins`, `leaves` or `turns`.
    #[schemars(extend("enum" = ["begins", "ends", "happens", "seen", "announced", "intended", "dropped", "expires", "event", "signed", "deal_ends", "product", "product_ends", "founded", "dissolved", "renamed", "succeeds", "joins", "leaves", "turns"]))]
    pub entry: &'static str,
    /// The side of a relation.
    #[schemars(extend("enum" = ["cooperation", "competition", "conflict", "neutral", null]))]
    pub side: Option<&'static str>,
    /// The stance before a turn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Zone>,
    /// The stance after a turn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Zone>,
    /// What happened, in the language of the answer.
    pub text: String,
    /// The records that say so; those that made a turn.
    pub records: Vec<String>,
    /// Their sources.
    pub sources: Vec<String>,
}

/// The answer on the wire.
#[must_use]
pub fn wire(view: &View<'_>, timeline: &Timeline, lang: Lang) -> Answer {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let company = |id: crate::model::CompanyId| view.model()[id].id.to_string();
    let (companies, case) = match timeline.subject {
        Subject::Company(id) => (vec![company(id)], None),
        Subject::Pair(a, b) => (vec![company(a), company(b)], None),
        Subject::Case(id) => (Vec::new(), Some(view.model()[id].id.to_string())),
    };
    Answer {
        companies,
        case,
        entries: timeline.entries.iter().map(|at| entry(at, words)).collect(),
    }
}

fn entry(entry: &Entry, words: Words<'_>) -> EntryWire {
    let told = tell(&entry.what, words);
    let (earliest, latest) = entry.when.days();
    let day = |day: Day| day.to_date().map(|_| day.to_string());
    let (before, after) = match &entry.what {
        What::Turns { before, after, .. } => (Some(*before), Some(*after)),
        _ => (None, None),
    };
    EntryWire {
        date: match entry.when {
            When::On(date) => Some(date.to_string()),
            _ => None,
        },
        earliest: day(earliest),
        latest: day(latest),
        within: if entry.within == Holds::Yes { "yes" } else { "maybe" },
        entry: told.entry,
        side: (!told.side.is_empty()).then_some(told.side),
        before,
        after,
        text: told.text,
        records: told.records,
        sources: told
            .sources
            .iter()
            .map(|id| words.graph.model()[*id].id.to_string())
            .collect(),
    }
}
