//! `docs/data-model.md` says what the tables say: the blocks between `<!-- from the tables: NAME -->` and
//! `<!-- end -->` are made from them, the prose around is written by hand.

use std::fmt::Write;
use std::fs;

use frenemy::vocab::{
    COMMON, Choice, CooperationForm, Field, KINDS, Kind, Lasts, MoneyFlow, Projection, SECTIONS, Side, SideRule, Space,
    Type, Words,
};

use crate::support::{blessing, read, root};

const PAGE: &str = "docs/data-model.md";
const BEGIN: &str = "<!-- from the tables: ";
const END: &str = "<!-- end -->";

/// A block's name and what makes it.
type Block = (&'static str, fn() -> String);

/// The blocks that the page must have.
const BLOCKS: &[Block] = &[
    ("sections", sections),
    ("records", records),
    ("common", common),
    ("forms", forms),
    ("kinds", kinds),
];

fn sections() -> String {
    let mut out = "| section | what its records are |\n|---|---|\n".to_owned();
    for section in SECTIONS {
        let case = if section.in_case { " Needs a `case`." } else { "" };
        let _ = writeln!(out, "| [`{0}`](#{0}) | {1}{case} |", section.name, section.doc);
    }
    for kind in KINDS {
        let _ = writeln!(out, "| [`{0}`](#{0}) | {1} Needs a `case`. |", kind.section, kind.doc);
    }
    out
}

fn records() -> String {
    let mut out = String::new();
    for section in SECTIONS {
        let _ = write!(out, "### {}\n\n{}\n\n", section.name, section.doc);
        let _ = write!(out, "```yaml\n{}```\n\n", section.example);
        out += &fields(section.fields.iter().copied());
        out.push('\n');
    }
    out
}

fn common() -> String {
    fields(COMMON.iter().copied())
}

/// Which kinds bind those who cooperate by what.
fn forms() -> String {
    let mut out = "| form of cooperation | what binds | kinds |\n|---|---|---|\n".to_owned();
    for form in CooperationForm::ALL {
        let kinds: Vec<_> = KINDS
            .iter()
            .filter(|kind| kind.form == Some(*form))
            .map(|kind| format!("[`{0}`](#{0})", kind.section))
            .collect();
        let doc = CooperationForm::CHOICES[*form as usize].doc;
        let _ = writeln!(out, "| `{}` | {doc} | {} |", form.name(), kinds.join(", "));
    }
    out
}

fn kinds() -> String {
    let mut out = String::new();
    for kind in KINDS {
        let _ = write!(out, "### {}\n\n{}\n\n", kind.section, kind.doc);
        for tie in kind.ties {
            let _ = writeln!(out, "- {}", said(kind, tie));
        }
        if let Some(form) = kind.form {
            let _ = writeln!(out, "- form of cooperation: `{}`", form.name());
        }
        let _ = writeln!(out, "- {}", lasts(kind.lasts));
        if let Some(money) = money(kind) {
            let _ = writeln!(out, "- {money}");
        }
        let _ = write!(out, "\n```yaml\n{}```\n\n", kind.example);
        out += &fields(kind.all_fields().filter(|field| {
            field.name == "id"
                || kind.role(field.name).is_some()
                || kind.fields.iter().any(|own| own.name == field.name)
        }));
        out.push('\n');
    }
    out
}

/// What a tie of a kind says and counts for.
fn said(kind: &Kind, tie: &Projection) -> String {
    let (from, to) = (kind.roles[tie.from].name, kind.roles[tie.to].name);
    let side = match tie.side {
        SideRule::Always(Side::Cooperation) => "cooperation",
        SideRule::Always(Side::Competition) => "competition",
        SideRule::Always(Side::Conflict) => "conflict, which is shown and counts for no side",
        SideRule::Always(Side::Neutral) => "shown, and counts for no side",
        SideRule::Stake => "cooperation from 5 % or with control, else shown without a side",
    };
    if tie.is_symmetric() {
        format!("each of `{from}` *{}* every other: {side}", tie.from_verb.en)
    } else {
        let (there, back) = (tie.from_verb.en, tie.to_verb.en);
        format!("`{from}` *{there}* `{to}`, `{to}` *{back}* `{from}`: {side}")
    }
}

fn lasts(lasts: Lasts) -> String {
    match (lasts, lasts.years()) {
        (Lasts::State, Some(years)) => format!("a state: presumed {years} years after it was last seen to hold"),
        (_, Some(years)) => format!("for a term: presumed {years} years after it was last seen to hold"),
        (_, None) => "happens on one day".to_owned(),
    }
}

fn money(kind: &Kind) -> Option<String> {
    match kind.money {
        MoneyFlow::None => None,
        MoneyFlow::Once(from, to) => Some(format!(
            "money goes from `{}` to `{}`, once, when it begins",
            kind.roles[from].name, kind.roles[to].name
        )),
        MoneyFlow::Between(from, to) => Some(format!(
            "money goes from `{}` to `{}`",
            kind.roles[from].name, kind.roles[to].name
        )),
        MoneyFlow::OnCall(from, to) => Some(format!(
            "money goes from `{}` to `{}` only when it is called",
            kind.roles[from].name, kind.roles[to].name
        )),
        MoneyFlow::ByMode => Some("who pays follows from `mode`".to_owned()),
    }
}

/// A table of fields, those of mappings within them too, then the words that they accept.
fn fields(fields: impl Iterator<Item = Field>) -> String {
    let mut out = "| field | type | required | meaning |\n|---|---|---|---|\n".to_owned();
    let mut words: Vec<(&'static [Choice], Vec<String>)> = Vec::new();
    for field in fields {
        row(&mut out, &mut words, "", &field);
    }
    for (choices, names) in words {
        let _ = write!(out, "\nWords of {}:\n\n", names.join(", "));
        for choice in choices {
            let _ = writeln!(out, "- `{}`: {}", choice.name, choice.doc);
        }
    }
    out
}

fn row(out: &mut String, words: &mut Vec<(&'static [Choice], Vec<String>)>, before: &str, field: &Field) {
    let name = format!("{before}{}", field.name);
    let required = if field.required { "yes" } else { "" };
    let _ = writeln!(
        out,
        "| `{name}` | {} | {required} | {} |",
        called(field.ty),
        field.doc.replace('|', "\\|")
    );
    let (inner, list) = match field.ty {
        Type::List(item, _) => (*item, "[]"),
        Type::OneOrMore(item) => (*item, ""),
        other => (other, ""),
    };
    match inner {
        Type::Choice(choices) => {
            let name = format!("`{name}`");
            match words.iter_mut().find(|(known, _)| std::ptr::eq(*known, choices)) {
                Some((_, names)) => names.push(name),
                None => words.push((choices, vec![name])),
            }
        }
        Type::Record(fields) | Type::UnknownOr(fields) => {
            for field in fields {
                row(out, words, &format!("{name}{list}."), field);
            }
        }
        _ => {}
    }
}

/// What a type is called; the page explains the words.
fn called(ty: Type) -> String {
    let word = match ty {
        Type::Id => "id",
        Type::Line => "line",
        Type::Text => "text",
        Type::Flag => "`true` or `false`",
        Type::Date => "date",
        Type::DateOrUnknown => "date or `unknown`",
        Type::Published => "date, `unknown` or interval",
        Type::Money => "money",
        Type::Share => "share",
        Type::Choice(_) => "word, see below",
        Type::Country => "country, two letters",
        Type::Language => "language, two letters",
        Type::Url => "address with scheme",
        Type::Lei => "LEI",
        Type::Qid => "Wikidata item",
        Type::Ref(space) => return format!("id of a {}", space_called(space)),
        Type::ProductOrName => "`company/product`, or text",
        Type::Asserter => "id of a company, or who",
        Type::Period => "`once`, `per_year` or interval",
        Type::Citation => "source",
        Type::List(item, 1) => return format!("list: {}", called(*item)),
        Type::List(item, least) => return format!("list, at least {least}: {}", called(*item)),
        Type::OneOrMore(item) => return format!("{}, or a list", called(*item)),
        Type::Record(_) => "mapping",
        Type::ByCompany(item) => return format!("mapping from companies: {}", called(*item)),
        Type::ByLanguage(item) => return format!("mapping from languages: {}", called(*item)),
        Type::ByHolder(item) => return format!("mapping from holders: {}", called(*item)),
        Type::HolderOrUnknown => "holder or `unknown`",
        Type::UnknownOr(_) => "`unknown` or mapping",
        Type::Names => "mapping from names",
    };
    word.to_owned()
}

const fn space_called(space: Space) -> &'static str {
    match space {
        Space::Company => "company",
        Space::Market => "market",
        Space::Product => "product",
        Space::Source => "source",
        Space::Deal => "deal",
        Space::Case => "case",
        Space::Relation => "relation",
        Space::Record => "record",
    }
}

/// The page with its blocks made anew, and the names of the blocks that it has.
fn renewed(page: &str) -> (String, Vec<&str>) {
    let mut parts = page.split(BEGIN);
    let mut out = parts.next().unwrap_or_default().to_owned();
    let mut names = Vec::new();
    for part in parts {
        let (name, rest) = part.split_once(" -->\n").expect("a block has a name");
        let (_, after) = rest
            .split_once(END)
            .unwrap_or_else(|| panic!("the block {name} has no end"));
        let made = BLOCKS.iter().find(|(block, _)| *block == name);
        let (_, make) = made.unwrap_or_else(|| panic!("nothing makes the block {name}"));
        let _ = write!(out, "{BEGIN}{name} -->\n\n{}\n\n{END}{after}", make().trim_end());
        names.push(name);
    }
    (out, names)
}

#[test]
fn the_data_model_is_that_of_the_tables() {
    let page = read(PAGE);
    let (renewed, names) = renewed(&page);
    assert_eq!(names, BLOCKS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    if blessing() {
        fs::write(root().join(PAGE), renewed).unwrap();
        return;
    }
    assert!(
        page == renewed,
        "{PAGE} is not what the tables say; run scripts/bless.sh and look at the difference"
    );
}
