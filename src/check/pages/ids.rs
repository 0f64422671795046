//! Ids, and what they refer to.

use crate::check::Page;
use crate::diagnostics::Code;

pub(super) static PAGES: &[Page] = &[
    Page {
        code: Code::DuplicateId,
        what: "Two records have one id. Companies, markets, deals and cases share their ids; sources have ids of their \
               own; relations, events, quotes and claims have ids within their case.",
        why: "An id that means two things means neither. In a data directory that is laid over another, `overrides: \
              true` replaces a record.",
        example: "\
companies:
  - {id: microsoft, name: Microsoft Vietnam}
",
        instead: "\
companies:
  - {id: microsoft-vietnam, name: Microsoft Vietnam}
",
    },
    Page {
        code: Code::IdUnlikeFile,
        what: "A file below `cases/` or `companies/` is called otherwise than the case or company in it.",
        why: "Who looks for a record looks for a file of its name, and a file with another name hides it.",
        example: "\
case:
  id: microsoft-openai
  title: {en: Microsoft and OpenAI, vi: Microsoft và OpenAI}
  about: [microsoft, openai]
",
        instead: "\
# in cases/microsoft-openai.yaml
case:
  id: microsoft-openai
  title: {en: Microsoft and OpenAI, vi: Microsoft và OpenAI}
  about: [microsoft, openai]
",
    },
    Page {
        code: Code::UnknownCompany,
        what: "A record names a company that no file declares.",
        why: "Ids are compared letter by letter, so that a slip does not make a new company. A company that is new is \
              declared in `companies`, with its `id` and `name` at least.",
        example: "\
case: example
cloud_dependencies:
  - {id: azure, customer: openai, provider: micorsoft, since: 2016, sources: [news-2023]}
",
        instead: "\
case: example
cloud_dependencies:
  - {id: azure, customer: openai, provider: microsoft, since: 2016, sources: [news-2023]}
",
    },
    Page {
        code: Code::UnknownMarket,
        what: "A record names a market that no file declares.",
        why: "Markets are a declared vocabulary: two people who mean one market then use one word for it. A new one is \
              declared in `markets`, with a name in both languages and its `broader` market.",
        example: "\
case: example
cloud_dependencies:
  - {id: azure, customer: openai, provider: microsoft, since: 2016, sources: [news-2023], market: clouds}
",
        instead: "\
case: example
cloud_dependencies:
  - {id: azure, customer: openai, provider: microsoft, since: 2016, sources: [news-2023], market: databases}
",
    },
    Page {
        code: Code::UnknownSource,
        what: "A record cites a source that no file declares.",
        why: "A claim without a source that can be found is no better than one without a source. Sources are declared \
              in `sources`, in the same file or in another.",
        example: "\
case: example
cloud_dependencies:
  - {id: azure, customer: openai, provider: microsoft, since: 2016, sources: [reuters-2016]}
",
        instead: "\
case: example
cloud_dependencies:
  - {id: azure, customer: openai, provider: microsoft, since: 2016, sources: [news-2023]}
",
    },
    Page {
        code: Code::UnknownDeal,
        what: "A relation is part of a deal that no file declares.",
        why: "Relations that belong to one contract are told together through it. The contract is declared in `deals`.",
        example: "\
case: example
cloud_dependencies:
  - {id: azure, customer: openai, provider: microsoft, since: 2016, sources: [news-2023], deal: azure-deal}
",
        instead: "\
case: example
cloud_dependencies:
  - {id: azure, customer: openai, provider: microsoft, since: 2016, sources: [news-2023]}
",
    },
    Page {
        code: Code::UnknownCase,
        what: "A file adds to a case that no file tells.",
        why: "`case: ID` puts what follows into a case; the case itself is told once, as a mapping with `id`, `title` \
              and `about`.",
        example: "\
case: exmaple
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
        code: Code::UnknownRelation,
        what: "A field such as `supersedes`, `total_of` or `results_in` names a relation that is not declared.",
        why: "Within its case a relation goes by its id, from another case by `case/id`.",
        example: "\
case: example
cloud_dependencies:
  - {id: azure, customer: openai, provider: microsoft, since: 2016, sources: [news-2023], supersedes: [azure-2015]}
",
        instead: "\
case: example
cloud_dependencies:
  - {id: azure-2015, customer: openai, provider: microsoft, since: 2015, sources: [news-2023]}
  - {id: azure, customer: openai, provider: microsoft, since: 2016, supersedes: [azure-2015], sources: [news-2023]}
",
    },
    Page {
        code: Code::UnknownProduct,
        what: "A product is named that its company does not declare.",
        why: "A declared product, `company/product`, has a market and a time. What need not be declared is written as \
              a plain name, where the field takes one.",
        example: "\
case: example
integrations:
  - {id: copilot, technology_of: openai, product_of: microsoft, product: microsoft/copilt, since: 2023, sources: [news-2023]}
",
        instead: "\
case: example
integrations:
  - {id: copilot, technology_of: openai, product_of: microsoft, product: Copilot, since: 2023, sources: [news-2023]}
",
    },
    Page {
        code: Code::UnknownRecord,
        what: "A field such as `disputes`, `refuted_by` or `show` names a relation, event, quote or claim that is not \
               declared.",
        why: "What a record is said to contradict must be there to be compared. Within its case it goes by its id, \
              from another case by `case/id`.",
        example: "\
case: example
cloud_dependencies:
  - {id: azure, customer: openai, provider: microsoft, since: 2016, sources: [news-2023], disputes: [denial]}
",
        instead: "\
case: example
cloud_dependencies:
  - {id: azure, customer: openai, provider: microsoft, since: 2016, disputes: [denial], sources: [news-2023]}
claims:
  - {id: denial, about: [openai], text: OpenAI uses no cloud of others., sources: [news-2026]}
",
    },
    Page {
        code: Code::OverridesNothing,
        what: "A record says `overrides: true`, and no data directory before its own has a record of its id.",
        why: "Either the id is misspelt, and the record that was to be replaced still stands, or the record is new and \
              needs no `overrides`.",
        example: "\
companies:
  - {id: fpt, name: FPT, overrides: true}
",
        instead: "\
companies:
  - {id: fpt, name: FPT}
",
    },
];
