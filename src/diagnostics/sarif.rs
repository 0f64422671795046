//! Problems as SARIF 2.1.0, which code scanning and editors read.
//!
//! Of the format only what GitHub documents that it reads ("SARIF support for code scanning").

use std::collections::BTreeSet;
use std::path::{MAIN_SEPARATOR, Path};

use serde::Serialize;

use super::{Code, Diagnostic, Label, Level};
use crate::text::{Files, Span};

/// All problems as one SARIF log, in the given order, without a line break at the end; `explain` gives the page of a code
/// as Markdown.
///
/// # Panics
/// If a span names a file that is not in `files`.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], files: &Files, explain: &dyn Fn(Code) -> String) -> String {
    let codes: BTreeSet<Code> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "frenemy",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: codes.iter().map(|code| Rule::new(*code, explain(*code))).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            invocations: [Invocation {
                execution_successful: true,
            }],
            results: diagnostics
                .iter()
                .map(|diagnostic| Outcome {
                    rule_id: diagnostic.code.name(),
                    rule_index: codes.range(..diagnostic.code).count(),
                    level: level(diagnostic.level()),
                    message: Text {
                        text: diagnostic.plain(),
                    },
                    locations: [Location::new(&diagnostic.primary, None, files)],
                    related_locations: (1..)
                        .zip(&diagnostic.secondary)
                        .map(|(id, label)| Location::new(label, Some(id), files))
                        .collect(),
                })
                .collect(),
        }],
    };
    // Strings, numbers and lists only: nothing in it can fail to be written.
    serde_json::to_string_pretty(&log).unwrap_or_default()
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Basic | Level::Strict => "warning",
        Level::Named => "note",
    }
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    invocations: [Invocation; 1],
    results: Vec<Outcome>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration,
    properties: Properties,
}

impl Rule {
    fn new(code: Code, page: String) -> Self {
        let description = || Text {
            text: code.description().to_owned(),
        };
        Self {
            id: code.name(),
            short_description: description(),
            full_description: description(),
            help: Help {
                text: page.clone(),
                markdown: page,
            },
            default_configuration: Configuration {
                level: level(code.level()),
            },
            properties: Properties {
                tags: [code.level().name()],
            },
        }
    }
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Properties {
    tags: [&'static str; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

impl Location {
    fn new(label: &Label, id: Option<usize>, files: &Files) -> Self {
        let Span { file, start, end } = label.span;
        let file = files.get(file);
        let (start_line, start_column) = file.line_col(start);
        let (end_line, end_column) = file.line_col(end.max(start));
        Self {
            id,
            physical_location: PhysicalLocation {
                artifact_location: Artifact { uri: uri(&file.path) },
                region: Region {
                    start_line,
                    start_column,
                    end_line,
                    end_column,
                },
            },
            // said in the message of the result for its own place; an empty one is refused
            message: (id.is_some() && !label.text.is_empty()).then(|| Text {
                text: label.text.clone(),
            }),
        }
    }
}

/// A path as a URI reference, relative to the root of the repository where the path is relative.
fn uri(path: &Path) -> String {
    let path = path.strip_prefix(".").unwrap_or(path);
    let mut out = if path.has_root() { "file://" } else { "" }.to_owned();
    // its bytes, not its name: a name that is no Unicode leads to its own file too
    for &byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            _ if char::from(byte) == MAIN_SEPARATOR => out.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            _ => out += &format!("%{byte:02X}"),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        for (path, expected) in [
            ("data/cases/a.yaml", "data/cases/a.yaml"),
            ("./data/một 1%.yaml", "data/m%E1%BB%99t%201%25.yaml"),
            ("/srv/a:b.yaml", "file:///srv/a%3Ab.yaml"),
        ] {
            assert_eq!(uri(Path::new(path)), expected);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_unicode_leads_to_its_file() {
        use std::os::unix::ffi::OsStrExt;
        let path = Path::new(std::ffi::OsStr::from_bytes(b"d/a\xff.yaml"));
        assert_eq!(uri(path), "d/a%FF.yaml");
    }
}
