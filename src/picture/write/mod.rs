//! The writers: one file a format, each from a composed scene.

pub mod dot;
pub mod mermaid;
pub mod raster;
pub mod svg;
mod theme;
