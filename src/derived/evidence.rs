use std::collections::BTreeSet;

use super::knowledge::{Cited, Knowledge};
use crate::model::{Citation, CompanyId, Model, Source, SourceId};
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
/// *Confirmed* is a filing, a court paper, or a release of one of the `parties` (or of a company they are part of);
/// *reported* a newsroom, book, paper, data set, interview, or somebody else's release; *claimed* the rest. A source that is
/// known from quotations or lists only gives *reported* at most. Two origins raise *claimed* to *reported*; a rumour is one
/// grade lower. Cost: the number of citations and the depth of `based_on`.
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

fn grade(model: &Model, source: SourceId, parties: &[CompanyId]) -> Confidence {
    let source = &model[source];
    let seen = !matches!(source.read, Some(Reading::Quoted | Reading::Listed));
    let best = of_kind(model, source, parties);
    if seen { best } else { best.min(Confidence::Reported) }
}

/// What a source of its kind gives to those who have read it.
fn of_kind(model: &Model, source: &Source, parties: &[CompanyId]) -> Confidence {
    if is_primary(model, source, parties) {
        return Confidence::Confirmed;
    }
    match source.kind {
        SourceKind::Filing
        | SourceKind::Court
        | SourceKind::Release
        | SourceKind::News
        | SourceKind::Book
        | SourceKind::Paper
        | SourceKind::Dataset
        | SourceKind::Interview
        | SourceKind::Transcript => Confidence::Reported,
        SourceKind::Blog | SourceKind::Forum | SourceKind::Encyclopedia | SourceKind::Mirror => Confidence::Claimed,
    }
}

/// Whether a source is a primary one for the `parties`: a filing, a court paper, or a release of their own.
#[must_use]
pub fn is_primary(model: &Model, source: &Source, parties: &[CompanyId]) -> bool {
    match source.kind {
        SourceKind::Filing | SourceKind::Court => true,
        SourceKind::Release => is_own(model, source, parties),
        _ => false,
    }
}

/// Whether a source was published by one of the `parties`, or by a company they are part of.
#[must_use]
pub fn is_own(model: &Model, source: &Source, parties: &[CompanyId]) -> bool {
    source.publisher_company.is_some_and(|publisher| {
        let of = |party: &CompanyId| model[*party].part_of.iter().any(|parent| parent.company == publisher);
        parties.iter().any(|party| *party == publisher || of(party))
    })
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
    fn what_nobody_has_read_confirms_nothing() {
        let mut data = Data::new();
        let filing = data.source(SourceKind::Filing, "2016-01-01");
        let grade =
            |data: &Data| confidence(&data.model, std::slice::from_ref(&filing), &[], false, Knowledge::ALL).confidence;
        let read = [
            (None, Confidence::Confirmed),
            (Some(Reading::Opened), Confidence::Confirmed),
            (Some(Reading::Excerpt), Confidence::Confirmed),
            (Some(Reading::Quoted), Confidence::Reported),
            (Some(Reading::Listed), Confidence::Reported),
        ];
        for (read, expected) in read {
            data.model.sources[filing.source.index()].read = read;
            assert_eq!(grade(&data), Some(expected), "{read:?}");
        }
        data.model.sources[filing.source.index()].kind = SourceKind::Blog;
        assert_eq!(
            grade(&data),
            Some(Confidence::Claimed),
            "a blog is no better for being quoted"
        );
    }
}
