use super::{Check, Findings, Page, Subject};
use crate::diagnostics::{Code, Diagnostic, excerpt};
use crate::lower::RecordKey;
use crate::model::{CaseId, DealId, EventId, MarketId};
use crate::text::Span;
use crate::values::Text;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::UntranslatedTitle,
        what: "The name of a market, or the title of a case, a deal, an event or a step of a story, lacks Vietnamese or \
               English.",
        why: "Answers and pictures come in both languages. A title that lacks one of them stands untranslated in the \
              middle of the other.",
        example: "\
markets:
  - {id: tablets, name: Tablets}
",
        instead: "\
markets:
  - {id: tablets, name: {en: Tablets, vi: Máy tính bảng}}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let (model, origins) = (subject.model(), subject.origins);
    for (at, market) in model.markets.iter().enumerate() {
        let id = MarketId::from(at);
        title(id.into(), "market", &market.name, origins.field(id, "name"), out);
    }
    for (at, case) in model.cases.iter().enumerate() {
        let id = CaseId::from(at);
        title(id.into(), "case", &case.title, origins.field(id, "title"), out);
        for (position, step) in case.story.iter().enumerate() {
            title(id.into(), "step", &step.title, origins.item(id, "story", position), out);
        }
    }
    for (at, deal) in model.deals.iter().enumerate() {
        let id = DealId::from(at);
        title(id.into(), "deal", &deal.title, origins.field(id, "title"), out);
    }
    for (at, event) in model.events.iter().enumerate() {
        let id = EventId::from(at);
        title(id.into(), "event", &event.title, origins.field(id, "title"), out);
    }
}

fn title(of: RecordKey, what: &str, title: &Text, place: Span, out: &mut Findings) {
    let languages = [("vi", "Vietnamese"), ("en", "English")];
    let missing = languages.into_iter().find(|(code, _)| !title.has(code));
    if let Some((code, language)) = missing {
        let text = excerpt(title.get("en"));
        let help = match title.plain() {
            Some(_) => "write `{en: ..., vi: ...}`: the same in both where it is a name".to_owned(),
            None => format!("add `{code}: ...`"),
        };
        let headline = format!("the {what} \"{text}\" has no {language} title");
        out.lint(
            of,
            Diagnostic::new(Code::UntranslatedTitle, headline, place, "").help(help),
        );
    }
}
