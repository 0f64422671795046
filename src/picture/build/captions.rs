//! What stands around the bands of a waterfall: the tranches above, the axis of shares, the legend.

use super::plan::{LEAST, Plan};
use crate::lang::{pictures, waterfall as say};
use crate::picture::fonts::Font;
use crate::picture::geometry::Point;
use crate::picture::scene::{Anchor, Entry, Fill, Label, Rule, Sample, Scene, Tone};
use crate::query::waterfall::{Payee, Piece};

const TRANCHE: Font = Font::bold(12.0);
const AXIS: Font = Font::plain(11.0);

/// Numbers and names of tranches over their bands, each with a line as long as it runs.
pub(super) fn headings(scene: &mut Scene, plan: &Plan<'_>, spans: &[(usize, f64, f64)]) {
    let mut rows: Vec<f64> = Vec::new();
    for (tranche, left, right) in spans {
        let (left, right) = (*left, right.max(left + LEAST));
        let number = (tranche + 1).to_string();
        let open = plan
            .course
            .pieces
            .iter()
            .any(|piece| matches!(piece, Piece::Open { tranche: at, .. } if at == tranche));
        let assumed = plan.course.assumed.iter().any(|(at, _, _)| at == tranche);
        let mut name = format!("{number}  {}", plan.tranche(*tranche));
        if assumed {
            name = say::ASSUMED_END.fill(plan.words.lang, &[("end", &name)]);
        }
        let room = right - left - 8.0;
        let lines = TRANCHE.wrap(&name, room.max(1.0));
        let fits = name.split(' ').all(|word| TRANCHE.width(word) <= room) && lines.len() <= 3;
        let lines = if fits { lines } else { vec![number] };
        let middle = left.midpoint(right);
        let half = lines.iter().map(|line| TRANCHE.width(line)).fold(0.0, f64::max) / 2.0;
        let row = rows
            .iter()
            .position(|end| end + 4.0 <= middle - half)
            .unwrap_or(rows.len());
        match rows.get_mut(row) {
            Some(end) => *end = middle + half,
            None => rows.push(middle + half),
        }
        let lift = if open { 18.0 } else { 0.0 } + row as f64 * TRANCHE.leading();
        for (nth, line) in lines.iter().rev().enumerate() {
            let y = -12.0 - lift - TRANCHE.leading() * nth as f64;
            let label = Label::new(Point::new(middle, y), TRANCHE, Tone::Plain, line.clone());
            scene.labels.push(label.anchored(Anchor::Middle));
        }
        if !open {
            scene.rules.push(Rule {
                from: Point::new(left + 1.0, -6.0),
                to: Point::new(right - 1.0, -6.0),
                strong: true,
            });
        }
    }
}

/// The axis of shares at the left.
pub(super) fn shares(scene: &mut Scene, plan: &Plan<'_>, height: f64) {
    for quarter in 0..=4_u32 {
        let y = height - height * f64::from(quarter) / 4.0;
        let at = Point::new(-10.0, y + AXIS.size * 0.36);
        let label = Label::new(at, AXIS, Tone::Faint, format!("{}%", quarter * 25));
        scene.labels.push(label.anchored(Anchor::End));
        scene.rules.push(Rule {
            from: Point::new(-5.0, y),
            to: Point::new(0.0, y),
            strong: false,
        });
    }
    let unit = say::UNIT.fill(plan.words.lang, &[("currency", &plan.course.question.currency)]);
    let text = pictures::WATERFALL_SHARE.fill(plan.words.lang, &[("unit", &unit)]);
    let lines = AXIS.wrap(&text, 72.0);
    for (row, line) in lines.iter().enumerate() {
        let y = height / 8.0 * 3.0 + AXIS.leading() * (row as f64 - lines.len() as f64 / 2.0) + AXIS.size * 0.8;
        let label = Label::new(Point::new(-48.0, y), AXIS, Tone::Faint, line.clone());
        scene.labels.push(label.anchored(Anchor::End));
    }
}

/// Who has which tone, and what pale bands mean.
pub(super) fn legend(scene: &mut Scene, plan: &Plan<'_>) {
    let lang = plan.words.lang;
    let mut entry = |tone: Tone, fill: Fill, text: String| {
        scene.legend.push(Entry {
            sample: Sample::Bar(tone, fill),
            text,
        });
    };
    for payee in plan.payees() {
        match payee {
            Payee::Holder(_) => entry(plan.tone(*payee), Fill::Firm, plan.name(*payee)),
            Payee::Unstated => entry(
                Tone::Neutral,
                Fill::Doubtful,
                pictures::SHARE_UNSTATED.get(lang).to_owned(),
            ),
        }
    }
    let first = Tone::Holder(0);
    let pieces = &plan.course.pieces;
    if pieces.iter().any(|piece| matches!(piece, Piece::Open { .. })) {
        entry(first, Fill::Doubtful, pictures::OPEN_SHARE.get(lang).to_owned());
    }
    if !plan.course.assumed.is_empty() {
        entry(first, Fill::Doubtful, pictures::ASSUMED_SHARE.get(lang).to_owned());
    }
    if let Some(Piece::Unknown { not_yet, .. }) = pieces.last() {
        let phrase = if *not_yet {
            pictures::NOT_YET_KNOWN
        } else {
            pictures::NOBODY_KNOWS
        };
        entry(Tone::Faint, Fill::Presumed, phrase.get(lang).to_owned());
    }
}
