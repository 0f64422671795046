//! What every command is given: data, language, colour.

use std::path::PathBuf;

use anstream::ColorChoice;
use clap::{Args, ValueEnum};

use crate::lang::Lang;
use crate::values::{Day, PartialDate};

/// Options of every command.
#[derive(Clone, Debug, Args)]
pub(super) struct GlobalArgs {
    /// Directory of YAML files; repeatable, later ones are laid over earlier ones [default: the built-in data set]
    #[arg(
        long,
        global = true,
        value_name = "PATH",
        env = "FRENEMY_DATA",
        value_delimiter = ':',
        help_heading = "Data"
    )]
    pub(super) data: Vec<PathBuf>,
    /// Answer from what could be read when the data have errors or files that cannot be read
    #[arg(long, global = true, help_heading = "Data")]
    pub(super) keep_going: bool,
    /// Language of answers
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "en",
        env = "FRENEMY_LANG",
        help_heading = "Output"
    )]
    lang: LangArg,
    /// When to use colour
    #[arg(long, global = true, value_enum, default_value = "auto", help_heading = "Output")]
    pub(super) color: ColorArg,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LangArg {
    /// English
    En,
    /// Tiếng Việt
    Vi,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorArg {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl GlobalArgs {
    /// The language of answers.
    pub(super) const fn lang(&self) -> Lang {
        match self.lang {
            LangArg::En => Lang::En,
            LangArg::Vi => Lang::Vi,
        }
    }

    /// The same, answering in the language of a question; English questions are answered as `--lang` says.
    pub(super) fn in_language(&self, lang: Lang) -> Self {
        let lang = match lang {
            Lang::Vi => LangArg::Vi,
            Lang::En => self.lang,
        };
        Self { lang, ..self.clone() }
    }

    /// These options as a user types them to get the same answer in this language; those of the surroundings are left out.
    pub(super) fn typed(&self, lang: Lang) -> Vec<String> {
        let mut words = Vec::new();
        if std::env::var_os("FRENEMY_DATA").is_none() {
            for place in &self.data {
                words.extend(["--data".to_owned(), place.display().to_string()]);
            }
        }
        if self.keep_going {
            words.push("--keep-going".to_owned());
        }
        if lang != Lang::En {
            words.extend(["--lang".to_owned(), lang.code().to_owned()]);
        }
        words
    }

    /// Whether to colour a stream.
    pub(super) fn colors<S: anstream::stream::RawStream>(&self, stream: &S) -> bool {
        match self.color {
            ColorArg::Always => true,
            ColorArg::Never => false,
            ColorArg::Auto => anstream::AutoStream::choice(stream) != ColorChoice::Never,
        }
    }
}

/// Today, by the clock of this machine.
pub(super) fn today() -> Day {
    Day::from(chrono::Local::now().date_naive())
}

/// Today as a date.
pub(super) fn today_date() -> anyhow::Result<PartialDate> {
    PartialDate::from_day(today())
        .ok_or_else(|| anyhow::anyhow!("the clock of this machine shows no year from 1 to 9999"))
}
