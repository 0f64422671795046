//! Questions about what happened, about money and about the whole network.

use super::Form;

pub(super) static FORMS: &[Form] = &[
    Form {
        en: &[
            "what happened to|with|at {company}",
            "what did {company} do",
            "what is|'s ?the history of {company}",
            "history|timeline of {company}",
        ],
        vi: &[
            "chuyện_gì|điều_gì ?đã xảy_ra|diễn_ra với|ở|tại {company}",
            "{company} ?đã làm_gì|trải_qua_những_gì",
            "lịch_sử ?của {company}",
        ],
        asks: "timeline/{company}",
    },
    Form {
        en: &[
            "what changed|has_changed for|at|with|about {company} between|from {date} and|to|until {until}",
            "how did {company} 's relations|relationships|ties change between|from {date} and|to|until {until}",
        ],
        vi: &[
            "{company} ?đã thay_đổi gì|những_gì|<thế_nào> từ ?năm|tháng|ngày {date} đến|tới ?năm|tháng|ngày {until}",
            "điều_gì|những_gì ?đã thay_đổi với|ở {company} từ ?năm|tháng|ngày {date} đến|tới ?năm|tháng|ngày {until}",
        ],
        asks: "diff/{company}?from={date}&to={until}",
    },
    Form {
        en: &["what changed|has_changed between|from {date} and|to|until {until}"],
        vi: &["điều_gì|những_gì ?đã thay_đổi từ ?năm|tháng|ngày {date} đến|tới ?năm|tháng|ngày {until}"],
        asks: "diff?from={date}&to={until}",
    },
    Form {
        en: &[
            "who gets what|how_much if|when {deal} makes|earns|made|earned {money}",
            "who gets what of {money} from|in|under {deal}",
            "how is|are|would_be {money} split|shared|divided ?up under|in|by {deal}",
        ],
        vi: &[
            "ai được|nhận|nhận_được|hưởng bao_nhiêu|gì nếu|khi {deal} lãi|kiếm_được|có_lãi|thu_được {money}",
            "{money} ?lợi_nhuận ?của|theo {deal} ?được chia <thế_nào>|cho_ai",
        ],
        asks: "waterfall/{deal}?profit={money}",
    },
    Form {
        en: &[
            "what|which money comes|flows|goes|came back to {company}",
            "does|did ?the money come|flow back to {company}",
            "is there circular money|financing|investment around|at|with {company}",
        ],
        vi: &[
            "?dòng tiền nào quay|chảy|trở ?ngược|vòng về|lại ?với {company}",
            "?có dòng_tiền|tiền quay_vòng|vòng_tròn quanh|qua|ở {company} ?không",
        ],
        asks: "cycles/{company}",
    },
    Form {
        en: &[
            "where does money go in circles|circle",
            "what|which money comes|goes back|around",
            "who finances its|their ?own customers",
        ],
        vi: &[
            "dòng tiền nào quay_vòng",
            "?dòng tiền ?nào quay_vòng|đi_vòng ?ở_đâu|thế_nào",
        ],
        asks: "cycles",
    },
    Form {
        en: &[
            "which triangles are tense",
            "<who> is|are torn|caught|stuck between two rivals",
            "which rivals share|have ?the_same|a partners|partner",
        ],
        vi: &[
            "tam_giác|bộ_ba nào căng_thẳng",
            "<ai> bị kẹt|kẹt|đứng giữa hai đối_thủ",
            "?những đối_thủ nào có|cùng chung|có đối_tác",
        ],
        asks: "triangles",
    },
    Form {
        en: &[
            "which partners became|become|turned ?into <rivals>",
            "which <rivals> became|become|turned ?into partners",
            "how long does it take for|until partners to become <rivals>",
        ],
        vi: &[
            "?những đối_tác nào ?đã trở_thành|thành|hoá|hóa <đối_thủ>",
            "?những <đối_thủ> nào ?đã trở_thành|thành đối_tác",
        ],
        asks: "transitions",
    },
    Form {
        en: &["<who> has the most <rivals>", "<who> has|have ?the most <rivals>"],
        vi: &["<ai> có nhiều <đối_thủ> nhất"],
        asks: "rank?side=competition",
    },
    Form {
        en: &["<who> has the most <partners>", "<who> has|have ?the most <partners>"],
        vi: &["<ai> có nhiều đối_tác nhất"],
        asks: "rank",
    },
    Form {
        en: &[
            "whose partners are also <rivals>",
            "whose partners are ?most_often|also|mostly ?its|their|the <rivals>",
            "<who> has|have ?the most frenemies|coopetitors",
        ],
        vi: &[
            "đối_tác của ai ?cũng ?hay|thường là <đối_thủ> ?nhất",
            "<ai> có nhiều đối_tác ?đồng_thời|vừa|cũng là <đối_thủ> nhất",
        ],
        asks: "rank?by=coopetition",
    },
    Form {
        en: &[
            "<who> is the biggest broker",
            "<who> is|are ?the ?most ?biggest broker|brokers|middleman|middlemen|go-betweens|go-between",
            "<who> stands|stand between ?all the others",
        ],
        vi: &[
            "<ai> là bên môi_giới lớn_nhất",
            "<ai> là ?bên môi_giới|trung_gian ?lớn_nhất|nhiều_nhất",
        ],
        asks: "rank?by=constraint",
    },
    Form {
        en: &[
            "<who> is the most central",
            "<who> is|are ?the most central|connected|important",
            "who is at|in the centre|center ?of_the_network",
        ],
        vi: &[
            "<ai> ở vị_trí trung_tâm nhất",
            "<ai> ?là trung_tâm nhất",
            "<ai> ?có quan_trọng|nhiều_quan_hệ nhất",
        ],
        asks: "rank",
    },
];
