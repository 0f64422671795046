//! On whose word: sources with their words, the grade, and which source gives it.

use super::{Record, Support, Teller};
use crate::derived::{Knowledge, confidence, origins};
use crate::lang::lists as l;
use crate::model::{Citation, CompanyId, SourceId};
use crate::tell::record::published;
use crate::vocab::Confidence;

impl<'a> Teller<'a> {
    /// The sources of a record; `parties` where it is graded.
    pub(crate) fn support(&self, citations: &'a [Citation], parties: Option<&[CompanyId]>) -> Vec<Support> {
        let told = self.view.graph.cited(citations).citations().map(|(source, citation)| {
            let source = &self.model()[source];
            Support {
                source: source.id.to_string(),
                publisher: source.publisher.clone().map(String::from),
                title: source.title.to_string(),
                kind: source.kind.name(),
                kind_label: source.kind.label().get(self.lang()),
                published: published(source),
                url: source.url.clone().map(String::from),
                quote: citation.quote.clone().map(String::from),
                locator: citation.locator.clone().map(String::from),
                grade: parties.and_then(|parties| self.grade_alone(citation, parties)),
            }
        });
        told.collect()
    }

    fn grade_alone(&self, citation: &Citation, parties: &[CompanyId]) -> Option<Confidence> {
        let known: Knowledge = self.view.graph.known();
        confidence(self.model(), std::slice::from_ref(citation), parties, false, known).confidence
    }

    /// Adds the grade of a record, and why it is that.
    pub(crate) fn grade(&self, record: &mut Record, citations: &'a [Citation], parties: &[CompanyId], rumoured: bool) {
        let (model, lang) = (self.model(), self.lang());
        let evidence = confidence(model, citations, parties, rumoured, self.view.graph.known());
        let Some(grade) = evidence.confidence else {
            record.text("confidence", l::SUPPORT, Some(l::NO_KNOWN_SOURCE.get(lang)));
            return;
        };
        record.word("confidence", l::SUPPORT, grade.name(), grade.label().get(lang));
        let alone = |source: &SourceId| {
            let cited = self.view.graph.cited(citations).citations();
            let mut of_source = cited.filter(|(cited, _)| cited == source);
            of_source
                .next()
                .and_then(|(_, citation)| self.grade_alone(citation, parties))
        };
        let best = evidence.sources.iter().filter_map(alone).max();
        let by: Vec<&str> = evidence
            .sources
            .iter()
            .filter(|source| alone(source) == best)
            .map(|source| model[*source].id.as_str())
            .collect();
        let mut why = vec![l::GRADED_BY.fill(lang, &[("sources", &by.join(", "))])];
        let n = origins(model, &evidence.sources);
        if best == Some(Confidence::Claimed) && n > 1 {
            why.push(l::RAISED.fill(lang, &[("n", &n)]));
        }
        if rumoured {
            why.push(l::LOWERED.get(lang).to_owned());
        }
        record.text("confidence_because", l::BECAUSE, Some(why.join("; ")));
    }
}
