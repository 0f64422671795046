//! Terms of tranches in words.

use rust_decimal::Decimal;

use super::schedule::{Payee, Turn};
use crate::derived::{Evidence, Knowledge, confidence};
use crate::lang::{Lang, waterfall as say};
use crate::model::{Citation, DealId, Ending, HolderRef, Model, Residual, Tranche};
use crate::tell::figures;
use crate::values::{Currency, Figure, Money};
use crate::vocab::{Confidence, Counted};

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
    pub(super) fn tranche(&self, at: usize) -> &'a Tranche {
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

    /// What somebody who gets a part is called.
    #[must_use]
    pub fn payee(&self, payee: Payee) -> &'a str {
        match payee {
            Payee::Holder(holder) => self.holder(holder),
            Payee::Unstated => say::UNSTATED.get(self.lang),
        }
    }

    /// "until Microsoft has USD 13bn", "at most USD 92bn for Microsoft".
    pub(super) fn end(&self, at: usize, assumed: &[(HolderRef, Money)]) -> String {
        let tranche = self.tranche(at);
        let mut parts = Vec::new();
        match &tranche.until {
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

    /// "Microsoft is at its cap in tranche 3".
    #[must_use]
    pub fn turn(&self, tranche: usize, turn: Turn) -> String {
        let n = tranche + 1;
        match turn {
            Turn::Reached(holder) => say::TURN_REACHED.fill(self.lang, &[("holder", &self.holder(holder)), ("n", &n)]),
            Turn::Capped(holder) => say::TURN_CAPPED.fill(self.lang, &[("holder", &self.holder(holder)), ("n", &n)]),
            Turn::Ends => say::TURN_ENDS.fill(self.lang, &[("n", &n)]),
        }
    }

    /// "held 2023-01-23 – 2025-01-21", "holds since 2023-01-23"; `None` where nobody says when it was signed.
    #[must_use]
    pub fn held(&self) -> Option<String> {
        let signed = self.model[self.deal].signed?;
        Some(match super::until(self.model, self.deal, self.known) {
            Some(end) => say::HELD.fill(self.lang, &[("from", &signed), ("until", &end)]),
            None => say::HOLDS_SINCE.fill(self.lang, &[("from", &signed)]),
        })
    }

    /// "Assumed: Microsoft gets USD 50m in tranche 1; no source says how much."
    #[must_use]
    pub fn assumed(&self, tranche: usize, holder: HolderRef, sum: Decimal, currency: Currency) -> String {
        let figure = Figure::Exact(sum);
        let money = Money::Known { currency, figure };
        let values: [(&str, &dyn std::fmt::Display); 3] = [
            ("holder", &self.holder(holder)),
            ("money", &figures::money(self.lang, money)),
            ("n", &(tranche + 1)),
        ];
        say::ASSUMED.fill(self.lang, &values)
    }

    /// Why an answer stops at a sum, and `how` it could go on.
    #[must_use]
    pub fn stops(&self, from: &str, tranche: usize, not_yet: bool, how: &str) -> String {
        let (n, name) = (tranche + 1, self.tranche_name(tranche));
        let values: [(&str, &dyn std::fmt::Display); 4] = [("from", &from), ("n", &n), ("name", &name), ("how", &how)];
        let text = if not_yet {
            say::STOPS_NOT_YET.fill(self.lang, &values[..3])
        } else {
            say::STOPS.fill(self.lang, &values)
        };
        text.trim_end().to_owned()
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
        let until: &[Citation] = match &tranche.until {
            Some(Ending::Receives { sources, .. }) => sources,
            _ => &[],
        };
        let parts = [self.cited(at), until, &tranche.caps_sources];
        parts.into_iter().filter(|part| !part.is_empty()).collect()
    }

    /// The sources of a tranche's payments, each once, and the grade of the weakest of its parts.
    pub(super) fn support(&self, at: usize) -> (Vec<String>, Option<Confidence>) {
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
    pub(super) fn evidence(&self, citations: &[Citation]) -> Evidence {
        confidence(self.model, citations, &self.model[self.deal].parties, false, self.known)
    }

    pub(super) fn ids(&self, citations: &[Citation]) -> Vec<String> {
        let known = self.evidence(citations).sources;
        known.iter().map(|id| self.model[*id].id.to_string()).collect()
    }

    pub(super) fn grade(&self, citations: &[Citation]) -> Option<&'static str> {
        let grade = self.evidence(citations).confidence?;
        Some(grade.label().get(self.lang))
    }

    /// "75% to Microsoft, 25% not stated; until Microsoft has USD 13bn".
    pub(super) fn terms(&self, at: usize) -> String {
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
    pub(super) fn remarks(&self, at: usize) -> Vec<String> {
        let tranche = self.tranche(at);
        let code = self.lang.code();
        let mut parts: Vec<String> = vec![self.resting_on(say::SHARES_WORD, self.cited(at))];
        if let Some(Ending::Receives { sources, .. }) = &tranche.until {
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
