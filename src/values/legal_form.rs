//! Legal forms, which are a part of a company's name and tell no two companies apart.

use super::slug::fold;

/// Words for legal forms at the end of a name, folded.
const BEHIND: &[&str] = &[
    "ab",
    "ag",
    "aps",
    "asa",
    "bhd",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "incorporated",
    "jsc",
    "kg",
    "kgaa",
    "kk",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "nv",
    "oy",
    "oyj",
    "pbc",
    "plc",
    "pte",
    "pty",
    "sa",
    "sarl",
    "sas",
    "sdn",
    "se",
    "spa",
    "srl",
];

/// Forms before a name.
const BEFORE: &[&str] = &["Công ty Cổ phần ", "Công ty TNHH ", "Tập đoàn "];

/// The words of those, and what else stands before a name without telling it from another.
const WORDS_BEFORE: &[&str] = &["the", "tap", "doan", "cong", "ty", "phan"];

/// A name without its legal form, as people use it: "Merck & Co., Inc." is "Merck".
#[must_use]
pub fn without_legal_form(name: &str) -> &str {
    let mut bare = name.trim();
    for form in BEFORE {
        bare = bare.strip_prefix(form).unwrap_or(bare);
    }
    while let Some((rest, last)) = bare.rsplit_once([' ', ',']) {
        let word: String = last.chars().filter(char::is_ascii_alphanumeric).collect();
        let is_form = word.is_empty() || BEHIND.contains(&word.to_ascii_lowercase().as_str());
        if !is_form || rest.trim().is_empty() {
            break;
        }
        bare = rest.trim_end_matches([' ', ',', '&']);
    }
    bare
}

/// A folded name without the words of legal forms, wherever they stand: by this, names are compared.
#[must_use]
pub fn core_of_name(name: &str) -> String {
    let folded = fold(name);
    let is_form = |word: &&str| !BEHIND.contains(word) && !WORDS_BEFORE.contains(word);
    let words: Vec<&str> = folded.split(' ').filter(is_form).collect();
    words.join(" ")
}

/// Whether a text is a legal form and nothing else: `Inc.`, `Co., Ltd`.
#[must_use]
pub fn is_legal_form(text: &str) -> bool {
    let folded = fold(text);
    !folded.is_empty() && folded.split(' ').all(|word| BEHIND.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::slugify;

    #[test]
    fn legal_forms_are_no_part_of_an_id() {
        for (name, id) in [
            ("Rivian Automotive, Inc.", "rivian-automotive"),
            ("Toyota Motor Corporation", "toyota-motor"),
            ("Công ty Cổ phần VNG", "vng"),
            ("Tập đoàn Vingroup", "vingroup"),
            ("Novo Nordisk A/S", "novo-nordisk-a-s"),
            ("Nestlé S.A.", "nestle"),
            ("Merck & Co., Inc.", "merck"),
            ("Anh Phan", "anh-phan"),
            ("Inc", "inc"),
        ] {
            assert_eq!(slugify(without_legal_form(name)).unwrap(), id, "{name}");
        }
    }

    #[test]
    fn the_legal_form_is_no_part_of_a_name() {
        for name in ["Dell Inc.", "DELL", "Dell Corporation", "Công ty Cổ phần Dell"] {
            assert_eq!(core_of_name(name), "dell", "{name}");
        }
        assert_ne!(core_of_name("LG Display"), core_of_name("LG Electronics"));
        assert_eq!(core_of_name("The Company Inc."), "");
    }

    #[test]
    fn a_form_alone_is_told_from_a_name() {
        for form in ["Inc.", "LTD", "Co., Ltd", "S.A.", "GmbH"] {
            assert!(is_legal_form(form), "{form}");
        }
        for name in ["", "Alpha, Inc.", "Company A", "Phan", "株式会社"] {
            assert!(!is_legal_form(name), "{name}");
        }
    }
}
