//! Cases, and what is told in them beside relations.

use super::Unlinker;
use super::fields::{list, word};
use crate::model::{Case, Claim, Coverage, Event, Quote, StoryStep};
use crate::syntax::{Raw, SourceRecord};
use crate::vocab::Found;

impl Unlinker<'_> {
    pub(super) fn case(&self, case: &Case) -> SourceRecord {
        let Case {
            id,
            title,
            summary,
            about,
            includes,
            coverage,
            story,
        } = case;
        let mut draft = self.draft();
        draft.line("id", Some(id));
        draft.text("title", Some(title));
        draft.text("summary", summary.as_ref());
        draft.set("about", self.companies(about));
        draft.set("includes", self.relations(includes));
        draft.set(
            "coverage",
            list(self.at, coverage.iter().map(|entry| self.coverage(entry))),
        );
        draft.set("story", list(self.at, story.iter().map(|step| self.step(step))));
        self.finish("case", draft)
    }

    fn coverage(&self, coverage: &Coverage) -> Raw {
        let Coverage {
            company,
            with,
            side,
            searched,
            on,
            found,
        } = coverage;
        let mut draft = self.draft();
        draft.set("company", self.company_ref(*company));
        draft.set("with", self.companies(with));
        draft.set("side", word(*side));
        draft.text("searched", Some(searched));
        draft.date("on", Some(*on));
        draft.set("found", word(if *found { Found::Yes } else { Found::No }));
        draft.record()
    }

    fn step(&self, step: &StoryStep) -> Raw {
        let StoryStep { title, at, show } = step;
        let mut draft = self.draft();
        draft.text("title", Some(title));
        draft.date("at", Some(*at));
        draft.set("show", self.records(show));
        draft.record()
    }

    pub(super) fn event(&self, event: &Event) -> SourceRecord {
        let Event {
            id,
            case: _,
            date,
            about,
            title,
            kind,
            note,
            disputes,
            refuted_by,
            sources,
        } = event;
        let mut draft = self.draft();
        draft.own_id(id);
        draft.date("date", Some(*date));
        draft.set("about", self.companies(about));
        draft.text("title", Some(title));
        draft.set("kind", word(*kind));
        draft.text("note", note.as_ref());
        draft.set("disputes", self.records(disputes));
        draft.set("refuted_by", self.records(refuted_by));
        draft.set("sources", self.citations(sources));
        self.finish("events", draft)
    }

    pub(super) fn quote(&self, quote: &Quote) -> SourceRecord {
        let Quote {
            id,
            case: _,
            date,
            speaker,
            role,
            company,
            about,
            text,
            original_language,
            translation_of,
            wording,
            note,
            sources,
        } = quote;
        let mut draft = self.draft();
        draft.own_id(id);
        draft.date("date", *date);
        draft.line("speaker", Some(speaker));
        draft.text("role", role.as_ref());
        draft.set("company", company.map(|id| self.company_ref(id)));
        draft.set("about", self.companies(about));
        draft.text("text", Some(text));
        draft.line("original_language", original_language.as_ref());
        draft.set("translation_of", translation_of.map(|id| self.record_ref(id)));
        draft.set("wording", wording.map(word));
        draft.text("note", note.as_ref());
        draft.set("sources", self.citations(sources));
        self.finish("quotes", draft)
    }

    pub(super) fn claim(&self, claim: &Claim) -> SourceRecord {
        let Claim {
            id,
            case: _,
            about,
            text,
            by,
            date,
            disputes,
            refuted_by,
            note,
            sources,
        } = claim;
        let mut draft = self.draft();
        draft.own_id(id);
        draft.set("about", self.companies(about));
        draft.text("text", Some(text));
        draft.line("by", by.as_ref());
        draft.date("date", *date);
        draft.set("disputes", self.records(disputes));
        draft.set("refuted_by", self.records(refuted_by));
        draft.text("note", note.as_ref());
        draft.set("sources", self.citations(sources));
        self.finish("claims", draft)
    }
}
