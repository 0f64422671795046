use super::{Held, Owners};
use crate::derived::{Cause, Part};
use crate::judge::View;
use crate::judge::when::When;
use crate::lang::{Lang, Phrase, owners as l};
use crate::model::CompanyId;
use crate::report::{Cell, Column, Holding, Row, Table, Told};
use crate::tell::figures;
use crate::tell::heads::head;
use crate::tell::terms::holds;
use crate::tell::words::Words;
use crate::values::{Day, Interval};

const COMPANY: Column = Column::new("company", Phrase::new("Company", "Công ty")).named("company_name");
const SHARE: Column = Column::new("share", Phrase::new("How much", "Bao nhiêu"))
    .flexible()
    .holding(Holding::Share);
const PERIOD: Column = Column::new("period", Phrase::new("Period", "Thời gian")).holding(Holding::Period);
const HOLDS: Column = Column::new("holds", Phrase::new("Holds", "Hiệu lực")).data_only();
const WORD: Column = Column::new("support", Phrase::new("On whose word", "Căn cứ"));
const RECORD: Column = Column::new("record", Phrase::new("Record", "Bản ghi"));

/// The answer as a table: a line a holding.
#[must_use]
pub fn table(view: &View<'_>, found: &Owners, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let name = words.subject(found.company);
    let title = if found.reverse { l::OWNED_BY } else { l::OWNERS_OF };
    let mut table = Table::list(
        head(view, words, title.fill(lang, &[("name", &name)])),
        vec![COMPANY, SHARE, PERIOD, HOLDS, WORD, RECORD],
        found.held.iter().map(|held| row(found, *held, words)).collect(),
    );
    table.notes = notes(found, words);
    table
}

fn row(found: &Owners, held: Held, words: Words<'_>) -> Row {
    let holding = held.holding;
    let other = if found.reverse { holding.owned } else { holding.owner };
    let (support, record) = match holding.cause {
        Cause::Relation(id) => {
            let grade = words.graph.standings().confidence(id);
            let grade = grade.map(|grade| grade.label().get(words.lang));
            (grade.unwrap_or_default(), words.model()[id].id.as_str())
        }
        Cause::Succession(id) => (l::SUCCESSION.get(words.lang), words.model()[id].id.as_str()),
        Cause::Declared => (l::DECLARED.get(words.lang), ""),
    };
    Row::new(vec![
        Cell::company(words.model()[other].id.as_str(), words.company(other)),
        match holding.part {
            Part::Share(share) => Cell::told(how_much(held, words), Told::Share(share.figure().into())),
            Part::Whole | Part::Unknown => Cell::text(how_much(held, words)),
        },
        period_cell(holding.interval, Words::mark(held.presence), words.lang),
        Cell::text(holds(held.presence)),
        Cell::text(support),
        Cell::text(record),
    ])
}

/// "about 27%, as converted", "all of it", "a part, nobody says how much; bought together with BMW and Daimler".
fn how_much(held: Held, words: Words<'_>) -> String {
    let (holding, lang) = (held.holding, words.lang);
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
                .label("control")
                .map(|label| l::CONTROL.fill(lang, &[("how", &label.get(lang))])),
        );
        parts.extend(relation.text("instrument").map(|text| text.get(lang.code()).to_owned()));
        if holding.common {
            let others = relation.in_role(0).filter(|id| *id != holding.owner);
            let names: Vec<&str> = others.map(|id| words.company(id)).collect();
            parts.push(l::TOGETHER.fill(lang, &[("names", &names.join(", "))]));
        }
        if relation.kind().name == "joint_venture" {
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
pub(super) fn period(interval: Interval, lang: Lang) -> String {
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

fn notes(found: &Owners, words: Words<'_>) -> Vec<String> {
    let lang = words.lang;
    let name = words.company(found.company);
    let mut notes = Vec::new();
    if found.held.is_empty() {
        let nothing = if found.reverse { l::OWNS_NOTHING } else { l::NO_OWNER };
        notes.push(nothing.fill(lang, &[("name", &name)]));
    } else {
        notes.push(l::RECORDED_ONLY.get(lang).to_owned());
    }
    if !found.reverse {
        notes.extend(words.part_of(found.company, &found.parents));
        let both = |(a, b): &(CompanyId, CompanyId)| {
            let (a, b) = (words.company(*a), words.company(*b));
            l::TWO_CONTROLLERS.fill(lang, &[("name", &name), ("a", &a), ("b", &b)])
        };
        notes.extend(found.rivals.iter().map(both));
    }
    let doubtful = |held: &Held| held.presence < crate::graph::Presence::Yes;
    if found.held.iter().any(doubtful) {
        notes.push(words.legend());
    }
    notes
}
