//! Ids, and names compared whatever their diacritics.

use deunicode::deunicode_with_tofu;

/// Whether `text` is an id: `[a-z0-9]+(-[a-z0-9]+)*`.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    text.split('-').all(|word| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// Makes an id of a name: "Tập đoàn FPT" becomes `tap-doan-fpt`; `None` when no letter or digit is left.
#[must_use]
pub fn slugify(name: &str) -> Option<String> {
    let slug = fold(name).replace(' ', "-");
    (!slug.is_empty()).then_some(slug)
}

/// A name as it is compared: lower case, ASCII letters and digits, single spaces.
///
/// Hyphens, dashes, slashes and underscores part words; other punctuation is dropped, so `Yahoo!` is `yahoo` and `AT&T`
/// is `att`. Names without a letter or digit fold to nothing. Folding twice changes nothing.
#[must_use]
pub fn fold(name: &str) -> String {
    let ascii = deunicode_with_tofu(name, "");
    let parted = ascii.replace(['-', '/', '_', '\\', '|'], " ");
    let words = parted.split_whitespace().map(|word| {
        let kept = word.chars().filter(char::is_ascii_alphanumeric);
        kept.map(|letter| letter.to_ascii_lowercase()).collect::<String>()
    });
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A text in Latin letters, sign by sign: readable, and no transcription that anybody uses. What has none is `?`.
#[must_use]
pub fn romanized(text: &str) -> String {
    deunicode_with_tofu(text, "?").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn folding_is_stable_and_slugs_are_slugs(name in "\\PC{0,24}") {
            let folded = fold(&name);
            prop_assert_eq!(fold(&folded), folded.clone());
            match slugify(&name) {
                Some(slug) => prop_assert!(is_slug(&slug), "{}", slug),
                None => prop_assert_eq!(folded, ""),
            }
        }
    }

    #[test]
    fn names_fold_whatever_their_diacritics() {
        for (name, folded) in [
            ("Tập đoàn Microsoft", "tap doan microsoft"),
            // the same with combining marks
            ("Ta\u{323}\u{302}p đoa\u{300}n", "tap doan"),
            ("ĐIỆN QUANG", "dien quang"),
            ("  Mercedes-Benz  AG ", "mercedes benz ag"),
            ("AT&T Inc.", "att inc"),
            ("Yahoo!", "yahoo"),
            ("McDonald’s", "mcdonalds"),
            ("Nestlé – Straße", "nestle strasse"),
            ("zero\u{200b}width", "zero width"),
            ("!!!", ""),
        ] {
            assert_eq!(fold(name), folded, "{name}");
        }
    }

    #[test]
    fn slugs() {
        for good in ["a", "3m", "open-ai", "10k-2024"] {
            assert!(is_slug(good), "{good}");
        }
        for bad in ["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "đ", "a/b", "a\n"] {
            assert!(!is_slug(bad), "{bad}");
        }
        assert_eq!(slugify("Công ty Cổ phần VNG").as_deref(), Some("cong-ty-co-phan-vng"));
        assert_eq!(slugify("…"), None);
    }
}
