//! The picture of a request: a company among its partners and rivals, two companies over time.

use super::problem::{Kind, Problem};
use crate::dataset::Dataset;
use crate::graph::Budget;
use crate::lang::Lang;
use crate::picture::{self, Style, Subject, svg};
use crate::query::Request;
use crate::request::{AskError, Asking, ScopeRequest};
use crate::values::PartialDate;

/// Whether a request has a picture.
pub(super) fn has(request: &Request) -> bool {
    subject(request).is_some()
}

/// Draws a request as SVG.
///
/// # Errors
/// When it has no picture, there is nothing to draw, or it would be refused as a question.
pub(super) fn svg(
    dataset: &Dataset,
    request: &Request,
    today: Option<PartialDate>,
    budget: &Budget,
    lang: Lang,
) -> Result<String, Problem> {
    let Some((names, scope, style)) = subject(request) else {
        return Err(Problem::new(Kind::NotAcceptable, "this question has no picture"));
    };
    let asking = Asking::new(dataset, today, budget);
    let mut scope = scope.clone();
    scope.resolve(asking.names())?;
    let companies = names
        .into_iter()
        .map(|name| asking.names().company(&mut name.to_owned()));
    let subject = Subject {
        companies: companies.collect::<Result<_, _>>()?,
        ..Subject::default()
    };
    let ground = asking.ground(&scope)?;
    let draft = picture::draft(&ground.view(), &subject, style, lang);
    dataset.intact().map_err(AskError::from)?;
    if asking.meter().is_over() {
        return Err(AskError::over(asking.meter()).into());
    }
    if draft.scene().is_empty() {
        return Err(Problem::new(Kind::NoSuchPage, "there is nothing to draw in this scope"));
    }
    Ok(svg::write(&picture::finish(draft, None), svg::Theme::Auto))
}

/// The companies that a request is about, in which scope, and how they are drawn.
fn subject(request: &Request) -> Option<(Vec<&str>, &ScopeRequest, Style)> {
    match request {
        Request::Who(who) => Some((vec![&who.company], &who.scope, Style::Ego)),
        Request::Between(between) => Some((vec![&between.a, &between.b], &between.scope, Style::Lanes)),
        _ => None,
    }
}
