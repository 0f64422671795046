//! A record as fields with values in words: the form that text, CSV and JSON share.

mod changes;
mod evidence;
mod relation;

pub(crate) use changes::Term;

use crate::judge::View;
use crate::judge::phases::Boundary;
use crate::lang::{Lang, Phrase};
use crate::model::{CaseId, CompanyId, DealId, MarketId, Model, RecordId, RelationId};
use crate::tell::sentence::sentence;
use crate::tell::words::Words;
use crate::values::{Day, Interval, Text};
use crate::vocab::Confidence;

/// Everything that is recorded about something.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// What it is.
    pub sort: &'static str,
    /// Its id.
    pub id: String,
    /// What it is called, or says.
    pub title: String,
    /// Its fields, those without a value left out.
    pub fields: Vec<Field>,
    /// Its sources.
    pub support: Vec<Support>,
}

/// A field of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its key in data formats.
    pub name: &'static str,
    /// What people read.
    pub label: Phrase,
    /// Its values, at least one.
    pub values: Vec<Fact>,
}

impl Field {
    /// Whether its ids are words of the vocabulary, which people read as the text already.
    #[must_use]
    pub fn is_word(&self) -> bool {
        matches!(
            self.name,
            "kind" | "holds" | "status" | "standing" | "confidence" | "fields" | "read"
        )
    }

    /// Whether its values are addresses.
    #[must_use]
    pub fn is_address(&self) -> bool {
        matches!(self.name, "url" | "archived")
    }
}

/// One value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it says.
    pub text: String,
    /// The id of the record that it names, where it names one.
    pub id: Option<String>,
}

impl Fact {
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            id: None,
        }
    }
}

/// A source as the record cites it.
#[derive(Clone, Debug, PartialEq)]
pub struct Support {
    /// Its id.
    pub source: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its title.
    pub title: String,
    /// What sort of document it is.
    pub kind: &'static str,
    /// The same in the language of the answer.
    pub kind_label: &'static str,
    /// When it was published; empty where unknown.
    pub published: String,
    /// Its address.
    pub url: Option<String>,
    /// Its words.
    pub quote: Option<String>,
    /// Where in it.
    pub locator: Option<String>,
    /// The grade that it would give alone; `None` where nothing is graded, or it was not yet published.
    pub grade: Option<Confidence>,
}

/// Tells a record in one language.
pub(crate) struct Teller<'a> {
    pub(crate) view: &'a View<'a>,
    pub(crate) words: Words<'a>,
}

impl<'a> Teller<'a> {
    pub(crate) const fn model(&self) -> &'a Model {
        self.view.model()
    }

    pub(crate) const fn lang(&self) -> Lang {
        self.words.lang
    }

    pub(crate) fn say(&self, text: &'a Text) -> &'a str {
        text.get(self.lang().code())
    }

    pub(crate) fn company_fact(&self, id: CompanyId) -> Fact {
        Fact {
            text: self.words.company(id).to_owned(),
            id: Some(self.model()[id].id.to_string()),
        }
    }

    pub(crate) fn companies(&self, ids: &[CompanyId]) -> Vec<Fact> {
        ids.iter().map(|id| self.company_fact(*id)).collect()
    }

    pub(crate) fn case_fact(&self, id: CaseId) -> Fact {
        Fact {
            text: self.say(&self.model()[id].title).to_owned(),
            id: Some(self.model()[id].id.to_string()),
        }
    }

    pub(crate) fn market_fact(&self, id: MarketId) -> Fact {
        Fact {
            text: self.say(&self.model()[id].name).to_owned(),
            id: Some(self.model()[id].id.to_string()),
        }
    }

    pub(crate) fn deal_fact(&self, id: DealId) -> Fact {
        Fact {
            text: self.say(&self.model()[id].title).to_owned(),
            id: Some(self.model()[id].id.to_string()),
        }
    }

    /// A relation in words, with its time.
    pub(crate) fn relation_fact(&self, id: RelationId) -> Fact {
        let relation = &self.model()[id];
        let period = self.words.period(&[&[id]]);
        let standing = self.words.standing(id, self.view.graph.standings().of(id));
        let parts = [sentence(self.words, relation), period, standing.to_owned()];
        Fact {
            text: parts
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
            id: Some(relation.id.to_string()),
        }
    }

    pub(crate) fn relations(&self, ids: &[RelationId]) -> Vec<Fact> {
        ids.iter().map(|id| self.relation_fact(*id)).collect()
    }

    pub(crate) fn record_fact(&self, id: RecordId) -> Fact {
        let model = self.model();
        let (id, text) = match id {
            RecordId::Relation(id) => return self.relation_fact(id),
            RecordId::Event(id) => {
                let event = &model[id];
                let title = self.say(&event.title);
                let date = self.view.graph.cited(&event.sources).happened(Some(event.date));
                (
                    &event.id,
                    date.map_or_else(|| title.to_owned(), |date| format!("{date}: {title}")),
                )
            }
            RecordId::Quote(id) => (
                &model[id].id,
                format!("{}: {}", model[id].speaker, self.say(&model[id].text)),
            ),
            RecordId::Claim(id) => (&model[id].id, self.say(&model[id].text).to_owned()),
        };
        Fact {
            text,
            id: Some(id.to_string()),
        }
    }

    pub(crate) fn records(&self, ids: &[RecordId]) -> Vec<Fact> {
        ids.iter().map(|id| self.record_fact(*id)).collect()
    }

    /// An interval at the precision that its bounds have: "2018-10-26 –", "2015 – 2018-05".
    pub(crate) fn interval(&self, interval: Interval) -> String {
        let bound = |(earliest, latest): (Day, Day)| {
            let boundary = Boundary {
                earliest,
                latest,
                is_open: false,
                because: Vec::new(),
            };
            match boundary.date() {
                Some(date) => date.to_string(),
                None if latest == Day::MAX || latest == Day::MIN => String::new(),
                None if earliest == Day::MIN => crate::lang::answers::BY_DATE.fill(self.lang(), &[("date", &latest)]),
                None => format!("{earliest}/{latest}"),
            }
        };
        format!("{} – {}", bound(interval.start()), bound(interval.end()))
            .trim()
            .to_owned()
    }
}

impl Record {
    /// A record without fields yet.
    pub(crate) fn new(sort: &'static str, id: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            sort,
            id: id.into(),
            title: title.into(),
            fields: Vec::new(),
            support: Vec::new(),
        }
    }

    /// Adds a field, unless it has no value.
    pub(crate) fn field(&mut self, name: &'static str, label: Phrase, values: Vec<Fact>) {
        if !values.is_empty() {
            self.fields.push(Field { name, label, values });
        }
    }

    /// Adds a field of one text, unless there is none or it is empty.
    pub(crate) fn text(&mut self, name: &'static str, label: Phrase, text: Option<impl Into<String>>) {
        let text = text.map(Into::into).filter(|text: &String| !text.is_empty());
        self.field(name, label, text.map(Fact::plain).into_iter().collect());
    }

    /// Adds a field of one word of the vocabulary: people read its label, programs the word.
    pub(crate) fn word(&mut self, name: &'static str, label: Phrase, word: &'static str, text: impl Into<String>) {
        let fact = Fact {
            text: text.into(),
            id: Some(word.to_owned()),
        };
        self.field(name, label, vec![fact]);
    }

    /// Adds a field of several texts, unless there are none.
    pub(crate) fn texts<T: Into<String>>(
        &mut self,
        name: &'static str,
        label: Phrase,
        texts: impl IntoIterator<Item = T>,
    ) {
        self.field(name, label, texts.into_iter().map(Fact::plain).collect());
    }
}
