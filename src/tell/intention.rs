//! The words for what companies intended, and its wire type.

use serde::Serialize;

use super::wire::TieWire;
use super::words::Words;
use crate::derived::{Intention, Outcome, Standing};
use crate::judge::View;
use crate::judge::held::Held;
use crate::judge::intentions::Intended;
use crate::judge::sums::Ledger;
use crate::judge::when::When;
use crate::lang::{Phrase, answers};
use crate::model::RelationId;
use crate::report::Cell;
use crate::values::Day;
use crate::vocab::Status;

impl Words<'_> {
    /// "letter of intent open since 2025-09-22", "announced 2020-09-13, dropped 2022-02-08".
    pub(crate) fn intention(&self, intended: &Intended) -> String {
        let id = intended.tie.relations[0];
        let Intention { interval, outcome, .. } = intended.intention;
        let (start, end) = (interval.start(), interval.end());
        let from = When::between(start.0, start.1).text(self.lang);
        let to = When::between(end.0, end.1).text(self.lang);
        let what = self.intent(id);
        let phrase = match outcome {
            Outcome::Open if what == answers::INTENT_LETTER => answers::INTENT_LETTER_OPEN,
            Outcome::Open => answers::INTENT_ANNOUNCED_OPEN,
            Outcome::CarriedOut => answers::INTENT_CARRIED_OUT,
            Outcome::Replaced => answers::INTENT_REPLACED,
            Outcome::Dropped => answers::INTENT_DROPPED,
        };
        let text = phrase.fill(
            self.lang,
            &[("what", &what.get(self.lang)), ("from", &from), ("to", &to)],
        );
        format!("{text}{}", Words::mark(intended.tie.presence))
    }

    /// "letter of intent, open": the same without dates.
    pub(crate) fn intention_state(&self, intended: &Intended) -> String {
        let outcome = match intended.intention.outcome {
            Outcome::Open => answers::OUTCOME_OPEN,
            Outcome::CarriedOut => answers::OUTCOME_CARRIED_OUT,
            Outcome::Replaced => answers::OUTCOME_REPLACED,
            Outcome::Dropped => answers::OUTCOME_DROPPED,
        };
        let what = self.intent(intended.tie.relations[0]);
        format!("{}, {}", what.get(self.lang), outcome.get(self.lang))
    }

    /// "2020-09-13 – 2022-02-08": for how long it was open.
    pub(crate) fn intention_cell(&self, intended: &Intended) -> Cell {
        let Intention { interval, outcome, .. } = intended.intention;
        let when = |(earliest, latest): (Day, Day)| When::between(earliest, latest);
        let from = when(interval.start());
        let to = (outcome != Outcome::Open).then(|| when(interval.end()));
        let end = to.map_or_else(String::new, |to| format!(" {}", to.text(self.lang)));
        let mark = Words::mark(intended.tie.presence);
        let text = format!("{} –{end}{mark}", from.text(self.lang));
        Cell::period(text, from.date(), to.and_then(When::date))
    }

    fn intent(&self, id: RelationId) -> Phrase {
        if self.graph.relation(id).status() == Status::Loi {
            answers::INTENT_LETTER
        } else {
            answers::INTENT_ANNOUNCED
        }
    }

    /// "announcement confirmed": the grade is of the announcement, and of nothing that was to follow.
    pub(crate) fn announcement(&self, tie: &Held) -> String {
        let grade = tie.confidence.map(|grade| grade.label().get(self.lang));
        grade.map_or_else(String::new, |grade| {
            answers::ANNOUNCEMENT.fill(self.lang, &[("grade", &grade)])
        })
    }

    /// How far a relation got that is an intention or less.
    pub(crate) fn state(&self, id: RelationId) -> Phrase {
        let known = self.graph.relation(id);
        match (self.graph.standings().of(id), known.status()) {
            (Standing::Intended, Status::Cancelled | Status::Terminated) => answers::NEVER_BEGAN,
            // it begins on a day that had not come
            (Standing::Intended, Status::Completed | Status::Agreed) => answers::ANNOUNCED_ONLY,
            (_, status) => status.label(),
        }
    }
}

/// What two companies intended.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct IntentionWire {
    /// The other company's id.
    pub company: String,
    /// Its name.
    pub name: String,
    /// From when on it was open, at its own precision; `null` where that fits no single date.
    pub open_since: Option<String>,
    /// The first date on which it was no longer open; `null` too while it is.
    pub open_until: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
    /// The relation that was to come. `holds` says whether the intention was open within the asked time, `confidence` how well
    /// its announcement is supported.
    pub relation: TieWire,
}

impl IntentionWire {
    pub(crate) fn of(view: &View<'_>, ledger: &Ledger<'_>, intended: &Intended) -> Self {
        let company = &view.model()[intended.other];
        let (start, end) = (intended.intention.interval.start(), intended.intention.interval.end());
        let date = |(earliest, latest): (Day, Day)| match When::between(earliest, latest) {
            When::On(date) => Some(date.to_string()),
            _ => None,
        };
        Self {
            company: company.id.to_string(),
            name: view.graph.name(intended.other).to_owned(),
            open_since: date(start),
            open_until: date(end),
            outcome: intended.intention.outcome,
            relation: TieWire::of(view, ledger, &intended.tie),
        }
    }
}
