//! An annotated record for each section that holds no relations, with every field but `overrides`.

pub(super) const CASE: &str = "\
case:                            # one mapping, or just the id of a case to add to
  id: microsoft-openai           # the stem of the file's name
  title: {en: Microsoft and OpenAI, vi: Microsoft và OpenAI}
  summary:
    en: Microsoft paid for OpenAI's rise and rented it the machines. Since 2023 both court the same users.
    vi: Microsoft bỏ vốn cho OpenAI và cho thuê hạ tầng tính toán. Từ năm 2023 hai bên tranh nhau cùng một nhóm người dùng.
  about: [microsoft, openai]
  includes: [openai-google-cloud/gcp-2025]
  coverage:
    - {company: openai, side: competition, searched: OpenAI's own posts, on: 2026-11-23, found: no}
  story:
    - {title: {en: The first billion, vi: Một tỷ đầu tiên}, at: 2019-07-22, show: [first-billion]}
";

pub(super) const MARKETS: &str = "\
markets:
  - id: cloud-infrastructure
    name: {en: Cloud infrastructure, vi: Hạ tầng đám mây}
    synonyms: {en: [cloud computing, IaaS], vi: [điện toán đám mây]}
    broader: cloud               # questions about `cloud` include it
    note: Computing and storage for rent.
";

pub(super) const COMPANIES: &str = "\
companies:
  - id: lighthouse               # an invented company; its identifiers are Microsoft's
    name: Lighthouse Ltd
    short: Lighthouse
    aliases: [LHT, Tập đoàn Hải Đăng]
    names:
      - {name: Lamp Works, since: 1975, until: 1990-06}
    kind: company
    country: VN
    founded: 1975-04-04
    dissolved: 2024              # the first day without it
    part_of:                     # needless after an acquisition that is recorded
      - {company: harbour, since: 2018-10-26, until: 2020, sources: [harbour-news-2018]}
    ids: {wikidata: Q2283, lei: INR2EJN1ERAN0W5ZP974, ticker: ['NASDAQ:MSFT', 'XETRA:MSF'], cik: '789019'}
    products:
      - {id: lamp, name: Lighthouse Lamp, market: lamps, since: 2016, until: 2023, territories: [VN], sources: [harbour-news-2018]}
    note: Makes lamps.
    sources: [harbour-news-2018]
";

pub(super) const SOURCES: &str = "\
sources:
  - id: digitimes-2019-07-23
    short: Digitimes 2019
    publisher: Digitimes         # `unknown` is allowed
    publisher_company: digitimes # only where the publisher is in the data
    title: Microsoft invests a billion in OpenAI
    title_basis: page
    kind: news
    published: 2019-07-23
    url: https://digitimes.example/openai
    accessed: 2026-11-23
    read: opened                 # opened | excerpt | quoted | listed
    read_by: Nguyễn Thị Mai      # a person, or a model by its name
    read_on: 2026-11-23
    archived: https://archive.example/openai
    based_on: microsoft-2019-07-22   # it relays the release, so both are one origin
    language: en
    note: Behind a paywall.
";

pub(super) const DEALS: &str = "\
deals:
  - id: microsoft-openai-2023
    title: {en: Third phase, vi: Giai đoạn ba}
    parties: [microsoft, openai]
    signed: 2023-01-23
    until: 2025-10-28            # the first day without it
    supersedes: [microsoft-openai-2021]
    amount: about USD 10bn
    note: Several years, several billions.
    holders:
      - {id: limited-partners, name: Limited partners, companies: [khosla], sources: [fortune-2023-01-11]}
    waterfall:                   # tranches are paid in order
      - name: recoupment
        shares: {microsoft: 75%}
        unstated: 25%
        until: {receives: {microsoft: USD 13bn}}
      - name: participation
        shares: {microsoft: 49%, limited-partners: 49%, openai-foundation: 2%}
        caps: {microsoft: USD 92bn, limited-partners: USD 150bn}
        residual: openai-foundation
      - {name: reversion, shares: {openai-foundation: 100%}}
    sources: [fortune-2023-01-11]
";

pub(super) const SUCCESSIONS: &str = "\
successions:
  - id: vmware-leaves-dell
    from: dell-technologies      # the parent, as it is a spin-off
    to: vmware
    as: spin_off
    since: 2021-11-01
    note: Every shareholder got shares of VMware.
    sources: [vmware-2021-11-01]
";

pub(super) const EVENTS: &str = "\
events:
  - id: chatgpt
    date: 2022-11-30
    about: [openai]
    kind: launch
    title: {en: OpenAI opens ChatGPT, vi: OpenAI ra mắt ChatGPT}
    note: A research preview, free of charge.
    disputes: [chatgpt-december]
    refuted_by: [chatgpt-later]
    sources: [openai-2022-11-30]
";

pub(super) const QUOTES: &str = "\
quotes:
  - id: on-partners
    date: 2015-10-06
    speaker: A chief executive
    role: {en: chief executive of Microsoft, vi: tổng giám đốc Microsoft}
    company: microsoft
    about: [microsoft, dell]
    text: {vi: Chúng tôi làm việc với cả đối thủ.}   # a quote may lack English
    original_language: en
    translation_of: on-partners-en
    wording: found
    note: Said on stage.
    sources: [transcript-2015]
";

pub(super) const CLAIMS: &str = "\
claims:
  - id: not-in-filings
    date: 2023-01-24
    about: [microsoft, openai]
    by: press
    text: The sum could not be confirmed in filings.
    disputes: [third-phase]      # it stays, and is no longer undisputed
    refuted_by: [ten-billion]
    note: Written a day after the announcement.
    sources: [fortune-2023-01-24]
";

pub(super) const WAIVE: &str = "\
waive:
  - {code: first-of-month, on: azure-2016, why: The contract names the day.}
";
