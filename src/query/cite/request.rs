use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, Subject, bibtex, cite, csl, table, wire};
use crate::dataset::Basis;
use crate::lang::Phrase;
use crate::report::json;
use crate::request::{AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, is_default};

/// What are the sources of a relation, a pair or a case?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// A relation's id, a case's id, or a company by any of its names.
    pub subject: String,
    /// The other company.
    #[serde(default, skip_serializing_if = "is_default")]
    pub other: Option<String>,
    /// How the sources are written.
    #[serde(default, skip_serializing_if = "is_default")]
    pub style: Style,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

/// How sources are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// Numbered footnotes.
    #[default]
    Footnotes,
    /// A BibTeX file.
    Bibtex,
    /// A CSL-JSON file, for Zotero, Pandoc and others.
    CslJson,
}

impl Question for Request {
    type Subject = Subject;

    const NAME: &'static str = "cite";
    const SUMMARY: Phrase = Phrase::new(
        "Cite the sources of a relation, a pair or a case: footnotes, BibTeX or CSL-JSON",
        "Dẫn nguồn của một quan hệ, một cặp công ty hay một hồ sơ: chú thích, BibTeX hoặc CSL-JSON",
    );
    const POSITIONS: &'static [&'static str] = &["subject", "other"];
    const EXAMPLES: &'static [&'static str] = &[
        "cite/microsoft-openai%2Fazure-2016",
        "cite/microsoft/dell?style=bibtex",
        "cite/microsoft-openai?style=csl-json",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];

    fn resolve(&mut self, names: &Resolver<'_>) -> Result<Subject, AskError> {
        self.scope.resolve(names)?;
        if let Some(other) = &mut self.other {
            let (a, b) = names.pair(&mut self.subject, other)?;
            return Ok(Subject::Pair(a, b));
        }
        match names.case_of_id(&self.subject) {
            Some(id) => Ok(Subject::Case(id)),
            None => Ok(Subject::Relation(names.relation(&mut self.subject)?)),
        }
    }

    fn is_about_everything(&self) -> bool {
        false
    }

    fn basis(&self, subject: &Subject, asking: &Asking<'_>) -> Result<Basis, AskError> {
        let mut basis = Basis::default();
        match *subject {
            Subject::Relation(_) => {}
            Subject::Case(id) => basis.add_case(id),
            Subject::Pair(a, b) => {
                let ground = asking.ground(&self.scope)?;
                let view = ground.view();
                basis = Basis::all_of([a, b].into_iter().flat_map(|id| view.members(id)));
            }
        }
        Ok(basis)
    }

    fn ask<'d>(&self, subject: Subject, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        let hash = asking.dataset().hash();
        let version = format!("frenemy {}, data {hash}", env!("CARGO_PKG_VERSION"));
        let cited = cite(&ground.view(), subject, version);
        let text = match self.style {
            Style::Footnotes => None,
            Style::Bibtex => Some(bibtex(&ground.view(), &cited)),
            Style::CslJson => Some(json::write(&csl(&ground.view(), &cited))?),
        };
        let is_empty = cited.sources.is_empty();
        let reply = Reply::of(ground, cited, is_empty, table, |view, cited, _| wire(view, cited));
        Ok(reply.with_text(text))
    }
}
