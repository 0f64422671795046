//! `cite RELATION|A B|CASE`: the sources of an answer as footnotes, BibTeX or CSL-JSON.

mod bibtex;
pub mod csl;
mod request;
mod table;
mod wire;

use std::collections::BTreeSet;

use crate::judge::{View, about, dossier};
use crate::model::{CaseId, CompanyId, RelationId, Source, SourceId};
use crate::values::{DateRange, Day};

pub use bibtex::bibtex;
pub use csl::{Item, csl};
pub use request::{Request, Style};
pub use table::table;
pub use wire::{Answer, wire};

/// What is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A relation.
    Relation(RelationId),
    /// What is between two companies up to the asked time.
    Pair(CompanyId, CompanyId),
    /// A case.
    Case(CaseId),
}

/// The sources of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Of what.
    pub subject: Subject,
    /// The sources that were out by the asked state of knowledge, the earliest first, undated ones last.
    pub sources: Vec<SourceId>,
    /// The program's version and the hash of its data, so that a reader can see what was cited.
    pub version: String,
}

/// Collects the sources of `subject`; `version` stands in the citation. Cost: the records of the subject.
#[must_use]
pub fn cite(view: &View<'_>, subject: Subject, version: String) -> Cited {
    let model = view.model();
    let mut found: BTreeSet<SourceId> = BTreeSet::new();
    let mut add = |citations| found.extend(view.graph.cited(citations).sources());
    match subject {
        Subject::Relation(id) => add(&model[id].sources),
        Subject::Pair(a, b) => {
            for id in dossier::relations(view, a, b) {
                add(&model[id].sources);
            }
            for id in about::events(view, a, b) {
                add(&model[id].sources);
            }
            for id in about::deals(view, a, b) {
                add(&model[id].sources);
            }
        }
        Subject::Case(case) => {
            for relation in model.relations.iter().filter(|relation| relation.case == case) {
                add(&relation.sources);
            }
            for id in &model[case].includes {
                add(&model[*id].sources);
            }
            for event in model.events.iter().filter(|event| event.case == case) {
                add(&event.sources);
            }
            for quote in model.quotes.iter().filter(|quote| quote.case == case) {
                add(&quote.sources);
            }
            for claim in model.claims.iter().filter(|claim| claim.case == case) {
                add(&claim.sources);
            }
        }
    }
    let mut sources: Vec<SourceId> = found.into_iter().collect();
    sources.sort_by_key(|id| {
        let published = model[*id].published;
        (published.map_or(Day::MAX, DateRange::first), model[*id].id.clone())
    });
    Cited {
        subject,
        sources,
        version,
    }
}

/// Where a source can be read: its address, else that of its copy in an archive.
pub(super) fn address(source: &Source) -> Option<&str> {
    source.url.as_deref().or(source.archived.as_deref())
}

/// The id of what is cited, as a user would ask for it.
pub(super) fn name(view: &View<'_>, subject: Subject) -> String {
    let model = view.model();
    match subject {
        Subject::Relation(id) => model[id].id.to_string(),
        Subject::Pair(a, b) => format!("{} {}", model[a].id, model[b].id),
        Subject::Case(id) => model[id].id.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derived::Knowledge;
    use crate::graph::Graph;
    use crate::judge::Scope;
    use crate::judge::testing::{Data, date};
    use crate::vocab::SourceKind;

    /// A relation with one hostile Vietnamese source, and one that came out later.
    fn sample() -> Data {
        let mut data = Data::new();
        let tie = data.tie("supply", "a > b", "2012..");
        let early = data.source(SourceKind::News, "2013-05-02");
        let late = data.source(SourceKind::Filing, "2020");
        let source = &mut data.model.sources[early.source.index()];
        source.title = "Tiền & quyền: 100% {của_ai} \\ #1 ~ ^ $".into();
        source.publisher = Some("Báo Mới".into());
        source.url = Some("https://a.example/x_y%20z?a=1&b=2#c".into());
        source.accessed = Some(date("2026-11-23"));
        data.edit(tie).sources = vec![late, early];
        data
    }

    fn ask<T>(data: &Data, known: Knowledge, then: impl Fn(&View<'_>, &Cited) -> T) -> T {
        let graph = Graph::new(&data.model, known);
        let scope = Scope {
            known,
            ..Scope::at(date("2026"))
        };
        let view = View::new(&graph, &scope);
        then(
            &view,
            &cite(&view, Subject::Relation(0.into()), "frenemy 0, data 0".to_owned()),
        )
    }

    #[test]
    fn bibtex_escapes_what_tex_would_read_and_keeps_vietnamese() {
        let text = ask(&sample(), Knowledge(Some(date("2014").last())), bibtex);
        assert_eq!(
            text,
            "% case/supply-0, as of 2026, as known at 2014-12-31, frenemy 0, data 0\n\n@misc{source-1,\n  \
             author = {{Báo Mới}},\n  \
             title = {{Tiền \\& quyền: 100\\% \\{của\\_ai\\} \\textbackslash{} \\#1 \\textasciitilde{} \\textasciicircum{} \\$}},\n  \
             year = {2013},\n  month = {5},\n  day = {2},\n  \
             url = {https://a.example/x_y\\%20z?a=1&b=2\\#c},\n  urldate = {2026-11-23},\n}\n"
        );
    }

    #[test]
    fn a_range_is_no_day_and_a_copy_is_an_address() {
        let told = |published: &str| {
            let mut data = sample();
            let with_url = data.model.sources.iter().position(|source| source.url.is_some());
            let source = &mut data.model.sources[with_url.unwrap()];
            source.published = Some(published.parse().unwrap());
            source.url = None;
            source.archived = Some("https://archive.example/x".into());
            ask(&data, Knowledge::ALL, bibtex)
        };
        let text = told("2013-05-02/2013-06");
        assert!(
            text.contains("  year = {2013},\n  date = {2013-05-02/2013-06},\n  url = {https://archive.example/x},")
        );
        let text = told("2013-05-02/2014-01");
        assert!(text.contains("},\n  date = {2013-05-02/2014-01},") && !text.contains("{2013}"));
        let text = told("2013-05-02/..");
        assert!(text.contains("},\n  date = {2013-05-02/..},") && !text.contains("{2013}"));
    }

    #[test]
    fn csl_has_the_shape_that_processors_read() {
        let items = ask(&sample(), Knowledge::ALL, csl);
        let json = serde_json::to_value(&items).unwrap();
        assert_eq!(json[0]["type"], "article-newspaper");
        assert_eq!(json[0]["issued"]["date-parts"], serde_json::json!([[2013, 5, 2]]));
        assert_eq!(json[0]["author"][0]["literal"], "Báo Mới");
        assert_eq!(json[0]["URL"], "https://a.example/x_y%20z?a=1&b=2#c");
        assert_eq!(
            (&json[1]["type"], &json[1]["issued"]["date-parts"]),
            (&"report".into(), &serde_json::json!([[2020]]))
        );
        assert_eq!(json[1].get("URL"), None);
    }
}
