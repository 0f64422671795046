//! The writers: one file a format, each from a composed scene.

mod bars;
pub mod dot;
mod lines;
pub mod mermaid;
mod out;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod raster;
pub mod svg;
mod theme;
mod xml;

use super::scene::Scene;
use crate::values::is_slug;

/// What a box is called in a text that describes a graph: the id of its company, its place among the boxes where it has none.
/// Ids hold small letters, digits and single hyphens only.
fn node_name(scene: &Scene, at: usize) -> String {
    let id = scene.boxes[at].about.ids.first().filter(|id| is_slug(id));
    id.cloned().unwrap_or_else(|| format!("n{at}"))
}
