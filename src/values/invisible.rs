//! The one list of characters that cannot be seen: what data may not hold, and what writers must not pass on.

/// Whether a character leaves no mark of its own: a control code other than tab and line breaks, a default ignorable
/// character of Unicode, a line or paragraph separator, a mark that turns the direction of writing, the blank Braille
/// pattern, or a character that XML forbids.
///
/// Joiners and variation selectors are among them although scripts and emoji need them; [`invisible`] tells where they do.
#[must_use]
pub const fn is_invisible(ch: char) -> bool {
    matches!(ch,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// The characters of `text` that cannot be seen and that nothing in it needs, each with its byte offset, in order.
///
/// A joiner stays between two letters of a script that joins (Arabic, Syriac, those of India and its neighbours) and
/// between two emoji, a variation selector behind what has variants, a tag in a flag. An address needs none of them: there
/// [`is_invisible`] decides. Cost: linear in the text.
pub fn invisible(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut before = None;
    text.char_indices().filter(move |&(at, ch)| {
        let previous = before.replace(ch);
        is_invisible(ch) && !is_needed(previous, ch, text[at + ch.len_utf8()..].chars().next())
    })
}

fn is_needed(before: Option<char>, ch: char, after: Option<char>) -> bool {
    let Some(before) = before else { return false };
    match ch {
        '\u{200c}' | '\u{200d}' => after.is_some_and(|after| {
            joins(before) && joins(after) || ch == '\u{200d}' && is_pictured(before) && is_pictured(after)
        }),
        '\u{fe00}'..='\u{fe0f}' => {
            is_pictured(before) || is_ideograph(before) || matches!(before, '0'..='9' | '#' | '*' | '©' | '®')
        }
        '\u{e0100}'..='\u{e01ef}' => is_ideograph(before),
        '\u{180b}'..='\u{180f}' => matches!(before, '\u{1820}'..='\u{18aa}'),
        '\u{e0020}'..='\u{e007f}' => matches!(before, '🏴' | '\u{e0020}'..='\u{e007e}'),
        _ => false,
    }
}

/// Whether a letter or mark belongs to a script whose letters change with their neighbours.
const fn joins(ch: char) -> bool {
    matches!(ch,
        '\u{620}'..='\u{6ff}' | '\u{700}'..='\u{74f}' | '\u{750}'..='\u{77f}' | '\u{7ca}'..='\u{7ff}'
        | '\u{840}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17d3}'
        | '\u{1820}'..='\u{18aa}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Whether a character is a picture, or what may stand behind one.
const fn is_pictured(ch: char) -> bool {
    matches!(ch, '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}'
        | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

const fn is_ideograph(ch: char) -> bool {
    matches!(ch, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_in_a_name_is_found() {
        for hidden in [
            '\u{7}',
            '\u{ad}',
            '\u{200b}',
            '\u{200c}',
            '\u{200d}',
            '\u{200e}',
            '\u{2060}',
            '\u{2064}',
            '\u{202e}',
            '\u{2066}',
            '\u{feff}',
            '\u{fe0f}',
            '\u{3164}',
            '\u{115f}',
            '\u{61c}',
            '\u{180e}',
            '\u{2800}',
            '\u{e0041}',
            '\u{e0100}',
        ] {
            let name = format!("Micro{hidden}soft");
            assert_eq!(invisible(&name).collect::<Vec<_>>(), [(5, hidden)], "{hidden:?}");
            assert!(is_invisible(hidden));
            assert_eq!(invisible(&hidden.to_string()).count(), 1, "{hidden:?} alone");
        }
        assert_eq!(
            invisible("a\u{200b}đ\u{ad}").map(|(at, _)| at).collect::<Vec<_>>(),
            [1, 6]
        );
    }

    #[test]
    fn what_a_script_needs_stays() {
        for needed in [
            "می\u{200c}خواهم",
            "क\u{94d}\u{200d}ष",
            "👨\u{200d}👩\u{200d}👧",
            "🏳\u{fe0f}\u{200d}🌈",
            "1\u{fe0f}\u{20e3}",
            "葛\u{e0100}",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "Tập đoàn 株式会社\r\n\t",
            "Ta\u{323}\u{302}p",
        ] {
            assert_eq!(invisible(needed).collect::<Vec<_>>(), [], "{needed}");
        }
        assert_eq!(invisible("می\u{200c}").count(), 1, "it joins nothing");
    }
}
