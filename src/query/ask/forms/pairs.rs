//! Questions about two companies.

use super::Form;

pub(super) static FORMS: &[Form] = &[
    Form {
        en: &[
            "<who> supplies|supply|supplied both {company} and {other}",
            "?the common|shared suppliers|supplier of {company} and {other}",
            "<who> are ?the common|shared suppliers of {company} and {other}",
        ],
        vi: &[
            "<ai> cung_cấp|cung_ứng ?hàng|hàng_hoá|linh_kiện cho cả {company} và|lẫn {other}",
            "?các|những nhà_cung_cấp|nhà_cung_ứng chung của {company} và {other} ?<là_ai>",
        ],
        asks: "shared/{company}/{other}?role=supplier&role=provider",
    },
    Form {
        en: &[
            "<who> invests|invest|invested in|into both {company} and {other}",
            "?the common|shared investors|investor of|in {company} and {other}",
            "<who> are ?the common|shared investors of|in {company} and {other}",
        ],
        vi: &[
            "<ai> <đầu_tư> vào|cho cả {company} và|lẫn {other}",
            "?các|những nhà_đầu_tư chung của {company} và {other} ?<là_ai>",
        ],
        asks: "shared/{company}/{other}?role=investors",
    },
    Form {
        en: &[
            "who works with both {company} and {other}",
            "<who> <cooperates> with both {company} and {other}",
            "<who> are ?the <partners> of both {company} and {other}",
            "?the common|shared|mutual <partners> of|between {company} and {other}",
            "<who> are ?the common|shared|mutual <partners> of {company} and {other}",
            "which|what <partners> do|did {company} and {other} share|have_in_common",
        ],
        vi: &[
            "ai hợp tác với cả {company} và {other}",
            "<ai> <hợp_tác> với cả {company} và|lẫn {other}",
            "?các|những đối_tác chung của|giữa {company} và {other} ?<là_ai>",
            "{company} và {other} có ?các|những đối_tác chung nào",
        ],
        asks: "shared/{company}/{other}",
    },
    Form {
        en: &[
            "how much did {company} invest in {other}",
            "how much ?money did|does|has|have {company} invest|invested|put in|into {other} ?so_far|altogether|in_total|overall",
            "how much ?money is|was|'s ?being invested by {company} in|into {other}",
        ],
        vi: &[
            "{company} đã đầu tư bao nhiêu vào {other}",
            "{company} ?đã ?tổng_cộng <đầu_tư> ?tổng_cộng bao_nhiêu ?tiền vào|cho {other}",
        ],
        asks: "sums/{company}/{other}?kind=investment",
    },
    Form {
        en: &[
            "how much did {company} pay {other}",
            "how much ?money did|does|has|have|will {company} pay|paid|give|given|owe ?to {other} ?so_far|altogether|in_total|overall",
            "how much ?money flows|flowed|went|goes between {company} and {other}",
            "how much ?money flows|flowed|went|goes from {company} to {other}",
        ],
        vi: &[
            "{company} đã trả bao nhiêu cho {other}",
            "{company} ?đã trả|chi|nợ ?cho bao_nhiêu ?tiền ?cho {other}",
            "{company} ?đã trả|nợ {other} bao_nhiêu ?tiền",
            "bao_nhiêu tiền ?đã qua_lại giữa {company} và {other}",
        ],
        asks: "sums/{company}/{other}",
    },
    Form {
        en: &[
            "how much revenue does {company} share with {other}",
            "how much revenue|of_its_revenue does|did|will {company} share with|pay_to {other}",
        ],
        vi: &["{company} chia ?cho bao_nhiêu ?phần_trăm doanh_thu cho|với {other}"],
        asks: "between/{company}/{other}?kind=revenue_share",
    },
    Form {
        en: &[
            "how are|were {company} and {other} connected|linked|tied ?to_each_other",
            "how is|was {company} connected|linked|tied to|with {other}",
            "what|which companies|firms connect|link {company} and|to|with {other}",
            "what connects|links {company} and|to|with {other}",
        ],
        vi: &[
            "{company} và {other} liên_hệ với_nhau <thế_nào>",
            "{company} và {other} liên_hệ|liên_kết|liên_quan|kết_nối ?<với_nhau> <thế_nào>",
            "{company} liên_hệ|liên_kết|liên_quan|kết_nối với {other} <thế_nào>",
            "<ai> nối|kết_nối {company} với|và {other}",
        ],
        asks: "path/{company}/{other}",
    },
    Form {
        en: &[
            "what happened between {company} and {other}",
            "what is|'s ?the history of|between {company} and {other}",
            "how did ?the relationship|relations between|of {company} and {other} change|evolve|develop",
            "how has|have ?the relationship|relations between|of {company} and {other} changed|evolved|developed",
        ],
        vi: &[
            "chuyện_gì|điều_gì ?đã xảy_ra|diễn_ra giữa {company} và {other}",
            "?mối quan_hệ giữa {company} và {other} ?đã thay_đổi|phát_triển|diễn_biến ?<thế_nào>",
            "lịch_sử ?quan_hệ giữa {company} và {other}",
        ],
        asks: "timeline/{company}/{other}",
    },
    Form {
        en: &[
            "when did {company} and {other} <start> to <compete>",
            "when did {company} and|with {other} <start> ?to <compete>",
            "when did {company} <start> ?to <compete> <against> {other}",
            "when did {company} and {other} become <rivals>",
            "when did {company} become ?a <rivals> of|to {other}",
            "since when do|does|have|are|is {company} and {other} ?been <compete>",
            "since when do|does|have|has|is|are {company} ?been <compete> <against> {other}",
            "since when are|were {company} and {other} <rivals>",
            "how long have {company} and {other} been <rivals>|competing",
            "how long have {company} and {other} competed",
            "how long has {company} been competing|competed <against> {other}",
        ],
        vi: &[
            "{company} và {other} bắt_đầu <cạnh_tranh> từ <khi_nào>",
            "{company} và|với {other} ?bắt_đầu|đã|trở_thành <cạnh_tranh> ?<với_nhau> ?từ <khi_nào>",
            "{company} ?bắt_đầu|đã <cạnh_tranh> với {other} ?từ <khi_nào>",
            "?từ <khi_nào> ?mà|thì {company} và {other} ?bắt_đầu <cạnh_tranh> ?<với_nhau>",
            "?từ <khi_nào> ?mà|thì {company} ?bắt_đầu <cạnh_tranh> với {other}",
            "{company} và {other} ?trở_thành|là <đối_thủ> ?của_nhau từ <khi_nào>",
        ],
        asks: "timeline/{company}/{other}?kind=competitive_overlap",
    },
    Form {
        en: &[
            "when did {company} and {other} <start> to <cooperate>",
            "when did {company} and|with {other} <start> ?to <cooperate>",
            "when did {company} <start> ?to <cooperate> with {other}",
            "when did {company} and {other} become <partners>",
            "when did {company} become ?a <partners> of {other}",
            "since when do|does|have|are|is {company} and {other} ?been <cooperate> ?together",
            "since when do|does|have|has|is|are {company} ?been <cooperate> with {other}",
            "since when are|were {company} and {other} <partners>",
            "how long have {company} and {other} been <cooperate>|<partners>",
            "how long have {company} and {other} <cooperate> ?together",
            "how long has {company} been <cooperate> with {other}",
        ],
        vi: &[
            "{company} và {other} bắt_đầu <hợp_tác> từ <khi_nào>",
            "{company} và|với {other} ?bắt_đầu|đã <hợp_tác> ?<với_nhau> ?từ <khi_nào>",
            "{company} ?bắt_đầu|đã <hợp_tác> với {other} ?từ <khi_nào>",
            "?từ <khi_nào> ?mà|thì {company} và {other} ?bắt_đầu <hợp_tác> ?<với_nhau>",
            "?từ <khi_nào> ?mà|thì {company} ?bắt_đầu <hợp_tác> với {other}",
            "{company} và {other} ?trở_thành|là đối_tác ?của_nhau từ <khi_nào>",
        ],
        asks: "timeline/{company}/{other}?except_kind=competitive_overlap",
    },
    Form {
        en: &[
            "why do|did {company} and {other} <compete> and <cooperate>",
            "why do|did {company} and {other} <cooperate> and <compete>",
            "why do|did {company} and {other} <compete>|<cooperate>",
            "why does|did {company} <compete>|<cooperate> <against> {other}",
            "why are|were {company} and {other} <partners>|<rivals>|coopetitors|frenemies",
            "who says ?that {company} and {other} <compete>|<cooperate>|are_rivals|are_partners|are_competitors",
        ],
        vi: &[
            "tại_sao|vì_sao|sao {company} và {other} ?lại vừa <hợp_tác>|<cạnh_tranh> vừa <cạnh_tranh>|<hợp_tác> ?<với_nhau>",
            "tại_sao|vì_sao|sao {company} và {other} ?lại <cạnh_tranh>|<hợp_tác> ?<với_nhau>",
            "tại_sao|vì_sao|sao {company} ?lại <cạnh_tranh>|<hợp_tác> với {other}",
            "<ai> nói {company} và {other} <cạnh_tranh>|<hợp_tác> ?<với_nhau>",
        ],
        asks: "why/{company}/{other}",
    },
    Form {
        en: &[
            "what are the sources for {company} and {other}",
            "what are ?the sources for|on|about {company} and {other}",
            "cite {company} and {other}",
        ],
        vi: &["?các|những nguồn ?nào về {company} và {other} ?là_gì"],
        asks: "cite/{company}/{other}",
    },
    Form {
        en: &[
            "what is|'s between {company} and {other}",
            "what is|'s ?the relationship|relation between {company} and|with {other}",
            "what is|'s {company} 's relationship|relation with|to {other}",
            "how do|does {company} and {other} stand to each other",
            "do|does|did {company} and {other} <compete>|<cooperate> ?with_each_other|together|against_each_other",
            "do|does|did {company} <compete>|<cooperate> <against> {other}",
            "is|are|was|were {company} and {other} <compete>|<cooperate> ?with_each_other|together",
            "is|are|was {company} <compete>|<cooperate> <against> {other}",
            "is|are|was|were {company} and {other} ?still <partners>|<rivals>|friends|enemies|frenemies",
            "is|are|was|were {company} and {other} <partners>|<rivals>|friends or <rivals>|<partners>|enemies|foes",
            "is|are|was|were {company} ?still ?a|the <partners>|<rivals>|friend|frenemy of|to {other}",
            "is|are|was|were {company} ?a <partners>|<rivals>|friend or ?a <rivals>|<partners>|foe|enemy of|to {other}",
            "{company} vs|versus|vs. {other}",
        ],
        vi: &[
            "giữa {company} và {other} có ?quan_hệ gì|<thế_nào>",
            "?mối quan_hệ ?giữa {company} và|với {other} ?hiện|là ?ra_sao|<thế_nào>|gì",
            "{company} và {other} ?có ?mối quan_hệ gì|<thế_nào> ?<với_nhau>",
            "{company} có ?mối quan_hệ gì|<thế_nào> với {other}",
            "{company} và {other} ?có ?đang ?còn|vẫn <cạnh_tranh>|<hợp_tác> ?<với_nhau> không",
            "{company} và {other} ?đang <cạnh_tranh>|<hợp_tác> hay <hợp_tác>|<cạnh_tranh> ?<với_nhau>",
            "{company} ?có ?đang ?còn|vẫn <cạnh_tranh>|<hợp_tác> với {other} không",
            "{company} và {other} ?có ?phải là đối_tác|<đối_thủ>|bạn ?của_nhau ?không",
            "{company} và {other} là đối_tác|<đối_thủ>|bạn hay ?là <đối_thủ>|đối_tác|thù ?của_nhau",
            "{company} ?có ?phải là đối_tác|<đối_thủ>|bạn của|với {other} ?không",
            "{company} là đối_tác|<đối_thủ>|bạn hay ?là <đối_thủ>|đối_tác|thù của|với {other}",
        ],
        asks: "between/{company}/{other}",
    },
];
