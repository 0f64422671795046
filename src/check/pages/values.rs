//! Single values.

use crate::check::Page;
use crate::diagnostics::Code;

pub(super) static PAGES: &[Page] = &[
    Page {
        code: Code::BadId,
        what: "An id is not a slug: small letters `a` to `z`, digits, and single hyphens between them.",
        why: "Ids stand in addresses, file names and other people's scripts. Names, with all their accents, belong \
              into `name` and `aliases`.",
        example: "\
companies:
  - {id: Tập đoàn FPT, name: FPT}
",
        instead: "\
companies:
  - {id: fpt, name: FPT, aliases: [Tập đoàn FPT]}
",
    },
    Page {
        code: Code::BadDate,
        what: "A date does not exist, or is not written as year, year-month or year-month-day.",
        why: "Dates are written in one way, so that nobody has to guess whether `03/04` is in March or in April, and \
              as exactly as the source knows them: `2019` is a good date.",
        example: "\
companies:
  - {id: fpt, name: FPT, founded: 13/9/1988}
",
        instead: "\
companies:
  - {id: fpt, name: FPT, founded: 1988-09-13}
",
    },
    Page {
        code: Code::BadMoney,
        what: "A sum of money cannot be read. It is a currency of ISO 4217 and a figure: `USD 1bn`, `EUR 250m`, `VND \
               13,000,000`, `about USD 300bn`, `up to USD 10bn`, `over USD 1bn`, `USD 4bn to 5bn`, or `undisclosed`.",
        why: "`$1bn` may be of the United States, of Singapore or of Australia, a billion was once two different \
              numbers, and `EUR 250.000` is a quarter of a million to some readers and 250 to others.",
        example: "\
deals:
  - {id: deal, title: {en: A deal, vi: Thoả thuận}, amount: $1bn, sources: [news-2023]}
",
        instead: "\
deals:
  - {id: deal, title: {en: A deal, vi: Thoả thuận}, amount: USD 1bn, sources: [news-2023]}
",
    },
    Page {
        code: Code::BadShare,
        what: "A share cannot be read, or is not above 0 and up to 100 %. It is written with its sign: `49%`, `about \
               27%`, `up to 49%`, `over 50%`, `5% to 9%`.",
        why: "Without the sign, `0.49` may be a half or half a percent.",
        example: "\
case: example
stakes:
  - {id: stake, owner: microsoft, company: openai, share: 0.27, since: 2025-10-28, sources: [news-2026]}
",
        instead: "\
case: example
stakes:
  - {id: stake, owner: microsoft, company: openai, share: 27%, since: 2025-10-28, sources: [news-2026]}
",
    },
    Page {
        code: Code::BadUrl,
        what: "An address has no scheme, no host, a space in it, or a scheme other than `https` and `http`.",
        why: "A reader must be able to open it, and a page that shows it must be able to trust it.",
        example: "\
sources:
  - {id: vnexpress, title: A report, kind: news, published: 2024, url: vnexpress.net/kinh-doanh}
",
        instead: "\
sources:
  - {id: vnexpress, title: A report, kind: news, published: 2024, url: \"https://vnexpress.net/kinh-doanh\"}
",
    },
    Page {
        code: Code::BadLanguage,
        what: "A text is keyed by something that is no language of ISO 639-1, or `language` holds one.",
        why: "Vietnamese is `vi`; `vn` is the country. A text under a wrong key is never shown.",
        example: "\
markets:
  - {id: tablets, name: {en: Tablets, vn: Máy tính bảng}}
",
        instead: "\
markets:
  - {id: tablets, name: {en: Tablets, vi: Máy tính bảng}}
",
    },
    Page {
        code: Code::BadLei,
        what: "A legal entity identifier does not have 18 capitals or digits and two check digits, or the check digits \
               do not fit (ISO 17442).",
        why: "A mistyped identifier names another company, or none.",
        example: "\
companies:
  - {id: msft, name: Microsoft Holding, ids: {lei: INR2EJN1ERAN0W5ZP975}}
",
        instead: "\
companies:
  - {id: msft, name: Microsoft Holding, ids: {lei: INR2EJN1ERAN0W5ZP974}}
",
    },
    Page {
        code: Code::BadQid,
        what: "A Wikidata item is not a `Q` and a number.",
        why: "The identifier ties a company to other data. A label or an address does not.",
        example: "\
companies:
  - {id: fpt, name: FPT, ids: {wikidata: FPT Group}}
",
        instead: "\
companies:
  - {id: fpt, name: FPT, ids: {wikidata: Q5426540}}
",
    },
    Page {
        code: Code::UnknownCurrency,
        what: "The word before a figure is no currency of ISO 4217.",
        why: "Sums are added within one currency. What people call `RMB` is `CNY`, the đồng is `VND`.",
        example: "\
deals:
  - {id: deal, title: {en: A deal, vi: Thoả thuận}, amount: RMB 1bn, sources: [news-2023]}
",
        instead: "\
deals:
  - {id: deal, title: {en: A deal, vi: Thoả thuận}, amount: CNY 1bn, sources: [news-2023]}
",
    },
    Page {
        code: Code::UnknownCountry,
        what: "A country is no code of two letters of ISO 3166.",
        why: "The United Kingdom is `GB`, Vietnam is `VN`. Groups of states such as the European Union have no \
              country.",
        example: "\
companies:
  - {id: arm, name: Arm, country: UK}
",
        instead: "\
companies:
  - {id: arm, name: Arm, country: GB}
",
    },
];
