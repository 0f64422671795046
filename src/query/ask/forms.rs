//! The grammar of questions: which words mean which command.

/// One sort of question.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// How it is asked in English, the first as documented. A word in braces is a slot (`{company}`, `{other}`,
    /// `{market}`, `{date}`, `{until}`, `{deal}`, `{money}`), `a|b` is either word.
    pub en: &'static [&'static str],
    /// How it is asked in Vietnamese.
    pub vi: &'static [&'static str],
    /// The command, slots in braces.
    pub command: &'static [&'static str],
}

/// Endings that questions of any form may have, with the options that they add. `{today}` is the day of asking.
pub static TAILS: &[Form] = &[
    Form {
        en: &["in|at|on {date}", "as of {date}"],
        vi: &[
            "năm|vào|tháng|ngày {date}",
            "vào năm|tháng|ngày {date}",
            "tại thời điểm {date}",
        ],
        command: &["--at", "{date}"],
    },
    Form {
        en: &["from|between {date} to|and {until}"],
        vi: &[
            "từ {date} đến {until}",
            "từ năm {date} đến năm {until}",
            "giữa {date} và {until}",
        ],
        command: &["--from", "{date}", "--to", "{until}"],
    },
    Form {
        en: &["since {date}"],
        vi: &["từ {date}", "từ năm {date}", "kể từ {date}", "kể từ năm {date}"],
        command: &["--from", "{date}", "--to", "{today}"],
    },
    Form {
        en: &[
            "in|on {market}",
            "in the market of|for {market}",
            "in the {market} market",
        ],
        vi: &[
            "trong|về|ở {market}",
            "trong|về|ở mảng|ngành {market}",
            "trong|ở|trên thị trường {market}",
        ],
        command: &["--market", "{market}"],
    },
];

/// All questions, the more special before the more general.
pub static FORMS: &[Form] = &[
    Form {
        en: &[
            "who competes and cooperates with {company}",
            "who cooperates and competes with {company}",
            "who competes or cooperates with {company}",
        ],
        vi: &[
            "ai cạnh tranh và hợp tác với {company}",
            "ai hợp tác và cạnh tranh với {company}",
            "{company} cạnh tranh và hợp tác với ai",
        ],
        command: &["who", "{company}"],
    },
    Form {
        en: &[
            "who both competes and cooperates with {company}",
            "who are the frenemies of {company}",
            "frenemies of {company}",
        ],
        vi: &[
            "ai vừa cạnh tranh vừa hợp tác với {company}",
            "ai vừa hợp tác vừa cạnh tranh với {company}",
            "{company} vừa hợp tác vừa cạnh tranh với ai",
        ],
        command: &["who", "{company}", "--stance", "coopetition"],
    },
    Form {
        en: &[
            "who competes with {company}",
            "whom does {company} compete with",
            "who does {company} compete with",
            "who are the rivals|competitors of {company}",
        ],
        vi: &[
            "ai cạnh tranh với {company}",
            "{company} cạnh tranh với ai",
            "đối thủ của {company} là ai",
        ],
        command: &["who", "{company}", "--kind", "competitive_overlap"],
    },
    Form {
        en: &[
            "who cooperates with {company}",
            "whom does {company} cooperate with",
            "who does {company} cooperate with",
            "who are the partners of {company}",
        ],
        vi: &[
            "ai hợp tác với {company}",
            "{company} hợp tác với ai",
            "đối tác của {company} là ai",
        ],
        command: &["who", "{company}", "--except-kind", "competitive_overlap"],
    },
    Form {
        en: &[
            "who invests|invested in {company}",
            "whom does|did {company} invest in",
            "who does|did {company} invest in",
            "what does|did {company} invest in",
        ],
        vi: &["ai đầu tư vào {company}", "{company} đầu tư vào ai|đâu"],
        command: &["who", "{company}", "--kind", "investment"],
    },
    Form {
        en: &["who depends on {company}", "who is hit if {company} fails"],
        vi: &["ai phụ thuộc vào {company}", "ai phụ thuộc {company}"],
        command: &["depends", "{company}", "--reverse"],
    },
    Form {
        en: &["what|whom|who does {company} depend on"],
        vi: &["{company} phụ thuộc vào ai|gì|đâu", "{company} phụ thuộc ai"],
        command: &["depends", "{company}"],
    },
    Form {
        en: &[
            "how are {company} and {other} connected",
            "how is {company} connected to|with {other}",
        ],
        vi: &[
            "{company} và {other} liên hệ|liên kết với nhau thế nào",
            "{company} và {other} liên quan thế nào",
        ],
        command: &["path", "{company}", "{other}"],
    },
    Form {
        en: &[
            "what happened between {company} and {other}",
            "what is the history of {company} and {other}",
        ],
        vi: &[
            "chuyện gì đã xảy ra giữa {company} và {other}",
            "điều gì đã xảy ra giữa {company} và {other}",
        ],
        command: &["timeline", "{company}", "{other}"],
    },
    Form {
        en: &[
            "what is between {company} and {other}",
            "how do {company} and {other} stand to each other",
        ],
        vi: &[
            "giữa {company} và {other} có gì",
            "quan hệ giữa {company} và {other} thế nào",
        ],
        command: &["between", "{company}", "{other}"],
    },
    Form {
        en: &[
            "when did {company} and {other} start|begin to compete",
            "when did {company} and {other} start|begin competing",
            "since when do {company} and {other} compete",
        ],
        vi: &[
            "{company} và {other} bắt đầu cạnh tranh từ khi nào",
            "{company} và {other} cạnh tranh từ khi nào",
        ],
        command: &["timeline", "{company}", "{other}", "--kind", "competitive_overlap"],
    },
    Form {
        en: &[
            "when did {company} and {other} start|begin to cooperate",
            "when did {company} and {other} start|begin cooperating",
            "since when do {company} and {other} cooperate",
        ],
        vi: &[
            "{company} và {other} bắt đầu hợp tác từ khi nào",
            "{company} và {other} hợp tác từ khi nào",
        ],
        command: &[
            "timeline",
            "{company}",
            "{other}",
            "--except-kind",
            "competitive_overlap",
        ],
    },
    Form {
        en: &[
            "why do {company} and {other} compete and cooperate",
            "why do {company} and {other} compete|cooperate",
            "why are {company} and {other} partners|rivals|coopetitors|frenemies",
        ],
        vi: &[
            "tại sao|vì sao {company} và {other} vừa hợp tác vừa cạnh tranh",
            "tại sao {company} và {other} cạnh tranh|hợp tác",
            "vì sao {company} và {other} cạnh tranh|hợp tác",
        ],
        command: &["why", "{company}", "{other}"],
    },
    Form {
        en: &["what happened to|with|at {company}", "what is the history of {company}"],
        vi: &[
            "chuyện gì đã xảy ra với {company}",
            "điều gì đã xảy ra với {company}",
            "lịch sử của {company}",
        ],
        command: &["timeline", "{company}"],
    },
    Form {
        en: &[
            "what changed for {company} between|from {date} and|to {until}",
            "what has changed for {company} between|from {date} and|to {until}",
        ],
        vi: &[
            "{company} thay đổi gì từ {date} đến {until}",
            "điều gì thay đổi với {company} từ {date} đến {until}",
        ],
        command: &["diff", "{company}", "--from", "{date}", "--to", "{until}"],
    },
    Form {
        en: &[
            "who gets what if {deal} makes|earns {money}",
            "who gets what of {money} from|in {deal}",
        ],
        vi: &[
            "ai được bao nhiêu nếu {deal} lãi {money}",
            "ai được gì nếu {deal} kiếm được {money}",
            "ai nhận được gì nếu {deal} lãi {money}",
        ],
        command: &["waterfall", "{deal}", "--profit", "{money}"],
    },
    Form {
        en: &[
            "what money comes back to {company}",
            "does money come back to {company}",
        ],
        vi: &["tiền nào quay về {company}", "tiền nào quay lại {company}"],
        command: &["cycles", "{company}"],
    },
    Form {
        en: &["who is the most central", "which companies are the most central"],
        vi: &["ai ở vị trí trung tâm nhất", "công ty nào trung tâm nhất"],
        command: &["rank"],
    },
    Form {
        en: &["who|what is {company}", "tell me about {company}"],
        vi: &["{company} là ai|gì", "cho biết về {company}"],
        command: &["show", "{company}"],
    },
];
