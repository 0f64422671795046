//! JSON: each query has its own wire type, this prints it.

use serde::Serialize;

/// Writes `answer` indented, with a final newline.
///
/// # Errors
/// When the type cannot be JSON: a map with keys that are not strings, or its own `Serialize` fails.
pub fn write(answer: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(answer)?;
    text.push('\n');
    Ok(text)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    #[test]
    fn ends_with_a_newline_and_escapes_controls() {
        let answer = BTreeMap::from([("name", "Tập đoàn \u{1b}[2J")]);
        assert_eq!(
            super::write(&answer).unwrap(),
            "{\n  \"name\": \"Tập đoàn \\u001b[2J\"\n}\n"
        );
        let keyed_by_pairs = BTreeMap::from([((1, 2), 3)]);
        assert!(super::write(&keyed_by_pairs).is_err());
    }
}
