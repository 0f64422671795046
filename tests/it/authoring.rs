//! Writing data with the help of the program, from the empty directory on.

use std::fs;
use std::path::Path;

use frenemy::vocab::KINDS;

use crate::support::{Ran, frenemy, ran};

/// An empty directory to work in.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder }
    }

    /// A desk with two companies and their case.
    fn with_case() -> Self {
        let desk = Self::new();
        desk.done(&["new", "company", "Lighthouse Ltd", "--country", "VN"]);
        desk.done(&["new", "company", "Tập đoàn Bến Cảng", "--country", "VN"]);
        desk.done(&["new", "case", "lighthouse-ben-cang", "--about", "Lighthouse, ben cang"]);
        desk
    }

    fn run(&self, args: &[&str]) -> Ran {
        ran(frenemy().current_dir(&self.folder).args(args))
    }

    fn run_with(&self, args: &[&str], input: &str) -> Ran {
        ran(frenemy().current_dir(&self.folder).args(args).write_stdin(input))
    }

    /// Runs what must succeed.
    fn done(&self, args: &[&str]) -> String {
        let ran = self.run(args);
        assert_eq!(ran.code, Some(0), "{args:?}\n{}{}", ran.out, ran.err);
        ran.out
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.path().join(path)).unwrap()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The codes that `check` reports, errors only.
    fn errors(&self) -> Vec<String> {
        let report: serde_json::Value = serde_json::from_str(&self.run(&["check", "--format", "json"]).out).unwrap();
        let errors = report["problems"].as_array().unwrap().iter();
        errors
            .filter(|found| found["level"] == "error")
            .map(|found| found["code"].as_str().unwrap().to_owned())
            .collect()
    }
}

const CASE: &str = "data/cases/lighthouse-ben-cang.yaml";

#[test]
fn a_fresh_case_lacks_nothing_but_what_is_marked() {
    let desk = Desk::with_case();
    desk.done(&["new", "market", "lamps", "--name", "Lamps"]);
    desk.done(&[
        "new",
        "source",
        "https://news.example/shop",
        "--case",
        "lighthouse-ben-cang",
    ]);
    desk.done(&["new", "source", "https://news.example/other"]);
    for kind in KINDS {
        let said = desk.done(&["new", "relation", kind.name, "--case", "lighthouse-ben-cang"]);
        assert!(
            said.starts_with(&format!("wrote {CASE}: ")) && said.ends_with("next: frenemy check\n"),
            "{said}"
        );
    }
    let errors = desk.errors();
    let expected = desk.read(CASE).matches("TODO").count();
    assert!(
        errors.len() >= expected && errors.iter().all(|code| code == "to-be-filled"),
        "{errors:?}"
    );
    assert_eq!(desk.run(&["check"]).code, Some(1));
}

#[test]
fn what_is_given_is_filled_in_and_the_case_can_be_asked() {
    let desk = Desk::with_case();
    assert!(
        desk.read("data/companies/ben-cang.yaml")
            .contains("name: Tập đoàn Bến Cảng\n    short: Bến Cảng\n")
    );
    let source = [
        "new",
        "source",
        "https://news.example/shop",
        "--case",
        "lighthouse-ben-cang",
    ];
    let known = [
        "--publisher",
        "Báo Biển",
        "--date",
        "2020-03-02",
        "--title",
        "Đèn: mới",
        "--kind",
        "news",
    ];
    let said = desk.done(&[&source[..], &known].concat());
    assert!(said.contains("next: frenemy new relation --case lighthouse-ben-cang --source bao-bien-2020-03-02\n"));
    let relation = [
        "new",
        "relation",
        "supply",
        "--case",
        "lighthouse-ben-cang",
        "--id",
        "lamps",
    ];
    let known = [
        "--between",
        "lighthouse,Bến Cảng",
        "--since",
        "2016",
        "--source",
        "bao-bien-2020-03-02",
    ];
    let set = [
        "--set",
        "product=lamps",
        "--set",
        "amount=USD 1m",
        "--set",
        "amount_is=paid",
    ];
    desk.done(&[&relation[..], &known, &set].concat());
    // the summary is what is left
    assert_eq!(desk.errors(), ["to-be-filled", "to-be-filled"]);
    let text = desk
        .read(CASE)
        .replace("{en: TODO, vi: TODO}", "{en: A summary., vi: Tóm tắt.}");
    desk.write(CASE, &text);
    assert_eq!(desk.errors(), [""; 0]);
    let answer = desk.done(&["between", "lighthouse", "ben-cang", "--data", "data", "--at", "2020"]);
    assert!(answer.contains("lamps") && answer.contains("USD 1m"), "{answer}");
}

#[test]
fn answers_to_questions_lead_to_a_kind() {
    let desk = Desk::with_case();
    let args = ["new", "relation", "--case", "lighthouse-ben-cang"];
    let ran = desk.run_with(&args, "1\n1\n2\nbến cảng\nlighthouse\n2019-04\n\n");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.err.contains("  2 the money back, with or without interest\n"),
        "{}",
        ran.err
    );
    let text = desk.read(CASE);
    assert!(
        text.contains("loans:\n  - id: loan\n    lender: ben-cang\n    borrower: lighthouse\n")
            && text.contains("    since: 2019-04\n"),
        "{text}"
    );
    // input that ends early leaves the rest open, a kind that is not found is misuse
    assert_eq!(desk.run_with(&args, "4\nlighthouse, ben-cang\n").code, Some(0));
    for (input, said) in [
        ("", "kinds are\n  investment "),
        ("9\n", "`9` is no answer to"),
        ("4\nnobody at all\n", "no company is called `nobody at all`"),
    ] {
        let before = desk.read(CASE);
        let ran = desk.run_with(&args, input);
        assert!(ran.code != Some(0) && ran.err.contains(said), "{input:?}\n{}", ran.err);
        assert_eq!(desk.read(CASE), before);
    }
}

#[test]
fn nothing_is_overwritten_and_every_other_byte_stays() {
    let desk = Desk::with_case();
    let old = "case: {id: x-y, title: X, about: [lighthouse]}\r\nsources:\r\n- {id: s, title: T, kind: news, published: 2020}   # ý\r\n# end";
    desk.write("data/cases/x-y.yaml", old);
    desk.done(&["new", "source", "https://news.example/1", "--case", "x-y"]);
    let new = desk.read("data/cases/x-y.yaml");
    let (before, behind) = old.split_at(old.find("# end").unwrap());
    assert!(
        new.starts_with(before) && new.ends_with(behind) && !new.replace("\r\n", "").contains('\n'),
        "{new:?}"
    );

    desk.write("data/companies/acme.yaml", "# mine\n");
    for (args, said) in [
        (
            &["new", "company", "Acme"][..],
            "`data/companies/acme.yaml` exists; nothing was written",
        ),
        (
            &["new", "company", "LIGHTHOUSE"],
            "a company called `LIGHTHOUSE` is there: `lighthouse` (Lighthouse Ltd)",
        ),
        (
            &["new", "case", "lighthouse", "--about", "lighthouse"],
            "the id `lighthouse` is taken: there is a company",
        ),
        (
            &["new", "source", "https://news.example/1/"],
            "this address is source `news` already",
        ),
        (
            &["new", "case", "a-b", "--about", "lighthouse,Acme"],
            "frenemy new company \"Acme\"",
        ),
        (&["new", "relation", "loan", "--case", "x-z"], "did you mean `x-y`?"),
        (
            &["new", "market", "lamps", "--broader", "light"],
            "no market has the id `light`",
        ),
    ] {
        let ran = desk.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{args:?}: {}", ran.err);
        assert!(ran.err.contains(said), "{args:?}: {}", ran.err);
    }
    for (args, said) in [
        (
            &["new", "case", "Đèn Pin", "--about", "lighthouse"][..],
            "write `den-pin`",
        ),
        (&["new", "company", "Đá", "--country", "Vietnam"], "write `VN`"),
        (
            &["new", "source", "news.example/1", "--id", "fresh"],
            "it has no scheme",
        ),
        (
            &["new", "relation", "friendship", "--case", "x-y"],
            "`friendship` is no kind of relation",
        ),
        (
            &["new", "relation", "loan", "--case", "x-y", "--since", "soon"],
            "`soon` is not year",
        ),
        (
            &["new", "relation", "loan", "--case", "x-y", "--set", "lendr=x"],
            "did you mean `lender`?",
        ),
        (
            &["new", "relation", "loan", "--case", "x-y", "--source", "t"],
            "no source has the id `t`",
        ),
        (
            &[
                "new",
                "relation",
                "loan",
                "--case",
                "x-y",
                "--between",
                "lighthouse,ben-cang,lighthouse",
            ],
            "its roles are",
        ),
        (
            &["new", "market", "lamps", "--data", "data/companies/acme.yaml"],
            "is a file; give the data directory",
        ),
    ] {
        let ran = desk.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}: {}", ran.err);
        assert!(ran.err.contains(said), "{args:?}: {}", ran.err);
    }
    assert_eq!(desk.read("data/companies/acme.yaml"), "# mine\n");
    assert_eq!(desk.read("data/cases/x-y.yaml"), new);
    let stray = fs::read_dir(desk.folder.path().join("data"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let stray: Vec<_> = stray.filter(|name| Path::new(name).extension().is_some()).collect();
    assert!(stray.is_empty(), "{stray:?}");
}

#[test]
fn commands_name_the_directory_that_was_given() {
    let desk = Desk::new();
    let said = desk.run(&["new", "company", "Lighthouse", "--data", "d/e"]);
    assert_eq!(
        said.out.lines().last().unwrap(),
        "next: frenemy new case lighthouse-OTHER --about lighthouse,OTHER --data d/e"
    );
    assert_eq!(said.err, "note: `d/e` is a new data directory\n");
    assert!(
        desk.read("d/e/companies/lighthouse.yaml")
            .starts_with("companies:\n  - id: lighthouse\n")
    );
}
