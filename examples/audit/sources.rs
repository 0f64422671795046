//! What relations rest on: primary sources that were read, and weak ones alone.

use std::fmt::{self, Display};

use frenemy::model::{Model, Relation, Source};
use frenemy::vocab::{Reading, SourceKind};

/// Counts of relations that were not taken back.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Measures {
    relations: usize,
    primary: usize,
    read: usize,
    opened: usize,
    weak: usize,
    weak_or_copies: usize,
    sources: usize,
    said: usize,
    undated: usize,
    rebuilt: usize,
}

/// Measures a model.
pub(crate) fn of(model: &Model) -> Measures {
    let mut found = Measures {
        sources: model.sources.len(),
        ..Measures::default()
    };
    for source in &model.sources {
        found.said += usize::from(source.read.is_some());
        found.undated += usize::from(source.published.is_none());
        found.rebuilt += usize::from(source.title_basis == frenemy::vocab::TitleBasis::Slug);
    }
    for relation in model.relations.iter().filter(|relation| relation.withdrawn.is_none()) {
        let all = cited(model, relation);
        let primary = all.iter().filter(|source| is_primary(source));
        let read: Vec<Option<Reading>> = primary.map(|source| source.read).collect();
        let opened = read.contains(&Some(Reading::Opened));
        found.relations += 1;
        found.primary += usize::from(!read.is_empty());
        found.read += usize::from(opened || read.contains(&Some(Reading::Excerpt)));
        found.opened += usize::from(opened);
        found.weak += usize::from(all.iter().all(|source| is_weak(source)));
        let copy = |source: &Source| is_weak(source) || source.kind == SourceKind::Mirror;
        found.weak_or_copies += usize::from(all.iter().all(|source| copy(source)));
    }
    found
}

/// The sources of a relation and of its single fields.
fn cited<'m>(model: &'m Model, relation: &'m Relation) -> Vec<&'m Source> {
    let of_amounts = relation.amounts.iter().flat_map(|amount| &amount.sources);
    let own = relation
        .sources
        .iter()
        .chain(of_amounts)
        .map(|citation| citation.source);
    let checked = relation.checked.map(|checked| checked.source);
    own.chain(checked).map(|id| &model[id]).collect()
}

/// A filing, a court paper, a release of anybody.
const fn is_primary(source: &Source) -> bool {
    matches!(
        source.kind,
        SourceKind::Filing | SourceKind::Court | SourceKind::Release
    )
}

const fn is_weak(source: &Source) -> bool {
    matches!(
        source.kind,
        SourceKind::Blog | SourceKind::Forum | SourceKind::Encyclopedia
    )
}

impl Display for Measures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = |what: &str, n: usize, of: usize| {
            writeln!(f, "{what:<58}{n:>6}{:>7.1}%", 100.0 * n as f64 / of.max(1) as f64)
        };
        line("relations", self.relations, self.relations)?;
        line("  with a filing, court paper or release", self.primary, self.relations)?;
        line("  with one that was opened or read in part", self.read, self.relations)?;
        line("  with one that was opened", self.opened, self.relations)?;
        line("  on blogs, forums and encyclopedias alone", self.weak, self.relations)?;
        line("  on these and copies alone", self.weak_or_copies, self.relations)?;
        line("sources", self.sources, self.sources)?;
        line("  that say how much of them was read", self.said, self.sources)?;
        line("  without a date of publication", self.undated, self.sources)?;
        line("  whose title was rebuilt from the address", self.rebuilt, self.sources)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_opened_was_read_and_what_was_read_is_cited() {
        let found = of(frenemy::Dataset::bundled().unwrap().model());
        assert!(found.opened <= found.read && found.read <= found.primary && found.primary <= found.relations);
        assert!(found.weak <= found.weak_or_copies && found.primary + found.weak_or_copies <= found.relations);
        assert_eq!(found.to_string().lines().count(), 10);
    }
}
