//! The rows of each list, in the order of its columns.

use super::{CaseItem, CompanyItem, Counts, DealItem, MarketItem, RelationItem, SourceItem};
use crate::derived::Standing;
use crate::graph::Presence;
use crate::judge::View;
use crate::lang::{Lang, lists};
use crate::model::{CompanyId, Model, Period};
use crate::report::{Cell, Mark, Row};
use crate::tell::money::plain;
use crate::tell::record::{main_side, published, standing_name};
use crate::tell::sentence::sentence;
use crate::tell::terms::holds;
use crate::tell::words::Words;
use crate::values::Text;
use crate::vocab::{Side, Status};

/// Makes rows in one language.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) words: Words<'a>,
    pub(super) lang: Lang,
}

impl<'a> Rows<'a> {
    const fn model(&self) -> &'a Model {
        self.view.model()
    }

    fn text(&self, text: &Text) -> Cell {
        Cell::text(text.get(self.lang.code()))
    }

    fn companies(&self, ids: &[CompanyId]) -> Cell {
        let cell = |id: &CompanyId| Cell::company(&self.model()[*id].id, self.words.company(*id));
        Cell::List(ids.iter().map(cell).collect())
    }

    pub(super) fn company(&self, item: &CompanyItem) -> Row {
        let company = &self.model()[item.company];
        let parents = item.part_of.iter().map(|(id, presence)| {
            let name = format!("{}{}", self.words.company(*id), Words::mark(*presence));
            Cell::company(&self.model()[*id].id, name)
        });
        let [recorded, surely, presumed, maybe] = counts(item.relations);
        Row::new(vec![
            Cell::text(&company.id),
            Cell::text(company.label()),
            Cell::text(company.kind.name()),
            Cell::text(company.kind.label().get(self.lang)),
            Cell::text(company.country.as_deref().unwrap_or_default()),
            recorded,
            surely,
            presumed,
            maybe,
            Cell::List(parents.collect()),
        ])
    }

    pub(super) fn case(&self, item: &CaseItem) -> Row {
        let case = &self.model()[item.case];
        let date = |date: Option<crate::values::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let to = if item.open { String::new() } else { date(item.to) };
        let period = match (item.from, item.open) {
            (None, _) => String::new(),
            (Some(from), false) if item.to == Some(from) => from.to_string(),
            (Some(from), _) => format!("{from} – {to}").trim_end().to_owned(),
        };
        let [recorded, surely, presumed, maybe] = counts(item.relations);
        Row::new(vec![
            Cell::text(&case.id),
            self.text(&case.title),
            self.companies(&case.about),
            recorded,
            surely,
            presumed,
            maybe,
            Cell::period(period, item.from, item.to.filter(|_| !item.open)),
        ])
    }

    pub(super) fn market(&self, item: &MarketItem) -> Row {
        let market = &self.model()[item.market];
        let name = market.name.get(self.lang.code());
        // people see the tree, programs the id of the broader market
        let branch = format!("{}{name}", "\u{a0}\u{a0}".repeat(item.depth));
        let broader = market.broader.map(|id| self.model()[id].id.as_str());
        Row::new(vec![
            Cell::text(&market.id),
            Cell::text(branch),
            Cell::text(name),
            Cell::text(broader.unwrap_or_default()),
            count(item.companies.len()),
            self.companies(&item.companies),
        ])
    }

    pub(super) fn source(&self, item: &SourceItem) -> Row {
        let source = &self.model()[item.source];
        Row::new(vec![
            Cell::text(&source.id),
            Cell::text(source.publisher.as_deref().unwrap_or_default()),
            Cell::text(&source.title),
            Cell::text(source.kind.name()),
            Cell::text(source.kind.label().get(self.lang)),
            Cell::told_date(published(source), published(source).parse().ok()),
            count(item.records),
            source.url.as_deref().map_or(Cell::Empty, |url| Cell::link("", url)),
        ])
    }

    pub(super) fn relation(&self, item: &RelationItem) -> Row {
        let id = item.chosen.relation;
        let relation = &self.model()[id];
        let grade = item.confidence;
        // "completed" is what a reader takes for granted
        let mut status: Vec<&str> = Vec::new();
        if relation.status != Status::Completed {
            status.push(relation.status.label().get(self.lang));
        }
        if item.chosen.standing != Standing::Counts {
            let why = self.words.standing(id, item.chosen.standing);
            if !status.contains(&why) {
                status.push(why);
            }
            status.push(lists::DOES_NOT_COUNT.get(self.lang));
        }
        let amounts = self.view.graph.relation(id).amounts();
        let amounts = amounts.map(|(_, amount)| plain(amount.is, amount.period == Period::PerYear, amount.money));
        Row::new(vec![
            Cell::text(&relation.id),
            Cell::text(relation.kind().name),
            Cell::text(relation.kind().label.get(self.lang)),
            Cell::text(sentence(self.words, relation)),
            Cell::texts(amounts),
            self.words.period_cell(&[&[id]], Words::mark(item.chosen.presence)),
            Cell::text(holds(item.chosen.presence)),
            Cell::text(relation.status.name()),
            Cell::text(standing_name(item.chosen.standing)),
            Cell::text(status.join(", ")),
            Cell::text(grade.map_or("", crate::vocab::Confidence::name)),
            Cell::text(grade.map_or("", |grade| grade.label().get(self.lang))),
            count(item.sources.len()),
        ])
        .mark(match main_side(relation) {
            Side::Cooperation => Mark::Plus,
            Side::Competition => Mark::Minus,
            Side::Conflict => Mark::Conflict,
            Side::Neutral => Mark::Neutral,
        })
    }

    pub(super) fn deal(&self, item: &DealItem) -> Row {
        let deal = &self.model()[item.deal];
        let dates = self.words.graph.known().deal(self.model(), deal);
        let date = |date: Option<crate::values::PartialDate>| date.map_or(Cell::Empty, Cell::date);
        let [recorded, surely, presumed, maybe] = counts(item.relations);
        Row::new(vec![
            Cell::text(&deal.id),
            self.text(&deal.title),
            self.companies(&deal.parties),
            date(dates.from),
            date(dates.to),
            deal.amount
                .as_ref()
                .map_or(Cell::Empty, |money| Cell::money(self.words.money(*money), *money)),
            recorded,
            surely,
            presumed,
            maybe,
        ])
    }

    /// Whether some row bears a mark that needs explaining.
    pub(super) fn is_doubtful(presence: Presence) -> bool {
        presence.is_marked()
    }
}

fn count(n: usize) -> Cell {
    Cell::Count(n as u64)
}

fn counts(counts: Counts) -> [Cell; 4] {
    let Counts { recorded, holding } = counts;
    [recorded, holding.surely, holding.presumed, holding.maybe].map(count)
}
