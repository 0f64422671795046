use anyhow::bail;
use clap::Args;

use super::fill::FillArgs;
use super::place::Place;
use crate::authoring::{Given, source_id};
use crate::cli::context::today;
use crate::cli::exit::NotFound;
use crate::derived::{Lookup, Names};
use crate::syntax::SectionRef;

/// Record a source: in the file of its case, or in `sources.yaml`
///
/// The address is written down, never fetched. The id is publisher and date, or publisher and topic without a date.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy new source https://example.com/news --case lucid-uber --date 2025-07-17
  frenemy new source https://example.com/annual-report --id example-10k-2024 --kind filing")]
pub(super) struct SourceArgs {
    /// Its address
    url: String,
    /// The case whose file it goes into; without it `sources.yaml`, for sources that several cases cite
    #[arg(long, value_name = "CASE")]
    case: Option<String>,
    /// Who published it; a company of the data is recognized
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// When it was published: 2019, 2019-07, 2019-07-22 or `unknown`
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// The title as it stands on the page
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// What sort of document: filing, release, news and so on
    #[arg(long, value_name = "WORD")]
    kind: Option<String>,
    /// The id [default: made of publisher and date]
    #[arg(long)]
    id: Option<String>,
    #[command(flatten)]
    fill: FillArgs,
}

impl SourceArgs {
    pub(super) fn run(&self, place: &Place) -> anyhow::Result<()> {
        let model = place.model();
        let url = self.url.trim();
        let same = |known: &str| known.trim_end_matches('/') == url.trim_end_matches('/');
        let mut sources = model.sources.iter();
        if let Some(known) = sources.find(|source| source.url.as_deref().is_some_and(same)) {
            return Err(NotFound(format!("this address is source `{}` already; cite that one", known.id)).into());
        }
        let id = self.new_id(place)?;
        let mut given = Given::default();
        given.line("id", &id);
        given.line("url", url);
        given.line("accessed", today().to_string());
        let flags = [
            ("publisher", &self.publisher),
            ("published", &self.date),
            ("title", &self.title),
            ("kind", &self.kind),
        ];
        for (field, value) in flags {
            if let Some(value) = value {
                given.line(field, value);
            }
        }
        if let Some(Lookup::One(company)) = self.publisher.as_ref().map(|name| Names::new(model).find(name, None)) {
            given.line("publisher_company", model[company].id.to_string());
        }
        let section = SectionRef::of("sources").ok_or_else(|| anyhow::anyhow!("no section `sources`"))?;
        self.fill.fill(&mut given, section, place)?;
        let path = match &self.case {
            Some(case) => place.file_of(place.case(case)?),
            None => place.path("sources.yaml"),
        };
        place.add(&path, section, &given, self.fill.full)?;
        let case = self.case.as_deref().unwrap_or("CASE");
        place.next(&format!("frenemy new relation --case {case} --source {id}"))
    }

    /// The id that was given; else one by the rule, with a letter behind it where it is taken.
    fn new_id(&self, place: &Place) -> anyhow::Result<String> {
        let taken = |id: &str| place.model().sources.iter().any(|source| &*source.id == id);
        if let Some(id) = &self.id {
            if taken(id) {
                return Err(NotFound(format!("there is a source `{id}` already; nothing was written")).into());
            }
            return Ok(id.clone());
        }
        let text = |value: &Option<String>| value.as_deref().map(str::to_owned);
        let (publisher, date, title) = (text(&self.publisher), text(&self.date), text(&self.title));
        let Some(id) = source_id(publisher.as_deref(), date.as_deref(), title.as_deref(), self.url.trim()) else {
            bail!("`{}` gives no id; give --id", self.url);
        };
        let lettered = ('b'..='z').map(|letter| format!("{id}-{letter}"));
        let free = std::iter::once(id.clone()).chain(lettered).find(|id| !taken(id));
        free.ok_or_else(|| anyhow::anyhow!("the id `{id}` is taken; give --id"))
    }
}
