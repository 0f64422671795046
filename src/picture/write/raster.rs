//! PNG, and what it shares with PDF: both are drawn from our own SVG with the fonts inside the program and nothing of the system.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

use super::svg::{self, Theme};
use crate::picture::fonts;
use crate::picture::scene::Scene;

/// Why a picture could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum RasterError {
    /// The picture is larger than memory allows for pixels.
    #[error("the picture is too large for PNG ({width} by {height} pixels); write SVG or PDF, or narrow the scope")]
    TooLarge {
        /// Its width in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
    },
    /// The library refused what we wrote.
    #[error("the picture could not be drawn: {0}")]
    Refused(String),
}

/// Pixels to one pixel of the scene: sharp on paper and on dense screens.
const SCALE: f32 = 2.0;
/// A picture with more pixels is drawn coarser, down to a fourth.
const PIXELS: f32 = 60_000_000.0;

/// The picture as PNG on white.
///
/// # Errors
/// When it is too large even at a fourth of the usual sharpness.
pub fn png(scene: &Scene) -> Result<Vec<u8>, RasterError> {
    let tree = tree(scene)?;
    let (w, h) = (tree.size().width(), tree.size().height());
    let scale = SCALE.min((PIXELS / (w * h)).sqrt());
    // saturating casts: a size beyond u32 fails just below
    let (width, height) = ((w * scale).ceil() as u32, (h * scale).ceil() as u32);
    let too_large = || RasterError::TooLarge { width, height };
    if scale < SCALE / 4.0 {
        return Err(too_large());
    }
    let mut pixels = Pixmap::new(width, height).ok_or_else(too_large)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels
        .encode_png()
        .map_err(|error| RasterError::Refused(error.to_string()))
}

/// The names, and other words, of which the fonts inside the program lack signs, each with how it is drawn.
#[must_use]
pub fn romanized(scene: &Scene) -> BTreeMap<String, String> {
    let companies = scene
        .boxes
        .iter()
        .flat_map(|found| found.members.iter().chain([&found.name]));
    let lines = scene.lines.iter().flat_map(|line| &line.labels);
    let labels = lines.chain(&scene.labels).map(|label| &label.text);
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for text in companies.chain(labels) {
        let told = found.keys().any(|name| text.contains(name.as_str()));
        if let (false, Cow::Owned(drawn)) = (told, fonts::drawable(text)) {
            found.insert(text.clone(), drawn);
        }
    }
    found
}

pub(super) fn tree(scene: &Scene) -> Result<Tree, RasterError> {
    let options = Options {
        fontdb: database(),
        font_family: "Noto Sans".to_owned(),
        ..Options::default()
    };
    Tree::from_str(&svg::write(scene, Theme::Light), &options).map_err(|error| RasterError::Refused(error.to_string()))
}

/// The fonts inside the program.
fn database() -> Arc<Database> {
    static DATABASE: OnceLock<Arc<Database>> = OnceLock::new();
    let load = || {
        let mut database = Database::new();
        for file in fonts::files() {
            database.load_font_data(file.to_vec());
        }
        database.set_sans_serif_family("Noto Sans");
        Arc::new(database)
    };
    Arc::clone(DATABASE.get_or_init(load))
}
