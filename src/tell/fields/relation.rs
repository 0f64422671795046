use super::{Fact, Record, Teller};
use crate::derived::Standing;
use crate::graph::Presence;
use crate::lang::{answers, lists as l};
use crate::model::{
    Amount, Asserter, Citation, CompanyId, Moment, Period, RecordId, RelationId, SourceId, Value, Whose,
};
use crate::tell::figures;
use crate::tell::record::standing_name;
use crate::tell::sentence::sentence;
use crate::tell::terms::holds;
use crate::vocab::{Field, Nature, Space, Type};

impl<'a> Teller<'a> {
    pub(crate) fn relation(&self, id: RelationId) -> Record {
        let relation = &self.model()[id];
        let mut record = Record::new("relation", &*relation.id, sentence(self.words, relation));
        let r = &mut record;
        r.word(
            "kind",
            l::KIND,
            relation.kind().name,
            relation.kind().label.get(self.lang()),
        );
        let parties = relation.parties.iter().map(|party| {
            let role = relation.kind().roles[usize::from(party.role)].name;
            let fact = self.company_fact(party.company);
            Fact {
                text: format!("{} ({role})", fact.text),
                ..fact
            }
        });
        r.field("parties", l::PARTIES, parties.collect());
        r.field("case", l::CASE, vec![self.case_fact(relation.case)]);
        self.dates(r, id);
        self.terms(r, id);
        for (at, value) in self.view.graph.relation(id).own() {
            let field = &relation.kind().fields[usize::from(at)];
            r.field(field.name, l::field(field.name), self.values(field, &value));
        }
        self.disagreements(r, id);
        r.text("note", l::NOTE, relation.note.as_ref().map(|text| self.say(text)));
        let parties: Vec<CompanyId> = relation.parties.iter().map(|party| party.company).collect();
        let of_fields = self.view.graph.relation(id).sources_of_fields().into_iter();
        let of_fields =
            of_fields.filter_map(|(field, sources)| Some(format!("{field}: {}", self.by_sources(&sources)?)));
        r.texts("sources_of", l::SOURCES_OF, of_fields);
        self.grade(r, &relation.sources, &parties, relation.rumoured);
        r.support = self.support(&relation.sources, Some(&parties));
        record
    }

    /// Its dates as recorded, and what they come to at the asked time.
    fn dates(&self, r: &mut Record, id: RelationId) {
        let known = self.view.graph.relation(id);
        let moment = |moment: Moment| {
            moment
                .date()
                .map_or_else(|| l::UNKNOWN.get(self.lang()).to_owned(), |date| date.to_string())
        };
        r.text(
            "announced",
            l::ANNOUNCED,
            known.announced().map(|date| date.to_string()),
        );
        r.text("since", l::SINCE, known.since().map(moment));
        r.text("until", l::UNTIL, known.until().map(moment));
        r.text("expires", l::EXPIRES, known.expires().map(|date| date.to_string()));
        r.texts("observed", l::OBSERVED, known.observed().map(|date| date.to_string()));
        let checked = known.checked().map(|checked| Fact {
            text: checked.on.to_string(),
            id: Some(self.model()[checked.source].id.to_string()),
        });
        r.field("checked", l::CHECKED, checked.into_iter().collect());
        let window = self.view.scope.asked.window();
        let presence = self.view.graph.presence(id, window);
        let presumed_from = self.view.graph.span(id).and_then(|span| {
            let date = span.presumed_from.to_date();
            date.map(|_| span.presumed_from.to_string())
        });
        let label = match presence {
            Presence::Yes => l::YES,
            Presence::Maybe => answers::MAYBE,
            Presence::Presumed => answers::PRESUMED,
            Presence::No => l::NO,
        };
        r.word("holds", l::HOLDS, holds(presence), label.get(self.lang()));
        r.text("presumed_from", l::PRESUMED_FROM, presumed_from);
    }

    fn terms(&self, r: &mut Record, id: RelationId) {
        let (model, lang) = (self.model(), self.lang());
        let (relation, known) = (&model[id], self.view.graph.relation(id));
        r.word(
            "status",
            l::STATUS,
            known.status().name(),
            known.status().label().get(lang),
        );
        let nature = (relation.nature != Nature::Actual).then(|| relation.nature.label().get(lang));
        r.text("nature", l::NATURE, nature);
        r.text(
            "cancelable",
            l::CANCELABLE,
            relation.cancelable.then(|| l::YES.get(lang)),
        );
        r.text("rumoured", l::RUMOURED, relation.rumoured.then(|| l::YES.get(lang)));
        let deal = relation.deal.map(|id| Fact {
            text: model[id].title.get(lang.code()).to_owned(),
            id: Some(model[id].id.to_string()),
        });
        r.field("deal", l::DEAL, deal.into_iter().collect());
        r.texts(
            "amounts",
            l::AMOUNTS,
            known.amounts().map(|(_, amount)| self.amount(amount)),
        );
        r.field("total_of", l::TOTAL_OF, self.relations(&relation.total_of));
        let market = relation.market.map(|id| self.market_fact(id));
        r.field("market", l::MARKET, market.into_iter().collect());
        r.text(
            "activity",
            l::ACTIVITY,
            relation.activity.map(|activity| activity.label().get(lang)),
        );
    }

    /// What it replaces, what replaces it, and who says otherwise.
    fn disagreements(&self, r: &mut Record, id: RelationId) {
        let (model, lang) = (self.model(), self.lang());
        let relation = &model[id];
        let this = RecordId::Relation(id);
        r.field("supersedes", l::SUPERSEDES, self.relations(&relation.supersedes));
        let later: Vec<RelationId> = model
            .relations()
            .filter(|(_, other)| other.supersedes.contains(&id))
            .map(|(id, _)| id)
            .collect();
        r.field("superseded_by", l::SUPERSEDED_BY, self.relations(&later));
        r.field("disputes", l::DISPUTES, self.records(&relation.disputes));
        r.field("disputed_by", l::DISPUTED_BY, self.records(&self.disputing(this)));
        r.field("refuted_by", l::REFUTED_BY, self.records(&relation.refuted_by));
        let known = self.view.graph.relation(id);
        let otherwise = known.reports().map(|(_, other)| {
            let value = other.value.get(lang.code());
            let text = answers::SAYS_OTHERWISE.fill(lang, &[("field", &other.field), ("value", &value)]);
            let note = other.note.as_ref().map(|note| self.say(note).to_owned());
            let by = self.view.graph.cited(&other.sources).sources();
            let by = by.into_iter().map(|source| model[source].id.to_string());
            let aside: Vec<String> = note.into_iter().chain(by).collect();
            format!("{text} ({})", aside.join("; "))
        });
        r.texts("reported_otherwise", l::REPORTED_OTHERWISE, otherwise);
        r.text(
            "withdrawn",
            l::WITHDRAWN,
            known.withdrawn().map(|date| date.to_string()),
        );
        r.text("why", l::WHY, relation.why.as_ref().map(|text| self.say(text)));
        let standing = self.view.graph.standings().of(id);
        let text = match standing {
            Standing::Counts => l::COUNTS.get(lang).to_owned(),
            other => format!("{} ({})", l::DOES_NOT_COUNT.get(lang), self.words.standing(id, other)),
        };
        r.word("standing", l::STANDING, standing_name(standing), text);
    }

    /// The records that dispute another one.
    pub(crate) fn disputing(&self, this: RecordId) -> Vec<RecordId> {
        let model = self.model();
        let says = |disputes: &[RecordId]| disputes.contains(&this);
        let relations = model.relations().filter(|(_, one)| says(&one.disputes));
        let events = model.events.iter().enumerate().filter(|(_, one)| says(&one.disputes));
        let claims = model.claims.iter().enumerate().filter(|(_, one)| says(&one.disputes));
        relations
            .map(|(id, _)| RecordId::Relation(id))
            .chain(events.map(|(at, _)| RecordId::Event(at.into())))
            .chain(claims.map(|(at, _)| RecordId::Claim(at.into())))
            .collect()
    }

    /// "about USD 10bn committed, every year, as of 2025, credits".
    fn amount(&self, amount: &Amount) -> String {
        let lang = self.lang();
        let mut parts = vec![format!(
            "{} {}",
            self.words.money(amount.money),
            amount.is.label().get(lang)
        )];
        parts.extend(self.period(amount.period));
        parts.extend(amount.as_of.map(|date| answers::AS_OF.fill(lang, &[("date", &date)])));
        parts.extend(amount.medium.map(|medium| medium.label().get(lang).to_owned()));
        let whole = amount.part_of.map(|id| &self.model()[id].id);
        parts.extend(whole.map(|id| l::PART_OF_AMOUNT.fill(lang, &[("id", id)])));
        parts.extend(amount.whose.map(|whose| {
            let phrase = match whose {
                Whose::Together => l::TOGETHER,
                Whose::Each => l::BY_EACH,
            };
            phrase.get(lang).to_owned()
        }));
        parts.extend(self.by_sources(&self.words.sources_of(&amount.sources)));
        parts.join(", ")
    }

    /// "by dell-10k-2024": the sources that are known, `None` where there are none.
    fn by_sources(&self, known: &[SourceId]) -> Option<String> {
        let ids: Vec<&str> = known.iter().map(|id| self.model()[*id].id.as_str()).collect();
        (!ids.is_empty()).then(|| l::BY_SOURCES.fill(self.lang(), &[("ids", &ids.join(", "))]))
    }

    fn period(&self, period: Period) -> Option<String> {
        match period {
            Period::Once => None,
            Period::PerYear => Some(l::EVERY_YEAR.get(self.lang()).to_owned()),
            Period::During(range) => Some(range.to_string()),
        }
    }

    /// The values of a field of the kind, a list value by value.
    fn values(&self, field: &Field, value: &Value) -> Vec<Fact> {
        match (field.ty, value) {
            (Type::List(inner, _), Value::List(items)) => items.iter().map(|item| self.value(*inner, item)).collect(),
            (ty, value) => vec![self.value(ty, value)],
        }
    }

    fn value(&self, ty: Type, value: &Value) -> Fact {
        let (model, lang) = (self.model(), self.lang());
        match value {
            Value::Company(id) => self.company_fact(*id),
            Value::Relation(id) => self.relation_fact(*id),
            Value::Product(id) => Fact {
                text: model[*id].name.to_string(),
                id: Some(model[*id].id.to_string()),
            },
            Value::Asserter(Asserter::Company(id)) => self.company_fact(*id),
            Value::Index(at) => match ty {
                Type::Ref(Space::Market) => self.market_fact(crate::model::MarketId(*at)),
                Type::Ref(Space::Source) => Fact::plain(&model[crate::model::SourceId(*at)].id),
                Type::Ref(Space::Deal) => Fact::plain(&model[crate::model::DealId(*at)].id),
                _ => Fact::plain(at.to_string()),
            },
            Value::Text(text) => Fact::plain(text.get(lang.code())),
            Value::Flag(flag) => Fact::plain(if *flag { l::YES } else { l::NO }.get(lang)),
            Value::Date(date) => Fact::plain(date.to_string()),
            Value::Money(money) => Fact::plain(self.words.money(*money)),
            Value::Share(share) => Fact::plain(figures::share(self.words.lang, *share)),
            Value::Choice(at) => match ty {
                Type::Choice(choices) => Fact::plain(
                    choices
                        .get(usize::from(*at))
                        .map_or("", |choice| choice.label.get(lang)),
                ),
                _ => Fact::plain(at.to_string()),
            },
            Value::Asserter(by) => Fact::plain(match by {
                Asserter::Press | Asserter::Company(_) => answers::PRESS.get(lang),
                Asserter::Analysts => answers::ANALYSTS.get(lang),
                Asserter::Regulator => answers::REGULATOR.get(lang),
                Asserter::Court => answers::COURT.get(lang),
            }),
            Value::Period(period) => Fact::plain(self.period(*period).unwrap_or_else(|| l::ONCE.get(lang).to_owned())),
            Value::List(items) => Fact::plain(self.join(items.iter().map(|item| match ty {
                Type::List(inner, _) => self.value(*inner, item).text,
                _ => self.value(ty, item).text,
            }))),
            Value::Record(fields) => Fact::plain(self.join(fields.iter().map(|(at, item)| match ty {
                Type::Record(descriptors) => {
                    let field = &descriptors[usize::from(*at)];
                    self.join(self.values(field, item).into_iter().map(|fact| fact.text))
                }
                _ => self.value(ty, item).text,
            }))),
            Value::ByCompany(items) => Fact::plain(self.join(items.iter().map(|(id, item)| {
                let text = match ty {
                    Type::ByCompany(inner) => self.value(*inner, item).text,
                    _ => self.value(ty, item).text,
                };
                format!("{} {text}", self.words.company(*id))
            }))),
        }
    }

    fn join(&self, parts: impl Iterator<Item = String>) -> String {
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// Adds disputes and refutations of an event or claim.
    pub(crate) fn doubts(&self, r: &mut Record, this: RecordId, disputes: &[RecordId], refuted_by: &[RecordId]) {
        r.field("disputes", l::DISPUTES, self.records(disputes));
        r.field("disputed_by", l::DISPUTED_BY, self.records(&self.disputing(this)));
        r.field("refuted_by", l::REFUTED_BY, self.records(refuted_by));
    }

    /// Adds sources with the grade of an event, quote, claim or deal.
    pub(crate) fn graded(&self, r: &mut Record, citations: &'a [Citation], parties: &[CompanyId]) {
        self.grade(r, citations, parties, false);
        r.support = self.support(citations, Some(parties));
    }
}
