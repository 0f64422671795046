//! A data set of any size: invented companies in invented cases, the same for the same size.
//!
//! Shared by the benchmarks and by `examples/generate.rs`.

use std::fmt::Write;

/// Companies that a case brings.
const COMPANIES: usize = 10;
/// Sources that a case brings.
const SOURCES: usize = 20;

/// Sebastiano Vigna's `SplitMix64`: ten lines that give the same numbers everywhere, where crates may change theirs.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, but not including, `end`.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap_or(0)
    }
}

/// Paths and texts of a data set of about `relations` relations in `files` case files, and one of markets.
///
/// Companies trade mostly with companies of near cases and now and then with `hub`, so that degrees are as uneven as in
/// real data.
pub(crate) fn data_set(relations: usize, files: usize) -> Vec<(String, String)> {
    let mut random = Random(2_026);
    let mut out = vec![("markets.yaml".to_owned(), markets())];
    for file in 0..files {
        let share = relations * (file + 1) / files - relations * file / files;
        out.push((
            format!("cases/case-{file:04}.yaml"),
            case(file, files, share, &mut random),
        ));
    }
    out
}

fn markets() -> String {
    (0..50).fold("markets:\n".to_owned(), |mut text, market| {
        let _ = writeln!(
            text,
            "  - {{id: market-{market:02}, name: {{en: Market {market}, vi: Thị trường {market}}}}}"
        );
        text
    })
}

fn case(file: usize, files: usize, relations: usize, random: &mut Random) -> String {
    let mut text = String::new();
    let _ = write!(
        text,
        "case:\n  id: case-{file:04}\n  title: {{en: Case {file}, vi: Hồ sơ {file}}}\n  summary: An invented case.\n  \
         about: [{}]\nsources:\n",
        id(file, 1)
    );
    for source in 0..SOURCES {
        let (year, month, day) = (2005 + random.below(20), 1 + random.below(12), 1 + random.below(28));
        let kind = ["release", "news", "filing", "blog"][random.below(4)];
        let _ = write!(
            text,
            "  - id: source-{file:04}-{source:02}\n    publisher: Newspaper {source}\n    title: Report {source} on case \
             {file}\n    kind: {kind}\n    published: {year}-{month:02}-{day:02}\n    url: \
             https://example.com/{file}/{source}\n"
        );
    }
    text.push_str("companies:\n");
    for company in 0..COMPANIES {
        let hub = file == 0 && company == 0;
        let id = if hub { "hub".to_owned() } else { id(file, company) };
        let _ = write!(
            text,
            "  - id: {id}\n    name: Công ty {file} {company}\n    aliases: [C{file}-{company}]\n    kind: company\n    country: VN\n"
        );
        // every eighth case has a group of two
        if company == 1 && file % 8 == 1 {
            let _ = writeln!(
                text,
                "    part_of: [{{company: {}, since: 2012-03, sources: [source-{file:04}-00]}}]",
                self::id(file, 0)
            );
        }
    }
    // records of one section stand together
    let mut kinds: Vec<usize> = (0..relations).map(|_| random.below(KINDS.len())).collect();
    kinds.sort_unstable();
    let mut section = None;
    for (at, kind) in kinds.into_iter().enumerate() {
        let (name, from, to, own) = KINDS[kind];
        if section != Some(kind) {
            let _ = writeln!(text, "{name}:");
            section = Some(kind);
        }
        let a = party(file, files, random);
        let b = loop {
            let b = party(file, files, random);
            if b != a {
                break b;
            }
        };
        let _ = write!(text, "  - id: relation-{at}\n    {from}: ");
        let _ = if to.is_empty() {
            writeln!(text, "[{a}, {b}]")
        } else {
            writeln!(text, "{a}\n    {to}: {b}")
        };
        let since = 2000 + random.below(24);
        let _ = match random.below(3) {
            0 => writeln!(text, "    since: {since}"),
            1 => writeln!(text, "    since: {since}-{:02}", 1 + random.below(12)),
            _ => writeln!(
                text,
                "    since: {since}-{:02}-{:02}",
                1 + random.below(12),
                1 + random.below(28)
            ),
        };
        if random.below(3) == 0 {
            let _ = writeln!(text, "    until: {}", since + 1 + random.below(3));
        }
        text.push_str(own);
        if to.is_empty() || random.below(2) == 0 {
            let _ = writeln!(text, "    market: market-{:02}", random.below(50));
        }
        let _ = writeln!(
            text,
            "    note: {{en: What the sources say about it., vi: Điều các nguồn nói về việc này.}}\n    sources: \
             [source-{file:04}-{:02}, source-{file:04}-{:02}]",
            random.below(SOURCES / 2),
            SOURCES / 2 + random.below(SOURCES / 2)
        );
    }
    text
}

/// Section, roles (one of several, or two of one each), own fields.
const KINDS: [(&str, &str, &str, &str); 8] = [
    ("alliances", "parties", "", "    purpose: selling together\n"),
    ("cloud_dependencies", "customer", "provider", "    service: hosting\n"),
    ("competitive_overlaps", "parties", "", ""),
    ("complements", "complementor", "platform", ""),
    ("licenses", "licensor", "licensee", "    technology: patents\n"),
    (
        "loans",
        "lender",
        "borrower",
        "    amount: USD 250m\n    amount_is: paid\n",
    ),
    ("stakes", "owner", "company", "    share: 0.1%\n"),
    ("supplies", "supplier", "customer", "    product: parts\n"),
];

fn id(file: usize, company: usize) -> String {
    format!("company-{file:04}-{company}")
}

/// A company of this case or one of the next four; one time in a hundred the hub.
fn party(file: usize, files: usize, random: &mut Random) -> String {
    if random.below(100) == 0 {
        return "hub".to_owned();
    }
    id((file + random.below(5)) % files, 1 + random.below(COMPANIES - 1))
}
