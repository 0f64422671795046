use super::record::{Lapse, Presumed};
use super::{EndRule, Meeting, Reason, SourceReason, WhyPair};
use crate::derived::{Began, Standing};
use crate::graph::Presence;
use crate::judge::View;
use crate::judge::disagreements::Disagreement;
use crate::judge::held::Held;
use crate::judge::when::When;
use crate::lang::{Lang, Phrase, answers, history};
use crate::model::RelationId;
use crate::report::{Block, Cell, Column, Row, Style, Table};
use crate::tell::heads::{head, pair};
use crate::tell::record::main_side;
use crate::tell::sentence::sentence;
use crate::tell::terms::{counts_because, holds, side_label, side_mark};
use crate::tell::words::Words;
use crate::values::{Day, Interval};
use crate::vocab::{Confidence, Reading, SideRule, SourceKind, Zone};

const SECTION: Column = Column::new("section", Phrase::new("Section", "Mục"));
const TOPIC: Column = Column::new("topic", Phrase::new("Topic", "Về"));
const SAYS: Column = Column::new("says", Phrase::new("Reason", "Lý do")).flexible();
const RECORDS: Column = Column::new("records", Phrase::new("Records", "Bản ghi"));

/// How many meetings the table names before it says how many more there are.
const NAMED: usize = 3;

fn row(topic: Phrase, says: impl Into<String>, records: Vec<&str>, words: Words<'_>) -> Row {
    Row::new(vec![
        Cell::text(topic.get(words.lang)),
        Cell::text(says),
        Cell::texts(records),
    ])
}

fn section(key: &'static str, heading: Phrase, rows: Vec<Row>, words: Words<'_>) -> Block {
    let mut block = Block::titled(heading.get(words.lang), Style::Title).key(SECTION.key, key);
    block.rows = rows;
    block
}

/// Why a relation stands as it does, as a table: the record, its time, its grade with each source, disagreements.
#[must_use]
pub fn relation_table(view: &View<'_>, reason: &Reason, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let relation = &view.model()[reason.relation];
    let title = head(view, words, relation.id.to_string());
    let mut table = Table::new(title, vec![SECTION], vec![TOPIC, SAYS, RECORDS]);
    let sections = [
        ("record", history::WHY_RECORD, record(reason, words)),
        ("time", history::WHY_TIME, time(reason, words)),
        ("support", history::WHY_SUPPORT, support(reason, words)),
        ("disagreements", answers::DISPUTES, disputes(reason, words)),
    ];
    table.blocks = sections
        .into_iter()
        .filter(|(_, _, rows)| !rows.is_empty())
        .map(|(key, heading, rows)| section(key, heading, rows, words))
        .collect();
    table
}

fn record(reason: &Reason, words: Words<'_>) -> Vec<Row> {
    let relation = &words.graph.model()[reason.relation];
    let side = match relation.kind().ties.first().map(|tie| tie.side) {
        Some(SideRule::Stake) => history::SIDE_STAKE,
        _ => history::SIDE_KIND,
    };
    let kind = relation.kind().label.get(words.lang);
    let side = side.fill(
        words.lang,
        &[
            ("kind", &kind),
            ("side", &side_label(main_side(relation)).get(words.lang)),
        ],
    );
    let standing = match reason.standing {
        Standing::Counts if reason.firm => history::STANDS_FIRM.get(words.lang).to_owned(),
        Standing::Counts => {
            let doubts = words.doubts(reason.relation).join(", ");
            history::STANDS_DOUBTED.fill(words.lang, &[("doubts", &doubts)])
        }
        other => {
            let why = words.standing(reason.relation, other);
            history::STANDS_NOT.fill(words.lang, &[("reason", &why)])
        }
    };
    let says = match &relation.note {
        Some(note) => format!("{}. {}", sentence(words, relation), note.get(words.lang.code())),
        None => sentence(words, relation),
    };
    vec![
        row(history::TOPIC_SAYS, says, vec![&relation.id], words),
        row(history::TOPIC_SIDE, side, Vec::new(), words),
        row(history::TOPIC_STANDING, standing, Vec::new(), words),
    ]
}

fn time(reason: &Reason, words: Words<'_>) -> Vec<Row> {
    let model = words.graph.model();
    let lang = words.lang;
    let reach = words.graph.reach().before;
    let start = match reason.start {
        Some(Began::On(date)) => history::START_SINCE.fill(lang, &[("date", &date)]),
        Some(Began::Seen(date)) => history::START_OBSERVED.fill(lang, &[("date", &date), ("n", &reach)]),
        Some(Began::Announced(date)) => history::START_ANNOUNCED.fill(lang, &[("date", &date)]),
        Some(Began::By(day)) => history::START_TRACE.fill(lang, &[("date", &day), ("n", &reach)]),
        None => history::START_NONE.get(lang).to_owned(),
    };
    let mut rows = vec![row(
        history::TOPIC_START,
        with_days(start, reason.interval.map(Interval::start), words),
        Vec::new(),
        words,
    )];
    let (end, by) = match reason.end {
        EndRule::Point => (history::END_POINT.get(lang).to_owned(), None),
        EndRule::Until(date) => (history::END_UNTIL.fill(lang, &[("date", &date)]), None),
        EndRule::Unknown => (history::END_UNKNOWN.get(lang).to_owned(), None),
        EndRule::Superseded(id) => (
            history::END_SUPERSEDED.get(lang).to_owned(),
            Some(model[id].id.as_str()),
        ),
        EndRule::Open => (history::END_OPEN.get(lang).to_owned(), None),
    };
    let bounds = reason
        .interval
        .map(Interval::end)
        .filter(|_| !matches!(reason.end, EndRule::Open | EndRule::Point));
    rows.push(row(
        history::TOPIC_END,
        with_days(end, bounds, words),
        by.into_iter().collect(),
        words,
    ));
    if let Some(Presumed { from, after }) = reason.presumed {
        let says = match after {
            Lapse::Years(years) => history::PRESUMED_AGE.fill(lang, &[("date", &from), ("n", &years)]),
            Lapse::Days(days) => history::PRESUMED_DAYS.fill(lang, &[("date", &from), ("n", &days)]),
            Lapse::Expired => history::PRESUMED_EXPIRED.fill(lang, &[("date", &from)]),
        };
        rows.push(row(history::TOPIC_PRESUMED, says, Vec::new(), words));
    }
    let presence = presence(reason.presence).get(lang);
    rows.push(row(history::TOPIC_HOLDS, presence, Vec::new(), words));
    rows
}

/// Adds the days that a date stands for, where it is no single day.
fn with_days(says: String, bounds: Option<(Day, Day)>, words: Words<'_>) -> String {
    match bounds {
        Some((earliest, latest)) if earliest < latest => {
            let days = match When::between(earliest, latest) {
                When::On(_) => history::BETWEEN_DAYS.fill(words.lang, &[("from", &earliest), ("to", &latest)]),
                other => other.text(words.lang),
            };
            history::SOME_DAY.fill(words.lang, &[("says", &says), ("days", &days)])
        }
        _ => says,
    }
}

pub(super) const fn presence(presence: Presence) -> Phrase {
    match presence {
        Presence::Yes => history::HOLDS_YES,
        Presence::Presumed => history::HOLDS_PRESUMED,
        Presence::Maybe => history::HOLDS_MAYBE,
        Presence::No => history::HOLDS_NO,
    }
}

fn support(reason: &Reason, words: Words<'_>) -> Vec<Row> {
    let model = words.graph.model();
    let lang = words.lang;
    let grade = |grade: Confidence| grade.label().get(lang);
    let Some(whole) = reason.confidence else {
        return vec![row(
            history::TOPIC_GRADE,
            answers::NOT_YET_KNOWN.get(lang),
            Vec::new(),
            words,
        )];
    };
    let best = reason
        .sources
        .iter()
        .max_by_key(|source| (source.grade, std::cmp::Reverse(source.source)));
    let by = best.map(|best| model[best.source].id.as_str());
    let best = best.and_then(|best| best.grade);
    let says = if model[reason.relation].rumoured {
        history::GRADE_RUMOUR.fill(lang, &[("grade", &grade(whole))])
    } else if Some(whole) > best {
        history::GRADE_ORIGINS.fill(lang, &[("grade", &grade(whole)), ("n", &reason.origins)])
    } else {
        history::GRADE_BEST.fill(lang, &[("grade", &grade(whole)), ("n", &reason.origins)])
    };
    let mut rows = vec![row(history::TOPIC_GRADE, says, by.into_iter().collect(), words)];
    rows.extend(reason.sources.iter().map(|at| source(at, words)));
    rows
}

fn source(at: &SourceReason, words: Words<'_>) -> Row {
    let model = words.graph.model();
    let lang = words.lang;
    let source = &model[at.source];
    let kind = match (source.kind, at.own) {
        (SourceKind::Release, true) => history::OWN_RELEASE,
        (SourceKind::Release, _) => history::OTHERS_RELEASE,
        (kind, _) => kind.label(),
    };
    let mut says = vec![kind.get(lang).to_owned()];
    says.extend(source.publisher.clone().map(String::from));
    says.push(source.title.to_string());
    let published = crate::tell::record::published(source);
    says.extend(Some(published).filter(|text| !text.is_empty()));
    // why a filing confirms nothing
    let unread = source
        .read
        .filter(|read| matches!(read, Reading::Quoted | Reading::Listed));
    says.extend(unread.map(|read| read.label().get(lang).to_owned()));
    says.extend(at.locator.clone());
    says.extend(at.quote.as_ref().map(|quote| format!("“{quote}”")));
    if at.origin != at.source {
        says.push(history::RELAYS.fill(lang, &[("source", &model[at.origin].id)]));
    }
    let topic = match at.grade {
        Some(grade) => grade.label(),
        None => answers::NOT_YET_KNOWN,
    };
    row(topic, says.join(", "), vec![&source.id], words)
}

fn disputes(reason: &Reason, words: Words<'_>) -> Vec<Row> {
    let model = words.graph.model();
    let lang = words.lang;
    let told = reason.disagreements.iter().map(|at| match at {
        Disagreement::Field { relation, report } => {
            let other = &model[*relation].reported_otherwise[*report];
            let value = other.value.get(lang.code());
            let mut says = answers::SAYS_OTHERWISE.fill(lang, &[("field", &other.field), ("value", &value)]);
            if let Some(note) = &other.note {
                says = format!("{says}. {}", note.get(lang.code()));
            }
            let sources = words.sources_of(&other.sources).into_iter();
            (says, sources.map(|id| model[id].id.as_str()).collect())
        }
        Disagreement::Relations { counts, why, others } => {
            let ids: Vec<&str> = others.iter().map(|id| model[*id].id.as_str()).collect();
            let says = answers::COUNTS_BEFORE.fill(
                lang,
                &[
                    ("counts", &model[*counts].id),
                    ("others", &ids.join(", ")),
                    ("why", &counts_because(*why).get(lang)),
                ],
            );
            (says, Vec::new())
        }
        Disagreement::Claim { claim, .. } => {
            let text = model[*claim].text.get(lang.code());
            (
                answers::OBJECTION.fill(lang, &[("text", &text)]),
                vec![model[*claim].id.as_str()],
            )
        }
    });
    let rows = told.map(|(says, records)| row(history::TOPIC_DISPUTE, says, records, words));
    rows.collect()
}

/// Why the stance of a pair is what it is, as a table: the rule, which overlap makes it, what it rests on.
#[must_use]
pub fn table(view: &View<'_>, why: &WhyPair, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let mark = Words::mark(why.stance.presence);
    let title = head(view, words, pair(words, why.pair)).then(format!("{}{mark}", words.stance(why.stance.zone)));
    let mut table = Table::new(title, vec![SECTION], vec![TOPIC, SAYS, RECORDS]);
    let rests_on = why.rests_on.iter().map(|tie| tie_row(tie, words)).collect();
    let sections = [
        ("stance", history::WHY_STANCE, stance(why, words)),
        ("rests_on", history::WHY_RESTS_ON, rests_on),
    ];
    table.blocks = sections
        .into_iter()
        .filter(|(_, _, rows)| !rows.is_empty())
        .map(|(key, heading, rows)| section(key, heading, rows, words))
        .collect();
    if why.is_empty() {
        let (a, b) = (words.company(why.pair.0), words.company(why.pair.1));
        table
            .notes
            .push(answers::NO_TIE_BETWEEN.fill(lang, &[("a", &a), ("b", &b)]));
    } else {
        table.notes.push(history::WHY_MORE.get(lang).to_owned());
    }
    table
}

fn stance(why: &WhyPair, words: Words<'_>) -> Vec<Row> {
    let model = words.graph.model();
    let lang = words.lang;
    if why.is_empty() {
        return Vec::new();
    }
    let rule = match why.stance.zone {
        Zone::Coopetition => history::RULE_COOPETITION,
        Zone::Sequential => history::RULE_SEQUENTIAL,
        Zone::Cooperation => history::RULE_COOPERATION,
        Zone::Competition => history::RULE_COMPETITION,
        Zone::OneGroup => history::RULE_ONE_GROUP,
        Zone::None => history::RULE_NONE,
    };
    let mut rows = vec![row(history::TOPIC_RULE, rule.get(lang), Vec::new(), words)];
    rows.extend(why.meetings.iter().take(NAMED).map(|at| meeting(at, words)));
    let more = why.meetings.len().saturating_sub(NAMED);
    if more > 0 {
        let says = history::MORE_OVERLAPS.fill(lang, &[("n", &more)]);
        rows.push(row(history::TOPIC_OVERLAP, says, Vec::new(), words));
    }
    if let Some(phase) = &why.phase {
        let since = words.since(&phase.from);
        let since = since.unwrap_or_else(|| answers::AS_RECORDED.get(lang).to_owned());
        let records = phase.from.because.iter().map(|turn| model[turn.relation()].id.as_str());
        let says = format!("{}, {since}", words.stance(phase.zone));
        rows.push(row(history::TOPIC_SINCE, says, records.collect(), words));
    }
    for at in &why.memberships {
        let says = answers::PART_OF.fill(
            lang,
            &[
                ("name", &words.company(at.company)),
                ("parents", &words.company(at.parent)),
            ],
        );
        let by = at.by.map(|id| model[id].id.as_str());
        rows.push(row(history::TOPIC_GROUP, says, by.into_iter().collect(), words));
    }
    let firm = if why.firm == why.stance.zone {
        history::FIRM_SAME.get(lang).to_owned()
    } else {
        answers::FIRM_ALONE.fill(lang, &[("stance", &words.stance(why.firm))])
    };
    rows.push(row(history::TOPIC_FIRM, firm, Vec::new(), words));
    rows
}

fn meeting(at: &Meeting, words: Words<'_>) -> Row {
    let model = words.graph.model();
    let lang = words.lang;
    let (phrase, days) = match at.surely {
        Some(days) => (history::SURELY_TOGETHER, days),
        None => (history::POSSIBLY_TOGETHER, at.possibly),
    };
    let both = |id: RelationId| model[id].id.as_str();
    let says = phrase.fill(lang, &[("from", &days.0), ("to", &days.1)]);
    let says = if at.presence == Presence::Yes {
        says
    } else {
        format!("{says}; {}", presence(at.presence).get(lang))
    };
    row(
        history::TOPIC_OVERLAP,
        says,
        vec![both(at.cooperation), both(at.competition)],
        words,
    )
}

fn tie_row(tie: &Held, words: Words<'_>) -> Row {
    let model = words.graph.model();
    let relation = tie.relation(words.graph);
    let (_, mark) = side_mark(tie.side);
    let mut says = vec![sentence(words, relation)];
    says.extend(words.amounts(tie.relations[0]));
    says.push(words.period(&[&tie.relations]) + Words::mark(tie.presence));
    says.push(words.support(&[tie]));
    says.extend(tie.relations.iter().flat_map(|id| words.doubts(*id)));
    let records = tie.relations.iter().map(|id| model[*id].id.as_str()).collect();
    let mut row = row(side_label(tie.side), says.join(", "), records, words).mark(mark);
    if holds(tie.presence) != "yes" {
        row = row.style(Style::Faint);
    }
    row
}
