//! Waterfalls.

use crate::check::Page;
use crate::diagnostics::Code;

pub(super) static PAGES: &[Page] = &[
    Page {
        code: Code::UnknownHolder,
        what: "A waterfall gives a share to somebody who is neither a company nor declared in the deal's `holders`.",
        why: "Classes of holders, such as `first-investors`, have no company of their own; the deal says who they are.",
        example: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: all, shares: {first-investors: 100%}}
    sources: [news-2023]
",
        instead: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    holders: [{id: first-investors, name: {en: first investors, vi: nhà đầu tư đầu tiên}}]
    waterfall:
      - {name: all, shares: {first-investors: 100%}}
    sources: [news-2023]
",
    },
    Page {
        code: Code::InexactWaterfall,
        what: "A share or sum of a waterfall is not one number: `up to`, `over`, a range, or `undisclosed`.",
        why: "Who gets what is computed to the cent, and cannot be computed with a range. `about` is one number, and \
              marks the answer.",
        example: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: recoupment, shares: {microsoft: up to 75%, openai: 25%}, caps: {microsoft: USD 13bn}}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
        instead: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: recoupment, shares: {microsoft: about 75%, openai: 25%}, caps: {microsoft: USD 13bn}}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
    },
    Page {
        code: Code::SharesNot100,
        what: "The shares of a tranche, with what is `unstated`, do not sum to 100 %.",
        why: "All of the money goes somewhere. Where nobody says whose a part is, `unstated` says that.",
        example: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: recoupment, shares: {microsoft: 75%}, caps: {microsoft: USD 13bn}}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
        instead: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: recoupment, shares: {microsoft: 75%}, unstated: 25%, caps: {microsoft: USD 13bn}}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
    },
    Page {
        code: Code::HolderWithoutShare,
        what: "A tranche has a cap or a threshold for a holder that has no share in it.",
        why: "Who receives nothing reaches no figure. The share is missing, or the figure belongs to another holder.",
        example: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: recoupment, shares: {microsoft: 100%}, caps: {openai: USD 13bn}}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
        instead: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: recoupment, shares: {microsoft: 100%}, caps: {microsoft: USD 13bn}}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
    },
    Page {
        code: Code::ThresholdAboveCap,
        what: "A tranche waits `until` a holder has received more than its cap.",
        why: "A holder never gets more than its cap, so that this end is never reached. A tranche ends at its caps \
              anyway.",
        example: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: recoupment, shares: {microsoft: 100%}, until: {receives: {microsoft: USD 14bn}}, caps: {microsoft: USD 13bn}}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
        instead: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: recoupment, shares: {microsoft: 100%}, caps: {microsoft: USD 13bn}}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
    },
    Page {
        code: Code::CappedResidual,
        what: "What holders at their caps leave goes, by `residual`, to a holder that has a cap itself.",
        why: "When that one is at its cap too, nobody is left to take it.",
        example: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: shared, shares: {microsoft: 50%, openai: 50%}, caps: {microsoft: USD 92bn, openai: USD 9bn}, residual: openai}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
        instead: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: shared, shares: {microsoft: 50%, openai: 50%}, caps: {microsoft: USD 92bn}, residual: openai}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
    },
    Page {
        code: Code::MixedCurrencies,
        what: "The figures of one waterfall are in more than one currency.",
        why: "What is paid out is computed in one currency. Rates change, and none is assumed.",
        example: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: recoupment, shares: {microsoft: 50%, openai: 50%}, caps: {microsoft: USD 13bn, openai: EUR 1bn}}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
        instead: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: recoupment, shares: {microsoft: 50%, openai: 50%}, caps: {microsoft: USD 13bn, openai: USD 1.1bn}}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
    },
    Page {
        code: Code::EndlessTranche,
        what: "A tranche that is not the last has neither `until` nor `caps`.",
        why: "Money would never reach the tranches after it. Where nobody knows its end, `until: unknown` says so, and \
              answers stop there.",
        example: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: recoupment, shares: {microsoft: 75%, openai: 25%}}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
        instead: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: recoupment, shares: {microsoft: 75%, openai: 25%}, until: unknown}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
    },
    Page {
        code: Code::LastTrancheEnds,
        what: "The last tranche has an end, `until` or `caps`.",
        why: "Money that comes after it would go to nobody.",
        example: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: recoupment, shares: {microsoft: 75%, openai: 25%}, caps: {microsoft: USD 13bn}}
    sources: [news-2023]
",
        instead: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: recoupment, shares: {microsoft: 75%, openai: 25%}, caps: {microsoft: USD 13bn}}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
    },
    Page {
        code: Code::UnreachableTranche,
        what: "A tranche whose figures count from the first money of the deal (`counted: deal`) has ended before it \
               begins: earlier tranches have paid its holders that much already.",
        why: "No money is ever paid in it. A figure is wrong, or counts in this tranche only.",
        example: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: first, shares: {microsoft: 100%}, caps: {microsoft: USD 13bn}}
      - {name: second, shares: {microsoft: 100%}, caps: {microsoft: USD 10bn}, counted: deal}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
        instead: "\
deals:
  - id: phases
    title: {en: The phases, vi: Các giai đoạn}
    waterfall:
      - {name: first, shares: {microsoft: 100%}, caps: {microsoft: USD 13bn}}
      - {name: second, shares: {microsoft: 100%}, caps: {microsoft: USD 23bn}, counted: deal}
      - {name: rest, shares: {openai: 100%}}
    sources: [news-2023]
",
    },
];
