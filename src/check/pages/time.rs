//! Time and companies.

use crate::check::Page;
use crate::diagnostics::Code;

pub(super) static PAGES: &[Page] = &[
    Page {
        code: Code::EmptyInterval,
        what: "Something surely ends before it begins, or on the day on which it begins. `until` is the first day \
               without it: what held on one day ends on the next.",
        why: "It would hold on no day at all, and be in no answer.",
        example: "\
case: example
alliances:
  - {id: pact, parties: [microsoft, openai], since: 2019, until: 2018, sources: [news-2023]}
",
        instead: "\
case: example
alliances:
  - {id: pact, parties: [microsoft, openai], since: 2018, until: 2019, sources: [news-2023]}
",
    },
    Page {
        code: Code::FutureDate,
        what: "A date at which something was published, read, seen, said, checked or completed lies after today, or a year is out \
               of all proportion: an end centuries ahead, a tie of the year 201. Plans (`status: planned`), what binds (`agreed`), ends and `expires` may lie in the future.",
        why: "Nobody has seen the future. The date has a slip, or what it dates is a plan.",
        example: "\
sources:
  - {id: memo, title: A memo, kind: news, published: 2091-07-22}
",
        instead: "\
sources:
  - {id: memo, title: A memo, kind: news, published: 2019-07-22}
",
    },
    Page {
        code: Code::OutsiderShare,
        what: "The `shares` of a joint venture or acquisition give a part to a company that is not among its `partners` or \
               `acquirers`.",
        why: "Whose share it is decides whose group a company belongs to. Either the company is missing among the parties, \
              or the share is that of another.",
        example: "\
case: example
companies:
  - {id: venture, name: The Venture}
joint_ventures:
  - {id: jv, partners: [microsoft, openai], venture: venture, shares: {microsoft: 50%, google: 50%}, since: 2022, sources: [news-2023]}
",
        instead: "\
case: example
companies:
  - {id: venture, name: The Venture}
joint_ventures:
  - {id: jv, partners: [microsoft, google], venture: venture, shares: {microsoft: 50%, google: 50%}, since: 2022, sources: [news-2023]}
",
    },
    Page {
        code: Code::SelfRelation,
        what: "A relation ties a company to itself, names it twice in one role, or makes it part or successor of \
               itself.",
        why: "Nobody is their own partner. Most often one of the two was meant to be another company, or a subsidiary.",
        example: "\
case: example
alliances:
  - {id: pact, parties: [microsoft, microsoft], since: 2019, sources: [news-2023]}
",
        instead: "\
case: example
alliances:
  - {id: pact, parties: [microsoft, openai], since: 2019, sources: [news-2023]}
",
    },
];
