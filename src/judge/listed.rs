//! Which records of each sort a scope lists, whether in a list or in a count.
//!
//! A scope with filters other than time lists only records that have a relation in it.

use std::collections::BTreeSet;

use crate::judge::View;
use crate::judge::chosen::{Chosen, is_narrow};
use crate::model::{CaseId, Citing, CompanyId, DealId, RelationId, SourceId, cited};

/// The companies, by id: parties of a chosen relation, and those that the case of the scope is about.
pub(crate) fn companies(view: &View<'_>, chosen: &[Chosen]) -> Vec<CompanyId> {
    let model = view.model();
    let parties = chosen.iter().flat_map(|one| &model[one.relation].parties);
    let named: BTreeSet<CompanyId> = parties.map(|party| party.company).collect();
    let about = |id: CompanyId| view.scope.case.is_some_and(|case| model[case].about.contains(&id));
    let mut found: Vec<CompanyId> = model
        .companies()
        .map(|(id, _)| id)
        .filter(|id| !is_narrow(view.scope) || named.contains(id) || about(*id))
        .collect();
    found.sort_by(|a, b| model[*a].id.cmp(&model[*b].id));
    found
}

/// The cases, by id.
pub(crate) fn cases(view: &View<'_>, chosen: &[Chosen]) -> Vec<CaseId> {
    let model = view.model();
    let chosen: BTreeSet<RelationId> = chosen.iter().map(|one| one.relation).collect();
    let of_chosen: BTreeSet<CaseId> = chosen.iter().map(|id| model[*id].case).collect();
    let tells = |id: CaseId| of_chosen.contains(&id) || model[id].includes.iter().any(|id| chosen.contains(id));
    let mut found: Vec<CaseId> = (0..model.cases.len())
        .map(CaseId::from)
        .filter(|id| match view.scope.case {
            Some(only) => only == *id,
            None => !is_narrow(view.scope) || tells(*id),
        })
        .collect();
    found.sort_by(|a, b| model[*a].id.cmp(&model[*b].id));
    found
}

/// The sources that were out, by id, each with how many records of the scope cite it.
pub(crate) fn sources(view: &View<'_>, chosen: &[Chosen]) -> Vec<(SourceId, usize)> {
    let model = view.model();
    let narrow = is_narrow(view.scope);
    let chosen: BTreeSet<RelationId> = chosen.iter().map(|one| one.relation).collect();
    let of_case = |case: CaseId| view.scope.case == Some(case);
    let counts = |record: &Citing| match *record {
        Citing::Relation(id) => chosen.contains(&id),
        Citing::Event(id) => !narrow || of_case(model[id].case),
        Citing::Quote(id) => !narrow || of_case(model[id].case),
        Citing::Claim(id) => !narrow || of_case(model[id].case),
        _ => !narrow,
    };
    let cited = cited(model);
    let records = |source: SourceId| {
        let citing = cited.get(&source);
        citing.map_or(0, |records| records.iter().filter(|record| counts(record)).count())
    };
    let mut found: Vec<(SourceId, usize)> = (0..model.sources.len())
        .map(SourceId::from)
        .filter(|id| view.scope.known.has(&model[*id]))
        .map(|id| (id, records(id)))
        .filter(|(_, records)| !narrow || *records > 0)
        .collect();
    found.sort_by(|a, b| model[a.0].id.cmp(&model[b.0].id));
    found
}

/// The deals that are known, by id.
pub(crate) fn deals(view: &View<'_>, chosen: &[Chosen]) -> Vec<DealId> {
    let model = view.model();
    let of_chosen: BTreeSet<DealId> = chosen.iter().filter_map(|one| model[one.relation].deal).collect();
    let mut found: Vec<DealId> = (0..model.deals.len())
        .map(DealId::from)
        .filter(|id| view.graph.cited(&model[*id].sources).is_known())
        .filter(|id| !is_narrow(view.scope) || of_chosen.contains(id))
        .collect();
    found.sort_by(|a, b| model[*a].id.cmp(&model[*b].id));
    found
}
