use std::collections::BTreeSet;

use anyhow::bail;
use clap::Args;

use super::fill::{FillArgs, set};
use super::place::Place;
use super::prompt::{Asker, Known};
use crate::authoring::Given;
use crate::authoring::questions::kinds;
use crate::cli::context::GlobalArgs;
use crate::cli::output::tell;
use crate::syntax::SectionRef;
use crate::values::suggest::did_you_mean;
use crate::vocab::{Arity, KINDS, Kind, Projection, Role, Type, kind_by_section};

/// Add a relation to a case: the right section, with the fields of its kind
///
/// Without KIND, questions lead to it: two people who answer alike record the same fact in the same way. Where standard
/// input is no terminal, answers are read from it, a line each.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy new relation --case lucid-uber
  frenemy new relation supply --case lucid-uber --between lucid,uber --since 2025-07-17")]
pub(super) struct RelationArgs {
    /// Kind of relation: investment, stake, supply and so on; asked for if not given
    kind: Option<String>,
    /// The case whose file it goes into
    #[arg(long, value_name = "CASE")]
    case: String,
    /// Companies in the order of the kind's roles, as `frenemy show KIND` lists them
    #[arg(long, value_name = "COMPANY,...", value_delimiter = ',')]
    between: Vec<String>,
    /// The first day it holds; `unknown` is allowed
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    /// Sources that say so
    #[arg(long, value_name = "SOURCE,...")]
    source: Option<String>,
    /// The id of the relation within its case [default: its kind, numbered from the second on]
    #[arg(long)]
    id: Option<String>,
    #[command(flatten)]
    fill: FillArgs,
}

impl RelationArgs {
    /// Answers are waited for before the data directory is locked: nobody has to wait for somebody who thinks.
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<()> {
        let place = match self.kind {
            Some(_) => Place::locked(global)?,
            None => Place::read(global)?,
        };
        place.case(&self.case)?;
        let asker = self.kind.is_none().then(Asker::new);
        let kind: &Kind = match (&self.kind, &asker) {
            (Some(name), _) => KINDS[kind_called(name)?],
            (None, Some(asker)) => KINDS[asker.kind()?],
            (None, None) => bail!("no kind is given"),
        };
        let section = SectionRef::of(kind.section).ok_or_else(|| anyhow::anyhow!("no section `{}`", kind.section))?;
        self.id_in(&place, kind)?;
        let mut given = Given::default();
        self.parties(&mut given, kind, &place)?;
        for (field, value) in [("since", &self.since), ("sources", &self.source)] {
            if let Some(value) = value {
                set_named(&mut given, section, field, value, &place)?;
            }
        }
        self.fill.fill(&mut given, section, &place)?;
        if let Some(asker) = asker {
            tell(format_args!("{}: {}", kind.name, kind.doc));
            ask(&asker, &mut given, section, kind, &place)?;
        }
        let place = match self.kind {
            Some(_) => place,
            None => Place::locked(global)?,
        };
        given.line("id", self.id_in(&place, kind)?);
        place.add(&place.file_of(place.case(&self.case)?), section, &given, self.fill.full)?;
        place.next("frenemy check")
    }

    /// The id that was given, if no record of the case bears it; else the first free one after the kind.
    fn id_in(&self, place: &Place, kind: &Kind) -> anyhow::Result<String> {
        let taken = place.ids_in(place.case(&self.case)?);
        match &self.id {
            Some(id) if taken.contains(id) => bail!(
                "the case `{}` has a record `{id}` already; nothing was written",
                self.case
            ),
            Some(id) => Ok(id.clone()),
            None => Ok(free_id(&taken, kind)),
        }
    }

    /// Puts the companies into the roles, in order; what is left belongs to the last role that takes several.
    fn parties(&self, given: &mut Given, kind: &Kind, place: &Place) -> anyhow::Result<()> {
        let mut names = self.between.iter().map(|name| name.trim()).collect::<Vec<_>>();
        if names.is_empty() {
            return Ok(());
        }
        let mutual = kind.ties.first().is_none_or(Projection::is_symmetric);
        for (at, role) in kind.roles.iter().enumerate() {
            let take = match role.arity {
                _ if names.is_empty() => break,
                Arity::Many(_) if mutual && at == 0 => names.len(),
                Arity::Many(_) if at == 1 => names.len(),
                _ => 1,
            };
            let value = names.drain(..take).collect::<Vec<_>>().join(",");
            set(given, &role.field(), &value, place)?;
        }
        if names.is_empty() {
            return Ok(());
        }
        let roles: Vec<String> = kind.roles.iter().map(|role| format!("`{}`", role.name)).collect();
        bail!(
            "a {} has no role for {}; its roles are {}",
            kind.name,
            names.join(", "),
            roles.join(", ")
        )
    }
}

/// Asks for what is not given yet: the parties, the beginning, the sources.
fn ask(asker: &Asker, given: &mut Given, section: SectionRef, kind: &Kind, place: &Place) -> anyhow::Result<()> {
    let model = place.model();
    let companies: Vec<Known> = model
        .companies
        .iter()
        .map(|company| Known {
            id: company.id.to_string(),
            label: company.label().to_owned(),
        })
        .collect();
    let sources: Vec<Known> = model
        .sources
        .iter()
        .map(|source| Known {
            id: source.id.to_string(),
            label: source.title.to_string(),
        })
        .collect();
    let alone = kind.roles.iter().all(|role| !role.required);
    let asked = |role: &&Role| role.required || (alone && role.name == kind.roles[0].name);
    for role in kind.roles.iter().filter(asked) {
        let several = if matches!(role.arity, Arity::Many(_)) {
            " Several with commas."
        } else {
            ""
        };
        ask_for(
            asker,
            given,
            section,
            role.name,
            &format!("{}{several}", role.doc),
            &companies,
            place,
        )?;
    }
    let since = "The first day it holds, as exactly as the source says: completion, not signing.";
    ask_for(asker, given, section, "since", since, &[], place)?;
    let cited = "The id of the source that says so. Several with commas.";
    ask_for(asker, given, section, "sources", cited, &sources, place)
}

fn ask_for(
    asker: &Asker,
    given: &mut Given,
    section: SectionRef,
    name: &str,
    help: &str,
    known: &[Known],
    place: &Place,
) -> anyhow::Result<()> {
    while !given.has(name) {
        let typed = asker.line(name, help, known)?;
        if typed.is_empty() {
            return Ok(());
        }
        if let Err(error) = set_named(given, section, name, &typed, place) {
            asker.again(error)?;
        }
    }
    Ok(())
}

fn set_named(given: &mut Given, section: SectionRef, name: &str, value: &str, place: &Place) -> anyhow::Result<()> {
    let fields = section.fields();
    let Some(field) = fields.iter().find(|field| field.name == name) else {
        bail!("a {} has no field `{name}`", section.noun());
    };
    if let Type::List(Type::Citation, _) = field.ty {
        let known = &place.model().sources;
        for id in value.split(',').map(str::trim) {
            if !known.iter().any(|source| &*source.id == id) {
                let near = did_you_mean(id, known.iter().map(|source| &*source.id))
                    .map_or_else(String::new, |question| format!("; {question}"));
                bail!("no source has the id `{id}`{near}");
            }
        }
    }
    set(given, field, value, place)
}

/// The position of a kind by its name or its section, with hyphens or underscores.
fn kind_called(name: &str) -> anyhow::Result<usize> {
    let wanted = name.trim().to_lowercase().replace(['-', ' '], "_");
    if let Some(at) = crate::vocab::kind(&wanted).or_else(|| kind_by_section(&wanted)) {
        return Ok(at);
    }
    let near = did_you_mean(&wanted, KINDS.iter().map(|kind| kind.name))
        .map_or_else(String::new, |question| format!("; {question}"));
    bail!(
        "`{name}` is no kind of relation{near}\n{}leave it out to be asked what the source says",
        kinds()
    )
}

/// The name of the kind, numbered where the case has a record of this id.
fn free_id(taken: &BTreeSet<String>, kind: &Kind) -> String {
    let base = kind.name.replace('_', "-");
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    let mut all = std::iter::once(base.clone()).chain(numbered);
    all.find(|id| !taken.contains(id)).unwrap_or(base)
}
