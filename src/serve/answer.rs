//! An answer in the form that is wanted.

use super::format::Format;
use super::live::State;
use super::page;
use super::picture;
use super::problem::Problem;
use crate::graph::Budget;
use crate::lang::Lang;
use crate::query::Request;
use crate::report::text::Layout;
use crate::report::{csv, html, markdown, text};
use crate::values::PartialDate;

/// How wide a text is.
const WIDTH: usize = 100;

/// What is to be worked out.
#[derive(Clone, Debug)]
pub(super) struct Job {
    pub(super) request: Request,
    pub(super) format: Format,
    pub(super) lang: Lang,
    /// Whether HTML is a page of the server's, with its search and links.
    pub(super) page: bool,
    pub(super) today: Option<PartialDate>,
}

/// Works an answer out.
///
/// # Errors
/// When the request is refused, or it takes more work than it may.
pub(super) fn work_out(state: &State, job: &Job, budget: &Budget) -> Result<String, Problem> {
    let (lang, today) = (job.lang, job.today);
    if job.format == Format::Svg {
        return picture::svg(&state.dataset, &job.request, today, budget, lang);
    }
    let answer = state.dataset.ask(&job.request, today, budget)?;
    if job.format == Format::Json {
        return Ok(answer.json(lang)?);
    }
    let table = answer.table(lang)?;
    Ok(match job.format {
        Format::Html if job.page => {
            let told = answer.text().map_or(page::Told::Table(&table), page::Told::Text);
            let shown = page::Shown {
                address: &answer.request().address(),
                told,
                has_picture: picture::has(&job.request),
            };
            page::answer(state, &shown, lang)
        }
        Format::Html => html::document(&table, lang),
        Format::Csv => csv::write(&table),
        Format::Markdown => markdown::write(&table, lang),
        _ => answer.text().map_or_else(|| plain(&table, lang), str::to_owned),
    })
}

fn plain(table: &crate::report::Table, lang: Lang) -> String {
    let layout = Layout {
        width: Some(WIDTH),
        color: false,
        lang,
    };
    text::write(table, &layout)
}
