//! Commands whose options are described when they are called: to describe those of all of them takes longer than an answer.

/// An enumeration of commands, each with the word that calls it and its arguments, as `derive(Subcommand)` makes it; but clap
/// learns the arguments of a command when it meets the word. `whole` describes a command at once, for help.
/// With `as Trait` the arguments of any of them are a `&dyn Trait` by `args`.
macro_rules! commands {
    ($(#[$doc:meta])* enum $name:ident as $as:ident { $($word:literal => $variant:ident($args:ty),)+ }) => {
        $crate::cli::lazy::commands! {
            $(#[$doc])*
            enum $name {
                $($word => $variant($args),)+
            }
        }

        impl $name {
            fn args(&self) -> &dyn $as {
                match self {
                    $(Self::$variant(args) => args,)+
                }
            }
        }
    };
    ($(#[$doc:meta])* enum $name:ident { $($word:literal => $variant:ident($args:ty),)+ }) => {
        $(#[$doc])*
        #[derive(Debug)]
        enum $name {
            $($variant($args),)+
        }

        impl $name {
            fn whole(word: &str) -> Option<clap::Command> {
                match word {
                    $($word => Some(<$args as clap::Args>::augment_args(clap::Command::new($word))),)+
                    _ => None,
                }
            }
        }

        impl clap::FromArgMatches for $name {
            fn from_arg_matches(matches: &clap::ArgMatches) -> Result<Self, clap::Error> {
                Self::from_arg_matches_mut(&mut matches.clone())
            }

            fn from_arg_matches_mut(matches: &mut clap::ArgMatches) -> Result<Self, clap::Error> {
                if let Some((word, mut matches)) = matches.remove_subcommand() {
                    match word.as_str() {
                        $($word => return <$args as clap::FromArgMatches>::from_arg_matches_mut(&mut matches).map(Self::$variant),)+
                        _ => {}
                    }
                }
                Err(clap::Error::new(clap::error::ErrorKind::MissingSubcommand))
            }

            fn update_from_arg_matches(&mut self, matches: &clap::ArgMatches) -> Result<(), clap::Error> {
                *self = Self::from_arg_matches(matches)?;
                Ok(())
            }
        }

        impl clap::Subcommand for $name {
            fn augment_subcommands(command: clap::Command) -> clap::Command {
                command$(.subcommand(clap::Command::new($word).defer(<$args as clap::Args>::augment_args)))+
            }

            fn augment_subcommands_for_update(command: clap::Command) -> clap::Command {
                Self::augment_subcommands(command)
            }

            fn has_subcommand(word: &str) -> bool {
                matches!(word, $($word)|+)
            }
        }
    };
}

pub(super) use commands;
