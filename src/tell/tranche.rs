//! The tranches of a deal in words.

use crate::derived::{Evidence, Knowledge, confidence};
use crate::judge::deals::{is_told, until};
use crate::lang::{Lang, waterfall as say};
use crate::model::{Citation, DealId, Ending, HolderRef, Model, Residual, Tranche};
use crate::tell::figures;
use crate::values::Money;
use crate::vocab::{Confidence, Counted};

/// The terms of a deal's tranches in words, a line each with the grade of their support, without those not yet known.
#[must_use]
pub fn terms(model: &Model, deal: DealId, known: Knowledge, lang: Lang) -> Vec<String> {
    let terms = Terms {
        model,
        deal,
        known,
        lang,
    };
    let told = model[deal].waterfall.iter().enumerate();
    told.take_while(|(_, tranche)| is_told(model, deal, tranche, known))
        .map(|(at, _)| {
            let grade = terms.support(at).1.map_or("?", |grade| grade.label().get(lang));
            format!("{} {}: {} ({grade})", at + 1, terms.tranche_name(at), terms.terms(at))
        })
        .collect()
}

/// Writes about one deal in one language.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// The data.
    pub model: &'a Model,
    /// The deal.
    pub deal: DealId,
    /// What was known.
    pub known: Knowledge,
    /// The language.
    pub lang: Lang,
}

impl<'a> Terms<'a> {
    pub(crate) fn tranche(&self, at: usize) -> &'a Tranche {
        &self.model[self.deal].waterfall[at]
    }

    /// What a tranche is called.
    #[must_use]
    pub fn tranche_name(&self, at: usize) -> &'a str {
        self.tranche(at).name.get(self.lang.code())
    }

    /// What a holder is called.
    #[must_use]
    pub fn holder(&self, holder: HolderRef) -> &'a str {
        self.model.holder_name(self.deal, holder, self.lang.code())
    }

    /// "until Microsoft has USD 13bn", "at most USD 92bn for Microsoft".
    pub(crate) fn end(&self, at: usize, assumed: &[(HolderRef, Money)]) -> String {
        let tranche = self.tranche(at);
        let mut parts = Vec::new();
        match &tranche.ending {
            Some(Ending::Unknown) if !assumed.is_empty() => {
                let end = self.until(assumed);
                parts.push(say::ASSUMED_END.fill(self.lang, &[("end", &end)]));
            }
            Some(Ending::Unknown) => parts.push(say::UNTIL_UNKNOWN.get(self.lang).to_owned()),
            Some(Ending::Receives { thresholds, .. }) => parts.push(self.until(thresholds)),
            None => {}
        }
        if !tranche.caps.is_empty() {
            let caps: Vec<String> = tranche.caps.iter().map(|cap| self.figure(say::CAP, *cap)).collect();
            parts.push(say::CAPS.fill(self.lang, &[("caps", &caps.join(", "))]));
        }
        if parts.is_empty() {
            parts.push(say::REST.get(self.lang).to_owned());
        }
        if tranche.counted == Counted::Deal {
            parts.push(say::COUNTED_FROM_DEAL.get(self.lang).to_owned());
        }
        parts.join("; ")
    }

    fn until(&self, thresholds: &[(HolderRef, Money)]) -> String {
        let all: Vec<String> = thresholds.iter().map(|t| self.figure(say::RECEIVES, *t)).collect();
        say::UNTIL.fill(self.lang, &[("end", &all.join(say::AND_ALL.get(self.lang)))])
    }

    fn figure(&self, phrase: crate::lang::Phrase, (holder, money): (HolderRef, Money)) -> String {
        phrase.fill(
            self.lang,
            &[
                ("holder", &self.holder(holder)),
                ("money", &figures::money(self.lang, money)),
            ],
        )
    }

    /// "held 2023-01-23 – 2025-01-21", "holds since 2023-01-23"; `None` where nobody says when it was signed.
    #[must_use]
    pub fn held(&self) -> Option<String> {
        let signed = self.known.deal(self.model, &self.model[self.deal]).from?;
        Some(match until(self.model, self.deal, self.known) {
            Some(end) => say::HELD.fill(self.lang, &[("from", &signed), ("until", &end)]),
            None => say::HOLDS_SINCE.fill(self.lang, &[("from", &signed)]),
        })
    }

    /// The citations that stand for a tranche's shares: its own, else the deal's.
    #[must_use]
    pub fn cited(&self, at: usize) -> &'a [Citation] {
        let tranche = self.tranche(at);
        if tranche.sources.is_empty() {
            &self.model[self.deal].sources
        } else {
            &tranche.sources
        }
    }

    /// The citations of all that a tranche's payments rest on: shares, thresholds, caps.
    fn parts(&self, at: usize) -> Vec<&'a [Citation]> {
        let tranche = self.tranche(at);
        let until: &[Citation] = match &tranche.ending {
            Some(Ending::Receives { sources, .. }) => sources,
            _ => &[],
        };
        let parts = [self.cited(at), until, &tranche.caps_sources];
        parts.into_iter().filter(|part| !part.is_empty()).collect()
    }

    /// The sources of a tranche's payments, each once, and the grade of the weakest of its parts.
    pub(crate) fn support(&self, at: usize) -> (Vec<String>, Option<Confidence>) {
        let parts = self.parts(at);
        let mut ids: Vec<String> = Vec::new();
        for id in parts.iter().flat_map(|part| self.ids(part)) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let weakest = parts.iter().map(|part| self.evidence(part).confidence).min();
        (ids, weakest.flatten())
    }

    /// The known sources of some citations and their grade.
    pub(crate) fn evidence(&self, citations: &[Citation]) -> Evidence {
        confidence(self.model, citations, &self.model[self.deal].parties, false, self.known)
    }

    pub(crate) fn ids(&self, citations: &[Citation]) -> Vec<String> {
        let known = self.evidence(citations).sources;
        known.iter().map(|id| self.model[*id].id.to_string()).collect()
    }

    pub(crate) fn grade(&self, citations: &[Citation]) -> Option<&'static str> {
        let grade = self.evidence(citations).confidence?;
        Some(grade.label().get(self.lang))
    }

    /// "75% to Microsoft, 25% not stated; until Microsoft has USD 13bn".
    pub(crate) fn terms(&self, at: usize) -> String {
        let tranche = self.tranche(at);
        let shares = tranche.shares.iter().map(|(holder, share)| {
            say::TO.fill(
                self.lang,
                &[
                    ("part", &figures::share(self.lang, *share)),
                    ("holder", &self.holder(*holder)),
                ],
            )
        });
        let unstated = tranche
            .unstated
            .map(|share| say::UNSTATED_TO.fill(self.lang, &[("part", &figures::share(self.lang, share))]));
        let all: Vec<String> = shares.chain(unstated).collect();
        format!("{}; {}", all.join(", "), self.end(at, &[]))
    }

    /// Everything to be said about a tranche besides its numbers, a line each: sources, effects, remarks, other reports.
    pub(crate) fn remarks(&self, at: usize) -> Vec<String> {
        let tranche = self.tranche(at);
        let code = self.lang.code();
        let mut parts: Vec<String> = vec![self.resting_on(say::SHARES_WORD, self.cited(at))];
        if let Some(Ending::Receives { sources, .. }) = &tranche.ending {
            parts.extend((!sources.is_empty()).then(|| self.resting_on(say::UNTIL_WORD, sources)));
        }
        if !tranche.caps_sources.is_empty() {
            parts.push(self.resting_on(say::CAPS_WORD, &tranche.caps_sources));
        }
        match tranche.residual {
            Residual::To(holder) => {
                parts.push(say::RESIDUAL_TO.fill(self.lang, &[("holder", &self.holder(holder))]));
            }
            Residual::Unstated => parts.push(say::RESIDUAL_UNSTATED.get(self.lang).to_owned()),
            Residual::ProRata => {}
        }
        let texts = tranche.effects.iter().chain(&tranche.note);
        parts.extend(texts.map(|text| text.get(code).to_owned()));
        for other in &tranche.reported_otherwise {
            let sources = self.ids(&other.sources);
            if !sources.is_empty() {
                let value = other.value.get(code);
                let mut text = say::OTHERWISE.fill(
                    self.lang,
                    &[
                        ("field", &other.field),
                        ("value", &value),
                        ("sources", &sources.join(", ")),
                    ],
                );
                if let Some(note) = &other.note {
                    text = format!("{text}: {}", note.get(code));
                }
                parts.push(text);
            }
        }
        parts
    }

    fn resting_on(&self, what: crate::lang::Phrase, citations: &[Citation]) -> String {
        let sources = self.ids(citations).join(", ");
        let grade = self.grade(citations).unwrap_or("?");
        say::FROM_SOURCES.fill(
            self.lang,
            &[("what", &what.get(self.lang)), ("sources", &sources), ("grade", &grade)],
        )
    }
}
