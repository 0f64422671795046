use crate::lang::{Lang, lists as l};
use crate::tell::fields::{Fact, Field, Record};
use crate::vocab::{Kind, Lasts};

/// The documentation of a relation kind: what it records, its ties in words, its fields, an example.
pub(super) fn record(kind: &'static Kind, lang: Lang) -> Record {
    let mut record = Record::new("kind", kind.name, kind.label.get(lang));
    let r = &mut record;
    r.text("section", l::SECTION, Some(kind.section));
    r.text("doc", l::RECORDS_WHAT, Some(kind.doc));
    let ties = kind.ties.iter().map(|tie| {
        let (from, to) = (kind.roles[tie.from].name, kind.roles[tie.to].name);
        format!("{from} {} {to}", tie.from_verb.get(lang))
    });
    r.texts("ties", l::TIES, ties);
    r.text("form", l::FORM, kind.form.map(|form| form.label().get(lang)));
    let lasts = match (kind.lasts, kind.lasts.years()) {
        (Lasts::Point, _) | (_, None) => l::POINT.get(lang).to_owned(),
        (_, Some(years)) => l::BELIEVED.fill(lang, &[("n", &years)]),
    };
    r.text("lasts", l::LASTS, Some(lasts));
    let fields = kind.all_fields().map(|field| Fact {
        text: if field.required {
            format!("{} ({}): {}", field.name, l::REQUIRED.get(lang), field.doc)
        } else {
            format!("{}: {}", field.name, field.doc)
        },
        id: Some(field.name.to_owned()),
    });
    let fields = fields.collect();
    r.fields.push(Field {
        name: "fields",
        label: l::FIELDS,
        values: fields,
    });
    r.texts("example", l::EXAMPLE, kind.example.lines());
    record
}
