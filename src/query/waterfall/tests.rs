use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_traits::{Signed, Zero};
use proptest::prelude::*;

use super::coins::{at_least, decimal_text, money_text, percent_text, whole};
use super::*;
use crate::judge::deals::until;
use crate::lang::Lang;
use crate::lower::lower;
use crate::model::{CompanyId, Residual};
use crate::report::text::{Layout, write};
use crate::text::Files;
use crate::values::{Day, PartialDate};
use crate::vocab::Counted;

const DEALS: &str = "\
companies:
  - {id: microsoft, name: Microsoft}
  - {id: openai-foundation, name: OpenAI Foundation, aliases: [Quỹ OpenAI]}
sources:
  - {id: bao-moi, title: Báo mới, kind: news, published: 2023-01-23}
  - {id: dien-dan, title: Diễn đàn, kind: forum, published: 2023-06-01}
  - {id: sua-doi, title: Sửa đổi, kind: release, publisher_company: microsoft, published: 2025-01-21}
deals:
  - id: ba
    title: {en: Third phase, vi: Giai đoạn ba}
    parties: [microsoft]
    signed: 2023-01-23
    holders:
      - {id: dau-tien, name: {en: First investors, vi: Nhà đầu tư đầu tiên}}
      - {id: gop-von, name: {en: Partners, vi: Bên góp vốn}}
    sources: [bao-moi]
    waterfall:
      - {name: {en: First, vi: Đầu}, shares: {dau-tien: 100%}, until: unknown}
      - {name: {en: Recoupment, vi: Thu hồi vốn}, shares: {microsoft: 75%}, unstated: 25%, until: {receives: {microsoft: USD 13bn}}}
      - name: {en: Participation, vi: Chia lãi}
        shares: {microsoft: 49%, gop-von: 49%, openai-foundation: 2%}
        caps: {microsoft: USD 92bn, gop-von: USD 150bn}
        caps_sources: [dien-dan]
        residual: openai-foundation
      - {name: {en: Reversion, vi: Trả lại}, shares: {openai-foundation: 100%}, effects: {en: The shares return., vi: Trả lại cổ phần.}}
  - id: bon
    title: Sửa đổi
    parties: [microsoft]
    signed: 2025-01-21
    supersedes: [ba]
    sources: [sua-doi]
";

fn model() -> Model {
    let mut files = Files::new();
    files.add("a.yaml", DEALS);
    let lowered = lower(&files);
    assert_eq!(lowered.diagnostics, []);
    lowered.model
}

fn question(model: &Model, profits: &[&str]) -> Question {
    Question {
        deal: version(model, DealId(0), None, Knowledge::ALL).unwrap(),
        at: None,
        known: Knowledge::ALL,
        currency: Currency::from_code("USD").unwrap(),
        profits: profits.iter().map(|profit| profit.parse().unwrap()).collect(),
        assumed: vec![(HolderRef::Class(0), Decimal::from(50_000_000))],
    }
}

fn day(text: &str) -> Day {
    text.parse::<PartialDate>().unwrap().last()
}

/// The four stages by hand: 50m; 13bn / 75 % = 17,333,333,333.33 more; 92bn / 49 % more until Microsoft is at its cap.
#[test]
fn the_four_stages_pay_what_a_reader_computes() {
    let model = model();
    let answer = waterfall(&model, question(&model, &["50000000", "17383333333", "400000000000"])).unwrap();
    let shown: Vec<String> = answer.payouts[1]
        .payments
        .iter()
        .map(|(tranche, payee, coins)| format!("{tranche} {payee:?} {}", decimal_text(coins, 2)))
        .collect();
    assert_eq!(answer.payouts[0].payments.len(), 1);
    assert_eq!(
        shown,
        [
            "0 Holder(Class(0)) 50000000",
            "1 Holder(Company(CompanyId(0))) 12999999999.75",
            "1 Unstated 4333333333.25"
        ]
    );
    let totals: Vec<String> = answer.payouts[2]
        .totals()
        .iter()
        .map(|(payee, coins)| format!("{payee:?} {}", decimal_text(coins, 2)))
        .collect();
    assert_eq!(
        totals,
        [
            "Holder(Class(0)) 50000000",
            "Holder(Company(CompanyId(0))) 105000000000",
            "Unstated 4333333333.33",
            "Holder(Class(1)) 150000000000",
            "Holder(Company(CompanyId(1))) 140616666666.67"
        ]
    );
    assert_eq!(decimal_text(&answer.payouts[0].ahead[0].0, 2), "17383333333.34");
}

#[test]
fn the_answer_reads_well_in_both_languages() {
    let model = model();
    let answer = waterfall(&model, question(&model, &["20000000000"])).unwrap();
    let unlimited = |lang| {
        let layout = Layout {
            lang,
            ..Layout::default()
        };
        write(&table(&model, &answer, lang), &layout)
    };
    insta::assert_snapshot!("english", unlimited(Lang::En));
    insta::assert_snapshot!("vietnamese", unlimited(Lang::Vi));
    insta::assert_snapshot!("json", crate::report::json::write(&wire(&model, &answer)).unwrap());
}

#[test]
fn an_unknown_end_stops_the_answer() {
    let model = model();
    let mut asked = question(&model, &["20000000000"]);
    asked.assumed.clear();
    let answer = waterfall(&model, asked).unwrap();
    assert_eq!(answer.payouts[0].unpaid, answer.payouts[0].profit);
    assert!(answer.payouts[0].payments.is_empty() && answer.payouts[0].next.is_none());
    assert_eq!(answer.stop.unwrap().tranche, 0);
}

#[test]
fn what_was_not_yet_known_stops_the_answer() {
    let model = model();
    let mut asked = question(&model, &["20000000000"]);
    asked.known = Knowledge(Some(day("2023-03")));
    let answer = waterfall(&model, asked).unwrap();
    let stop = answer.stop.clone().unwrap();
    assert!(stop.not_yet && stop.tranche == 2);
    assert_eq!(
        money_text(Lang::En, &answer.payouts[0].unpaid, answer.question.currency),
        "USD 2,616,666,666.67"
    );
    // nothing of the later terms shows
    let wire = serde_json::to_string(&wire(&model, &answer)).unwrap();
    assert!(!wire.contains("92000000000") && !wire.contains("\"bon\""), "{wire}");
    let text = write(&table(&model, &answer, Lang::En), &Layout::default());
    assert!(!text.contains("92bn") && !text.contains("bon"), "{text}");
}

#[test]
fn amounts_must_fit_the_deal() {
    let model = model();
    let mut asked = question(&model, &["0.001"]);
    assert!(matches!(
        waterfall(&model, asked.clone()),
        Err(Unanswerable::FinerThanCoins(_))
    ));
    asked.currency = Currency::from_code("VND").unwrap();
    assert!(matches!(waterfall(&model, asked), Err(Unanswerable::OtherCurrency(_))));
    let mut asked = question(&model, &["1"]);
    asked.assumed.push((HolderRef::Class(1), Decimal::ONE));
    assert_eq!(
        waterfall(&model, asked).unwrap_err(),
        Unanswerable::NothingToAssume(HolderRef::Class(1))
    );
}

#[test]
fn versions_follow_one_another() {
    let model = model();
    let at = |date: &str| {
        version(
            &model,
            DealId(1),
            Some(Asked::At(date.parse().unwrap())),
            Knowledge::ALL,
        )
    };
    let (three, four) = (DealId(0), DealId(1));
    assert_eq!(at("2024"), Ok(three));
    assert_eq!(at("2025-01-20"), Ok(three));
    assert_eq!(at("2025-01-21"), Err(NoVersion::NoWaterfall(four, vec![three])));
    // both hold in January 2025, one of them tells
    assert_eq!(at("2025-01"), Ok(three));
    assert_eq!(at("2022"), Err(NoVersion::NotInForce(vec![three, four])));
    // before the amendment was published the third phase had no end
    let early = Knowledge(Some(day("2024")));
    assert_eq!(until(&model, three, early), None);
    assert_eq!(until(&model, three, Knowledge::ALL), "2025-01-21".parse().ok());
    let unknown = Knowledge(Some(day("2022")));
    assert_eq!(
        version(&model, three, None, unknown),
        Err(NoVersion::NotInForce(Vec::new()))
    );
}

#[test]
fn coins_are_written_in_full() {
    let exact = |n: i64, d: i64| Exact::new(BigInt::from(n), BigInt::from(d));
    assert_eq!(decimal_text(&BigInt::from(5), 2), "0.05");
    assert_eq!(decimal_text(&BigInt::from(120), 2), "1.2");
    assert_eq!(decimal_text(&BigInt::from(7), 0), "7");
    assert_eq!(at_least(&exact(1, 3), 2), BigInt::from(34));
    assert_eq!(percent_text(&exact(49, 51)), "96.0784%");
    assert_eq!(percent_text(&exact(1, 2)), "50%");
    let vnd = Currency::from_code("VND").unwrap();
    assert_eq!(money_text(Lang::En, &BigInt::from(13_000_000), vnd), "VND 13m");
    assert_eq!(
        money_text(Lang::En, &BigInt::from(10).pow(40), vnd),
        format!("VND 1{}", "0".repeat(40))
    );
}

const HOLDERS: u32 = 3;

fn holder(at: u32) -> HolderRef {
    HolderRef::Company(CompanyId(at))
}

fn integer(n: u32) -> Exact {
    Exact::from_integer(BigInt::from(n))
}

/// Parts of four that sum to 100 %, the last of them unstated; zero parts are left out.
fn shares() -> impl Strategy<Value = Vec<(Payee, u32)>> {
    (0..=100_u32, 0..=100_u32, 0..=100_u32).prop_map(|(a, b, c)| {
        let mut cuts = [a, b, c];
        cuts.sort_unstable();
        let parts = [cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 100 - cuts[2]];
        let payees = (0..HOLDERS)
            .map(|at| Payee::Holder(holder(at)))
            .chain([Payee::Unstated]);
        payees.zip(parts).filter(|(_, part)| *part > 0).collect()
    })
}

/// A tranche as the data may have it: figures only for holders with a share, thresholds not above caps, an uncapped
/// residual, and some end unless it is the last.
fn tranche(last: bool) -> impl Strategy<Value = Rule> {
    let figure = prop::option::of(1..40_u32);
    let figures = prop::collection::vec((figure.clone(), figure), HOLDERS as usize);
    (shares(), figures, any::<bool>(), 0..6_u32).prop_map(move |(shares, figures, deal, residual)| {
        let has = |at: u32| shares.iter().any(|(payee, _)| *payee == Payee::Holder(holder(at)));
        let figures: Vec<_> = (0..HOLDERS).zip(figures).filter(|(at, _)| !last && has(*at)).collect();
        let caps: Vec<(HolderRef, Exact)> = figures
            .iter()
            .filter_map(|(at, (_, cap))| cap.map(|cap| (holder(*at), integer(cap))))
            .collect();
        let thresholds: Vec<(HolderRef, Exact)> = figures
            .iter()
            .filter_map(|(at, (threshold, cap))| {
                threshold.map(|sum| (holder(*at), integer(cap.map_or(sum, |cap| cap.min(sum)))))
            })
            .collect();
        let capped = |at: u32| caps.iter().any(|(known, _)| *known == holder(at));
        Rule {
            ending: match (thresholds.is_empty(), caps.is_empty() && !last) {
                (false, _) => Until::Receives(thresholds),
                (true, true) => Until::Unknown,
                (true, false) => Until::Never,
            },
            residual: match residual {
                0..HOLDERS if !caps.is_empty() && !capped(residual) => Residual::To(holder(residual)),
                HOLDERS => Residual::Unstated,
                _ => Residual::ProRata,
            },
            counted: if deal { Counted::Deal } else { Counted::Tranche },
            shares: shares
                .iter()
                .map(|(payee, part)| (*payee, integer(*part) / integer(100)))
                .collect(),
            caps,
        }
    })
}

fn rules() -> impl Strategy<Value = Vec<Rule>> {
    (prop::collection::vec(tranche(false), 0..4), tranche(true)).prop_map(|(mut rules, last)| {
        rules.push(last);
        rules
    })
}

fn by_payee(paid: &[(usize, Payee, Exact)]) -> BTreeMap<Payee, Exact> {
    let mut totals = BTreeMap::new();
    for (_, payee, amount) in paid {
        *totals.entry(*payee).or_insert_with(Exact::zero) += amount;
    }
    totals
}

/// Pays a part of a dollar at a time by the rules as the documentation tells them, and returns what each has got by
/// tranche. `None` for money of which nobody knows whose it is.
fn dollar_by_dollar(rules: &[Rule], dollars: u32, pieces: u32) -> BTreeMap<(usize, Option<Payee>), f64> {
    const SLACK: f64 = 1e-6;
    let float = |exact: &Exact| {
        let (n, d) = (exact.numer().to_string(), exact.denom().to_string());
        n.parse::<f64>().unwrap() / d.parse::<f64>().unwrap()
    };
    let mut paid: BTreeMap<(usize, Option<Payee>), f64> = BTreeMap::new();
    let mut at = 0;
    for _ in 0..dollars * pieces {
        let coin = 1.0 / f64::from(pieces);
        let got = |paid: &BTreeMap<(usize, Option<Payee>), f64>, at: usize, holder: HolderRef| -> f64 {
            let counts = |tranche: usize| tranche == at || rules[at].counted == Counted::Deal;
            let all = paid
                .iter()
                .filter(|((tranche, payee), _)| counts(*tranche) && *payee == Some(Payee::Holder(holder)));
            all.map(|(_, sum)| sum).sum()
        };
        let there = |paid: &_, at: usize, figures: &[(HolderRef, Exact)]| {
            !figures.is_empty() && figures.iter().all(|(h, sum)| got(paid, at, *h) >= float(sum) - SLACK)
        };
        while match &rules[at].ending {
            Until::Unknown => false,
            Until::Receives(thresholds) => there(&paid, at, thresholds) || there(&paid, at, &rules[at].caps),
            Until::Never => there(&paid, at, &rules[at].caps),
        } {
            at += 1;
        }
        let rule = &rules[at];
        if rule.ending == Until::Unknown {
            *paid.entry((at, None)).or_default() += coin;
            continue;
        }
        let gone = |payee: &Payee| {
            rule.caps
                .iter()
                .any(|(h, cap)| Payee::Holder(*h) == *payee && got(&paid, at, *h) >= float(cap) - SLACK)
        };
        let staying: Vec<_> = rule.shares.iter().filter(|(payee, _)| !gone(payee)).collect();
        let stays: f64 = staying.iter().map(|(_, part)| float(part)).sum();
        let mut payments: Vec<(Payee, f64)> = Vec::new();
        for (payee, part) in staying {
            let whole = if rule.residual == Residual::ProRata { stays } else { 1.0 };
            payments.push((*payee, coin * float(part) / whole));
        }
        match rule.residual {
            Residual::To(h) => payments.push((Payee::Holder(h), coin * (1.0 - stays))),
            Residual::Unstated => payments.push((Payee::Unstated, coin * (1.0 - stays))),
            Residual::ProRata => {}
        }
        for (payee, sum) in payments {
            *paid.entry((at, Some(payee))).or_default() += sum;
        }
    }
    paid
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_paid_out_came_in_and_nobody_loses_by_more(rules in rules(), less in 0..400_u32, more in 0..400_u32) {
        let schedule = Schedule::new(&rules);
        let (low, high) = (integer(less), integer(less + more));
        for money in [&low, &high] {
            let sum: Exact = schedule.pay(money).iter().map(|(_, _, amount)| amount).sum();
            prop_assert_eq!(&(sum + schedule.unpaid(money)), money);
            prop_assert!(schedule.pay(money).iter().all(|(_, _, amount)| amount.is_positive()));
            if let Some(next) = schedule.next(money) {
                prop_assert_eq!(next.split.iter().map(|(_, part)| part).sum::<Exact>(), integer(1));
            }
        }
        let (before, after) = (by_payee(&schedule.pay(&low)), by_payee(&schedule.pay(&high)));
        for (payee, sum) in before {
            prop_assert!(after.get(&payee).is_some_and(|later| *later >= sum), "{:?}", payee);
        }
    }

    #[test]
    fn caps_are_never_passed(rules in rules(), money in 0..600_u32) {
        let paid = Schedule::new(&rules).pay(&integer(money));
        for (at, rule) in rules.iter().enumerate() {
            for (holder, cap) in &rule.caps {
                let sum = |wanted: &dyn Fn(usize) -> bool| -> Exact {
                    let own = paid.iter().filter(|(t, payee, _)| wanted(*t) && *payee == Payee::Holder(*holder));
                    own.map(|(_, _, amount)| amount).sum()
                };
                match rule.counted {
                    Counted::Tranche => prop_assert!(sum(&|t| t == at) <= *cap),
                    Counted::Deal => prop_assert!(sum(&|t| t == at).is_zero() || sum(&|t| t <= at) <= *cap),
                }
            }
        }
    }

    #[test]
    fn a_simulation_piece_by_piece_agrees(rules in rules(), dollars in 1..120_u32) {
        let pieces = 64;
        let mut simulated = dollar_by_dollar(&rules, dollars, pieces);
        let schedule = Schedule::new(&rules);
        let money = integer(dollars);
        let mut computed: BTreeMap<(usize, Option<Payee>), Exact> = BTreeMap::new();
        for (tranche, payee, amount) in schedule.pay(&money) {
            computed.insert((tranche, Some(payee)), amount);
        }
        if let Some((tranche, _)) = &schedule.stop {
            computed.insert((*tranche, None), schedule.unpaid(&money));
        }
        for (key, amount) in computed {
            let amount: f64 = amount.numer().to_string().parse::<f64>().unwrap() / amount.denom().to_string().parse::<f64>().unwrap();
            let other = simulated.remove(&key).unwrap_or_default();
            // each figure may be passed by a piece, and there are at most six a tranche
            prop_assert!((amount - other).abs() < 0.5, "{:?}: {} and {}", key, amount, other);
        }
        prop_assert!(simulated.values().all(|rest| *rest < 0.5), "{:?}", simulated);
    }

    #[test]
    fn rounding_keeps_the_sum_and_moves_nobody_by_a_coin(parts in prop::collection::vec(1..1000_u32, 1..9), money in 0..100_000_u32) {
        let sum: u32 = parts.iter().sum();
        let money = Exact::new(BigInt::from(money), BigInt::from(100));
        let amounts: Vec<Exact> = parts.iter().map(|part| &money * integer(*part) / integer(sum)).collect();
        let coins = whole(&amounts, 2);
        prop_assert_eq!(Exact::new(coins.iter().sum::<BigInt>(), BigInt::from(100)), money);
        for (amount, coins) in amounts.iter().zip(coins) {
            prop_assert!((Exact::new(coins, BigInt::from(100)) - amount).abs() < Exact::new(BigInt::from(1), BigInt::from(100)));
        }
    }
}
