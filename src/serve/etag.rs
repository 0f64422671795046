//! The mark of an answer: it changes when anything does that the answer could depend on.

use sha2::{Digest, Sha256};

use super::format::Format;
use crate::lang::Lang;
use crate::request::Address;
use crate::values::PartialDate;

/// The mark of the answer to a request, as `ETag` has it: weak, as what is sent may be compressed.
///
/// It is made of the data set, the program, the request, the form of the answer and the day of asking, so that it is known
/// before the answer is.
pub(super) fn of(
    data: &str,
    today: Option<PartialDate>,
    address: &Address,
    format: Format,
    lang: Lang,
    page: bool,
) -> String {
    let mut hash = Sha256::new();
    let today = today.map(|day| day.to_string()).unwrap_or_default();
    let address = address.to_string();
    let parts = [
        data,
        env!("CARGO_PKG_VERSION"),
        &today,
        &address,
        format.extension(),
        lang.code(),
        if page { "page" } else { "" },
    ];
    for part in parts {
        hash.update(part.as_bytes());
        // no part holds it
        hash.update([0]);
    }
    let digits: String = hash
        .finalize()
        .iter()
        .take(12)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("W/\"{digits}\"")
}

/// Whether `If-None-Match` names a mark; weak and strong ones are alike, as for a reading they are.
pub(super) fn matches(given: &str, etag: &str) -> bool {
    let plain = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    given.split(',').any(|tag| plain(tag) == plain(etag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_an_answer_depends_on_changes_its_mark() {
        let day = |day: &str| day.parse().ok();
        let address = |text: &str| text.parse::<Address>().unwrap();
        let all = [
            of("d", day("2026-01-01"), &address("who/a"), Format::Json, Lang::En, false),
            of("e", day("2026-01-01"), &address("who/a"), Format::Json, Lang::En, false),
            of("d", day("2026-01-02"), &address("who/a"), Format::Json, Lang::En, false),
            of("d", day("2026-01-01"), &address("who/b"), Format::Json, Lang::En, false),
            of("d", day("2026-01-01"), &address("who/a"), Format::Csv, Lang::En, false),
            of("d", day("2026-01-01"), &address("who/a"), Format::Json, Lang::Vi, false),
            of("d", day("2026-01-01"), &address("who/a"), Format::Json, Lang::En, true),
        ];
        for (at, one) in all.iter().enumerate() {
            assert!(all.iter().skip(at + 1).all(|other| other != one));
            assert!(matches(&format!("\"x\", {}", one.trim_start_matches("W/")), one));
        }
        // whether there is an answer at all shows only when it is worked out
        assert!(!matches("*", &all[0]) && !matches(&all[1], &all[0]));
    }
}
