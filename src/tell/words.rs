//! How answers put data into words: dates, periods, amounts, details.

use crate::derived::{Began, Ended};
use crate::graph::{Graph, Presence};
use crate::judge::Tally;
use crate::judge::held::{Held, first_end, last_start, product_names};
use crate::judge::phases::Boundary;
use crate::judge::when::When;
use crate::lang::{Lang, answers, gaps};
use crate::model::{Asserter, Assertion, CompanyId, Model, Relation, RelationId, Value};
use crate::report::Cell;
use crate::tell::figures;
use crate::values::{Day, PartialDate};
use crate::vocab::{Lasts, Type, Zone};

/// Writes in one language about one graph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'a> {
    pub(crate) graph: &'a Graph<'a>,
    pub(crate) lang: Lang,
    /// The last day that is asked about: figures of later days are not told.
    pub(crate) last: Day,
}

/// A start or an end: the day that decides between several, the words, and the date where one is recorded.
type Bound = (Day, String, Option<PartialDate>);

/// Beyond so many days of doubt only the day from which a stance surely holds is told.
const VAGUE: i32 = 366;

/// How many details a row of several relations tells before it says how many more there are.
const DETAILS: usize = 3;

impl<'a> Words<'a> {
    pub(crate) const fn model(&self) -> &'a Model {
        self.graph.model()
    }

    pub(crate) fn company(&self, id: CompanyId) -> &'a str {
        self.graph.name(id)
    }

    /// "Facebook (now Meta)": what an answer is about, by its name of the asked time and of today.
    pub(crate) fn subject(&self, id: CompanyId) -> String {
        let (then, now) = (self.company(id), self.model()[id].label());
        if then == now {
            return now.to_owned();
        }
        answers::NOW_CALLED.fill(self.lang, &[("then", &then), ("now", &now)])
    }

    /// "via GitHub", "by merger with Aventis": the member of a group that is party to a tie.
    pub(crate) fn via(&self, member: CompanyId) -> String {
        let merged = self.graph.groups().identity().merged(member).is_some();
        let phrase = if merged { answers::BY_MERGER } else { answers::VIA };
        phrase.fill(self.lang, &[("name", &self.company(member))])
    }

    /// "with Amazon, Google: " before what a search for ties with them found; nothing where it was for ties with anybody.
    pub(crate) fn with(&self, companies: &[CompanyId]) -> String {
        if companies.is_empty() {
            return String::new();
        }
        let names: Vec<&str> = companies.iter().map(|id| self.company(*id)).collect();
        crate::lang::gaps::WITH_WHOM.fill(self.lang, &[("names", &names.join(", "))])
    }

    /// "2019-07-22 –", "2018 – 2019", "by 2015-10-21 – ended": the time of some ties, each with the relations that must
    /// hold together for it, as two memberships of one consortium.
    pub(crate) fn period(&self, ties: &[&[RelationId]]) -> String {
        self.spoken(ties).0
    }

    /// The same as a cell, with the recorded dates beside the words and a mark behind them.
    pub(crate) fn period_cell(&self, ties: &[&[RelationId]], mark: &str) -> Cell {
        let (text, since, until) = self.spoken(ties);
        Cell::period(format!("{text}{mark}"), since, until)
    }

    fn spoken(&self, ties: &[&[RelationId]]) -> (String, Option<PartialDate>, Option<PartialDate>) {
        let times = ties.iter().filter_map(|ids| self.common(ids));
        let (starts, ends): (Vec<_>, Vec<_>) = times.unzip();
        let (_, start, since) = starts.into_iter().min().unwrap_or((Day::MIN, String::new(), None));
        let (_, end, until) = ends.into_iter().max().unwrap_or((Day::MAX, String::new(), None));
        // a point is one day, and has no end to tell
        let is_point = |id: &RelationId| self.graph.relation(*id).lasts() == Lasts::Point;
        if ties.iter().all(|ids| ids.iter().all(is_point)) {
            return (start, since, None);
        }
        let text = if end.is_empty() {
            format!("{start} –")
        } else {
            format!("{start} – {end}")
        };
        (text, since, until)
    }

    /// The latest start and the earliest end of some relations, with their words, and their dates where they are recorded.
    fn common(&self, ids: &[RelationId]) -> Option<(Bound, Bound)> {
        let (day, began) = last_start(self.graph, ids)?;
        let start = match began {
            Began::On(date) | Began::Announced(date) => (day, date.to_string(), Some(date)),
            Began::By(by) => (day, answers::BY_DATE.fill(self.lang, &[("date", &by)]), None),
            Began::Seen(date) => (day, answers::SEEN.fill(self.lang, &[("date", &date)]), None),
        };
        Some((start, self.end(first_end(self.graph, ids)?)?))
    }

    fn end(&self, id: RelationId) -> Option<Bound> {
        let (_, latest) = self.graph.span(id)?.interval.end();
        Some(match self.graph.relation(id).ended() {
            Some(Ended::On(date)) => (latest, date.to_string(), Some(date)),
            Some(Ended::Unknown(..)) => (latest, answers::ENDED.get(self.lang).to_owned(), None),
            // where what supersedes it begins, at the precision of that
            Some(Ended::Terminated(earliest, latest) | Ended::Superseded(earliest, latest)) => {
                let when = When::between(earliest, latest);
                (latest, when.text(self.lang), when.date())
            }
            None => (latest, String::new(), None),
        })
    }

    /// "until 2019-07", "until some day from ... to ...".
    pub(crate) fn until(&self, boundary: &Boundary) -> String {
        match boundary.date() {
            Some(date) => answers::UNTIL.fill(self.lang, &[("date", &date)]),
            None => answers::UNTIL_BETWEEN.fill(self.lang, &[("from", &boundary.earliest), ("to", &boundary.latest)]),
        }
    }

    /// "since 2012", "since some day from ... to ...".
    pub(crate) fn since(&self, boundary: &Boundary) -> Option<String> {
        if boundary.latest == Day::MIN {
            return None;
        }
        let (earliest, latest) = boundary.days();
        Some(match boundary.date() {
            Some(date) => answers::SINCE.fill(self.lang, &[("date", &date)]),
            None if earliest.days_until(latest) > VAGUE => {
                answers::SINCE_BY.fill(self.lang, &[("date", &boundary.latest)])
            }
            None => answers::SINCE_BETWEEN.fill(self.lang, &[("from", &earliest), ("to", &latest)]),
        })
    }

    /// What the marks mean, with how far sightings are believed.
    pub(crate) fn legend(&self) -> String {
        let reach = self.graph.reach();
        let years = |lasts: Lasts| lasts.years().unwrap_or_default();
        let after = match reach.after {
            Some(days) => self.days(days),
            None => answers::YEARS_OF_KINDS.fill(
                self.lang,
                &[("state", &years(Lasts::State)), ("term", &years(Lasts::Term))],
            ),
        };
        answers::LEGEND.fill(self.lang, &[("before", &self.days(reach.before)), ("after", &after)])
    }

    /// "365 days".
    pub(crate) fn days(&self, n: u32) -> String {
        answers::DAYS.fill(self.lang, &[("n", &n)])
    }

    /// The mark of what does not surely hold.
    pub(crate) const fn mark(presence: Presence) -> &'static str {
        match presence {
            Presence::Maybe => " ~",
            Presence::Presumed => " ?",
            Presence::Yes | Presence::No => "",
        }
    }

    /// What a relation's own fields say, for reading: its object, then shares, modes and exclusivity.
    pub(crate) fn details(&self, relation: &Relation) -> Vec<String> {
        let mut parts = self.object(relation);
        for (at, value) in &relation.own {
            let field = &relation.kind().fields[usize::from(*at)];
            match (field.ty, value) {
                (Type::Share, Value::Share(share)) => {
                    let share = figures::share(self.lang, *share);
                    parts.push(match field.name {
                        "rate" => answers::INTEREST.fill(self.lang, &[("share", &share)]),
                        _ => share,
                    });
                }
                (Type::Choice(choices), Value::Choice(choice)) => {
                    parts.extend(
                        choices
                            .get(usize::from(*choice))
                            .map(|choice| choice.label.get(self.lang).to_owned()),
                    );
                }
                _ if field.name == "exclusive" => parts.push(answers::EXCLUSIVE.get(self.lang).to_owned()),
                _ => {}
            }
        }
        parts
    }

    /// What a relation is about: its products, or else the first text that its kind has a field for.
    fn object(&self, relation: &Relation) -> Vec<String> {
        let products = product_names(self.graph, relation, self.lang.code());
        if !products.is_empty() {
            return products;
        }
        let text = relation.own.iter().find_map(|(_, value)| match value {
            Value::Text(text) => Some(text.get(self.lang.code()).to_owned()),
            _ => None,
        });
        text.into_iter().collect()
    }

    /// "Azure, OneDrive – Google Cloud": the products of two companies in one market.
    pub(crate) fn products_meet(&self, shared: &crate::judge::market::Shared) -> String {
        let names = |products: &[crate::model::ProductId]| {
            let names: Vec<&str> = products.iter().map(|id| self.model()[*id].name.as_str()).collect();
            names.join(", ")
        };
        let (mine, theirs) = (names(&shared.mine), names(&shared.theirs));
        gaps::PRODUCTS_MEET.fill(self.lang, &[("mine", &mine), ("theirs", &theirs)])
    }

    /// The markets of some relations, or else what their fields say; at most a few, and then how many more.
    pub(crate) fn summary(&self, ties: &[&Held]) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for tie in ties {
            let relation = tie.relation(self.graph);
            let market = relation.market.filter(|_| tie.side == crate::vocab::Side::Competition);
            let parts = match market {
                Some(market) => vec![self.model()[market].name.get(self.lang.code()).to_owned()],
                None => self.details(relation),
            };
            for part in parts {
                if !all.contains(&part) {
                    all.push(part);
                }
            }
        }
        let more = all.len().saturating_sub(DETAILS);
        if more > 0 {
            all.truncate(DETAILS);
            all.push(answers::MORE.fill(self.lang, &[("n", &more)]));
        }
        all
    }

    /// "says Microsoft (10-K 2024), the press"; `None` where nobody is recorded as saying so.
    pub(crate) fn asserted(&self, ties: &[&Held]) -> Option<String> {
        let mut assertions: Vec<Assertion> = Vec::new();
        for tie in ties {
            for assertion in self.graph.relation(tie.relations[0]).asserted() {
                if !assertions
                    .iter()
                    .any(|other| other.by == assertion.by && other.source == assertion.source)
                {
                    assertions.push(assertion);
                }
            }
        }
        assertions.sort_by_key(|assertion| (assertion.by, std::cmp::Reverse(assertion.on)));
        let mut parts: Vec<String> = Vec::new();
        let mut named: Vec<Asserter> = Vec::new();
        for assertion in assertions {
            if !named.contains(&assertion.by) {
                named.push(assertion.by);
                parts.push(self.asserter(&assertion));
            }
        }
        (!parts.is_empty()).then(|| answers::SAYS.fill(self.lang, &[("who", &parts.join(", "))]))
    }

    /// "first named 2009-07 by the press", of a rivalry.
    pub(crate) fn first_named(&self, id: RelationId) -> Option<String> {
        let first = self.graph.relation(id).first_named()?;
        let by = match first.by {
            Asserter::Company(id) => self.company(id).to_owned(),
            Asserter::Press => answers::PRESS.get(self.lang).to_owned(),
            Asserter::Analysts => answers::ANALYSTS.get(self.lang).to_owned(),
            Asserter::Regulator => answers::REGULATOR.get(self.lang).to_owned(),
            Asserter::Court => answers::COURT.get(self.lang).to_owned(),
        };
        Some(answers::FIRST_NAMED.fill(self.lang, &[("date", &first.on?), ("by", &by)]))
    }

    fn asserter(&self, assertion: &Assertion) -> String {
        let who = match assertion.by {
            Asserter::Company(id) => self.company(id).to_owned(),
            Asserter::Press => answers::PRESS.get(self.lang).to_owned(),
            Asserter::Analysts => answers::ANALYSTS.get(self.lang).to_owned(),
            Asserter::Regulator => answers::REGULATOR.get(self.lang).to_owned(),
            Asserter::Court => answers::COURT.get(self.lang).to_owned(),
        };
        let source = &self.model()[assertion.source];
        match (&source.short, assertion.by) {
            (Some(short), _) => format!("{who} ({short})"),
            (None, Asserter::Company(_)) => match assertion.on {
                Some(on) => format!("{who} ({on})"),
                None => who,
            },
            (None, _) => who,
        }
    }

    /// "29 (and 8 presumed, 3 maybe)": what surely holds, and the rest as numbers of their own.
    pub(crate) fn tally(&self, tally: Tally) -> String {
        let rest = [(answers::N_PRESUMED, tally.presumed), (answers::N_MAYBE, tally.maybe)];
        let rest: Vec<String> = rest
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(phrase, n)| phrase.fill(self.lang, &[("n", &n)]))
            .collect();
        if rest.is_empty() {
            tally.surely.to_string()
        } else {
            answers::TALLY.fill(self.lang, &[("n", &tally.surely), ("rest", &rest.join(", "))])
        }
    }

    /// "3 relations".
    pub(crate) fn relations(&self, n: usize) -> String {
        answers::RELATIONS.fill(self.lang, &[("n", &n)])
    }

    /// "4 sources".
    pub(crate) fn sources(&self, n: usize) -> String {
        answers::SOURCES.fill(self.lang, &[("n", &n)])
    }

    /// "2 sources", which a column for numbers tells as a number.
    pub(crate) fn source_count(&self, n: usize) -> Cell {
        Cell::number(self.sources(n), n)
    }

    pub(crate) fn stance(&self, zone: Zone) -> &'static str {
        zone.label().get(self.lang)
    }

    /// A date or the words for none.
    pub(crate) fn date(&self, date: Option<PartialDate>) -> String {
        date.map_or_else(|| answers::UNDATED.get(self.lang).to_owned(), |date| date.to_string())
    }
}
