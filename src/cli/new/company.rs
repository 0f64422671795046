use anyhow::bail;
use clap::Args;

use super::fill::FillArgs;
use super::place::Place;
use crate::authoring::Given;
use crate::cli::exit::NotFound;
use crate::cli::output::note;
use crate::derived::{Lookup, Names};
use crate::model::CompanyId;
use crate::syntax::SectionRef;
use crate::values::{slugify, without_legal_form};

/// Start a company: a file of its own in `companies/`
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy new company \"Lucid Group, Inc.\" --short Lucid --country US
  frenemy new company \"Tập đoàn Vingroup\" --short Vingroup --country VN")]
pub(super) struct CompanyArgs {
    /// The full name
    name: String,
    /// The name people use, of which the id is made [default: the name without its legal form]
    #[arg(long, value_name = "NAME")]
    short: Option<String>,
    /// The id [default: the short name as a slug]
    #[arg(long)]
    id: Option<String>,
    /// Where its seat is: two letters of ISO 3166
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    #[command(flatten)]
    fill: FillArgs,
}

impl CompanyArgs {
    pub(super) fn run(&self, place: &Place) -> anyhow::Result<()> {
        let id = self.new_id(place)?;
        let mut given = Given::default();
        given.line("id", &id);
        given.line("name", &self.name);
        if self.short_name() != self.name {
            given.line("short", self.short_name());
        }
        if let Some(country) = &self.country {
            given.line("country", country);
        }
        let section = SectionRef::of("companies").ok_or_else(|| anyhow::anyhow!("no section `companies`"))?;
        self.fill.fill(&mut given, section, place)?;
        place.create(&format!("companies/{id}.yaml"), section, &given, self.fill.full)?;
        place.next(&format!("frenemy new case {id}-OTHER --about {id},OTHER"))
    }

    /// The name people use, as far as it is known.
    fn short_name(&self) -> &str {
        self.short.as_deref().unwrap_or_else(|| without_legal_form(&self.name))
    }

    /// The id, after a look at companies that bear this name or one like it.
    fn new_id(&self, place: &Place) -> anyhow::Result<String> {
        let model = place.model();
        let names = Names::new(model);
        let called = |id: CompanyId| format!("`{}` ({})", model[id].id, model[id].name);
        for name in [Some(&self.name), self.short.as_ref()].into_iter().flatten() {
            match names.find(name, None) {
                Lookup::One(found) if self.id.is_none() => {
                    let file = place.shown(place.origin(found)).to_owned();
                    return Err(NotFound(format!(
                        "a company called `{name}` is there: {} in {file}; --id starts another of this name",
                        called(found)
                    ))
                    .into());
                }
                Lookup::One(found) => note(&format!("{} bears this name too", called(found))),
                Lookup::Many(found) => {
                    let list: Vec<String> = found.into_iter().map(called).collect();
                    note(&format!("{} bear this name too", list.join(" and ")));
                }
                Lookup::None(near) if !near.is_empty() => {
                    let list: Vec<String> = near.into_iter().map(|(_, id)| called(id)).collect();
                    note(&format!("if you mean {}, it is there already", list.join(" or ")));
                }
                Lookup::None(_) => {}
            }
        }
        let Some(id) = self.id.clone().or_else(|| slugify(self.short_name())) else {
            bail!("`{}` has no letter or digit to make an id of; give --id", self.name);
        };
        place.new_id(&id)?;
        Ok(id)
    }
}
