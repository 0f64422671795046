use super::*;
use crate::judge::testing::{Data, both, date};

fn data() -> Model {
    let mut data = Data::new();
    data.market(
        "cloud-infrastructure",
        both("Cloud infrastructure", "Hạ tầng đám mây"),
        None,
    );
    for (id, name) in [
        ("microsoft", "Tập đoàn Microsoft"),
        ("openai", "OpenAI"),
        ("and-co", "Bread and Butter"),
        ("lowes", "Lowe's"),
    ] {
        let company = data.company(id);
        data.model.companies[company.index()].name = name.into();
    }
    data.model
}

fn understood(question: &str) -> String {
    match ask(&data(), question, date("2026-11-23")) {
        Ok(understood) => understood.request.address().command_line(),
        Err(near) => format!("? {}", near.join(" / ")),
    }
}

#[test]
fn questions_are_commands() {
    for (question, command) in [
        ("who competes and cooperates with Microsoft", "frenemy who microsoft"),
        ("ai cạnh tranh và hợp tác với Microsoft", "frenemy who microsoft"),
        (
            "AI CANH TRANH VA HOP TAC VOI tap doan microsoft?",
            "frenemy who microsoft",
        ),
        (
            "Who competes with OpenAI in 2014?",
            "frenemy who openai --at 2014 --side competition",
        ),
        (
            "who cooperates with openai since 2020-05",
            "frenemy who openai --from 2020-05 --side cooperation --to 2026-11-23",
        ),
        (
            "whom does Microsoft invest in",
            "frenemy who microsoft --kind investment --role investors",
        ),
        ("what does “OpenAI” depend on?", "frenemy depends openai"),
        (
            "ai phụ thuộc vào OpenAI năm 2024",
            "frenemy depends openai --at 2024 --reverse",
        ),
        (
            "how are Bread and Butter and OpenAI connected",
            "frenemy path and-co openai",
        ),
        (
            "who supplies both Microsoft and OpenAI?",
            "frenemy shared microsoft openai --role supplier --role provider",
        ),
        (
            "common investors of Microsoft and OpenAI in 2024",
            "frenemy shared microsoft openai --at 2024 --role investors",
        ),
        (
            "đối tác chung của Microsoft và OpenAI",
            "frenemy shared microsoft openai",
        ),
        (
            "Ai rót vốn vào cả Microsoft lẫn OpenAI",
            "frenemy shared microsoft openai --role investors",
        ),
        (
            "what is between Microsoft and OpenAI",
            "frenemy between microsoft openai",
        ),
        (
            "when did Microsoft and OpenAI start to compete",
            "frenemy timeline microsoft openai --kind competitive_overlap",
        ),
        (
            "Microsoft và OpenAI bắt đầu hợp tác từ khi nào?",
            "frenemy timeline microsoft openai --except-kind competitive_overlap",
        ),
        (
            "what happened to OpenAI between 2019 and 2021",
            "frenemy timeline openai --from 2019 --to 2021",
        ),
        (
            "what happened between Microsoft and OpenAI",
            "frenemy timeline microsoft openai",
        ),
        (
            "who gets what if microsoft-openai-2023 makes USD 50bn",
            "frenemy waterfall microsoft-openai-2023 --profit \"USD 50bn\"",
        ),
        ("why do Microsoft and OpenAI compete", "frenemy why microsoft openai"),
        ("who is Nobody At All", "frenemy show \"Nobody At All\""),
    ] {
        assert_eq!(understood(question), command, "{question}");
    }
}

#[test]
fn what_is_not_understood_gets_the_nearest_forms() {
    let told = understood("who competes against Microsoft in the long run of things");
    assert!(told.contains("who competes with COMPANY"), "{told}");
    assert!(understood("ai cạnh tranh cùng với cả nhà Microsoft").contains("ai cạnh tranh"));
    for hostile in ["", "?", "{company}", "who competes with"] {
        assert!(
            understood(hostile).starts_with('?'),
            "{hostile}: {}",
            understood(hostile)
        );
    }
}

#[test]
fn every_form_is_a_request_whose_slots_are_in_every_pattern() {
    for form in forms().chain(TAILS) {
        assert!(!form.en.is_empty() && !form.vi.is_empty());
        let address = form.asks.parse::<Address>().unwrap();
        assert_eq!(address.to_string().replace("%7B", "{").replace("%7D", "}"), form.asks);
        let values = address.parameters.iter().filter_map(|(_, value)| value.as_ref());
        let slots = address
            .positions
            .iter()
            .chain(values)
            .filter(|text| text.starts_with('{'));
        for slot in slots.filter(|slot| *slot != "{today}") {
            for pattern in form.en.iter().chain(form.vi) {
                assert!(pattern.split(' ').any(|word| word == slot), "{pattern}: {slot}");
            }
        }
    }
    let filled = [
        ("{date}", "2019"),
        ("{until}", "2020"),
        ("{today}", "2020"),
        ("{money}", "USD 5bn"),
    ];
    let filled = filled.map(|(slot, text)| (slot, text.to_owned())).to_vec();
    for form in forms() {
        let request = fill(form.address(), &filled);
        Request::from_address(&request).unwrap();
        for tail in TAILS {
            let ending = fill(tail.address(), &filled);
            if takes(&request, &ending) {
                let mut longer = request.clone();
                longer.parameters.extend(ending.parameters);
                let market = longer.question == "waterfall" && tail.asks.contains("market");
                let window = longer.question == "waterfall" && tail.asks.contains("from");
                assert_eq!(Request::from_address(&longer).is_ok(), !market && !window, "{longer}");
            }
        }
    }
}

/// Questions as people really word them, English and Vietnamese, with and without diacritics.
#[test]
fn people_word_their_questions_in_many_ways() {
    let pair = "frenemy between microsoft openai";
    let invests_in = "frenemy who openai --kind investment --role company";
    let invested_by = "frenemy who microsoft --kind investment --role investors";
    let compete_since = "frenemy timeline microsoft openai --kind competitive_overlap";
    for (question, command) in [
        ("Who invests in OpenAI?", invests_in),
        ("who has invested in OpenAI", invests_in),
        ("who are OpenAI's investors?", invests_in),
        ("Which companies back OpenAI?", invests_in),
        ("whom does Microsoft invest in", invested_by),
        ("What has Microsoft invested in?", invested_by),
        ("who did Microsoft invest in", invested_by),
        ("Where does Microsoft invest its money?", invested_by),
        ("ai đầu tư vào OpenAI", invests_in),
        ("ai dau tu vao OpenAI", invests_in),
        ("Những công ty nào đã rót vốn vào OpenAI?", invests_in),
        ("nha dau tu cua OpenAI la ai", invests_in),
        ("Microsoft đầu tư vào những công ty nào?", invested_by),
        ("microsoft rot tien vao dau", invested_by),
        (
            "Who are Microsoft's rivals?",
            "frenemy who microsoft --side competition",
        ),
        ("Lowe's competitors", "frenemy who lowes --side competition"),
        (
            "who were the competitors of OpenAI last year",
            "frenemy who openai --at 2025 --side competition",
        ),
        (
            "which companies competed against Microsoft in cloud infrastructure in 2014?",
            "frenemy who microsoft --at 2014 --market cloud-infrastructure --side competition",
        ),
        (
            "who competes with Microsoft in the cloud-infrastructure market",
            "frenemy who microsoft --market cloud-infrastructure --side competition",
        ),
        (
            "đối thủ cạnh tranh của Microsoft trong mảng hạ tầng đám mây là ai",
            "frenemy who microsoft --market cloud-infrastructure --side competition",
        ),
        (
            "doi thu cua Microsoft la ai trong mang ha tang dam may nam 2014",
            "frenemy who microsoft --at 2014 --market cloud-infrastructure --side competition",
        ),
        (
            "Who does Microsoft work with right now?",
            "frenemy who microsoft --side cooperation",
        ),
        (
            "đối tác của Microsoft gồm những ai",
            "frenemy who microsoft --side cooperation",
        ),
        (
            "which partners of Microsoft are also rivals",
            "frenemy who microsoft --stance coopetition",
        ),
        (
            "doi tac nao cua Microsoft cung la doi thu canh tranh?",
            "frenemy who microsoft --stance coopetition",
        ),
        ("Are Microsoft and OpenAI friends or foes?", pair),
        ("Is Microsoft still a partner of OpenAI?", pair),
        ("does Microsoft compete with OpenAI", pair),
        ("Microsoft vs OpenAI", pair),
        (
            "Please tell me what is the relationship between Microsoft and OpenAI",
            pair,
        ),
        ("Quan hệ giữa Microsoft và OpenAI ra sao?", pair),
        ("Microsoft va OpenAI la ban hay thu", pair),
        ("Microsoft có cạnh tranh với OpenAI không?", pair),
        ("cho tôi biết Microsoft và OpenAI là đối tác hay đối thủ", pair),
        ("since when have Microsoft and OpenAI been competing", compete_since),
        ("When did Microsoft start competing with OpenAI?", compete_since),
        ("Microsoft cạnh tranh với OpenAI từ bao giờ", compete_since),
        ("tu khi nao Microsoft va OpenAI canh tranh voi nhau", compete_since),
        (
            "when did Microsoft become a partner of OpenAI",
            "frenemy timeline microsoft openai --except-kind competitive_overlap",
        ),
        (
            "What happened to OpenAI from March 2019 until 22 July 2021?",
            "frenemy timeline openai --from 2019-03 --to 2021-07-22",
        ),
        (
            "chuyện gì đã xảy ra với OpenAI từ tháng 3 năm 2019 đến tháng 7/2021",
            "frenemy timeline openai --from 2019-03 --to 2021-07",
        ),
        (
            "who would be hit if OpenAI collapsed",
            "frenemy depends openai --reverse",
        ),
        ("who is hit if OpenAI collapses", "frenemy depends openai --reverse"),
        (
            "nếu OpenAI sụp đổ thì ai bị ảnh hưởng",
            "frenemy depends openai --reverse",
        ),
        ("OpenAI phụ thuộc vào những ai?", "frenemy depends openai"),
        (
            "Who supplies OpenAI?",
            "frenemy who openai --kind supply --kind cloud_dependency --role customer",
        ),
        ("who sued OpenAI", "frenemy who openai --kind lawsuit --role defendants"),
        ("what is not known about OpenAI", "frenemy gaps openai"),
        ("why are Microsoft and OpenAI rivals", "frenemy why microsoft openai"),
        (
            "vi sao Microsoft va OpenAI vua hop tac vua canh tranh",
            "frenemy why microsoft openai",
        ),
        ("Which partners became rivals?", "frenemy transitions"),
        ("công ty nào có nhiều đối thủ nhất", "frenemy rank --side competition"),
        ("where does money go in circles", "frenemy cycles"),
    ] {
        assert_eq!(understood(question), command, "{question}");
    }
}

#[test]
fn a_name_that_is_not_in_the_data_is_left_to_the_command() {
    assert_eq!(
        understood("who competes with Mikrosoft"),
        "frenemy who Mikrosoft --side competition"
    );
    assert_eq!(
        understood("who competes with OpenAI in basket weaving"),
        "frenemy who openai --market \"basket weaving\" --side competition"
    );
}

#[test]
fn the_nearest_forms_are_those_of_the_question_whatever_the_names_in_it() {
    let told = understood("since when is OpenAI competing in any way at all with Bread and Butter");
    assert!(told.contains("COMPANY"), "{told}");
    let told = understood("ai là người đầu tư nhiều nhất vào OpenAI");
    assert!(told.contains("ai"), "{told}");
}
