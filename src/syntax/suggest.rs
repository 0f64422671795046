//! "Did you mean".

/// How many candidates are offered at most.
const OFFERS: usize = 3;

/// How alike two words must be (Jaro-Winkler) when they differ in more than a few letters.
const LIKENESS: f64 = 0.9;

/// The candidates that `wanted` may be a slip of, the nearest only, in alphabetical order. Case does not count.
#[must_use]
pub fn near<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = wanted.to_lowercase();
    let slips = (wanted.chars().count() / 3).max(1);
    let mut scored: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter_map(|candidate| {
            let known = candidate.to_lowercase();
            let distance = strsim::osa_distance(&wanted, &known);
            let alike = distance <= slips || strsim::jaro_winkler(&wanted, &known) >= LIKENESS;
            alike.then_some((distance, candidate))
        })
        .collect();
    scored.sort_unstable();
    scored.dedup();
    let best = scored.first().map(|(distance, _)| *distance);
    let nearest = scored.into_iter().take_while(|(distance, _)| Some(*distance) == best);
    nearest.map(|(_, candidate)| candidate).take(OFFERS).collect()
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
        let ids = ["microsoft", "micron", "openai", "apple"];
        assert_eq!(near("Mircosoft", ids), ["microsoft"]);
        assert_eq!(near("open-ai", ids), ["openai"]);
        assert_eq!(near("viettel", ids), [""; 0]);
        assert_eq!(near("", ["a", "bc"]), ["a"]);
        assert_eq!(
            did_you_mean("ab", ["ac", "ad", "xyz"]).unwrap(),
            "did you mean `ac` or `ad`?"
        );
        assert_eq!(near("microsoft-corp", ids), ["microsoft"]);
    }
}
