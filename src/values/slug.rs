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
