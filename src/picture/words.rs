//! How pictures put records into words.

use std::collections::{BTreeMap, BTreeSet};

use super::scene::About;
use crate::derived::{Began, Ended};
use crate::judge::View;
use crate::lang::{Lang, Phrase, answers, pictures};
use crate::model::{CompanyId, Model, RelationId, SourceId};
use crate::tell;
use crate::tell::heads::restrictions;
use crate::values::Day;
use crate::values::clean::one_line;
use crate::vocab::{KINDS, Lasts, Side};

/// Kinds and markets that a line tells before it says how many more there are.
const KINDS_SAID: usize = 4;

/// Writes in one language about one view.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) lang: Lang,
}

impl<'a> Words<'a> {
    pub(super) const fn model(&self) -> &'a Model {
        self.view.model()
    }

    /// The words of answers.
    pub(super) fn tell(&self) -> tell::words::Words<'a> {
        tell::words::Words {
            graph: self.view.graph,
            lang: self.lang,
            last: self.view.scope.asked.last_day(),
        }
    }

    /// The name of a company, safe to draw.
    pub(super) fn company(&self, id: CompanyId) -> String {
        one_line(self.view.graph.name(id)).into_owned()
    }

    /// "via GitHub": the member of a group that is party to a tie.
    pub(super) fn via(&self, member: CompanyId) -> String {
        let words = crate::tell::words::Words {
            graph: self.view.graph,
            lang: self.lang,
            last: self.view.scope.asked.last_day(),
        };
        one_line(&words.via(member)).into_owned()
    }

    /// "Microsoft, OpenAI, Dell +2 more".
    pub(super) fn companies(&self, ids: &[CompanyId], most: usize) -> String {
        let mut names: Vec<String> = ids.iter().take(most).map(|id| self.company(*id)).collect();
        if ids.len() > most {
            names.push(pictures::MORE.fill(self.lang, &[("n", &(ids.len() - most))]));
        }
        names.join(", ")
    }

    /// The first day a relation may hold, in its record's own precision; none where nothing tells.
    pub(super) fn since(&self, id: RelationId) -> Option<(Day, String)> {
        self.view.graph.span(id)?;
        let began = self.view.graph.relation(id).began()?;
        let text = match began {
            Began::On(date) | Began::Announced(date) => date.to_string(),
            Began::By(day) => answers::BY_DATE.fill(self.lang, &[("date", &day)]),
            Began::Seen(date) => answers::SEEN.fill(self.lang, &[("date", &date)]),
        };
        Some((began.day(), text))
    }

    /// "since 2019", of the first of some relations.
    pub(super) fn first(&self, ids: &[RelationId]) -> Option<String> {
        let (id, (_, text)) = ids
            .iter()
            .filter_map(|id| Some((*id, self.since(*id)?)))
            .min_by(|a, b| a.1.cmp(&b.1))?;
        Some(match self.view.graph.relation(id).began()? {
            Began::On(_) | Began::Announced(_) => answers::SINCE.fill(self.lang, &[("date", &text)]),
            Began::By(_) | Began::Seen(_) => text,
        })
    }

    /// The end of a relation in its record's own precision; none where it goes on or is unknown.
    pub(super) fn until(&self, id: RelationId) -> Option<String> {
        match self.view.graph.relation(id).ended()? {
            Ended::On(date) => Some(date.to_string()),
            Ended::Unknown(..) => Some(answers::ENDED.get(self.lang).to_owned()),
            Ended::Terminated(..) | Ended::Superseded(..) => None,
        }
    }

    /// "2019-07-22 – 2023"; one day for what happens on one.
    pub(super) fn period(&self, id: RelationId) -> String {
        let start = self.since(id).map(|(_, text)| text).unwrap_or_default();
        match self.until(id) {
            _ if self.view.graph.relation(id).lasts() == Lasts::Point => start,
            Some(until) => format!("{start} – {until}"),
            None => format!("{start} –"),
        }
    }

    /// "USD 1bn committed".
    pub(super) fn amounts(&self, id: RelationId) -> Vec<String> {
        self.tell().figures(id)
    }

    /// The kinds of some relations with their counts, the commonest first: "cloud service ×2, investment".
    pub(super) fn kinds(&self, ids: &[RelationId]) -> String {
        let mut counts: BTreeMap<u8, usize> = BTreeMap::new();
        for id in ids {
            *counts.entry(self.model()[*id].kind).or_default() += 1;
        }
        let mut counts: Vec<(u8, usize)> = counts.into_iter().collect();
        counts.sort_by_key(|(kind, n)| (std::cmp::Reverse(*n), *kind));
        let said = |(kind, n): &(u8, usize)| {
            let label = KINDS[usize::from(*kind)].label.get(self.lang);
            if *n == 1 {
                label.to_owned()
            } else {
                format!("{label}\u{a0}×{n}")
            }
        };
        let mut all: Vec<String> = counts.iter().take(KINDS_SAID).map(said).collect();
        if counts.len() > KINDS_SAID {
            all.push(pictures::MORE.fill(self.lang, &[("n", &(counts.len() - KINDS_SAID))]));
        }
        all.join(", ")
    }

    /// What a line of a side says: the markets for competition, the kinds for everything else.
    pub(super) fn tie(&self, side: Side, ids: &[RelationId]) -> String {
        let markets: BTreeSet<&str> = ids
            .iter()
            .filter_map(|id| self.model()[*id].market)
            .map(|market| self.model()[market].name.get(self.lang.code()))
            .collect();
        if side != Side::Competition || markets.is_empty() {
            return self.kinds(ids);
        }
        let mut said: Vec<String> = markets
            .iter()
            .take(KINDS_SAID - 1)
            .map(|name| one_line(name).into_owned())
            .collect();
        if markets.len() >= KINDS_SAID {
            said.push(pictures::MORE.fill(self.lang, &[("n", &(markets.len() + 1 - KINDS_SAID))]));
        }
        said.join(", ")
    }

    /// The sources of some relations as far as known, in the order of the records.
    pub(super) fn sources(&self, ids: &[RelationId]) -> Vec<SourceId> {
        let mut found = Vec::new();
        for source in ids.iter().flat_map(|id| self.view.graph.relation(*id).sources()) {
            if !found.contains(&source) {
                found.push(source);
            }
        }
        found
    }

    /// The first address of a source that a browser may safely follow.
    pub(super) fn link(&self, sources: &[SourceId]) -> Option<String> {
        sources
            .iter()
            .filter_map(|source| self.model()[*source].url.as_deref())
            .find(|url| url.starts_with("https://") || url.starts_with("http://"))
            .map(|url| one_line(url).into_owned())
    }

    /// What stands behind a mark that stands for some relations.
    pub(super) fn about(&self, who: &str, side: Side, ids: &[RelationId]) -> About {
        let sources = self.sources(ids);
        let mut parts = Vec::new();
        for id in ids {
            let label = self.model()[*id].kind().label.get(self.lang);
            let mut part = format!("{label} {}", self.period(*id));
            for amount in self.amounts(*id) {
                part = format!("{part}, {amount}");
            }
            parts.push(part);
        }
        let title = sources.first().map(|source| {
            let source = &self.model()[*source];
            let title = one_line(source.short.as_deref().unwrap_or(&source.title));
            pictures::SOURCE.fill(self.lang, &[("title", &title)])
        });
        let ends: Option<Vec<String>> = ids.iter().map(|id| self.until(*id)).collect();
        About {
            ids: ids.iter().map(|id| self.model()[*id].id.to_string()).collect(),
            begins: ids.iter().filter_map(|id| self.since(*id)).min().map(|(_, text)| text),
            ends: ends.and_then(|ends| ends.into_iter().max()),
            side: Some(side),
            link: self.link(&sources),
            text: [
                format!("{who}: {}", super::legend::side(side).get(self.lang)),
                parts.join("; "),
            ]
            .into_iter()
            .chain(title)
            .collect::<Vec<_>>()
            .join("\n"),
        }
    }

    /// What stands behind a company.
    pub(super) fn about_company(&self, id: CompanyId) -> About {
        let company = &self.model()[id];
        About {
            ids: vec![company.id.to_string()],
            text: one_line(&company.name).into_owned(),
            ..About::default()
        }
    }

    /// "3 ties inside groups not drawn, 2 intentions not drawn", where there are any.
    pub(super) fn left_out(&self, inside: usize, intended: usize) -> Option<String> {
        let said = |n: usize, phrase: Phrase| (n > 0).then(|| phrase.fill(self.lang, &[("n", &n)]));
        let inside = said(inside, pictures::INSIDE);
        let intended = said(intended, pictures::INTENDED);
        let all: Vec<String> = inside.into_iter().chain(intended).collect();
        (!all.is_empty()).then(|| all.join(", "))
    }

    /// "as of 2026-11-23", "as known at ...", "12 sources".
    pub(super) fn facts(&self, ties: usize, sources: usize) -> Vec<String> {
        let scope = self.view.scope;
        let mut facts = vec![answers::AS_OF.fill(self.lang, &[("date", &scope.asked)])];
        facts.extend(restrictions(self.view.model(), scope, self.lang));
        facts.push(pictures::TIES.fill(self.lang, &[("n", &ties)]));
        facts.push(answers::SOURCES.fill(self.lang, &[("n", &sources)]));
        facts
    }
}
