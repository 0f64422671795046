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
