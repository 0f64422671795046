use super::*;

#[test]
fn sums_are_read_as_people_write_them() {
    for (text, money) in [
        ("USD 50bn", "USD 50bn"),
        ("$50bn", "USD 50bn"),
        ("US$50bn", "USD 50bn"),
        ("US$ 1.5 billion", "USD 1.5bn"),
        ("USD50bn", "USD 50bn"),
        ("50bn USD", "USD 50bn"),
        ("usd 50bn", "USD 50bn"),
        ("50 billion dollars", "USD 50bn"),
        ("50 Billion US dollars", "USD 50bn"),
        ("about $50B", "about USD 50bn"),
        ("50 tỷ USD", "USD 50bn"),
        ("50 tỷ đô la", "USD 50bn"),
        ("khoảng 1,5 tỷ đô", "about USD 1.5bn"),
        ("2 nghìn tỷ đồng", "VND 2tn"),
        ("13.000.000 VND", "VND 13m"),
        ("€1.234.567,5", "EUR 1,234,567.5"),
        ("$1,234", "USD 1,234"),
        ("$1.234bn", "USD 1.234bn"),
        ("£0.5m", "GBP 500k"),
        ("USD\u{a0}1bn", "USD 1bn"),
        ("50 ty USD", "USD 50bn"),
        ("2 nghin ty dong", "VND 2tn"),
        ("3 trieu do la My", "USD 3m"),
        ("€2,5 Mrd.", "EUR 2.5bn"),
        ("2,5 Mrd. Euro", "EUR 2.5bn"),
        ("50 Mio EUR", "EUR 50m"),
        ("C$ 3m", "CAD 3m"),
        ("HK$3m", "HKD 3m"),
        ("1 234 000 USD", "USD 1.234m"),
        ("CHF 1’234’567", "CHF 1,234,567"),
        ("1'234 tỷ đồng", "VND 1.234tn"),
    ] {
        assert_eq!(
            spoken(text).map(|money| money.to_string()),
            Ok(money.to_owned()),
            "{text}"
        );
    }
}

#[test]
fn what_may_be_two_sums_is_refused_with_both() {
    for (text, remedy) in [
        ("EUR 250.000", "write `EUR 250` or `EUR 250,000`"),
        ("VND 500.000", "write `VND 500` or `VND 500,000`"),
        ("JPY 1.234", "write `JPY 1` or `JPY 1,234`"),
        ("about USD 1.234", "write `about USD 1.2340` or `about USD 1,234`"),
        ("$250.000", "write `USD 250,000` or `USD 250`"),
        ("1,234 tỷ USD", "write `USD 1,234bn` or `USD 1.234bn`"),
        ("1.234 tỷ USD", "write `USD 1,234bn` or `USD 1.234bn`"),
        ("¥50bn", "write `JPY 50bn` or `CNY 50bn`"),
    ] {
        let error = spoken(text).unwrap_err();
        assert!(matches!(error, MoneyError::TwoReadings { .. }), "{text}: {error}");
        assert_eq!(money_remedy(text, &error), remedy, "{text}");
    }
    let error = spoken("JPY 1.5").unwrap_err();
    assert!(money_remedy("JPY 1.5", &error).contains("JPY 1.5bn"), "{error}");
}

#[test]
fn what_is_no_sum_is_not_guessed() {
    for text in [
        "",
        "50",
        "tỷ đô",
        "50 apples",
        "bn",
        "5 m 3 k USD",
        "USD 5 EUR",
        "một tỷ đô",
        "$",
        "$-5bn",
        "$0",
    ] {
        assert!(spoken(text).is_err(), "{text}");
    }
}

#[test]
fn what_is_wrong_is_named_for_what_it_is() {
    for (text, error) in [
        ("-5 USD", "`-5` is not above zero"),
        ("$-5bn", "`-5` is not above zero"),
        ("0 USD", "`0` is not above zero"),
        ("5-6bn USD", "`5-6bn USD` is not a figure"),
        ("12,34,567 USD", "`12,34,567 USD` is not a figure"),
        (
            "50 thousand million dollars",
            "`50 thousand million dollars` is not a figure",
        ),
        ("50bn", "`50bn` has no currency"),
        ("50 apples", "`50 apples` has no currency"),
    ] {
        assert_eq!(spoken(text).unwrap_err().to_string(), error, "{text}");
    }
}

#[test]
fn nothing_has_a_currency_in_every_form() {
    for text in ["USD 0", "$0", "0 USD", "USD 0bn", "0 đô la", "$0.00"] {
        assert_eq!(nothing(text), Currency::from_code("USD"), "{text}");
    }
    for text in ["0", "$", "USD 10", "about USD 0", "0 apples", "¥0"] {
        assert_eq!(nothing(text), None, "{text}");
    }
}

#[test]
fn a_number_up_to_one_may_be_a_part_or_percents() {
    for (text, remedy) in [
        ("0.5", "write `50%` or `0.5%`"),
        ("about 0.27", "write `about 27%` or `about 0.27%`"),
        ("49", "write `49%`"),
    ] {
        let error = text.parse::<Share>().unwrap_err();
        assert_eq!(share_remedy(text, &error).as_deref(), Some(remedy));
    }
}
