//! What every command is given: data, language, colour.

use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;

use anstream::ColorChoice;
use clap::{Args, ValueEnum};

use crate::lang::Lang;
use crate::values::{Day, PartialDate};

/// The bytes that no description of a time zone has.
const LARGEST_ZONE: u64 = 1 << 20;

/// Options of every command.
#[derive(Clone, Debug, Args)]
pub(super) struct GlobalArgs {
    /// Directory of YAML files, or `builtin`; repeatable, later ones are laid over earlier ones [default: builtin] [env:
    /// FRENEMY_DATA, several with `:` between them]
    #[arg(long, global = true, value_name = "PATH", help_heading = "Data")]
    pub(super) data: Vec<PathBuf>,
    /// Whether the environment named the data, so that commands shown to the user need not.
    #[arg(skip)]
    pub(super) data_of_environment: bool,
    /// Answer from what can be read, even if the data contain errors or unreadable files
    #[arg(long, global = true, help_heading = "Data")]
    pub(super) keep_going: bool,
    /// Language of answers [default: en] [env: FRENEMY_LANG]
    #[arg(long, global = true, value_enum, help_heading = "Output")]
    lang: Option<LangArg>,
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
    /// Fills what the command line does not say from the surroundings; an empty variable says nothing.
    ///
    /// # Errors
    /// Where a variable says something that cannot be meant.
    pub(super) fn with_environment(mut self) -> anyhow::Result<Self> {
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        if let Some(places) = set("FRENEMY_DATA").filter(|_| self.data.is_empty()) {
            self.data = std::env::split_paths(&places)
                .filter(|place| !place.as_os_str().is_empty())
                .collect();
            self.data_of_environment = true;
        }
        if let Some(tag) = set("FRENEMY_LANG").filter(|_| self.lang.is_none()) {
            let tag = tag.to_string_lossy();
            // as locales are written: vi_VN.UTF-8
            let code = tag.split(['_', '-', '.']).next().unwrap_or_default();
            let found = LangArg::from_str(code, true);
            self.lang = Some(found.map_err(|_| anyhow::anyhow!("FRENEMY_LANG is `{tag}`; it can be `en` or `vi`"))?);
        }
        Ok(self)
    }

    /// The language of answers.
    pub(super) const fn lang(&self) -> Lang {
        match self.lang {
            None | Some(LangArg::En) => Lang::En,
            Some(LangArg::Vi) => Lang::Vi,
        }
    }

    /// The same, answering in the language of a question; English questions are answered as `--lang` says.
    pub(super) fn in_language(&self, lang: Lang) -> Self {
        let lang = match lang {
            Lang::Vi => Some(LangArg::Vi),
            Lang::En => self.lang,
        };
        Self { lang, ..self.clone() }
    }

    /// These options as a user types them to get the same answer in this language; those of the surroundings are left out.
    pub(super) fn typed(&self, lang: Lang) -> Vec<String> {
        let mut words = Vec::new();
        if !self.data_of_environment {
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

/// Today, by the clock of this machine and the time zone that `TZ` names.
///
/// `TZ` may name a file, which is read to its end; where that is no file of the size of a time zone, the day is that of UTC.
pub(super) fn today() -> Day {
    static TODAY: OnceLock<Day> = OnceLock::new();
    *TODAY.get_or_init(fresh_today)
}

/// As [`today`], for a program that outlives the day.
pub(super) fn fresh_today() -> Day {
    static HAS_ZONE: OnceLock<bool> = OnceLock::new();
    if *HAS_ZONE.get_or_init(has_readable_zone) {
        Day::from(chrono::Local::now().date_naive())
    } else {
        Day::from(chrono::Utc::now().date_naive())
    }
}

/// Whether `TZ`, where it names a file by its path, names one that has an end.
fn has_readable_zone() -> bool {
    let zone = std::env::var("TZ").unwrap_or_default();
    let path = Path::new(zone.strip_prefix(':').unwrap_or(&zone));
    // relative names are looked for where the system keeps its zones
    let climbs = path.components().any(|part| part == Component::ParentDir);
    if !path.is_absolute() && !climbs {
        return true;
    }
    !climbs
        && path
            .metadata()
            .is_ok_and(|found| found.is_file() && found.len() < LARGEST_ZONE)
}

/// Today as a date.
pub(super) fn today_date() -> anyhow::Result<PartialDate> {
    PartialDate::from_day(today())
        .ok_or_else(|| anyhow::anyhow!("the clock of this machine shows no year from 1 to 9999"))
}
