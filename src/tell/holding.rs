//! The words for who owns how much of what, and its wire type.

use serde::Serialize;

use super::figures;
use super::terms::holds;
use super::words::Words;
use crate::derived::{Cause, Holding, Part};
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::holdings::Owning;
use crate::judge::when::When;
use crate::lang::{Lang, Phrase, owners as l};
use crate::model::CompanyId;
use crate::report::{self, Cell, Column, Told};
use crate::values::{Day, Interval};
use crate::vocab::{FieldName, KindName, StakeBasis};

const SHARE: Column = Column::new("share", Phrase::new("How much", "Bao nhiêu"))
    .flexible()
    .holding(report::Holding::Share);
const PERIOD: Column = Column::new("period", Phrase::new("Period", "Thời gian")).holding(report::Holding::Period);
const HOLDS: Column = Column::new("holds", Phrase::new("Holds", "Hiệu lực")).data_only();
const WORD: Column = Column::new("support", Phrase::new("On whose word", "Căn cứ"));
const RECORD: Column = Column::new("record", Phrase::new("Record", "Bản ghi"));

/// The columns of [`cells`], which every answer that shows holdings has behind the companies.
pub(crate) const HOLDING: [Column; 5] = [SHARE, PERIOD, HOLDS, WORD, RECORD];

/// What is told of a holding: how much, when, on whose word, by which record.
pub(crate) fn cells(owning: Owning, words: Words<'_>) -> [Cell; 5] {
    let holding = owning.holding;
    let (support, record) = match holding.cause {
        Cause::Relation(id) => {
            let grade = words.graph.standings().confidence(id);
            let grade = grade.map(|grade| grade.label().get(words.lang));
            (grade.unwrap_or_default(), words.model()[id].id.as_str())
        }
        Cause::Succession(id) => (l::SUCCESSION.get(words.lang), words.model()[id].id.as_str()),
        Cause::Declared => (l::DECLARED.get(words.lang), ""),
    };
    let mark = Words::mark(owning.presence);
    [
        match holding.part {
            Part::Share(share) => Cell::told(how_much(&holding, words), Told::Share(share.figure().into())),
            Part::Whole | Part::Unknown => Cell::text(how_much(&holding, words)),
        },
        period_cell(holding.interval, mark, words.lang),
        Cell::text(holds(owning.presence)),
        Cell::text(support),
        Cell::text(record),
    ]
}

/// "about 27%, as converted", "all of it", "a part, nobody says how much; bought together with BMW and Daimler".
pub(crate) fn how_much(holding: &Holding, words: Words<'_>) -> String {
    let lang = words.lang;
    let mut parts = vec![match holding.part {
        Part::Whole => l::WHOLE.get(lang).to_owned(),
        Part::Share(share) => figures::share(lang, share),
        Part::Unknown => l::UNKNOWN_PART.get(lang).to_owned(),
    }];
    parts.extend(holding.basis.map(|basis| basis.label().get(lang).to_owned()));
    if let Cause::Relation(id) = holding.cause {
        let relation = &words.model()[id];
        parts.extend(
            relation
                .label(FieldName::CONTROL)
                .map(|label| l::CONTROL.fill(lang, &[("how", &label.get(lang))])),
        );
        parts.extend(
            relation
                .text(FieldName::INSTRUMENT)
                .map(|text| text.get(lang.code()).to_owned()),
        );
        if holding.common {
            let others = relation.in_role(0).filter(|id| *id != holding.owner);
            let names: Vec<&str> = others.map(|id| words.company(id)).collect();
            parts.push(l::TOGETHER.fill(lang, &[("names", &names.join(", "))]));
        }
        if relation.is(KindName::JOINT_VENTURE) {
            parts.push(l::VENTURE.get(lang).to_owned());
        }
    }
    if holding.disputed {
        parts.push(l::DISPUTED.get(lang).to_owned());
    }
    parts.join(", ")
}

/// The time of a holding, with the dates that its bounds are.
fn period_cell(interval: Interval, mark: &str, lang: Lang) -> Cell {
    let date = |(earliest, latest): (Day, Day)| When::between(earliest, latest).date();
    let text = format!("{}{mark}", period(interval, lang));
    Cell::period(text, date(interval.start()), date(interval.end()))
}

/// "2016-08-03 – 2019-05-14", with nothing where a bound is not known.
pub(crate) fn period(interval: Interval, lang: Lang) -> String {
    let ((s0, s1), (e0, e1)) = (interval.start(), interval.end());
    let start = if s1 == Day::MIN {
        String::new()
    } else {
        When::between(s0, s1).text(lang)
    };
    let end = if e0 == Day::MAX || e1 == Day::MAX {
        String::new()
    } else {
        When::between(e0, e1).text(lang)
    };
    format!("{start} – {end}").trim().to_owned()
}

/// A holding.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct HoldingWire {
    /// Who owns.
    pub owner: String,
    /// What is owned.
    pub owned: String,
    /// The name of the other company.
    pub name: String,
    /// How much.
    pub part: PartWire,
    /// The share, where `part` is `share`: `about 27%`.
    pub share: Option<String>,
    /// What the share is a share of, where it is said: `votes`, `economic`, `as_converted`.
    pub basis: Option<StakeBasis>,
    /// Whether the owner controls the company by this holding alone.
    pub controls: bool,
    /// Whether several bought the company together, so that their parts make up the whole.
    pub common: bool,
    /// Whether a record of lower grade says otherwise.
    pub disputed: bool,
    /// When it began.
    pub start: BoundsWire,
    /// The first day without it; `null` where no end is known.
    pub end: Option<BoundsWire>,
    /// Whether it holds at the asked time.
    pub holds: Presence,
    /// The record that shows it; `null` where the company's own record declares it.
    pub record: Option<String>,
}

/// How much somebody owns.
#[derive(Clone, Copy, Debug, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartWire {
    /// All of it.
    Whole,
    /// A stated share.
    Share,
    /// A part, nobody says how much.
    Unknown,
}

/// A day known to lie within bounds.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct BoundsWire {
    /// The earliest day; `null` where it lies as far back as anything.
    pub earliest: Option<String>,
    /// The latest day; `null` where it may lie as far ahead as anything, or the start is not recorded.
    pub latest: Option<String>,
}

impl BoundsWire {
    fn of((earliest, latest): (Day, Day)) -> Self {
        let day = |day: Day| (day != Day::MIN && day != Day::MAX).then(|| day.to_string());
        Self {
            earliest: day(earliest),
            latest: day(latest),
        }
    }

    fn end(interval: Interval) -> Option<Self> {
        (interval.end().1 < Day::MAX).then(|| Self::of(interval.end()))
    }
}

impl HoldingWire {
    /// A holding, with the name of one of its ends.
    pub(crate) fn of(view: &View<'_>, owning: Owning, named: CompanyId) -> Self {
        let (model, holding) = (view.model(), owning.holding);
        let (part, share) = match holding.part {
            Part::Whole => (PartWire::Whole, None),
            Part::Share(share) => (PartWire::Share, Some(share.to_string())),
            Part::Unknown => (PartWire::Unknown, None),
        };
        Self {
            owner: model[holding.owner].id.to_string(),
            owned: model[holding.owned].id.to_string(),
            name: view.graph.name(named).to_owned(),
            part,
            share,
            basis: holding.basis,
            controls: holding.controls,
            common: holding.common,
            disputed: holding.disputed,
            start: BoundsWire::of(holding.interval.start()),
            end: BoundsWire::end(holding.interval),
            holds: owning.presence,
            record: match holding.cause {
                Cause::Relation(id) => Some(model[id].id.to_string()),
                Cause::Succession(id) => Some(model[id].id.to_string()),
                Cause::Declared => None,
            },
        }
    }
}
