//! How single values are written, as patterns.
//!
//! A scalar of our files is text, whatever YAML takes it for: `2019` and `789019` come to a schema as numbers.

use serde_json::{Value, json};

use crate::syntax::MARK;
use crate::values::Currency;
use crate::vocab::{is_country, is_language};

/// What other parts of the schema refer to.
pub(super) const DEFINITIONS: &[&str] = &[
    "nothing",
    "id",
    "record-id",
    "product",
    "line",
    "text",
    "citation",
    "date",
    "dates",
    "money",
    "share",
    "country",
    "language",
    "url",
    "lei",
    "qid",
];

const SLUG: &str = "[a-z0-9]+(-[a-z0-9]+)*";
const DATE: &str = "(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";
/// A number above zero, perhaps with commas between thousands.
const NUMBER: &str = "(?=[0-9,.]*[1-9])(0|[1-9][0-9]*|[1-9][0-9]{0,2}(,[0-9]{3})+)([.][0-9]+)?";

/// The definition of a name of [`DEFINITIONS`].
pub(super) fn definition(name: &str) -> Value {
    match name {
        "nothing" => {
            json!({"description": "Nothing: the same as no field.", "anyOf": [{"type": "null"}, text(r"\s*")]})
        }
        "id" => json!({
            "description": "Small letters, digits and hyphens.",
            "anyOf": [padded(SLUG), {"type": "integer", "minimum": 0}],
        }),
        "record-id" => described(
            "An id within the case, or `case/id`.",
            padded(&format!("{SLUG}(/{SLUG})?")),
        ),
        "product" => described("`company/product`.", padded(&format!("{SLUG}/{SLUG}"))),
        "line" => json!({
            "description": "Text.",
            "type": ["string", "number", "boolean"],
            "pattern": format!(r"^(?!\s*{MARK}(?![A-Za-z0-9_-]))[\s\S]*\S"),
        }),
        "text" => json!({
            "description": "Text, or texts by language such as `{en: ..., vi: ...}`.",
            "anyOf": [
                reference("line"),
                {
                    "type": "object",
                    "propertyNames": reference("language"),
                    "additionalProperties": reference("line"),
                },
            ],
        }),
        "citation" => json!({
            "description": "The id of a source, or a mapping with `source`, `quote` and `locator`.",
            "anyOf": [
                reference("id"),
                {
                    "type": "object",
                    "properties": {
                        "source": described("The source.", reference("id")),
                        "quote": {"description": "Its words.", "anyOf": [reference("line"), reference("nothing")]},
                        "locator": {"description": "Where in it.", "anyOf": [reference("line"), reference("nothing")]},
                    },
                    "required": ["source"],
                    "additionalProperties": false,
                },
            ],
        }),
        "date" => json!({
            "description": "`2019`, `2019-07` or `2019-07-22`, as exactly as it is known.",
            "anyOf": [padded(DATE), {"type": "integer", "minimum": 1, "maximum": 9999}],
        }),
        "dates" => described(
            "`2023-05-23/2023-06-30`, or `2023-05-23/..` without an end.",
            padded(&format!(r"{DATE}/({DATE}|\.\.)")),
        ),
        "money" => money(),
        "share" => share(),
        "country" => json!({"description": "Two capitals of ISO 3166.", "enum": pairs('A'..='Z', is_country)}),
        "language" => json!({"description": "Two letters of ISO 639-1.", "enum": pairs('a'..='z', is_language)}),
        "url" => described("An address with its scheme.", padded(r"https?://[^\s/?#]+\S*")),
        "lei" => described(
            "18 capitals or digits and 2 check digits.",
            padded("[A-Z0-9]{18}[0-9]{2}"),
        ),
        "qid" => described("A Q and a number.", padded("Q[1-9][0-9]*")),
        _ => Value::Bool(true),
    }
}

fn money() -> Value {
    let codes = ('A'..='Z').flat_map(|a| ('A'..='Z').flat_map(move |b| ('A'..='Z').map(move |c| [a, b, c])));
    let currencies: Vec<String> = codes
        .map(|code| code.into_iter().collect::<String>())
        .filter(|code| code.parse::<Currency>().is_ok())
        .collect();
    let currency = format!("({})", currencies.join("|"));
    let figure = format!("{NUMBER}(tn|bn|m|k)?");
    let form = format!("undisclosed|((about|up to|over) )?{currency} {figure}|{currency} {figure} to {figure}");
    described(
        "A currency and a figure: `USD 1bn`, `about USD 300bn`, `up to USD 10bn`, `over USD 1bn`, `USD 4bn to 5bn`; or `undisclosed`.",
        padded(&form),
    )
}

fn share() -> Value {
    let percent = format!("{NUMBER}%");
    described(
        "Percents: `49%`, `about 27%`, `up to 49%`, `over 50%` or `5% to 9%`.",
        padded(&format!("((about|up to|over) )?{percent}|{percent} to {percent}")),
    )
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}

fn described(description: &str, mut value: Value) -> Value {
    value["description"] = json!(description);
    value
}

/// A text of this form and nothing around it.
fn text(form: &str) -> Value {
    json!({"type": "string", "pattern": format!("^({form})$")})
}

/// A text of this form, perhaps with spaces around it.
fn padded(form: &str) -> Value {
    json!({"type": "string", "pattern": format!(r"^\s*({form})\s*$")})
}

/// Every pair of letters that is a code.
fn pairs(letters: std::ops::RangeInclusive<char>, is_code: fn(&str) -> bool) -> Vec<String> {
    let all = letters
        .clone()
        .flat_map(|a| letters.clone().map(move |b| format!("{a}{b}")));
    all.filter(|code| is_code(code)).collect()
}
