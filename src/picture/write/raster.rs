//! PNG and PDF, drawn from our own SVG with the fonts inside the program and nothing of the system.

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

/// The picture as PDF of one page, text as text.
///
/// # Errors
/// When the library refuses the drawing.
pub fn pdf(scene: &Scene) -> Result<Vec<u8>, RasterError> {
    let tree = tree(scene)?;
    let draw = || {
        svg2pdf::to_pdf(
            &tree,
            svg2pdf::ConversionOptions::default(),
            svg2pdf::PageOptions::default(),
        )
        .map_err(|error| RasterError::Refused(error.to_string()))
    };
    let mut page = draw()?;
    // svg2pdf writes fonts in the order of a hash map with a random seed; of the few orders there are, take the one in
    // which they were met, so that the same data give the same bytes
    for _ in 0..TRIALS {
        if in_order(&font_numbers(&page)) {
            break;
        }
        page = draw()?;
    }
    Ok(sorted_resources(&page))
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

/// Puts the entries of resource dictionaries, which svg2pdf writes in the order of a hash map too, in their natural order.
///
/// Each is a line of its own, and lines only change places, so that every offset in the file stays true.
fn sorted_resources(pdf: &[u8]) -> Vec<u8> {
    let mut lines: Vec<&[u8]> = pdf.split(|byte| *byte == b'\n').collect();
    for run in lines.chunk_by_mut(|a, b| is_resource(a) && is_resource(b)) {
        if run.len() > 1 {
            run.sort_unstable();
        }
    }
    lines.join(&b'\n')
}

/// Whether a line is an entry such as `      /gs0 8 0 R`.
fn is_resource(line: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(line) else {
        return false;
    };
    let mut words = text.split_ascii_whitespace();
    let (Some(name), Some(number), Some("0"), Some("R"), None) =
        (words.next(), words.next(), words.next(), words.next(), words.next())
    else {
        return false;
    };
    let named = name
        .strip_prefix('/')
        .is_some_and(|name| name.ends_with(|ch: char| ch.is_ascii_digit()));
    named && text.starts_with("  ") && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Three fonts have six orders: to miss the right one so often has a chance of one in a hundred million.
const TRIALS: usize = 100;

fn in_order(numbers: &[u32]) -> bool {
    numbers.windows(2).all(|pair| pair[0] < pair[1])
}

/// The object numbers of fonts in the order in which a PDF holds them.
fn font_numbers(pdf: &[u8]) -> Vec<u32> {
    const FONT: &[u8] = b"/Subtype /Type0";
    const OBJECT: &[u8] = b" 0 obj";
    let fonts = (0..pdf.len().saturating_sub(FONT.len())).filter(|at| pdf[*at..].starts_with(FONT));
    let number = |at: usize| {
        let object = (0..at).rev().find(|start| pdf[*start..].starts_with(OBJECT))?;
        let digits = pdf[..object]
            .iter()
            .rev()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        std::str::from_utf8(&pdf[object - digits..object]).ok()?.parse().ok()
    };
    fonts.filter_map(number).collect()
}

fn tree(scene: &Scene) -> Result<Tree, RasterError> {
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
