//! What was probably meant where a mapping has a key that nobody would write: without a colon, or with one inside.

use super::tree::{Key, Node};
use crate::diagnostics::excerpt;

/// The remedy for the key at a position of a mapping; none where nothing tells what was meant.
pub(super) fn remedy(entries: &[(Key, Node)], at: usize) -> Option<String> {
    let key = &entries[at].0;
    if !key.bare {
        let colon = "put a space behind the first colon, and quotes around a value that holds another";
        return key.text.contains(':').then(|| colon.to_owned());
    }
    if let Some((name, value)) = key.text.split_once(':').filter(|(name, value)| are_apart(name, value)) {
        let written = format!("{name}: {}", value.trim_start());
        return Some(format!("put a space behind the colon: `{}`", excerpt(&written)));
    }
    let (before, value) = entries[..at].iter().rev().find(|(before, _)| !before.bare)?;
    value.as_str()?;
    Some(format!(
        "between brackets a comma ends a value: put quotes around the whole value of `{}` if `{}` belongs to it",
        excerpt(&before.text),
        excerpt(&key.text)
    ))
}

/// Whether what stands before and behind a colon looks like a key and its value, not like a time or an address.
fn are_apart(name: &str, value: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    name.starts_with(char::is_alphabetic) && name.chars().all(word) && !value.starts_with("//")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;
    use crate::text::FileId;

    fn of(mapping: &str) -> String {
        let tree = parse(FileId(0), &format!("a: {mapping}\n"), &mut Vec::new()).unwrap();
        let entries = tree.get("a").unwrap().as_map().unwrap();
        let all = (0..entries.len()).filter_map(|at| Some((at, remedy(entries, at)?)));
        let lines = all.map(|(at, said)| format!("  {}: {said}\n", entries[at].0.text));
        format!("{mapping}\n{}", lines.collect::<String>())
    }

    #[test]
    fn commas_and_colons_are_told_apart() {
        let mappings = [
            "{mill: 75%, bakery: , town: 5%}",
            "{mill: EUR 90,000}",
            "{en: Alpha, Beta, and the rest}",
            "{mill:75%}",
            "{mill: 70%, bakery:25%}",
            "{note: he left, at 10:30 sharp}",
            "{note: he left, 10:30 sharp}",
            "{note: see the page, https://x.example}",
            "{mill:a: 75%}",
            "{mill: [x], bakery}",
            "{mill}",
        ];
        insta::assert_snapshot!(mappings.map(of).concat(), @"
        {mill: 75%, bakery: , town: 5%}
        {mill: EUR 90,000}
          000: between brackets a comma ends a value: put quotes around the whole value of `mill` if `000` belongs to it
        {en: Alpha, Beta, and the rest}
          Beta: between brackets a comma ends a value: put quotes around the whole value of `en` if `Beta` belongs to it
          and the rest: between brackets a comma ends a value: put quotes around the whole value of `en` if `and the rest` belongs to it
        {mill:75%}
          mill:75%: put a space behind the colon: `mill: 75%`
        {mill: 70%, bakery:25%}
          bakery:25%: put a space behind the colon: `bakery: 25%`
        {note: he left, at 10:30 sharp}
          at 10:30 sharp: between brackets a comma ends a value: put quotes around the whole value of `note` if `at 10:30 sharp` belongs to it
        {note: he left, 10:30 sharp}
          10:30 sharp: between brackets a comma ends a value: put quotes around the whole value of `note` if `10:30 sharp` belongs to it
        {note: see the page, https://x.example}
          https://x.example: between brackets a comma ends a value: put quotes around the whole value of `note` if `https://x.example` belongs to it
        {mill:a: 75%}
          mill:a: put a space behind the first colon, and quotes around a value that holds another
        {mill: [x], bakery}
        {mill}
        ");
    }
}
