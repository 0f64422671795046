//! Fields that no answer uses yet: they are read, held by the model, kept by a snapshot and put in order by `fmt`.

use super::*;
use crate::authoring::format;
use crate::derived::snapshot;
use crate::model::{Asserter, Model, Synonym, Whose};
use crate::text::Files;
use crate::vocab::{AmountIs, FieldName, Reading, SuccessionAs};

/// Every such field, out of the house order.
const EVERYTHING: &str = "\
case: {id: c, title: Trường mới, about: [a, b]}
companies:
  - {id: a, name: A, ids: {ticker: ['LSE:A', 'NYSE:A'], lei: INR2EJN1ERAN0W5ZP974}}
  - {id: b, name: B, products: [{id: p, name: P, market: m, territories: [VN, TH], until: 2014-04-25}]}
  - {id: d, name: D}
markets:
  - {synonyms: {vi: [bóng đèn, đèn điện], en: lights}, name: {vi: Đèn, en: Lamps}, id: m}
successions:
  - {id: above, from: a, to: d, as: holding, since: 2015-10-02, sources: [s]}
sources:
  - {id: s, title: T, kind: news, published: 2014-05, read_on: 2026-11, read_by: Mai, read: excerpt}
acquisitions:
  - {id: bought, results_in: stake, shares: {a: 40%, b: about 60%}, acquirers: [a, b], target: d, since: 2014, sources: [s]}
stakes:
  - {id: stake, owner: a, company: d, since: 2014, sources: [s]}
guarantees:
  - id: backstop
    debtor: d
    creditor: b
    guarantor: a
    sources_of: {amount: [{source: s, locator: tr. 3}], status: [s], until: [s]}
    covers: tiền thuê
    amount_is: guarantee
    amount: USD 1bn
    status: terminated
    since: 2014
    until: 2016
    sources: [s]
investments:
  - id: round
    investors: [a, b]
    company: d
    since: 2014
    amounts:
      - {amount: USD 1bn, is: paid, sources: [s], together: false}
      - {amount: USD 3bn, is: committed}
    sources: [s]
competitive_overlaps:
  - id: lamps
    parties: [a, b]
    named: {source: s, on: 2014-05, by: press}
    territories: [VN]
    market: m
    since: 2010
    sources: [s]
";

fn read(text: &str) -> Lowered {
    let mut files = Files::new();
    files.add("a.yaml", text);
    lower(&files)
}

fn relation<'a>(model: &'a Model, id: &str) -> &'a crate::model::Relation {
    model.relations.iter().find(|relation| relation.id == id).unwrap()
}

#[test]
fn the_model_holds_them() {
    let lowered = read(EVERYTHING);
    assert_eq!(lowered.diagnostics, []);
    let model = &lowered.model;
    let ids = &model.companies[0].ids;
    assert_eq!((ids.ticker.len(), ids.lei.len()), (2, 1));
    assert_eq!(model.products[0].territories, ["VN", "TH"]);
    let synonym = |language: &str, name: &str| Synonym {
        language: language.into(),
        name: name.into(),
    };
    let names = [
        synonym("en", "lights"),
        synonym("vi", "bóng đèn"),
        synonym("vi", "đèn điện"),
    ];
    assert_eq!(model.markets[0].synonyms, names);
    assert_eq!(model.successions[0].how, SuccessionAs::Holding);
    let source = &model.sources[0];
    assert_eq!(
        (source.read, source.read_by.as_deref()),
        (Some(Reading::Excerpt), Some("Mai"))
    );
    assert_eq!(source.read_on.unwrap().to_string(), "2026-11");
    let backstop = relation(model, "c/backstop");
    let roles: Vec<_> = backstop
        .parties
        .iter()
        .map(|party| (party.role, party.company.0))
        .collect();
    assert_eq!(roles, [(0, 0), (1, 1), (2, 2)]);
    assert_eq!(
        (backstop.sources_of.until.len(), backstop.sources_of.status.len()),
        (1, 1)
    );
    let amount = &backstop.amounts[0];
    assert_eq!(
        (amount.is, amount.sources[0].locator.as_deref()),
        (AmountIs::Guarantee, Some("tr. 3"))
    );
    let amounts = &relation(model, "c/round").amounts;
    assert_eq!((amounts[0].whose, amounts[0].sources.len()), (Some(Whose::Each), 1));
    assert_eq!((amounts[1].whose, amounts[1].sources.len()), (None, 0));
    let bought = relation(model, "c/bought");
    assert!(bought.own(FieldName::SHARES).is_some() && bought.own.len() > 1);
    let lamps = relation(model, "c/lamps");
    assert_eq!(lamps.territories(), ["VN"]);
    let named = lamps.named().unwrap();
    assert_eq!(
        (named.by, named.on.unwrap().to_string().as_str()),
        (Asserter::Press, "2014-05")
    );
}

#[test]
fn a_snapshot_keeps_them() {
    let model = read(EVERYTHING).model;
    let bytes = snapshot::write(&model).unwrap().into();
    assert_eq!(snapshot::read(&bytes).unwrap().model, model);
}

#[test]
fn records_taken_from_the_model_keep_them() {
    let model = read(EVERYTHING).model;
    let again = link(&unlink(&model, 0, Span::at(crate::text::FileId(0), 0)));
    assert_eq!((again.model, again.diagnostics), (model, Vec::new()));
}

#[test]
fn the_house_order_keeps_them() {
    let written = format(EVERYTHING).unwrap();
    // the order of the relations of a file is that of its sections
    let as_asked = |lowered: Lowered| {
        let mut model = lowered.model;
        let mut relations: Vec<_> = model.relations.iter().cloned().collect();
        relations.sort_by(|a, b| a.id.cmp(&b.id));
        (
            std::mem::take(&mut model.companies),
            model.markets,
            model.sources,
            relations.len(),
            lowered.diagnostics,
        )
    };
    assert_eq!(as_asked(read(&written)), as_asked(read(EVERYTHING)));
    assert_eq!(format(&written).unwrap(), written);
    for line in [
        "synonyms: {en: lights, vi: [bóng đèn, đèn điện]}",
        "read: excerpt, read_by: Mai, read_on: 2026-11",
        "{amount: USD 1bn, is: paid, together: false, sources: [s]}",
        "sources_of: {until: [s], status: [s], amount: [{source: s, locator: tr. 3}]}",
        "named: {by: press, on: 2014-05, source: s}",
        "{id: bought, acquirers: [a, b], target: d, shares: {a: 40%, b: about 60%}, since: 2014, results_in: stake,",
    ] {
        assert!(written.contains(line), "{line}\n{written}");
    }
}
