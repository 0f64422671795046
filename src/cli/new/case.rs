use clap::Args;

use super::fill::FillArgs;
use super::place::Place;
use crate::authoring::Given;
use crate::cli::exit::NotFound;
use crate::cli::hint::Refusal;
use crate::derived::{Lookup, Names};
use crate::model::Model;
use crate::request::Resolver;
use crate::syntax::SectionRef;

/// Start a case: a file of its own in `cases/`
#[derive(Debug, Args)]
#[command(after_help = "Example:
  frenemy new case lucid-uber --about lucid,uber")]
pub(super) struct CaseArgs {
    /// The id of the case: the two companies, better known first, or the subject
    id: String,
    /// Companies it is about, by any of their names
    #[arg(long, value_name = "COMPANY,...", value_delimiter = ',', required = true)]
    about: Vec<String>,
    /// Title in English [default: the companies]
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Title in Vietnamese [default: the companies]
    #[arg(long, value_name = "TEXT")]
    title_vi: Option<String>,
    #[command(flatten)]
    fill: FillArgs,
}

impl CaseArgs {
    pub(super) fn run(&self, place: &Place) -> anyhow::Result<()> {
        place.new_id(&self.id)?;
        let model = place.model();
        self.all_known(place, model)?;
        let names = Resolver::new(model);
        let companies = self.about.iter().map(|name| names.company(&mut name.trim().to_owned()));
        let companies = companies.collect::<Result<Vec<_>, _>>().map_err(Refusal::new)?;
        let labels: Vec<&str> = companies.iter().map(|id| model[*id].label()).collect();
        let mut given = Given::default();
        given.line("id", &self.id);
        let title = |written: &Option<String>, and: &str| written.clone().unwrap_or_else(|| listed(&labels, and));
        given.texts(
            "title",
            vec![("en", title(&self.title, "and")), ("vi", title(&self.title_vi, "và"))],
        );
        given.list("about", companies.iter().map(|id| model[*id].id.to_string()).collect());
        let section = SectionRef::of("case").ok_or_else(|| anyhow::anyhow!("no section `case`"))?;
        self.fill.fill(&mut given, section, place)?;
        place.create(&format!("cases/{}.yaml", self.id), section, &given, self.fill.full)?;
        place.next(&format!("frenemy new source URL --case {}", self.id))
    }

    /// Names every company that is missing, with the command that starts it.
    fn all_known(&self, place: &Place, model: &Model) -> anyhow::Result<()> {
        let names = Names::new(model);
        let missing: Vec<&str> = self
            .about
            .iter()
            .map(|name| name.trim())
            .filter(|name| matches!(names.find(name, None), Lookup::None(near) if near.is_empty()))
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        let commands: Vec<String> = missing
            .iter()
            .map(|name| format!("\n  frenemy new company \"{name}\"{}", place.flag()))
            .collect();
        let quoted: Vec<String> = missing.iter().map(|name| format!("`{name}`")).collect();
        Err(NotFound(format!(
            "no company is called {}; nothing was written. Start with{}",
            quoted.join(" or "),
            commands.concat()
        ))
        .into())
    }
}

/// Names with commas and a last "and".
fn listed(names: &[&str], and: &str) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}
