//! The id of a source, by the rule in `data/README.md`.

use crate::values::slugify;

/// How many words of a topic an id takes.
const TOPIC_WORDS: usize = 5;

/// Labels of domains under which publishers register, as in `news.co.uk`.
const SECOND_LEVEL: &[&str] = &["co", "com", "org", "net", "gov", "ac", "or", "ne", "edu"];

/// The name of a publisher as its address has it: `reuters` for `https://www.reuters.com/...`.
#[must_use]
pub fn publisher_of(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let labels: Vec<&str> = host.split('.').filter(|label| !label.is_empty()).collect();
    let top = labels.len().checked_sub(1)?;
    let second = top.checked_sub(1)?;
    let at = if second > 0 && SECOND_LEVEL.contains(&labels[second]) {
        second - 1
    } else {
        second
    };
    labels.get(at).copied()
}

/// Publisher and date of publication, `fortune-2023-01-11`; without a date publisher and topic, the topic being the
/// title or what the address says at its end. `None` where no letter or digit is known.
#[must_use]
pub fn source_id(publisher: Option<&str>, published: Option<&str>, title: Option<&str>, url: &str) -> Option<String> {
    let publisher = publisher.or_else(|| publisher_of(url)).and_then(slugify);
    let rest = match published.filter(|date| date.starts_with(|c: char| c.is_ascii_digit())) {
        Some(date) => date.split('/').next().map(str::to_owned),
        None => title
            .and_then(slugify)
            .or_else(|| topic(url))
            .map(|topic| shortened(&topic)),
    };
    let parts: Vec<String> = [publisher, rest].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("-"))
}

/// The last part of a path that says something.
fn topic(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let path = rest.split(['?', '#']).next()?;
    let parts = path.split('/').skip(1).collect::<Vec<_>>();
    let bare = parts
        .iter()
        .rev()
        .map(|part| part.rsplit_once('.').map_or(*part, |(stem, _)| stem))
        .find(|part| part.chars().any(char::is_alphabetic) && *part != "index")?;
    slugify(bare)
}

fn shortened(slug: &str) -> String {
    slug.split('-').take(TOPIC_WORDS).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::is_slug;

    #[test]
    fn ids_follow_the_rule_of_the_data_set() {
        let url = "https://www.fortune.com/2023/01/11/openai-valuation-is-absurd-or-not/";
        let id = |publisher, published, title| source_id(publisher, published, title, url).unwrap();
        assert_eq!(id(Some("Fortune"), Some("2023-01-11"), None), "fortune-2023-01-11");
        assert_eq!(id(None, Some("2023-01"), Some("x")), "fortune-2023-01");
        assert_eq!(id(Some("Báo Đầu tư"), Some("2023"), None), "bao-dau-tu-2023");
        assert_eq!(id(None, Some("2023-05-23/.."), None), "fortune-2023-05-23");
        assert_eq!(id(None, None, None), "fortune-openai-valuation-is-absurd-or");
        assert_eq!(id(None, Some("unknown"), Some("Cảng & Đèn")), "fortune-cang-den");
        assert!(is_slug(&id(None, None, None)));
    }

    #[test]
    fn publishers_are_read_from_addresses() {
        for (url, publisher) in [
            ("https://www.reuters.com/x", Some("reuters")),
            ("http://news.bbc.co.uk/2", Some("bbc")),
            ("https://vnexpress.net", Some("vnexpress")),
            ("https://localhost/x", None),
            ("reuters.com", None),
        ] {
            assert_eq!(publisher_of(url), publisher, "{url}");
        }
    }

    #[test]
    fn the_topic_is_the_last_word_of_an_address_that_says_something() {
        let id = |url| source_id(None, None, None, url);
        assert_eq!(id("https://a.example/news/shop.html").as_deref(), Some("a-shop"));
        assert_eq!(
            id("https://a.example/news/2020/123/index.html").as_deref(),
            Some("a-news")
        );
        assert_eq!(id("https://a.example/").as_deref(), Some("a"));
        assert_eq!(id("https://"), None);
    }
}
