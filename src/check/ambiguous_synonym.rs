use std::collections::BTreeMap;

use super::{Check, Findings, Page, Subject};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Market, MarketId};
use crate::values::fold;

pub(super) const CHECK: Check = Check {
    pages: &[Page {
        code: Code::AmbiguousSynonym,
        what: "A synonym of a market is the id, the name or a synonym of another market too, whatever its case and diacritics.",
        why: "A question that names a market must mean one. A word that stands for a wider market as well as for a narrower \
              one belongs to the wider, whose answers include the narrower.",
        example: "\
markets:
  - {id: chatbots, name: {en: Chatbots, vi: Chatbot}, synonyms: {vi: [trợ lý AI]}}
",
        instead: "\
markets:
  - {id: chatbots, name: {en: Chatbots, vi: Chatbot}, synonyms: {vi: [chương trình trò chuyện]}}
",
    }],
    run: check,
};

fn check(subject: &Subject<'_>, out: &mut Findings) {
    let markets = &subject.model().markets;
    let mut known: BTreeMap<String, Vec<(MarketId, &str)>> = BTreeMap::new();
    for (at, market) in markets.iter().enumerate() {
        for (sort, name) in names(market) {
            known.entry(fold(name)).or_default().push((at.into(), sort));
        }
    }
    for (at, market) in markets.iter().enumerate() {
        let id = MarketId::from(at);
        for synonym in &market.synonyms {
            let others = known.get(&fold(&synonym.name)).into_iter().flatten();
            // of two synonyms the later is reported, once
            let other = others
                .filter(|(other, sort)| *other != id && (*sort != SYNONYM || *other < id))
                .min();
            if let Some((other, sort)) = other {
                out.error(
                    Diagnostic::new(
                        Code::AmbiguousSynonym,
                        format!(
                            "`{}`, a synonym of market `{}`, is {sort} of `{}` too",
                            synonym.name,
                            market.id,
                            subject.model()[*other].id
                        ),
                        subject.origins.field(id, "synonyms"),
                        "",
                    )
                    .secondary(subject.origins.record(*other), "")
                    .help("delete it here or there: a name of a market means one market"),
                );
            }
        }
    }
}

const SYNONYM: &str = "a synonym";

/// What a market is called, and as what.
fn names(market: &Market) -> impl Iterator<Item = (&'static str, &str)> {
    let synonyms = market.synonyms.iter().map(|synonym| (SYNONYM, synonym.name.as_str()));
    std::iter::once(("the id", market.id.as_str()))
        .chain(market.name.wordings().map(|name| ("the name", name)))
        .chain(synonyms)
}
