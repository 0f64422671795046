use super::{By, LEAST_PARTNERS, Place, Ranking};
use crate::judge::View;
use crate::lang::{Lang, Phrase, network};
use crate::report::{Cell, Column, Row, Table};
use crate::tell::figures;
use crate::tell::heads::head as title;
use crate::tell::network::cell;
use crate::tell::words::Words;
use crate::vocab::Side;

const PLACE: Column = Column::new("place", Phrase::new("Place", "Hạng")).right();
const COMPANY: Column = Column::new("company", Phrase::new("Company", "Công ty")).named("company_name");
const SCORE: Column = Column::new("score", Phrase::new("Score", "Điểm")).right();
const PARTNERS: Column = Column::new("partners", Phrase::new("Partners", "Đối tác")).right();
const RIVALS: Column = Column::new("rivals", Phrase::new("Rivals", "Đối thủ")).right();
const BOTH: Column = Column::new("both", Phrase::new("Both", "Cả hai")).right();

/// The ranking as a list; `top` keeps its first places.
#[must_use]
pub fn table(view: &View<'_>, found: &Ranking, top: usize, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let shown = shown(found, top);
    let rows = shown.iter().map(|place| row(found.by, place, words)).collect();
    let side = match found.side {
        Some(Side::Competition) => network::OF_COMPETITION,
        Some(_) => network::OF_COOPERATION,
        None => network::OF_BOTH,
    };
    let line = title(view, words, heading(found.by).get(lang))
        .then(side.get(lang))
        .then(network::RANKED.fill(lang, &[("n", &found.places.len()), ("pairs", &found.pairs)]));
    let columns = vec![PLACE, COMPANY, SCORE, PARTNERS, RIVALS, BOTH];
    let mut table = Table::list(line, columns, rows);
    table.notes = notes(found, shown.len(), words);
    table
}

/// The first `top` places, with all that share the last of them; 0 is all.
pub(super) fn shown(found: &Ranking, top: usize) -> &[Place] {
    let last = match top {
        0 => None,
        top => found.places.get(top - 1),
    };
    let n = last.map_or(found.places.len(), |last| {
        found.places.iter().filter(|place| place.place <= last.place).count()
    });
    &found.places[..n]
}

const fn heading(by: By) -> Phrase {
    match by {
        By::Degree => network::BY_DEGREE,
        By::Pagerank => network::BY_PAGERANK,
        By::Betweenness => network::BY_BETWEENNESS,
        By::Constraint => network::BY_CONSTRAINT,
        By::Coopetition => network::BY_COOPETITION,
    }
}

fn row(by: By, place: &Place, words: Words<'_>) -> Row {
    let score = match by {
        By::Degree => Cell::Count(place.score as u64),
        By::Coopetition => percent(100.0 * place.score, words.lang),
        By::Pagerank | By::Betweenness | By::Constraint => number(format!("{:.4}", place.score), words.lang),
    };
    Row::new(vec![
        Cell::Count(place.place as u64),
        cell(words, place.company),
        score,
        Cell::Count(place.partners as u64),
        Cell::Count(place.rivals as u64),
        Cell::Count(place.both as u64),
    ])
}

fn number(raw: String, lang: Lang) -> Cell {
    Cell::number(figures::number(lang, &raw), raw)
}

/// A share in percent, which a column for numbers tells without the sign.
fn percent(share: f64, lang: Lang) -> Cell {
    let raw = format!("{share:.1}");
    Cell::number(format!("{}%", figures::number(lang, &raw)), raw)
}

fn notes(found: &Ranking, shown: usize, words: Words<'_>) -> Vec<String> {
    let lang = words.lang;
    if found.places.is_empty() {
        return vec![network::NOBODY_RANKED.get(lang).to_owned()];
    }
    let meaning = match found.by {
        By::Degree => network::DEGREE_MEANS,
        By::Pagerank => network::PAGERANK_MEANS,
        By::Betweenness => network::BETWEENNESS_MEANS,
        By::Constraint => network::CONSTRAINT_MEANS,
        By::Coopetition => network::COOPETITION_MEANS,
    };
    let mut notes = vec![meaning.get(lang).to_owned()];
    if let Some(from) = found.estimated {
        notes.push(network::ESTIMATED.fill(lang, &[("n", &from)]));
    }
    if found.too_few > 0 {
        let values: [(&str, &dyn std::fmt::Display); 2] = [("n", &found.too_few), ("least", &LEAST_PARTNERS)];
        notes.push(network::TOO_FEW.fill(lang, &values));
    }
    if found.doubtful > 0 {
        notes.push(network::DOUBTFUL_PAIRS.fill(lang, &[("n", &found.doubtful), ("pairs", &found.pairs)]));
    }
    let hidden = found.places.len() - shown;
    if hidden > 0 {
        notes.push(network::MORE_PLACES.fill(lang, &[("n", &hidden)]));
    }
    notes.push(network::MEASURES_RECORD.get(lang).to_owned());
    notes
}
