//! Events as numbered marks under the lanes, and what they are in a list below.

use std::collections::BTreeSet;

use super::timeline::{Axis, PAD, row_name};
use crate::judge::View;
use crate::lang::pictures;
use crate::model::{CompanyId, EventId};
use crate::picture::Subject;
use crate::picture::fonts::Font;
use crate::picture::geometry::Point;
use crate::picture::scene::{About, Anchor, Ink, Label, Mark, Moment, Scene, Shape, Tone};
use crate::picture::words::Words;
use crate::values::clean::one_line;

const NUMBER: Font = Font::bold(10.0);
const LIST: Font = Font::plain(11.5);
/// The width of a column of the list.
const COLUMN: f64 = 520.0;
/// Half the width of a mark.
const RADIUS: f64 = 8.0;
/// The height of a row of marks: those too near to each other stand below each other.
const ROW: f64 = 19.0;

/// The events that belong to a picture: those of the case, or those about the companies.
pub(super) fn of(view: &View<'_>, subject: &Subject) -> Vec<EventId> {
    let (model, scope) = (view.model(), view.scope);
    let concerns = |about: &[CompanyId]| {
        subject.companies.is_empty() || about.iter().any(|company| subject.companies.contains(company))
    };
    let found = model
        .events
        .iter()
        .enumerate()
        .filter(|(_, event)| scope.case.is_none_or(|case| event.case == case) && concerns(&event.about))
        .map(|(at, _)| EventId::from(at));
    within(view, found.collect())
}

/// Some events in the order of their dates, without those that better records refute, are not known yet, or lie outside
/// the asked time.
pub(super) fn within(view: &View<'_>, mut events: Vec<EventId>) -> Vec<EventId> {
    let (model, asked) = (view.model(), view.scope.asked);
    events.retain(|id| {
        let event = &model[*id];
        event.refuted_by.is_empty()
            && event.date.first() <= asked.last_day()
            && super::timeline::from(asked) <= event.date.last()
            && view.graph.cited(&event.sources).is_told(Some(event.date))
    });
    events.sort_by_key(|id| (model[*id].date, *id));
    events
}

/// The lane of marks; returns where the next part may begin.
pub(super) fn lane(scene: &mut Scene, words: &Words<'_>, axis: &Axis, events: &[EventId], top: f64) -> f64 {
    if events.is_empty() {
        return top;
    }
    row_name(scene, pictures::EVENTS, words.lang, top + PAD + RADIUS);
    let mut rows: Vec<f64> = Vec::new();
    for (number, id) in events.iter().enumerate() {
        let event = &words.model()[*id];
        let x = axis.x(event.date.first()).midpoint(axis.x(event.date.last()));
        let row = rows
            .iter()
            .position(|last| last + 2.0 * RADIUS + 3.0 <= x)
            .unwrap_or(rows.len());
        match rows.get_mut(row) {
            Some(last) => *last = x,
            None => rows.push(x),
        }
        let at = Point::new(x, top + PAD + RADIUS + ROW * row as f64);
        let title = one_line(event.title.get(words.lang.code())).into_owned();
        let sources = words.view.graph.cited(&event.sources).sources();
        scene.marks.push(Mark {
            at,
            radius: RADIUS,
            shape: Shape::Disc,
            tone: Tone::Faint,
            ink: Ink::Outlined,
            about: About {
                ids: vec![event.id.to_string()],
                begins: Some(event.date.to_string()),
                link: words.link(&sources),
                text: format!("{}: {title}", event.date),
                ..About::default()
            },
        });
        let baseline = at.plus(0.0, NUMBER.size * 0.36);
        let label = Label::new(baseline, NUMBER, Tone::Plain, (number + 1).to_string());
        scene.labels.push(label.anchored(Anchor::Middle));
        scene.moments.push(Moment {
            date: event.date.to_string(),
            text: title,
        });
    }
    top + 2.0 * PAD + 2.0 * RADIUS + ROW * (rows.len() - 1) as f64
}

/// The list of what the numbers are, in two columns.
pub(super) fn list(scene: &mut Scene, words: &Words<'_>, events: &[EventId], top: f64) {
    let half = events.len().div_ceil(2);
    let seen: BTreeSet<usize> = [0, half].into();
    let mut y = top;
    let mut column = 0.0;
    for (number, id) in events.iter().enumerate() {
        if number > 0 && seen.contains(&number) {
            column += COLUMN + 20.0;
            y = top;
        }
        let event = &words.model()[*id];
        let text = format!("{}  {}", event.date, one_line(event.title.get(words.lang.code())));
        let number = Label::new(
            Point::new(PAD + column + 20.0, y + LIST.ascent()),
            LIST,
            Tone::Faint,
            (number + 1).to_string(),
        );
        scene.labels.push(number.anchored(Anchor::End));
        for line in LIST.wrap_at_most(&text, COLUMN - 30.0, 3) {
            let at = Point::new(PAD + column + 28.0, y + LIST.ascent());
            scene.labels.push(Label::new(at, LIST, Tone::Plain, line));
            y += LIST.leading();
        }
        y += 2.0;
    }
}
