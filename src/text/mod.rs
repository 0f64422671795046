//! Files, byte spans, lines and columns.
//!
//! [`read_dirs`] and [`read_readable`] are the library's only reading of files. Everything above names a place by a [`Span`]
//! and never by a line: lines and columns are for people and are computed when a place is shown.

mod read;
mod skipped;
mod span;
mod state;

use std::path::PathBuf;
use std::sync::OnceLock;

pub use read::{MAX_BYTES, MAX_FILE_BYTES, ReadError, read_dir, read_dirs, read_readable};
pub use skipped::{Skipped, Why};
pub use span::{FileId, Span};
pub use state::mark_of;

use crate::values::clean::one_line;

/// One file of a data directory, decoded.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path by which the file was opened, and can be again.
    pub path: PathBuf,
    /// The path as shown to users, with `/` between its parts, on one line. What is no Unicode in it, or cannot be seen, is
    /// replaced: two files may share a name, and none may bear it.
    pub name: String,
    /// The path below its root, shown in the same way.
    pub relative: String,
    /// Which data directory the file came from; later ones are laid over earlier ones.
    pub layer: u16,
    /// The text; where the file is not UTF-8, its lossy decoding. Spans refer to this text.
    pub text: String,
    /// The byte offset of the first invalid UTF-8, if there is any.
    pub broken: Option<usize>,
    line_starts: Vec<u32>,
    /// How many characters begin before each block of [`BLOCK`] bytes, counted when a column is first asked for.
    characters: OnceLock<Vec<u32>>,
}

/// Columns are counted from the start of a block of so many bytes, so that a line of any length costs the same.
const BLOCK: usize = 1024;

impl SourceFile {
    fn new(path: PathBuf, name: String, relative: String, layer: u16, bytes: Vec<u8>) -> Self {
        let (text, broken) = match String::from_utf8(bytes) {
            Ok(text) => (text, None),
            Err(error) => {
                let broken = error.utf8_error().valid_up_to();
                (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(broken))
            }
        };
        let line_starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(newline, _)| offset(newline + 1)))
            .collect();
        Self {
            path,
            name: one_line(&name).into_owned(),
            relative,
            layer,
            text,
            broken,
            line_starts,
            characters: OnceLock::new(),
        }
    }

    /// The file name without its extension, which is the id of the company or case in it.
    #[must_use]
    pub fn stem(&self) -> &str {
        stem(&self.relative)
    }

    /// The line and column of a byte offset, both from 1, the column in characters.
    ///
    /// An offset inside a character is taken back to its start, one behind the text to its end. Cost: that of a short stretch of
    /// text, after the first call, which looks at all of it.
    #[must_use]
    pub fn line_col(&self, offset: u32) -> (usize, usize) {
        let offset = floor_char_boundary(&self.text, offset as usize);
        let line = self.line_starts.partition_point(|&start| start as usize <= offset);
        let start = self.line_start(line);
        (line, 1 + self.characters_before(offset) - self.characters_before(start))
    }

    /// How many characters begin before a byte offset.
    fn characters_before(&self, offset: usize) -> usize {
        // every byte of a character but its first begins with the bits 10
        let begun = |bytes: &[u8]| bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        let bytes = self.text.as_bytes();
        let blocks = self.characters.get_or_init(|| {
            let mut before = 0;
            let counted = bytes.chunks(BLOCK).map(|block| {
                let here = before;
                before += begun(block);
                self::offset(here)
            });
            counted.collect()
        });
        let block = (offset / BLOCK).min(blocks.len().saturating_sub(1));
        let before = blocks.get(block).map_or(0, |before| *before as usize);
        before + begun(&bytes[block * BLOCK..offset])
    }

    /// How many lines the text has; an empty text has one.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// The byte offset at which a line (from 1) starts; the end of the text for lines behind the last.
    #[must_use]
    pub fn line_start(&self, line: usize) -> usize {
        self.line_starts
            .get(line.saturating_sub(1))
            .map_or(self.text.len(), |&start| start as usize)
    }

    /// A line (from 1) without its line break; empty for lines behind the last.
    #[must_use]
    pub fn line_text(&self, line: usize) -> &str {
        let text = &self.text[self.line_start(line)..self.line_start(line + 1)];
        let text = text.strip_suffix('\n').unwrap_or(text);
        text.strip_suffix('\r').unwrap_or(text)
    }
}

/// The files of one reading, in order, found by their [`FileId`].
#[derive(Clone, Debug, Default)]
pub struct Files {
    files: Vec<SourceFile>,
    skipped: Vec<Skipped>,
}

impl Files {
    /// An empty collection.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file to the lowest layer; its name is also its path below the root.
    pub fn add(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> FileId {
        let name = name.into();
        self.add_in_layer(0, name.clone(), name, bytes)
    }

    /// Adds a file to a layer; `relative` is its path below the root of that layer.
    pub fn add_in_layer(
        &mut self,
        layer: u16,
        name: impl Into<String>,
        relative: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
    ) -> FileId {
        let name = name.into();
        let path = PathBuf::from(&name);
        self.push(SourceFile::new(path, name, relative.into(), layer, bytes.into()))
    }

    /// Adds other files, which get new ids, in layers above those that are there.
    pub fn lay_over(&mut self, others: Self) {
        let lowest = self
            .files
            .iter()
            .map(|file| file.layer.saturating_add(1))
            .max()
            .unwrap_or_default();
        self.files.extend(others.files.into_iter().map(|mut file| {
            file.layer = file.layer.saturating_add(lowest);
            file
        }));
        self.skipped.extend(others.skipped);
    }

    fn push(&mut self, file: SourceFile) -> FileId {
        self.files.push(file);
        FileId(offset(self.files.len() - 1))
    }

    /// The file of an id.
    ///
    /// # Panics
    /// If the id was not given out by this collection.
    #[must_use]
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// All files with their ids, in the order in which they were added.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (FileId, &SourceFile)> {
        self.files
            .iter()
            .enumerate()
            .map(|(index, file)| (FileId(offset(index)), file))
    }

    /// What lies in the directories and looks like data, but was not read by rule; sorted within each directory given.
    #[must_use]
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The text of a span, its ends moved back to the start of a character and into the text where they are not.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        let text = &self.get(span.file).text;
        let end = floor_char_boundary(text, span.end as usize);
        let start = floor_char_boundary(text, span.start as usize).min(end);
        &text[start..end]
    }
}

/// The file name of a path, whose parts are divided by `/`, without its extension.
#[must_use]
pub fn stem(path: &str) -> &str {
    let file_name = path.rsplit('/').next().unwrap_or_default();
    file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem)
}

/// The nearest start of a character at or before `index`, at most the length of the text.
#[must_use]
pub fn floor_char_boundary(text: &str, index: usize) -> usize {
    let index = index.min(text.len());
    (0..=index).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// An offset or index as stored; files are far smaller than 4 GB, and a larger one is clamped instead of wrapped.
fn offset(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_offsets_count_bytes() {
        let mut files = Files::new();
        let id = files.add("vi.yaml", "tên: Tập đoàn\r\nnước: VN\n");
        let file = files.get(id);
        let at = |needle: &str| u32::try_from(file.text.find(needle).unwrap()).unwrap();
        assert_eq!(file.line_col(at("đoàn")), (1, 10));
        assert_eq!(file.line_col(at("VN")), (2, 7));
        assert_eq!(file.line_col(at("đ") + 1), (1, 10), "inside a character");
        assert_eq!(file.line_col(u32::MAX), (3, 1), "behind the text");
        assert_eq!(
            (file.line_text(1), file.line_text(2), file.line_text(3)),
            ("tên: Tập đoàn", "nước: VN", "")
        );
        assert_eq!((file.line_text(4), file.line_count()), ("", 3));
    }

    #[test]
    fn columns_of_long_lines_are_counted_from_the_start() {
        let mut files = Files::new();
        let line = "đ株x".repeat(2000);
        let id = files.add("vi.yaml", format!("a\n{line}\n{line}"));
        let file = files.get(id);
        for (at, (byte, _)) in line.char_indices().enumerate() {
            for (number, start) in [(2, 2), (3, 2 + line.len() + 1)] {
                assert_eq!(file.line_col((start + byte) as u32), (number, at + 1));
            }
        }
        assert_eq!(file.line_col(u32::MAX), (3, 6001));
    }

    #[test]
    fn slices_never_cut_a_character() {
        let mut files = Files::new();
        let id = files.add("vi.yaml", "đỏ");
        assert_eq!(files.slice(Span::new(id, 0, 2)), "đ");
        assert_eq!(files.slice(Span::new(id, 1, 4)), "đ");
        assert_eq!(files.slice(Span::new(id, 9, 3)), "");
        assert_eq!(files.slice(Span::new(id, 0, 99)), "đỏ");
    }

    #[test]
    fn invalid_utf8_keeps_its_place() {
        let mut files = Files::new();
        let id = files.add("latin1.yaml", b"name: Tr\xe0ng\n".to_vec());
        let file = files.get(id);
        assert_eq!(file.broken, Some(8));
        assert_eq!(file.text, "name: Tr\u{fffd}ng\n");
        assert_eq!(file.line_col(8), (1, 9));
    }

    #[test]
    fn the_stem_is_taken_from_the_relative_path() {
        let mut files = Files::new();
        let id = files.add_in_layer(1, "/data/cases/a.b.yaml", "cases/a.b.yaml", "");
        assert_eq!((files.get(id).stem(), files.get(id).layer), ("a.b", 1));
    }
}
