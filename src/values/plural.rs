//! One of something, or several, in English.

/// `one` of a single thing, `many` of none or several: the one rule of number.
#[must_use]
pub const fn plural<'a>(single: bool, one: &'a str, many: &'a str) -> &'a str {
    if single { one } else { many }
}

/// "1 file", "3 files", "0 files": for nouns whose plural ends in `s`.
#[must_use]
pub fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", plural(n == 1, "", "s"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_is_single() {
        assert_eq!(counted(1, "file"), "1 file");
        assert_eq!(counted(0, "file"), "0 files");
        assert_eq!(counted(21, "file"), "21 files");
    }
}
