//! Relationship pictures: a neutral scene, the builders that fill it, the writers that put it on paper.
//!
//! A picture is drafted from a [`View`] and a [`Subject`], placed (by Graphviz outside this room, or by the built-in
//! layout), composed and written. Cooperation and competition of one pair are always two marks.

mod build;
mod compose;
mod facts;
mod fonts;
pub mod geometry;
mod layout;
mod legend;
pub mod parts;
pub mod scene;
mod selection;
pub mod style;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_data;
#[cfg(test)]
mod tests_known;
#[cfg(test)]
mod tests_names;
#[cfg(test)]
mod tests_selection;
#[cfg(test)]
mod tests_sums;
#[cfg(test)]
mod tests_waterfall;
mod title;
mod words;
mod write;

use crate::judge::View;
use crate::lang::Lang;
use crate::model::CompanyId;
use crate::query::waterfall::Course;

pub use fonts::Font;
pub use layout::{Placement, graphviz};
pub use scene::Scene;
pub use style::Style;
#[cfg(feature = "pdf")]
pub use write::pdf;
pub use write::{dot, mermaid, raster, svg};

/// What a picture is about, beside what its scope says.
#[derive(Clone, Debug, Default)]
pub struct Subject {
    /// These companies; all within the scope when empty.
    pub companies: Vec<CompanyId>,
    /// And what is so many ties away from them.
    pub hops: u32,
    /// The deal and what is asked about it, for a waterfall.
    pub deal: Option<Course>,
}

/// A picture that needs no places from outside, or whose places are still to be found.
#[derive(Clone, Debug)]
pub enum Draft {
    /// It is finished.
    Done(Scene),
    /// Its boxes have sizes and its lines ends; [`finish`] gives them places.
    Open(Scene),
}

impl Draft {
    /// The scene, wherever it stands.
    #[must_use]
    pub const fn scene(&self) -> &Scene {
        let (Self::Done(scene) | Self::Open(scene)) = self;
        scene
    }
}

/// Drafts a picture in a style.
#[must_use]
pub fn draft(view: &View<'_>, subject: &Subject, style: Style, lang: Lang) -> Draft {
    match (style, subject.companies.as_slice()) {
        (Style::Ego, [company, ..]) => Draft::Done(build::ego::build(view, *company, lang)),
        (Style::Lanes, _) => Draft::Done(build::lanes::build(view, subject, lang)),
        (Style::Matrix, _) => Draft::Done(build::matrix::build(view, subject, lang)),
        (Style::Waterfall, _) => Draft::Done(build::waterfall::build(view, subject, lang)),
        (Style::Flow, _) => Draft::Open(build::flow::draft(view, subject, lang)),
        _ => Draft::Open(build::map::draft(view, subject, lang)),
    }
}

/// Gives an open draft its places, the built-in layout's without `placement`, and composes it.
#[must_use]
pub fn finish(draft: Draft, placement: Option<Placement>) -> Scene {
    match draft {
        Draft::Done(scene) => scene,
        Draft::Open(scene) => build::map::finish(scene, placement),
    }
}
