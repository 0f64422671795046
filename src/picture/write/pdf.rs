//! PDF with text as text, drawn as PNG is.

use super::raster::{self, RasterError};
use crate::picture::scene::Scene;

/// The picture as PDF of one page, text as text.
///
/// # Errors
/// When the library refuses the drawing.
pub fn write(scene: &Scene) -> Result<Vec<u8>, RasterError> {
    let tree = raster::tree(scene)?;
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
