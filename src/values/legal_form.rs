//! Legal forms, which are a part of a company's name and tell no two companies apart.

use super::slug::fold;

/// Words for legal forms at the end of a name, folded.
const BEHIND: &[&str] = &[
    "ab",
    "ag",
    "aktiebolag",
    "aktiengesellschaft",
    "aps",
    "asa",
    "berhad",
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
    "kft",
    "lda",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "ltda",
    "nv",
    "nyrt",
    "oy",
    "oyj",
    "pbc",
    "pjsc",
    "plc",
    "pte",
    "pty",
    "pvt",
    "sa",
    "sarl",
    "sas",
    "sdn",
    "se",
    "spa",
    "srl",
    "tbk",
    "uab",
    "zrt",
];

/// Forms behind a name that have several words, folded; longer ones before those that they end with.
const PHRASES_BEHIND: &[&str] = &[
    "private limited",
    "private ltd",
    "de cv",
    "sab",
    "sp z oo",
    "sp k",
    "a s",
    "as",
    "sl",
    "eg",
    "ev",
    "ug",
];

/// Forms before a name.
const BEFORE: &[&str] = &[
    "Công ty Cổ phần ",
    "Công ty cổ phần ",
    "Công ty CP ",
    "CTCP ",
    "Công ty TNHH Một thành viên ",
    "Công ty TNHH MTV ",
    "Công ty TNHH ",
    "Tổng công ty ",
    "Tập đoàn ",
];

/// Forms before a name, folded; longer ones before those that they begin with.
const PHRASES_BEFORE: &[&str] = &[
    "the",
    "cong ty co phan",
    "cong ty cp",
    "ctcp",
    "cong ty tnhh mot thanh vien",
    "cong ty tnhh mtv",
    "cong ty tnhh",
    "cong ty trach nhiem huu han mot thanh vien",
    "cong ty trach nhiem huu han",
    "tong cong ty",
    "tap doan",
    "cong ty",
    "societe anonyme",
    "pt",
];

/// Forms that stand inside the names of banks: "Ngân hàng Thương mại Cổ phần Á Châu", "Ngân hàng TMCP Á Châu".
const OF_BANKS: &[&str] = &["ngan hang thuong mai co phan", "ngan hang tmcp"];

/// Forms in scripts whose words are not parted, or that are no words in Latin letters; longer ones before their parts.
const UNFOLDED: &[&str] = &[
    "株式会社",
    "（株）",
    "(株)",
    "㈱",
    "有限会社",
    "合同会社",
    "주식회사",
    "(주)",
    "㈜",
    "유한회사",
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "บริษัท",
    "จำกัด",
    "(มหาชน)",
];

/// Forms that are a word of a name in Cyrillic or Arabic letters.
const UNFOLDED_WORDS: &[&str] = &["ООО", "ОАО", "ПАО", "ЗАО", "АО", "НАО", "ТОО", "ТОВ", "شركة"];

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

/// A folded name without the legal forms before and behind it, in whatever script: by this, names are compared.
#[must_use]
pub fn core_of_name(name: &str) -> String {
    let folded = fold(&without_unfolded(name));
    let mut core = folded.as_str();
    loop {
        let shorter = strip(core);
        if shorter == core {
            break;
        }
        core = shorter;
    }
    match OF_BANKS.iter().find_map(|form| core.strip_prefix(form)) {
        Some(rest) => format!("ngan hang{rest}"),
        None => core.to_owned(),
    }
}

/// A folded name without one form before or behind it.
fn strip(core: &str) -> &str {
    let without = |rest: &'_ str, is_rest: bool| is_rest.then_some(rest.len());
    let before = PHRASES_BEFORE.iter().find_map(|form| {
        let rest = core.strip_prefix(form)?;
        without(rest, rest.is_empty() || rest.starts_with(' '))
    });
    if let Some(left) = before {
        return core[core.len() - left..].trim_start();
    }
    let behind = PHRASES_BEHIND.iter().chain(BEHIND).find_map(|form| {
        let rest = core.strip_suffix(form)?;
        without(rest, rest.is_empty() || rest.ends_with(' '))
    });
    behind.map_or(core, |left| core[..left].trim_end())
}

/// A name without forms that folding would make unreadable.
fn without_unfolded(name: &str) -> String {
    if name.is_ascii() {
        return name.to_owned();
    }
    let mut bare = name.to_owned();
    for form in UNFOLDED.iter().filter(|form| name.contains(**form)) {
        bare = bare.replace(form, " ");
    }
    let words = bare.split_whitespace().filter(|word| !UNFOLDED_WORDS.contains(word));
    words.collect::<Vec<_>>().join(" ")
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
        for (name, other) in [
            ("Công ty cổ phần Sữa Việt Nam", "Sữa Việt Nam"),
            ("CTCP FPT", "Công ty Cổ phần FPT"),
            ("Công ty TNHH Một thành viên Hòa Phát", "Hoà Phát"),
            ("Tổng công ty Bưu chính Viễn thông", "buu chinh vien thong"),
            ("Ngân hàng Thương mại Cổ phần Á Châu", "Ngân hàng TMCP Á Châu"),
            ("Ngân hàng TMCP Á Châu", "Ngân hàng Á Châu"),
            ("トヨタ自動車株式会社", "トヨタ自動車"),
            ("株式会社LIXIL", "LIXIL"),
            ("삼성전자 주식회사", "삼성전자"),
            ("㈜카카오", "카카오"),
            ("华为技术有限公司", "华为技术"),
            ("中国石油天然气股份有限公司", "中国石油天然气"),
            ("ООО «Яндекс»", "Яндекс"),
            ("ПАО Газпром", "Газпром"),
            ("شركة أرامكو", "أرامكو"),
            ("บริษัท ปตท. จำกัด (มหาชน)", "ปตท."),
            ("Siemens Aktiengesellschaft", "Siemens AG"),
            ("Société anonyme Renault", "Renault S.A."),
            ("Novo Nordisk A/S", "Novo Nordisk"),
            ("Škoda Auto a.s.", "Skoda Auto"),
            ("Türk Telekom A.Ş.", "Turk Telekom"),
            ("Tata Motors Private Limited", "Tata Motors Ltd."),
            ("PKO Sp. z o.o.", "PKO"),
            ("Embraer Ltda.", "Embraer"),
            ("PT Astra International Tbk", "Astra International"),
            ("América Móvil, S.A.B. de C.V.", "America Movil"),
        ] {
            assert_eq!(core_of_name(name), core_of_name(other), "{name}");
            assert_ne!(core_of_name(other), "", "{other}");
        }
        for (name, other) in [("Anh Phan", "Anh"), ("AO World", "World"), ("Cash & Co", "Ca")] {
            assert_ne!(core_of_name(name), core_of_name(other), "{name}");
        }
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
