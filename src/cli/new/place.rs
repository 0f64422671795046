//! The data directory that is written to, and what it holds already.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::authoring::{Given, Template, insert, marks};
use crate::cli::context::GlobalArgs;
use crate::cli::data::{layers, read_files, width};
use crate::cli::exit::NotFound;
use crate::cli::lock::Lock;
use crate::cli::output::{note, print, tell};
use crate::cli::save::{Over, edit, save};
use crate::diagnostics::{Code, Diagnostic, human};
use crate::lower::{Lowered, lower};
use crate::model::{CaseId, Model};
use crate::syntax::{SectionRef, parse, read_records};
use crate::text::{Files, Span};
use crate::values::suggest::did_you_mean;
use crate::values::{counted, is_slug, slugify};

/// Where the schema of data files lies, seen from a data directory.
const SCHEMA: &str = "../schema/data.schema.json";

/// A data directory and those that it is laid over.
pub(super) struct Place {
    root: PathBuf,
    /// What commands shown to the user need to find the directory again.
    flag: String,
    color: bool,
    files: Files,
    lowered: Lowered,
    /// Held until what is read here has been written.
    lock: Option<Lock>,
}

impl Place {
    /// Reads the directories, of which nobody else adds to the last as long as the place is kept; one that does not exist yet
    /// is empty. What is found free here, an id or a file, is still free when it is written.
    pub(super) fn locked(global: &GlobalArgs) -> anyhow::Result<Self> {
        let (_, root) = roots(global)?;
        let lock = Lock::of_directory(&root)?;
        let place = Self::read(global)?;
        Ok(Self {
            lock: Some(lock),
            ..place
        })
    }

    /// As [`Place::locked`], for questions that come before anything is written.
    pub(super) fn read(global: &GlobalArgs) -> anyhow::Result<Self> {
        let (mut roots, root) = roots(global)?;
        if !root.exists() {
            roots.pop();
        }
        let (files, unreadable) = read_files(&roots)?;
        if unreadable > 0 {
            bail!("ids may be taken in what could not be read; nothing was written");
        }
        let lowered = lower(&files);
        let flag = if global.data.is_empty() || global.data_of_environment {
            String::new()
        } else {
            let all: Vec<_> = global
                .data
                .iter()
                .map(|path| format!(" --data {}", path.display()))
                .collect();
            all.concat()
        };
        let color = global.colors(&std::io::stderr());
        Ok(Self {
            root,
            flag,
            color,
            files,
            lowered,
            lock: None,
        })
    }

    /// What the directories hold, as far as it can be read.
    pub(super) const fn model(&self) -> &Model {
        &self.lowered.model
    }

    /// The path of a file of the directory.
    pub(super) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// An id that has the right form, and that no company, market, deal or case bears.
    pub(super) fn new_id(&self, id: &str) -> anyhow::Result<()> {
        if !is_slug(id) {
            let meant = slugify(id).map_or_else(String::new, |slug| format!("; write `{slug}`"));
            bail!("`{id}` is no id: ids are small letters, digits and hyphens{meant}");
        }
        let model = self.model();
        if is_reserved(id) {
            bail!(
                "`{id}.yaml` cannot be a file on Windows, where `{id}` is a device; give another id; nothing was written"
            );
        }
        let taken = [
            ("case", model.cases.iter().any(|case| &*case.id == id)),
            ("company", model.companies.iter().any(|company| &*company.id == id)),
            ("market", model.markets.iter().any(|market| &*market.id == id)),
            ("deal", model.deals.iter().any(|deal| &*deal.id == id)),
        ];
        match taken.iter().find(|(_, taken)| *taken) {
            Some((what, _)) => Err(NotFound(format!(
                "the id `{id}` is taken: there is a {what} of this id; nothing was written"
            ))
            .into()),
            None => Ok(()),
        }
    }

    /// The case of this id.
    pub(super) fn case(&self, id: &str) -> anyhow::Result<CaseId> {
        let cases = &self.model().cases;
        let at = cases.iter().position(|case| &*case.id == id);
        at.map(CaseId::from).ok_or_else(|| {
            let near = did_you_mean(id, cases.iter().map(|case| &*case.id));
            let near = near.map_or_else(String::new, |near| format!("; {near}"));
            NotFound(format!(
                "no case has the id `{id}`{near} (`frenemy new case {id} --about A,B{}` starts it)",
                self.flag
            ))
            .into()
        })
    }

    /// The file in which a case is told.
    pub(super) fn file_of(&self, case: CaseId) -> PathBuf {
        self.files.get(self.origin(case).file).path.clone()
    }

    /// The ids of all records of a case in the file that tells it, usable or not.
    pub(super) fn ids_in(&self, case: CaseId) -> BTreeSet<String> {
        let file = self.origin(case).file;
        let Some(root) = parse(file, &self.files.get(file).text, &mut Vec::new()) else {
            return BTreeSet::new();
        };
        let read = read_records(&root, &mut Vec::new());
        let of_case = read.records.iter().filter(|record| record.section.in_case());
        of_case
            .filter_map(|record| Some(record.fields.id()?.value.to_owned()))
            .collect()
    }

    /// What commands shown to the user need to find the directory again.
    pub(super) fn flag(&self) -> &str {
        &self.flag
    }

    /// Writes a record into a file of its own.
    pub(super) fn create(&self, relative: &str, section: SectionRef, given: &Given, full: bool) -> anyhow::Result<()> {
        let path = self.path(relative);
        if path.exists() {
            return Err(NotFound(format!("`{}` exists; nothing was written", path.display())).into());
        }
        let record = Template::new(section, given, full);
        let body = body(section, &record);
        self.is_sound(&path, &body)?;
        self.make(&path)?;
        self.save(&path, &body)?;
        self.wrote(&path, marks(&body))
    }

    /// Adds a record to a section of a file, which is made if it does not exist.
    pub(super) fn add(&self, path: &Path, section: SectionRef, given: &Given, full: bool) -> anyhow::Result<()> {
        let record = Template::new(section, given, full);
        let body = body(section, &record);
        self.is_sound(path, &body)?;
        if path.exists() {
            edit(path, |old| {
                insert(old, section, &record.item())
                    .map_err(|why| anyhow::anyhow!("nothing can be added to `{}`: {why}", path.display()))
            })?;
        } else {
            self.make(path)?;
            self.save(path, &body)?;
        }
        self.wrote(path, marks(&body))
    }

    /// Tells which command comes next.
    pub(super) fn next(&self, command: &str) -> anyhow::Result<()> {
        print(&format!("next: {command}{}\n", self.flag))
    }

    fn wrote(&self, path: &Path, places: usize) -> anyhow::Result<()> {
        let places = match places {
            0 => String::new(),
            n => format!(": {} to fill in, marked TODO", counted(n, "place")),
        };
        print(&format!("wrote {}{places}\n", path.display()))
    }

    /// Makes the directory of a file, and says so when the data directory itself is new.
    fn make(&self, path: &Path) -> anyhow::Result<()> {
        if self.lock.as_ref().is_some_and(Lock::is_in_new_directory) {
            note(&format!("`{}` is a new data directory", self.root.display()));
        }
        let directory = path.parent().unwrap_or(&self.root);
        fs::create_dir_all(directory).with_context(|| format!("`{}` cannot be made", directory.display()))
    }

    /// Writes a new file, with the line that tells editors the schema where it lies beside the data.
    fn save(&self, path: &Path, body: &str) -> anyhow::Result<()> {
        let modeline = if self.root.join(SCHEMA).is_file() {
            let depth = path.strip_prefix(&self.root).unwrap_or(path).components().count();
            let up = "../".repeat(depth.saturating_sub(1));
            format!("# yaml-language-server: $schema={up}{SCHEMA}\n")
        } else {
            String::new()
        };
        save(path, format!("{modeline}{body}").as_bytes(), Over::Nothing)
    }

    /// Whether a new record has no problem but its marks; the problems are shown.
    fn is_sound(&self, path: &Path, body: &str) -> anyhow::Result<()> {
        let mut files = Files::new();
        let file = files.add(path.display().to_string(), body);
        let mut out: Vec<Diagnostic> = Vec::new();
        if let Some(root) = parse(file, body, &mut out) {
            read_records(&root, &mut out);
        }
        out.retain(|problem| problem.code != Code::ToBeFilled);
        for problem in &out {
            tell(format_args!(
                "{}\n",
                human::render(problem, &files, self.color, width()).trim_end()
            ));
        }
        if out.is_empty() {
            Ok(())
        } else {
            bail!("nothing was written")
        }
    }

    /// The file that a span lies in.
    pub(super) fn shown(&self, span: Span) -> &str {
        &self.files.get(span.file).name
    }

    /// Where a record stands.
    pub(super) fn origin(&self, key: impl Into<crate::lower::RecordKey>) -> Span {
        self.lowered.origins.record(key)
    }
}

/// The directories to read, and the one to write to.
fn roots(global: &GlobalArgs) -> anyhow::Result<(Vec<PathBuf>, PathBuf)> {
    let roots = match global.data.is_empty() {
        true => vec![PathBuf::from("data")],
        false => global.data.clone(),
    };
    if layers(&roots)?.0 {
        bail!("a new record is written into a directory; `builtin` is none, leave it out");
    }
    let root = roots.last().cloned().unwrap_or_default();
    if root.exists() && !root.is_dir() {
        bail!("`{}` is a file; give the data directory", root.display());
    }
    Ok((roots, root))
}

/// Whether Windows keeps a name to itself, with any extension.
fn is_reserved(id: &str) -> bool {
    let numbered = |device: &str| {
        id.strip_prefix(device)
            .is_some_and(|n| matches!(n.as_bytes(), [b'1'..=b'9']))
    };
    matches!(id, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// A section with one record, as a file holds it.
fn body(section: SectionRef, record: &Template<'_>) -> String {
    if section.name() == "case" {
        let lines = record.fields();
        let lines: String = lines.lines().map(|line| format!("  {line}\n")).collect();
        format!("case:\n{lines}")
    } else {
        format!("{}:\n{}", section.name(), record.item())
    }
}
