//! A pair or a case over time: a lane a relation, phases on top, events below.

use std::collections::BTreeSet;

use super::timeline::{Axis, HEADING, LANE, NAMES, PAD, SECTION, bars};
use crate::judge::View;
use crate::judge::held::product_names;
use crate::lang::{Lang, Phrase, answers, pictures};
use crate::model::{CompanyId, Model, RelationId, SourceId};
use crate::picture::compose::compose;
use crate::picture::fonts::Font;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::{About, Ink, Label, Mark, Moment, Panel, Scene, Shape, Style, Title, Tone};
use crate::picture::selection::{intended_over_time, over_time};
use crate::picture::words::Words;
use crate::picture::{Subject, legend, title};
use crate::query::between::between;
use crate::values::clean::one_line;
use crate::values::{Day, Interval};
use crate::vocab::{FieldName, Lasts, Side};

const NAME: Font = Font::bold(11.5);
const DETAIL: Font = Font::plain(10.5);

/// What runs in a lane.
struct Lane {
    relation: RelationId,
    side: Side,
    /// Whether it is an intention, and no tie.
    intended: bool,
    /// The parties as the lane names them: "Microsoft → OpenAI".
    who: String,
    start: Day,
}

impl Lane {
    fn tone(&self) -> Tone {
        if self.intended {
            Tone::Intention
        } else {
            Tone::from(self.side)
        }
    }
}

/// The picture of a pair, of some companies, or of whatever the scope admits, over all time up to the asked day.
pub(in crate::picture) fn build(view: &View<'_>, subject: &Subject, lang: Lang) -> Scene {
    let words = Words { view, lang };
    let pair = pair(view, subject);
    let dossier = pair.map(|(a, b)| between(view, a, b));
    let lanes = lanes(&words, subject);
    let relations: Vec<RelationId> = lanes.iter().map(|lane| lane.relation).collect();
    let sources: BTreeSet<SourceId> = words.sources(&relations).into_iter().collect();
    let intended = lanes.iter().filter(|lane| lane.intended).count();
    let mut facts = words.facts(lanes.len() - intended, intended, sources.len());
    let uncounted = dossier.as_ref().map_or(0, |found| found.uncounted.len());
    if uncounted > 0 {
        facts.push(pictures::UNCOUNTED.fill(lang, &[("n", &uncounted)]));
    }
    let mut scene = Scene::new(
        Style::Lanes,
        lang,
        Title {
            heading: title::heading(&words, subject, Style::Lanes),
            facts,
            description: String::new(),
        },
    );
    let events = match &dossier {
        Some(found) if !subject.companies.is_empty() => super::events::within(view, found.events.clone()),
        _ => super::events::of(view, subject),
    };
    let days = relations
        .iter()
        .filter_map(|id| view.graph.span(*id))
        .map(|span| earliest(span.interval))
        .chain(events.iter().map(|id| view.model()[*id].date.first()));
    let Some(axis) = Axis::new(view.scope.asked, days) else {
        return compose(scene);
    };
    let mut y = 0.0;
    if let Some(found) = &dossier {
        y = super::phases::band(&mut scene, &words, &axis, &found.phases, y);
    }
    for side in [Side::Cooperation, Side::Competition, Side::Conflict, Side::Neutral] {
        let of_side: Vec<&Lane> = lanes
            .iter()
            .filter(|lane| lane.side == side && !lane.intended)
            .collect();
        if !of_side.is_empty() {
            y = section(&mut scene, &words, &axis, legend::side(side), &of_side, y) + PAD;
        }
    }
    let intended: Vec<&Lane> = lanes.iter().filter(|lane| lane.intended).collect();
    if !intended.is_empty() {
        y = section(&mut scene, &words, &axis, pictures::ZONE_INTENTIONS, &intended, y) + PAD;
    }
    y = super::events::lane(&mut scene, &words, &axis, &events, y);
    axis.draw(&mut scene, y);
    super::events::list(&mut scene, &words, &events, y + 34.0);
    scene
        .moments
        .sort_by(|a, b| (&a.date, &a.text).cmp(&(&b.date, &b.text)));
    scene.title.description = scene
        .moments
        .iter()
        .map(|moment| format!("{}: {}", moment.date, moment.text))
        .collect::<Vec<_>>()
        .join("; ");
    compose(scene)
}

/// The first day of which anything is known.
fn earliest(interval: Interval) -> Day {
    let (s0, s1) = interval.start();
    if s0 == Day::MIN { s1 } else { s0 }
}

/// The two companies that the picture is about, if there are two.
fn pair(view: &View<'_>, subject: &Subject) -> Option<(CompanyId, CompanyId)> {
    let about = match (subject.companies.as_slice(), view.scope.case) {
        ([], Some(case)) => view.model()[case].about.as_slice(),
        (named, _) => named,
    };
    match about {
        [a, b] if a != b => Some((*a, *b)),
        _ => None,
    }
}

/// The lanes, in the order of their starts.
fn lanes(words: &Words<'_>, subject: &Subject) -> Vec<Lane> {
    let view = words.view;
    let window = view.scope.asked;
    let shown = Interval::window(super::timeline::from(window), window.last_day());
    let ties = over_time(view, &subject.companies, shown);
    let intended = intended_over_time(view, &subject.companies, shown).into_iter();
    let ties = ties.into_iter().map(|(relation, side)| (relation, side, false));
    let mut lanes: Vec<Lane> = ties
        .chain(intended.map(|relation| (relation, Side::Neutral, true)))
        .filter_map(|(relation, side, intended)| {
            let start = earliest(view.graph.span(relation)?.interval);
            (start <= window.last_day()).then(|| Lane {
                relation,
                side,
                intended,
                who: who(words, relation),
                start,
            })
        })
        .collect();
    lanes.sort_by_key(|lane| (lane.start, lane.relation));
    lanes
}

/// "Microsoft → OpenAI", "Microsoft, Google – OpenAI".
fn who(words: &Words<'_>, id: RelationId) -> String {
    let model: &Model = words.model();
    let relation = &model[id];
    let projection = &relation.kind().ties[0];
    let names = |role: usize| -> String {
        let ids: Vec<CompanyId> = relation.in_role(role).collect();
        words.companies(&ids, 3)
    };
    if !projection.is_symmetric() {
        return format!("{} → {}", names(projection.from), names(projection.to));
    }
    let group = |number: u8| -> Vec<CompanyId> {
        relation
            .parties
            .iter()
            .filter(|p| p.group == number)
            .map(|p| p.company)
            .collect()
    };
    let groups: BTreeSet<u8> = relation.parties.iter().map(|party| party.group).collect();
    if groups.len() < 2 {
        return names(projection.from).replace(", ", " – ");
    }
    groups
        .iter()
        .map(|number| words.companies(&group(*number), 3))
        .collect::<Vec<_>>()
        .join(" – ")
}

/// A heading and its lanes; returns where the next may begin.
fn section(scene: &mut Scene, words: &Words<'_>, axis: &Axis, heading: Phrase, lanes: &[&Lane], top: f64) -> f64 {
    let tone = lanes[0].tone();
    let name = heading.get(words.lang);
    let at = Point::new(PAD, top + PAD + HEADING.ascent());
    scene
        .labels
        .push(Label::new(at, HEADING, tone, format!("{name}  ({})", lanes.len())));
    let mut y = top + SECTION;
    for lane in lanes {
        y = draw(scene, words, axis, lane, y);
    }
    scene.panels.push(Panel {
        rect: Rect::new(0.0, top, axis.right() + PAD, y + 4.0 - top),
        tone,
        outline: false,
        about: About::default(),
    });
    y + 4.0
}

/// One lane; returns where the next begins.
fn draw(scene: &mut Scene, words: &Words<'_>, axis: &Axis, lane: &Lane, y: f64) -> f64 {
    let relation = &words.model()[lane.relation];
    let tone = lane.tone();
    let mut name = match lane.side {
        Side::Competition => words.tie(lane.side, &[lane.relation]),
        _ => relation.kind().label.get(words.lang).to_owned(),
    };
    let amounts = words.amounts(lane.relation);
    if let Some(amount) = amounts.first() {
        name = format!("{name}, {amount}");
    }
    let detail = detail(words, lane);
    let mut text_y = y + 2.0;
    for (font, tone, text, most) in [(NAME, Tone::Plain, &name, 2), (DETAIL, Tone::Faint, &detail, 2)] {
        for line in font.wrap_at_most(text, NAMES - 2.0 * PAD, most) {
            let at = Point::new(PAD, text_y + font.ascent());
            scene.labels.push(Label::new(at, font, tone, line));
            text_y += font.leading();
        }
    }
    let height = (text_y + 5.0 - y).max(LANE);
    let about = words.about(&lane.who, lane.side, &[lane.relation]);
    if let Some(span) = words.view.graph.span(lane.relation) {
        let middle = y + height / 2.0;
        if words.view.graph.relation(lane.relation).lasts() == Lasts::Point {
            let (from, to) = span.interval.start();
            scene.marks.push(Mark {
                at: Point::new(axis.x(from).midpoint(axis.x(to.next())), middle),
                radius: 7.0,
                shape: Shape::Diamond,
                tone,
                ink: if from.days_until(to) > 31 {
                    Ink::Outlined
                } else {
                    Ink::Filled
                },
                about: about.clone(),
            });
        } else {
            scene.bars.extend(bars(axis, span, tone, &about, middle));
        }
    }
    moments(scene, words, lane, &name);
    y + height
}

/// "Microsoft → OpenAI · Azure": the parties and what tells this relation from others of its kind.
fn detail(words: &Words<'_>, lane: &Lane) -> String {
    let relation = &words.model()[lane.relation];
    let lang = words.lang;
    let mode = relation.label(FieldName::MODE).map(|label| label.get(lang).to_owned());
    let products = product_names(words.view.graph, relation, lang.code());
    let texts = [FieldName::NAME, FieldName::TECHNOLOGY, FieldName::PURPOSE]
        .into_iter()
        .filter_map(|field| relation.text(field))
        .map(|text| text.get(lang.code()).to_owned());
    let what: Vec<String> = mode
        .into_iter()
        .chain(products)
        .chain(texts)
        .take(2)
        .map(|text| one_line(&text).into_owned())
        .collect();
    [lane.who.clone()]
        .into_iter()
        .chain(what)
        .collect::<Vec<_>>()
        .join(" · ")
}

/// What the lane tells in words: its start, and its end where it has one.
fn moments(scene: &mut Scene, words: &Words<'_>, lane: &Lane, name: &str) {
    let begins = format!("{}: {name}", lane.who);
    let (date, end) = (words.since(lane.relation), words.until(lane.relation));
    if let Some((_, date)) = date {
        scene.moments.push(Moment { date, text: begins });
    }
    let label = words.model()[lane.relation].kind().label.get(words.lang);
    if let Some(date) = end.filter(|end| end.starts_with(|ch: char| ch.is_ascii_digit())) {
        let ends = answers::BECAUSE_ENDS.fill(words.lang, &[("what", &label)]);
        scene.moments.push(Moment {
            date,
            text: format!("{}: {ends}", lane.who),
        });
    }
}
