use std::collections::BTreeSet;

use super::knowledge::{Cited, Knowledge};
use crate::model::{Citation, CompanyId, Model, SourceId};
use crate::vocab::{Confidence, Reading, SourceKind};

/// How well a record is supported at a state of knowledge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The grade; `None` when no source was published yet.
    pub confidence: Option<Confidence>,
    /// The sources that count, in the order of the record, each once.
    pub sources: Vec<SourceId>,
}

/// Grades a record from its citations.
///
/// A source that was read as quoted by others, or seen in a list only, gives *reported* at most. *Confirmed* is a filing, a court paper, or a release of one of the `parties` (or of a company they are part of);
/// *reported* a newsroom, book, paper, data set, interview, or somebody else's release; *claimed* the rest. Two origins
/// raise *claimed* to *reported*; a rumour is one grade lower. Cost: the number of citations and the depth of `based_on`.
#[must_use]
pub fn confidence(
    model: &Model,
    citations: &[Citation],
    parties: &[CompanyId],
    rumoured: bool,
    known: Knowledge,
) -> Evidence {
    let sources = Cited::new(model, known, citations).sources();
    let best = sources.iter().map(|source| grade(model, *source, parties)).max();
    let raised = match best {
        Some(Confidence::Claimed) if origins(model, &sources) > 1 => Some(Confidence::Reported),
        other => other,
    };
    let confidence = raised.map(|grade| match (rumoured, grade) {
        (false, grade) => grade,
        (true, Confidence::Confirmed) => Confidence::Reported,
        (true, _) => Confidence::Claimed,
    });
    Evidence { confidence, sources }
}

/// What is known from others or from a list only confirms nothing; where nobody says how it was read, its kind decides.
fn grade(model: &Model, source: SourceId, parties: &[CompanyId]) -> Confidence {
    let of_kind = grade_of_kind(model, source, parties);
    match model[source].read {
        Some(Reading::Quoted | Reading::Listed) => of_kind.min(Confidence::Reported),
        Some(Reading::Opened | Reading::Excerpt) | None => of_kind,
    }
}

fn grade_of_kind(model: &Model, source: SourceId, parties: &[CompanyId]) -> Confidence {
    let source = &model[source];
    match source.kind {
        SourceKind::Filing | SourceKind::Court => Confidence::Confirmed,
        SourceKind::Release => {
            let own = source.publisher_company.is_some_and(|publisher| {
                parties.iter().any(|party| {
                    *party == publisher || model[*party].part_of.iter().any(|parent| parent.company == publisher)
                })
            });
            if own {
                Confidence::Confirmed
            } else {
                Confidence::Reported
            }
        }
        SourceKind::News
        | SourceKind::Book
        | SourceKind::Paper
        | SourceKind::Dataset
        | SourceKind::Interview
        | SourceKind::Transcript => Confidence::Reported,
        SourceKind::Blog | SourceKind::Forum | SourceKind::Encyclopedia | SourceKind::Mirror => Confidence::Claimed,
    }
}

/// How many independent origins stand behind some sources: ten papers that relay one scoop are one.
#[must_use]
pub fn origins(model: &Model, sources: &[SourceId]) -> usize {
    sources
        .iter()
        .map(|source| Knowledge::ALL.origin(model, *source))
        .collect::<BTreeSet<_>>()
        .len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::testing::Data;

    #[test]
    fn only_what_was_read_confirms() {
        let mut data = Data::new();
        let filing = data.source(SourceKind::Filing, "2020-01-01");
        let blog = data.source(SourceKind::Blog, "2020-01-01");
        let mut graded = |citation: &Citation, read| {
            data.model.sources[citation.source.index()].read = read;
            confidence(&data.model, std::slice::from_ref(citation), &[], false, Knowledge::ALL).confidence
        };
        for (read, expected) in [
            (None, Confidence::Confirmed),
            (Some(Reading::Opened), Confidence::Confirmed),
            (Some(Reading::Excerpt), Confidence::Confirmed),
            (Some(Reading::Quoted), Confidence::Reported),
            (Some(Reading::Listed), Confidence::Reported),
        ] {
            assert_eq!(graded(&filing, read), Some(expected), "{read:?}");
            assert_eq!(
                graded(&blog, read),
                Some(Confidence::Claimed),
                "{read:?} makes nothing better"
            );
        }
    }
}
