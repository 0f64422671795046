//! "Did you mean": the one measure of what a word may be a slip of, for words, ids and names alike.

/// How many candidates are offered at most.
const OFFERS: usize = 3;

/// A name longer than this is no slip of anything.
const LONGEST: usize = 200;

/// How alike two words must be (Jaro-Winkler) when they differ in more than a few letters.
const LIKENESS: f64 = 0.9;

/// What the words that `wanted` may be a slip of stand for: the nearest only, each once, in order. Case does not count.
///
/// What is longer than 200 letters is a slip of nothing. Cost: the product of the lengths of `wanted` and all words.
#[must_use]
pub fn nearest<T: Ord, W: AsRef<str>>(wanted: &str, words: impl IntoIterator<Item = (W, T)>) -> Vec<T> {
    if wanted.len() > LONGEST {
        return Vec::new();
    }
    let wanted = wanted.to_lowercase();
    let slips = (wanted.chars().count() / 3).max(1);
    let mut scored: Vec<(usize, T)> = words
        .into_iter()
        .filter_map(|(word, meant)| {
            if word.as_ref().len() > LONGEST {
                return None;
            }
            let word = word.as_ref().to_lowercase();
            let distance = strsim::osa_distance(&wanted, &word);
            let alike = distance <= slips || strsim::jaro_winkler(&wanted, &word) >= LIKENESS;
            alike.then_some((distance, meant))
        })
        .collect();
    scored.sort_unstable();
    let Some(best) = scored.first().map(|(distance, _)| *distance) else {
        return Vec::new();
    };
    scored.retain(|(distance, _)| *distance == best);
    scored.dedup();
    scored.into_iter().take(OFFERS).map(|(_, meant)| meant).collect()
}

/// The candidates that `wanted` may be a slip of, the nearest only, in alphabetical order. Case does not count.
#[must_use]
pub fn near<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    nearest(wanted, candidates.into_iter().map(|word| (word, word)))
}

/// The question for a remedy, `None` where nothing is near.
#[must_use]
pub fn did_you_mean<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let near = near(wanted, candidates);
    (!near.is_empty()).then(|| format!("did you mean {}?", either(&near)))
}

/// Words in backticks, with commas and a last "or".
#[must_use]
pub fn either(words: &[&str]) -> String {
    joined(words, "or")
}

/// Words in backticks, with commas and a last `conjunction`.
#[must_use]
pub fn joined(words: &[&str], conjunction: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {conjunction} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_nearest_are_offered() {
        let ids = ["microsoft", "micron", "openai", "opera software", "apple"];
        assert_eq!(near("Mircosoft", ids), ["microsoft"]);
        assert_eq!(near("open-ai", ids), ["openai"]);
        assert_eq!(near("viettel", ids), [""; 0]);
        assert_eq!(near("", ["a", "bc"]), ["a"]);
        assert_eq!(
            did_you_mean("ab", ["ac", "ad", "xyz"]).unwrap(),
            "did you mean `ac` or `ad`?"
        );
        assert_eq!(near("microsoft-corp", ids), ["microsoft"]);
        let long = "a".repeat(100_000);
        assert_eq!(near(&long, [long.as_str(), "a"]), [""; 0]);
        assert_eq!(nearest("aple", [("apple", 7), ("apple inc", 7), ("maple", 3)]), [3, 7]);
    }
}
