//! Draws without chance: relations in the order of the SHA-256 of the seed and their name.

use std::collections::BTreeSet;
use std::io::Write;

use anyhow::Result;
use frenemy::Dataset;
use frenemy::model::{Model, Moment, Relation, RelationId, Source};
use frenemy::vocab::Side;
use sha2::{Digest, Sha256};

/// The first `count` relations in the order of `SHA-256(seed, newline, case/relation)`, of those that were not taken back.
///
/// What is added to the data later moves none of those that stay, except out of the draw.
pub(crate) fn drawn(model: &Model, seed: &str, count: usize) -> Vec<RelationId> {
    let living = model.relations().filter(|(_, relation)| relation.withdrawn.is_none());
    let mut all: Vec<_> = living
        .map(|(id, relation)| {
            let hash = Sha256::digest(format!("{seed}\n{}", name(model, relation)).as_bytes());
            (hash.to_vec(), id)
        })
        .collect();
    all.sort();
    all.into_iter().take(count).map(|(_, id)| id).collect()
}

/// What coders get: who is concerned and what to read, in no order that tells a role.
pub(crate) fn form(data: &Dataset, seed: &str, count: usize, out: impl Write) -> Result<()> {
    let model = data.model();
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record([
        "number",
        "companies",
        "sources",
        "kind",
        "side",
        "from",
        "since",
        "until",
        "remark",
    ])?;
    for (at, id) in drawn(model, seed, count).into_iter().enumerate() {
        let relation = &model[id];
        let companies: BTreeSet<&str> = relation.parties.iter().map(|party| &*model[party.company].id).collect();
        let cited: BTreeSet<_> = relation.sources.iter().map(|citation| citation.source).collect();
        let cited: Vec<String> = cited.into_iter().map(|id| cite(&model[id])).collect();
        let companies = companies.into_iter().collect::<Vec<_>>().join(" ");
        let number = (at + 1).to_string();
        csv.write_record([&number, &companies, &cited.join("\n"), "", "", "", "", "", ""])?;
    }
    Ok(csv.flush()?)
}

/// The same relations as they are recorded.
pub(crate) fn key(data: &Dataset, seed: &str, count: usize, out: impl Write) -> Result<()> {
    let model = data.model();
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(["number", "relation", "kind", "side", "from", "since", "until"])?;
    for (at, id) in drawn(model, seed, count).into_iter().enumerate() {
        let relation = &model[id];
        csv.write_record([
            &(at + 1).to_string(),
            &name(model, relation),
            relation.kind().name,
            side(relation),
            &from(model, relation),
            &moment(relation.since),
            &moment(relation.until),
        ])?;
    }
    Ok(csv.flush()?)
}

fn name(model: &Model, relation: &Relation) -> String {
    format!("{}/{}", model[relation.case].id, relation.id)
}

fn cite(source: &Source) -> String {
    let published = source.published.map(|range| match range.to == Some(range.from) {
        true => range.from.to_string(),
        false => range.to_string(),
    });
    let parts = [
        source.publisher.as_deref(),
        Some(&*source.title),
        published.as_deref(),
        source.url.as_deref(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn side(relation: &Relation) -> &'static str {
    let side = relation
        .kind()
        .ties
        .first()
        .map_or(Side::Neutral, |tie| relation.side(tie));
    match side {
        Side::Cooperation => "cooperation",
        Side::Competition => "competition",
        Side::Conflict => "conflict",
        Side::Neutral => "neutral",
    }
}

/// The companies from which it runs, by id; `both` where all play one role.
fn from(model: &Model, relation: &Relation) -> String {
    if relation.parties.iter().all(|party| party.role == 0) {
        return "both".to_owned();
    }
    let of_first = relation.parties.iter().filter(|party| party.role == 0);
    let ids: BTreeSet<&str> = of_first.map(|party| &*model[party.company].id).collect();
    ids.into_iter().collect::<Vec<_>>().join(" ")
}

/// Nothing where no date is written: a tie without an end is open.
fn moment(moment: Option<Moment>) -> String {
    match moment {
        Some(Moment::On(date)) => date.to_string(),
        Some(Moment::Unknown) => "unknown".to_owned(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_draws_the_same_relations_whatever_the_count() {
        let data = Dataset::bundled().unwrap();
        let few = drawn(data.model(), "seed", 5);
        assert_eq!(few, drawn(data.model(), "seed", 9)[..5]);
        assert_ne!(few, drawn(data.model(), "another", 5));
        assert_eq!(few.iter().collect::<BTreeSet<_>>().len(), 5);
    }

    #[test]
    fn a_form_has_no_answers_and_the_key_has_them() {
        let data = Dataset::bundled().unwrap();
        let (mut blank, mut filled) = (Vec::new(), Vec::new());
        form(&data, "seed", 20, &mut blank).unwrap();
        key(&data, "seed", 20, &mut filled).unwrap();
        let rows = |text: &[u8]| {
            csv::Reader::from_reader(text)
                .into_records()
                .map(Result::unwrap)
                .collect::<Vec<_>>()
        };
        let (blank, filled) = (rows(&blank), rows(&filled));
        assert_eq!((blank.len(), filled.len()), (20, 20));
        for (blank, filled) in blank.iter().zip(&filled) {
            assert_eq!(blank[0], filled[0]);
            assert!(blank.iter().skip(3).all(str::is_empty), "{blank:?}");
            assert!(
                !filled[2].is_empty() && !filled[3].is_empty() && !filled[4].is_empty(),
                "{filled:?}"
            );
        }
    }
}
