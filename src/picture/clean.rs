//! The one place where a name becomes safe to draw, whatever the format: one line, no control over the reader's screen.

/// `text` on one line, in characters that XML, DOT and Mermaid may all hold.
///
/// Runs of white space are one space. Control characters, non-characters and the bidirectional embeddings, overrides and
/// isolates become the replacement character; marks and joiners stay, as Persian, Hebrew and emoji need them.
#[must_use]
pub(super) fn clean(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|ch: char| ch != '\u{a0}' && ch.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ").chars().map(harmless).collect()
}

fn harmless(ch: char) -> char {
    match ch {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        ch if ch.is_control() => char::REPLACEMENT_CHARACTER,
        ch => ch,
    }
}

/// Escapes text for XML, in content and in attributes alike.
#[must_use]
pub(super) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars().map(harmless) {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            ch => out.push(ch),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_names() {
        assert_eq!(
            clean("Tập đoàn\r\n\tViettel \u{202e}gpj\u{0}"),
            "Tập đoàn Viettel \u{fffd}gpj\u{fffd}"
        );
        assert_eq!(clean("🏳️‍🌈 شركة"), "🏳️‍🌈 شركة");
        assert_eq!(
            xml("<script>\"&amp;'\u{8}"),
            "&lt;script&gt;&quot;&amp;amp;&#39;\u{fffd}"
        );
    }
}
