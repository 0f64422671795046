use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, Found, Subject, candidates, find, show, table, wire};
use crate::dataset::Basis;
use crate::lang::Phrase;
use crate::request::{AnswerSchema, AskError, Asking, Question, Reply, Resolver, ScopeRequest, answer_of, is_default};

/// What is said of one record, and on whose word?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The id of a record of any sort, any name of a company, or the name of a relation kind; `SORT:ID` asks for one sort.
    pub id: String,
    /// The scope.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: ScopeRequest,
}

impl Question for Request {
    /// The name as it was typed, and what it stands for.
    type Subject = (String, Found);

    const NAME: &'static str = "show";
    const SUMMARY: Phrase = Phrase::new(
        "Show one record: all that is said of it, and on whose word",
        "Cho xem một bản ghi: mọi điều nói về nó, và theo lời ai",
    );
    const POSITIONS: &'static [&'static str] = &["id"];
    const EXAMPLES: &'static [&'static str] = &[
        "show/openai",
        "show/microsoft-openai%2Ffirst-billion",
        "show/investment",
    ];
    const ANSWERS: &'static [AnswerSchema] = &[answer_of::<Answer>()];

    // that a name stands for none or for several is an answer, which tells what it may stand for
    fn resolve(&mut self, names: &Resolver<'_>) -> Result<Self::Subject, AskError> {
        self.scope.resolve(names)?;
        let typed = self.id.clone();
        names.look_everywhere(typed.split_once(':').map_or(&typed, |(_, rest)| rest));
        names.look_everywhere(&typed);
        let found = find(names.model(), &typed);
        if matches!(found, Found::None(_)) {
            names.look_at_everything();
        }
        if let Found::One(subject) = found {
            let id = subject.id(names.model());
            names.look_everywhere(id);
            // an id that names records of several sorts keeps its sort
            self.id = match find(names.model(), id) {
                Found::One(_) => id.to_owned(),
                _ => format!("{}:{id}", subject.sort()),
            };
        }
        Ok((typed, found))
    }

    fn is_about_everything(&self) -> bool {
        false
    }

    fn basis(&self, (_, found): &Self::Subject, asking: &Asking<'_>) -> Result<Basis, AskError> {
        let mut basis = Basis::default();
        match *found {
            Found::One(subject) => match subject {
                Subject::Company(id) => {
                    let ground = asking.ground(&self.scope)?;
                    let members = ground.view().graph.groups().members(id, true);
                    basis = Basis::all_of(members.into_iter().map(|(id, _)| id));
                }
                Subject::Product(id) => basis.add_product(id),
                Subject::Market(id) => basis.add_market(id),
                Subject::Case(id) => basis.add_case(id),
                Subject::Deal(id) => basis.add_deal(id),
                Subject::Source(id) => basis.add_source(id),
                Subject::Relation(_)
                | Subject::Event(_)
                | Subject::Quote(_)
                | Subject::Claim(_)
                | Subject::Succession(_)
                | Subject::Kind(_) => {}
            },
            Found::Many(_) | Found::None(_) => {}
        }
        Ok(basis)
    }

    fn ask<'d>(&self, (typed, found): Self::Subject, asking: &Asking<'d>) -> Result<Reply<'d>, AskError> {
        let ground = asking.ground(&self.scope)?;
        let is_empty = !matches!(found, Found::One(_));
        let asked = typed.clone();
        Ok(Reply::of(
            ground,
            found,
            is_empty,
            move |view, found, lang| match found {
                Found::One(subject) => table(view, &show(view, *subject, lang), lang),
                Found::Many(_) | Found::None(_) => candidates(view, &asked, found, lang),
            },
            move |view, found, lang| wire(view, &typed, found, lang),
        ))
    }
}
