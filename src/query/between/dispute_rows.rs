//! The rows of what is disputed: what is said, by whom, against what, which one counts and why.

use super::line::Line;
use super::rows::record;
use super::{Between, Settled, Statements};
use crate::derived::Standing;
use crate::judge::View;
use crate::judge::disagreements::{Disagreement, Why};
use crate::lang::answers;
use crate::model::{ClaimId, RecordId, RelationId};
use crate::report::{Cell, Row};
use crate::tell::fields;
use crate::tell::sentence::sentence;
use crate::tell::terms::counts_because;
use crate::tell::words::Words;

pub(super) fn disagreements(view: &View<'_>, found: &Between, words: Words<'_>) -> Vec<Row> {
    let teller = Teller { view, words };
    let settled = found.disagreements.iter().flat_map(|one| teller.disagreement(one));
    let statements = found.statements.iter().flat_map(|one| teller.statements(one));
    settled.chain(statements).map(|line| line.row(words)).collect()
}

struct Teller<'a> {
    view: &'a View<'a>,
    words: Words<'a>,
}

impl Teller<'_> {
    fn disagreement(&self, disagreement: &Disagreement) -> Vec<Line> {
        match disagreement {
            Disagreement::Field { relation, report } => vec![self.field(*relation, *report)],
            Disagreement::Relations { counts, why, others } => {
                let reason = counts_because(*why).get(self.words.lang);
                let counted = answers::COUNTS.fill(self.words.lang, &[("why", &reason)]);
                let mut lines = vec![Line {
                    what: self.label(*counts),
                    ..self.relation(*counts, &counted)
                }];
                let not = answers::DOES_NOT_COUNT.get(self.words.lang);
                lines.extend(others.iter().map(|id| self.relation(*id, not)));
                lines
            }
            Disagreement::Claim { claim, relation } => vec![self.objection(*claim, *relation)],
        }
    }

    fn label(&self, id: RelationId) -> String {
        self.words.model()[id].kind().label.get(self.words.lang).to_owned()
    }

    /// What the record has, and what else is said of the same field.
    fn field(&self, relation: RelationId, report: usize) -> Line {
        let (model, lang) = (self.words.model(), self.words.lang);
        let other = &model[relation].reported_otherwise[report];
        let teller = fields::Teller {
            view: self.view,
            words: self.words,
        };
        let told = teller.relation(relation);
        let field = |name: &str| told.fields.iter().find(|field| field.name == name);
        let own = field(&other.field).or_else(|| match other.field.as_str() {
            "amount" => field("amounts"),
            // a relation without `since` begins when it was announced
            "since" => field("announced"),
            _ => None,
        });
        let name = own.map_or(other.field.as_str(), |field| field.label.get(lang));
        let value = other.value.get(lang.code());
        let says = answers::SAYS_OTHERWISE.fill(lang, &[("field", &name), ("value", &value)]);
        let note = other.note.as_ref().map(|note| note.get(lang.code()).to_owned());
        let here = match own {
            Some(field) => {
                let values: Vec<&str> = field.values.iter().map(|fact| fact.text.as_str()).collect();
                answers::RECORDED.fill(lang, &[("value", &values.join("; "))])
            }
            None => answers::NOT_RECORDED.get(lang).to_owned(),
        };
        Line {
            kind: "field",
            what: self.label(relation),
            detail: [says].into_iter().chain(note).chain([here]).collect(),
            sources: self.words.sources_of(&other.sources),
            records: vec![model[relation].id.to_string()],
            ..Line::default()
        }
    }

    /// A relation that cannot be so together with others.
    fn relation(&self, id: RelationId, verdict: &str) -> Line {
        let relation = &self.words.model()[id];
        let grade = self.view.graph.standings().confidence(id);
        let grade = grade.map(|grade| grade.label().get(self.words.lang));
        Line {
            kind: "relations",
            detail: vec![self.text(RecordId::Relation(id))],
            word: grade.into_iter().chain([verdict]).collect::<Vec<_>>().join(", "),
            sources: self.view.graph.relation(id).sources(),
            records: vec![relation.id.to_string()],
            ..Line::default()
        }
    }

    fn objection(&self, id: ClaimId, relation: RelationId) -> Line {
        let (model, lang) = (self.words.model(), self.words.lang);
        let claim = &model[id];
        let text = claim.text.get(lang.code());
        let counts = self.view.graph.standings().of(relation) == Standing::Counts;
        let all_the_same = counts.then(|| answers::COUNTS_ALL_THE_SAME.get(lang).to_owned());
        let against = answers::AGAINST_RECORD.fill(lang, &[("text", &self.text(RecordId::Relation(relation)))]);
        Line {
            kind: "claim",
            what: self.label(relation),
            detail: vec![answers::OBJECTION.fill(lang, &[("text", &text)]), against],
            period: Cell::told_date(self.words.date(claim.date), claim.date),
            word: self
                .by(RecordId::Claim(id))
                .into_iter()
                .chain(all_the_same)
                .collect::<Vec<_>>()
                .join(", "),
            sources: self.words.sources_of(&claim.sources),
            records: vec![model[relation].id.to_string(), claim.id.to_string()],
            ..Line::default()
        }
    }

    fn statements(&self, dispute: &Statements) -> Vec<Line> {
        let lang = self.words.lang;
        let (best, others) = match dispute.settled {
            Settled::Refuted => (answers::SHOWN_BY.get(lang).to_owned(), answers::REFUTED),
            Settled::Open => (
                answers::EQUALLY_SUPPORTED.get(lang).to_owned(),
                answers::EQUALLY_SUPPORTED,
            ),
            Settled::Confidence => (self.better(Why::Confidence), answers::LESS_SUPPORTED),
            Settled::Origins => (self.better(Why::Origins), answers::LESS_SUPPORTED),
        };
        let best = dispute.best.iter().map(|id| self.statement(*id, &best));
        let others = dispute.others.iter().map(|id| self.statement(*id, others.get(lang)));
        let mut lines: Vec<Line> = best.chain(others).collect();
        if let Some(first) = lines.first_mut() {
            answers::STATEMENTS.get(lang).clone_into(&mut first.what);
        }
        lines
    }

    fn better(&self, why: Why) -> String {
        let lang = self.words.lang;
        answers::BETTER_SUPPORTED.fill(lang, &[("why", &counts_because(why).get(lang))])
    }

    fn statement(&self, id: RecordId, verdict: &str) -> Line {
        let model = self.words.model();
        let (date, sources) = match id {
            RecordId::Claim(id) => (model[id].date, &model[id].sources),
            RecordId::Event(id) => (Some(model[id].date), &model[id].sources),
            RecordId::Quote(id) => (model[id].date, &model[id].sources),
            RecordId::Relation(id) => (None, &model[id].sources),
        };
        let by = self.by(id);
        Line {
            kind: "statements",
            detail: vec![self.text(id)],
            period: date.map_or(Cell::Empty, Cell::date),
            word: by
                .into_iter()
                .chain([verdict.to_owned()])
                .collect::<Vec<_>>()
                .join(", "),
            sources: self.words.sources_of(sources),
            records: vec![record(self.words, id).to_owned()],
            ..Line::default()
        }
    }

    /// Who says so, where the record names somebody.
    fn by(&self, id: RecordId) -> Option<String> {
        let model = self.words.model();
        match id {
            RecordId::Claim(id) => model[id].by.clone().map(String::from),
            RecordId::Quote(id) => Some(model[id].speaker.to_string()),
            RecordId::Event(_) | RecordId::Relation(_) => None,
        }
    }

    /// What a record says, in a sentence or a few words.
    fn text(&self, id: RecordId) -> String {
        let (model, code) = (self.words.model(), self.words.lang.code());
        match id {
            RecordId::Claim(id) => model[id].text.get(code).to_owned(),
            RecordId::Event(id) => model[id].title.get(code).to_owned(),
            RecordId::Quote(id) => format!("“{}”", model[id].text.get(code)),
            RecordId::Relation(id) => {
                let relation = &model[id];
                let mut parts = self.words.amounts(id);
                parts.extend(self.words.details(relation));
                parts.extend(relation.note.as_ref().map(|note| note.get(code).to_owned()));
                if parts.is_empty() {
                    parts.push(sentence(self.words, relation));
                }
                parts.join(", ")
            }
        }
    }
}
