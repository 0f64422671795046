//! Sections and fields.

use crate::check::Page;
use crate::diagnostics::Code;

pub(super) static PAGES: &[Page] = &[
    Page {
        code: Code::UnknownSection,
        what: "A key at the top of a file is no section. The sections are `case`, `companies`, `markets`, `sources`, \
               `deals`, `successions`, `events`, `quotes`, `claims`, `waive`, and one for each kind of relation.",
        why: "Everything below a misspelt section would be left out.",
        example: "\
compannies:
  - {id: fpt, name: FPT}
",
        instead: "\
companies:
  - {id: fpt, name: FPT}
",
    },
    Page {
        code: Code::UnknownField,
        what: "A record has a field that records of its section do not have.",
        why: "A misspelt field would be left out without a word. `frenemy show KIND` prints the fields of a kind of \
              relation, docs/data-model.md those of all.",
        example: "\
companies:
  - {id: fpt, name: FPT, contry: VN}
",
        instead: "\
companies:
  - {id: fpt, name: FPT, country: VN}
",
    },
    Page {
        code: Code::MissingField,
        what: "A record lacks a field that it must have, or one that another of its fields asks for: `amount_is` beside \
               `amount`, `accessed` beside a source without a date, some date in every relation. A field without a \
               value counts as missing.",
        why: "Without its parties, its time or its source a record says nothing that can be asked about or checked.",
        example: "\
case: example
investments:
  - {id: first-billion, investors: [microsoft], company: openai, since: 2019}
",
        instead: "\
case: example
investments:
  - {id: first-billion, investors: [microsoft], company: openai, since: 2019, sources: [news-2023]}
",
    },
    Page {
        code: Code::ToBeFilled,
        what: "A value begins with the word `TODO`, as templates of `frenemy new` write it where something is left open.",
        why: "What is not known yet must not pass as a fact. The help says what belongs into the place; a field that \
              need not be there can be deleted.",
        example: "\
companies:
  - {id: fpt, name: TODO}
",
        instead: "\
companies:
  - {id: fpt, name: FPT}
",
    },
    Page {
        code: Code::MissingCase,
        what: "A file has relations, events, quotes or claims, and no `case`.",
        why: "These records have ids within a case (`case/id`) and are shown with it. `case: ID` adds to a case that \
              another file tells; a mapping tells a new one.",
        example: "\
alliances:
  - {id: pact, parties: [microsoft, openai], since: 2019, sources: [news-2023]}
",
        instead: "\
case: example
alliances:
  - {id: pact, parties: [microsoft, openai], since: 2019, sources: [news-2023]}
",
    },
    Page {
        code: Code::StrayKey,
        what: "A key that stands for a company, a holder or a language has no value, or holds a colon; or a field stands \
               between brackets without a colon.",
        why: "Between brackets a comma ends a value, and a colon without a space behind it ends no key: `{mill: EUR \
              90,000}` would say EUR 90 and a key `000`. Quotes around a value keep both.",
        example: "\
deals:
  - id: oven
    title: {en: The oven, vi: Lò nướng}
    sources: [news-2023]
    waterfall:
      - name: Oven paid back
        shares: {microsoft: 75%, openai: 25%}
        until: {receives: {microsoft: EUR 90,000}}
      - {name: Afterwards, shares: {openai: 100%}}
",
        instead: "\
deals:
  - id: oven
    title: {en: The oven, vi: Lò nướng}
    sources: [news-2023]
    waterfall:
      - name: Oven paid back
        shares: {microsoft: 75%, openai: 25%}
        until: {receives: {microsoft: \"EUR 90,000\"}}
      - {name: Afterwards, shares: {openai: 100%}}
",
    },
    Page {
        code: Code::WrongType,
        what: "A field holds a text where a list belongs, a list where a mapping belongs, and so on.",
        why: "The field cannot be read. Of a single value a list is made with brackets: `[microsoft]`.",
        example: "\
companies:
  - {id: fpt, name: [FPT]}
",
        instead: "\
companies:
  - {id: fpt, name: FPT}
",
    },
    Page {
        code: Code::UnknownValue,
        what: "A field takes one of a fixed choice of words, and holds another; or a waiver names an error, or no lint \
               at all.",
        why: "A word that only its writer understands cannot be counted, filtered or translated.",
        example: "\
sources:
  - {id: tweet, title: A post, kind: tweet, published: 2024-05-01}
",
        instead: "\
sources:
  - {id: tweet, title: A post, kind: blog, published: 2024-05-01}
",
    },
    Page {
        code: Code::ConflictingFields,
        what: "A record has two fields that exclude each other, such as `amount` and `amounts`, or `parties` and \
               `groups`; or one that contradicts the rest, such as `together` where one company pays.",
        why: "Both say the same thing in two ways, and only one of them can be read; or both cannot be true.",
        example: "\
case: example
investments:
  - id: first-billion
    investors: [microsoft]
    company: openai
    since: 2019
    amount: USD 1bn
    amount_is: committed
    amounts: [{amount: USD 1bn, is: paid}]
    sources: [news-2023]
",
        instead: "\
case: example
investments:
  - id: first-billion
    investors: [microsoft]
    company: openai
    since: 2019
    amounts: [{amount: USD 1bn, is: committed}]
    sources: [news-2023]
",
    },
    Page {
        code: Code::WrongArity,
        what: "A role names more or fewer companies than the kind of relation allows: an alliance needs two parties, a \
               stake has one owner.",
        why: "The ties between companies follow from the roles. With one party there is nothing to tie; with two \
              owners of one stake nobody knows who holds how much.",
        example: "\
case: example
alliances:
  - {id: pact, parties: [microsoft], since: 2019, sources: [news-2023]}
",
        instead: "\
case: example
alliances:
  - {id: pact, parties: [microsoft, openai], since: 2019, sources: [news-2023]}
",
    },
];
