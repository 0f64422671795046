//! Marks, reservations and remarks that several answers share.

use super::words::Words;
use crate::derived::Standing;
use crate::graph::Presence;
use crate::judge::Stance;
use crate::judge::closer::Closer;
use crate::judge::disagreements::Why;
use crate::judge::held::Held;
use crate::lang::{Phrase, answers, lists};
use crate::model::{Citation, CompanyId, MarketId, RelationId, SourceId};
use crate::report::{Mark, Style};
use crate::vocab::{Side, Zone};

/// How data formats call a presence.
pub(crate) const fn holds(presence: Presence) -> &'static str {
    match presence {
        Presence::Yes => "yes",
        Presence::Maybe => "maybe",
        Presence::Presumed => "presumed",
        Presence::No => "no",
    }
}

/// How data formats call a side, and the sign before its rows.
pub(crate) const fn side_mark(side: Side) -> (&'static str, Mark) {
    match side {
        Side::Cooperation => ("cooperation", Mark::Plus),
        Side::Competition => ("competition", Mark::Minus),
        Side::Conflict => ("conflict", Mark::Conflict),
        Side::Neutral => ("neutral", Mark::Neutral),
    }
}

/// What a side is called.
pub(crate) const fn side_label(side: Side) -> Phrase {
    match side {
        Side::Cooperation => Zone::Cooperation.label(),
        Side::Competition => Zone::Competition.label(),
        Side::Conflict => lists::CONFLICT,
        Side::Neutral => lists::NEUTRAL,
    }
}

/// The colour of a stance.
pub(crate) const fn zone_style(zone: Zone) -> Style {
    use crate::report::Zone as Shade;
    Style::Zone(match zone {
        Zone::Coopetition | Zone::Sequential => Shade::Coopetition,
        Zone::Cooperation => Shade::Cooperation,
        Zone::Competition => Shade::Competition,
        Zone::OneGroup | Zone::None => Shade::Neutral,
    })
}

/// Why one of several records that dispute each other counts.
pub(crate) const fn counts_because(why: Why) -> Phrase {
    match why {
        Why::Confidence => answers::WHY_CONFIDENCE,
        Why::Origins => answers::WHY_ORIGINS,
        Why::Newer => answers::WHY_NEWER,
        Why::Order => answers::WHY_ORDER,
    }
}

impl<'a> Words<'a> {
    /// Why a relation does not count.
    pub(crate) fn standing(&self, id: RelationId, standing: Standing) -> &'static str {
        match standing {
            Standing::Unsettled => self.graph.relation(id).status().label().get(self.lang),
            Standing::Unbinding => self.model()[id].nature.label().get(self.lang),
            Standing::Outweighed => answers::DISPUTED.get(self.lang),
            Standing::Refuted => answers::REFUTED.get(self.lang),
            Standing::Withdrawn => answers::WITHDRAWN.get(self.lang),
            Standing::Unknown => answers::NOT_YET_KNOWN.get(self.lang),
            Standing::Intended => self.state(id).get(self.lang),
            Standing::Counts => "",
        }
    }

    /// The sources of a record that were known, each once.
    pub(crate) fn sources_of(&self, citations: &'a [Citation]) -> Vec<SourceId> {
        self.graph.cited(citations).sources()
    }

    /// What keeps a relation from being firm, other than age.
    pub(crate) fn doubts(&self, id: RelationId) -> Vec<String> {
        let relation = &self.model()[id];
        [
            (relation.rumoured, answers::RUMOURED),
            (self.graph.standings().is_disputed(id), answers::DISPUTED),
        ]
        .into_iter()
        .filter(|(so, _)| *so)
        .map(|(_, phrase)| phrase.get(self.lang).to_owned())
        .collect()
    }

    /// What keeps ties from being firm, where it is true of all of them.
    pub(crate) fn reservations(&self, ties: &[&Held]) -> Vec<String> {
        let all = |test: &dyn Fn(&Held) -> bool| ties.iter().all(|tie| test(tie));
        let mut found = Vec::new();
        if all(&|tie| tie.relation(self.graph).rumoured) {
            found.push(answers::RUMOURED.get(self.lang).to_owned());
        }
        if all(&|tie| tie.relations.iter().any(|id| self.graph.standings().is_disputed(*id))) {
            found.push(answers::DISPUTED.get(self.lang).to_owned());
        }
        found
    }

    /// On whose word: who asserts it, or else the best grade.
    pub(crate) fn support(&self, ties: &[&Held]) -> String {
        self.asserted(ties).unwrap_or_else(|| {
            let best = ties.iter().filter_map(|tie| tie.confidence).max();
            best.map(|grade| grade.label().get(self.lang).to_owned())
                .unwrap_or_default()
        })
    }

    /// "coopetition rests on 1 record; firm ties alone: cooperation": the number of records on the side with fewer.
    pub(crate) fn rests_on(&self, stance: Stance, firm: Zone, ties: &[Held]) -> Vec<String> {
        let zone = stance.zone;
        let count = |side: Side| {
            ties.iter()
                .filter(|tie| tie.side == side && tie.presence > Presence::No)
                .count()
        };
        let (cooperation, competition) = (count(Side::Cooperation), count(Side::Competition));
        let n = match zone {
            Zone::Coopetition | Zone::Sequential => cooperation.min(competition),
            Zone::Cooperation => cooperation,
            Zone::Competition => competition,
            Zone::OneGroup | Zone::None => return Vec::new(),
        };
        let mut note = answers::RESTS.fill(self.lang, &[("stance", &self.stance(zone)), ("n", &n)]);
        if firm != zone {
            let alone = answers::FIRM_ALONE.fill(self.lang, &[("stance", &self.stance(firm))]);
            note = format!("{note}; {alone}");
        }
        if let Some(zone) = stance.possibly {
            let possibly = answers::POSSIBLY.fill(self.lang, &[("stance", &self.stance(zone))]);
            note = format!("{note}; {possibly}");
        }
        vec![note]
    }

    /// "without trade and platforms: competition; both meet in Cloud services".
    pub(crate) fn closer(&self, closer: &Closer) -> String {
        let lang = self.lang;
        let without = answers::WITHOUT_TRADE.fill(lang, &[("stance", &self.stance(closer.without_trade))]);
        let meets = match closer.meets_in.as_deref() {
            None => answers::MEET_UNKNOWN.get(lang).to_owned(),
            Some([]) => answers::MEET_NOWHERE.get(lang).to_owned(),
            Some(markets) => {
                let name = |id: &MarketId| self.model()[*id].name.get(lang.code()).to_owned();
                let names: Vec<String> = markets.iter().map(name).collect();
                answers::MEET_IN.fill(lang, &[("markets", &names.join(", "))])
            }
        };
        format!("{without}; {meets}")
    }

    /// "GitHub is part of Microsoft", where it is part of anything.
    pub(crate) fn part_of(&self, company: CompanyId, parents: &[CompanyId]) -> Option<String> {
        let names: Vec<&str> = parents.iter().map(|id| self.company(*id)).collect();
        (!names.is_empty()).then(|| {
            let parents = names.join(", ");
            answers::PART_OF.fill(self.lang, &[("name", &self.company(company)), ("parents", &parents)])
        })
    }
}
