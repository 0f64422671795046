//! What is read and written: nothing is lost, nothing is passed over in silence.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::{FileTypeExt, symlink};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use serde_json::Value;

use crate::support::{Ran, frenemy, ran};

/// A company whose fields are not in the house order.
const OUT_OF_ORDER: &str = "companies:\n  - {name: A, id: a}\n";

/// The program, to be run beside others.
fn beside(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("frenemy"));
    command.env_clear().env("NO_COLOR", "1").current_dir(folder).args(args);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run_in(folder: &Path, args: &[&str]) -> Ran {
    ran(frenemy().current_dir(folder).args(args))
}

/// The names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Linux allows any bytes in a name.
#[cfg(target_os = "linux")]
#[test]
fn a_file_is_written_where_it_was_read_whatever_its_name_is() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let odd = folder.path().join(OsStr::from_bytes(b"a\xff.yaml"));
    let plain = folder.path().join("a\u{fffd}.yaml");
    fs::write(&odd, OUT_OF_ORDER.replace('A', "First")).unwrap();
    fs::write(&plain, OUT_OF_ORDER.replace('A', "Second")).unwrap();
    let ran = run_in(folder.path(), &["fmt", "."]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.err);
    assert!(ran.out.ends_with("2 files: 2 formatted\n"), "{}", ran.out);
    for (path, name) in [(odd, "First"), (plain, "Second")] {
        assert_eq!(
            fs::read_to_string(path).unwrap(),
            format!("companies:\n  - {{id: a, name: {name}}}\n")
        );
    }
    assert_eq!(names(folder.path()).len(), 2);
}

#[test]
fn what_is_no_file_is_written_into_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let draw = |output: &str, force: &[&str]| {
        let args = ["draw", "microsoft", "dell", "--engine", "builtin", "-o", output];
        beside(folder.path(), &[&args[..], force].concat()).output().unwrap()
    };
    assert!(Command::new("mkfifo").arg(at("pipe.svg")).status().unwrap().success());
    for force in [&[][..], &["--force"]] {
        let pipe = at("pipe.svg");
        let reader = thread::spawn(move || fs::read_to_string(pipe).unwrap());
        let drawn = draw("pipe.svg", force);
        assert!(drawn.status.success(), "{}", String::from_utf8_lossy(&drawn.stderr));
        assert!(reader.join().unwrap().ends_with("</svg>\n"));
        assert!(fs::metadata(at("pipe.svg")).unwrap().file_type().is_fifo());
    }
    // nobody reads: said after a while, and nobody waits for ever
    let drawn = draw("pipe.svg", &["--force"]);
    assert_eq!(drawn.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&drawn.stderr).contains("nobody reads from the pipe `pipe.svg`"));
    assert!(fs::metadata(at("pipe.svg")).unwrap().file_type().is_fifo());

    let drawn = draw("/dev/stdout", &["--format", "svg"]);
    assert!(String::from_utf8_lossy(&drawn.stdout).ends_with("</svg>\n"));

    let _socket = std::os::unix::net::UnixListener::bind(at("socket.svg")).unwrap();
    fs::create_dir(at("folder.svg")).unwrap();
    for (output, said) in [("socket.svg", "is no file"), ("folder.svg", "is a directory")] {
        let drawn = draw(output, &["--force"]);
        assert_eq!(drawn.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&drawn.stderr).contains(said));
    }
    assert!(fs::metadata(at("socket.svg")).unwrap().file_type().is_socket());
}

#[test]
fn a_link_stays_a_link_and_its_target_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let draw = |output: &str, force: &[&str]| {
        let args = ["draw", "microsoft", "dell", "-o", output];
        run_in(folder.path(), &[&args[..], force].concat())
    };
    fs::create_dir(at("shelf")).unwrap();
    symlink("shelf/by-way.svg", at("dangling.svg")).unwrap();
    symlink("picture.svg", at("shelf/by-way.svg")).unwrap();
    let ran = draw("dangling.svg", &[]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (
            Some(2),
            "error: `dangling.svg` is a link to `shelf/picture.svg`, which does not exist; --force writes it\n"
        )
    );
    assert_eq!(draw("dangling.svg", &["--force"]).code, Some(0));
    assert_eq!(names(folder.path()), ["dangling.svg", "shelf"]);
    assert_eq!(names(&at("shelf")), ["by-way.svg", "picture.svg"]);
    for link in ["dangling.svg", "shelf/by-way.svg"] {
        assert!(fs::symlink_metadata(at(link)).unwrap().is_symlink(), "{link}");
    }
    assert!(
        fs::read_to_string(at("shelf/picture.svg"))
            .unwrap()
            .ends_with("</svg>\n")
    );
    // now that it leads somewhere, it is a file like others
    let ran = draw("dangling.svg", &[]);
    assert_eq!(ran.err, "error: `dangling.svg` exists; --force overwrites it\n");
    fs::write(at("shelf/picture.svg"), "old").unwrap();
    assert_eq!(draw("dangling.svg", &["--force"]).code, Some(0));
    assert!(fs::symlink_metadata(at("dangling.svg")).unwrap().is_symlink());
    assert_ne!(fs::read_to_string(at("shelf/picture.svg")).unwrap(), "old");
}

/// Runs with readers that leave after the first line, or before it.
fn left_alone(folder: &Path, args: &[&str], lines: usize) -> Option<i32> {
    let mut child: Child = beside(folder, args).spawn().unwrap();
    let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let _ = BufReader::with_capacity(64, out)
        .lines()
        .take(lines)
        .collect::<Vec<_>>();
    drop(err);
    child.wait().unwrap().code()
}

#[test]
fn a_reader_that_leaves_changes_no_verdict_and_stops_no_work() {
    for lines in [0, 1] {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..100 {
            fs::write(folder.path().join(format!("f{number}.yaml")), OUT_OF_ORDER).unwrap();
        }
        // left alone by `fmt`, which says so where nobody listens
        fs::write(folder.path().join("a.yaml"), "foo: bar\n").unwrap();
        for format in ["human", "json", "github", "sarif"] {
            assert_eq!(
                left_alone(folder.path(), &["check", ".", "--format", format], lines),
                Some(1)
            );
        }
        assert_eq!(left_alone(folder.path(), &["fmt", ".", "--check"], lines), Some(1));
        assert_eq!(left_alone(folder.path(), &["fmt", "."], lines), Some(1));
        for number in 0..100 {
            let text = fs::read_to_string(folder.path().join(format!("f{number}.yaml"))).unwrap();
            assert!(text.contains("{id: a, name: A}"), "f{number}.yaml: {text}");
        }
        assert_eq!(left_alone(folder.path(), &["who", "nobody at all"], lines), Some(1));
        assert_eq!(
            left_alone(folder.path(), &["who", "microsoft", "--at", "2014"], lines),
            Some(0)
        );
    }
}

/// Runs twenty at once.
fn at_once(folder: &Path, args: impl Fn(usize) -> Vec<String>) -> Vec<Output> {
    let spawn = |number| {
        let args = args(number);
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        beside(folder, &args).spawn().unwrap()
    };
    let children: Vec<Child> = (0..20).map(spawn).collect();
    children
        .into_iter()
        .map(|child| child.wait_with_output().unwrap())
        .collect()
}

fn words(line: &str) -> Vec<String> {
    line.split(' ').map(str::to_owned).collect()
}

#[test]
fn twenty_at_once_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("data/cases/c.yaml");
    fs::create_dir_all(case.parent().unwrap()).unwrap();
    fs::write(
        &case,
        "case: {id: c, title: T, about: [a, b]}\ncompanies:\n  - {id: a, name: Aa}\n  - {id: b, name: Bb}\n",
    )
    .unwrap();
    let all_wrote = |outputs: Vec<Output>| {
        for output in outputs {
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
    };
    let ids = |path: &str, begin: &str| {
        let text = fs::read_to_string(folder.path().join(path)).unwrap();
        let ids: std::collections::BTreeSet<String> = text
            .lines()
            .filter_map(|line| Some(line.trim().strip_prefix("- id: ")?.split(' ').next()?.to_owned()))
            .filter(|id| id.starts_with(begin))
            .collect();
        assert_eq!(ids.len(), text.matches(&format!("- id: {begin}")).count(), "{text}");
        ids.len()
    };
    // ids that are given, ids that are made, relations of one kind, a file that nobody made before
    all_wrote(at_once(folder.path(), |n| {
        words(&format!("new source https://x.example/{n} --id s-{n} --case c"))
    }));
    assert_eq!(ids("data/cases/c.yaml", "s-"), 20);
    all_wrote(at_once(folder.path(), |n| {
        words(&format!(
            "new source https://y.example/{n} --publisher P --date 2020 --case c"
        ))
    }));
    assert_eq!(ids("data/cases/c.yaml", "p-2020"), 20);
    all_wrote(at_once(folder.path(), |_| {
        words("new relation alliance --case c --between a,b --since 2020")
    }));
    assert_eq!(ids("data/cases/c.yaml", "alliance"), 20);
    all_wrote(at_once(folder.path(), |n| words(&format!("new market m-{n} --name M"))));
    assert_eq!(ids("data/markets.yaml", "m-"), 20);

    // one of those who want the same company is the first
    let outputs = at_once(folder.path(), |_| words("new company Acme"));
    let (first, others): (Vec<_>, Vec<_>) = outputs.iter().partition(|output| output.status.success());
    assert_eq!(first.len(), 1);
    for output in others {
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.code() == Some(1) && said.contains("a company called `Acme` is there: `acme` (Acme) in data"),
            "{said}"
        );
    }
    // one id for different things
    let outputs = at_once(folder.path(), |n| match n % 2 {
        0 => words("new market twin --name Twin"),
        _ => words("new company Twin"),
    });
    assert_eq!(outputs.iter().filter(|output| output.status.success()).count(), 1);
    assert_eq!(names(&folder.path().join("data"))[0], "cases", "no lock is left");
}

#[test]
fn adding_and_formatting_at_once_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("data/cases")).unwrap();
    fs::write(
        folder.path().join("data/cases/c.yaml"),
        "companies:\n  - {name: Aa, id: a}\n  - {name: Bb, id: b}\ncase: {id: c, title: T, about: [a, b]}\n",
    )
    .unwrap();
    for output in at_once(folder.path(), |n| match n % 2 {
        0 => words("fmt data/cases"),
        _ => words(&format!("new source https://x.example/{n} --id s-{n} --case c")),
    }) {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let text = fs::read_to_string(folder.path().join("data/cases/c.yaml")).unwrap();
    assert!(
        text.starts_with("case:") && text.matches("- id: s-").count() == 10,
        "{text}"
    );
}

/// A data set with everything in it that is not read.
fn with_things_not_read() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for directory in ["d", "elsewhere"] {
        fs::create_dir(at(directory)).unwrap();
    }
    fs::write(
        at("elsewhere/companies.yaml"),
        "companies:\n  - {id: x, name: Xx}\n  - {id: y, name: Yy}\n",
    )
    .unwrap();
    fs::write(
        at("d/m.yaml"),
        "companies:\n  - {id: a, name: Aa}\n  - {id: b, name: Bb}\ncase: {id: m, title: {en: M, vi: M}, about: [a, b]}\nalliances:\n  - {id: i, parties: [a, b], since: 2019, sources: [s]}\nsources:\n  - {id: s, title: T, kind: news, published: 2020-01-01}\n",
    )
    .unwrap();
    fs::write(at("d/MORE.YAML"), "").unwrap();
    fs::write(at("d/README.md"), "").unwrap();
    symlink("../elsewhere/companies.yaml", at("d/companies.yaml")).unwrap();
    symlink("../elsewhere", at("d/sub")).unwrap();
    assert!(Command::new("mkfifo").arg(at("d/p.yaml")).status().unwrap().success());
    folder
}

const NOT_READ: &str = "\
note: not read: `d/MORE.YAML`: its name ends in capitals; data files end in `.yaml` or `.yml`
note: not read: `d/companies.yaml`: it is a link, and links are not followed
note: not read: `d/p.yaml`: it is no regular file
note: not read: `d/sub`: it is a link to a directory, and links are not followed
";

#[test]
fn what_is_not_read_is_said_once_by_every_command() {
    let folder = with_things_not_read();
    for args in [
        &["check", "d"][..],
        &["who", "a", "--data", "d", "--at", "2020"],
        &["ask", "who works with Aa", "--data", "d", "--at", "2020"],
        &["diff", "--data", "d", "--against", "d"],
        &["fmt", "d", "--check"],
        &["new", "market", "lamps", "--data", "d"],
        &["list", "companies", "--data", "d", "--data", "d/m.yaml", "--keep-going"],
    ] {
        let ran = run_in(folder.path(), args);
        assert!(ran.err.starts_with(NOT_READ), "{args:?}\n{}", ran.err);
        assert_eq!(ran.err.matches("not read").count(), 4, "{args:?}\n{}", ran.err);
    }
    for format in ["json", "sarif"] {
        let ran = run_in(folder.path(), &["check", "d", "--format", format]);
        assert_eq!(ran.err, NOT_READ);
        let _: Value = serde_json::from_str(&ran.out).unwrap();
    }
    // a directory with nothing in it that is read
    fs::create_dir(folder.path().join("f")).unwrap();
    symlink("../elsewhere", folder.path().join("f/sub")).unwrap();
    let ran = run_in(folder.path(), &["check", "f"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (
            Some(2),
            "note: not read: `f/sub`: it is a link to a directory, and links are not followed\nerror: no *.yaml file in `f`\n"
        )
    );
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_nothing_rests_on_the_others_unasked() {
    let folder = with_things_not_read();
    // more than is read of one file; nothing of it lies on the disk
    let large = fs::File::create(folder.path().join("d/large.yaml")).unwrap();
    large.set_len((64 << 20) + 1).unwrap();
    let said = "note: `d/large.yaml` has at least 67108865 bytes, more than the 67108864 that are read\n";
    for (args, code) in [
        (&["check", "d"][..], 2),
        (&["who", "a", "--data", "d", "--at", "2020"], 2),
        (&["new", "market", "lamps", "--data", "d"], 2),
        (&["who", "a", "--data", "d", "--at", "2020", "--keep-going"], 0),
    ] {
        let ran = run_in(folder.path(), args);
        assert_eq!(ran.code, Some(code), "{args:?}\n{}", ran.err);
        assert!(ran.err.contains(said), "{args:?}\n{}", ran.err);
    }
    // the others are put into order
    let ran = run_in(folder.path(), &["fmt", "d"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (Some(1), "formatted d/m.yaml\n2 files: 1 formatted, 1 left alone\n")
    );
    let mut text = String::new();
    fs::File::open(folder.path().join("d/m.yaml"))
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    assert!(text.starts_with("case:"));
}

#[test]
fn what_a_killed_writer_left_long_ago_is_taken_away() {
    let folder = tempfile::tempdir().unwrap();
    let (old, young) = (
        folder.path().join(".frenemy-a.tmp"),
        folder.path().join(".frenemy-b.tmp"),
    );
    for path in [&old, &young] {
        fs::write(path, "half").unwrap();
    }
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(7200);
    let file = fs::File::options().write(true).open(&old).unwrap();
    file.set_modified(long_ago).unwrap();
    let text = "companies:\n  - {name: A, id: a}\n";
    fs::write(folder.path().join("m.yaml"), text).unwrap();
    assert_eq!(run_in(folder.path(), &["fmt", "."]).code, Some(0));
    assert_eq!(names(folder.path()), [".frenemy-b.tmp", "m.yaml"]);
}
