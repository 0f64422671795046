//! The one place where text becomes XML.

use crate::values::clean::keep_lines;

/// Escapes text for XML, in content and in attributes alike.
#[must_use]
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in keep_lines(text).chars() {
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
    fn text_stays_text() {
        assert_eq!(
            escape("<script>\"&amp;'\u{8}\u{ffff}"),
            "&lt;script&gt;&quot;&amp;amp;&#39;␈\u{fffd}"
        );
        assert_eq!(escape("🏳️‍🌈 شركة\n"), "🏳️‍🌈 شركة\n");
    }
}
