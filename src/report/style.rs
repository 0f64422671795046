//! What a text means, and the one place where meaning becomes colour.

use std::borrow::Cow;

use anstyle::AnsiColor;

/// Which side of a relationship a heading or a row speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Zone {
    /// Both at once.
    Coopetition,
    /// Cooperative ties only.
    Cooperation,
    /// Competitive ties only.
    Competition,
    /// Suits, disputes, sanctions.
    Conflict,
    /// Ties of neither side.
    Neutral,
}

/// What a text means; colour never is the only sign of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// Ordinary text.
    #[default]
    Plain,
    /// The name of the whole answer, or of a company in it.
    Title,
    /// A side of the relationship.
    Zone(Zone),
    /// Less certain or less important.
    Faint,
    /// Something the reader must not miss.
    Warning,
}

impl Style {
    /// The terminal style: 16 colours, which follow the reader's own palette.
    ///
    /// Blue against yellow is the pair that every common colour blindness keeps apart; red and green never are a pair.
    pub(super) fn ansi(self) -> anstyle::Style {
        let plain = anstyle::Style::new();
        match self {
            Self::Plain => plain,
            Self::Title => plain.bold(),
            Self::Zone(Zone::Coopetition) => plain.fg_color(Some(AnsiColor::Magenta.into())).bold(),
            Self::Zone(Zone::Cooperation) => plain.fg_color(Some(AnsiColor::BrightBlue.into())),
            Self::Zone(Zone::Competition) => plain.fg_color(Some(AnsiColor::Yellow.into())),
            Self::Zone(Zone::Conflict) => plain.fg_color(Some(AnsiColor::Red.into())).bold(),
            Self::Zone(Zone::Neutral) => plain.fg_color(Some(AnsiColor::Cyan.into())),
            Self::Faint => plain.dimmed(),
            Self::Warning => plain.bold().underline(),
        }
    }

    /// `text` between the codes of this style; `text` itself without `color`.
    pub(super) fn paint(self, text: &str, color: bool) -> Cow<'_, str> {
        let style = self.ansi();
        if color && !text.is_empty() && !style.is_plain() {
            format!("{style}{text}{style:#}").into()
        } else {
            text.into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meanings_look_different_and_colour_can_be_off() {
        let zones = [
            Zone::Coopetition,
            Zone::Cooperation,
            Zone::Competition,
            Zone::Conflict,
            Zone::Neutral,
        ];
        let mut styles: Vec<Style> = zones.into_iter().map(Style::Zone).collect();
        styles.extend([Style::Plain, Style::Title, Style::Faint, Style::Warning]);
        let mut looks: Vec<String> = styles
            .iter()
            .map(|style| style.paint("Việt", true).into_owned())
            .collect();
        looks.sort();
        looks.dedup();
        assert_eq!(looks.len(), styles.len());
        assert!(styles.iter().all(|style| style.paint("Việt", false) == "Việt"));
    }
}
