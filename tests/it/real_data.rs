//! The bundled data, asked as a user would.

use std::collections::BTreeMap;

use frenemy::Dataset;
use serde_json::Value;

use crate::support::run;

/// The counterparties of a company: id to stance, as its JSON answer says them.
fn stances(company: &str, at: &str) -> BTreeMap<String, String> {
    let ran = run(&["who", company, "--at", at, "--format", "json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let answer: Value = serde_json::from_str(&ran.out).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let counterparties = answer["counterparties"].as_array().unwrap();
    counterparties
        .iter()
        .map(|found| (text(&found["company"]), text(&found["stance"])))
        .collect()
}

#[test]
fn the_data_pass_the_strict_check() {
    let ran = run(&["check", "--strict", "data"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    assert!(ran.out.ends_with("no problem\n"), "{}", ran.out);
}

#[test]
fn the_bundled_data_are_those_of_the_repository() {
    for format in ["text", "json"] {
        let question = ["who", "microsoft", "--at", "2020", "--format", format];
        let read = run(&[&question[..], &["--data", "data"]].concat());
        assert_eq!(run(&question).out, read.out);
    }
}

#[test]
fn dell_is_a_partner_until_surface_makes_it_a_rival_too() {
    // before the parent was put above it, Dell stands for Dell Technologies
    assert_eq!(stances("microsoft", "2011")["dell-technologies"], "cooperation");
    assert_eq!(stances("microsoft", "2014")["dell-technologies"], "coopetition");
    assert_eq!(
        stances("dell", "2011")["microsoft"],
        "cooperation",
        "seen from the other side"
    );
}

#[test]
fn openai_rents_from_two_clouds_in_2018() {
    let ran = run(&["who", "openai", "--at", "2018"]);
    assert!(
        ran.out.contains("Google Cloud") && ran.out.contains("Microsoft Azure"),
        "{}",
        ran.out
    );
    let stances = stances("openai", "2018");
    assert_eq!(
        (stances["alphabet"].as_str(), stances["microsoft"].as_str()),
        ("cooperation", "cooperation")
    );
}

#[test]
fn microsoft_and_openai_turn_from_partners_to_coopetitors() {
    assert_eq!(stances("microsoft", "2020")["openai"], "cooperation");
    assert_eq!(stances("microsoft", "2024")["openai"], "coopetition");
}

#[test]
fn nvidias_bid_for_arm_was_an_intention_and_never_a_tie() {
    let asked = |more: &[&str]| {
        let question = ["between", "nvidia", "arm", "--format", "json"];
        let [all, ran] = [&[][..], &["--kind", "acquisition"]].map(|kind| run(&[&question[..], more, kind].concat()));
        assert_eq!((all.code, ran.code), (Some(0), Some(0)), "{}", ran.err);
        let [all, answer]: [Value; 2] = [&all, &ran].map(|ran| serde_json::from_str(&ran.out).unwrap());
        // a filter does not change what the two are to each other
        assert_eq!(answer["stance"], all["stance"]);
        assert_eq!(answer["relations"].as_array().unwrap().len(), 0);
        let intentions = answer["intentions"].as_array().unwrap();
        assert_eq!(intentions.len(), 1, "{}", ran.out);
        let text = |name: &str| intentions[0][name].as_str().map(str::to_owned);
        (
            text("open_since").unwrap(),
            text("open_until"),
            text("outcome").unwrap(),
            intentions[0]["relation"]["holds"].as_str().unwrap().to_owned(),
        )
    };
    let told = |until: Option<&str>, outcome: &str, holds: &str| {
        (
            "2020-09-13".to_owned(),
            until.map(str::to_owned),
            outcome.to_owned(),
            holds.to_owned(),
        )
    };
    let end = Some("2022-02-08");
    assert_eq!(asked(&["--at", "2021"]), told(end, "dropped", "yes"));
    assert_eq!(
        asked(&["--at", "2021", "--known-at", "2021"]),
        told(None, "open", "yes")
    );
    assert_eq!(asked(&["--at", "2026-11-30"]), told(end, "dropped", "no"));
}

#[test]
fn companies_are_found_in_vietnamese_and_with_slips() {
    let question = |name| run(&["who", name, "--at", "2014", "--format", "csv"]);
    let by_id = question("microsoft").out;
    assert!(by_id.lines().count() > 5);
    for name in [
        "tập đoàn microsoft",
        "TAP DOAN MICROSOFT",
        "MSFT",
        "Microsoft Corporation",
    ] {
        assert_eq!(question(name).out, by_id, "{name}");
    }
    let slip = question("micorsoft");
    assert_eq!((slip.code, slip.out.as_str()), (Some(1), ""));
    assert!(
        slip.err.contains("did you mean Microsoft (`microsoft`)"),
        "{}",
        slip.err
    );
}

#[test]
fn what_was_first_seen_decades_later_is_no_partner_or_rival() {
    let found = stances("microsoft", "1995");
    assert!(!found.contains_key("nvidia") && !found.contains_key("amd"), "{found:?}");
    assert!(found.contains_key("intel") && found.contains_key("ibm"), "{found:?}");
    // the year before the first source it may have been so
    assert!(stances("microsoft", "2024-06").contains_key("nvidia"));
    let full = run(&["who", "microsoft", "--at", "1995", "--full"]).out;
    let (counted, later) = full.split_once("NOT KNOWN THEN").unwrap();
    assert!(later.contains("Nvidia") && !counted.contains("Nvidia"), "{full}");
}

/// The frame is complete: each pair of its companies was searched on both sides, once, and its README counts them.
#[test]
fn the_frame_of_technology_companies_says_of_each_pair_what_was_found() {
    let data = Dataset::bundled().unwrap();
    let frame = data.model().cases.iter().find(|case| case.id == "technology-frame");
    let frame = frame.unwrap();
    let mut found: BTreeMap<_, bool> = BTreeMap::new();
    for search in &frame.coverage {
        for other in &search.with {
            let pair = (search.company.min(*other), search.company.max(*other));
            assert!(frame.about.contains(&pair.0) && frame.about.contains(&pair.1));
            let twice = found.insert((pair, search.side), search.found);
            assert_eq!(twice, None, "{pair:?} {:?}", search.side);
        }
    }
    let companies = frame.about.len();
    assert_eq!(found.len(), companies * (companies - 1), "two sides of each pair");
    let hits = found.values().filter(|hit| **hit).count();
    let mut sides: BTreeMap<_, usize> = BTreeMap::new();
    for ((pair, _), hit) in &found {
        *sides.entry(*pair).or_default() += usize::from(*hit);
    }
    let both = sides.values().filter(|sides| **sides == 2).count();
    let readme = crate::support::read("data/README.md").replace('\n', " ");
    for says in [
        format!("Of the {} sides {hits} have relations", found.len()),
        format!("for the other {} nothing was found", found.len() - hits),
        format!("{both} pairs show both sides"),
    ] {
        assert!(readme.contains(&says), "data/README.md should say: {says}");
    }
}
