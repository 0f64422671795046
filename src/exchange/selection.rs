//! Which records an export is of.

use std::collections::BTreeSet;

use super::Losses;
use crate::derived::{Knowledge, Standing};
use crate::judge::View;
use crate::judge::chosen::{Chosen, chosen, is_narrow};
use crate::judge::sums::{Ledger, told_from};
use crate::model::{
    Amount, CaseId, Citation, Claim, CompanyId, Deal, DealId, Event, Model, Quote, RecordId, RelationId, SourceId,
};
use crate::values::{PartialDate, Str};

/// Which records an export is of: all, or those that a scope is about and what they name.
#[derive(Debug)]
pub struct Selection<'a> {
    pub(super) view: View<'a>,
    /// The relations, in the order of the model.
    pub(super) relations: Vec<Chosen>,
    /// In which sums their amounts are, as far as they count.
    pub(super) ledger: Ledger<'a>,
    /// Whether only what holds in the asked time is in it.
    at_that_time: bool,
    /// The rest; `None` for all.
    narrow: Option<Narrow>,
}

#[derive(Debug, Default)]
struct Narrow {
    companies: BTreeSet<CompanyId>,
    cases: BTreeSet<CaseId>,
    sources: BTreeSet<SourceId>,
    deals: BTreeSet<DealId>,
}

impl<'a> Selection<'a> {
    /// What the scope of a view is about. With `at_that_time`, of the relations only those that may hold in the asked time and
    /// count; else those of all times, whether or not they count.
    ///
    /// Cost: linear in relations and their sources.
    #[must_use]
    pub fn new(view: View<'a>, at_that_time: bool) -> Self {
        let mut relations = chosen(&view);
        if at_that_time {
            relations.retain(Chosen::holds);
        }
        let narrow = (at_that_time || is_narrow(view.scope)).then(|| Narrow::of(&view, &relations));
        let counting = relations.iter().filter(|chosen| chosen.standing == Standing::Counts);
        Self {
            ledger: Ledger::new(&view, &counting.map(|chosen| chosen.relation).collect()),
            view,
            relations,
            at_that_time,
            narrow,
        }
    }

    /// Whether it is of all records.
    pub(super) const fn is_whole(&self) -> bool {
        self.narrow.is_none()
    }

    /// Whether there is no relation in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.relations.is_empty()
    }

    pub(super) fn model(&self) -> &'a Model {
        self.view.graph.model()
    }

    pub(super) fn has_company(&self, id: CompanyId) -> bool {
        self.narrow.as_ref().is_none_or(|narrow| narrow.companies.contains(&id))
    }

    pub(super) fn has_case(&self, id: CaseId) -> bool {
        self.narrow.as_ref().is_none_or(|narrow| narrow.cases.contains(&id))
    }

    /// Whether a source belongs to it and was published by then.
    pub(super) fn has_source(&self, id: SourceId) -> bool {
        self.view.graph.known().knows(self.model(), id)
            && self.narrow.as_ref().is_none_or(|narrow| narrow.sources.contains(&id))
    }

    /// The amounts of a relation, with their positions; asked for a time, only those that may be told of it.
    pub(super) fn amounts(&self, id: RelationId) -> impl Iterator<Item = (usize, &'a Amount)> {
        let last = self.view.scope.asked.last_day();
        let graph = self.view.graph;
        let told = move |amount: &Amount| told_from(graph, id, amount).is_none_or(|day| day <= last);
        let all = graph.relation(id).amounts();
        all.filter(move |(_, amount)| !self.at_that_time || told(amount))
    }

    /// The companies, in the order of the model.
    pub(super) fn companies(&self) -> impl Iterator<Item = CompanyId> {
        let all = (0..).map(CompanyId).take(self.model().companies.len());
        all.filter(|id| self.has_company(*id))
    }

    /// The cases, in the order of the model.
    pub(super) fn cases(&self) -> impl Iterator<Item = CaseId> {
        let all = (0..).map(CaseId).take(self.model().cases.len());
        all.filter(|id| self.has_case(*id))
    }

    /// The events of its cases that were known.
    pub(super) fn events(&self) -> impl Iterator<Item = &'a Event> {
        let all = self.model().events.iter();
        all.filter(|event| self.has_case(event.case) && self.view.graph.cited(&event.sources).is_told(Some(event.date)))
    }

    /// The quotes of its cases that were known.
    pub(super) fn quotes(&self) -> impl Iterator<Item = &'a Quote> {
        let all = self.model().quotes.iter();
        all.filter(|quote| self.has_case(quote.case) && self.view.graph.cited(&quote.sources).is_told(quote.date))
    }

    /// The claims of its cases that were known.
    pub(super) fn claims(&self) -> impl Iterator<Item = &'a Claim> {
        let all = self.model().claims.iter();
        all.filter(|claim| self.has_case(claim.case) && self.view.graph.cited(&claim.sources).is_told(claim.date))
    }

    /// The deals that were known.
    pub(super) fn deals(&self) -> impl Iterator<Item = &'a Deal> {
        let all = (0..).map(DealId).take(self.model().deals.len());
        all.filter(|id| self.has_deal(*id)).map(|id| &self.model()[id])
    }

    /// Notes that a format of relations leaves out what else is reported of a relation.
    pub(super) fn note_reports(&self, id: RelationId, losses: &mut Losses) {
        if self.view.graph.relation(id).reports().next().is_some() {
            let record = &self.model()[id].id;
            losses.note("what else is reported of single fields", record, "reported_otherwise");
        }
    }

    /// Notes what a format of relations leaves out beside them.
    pub(super) fn note_beside(&self, losses: &mut Losses) {
        let mut note = |reason, id: &Str| losses.note(reason, id, "");
        self.events().for_each(|event| note("events", &event.id));
        self.quotes().for_each(|quote| note("quotes", &quote.id));
        self.claims().for_each(|claim| note("claims", &claim.id));
        self.deals()
            .for_each(|deal| note("deals with their holders and waterfalls", &deal.id));
    }

    /// Whether a deal belongs to it and was known.
    pub(super) fn has_deal(&self, id: DealId) -> bool {
        self.view.graph.cited(&self.model()[id].sources).is_known()
            && self.narrow.as_ref().is_none_or(|narrow| narrow.deals.contains(&id))
    }

    /// Whether a record was known, whether or not it belongs to it.
    pub(super) fn is_known(&self, id: RecordId) -> bool {
        let (model, graph) = (self.model(), self.view.graph);
        match id {
            RecordId::Relation(id) => graph.standings().of(id) != Standing::Unknown,
            RecordId::Event(id) => graph.cited(&model[id].sources).is_told(Some(model[id].date)),
            RecordId::Quote(id) => graph.cited(&model[id].sources).is_told(model[id].date),
            RecordId::Claim(id) => graph.cited(&model[id].sources).is_told(model[id].date),
        }
    }

    /// The asked state of knowledge.
    pub(super) fn known(&self) -> Knowledge {
        self.view.graph.known()
    }

    /// Whether a day had come at the asked state of knowledge.
    pub(super) fn knows_of(&self, date: PartialDate) -> bool {
        self.view.graph.known().reaches(date)
    }

    /// Whether the prose of a record may be told: of an earlier state of knowledge only where no later source is cited, since a
    /// text may tell what only that says.
    pub(super) fn may_tell(&self, citations: &'a [Citation]) -> bool {
        self.view.graph.cited(citations).citations().count() == citations.len()
    }
}

impl Narrow {
    fn of(view: &View<'_>, relations: &[Chosen]) -> Self {
        let model = view.graph.model();
        let mut found = Self::default();
        for chosen in relations {
            let relation = &model[chosen.relation];
            found.cases.insert(relation.case);
            found.deals.extend(relation.deal);
            found
                .companies
                .extend(relation.parties.iter().map(|party| party.company));
            found.sources.extend(view.graph.relation(chosen.relation).sources());
        }
        found.relay(model, view.graph.known());
        // whoever belongs to a company that is in it is told with what it belongs to
        let mut open: Vec<CompanyId> = found.companies.iter().copied().collect();
        while let Some(id) = open.pop() {
            for parent in &model[id].part_of {
                if found.companies.insert(parent.company) {
                    open.push(parent.company);
                }
            }
        }
        found
    }

    /// What the sources relay, and the companies that published them.
    fn relay(&mut self, model: &Model, known: Knowledge) {
        let mut open: Vec<SourceId> = self.sources.iter().copied().collect();
        while let Some(id) = open.pop() {
            self.companies.extend(model[id].publisher_company);
            open.extend(
                known
                    .relayed(model, &model[id])
                    .filter(|origin| self.sources.insert(*origin)),
            );
        }
    }
}
