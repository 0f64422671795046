use std::io::{self, IsTerminal};
use std::path::PathBuf;

use anyhow::bail;
use clap::{Args, ValueEnum};

use super::context::{GlobalArgs, today_date};
use super::data;
use super::exit::{Exit, NotFound};
use super::graphviz::{self, Engine};
use super::hint::Refusal;
use super::output::{note, print_bytes};
use super::patience::Patience;
use super::save::{Over, save};
use super::scope::ScopeArgs;
use crate::dataset::Dataset;
use crate::derived::Knowledge;
use crate::judge::{Scope, View};
use crate::model::DealId;
use crate::picture::{self, Scene, Style, Subject, raster, svg};
use crate::query::waterfall::{self, Piece, course};
use crate::request::{Resolver, ScopeRequest};
use crate::values::{PartialDate, counted};

/// Draw relationship pictures
///
/// One company is drawn in the middle of its partners and rivals, two over time, more (or a case, a market, everything)
/// as a map, a deal as the waterfall of its profit. Cooperation and competition of one pair are always two lines.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  frenemy draw microsoft -o microsoft.svg
  frenemy draw microsoft dell -o rivals-since-when.pdf
  frenemy draw --case microsoft-openai -o map.png
  frenemy draw nvidia --style flow --hops 2 -o money.svg
  frenemy draw microsoft-openai-2023 --assume first-investors=\"USD 50m\" -o who-gets-what.pdf
  frenemy draw microsoft openai google --format mermaid")]
pub(super) struct DrawArgs {
    /// Companies: ids, names, former names, aliases or tickers; or one deal by its id
    #[arg(value_name = "COMPANY|DEAL")]
    companies: Vec<String>,
    /// Kind of picture [default: ego for one company, lanes for two, waterfall for a deal, else map]
    #[arg(long, value_enum)]
    style: Option<StyleArg>,
    /// Draw everything in the data, or in the scope
    #[arg(long, conflicts_with = "companies")]
    all: bool,
    /// Draw what is this many ties away from the companies, too
    #[arg(long, value_name = "N", requires = "companies")]
    hops: Option<u32>,
    /// Mark this profit in a waterfall; several with commas between them, repeatable
    #[arg(long, value_name = "MONEY,...", help_heading = "Waterfall")]
    profit: Vec<String>,
    /// Assume what a holder gets in a tranche whose end nobody knows; repeatable
    #[arg(long, value_name = "HOLDER=MONEY", help_heading = "Waterfall")]
    assume: Vec<String>,
    /// File to write; its extension tells the format [default: standard output]
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,
    /// Format [default: by the extension of the file, else svg]
    #[arg(long, value_enum, help_heading = "Output")]
    format: Option<Format>,
    /// Overwrite the file if it exists; of a link, the file that it leads to. Pipes and devices need no --force
    #[arg(long, requires = "output", help_heading = "Output")]
    force: bool,
    /// Who places the companies of a map or flow [default: Graphviz's neato (maps), dot (flows) or sfdp (many companies) if installed, else builtin]
    #[arg(long, value_enum, help_heading = "Output")]
    engine: Option<Engine>,
    #[command(flatten)]
    scope: ScopeArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum StyleArg {
    /// Companies and all relations among them
    Map,
    /// One company in the middle of its partners and rivals
    Ego,
    /// Relations over time, with phases and events
    Lanes,
    /// Companies by companies
    Matrix,
    /// Money along its direction
    Flow,
    /// Who gets what of a deal's money as its profit grows
    Waterfall,
}

impl From<StyleArg> for Style {
    fn from(style: StyleArg) -> Self {
        match style {
            StyleArg::Map => Self::Map,
            StyleArg::Ego => Self::Ego,
            StyleArg::Lanes => Self::Lanes,
            StyleArg::Matrix => Self::Matrix,
            StyleArg::Flow => Self::Flow,
            StyleArg::Waterfall => Self::Waterfall,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Accessible SVG, light and dark
    Svg,
    /// Pixels
    Png,
    /// One page, text as text
    Pdf,
    /// For Graphviz
    Dot,
    /// For Markdown pages
    Mermaid,
}

/// Beyond these, a picture can hardly be read.
const READABLE_COMPANIES: usize = 60;
const READABLE_LINES: usize = 200;
/// How many names a note gives.
const NAMED: usize = 5;

impl DrawArgs {
    pub(super) fn run(&self, global: &GlobalArgs) -> anyhow::Result<Exit> {
        let format = self.format()?;
        let dataset = data::dataset(global)?;
        let names = Resolver::new(dataset.model());
        let draft = match self.deal(&names)? {
            Some(deal) => self.of_deal(dataset, &names, deal, format, global)?,
            None => self.of_companies(dataset, &names, format, global)?,
        };
        if draft.scene().is_empty() {
            let left_out = draft.scene().left_out.iter().map(|what| format!(": {what}"));
            let nothing = ["nothing to draw in this scope".to_owned()];
            return Err(NotFound(nothing.into_iter().chain(left_out).collect()).into());
        }
        let placement = match format {
            // formats that their reader lays out need no places
            Format::Dot | Format::Mermaid => None,
            _ => graphviz::place(&draft, self.engine)?,
        };
        let patience = Patience::new("drawing ...");
        let scene = picture::finish(draft, placement);
        let bytes = bytes(&scene, format)?;
        drop(patience);
        self.write(&bytes)?;
        advise(&scene);
        lost(&scene, format, &bytes);
        Ok(Exit::Answered)
    }

    /// The deal that is to be drawn, if it is one: named by its id, or in whatever way where the style says so.
    fn deal(&self, names: &Resolver<'_>) -> anyhow::Result<Option<DealId>> {
        let model = names.model();
        let wanted = self.style == Some(StyleArg::Waterfall);
        let named = match self.companies.as_slice() {
            [name] if wanted => Some(names.deal(&mut name.clone()).map_err(Refusal::new)?),
            _ if wanted => bail!("a waterfall is of one deal; `frenemy list deals` shows all"),
            [name] if self.style.is_none() => model.deals.iter().position(|deal| deal.id == *name).map(DealId::from),
            _ => None,
        };
        if named.is_none() && !(self.profit.is_empty() && self.assume.is_empty()) {
            bail!("--profit and --assume go with a deal only; `frenemy list deals` shows all");
        }
        Ok(named)
    }

    fn of_deal(
        &self,
        dataset: &Dataset,
        names: &Resolver<'_>,
        deal: DealId,
        format: Format,
        global: &GlobalArgs,
    ) -> anyhow::Result<picture::Draft> {
        usable(Style::Waterfall, format, 0)?;
        if self.hops.is_some() {
            bail!("--hops does not go with a deal");
        }
        let scope = self.scope.request();
        let others = ScopeRequest {
            at: None,
            known_at: None,
            ..scope.clone()
        };
        if let Some(field) = others.first() {
            bail!(
                "--{} does not go with a deal; --at and --known-at do",
                field.replace('_', "-")
            );
        }
        let model = dataset.model();
        let known = Knowledge(scope.known_at.map(PartialDate::last));
        let question = waterfall::question(names, deal, scope.at, known, &self.profit, &self.assume);
        let question = question.map_err(Refusal::new)?;
        let course = course(model, question.clone())
            .map_err(|error| Refusal::new(waterfall::Refused::unanswerable(model, &question, &error).into()))?;
        let open = course.pieces.iter().find_map(|piece| match piece {
            Piece::Open { tranche, .. } => Some(*tranche),
            _ => None,
        });
        if let Some(tranche) = open.filter(|_| !course.question.profits.is_empty()) {
            let (deal, currency) = (question.deal, question.currency);
            let holder = model[deal].waterfall[tranche].shares.first();
            let holder = holder.map_or("HOLDER", |(holder, _)| model.holder_id(deal, *holder));
            bail!(
                "--profit has no place while nobody knows where tranche {} ends; assume an end: --assume {holder}=\"{currency} 50m\"",
                tranche + 1
            );
        }
        let graph = dataset.graph(known);
        let scope = Scope::at(today_date()?);
        let view = View::new(&graph, &scope);
        let subject = Subject {
            deal: Some(course),
            ..Subject::default()
        };
        Ok(picture::draft(&view, &subject, Style::Waterfall, global.lang()))
    }

    fn of_companies(
        &self,
        dataset: &Dataset,
        names: &Resolver<'_>,
        format: Format,
        global: &GlobalArgs,
    ) -> anyhow::Result<picture::Draft> {
        let companies = self.companies.iter().map(|name| names.company(&mut name.clone()));
        let companies = companies.collect::<Result<Vec<_>, _>>().map_err(Refusal::new)?;
        let scope = self.scope.request();
        let scope = scope.scope(names, today_date().ok()).map_err(Refusal::new)?;
        let whole = companies.is_empty() && scope.case.is_none() && scope.market.is_none();
        if whole && !self.all {
            bail!("nothing says what to draw: name companies or a deal, or give --case, --market or --all");
        }
        let style = self.style(companies.len());
        usable(style, format, companies.len())?;
        let graph = dataset
            .reaching(scope.known, scope.reach)
            .named_on(scope.asked.last_day());
        let view = View::new(&graph, &scope);
        let subject = Subject {
            // a neighbourhood of one tie is the least that a map of one company can show
            hops: self.hops.unwrap_or(u32::from(companies.len() == 1)),
            companies,
            deal: None,
        };
        Ok(picture::draft(&view, &subject, style, global.lang()))
    }

    fn style(&self, companies: usize) -> Style {
        match (self.style, companies, self.hops) {
            (Some(style), _, _) => style.into(),
            (None, 1, None) => Style::Ego,
            (None, 2, None) => Style::Lanes,
            _ => Style::Map,
        }
    }

    /// The format asked for, else the one that the file's name tells.
    fn format(&self) -> anyhow::Result<Format> {
        let Some(path) = self.output.as_deref().filter(|_| self.format.is_none()) else {
            return Ok(self.format.unwrap_or(Format::Svg));
        };
        let extension = path.extension().and_then(|ext| ext.to_str()).unwrap_or_default();
        match extension.to_ascii_lowercase().as_str() {
            "svg" => Ok(Format::Svg),
            "png" => Ok(Format::Png),
            "pdf" => Ok(Format::Pdf),
            "dot" | "gv" => Ok(Format::Dot),
            "mmd" | "mermaid" => Ok(Format::Mermaid),
            other => {
                bail!("the extension `{other}` names no format; use .svg, .png, .pdf, .dot or .mmd, or give --format")
            }
        }
    }

    fn write(&self, bytes: &[u8]) -> anyhow::Result<()> {
        data::intact()?;
        let Some(path) = &self.output else {
            if io::stdout().is_terminal() && std::str::from_utf8(bytes).is_err() {
                bail!("this format is not for terminals; give a file with -o, or redirect the output");
            }
            return print_bytes(bytes);
        };
        save(path, bytes, Over::forced(self.force))
    }
}

/// What does not exist is said before anything is computed.
fn usable(style: Style, format: Format, companies: usize) -> anyhow::Result<()> {
    let name = style.name();
    if style == Style::Ego && companies != 1 {
        bail!("an ego picture has one company in the middle; {companies} are named");
    }
    match (style, format) {
        (Style::Map | Style::Ego | Style::Flow, _) | (_, Format::Svg | Format::Png | Format::Pdf) => Ok(()),
        (Style::Lanes, Format::Mermaid) => Ok(()),
        (Style::Lanes, _) => bail!("{name} cannot be written as DOT; use svg, png, pdf or mermaid"),
        (Style::Matrix | Style::Waterfall, _) => bail!("{name} can be written as svg, png or pdf only"),
    }
}

fn bytes(scene: &Scene, format: Format) -> anyhow::Result<Vec<u8>> {
    Ok(match format {
        Format::Svg => svg::write(scene, svg::Theme::Auto).into_bytes(),
        Format::Png => raster::png(scene)?,
        Format::Pdf => pdf(scene)?,
        Format::Dot => picture::dot::write(scene).into_bytes(),
        Format::Mermaid => picture::mermaid::write(scene).into_bytes(),
    })
}

#[cfg(feature = "pdf")]
fn pdf(scene: &Scene) -> anyhow::Result<Vec<u8>> {
    Ok(picture::pdf::write(scene)?)
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &Scene) -> anyhow::Result<Vec<u8>> {
    bail!("this program was built without PDF; write SVG or PNG")
}

/// Says when a picture holds more than an eye can follow.
fn advise(scene: &Scene) {
    let (boxes, lines) = (scene.boxes.len(), scene.lines.len());
    if boxes > READABLE_COMPANIES || lines > READABLE_LINES {
        note(&format!(
            "{boxes} companies with {} are hard to read; a case, --market, --kind, --firm or fewer --hops narrow it",
            counted(lines, "line")
        ));
    }
}

/// Says what the reader of a format cannot show of a picture, and which format can.
fn lost(scene: &Scene, format: Format, bytes: &[u8]) {
    match format {
        Format::Mermaid => {
            let written = String::from_utf8_lossy(bytes);
            if picture::mermaid::is_refused(scene, &written) {
                note(&format!(
                    "Mermaid draws at most {} lines and {} characters unless the page raises `maxEdges` and `maxTextSize`, and \
                     this has {} and {}; --format dot or svg draws it",
                    picture::mermaid::MOST_LINES,
                    picture::mermaid::MOST_CHARACTERS,
                    counted(scene.lines.len(), "line"),
                    counted(written.chars().count(), "character")
                ));
            }
        }
        Format::Png | Format::Pdf => {
            let romanized = raster::romanized(scene);
            let shown: Vec<String> = romanized
                .iter()
                .take(NAMED)
                .map(|(name, as_drawn)| format!("`{name}` as `{as_drawn}`"))
                .collect();
            if !shown.is_empty() {
                let more = match romanized.len().saturating_sub(NAMED) {
                    0 => String::new(),
                    more => format!(" and {more} more"),
                };
                note(&format!(
                    "no font in this program has all signs of some names; they are drawn in Latin letters: {}{more}; --format svg \
                     keeps them",
                    shown.join(", ")
                ));
            }
        }
        Format::Svg | Format::Dot => {}
    }
}
