use super::rows::Rows;
use super::{Listing, Of};
use crate::judge::View;
use crate::lang::{Lang, Phrase, lists};
use crate::report::{Column, Holding, Row, Table};
use crate::tell::heads::head;
use crate::tell::words::Words;

const ID: Column = Column::new("id", Phrase::new("Id", "Mã"));
const NAME: Column = Column::new("name", Phrase::new("Name", "Tên")).flexible();
const TITLE: Column = Column::new("title", Phrase::new("Title", "Tiêu đề")).flexible();
const KIND: Column = Column::new("kind", Phrase::new("Kind", "Loại")).data_only();
const KIND_LABEL: Column = Column::new("kind_label", Phrase::new("Kind", "Loại")).text_only();
const COUNTRY: Column = Column::new("country", Phrase::new("Country", "Quốc gia"));
const RECORDED: Column = Column::new("relations", Phrase::new("Relations", "Quan hệ")).right();
const HOLDING: Column = Column::new("holding", Phrase::new("Holding", "Hiệu lực")).right();
const PRESUMED: Column = Column::new("presumed", Phrase::new("?", "?")).right();
const MAYBE: Column = Column::new("maybe", Phrase::new("~", "~")).right();
const PART_OF: Column = Column::new("part_of", Phrase::new("Part of", "Thuộc")).named("part_of_name");
const COMPANIES: Column = Column::new("companies", Phrase::new("Companies", "Công ty"))
    .named("company_names")
    .flexible();
const PARTIES: Column = Column::new("parties", Phrase::new("Parties", "Các bên"))
    .named("party_names")
    .flexible();
const PERIOD: Column = Column::new("period", Phrase::new("Period", "Thời gian")).holding(Holding::Period);
const BRANCH: Column = Column::new("branch", Phrase::new("Market", "Thị trường")).text_only();
const MARKET_NAME: Column = Column::new("name", Phrase::new("Market", "Thị trường")).data_only();
const BROADER: Column = Column::new("broader", Phrase::new("Broader", "Thị trường rộng hơn")).data_only();
const RIVALS: Column = Column::new("rivals", Phrase::new("Rivals", "Đối thủ")).right();
const PUBLISHER: Column = Column::new("publisher", Phrase::new("Publisher", "Nơi công bố")).flexible();
const PUBLISHED: Column = Column::new("published", Phrase::new("Published", "Công bố"));
const CITED_BY: Column = Column::new("cited_by", Phrase::new("Cited by", "Số lần dẫn")).right();
const URL: Column = Column::new("url", Phrase::new("Link", "Liên kết"));
const SAYS: Column = Column::new("says", Phrase::new("Relation", "Quan hệ")).flexible();
const HOLDS: Column = Column::new("holds", Phrase::new("Holds", "Hiệu lực")).data_only();
const STATUS: Column = Column::new("status", Phrase::new("Status", "Tình trạng")).data_only();
const STANDING: Column = Column::new("standing", Phrase::new("Standing", "Cách tính")).data_only();
const STATUS_LABEL: Column = Column::new("status_label", Phrase::new("Status", "Tình trạng"))
    .text_only()
    .flexible();
const GRADE: Column = Column::new("confidence", Phrase::new("Support", "Căn cứ")).data_only();
const GRADE_LABEL: Column = Column::new("confidence_label", Phrase::new("Support", "Căn cứ")).text_only();
const SOURCES: Column = Column::new("sources", Phrase::new("Sources", "Nguồn")).right();
const SIGNED: Column = Column::new("signed", Phrase::new("Signed", "Ký ngày"));
const UNTIL: Column = Column::new("until", Phrase::new("Until", "Đến"));
const AMOUNTS: Column = Column::new("amounts", Phrase::new("Amounts", "Số tiền")).data_only();
const AMOUNT: Column = Column::new("amount", Phrase::new("Amount", "Số tiền")).holding(Holding::Money);

/// The list as a table, one row an item.
#[must_use]
pub fn table(view: &View<'_>, listing: &Listing, lang: Lang) -> Table {
    let words = Words {
        graph: view.graph,
        lang,
        last: view.scope.asked.last_day(),
    };
    let rows = Rows { view, words, lang };
    let (columns, rows): (Vec<Column>, Vec<Row>) = match listing {
        Listing::Companies(items) => (
            vec![
                ID, NAME, KIND, KIND_LABEL, COUNTRY, RECORDED, HOLDING, PRESUMED, MAYBE, PART_OF,
            ],
            items.iter().map(|item| rows.company(item)).collect(),
        ),
        Listing::Cases(items) => (
            vec![ID, TITLE, COMPANIES, RECORDED, HOLDING, PRESUMED, MAYBE, PERIOD],
            items.iter().map(|item| rows.case(item)).collect(),
        ),
        Listing::Markets(items) => (
            vec![ID, BRANCH, MARKET_NAME, BROADER, RIVALS, COMPANIES],
            items.iter().map(|item| rows.market(item)).collect(),
        ),
        Listing::Sources(items) => (
            vec![
                ID,
                PUBLISHER,
                TITLE,
                KIND,
                KIND_LABEL.data_only(),
                PUBLISHED,
                CITED_BY,
                URL.data_only(),
            ],
            items.iter().map(|item| rows.source(item)).collect(),
        ),
        Listing::Relations(items) | Listing::Due(items) => (
            vec![
                ID,
                KIND,
                // the sentence says it already
                KIND_LABEL.data_only(),
                SAYS,
                AMOUNTS,
                PERIOD,
                HOLDS,
                STATUS,
                STANDING,
                STATUS_LABEL,
                GRADE,
                GRADE_LABEL,
                SOURCES,
            ],
            items.iter().map(|item| rows.relation(item)).collect(),
        ),
        Listing::Deals(items) => (
            vec![
                ID,
                TITLE,
                PARTIES.data_only(),
                SIGNED,
                UNTIL,
                AMOUNT,
                RECORDED,
                HOLDING,
                PRESUMED,
                MAYBE,
            ],
            items.iter().map(|item| rows.deal(item)).collect(),
        ),
    };
    let line = head(view, words, heading(listing.of()).get(lang));
    let line = line.right(lists::ITEMS.fill(lang, &[("n", &listing.len())]));
    let mut table = Table::list(line, columns, rows);
    table.notes = notes(listing, words);
    table
}

const fn heading(of: Of) -> Phrase {
    match of {
        Of::Companies => lists::COMPANIES,
        Of::Cases => lists::CASES,
        Of::Markets => lists::MARKETS,
        Of::Sources => lists::SOURCES,
        Of::Relations => lists::RELATIONS,
        Of::Deals => lists::DEALS,
        Of::Due => lists::DUE,
    }
}

fn notes(listing: &Listing, words: Words<'_>) -> Vec<String> {
    let lang = words.lang;
    if listing.is_empty() {
        return vec![lists::NOTHING_LISTED.get(lang).to_owned()];
    }
    let doubtful = match listing {
        Listing::Relations(items) | Listing::Due(items) => {
            items.iter().any(|item| Rows::is_doubtful(item.chosen.presence))
        }
        Listing::Companies(items) => items
            .iter()
            .any(|item| item.part_of.iter().any(|(_, presence)| Rows::is_doubtful(*presence))),
        _ => false,
    };
    let mut notes = Vec::new();
    if matches!(listing, Listing::Companies(_) | Listing::Cases(_) | Listing::Deals(_)) {
        notes.push(lists::HOLDING_MEANS.get(lang).to_owned());
    }
    if doubtful {
        notes.push(words.legend());
    }
    notes
}
