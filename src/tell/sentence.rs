use crate::lang::lists;
use crate::model::{CompanyId, Relation};
use crate::tell::words::Words;
use crate::vocab::{Family, Projection};

/// What a relation says, in one line: "Microsoft invests in OpenAI", "Dell is allied with Microsoft, SAP".
///
/// Several subjects of one object are told from the object's end ("OpenAI has investor Microsoft, Thrive"), so that the
/// table's verbs fit. Parties that the first tie leaves out follow with a tie of their own.
pub(crate) fn sentence(words: Words<'_>, relation: &Relation) -> String {
    let kind = relation.kind();
    let mut ties: Vec<&Projection> = kind.ties.iter().collect();
    // a tie between two roles tells more than one inside a role: the venture before its partners
    ties.sort_by_key(|tie| tie.is_symmetric());
    let mut told: Vec<CompanyId> = Vec::new();
    let mut clauses: Vec<String> = Vec::new();
    for tie in ties {
        let pairs = relation.pairs(tie);
        let news = |id: &CompanyId| !told.contains(id);
        if pairs.iter().any(|(from, to)| news(from) || news(to)) {
            clauses.push(clause(words, relation, tie, &pairs));
            told.extend(pairs.iter().flat_map(|(from, to)| [*from, *to]));
        }
    }
    if clauses.is_empty() {
        let all: Vec<CompanyId> = relation.parties.iter().map(|party| party.company).collect();
        clauses.push(format!("{}: {}", kind.label.get(words.lang), names(words, &all)));
    }
    clauses.join("; ")
}

fn clause(words: Words<'_>, relation: &Relation, tie: &Projection, pairs: &[(CompanyId, CompanyId)]) -> String {
    let (mut from, mut to) = (Vec::new(), Vec::new());
    for (a, b) in pairs {
        if !from.contains(a) {
            from.push(*a);
        }
        if !to.contains(b) {
            to.push(*b);
        }
    }
    if tie.is_symmetric() {
        // everybody is tied to everybody, or one group to another: the first stands for the subject
        let grouped = relation.parties.iter().any(|party| party.group > 0);
        if !grouped {
            from.truncate(1);
            to.retain(|id| !from.contains(id));
        }
        if relation.kind().family == Family::Competition {
            return rivals(words, relation, &from, &to);
        }
    }
    let (subject, verb, object) = if from.len() > 1 && to.len() == 1 {
        (&to, tie.to_verb, &from)
    } else {
        (&from, tie.from_verb, &to)
    };
    format!(
        "{} {} {}",
        names(words, subject),
        verb.get(words.lang),
        names(words, object)
    )
}

fn rivals(words: Words<'_>, relation: &Relation, from: &[CompanyId], to: &[CompanyId]) -> String {
    let (a, b) = (names(words, from), names(words, to));
    let against = if from.len() > 1 {
        lists::COMPETE_WITH
    } else {
        lists::COMPETES_WITH
    };
    let against = against.fill(words.lang, &[("a", &a), ("b", &b)]);
    match relation.market {
        Some(market) => {
            let market = words.model()[market].name.get(words.lang.code());
            format!("{against} ({market})")
        }
        None => against,
    }
}

fn names(words: Words<'_>, ids: &[CompanyId]) -> String {
    ids.iter().map(|id| words.company(*id)).collect::<Vec<_>>().join(", ")
}
