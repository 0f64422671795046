//! The questions that lead from what a source says to a kind of relation, so that two people choose the same.

use crate::vocab::KINDS;

/// A question, and where each answer leads.
#[derive(Debug)]
pub struct Question {
    /// What is asked.
    pub text: &'static str,
    /// The answers.
    pub answers: &'static [Answer],
}

/// An answer to a question.
#[derive(Debug)]
pub struct Answer {
    /// What is said.
    pub text: &'static str,
    /// Where it leads.
    pub to: Next,
}

/// Where an answer leads.
#[derive(Debug)]
pub enum Next {
    /// To another question.
    Ask(&'static Question),
    /// To a kind, by its name.
    Kind(&'static str),
}

const fn to(text: &'static str, kind: &'static str) -> Answer {
    Answer {
        text,
        to: Next::Kind(kind),
    }
}

const fn ask(text: &'static str, question: &'static Question) -> Answer {
    Answer {
        text,
        to: Next::Ask(question),
    }
}

/// The first question.
pub static FIRST: Question = Question {
    text: "What does the source say?",
    answers: &[
        ask(
            "money, shares or a say: one invests, buys, lends, owns or sits on a board",
            &CAPITAL,
        ),
        ask(
            "trade: one delivers, licenses, integrates or sells something of the other",
            &TRADE,
        ),
        ask("they act together, and neither simply buys from the other", &TOGETHER),
        to("they compete for the same customers", "competitive_overlap"),
        ask("they are before a court or an authority", &CONFLICT),
    ],
};

static CAPITAL: Question = Question {
    text: "What is it about?",
    answers: &[
        ask("money that one company gives to another", &MONEY),
        to("shares that one holds of the other, however it came by them", "stake"),
        to("one buys the other, or a business of it", "acquisition"),
        to("one has a seat on the other's board", "board_seat"),
        to("they own a third company together", "joint_venture"),
        to(
            "one would pay for the other if that one does not: a guarantee or backstop",
            "guarantee",
        ),
    ],
};

static MONEY: Question = Question {
    text: "What does the giver get for it?",
    answers: &[
        to(
            "shares, or a right to them: what it then holds is recorded as a stake too",
            "investment",
        ),
        to("the money back, with or without interest", "loan"),
        to(
            "nothing new: it pays a part of its revenue or profit that the other has a claim on",
            "revenue_share",
        ),
        ask("goods, services or rights", &TRADE),
    ],
};

static TRADE: Question = Question {
    text: "What goes from one to the other?",
    answers: &[
        to(
            "computing: one runs its business on the other's cloud or machines",
            "cloud_dependency",
        ),
        to("goods, components, or the work of making them", "supply"),
        ask("technology, content or a brand", &TECHNOLOGY),
        ask("a product, to customers who are neither of the two", &CHANNEL),
    ],
};

static TECHNOLOGY: Question = Question {
    text: "What does the source tell of it?",
    answers: &[
        to(
            "the right to use it: a licence, also where each licenses to the other",
            "license",
        ),
        to("the product that it was built into", "integration"),
    ],
};

static CHANNEL: Question = Question {
    text: "Whose product is it, and who brings it to them?",
    answers: &[
        to(
            "one's product, preinstalled, sold, placed or listed by the other",
            "distribution",
        ),
        to("one's own product, made for the other's platform", "complement"),
    ],
};

static TOGETHER: Question = Question {
    text: "In which form?",
    answers: &[
        to("an agreement to work together", "alliance"),
        to("a company that they own together", "joint_venture"),
        to("a body with members: a consortium, an alliance of many", "membership"),
    ],
};

static CONFLICT: Question = Question {
    text: "Who acts?",
    answers: &[
        to("a company sues another", "lawsuit"),
        to(
            "an authority examines or accuses companies, on its own or on a complaint",
            "proceeding",
        ),
    ],
};

/// Every kind with what it records, for those who know what they want.
#[must_use]
pub fn kinds() -> String {
    let width = KINDS.iter().map(|kind| kind.name.len()).max().unwrap_or_default();
    KINDS
        .iter()
        .map(|kind| format!("  {:<width$}  {}\n", kind.name, kind.doc))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::vocab::kind;

    fn reached(question: &'static Question, depth: usize, found: &mut BTreeSet<&'static str>) {
        assert!(depth < 6, "{}", question.text);
        assert!(question.answers.len() > 1, "{}", question.text);
        for answer in question.answers {
            match answer.to {
                Next::Ask(next) => reached(next, depth + 1, found),
                Next::Kind(name) => {
                    assert!(kind(name).is_some(), "`{name}` is no kind");
                    found.insert(name);
                }
            }
        }
    }

    #[test]
    fn the_questions_lead_to_every_kind() {
        let mut found = BTreeSet::new();
        reached(&FIRST, 0, &mut found);
        let all: BTreeSet<_> = KINDS.iter().map(|kind| kind.name).collect();
        assert_eq!(found, all);
    }
}
