//! Mappings, lists and texts, read against their descriptors.

use std::collections::BTreeMap;

use super::owner::Owner;
use super::wording::{self, example, expected};
use super::{Entry, Fields, Raw, Spanned, scalar};
use crate::diagnostics::{Code, Diagnostic};
use crate::syntax::tree::{Key, Node, NodeValue};
use crate::text::Span;
use crate::values::{Text, is_slug};
use crate::vocab::{Field, Space, Type, is_language};

const CITATION: &[Field] = &[
    Field::new("source", Type::Ref(Space::Source), "The source.").required(),
    Field::new("quote", Type::Line, "Its words."),
    Field::new("locator", Type::Line, "Where in it."),
];

/// What templates write where something is to be filled in.
pub const MARK: &str = "TODO";

/// Reads values and reports what is wrong with them.
pub(super) struct Reader<'a> {
    pub(super) out: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Reads the entries of a mapping.
    pub(super) fn fields(&mut self, owner: &Owner, descriptors: &[Field], entries: &[(Key, Node)]) -> Fields {
        let mut fields = Fields {
            entries: Vec::with_capacity(entries.len()),
            ..Fields::default()
        };
        for (at, (key, node)) in entries.iter().enumerate() {
            let Some(field) = descriptors.iter().find(|field| field.name == key.text) else {
                self.out.push(wording::unknown_field(owner, descriptors, entries, at));
                continue;
            };
            if key.bare {
                self.out.push(wording::stray_key(&owner.name, entries, at));
            }
            if is_blank(node) {
                continue;
            }
            let role = owner.section.is_some_and(|section| section.is_role(field.name));
            match self.value(field, role, node) {
                Some(value) => fields.entries.push(Entry {
                    name: field.name,
                    key: key.span,
                    value,
                }),
                None => fields.unread.push(field.name),
            }
        }
        for field in descriptors
            .iter()
            .filter(|field| field.required && !fields.has(field.name))
        {
            let empty = entries.iter().find(|(key, _)| key.text == field.name);
            let span = empty.map_or(owner.span, |(key, _)| key.span);
            self.out.push(missing_required(owner, field, span));
        }
        fields
    }

    /// Reads a value that is not blank; `None` when it is of no use, which has been reported.
    fn value(&mut self, field: &Field, role: bool, node: &Node) -> Option<Spanned<Raw>> {
        if node.as_str().is_some_and(is_mark) {
            self.out.push(wording::to_be_filled(field, None, node.span));
            return None;
        }
        let raw = match field.ty {
            Type::List(item, least) => return self.list(field, *item, least, role, node),
            Type::OneOrMore(item) if matches!(node.value, NodeValue::Seq(_)) => {
                return self.list(field, *item, 1, false, node);
            }
            Type::OneOrMore(item) => Raw::List(vec![self.value(&Field { ty: *item, ..*field }, false, node)?]),
            Type::Record(descriptors) => {
                let Some(entries) = node.as_map() else {
                    return self.wrong_type(field, node);
                };
                Raw::Record(self.record(field, descriptors, node.span, entries)?)
            }
            Type::UnknownOr(descriptors) => match &node.value {
                NodeValue::Map(entries) => Raw::Record(self.record(field, descriptors, node.span, entries)?),
                NodeValue::Scalar(text) if text.trim() == "unknown" => Raw::Unknown,
                _ => return self.wrong_type(field, node),
            },
            Type::Citation => match &node.value {
                NodeValue::Map(entries) => Raw::Record(self.record(field, CITATION, node.span, entries)?),
                NodeValue::Scalar(id) => Raw::Record(cited(id.trim(), node.span)),
                _ => return self.wrong_type(field, node),
            },
            Type::ByCompany(item) | Type::ByHolder(item) => {
                let Some(entries) = node.as_map() else {
                    return self.wrong_type(field, node);
                };
                let read = self.by_key(field, *item, entries);
                // shares of a waterfall without one that could not be read would be other shares
                if matches!(field.ty, Type::ByHolder(_)) && read.len() < entries.len() {
                    return None;
                }
                Raw::ByKey(read)
            }
            Type::ByLanguage(item) => {
                let Some(entries) = node.as_map() else {
                    return self.wrong_type(field, node);
                };
                let mut read = self.by_key(field, *item, entries);
                // as in a text, the order of languages says nothing
                read.sort_by(|(a, _), (b, _)| a.value.cmp(&b.value));
                Raw::ByKey(read)
            }
            Type::Names => {
                let Some(entries) = node.as_map() else {
                    return self.wrong_type(field, node);
                };
                let named = self.keyed(field, entries);
                Raw::Names(self.strings(field, named))
            }
            Type::Text => Raw::Text(self.text(field, node)?),
            Type::ProductOrName => match node.as_str() {
                Some(text) if is_product(text.trim()) => Raw::Ref(text.trim().to_owned()),
                _ => Raw::Text(self.text(field, node)?),
            },
            ty => return self.scalar(field, ty, role, node),
        };
        Some(Spanned::new(node.span, raw))
    }

    fn scalar(&mut self, field: &Field, ty: Type, role: bool, node: &Node) -> Option<Spanned<Raw>> {
        match &node.value {
            NodeValue::Scalar(text) => match scalar::read(ty, field.name, text.trim()) {
                Ok(raw) => Some(Spanned::new(node.span, raw)),
                Err(problem) => {
                    self.out.push(problem.at(node.span));
                    None
                }
            },
            NodeValue::Seq(items) if items.len() == 1 && items[0].as_str().is_some() => {
                let help = format!("write `{}: {}`", field.name, items[0].as_str().unwrap_or_default());
                self.out.push(wording::wrong_type(field, node, help));
                self.scalar(field, ty, role, &items[0])
            }
            NodeValue::Seq(items) if role => {
                self.out.push(wording::too_many(field, node.span, items.len()));
                None
            }
            _ => self.wrong_type(field, node),
        }
    }

    fn list(&mut self, field: &Field, item: Type, least: usize, role: bool, node: &Node) -> Option<Spanned<Raw>> {
        let item = Field { ty: item, ..*field };
        let nodes: &[Node] = match &node.value {
            NodeValue::Seq(nodes) => nodes,
            NodeValue::Scalar(text) => {
                self.out.push(wording::wrong_type(
                    field,
                    node,
                    format!("write `{}: [{text}]`", field.name),
                ));
                std::slice::from_ref(node)
            }
            NodeValue::Map(_) if matches!(item.ty, Type::Record(_) | Type::Citation) => {
                let help = "put `- ` before its first field, or brackets around it: `[{...}]`";
                self.out.push(wording::wrong_type(field, node, help.to_owned()));
                std::slice::from_ref(node)
            }
            _ => return self.wrong_type(field, node),
        };
        let given = nodes.iter().filter(|node| !is_blank(node));
        let mut read = Vec::new();
        let mut count = 0;
        for node in given {
            count += 1;
            read.extend(self.value(&item, false, node));
        }
        if count < least && matches!(node.value, NodeValue::Seq(_)) {
            let diagnostic = if role || count > 0 {
                wording::too_few(field, node.span, least, count)
            } else {
                Diagnostic::new(
                    Code::MissingField,
                    format!("`{}` is an empty list", field.name),
                    node.span,
                    "",
                )
                .help(format!(
                    "write `{}: {}`, or delete the field",
                    field.name,
                    example(field.ty)
                ))
            };
            self.out.push(diagnostic);
        }
        (!read.is_empty()).then(|| Spanned::new(node.span, Raw::List(read)))
    }

    fn record(&mut self, field: &Field, descriptors: &[Field], span: Span, entries: &[(Key, Node)]) -> Option<Fields> {
        let owner = Owner {
            name: format!("`{}`", field.name),
            span: entries.first().map_or(span, |(key, _)| key.span),
            section: None,
        };
        let fields = self.fields(&owner, descriptors, entries);
        (!entries.is_empty()).then_some(fields)
    }

    fn by_key(&mut self, field: &Field, item: Type, entries: &[(Key, Node)]) -> Vec<(Spanned<String>, Spanned<Raw>)> {
        let item = Field { ty: item, ..*field };
        let keyed = self.keyed(field, entries).into_iter();
        keyed
            .filter_map(|(key, node)| {
                let value = self.value(&item, false, node)?;
                Some((Spanned::new(key.span, key.text.clone()), value))
            })
            .collect()
    }

    /// The entries of a mapping whose keys are no fields; those that can be no key there, or have no value, are reported.
    fn keyed<'n>(&mut self, field: &Field, entries: &'n [(Key, Node)]) -> Vec<&'n (Key, Node)> {
        let free = matches!(field.ty, Type::ByCompany(_) | Type::ByHolder(_) | Type::Names);
        let mut sound = Vec::with_capacity(entries.len());
        for (at, entry) in entries.iter().enumerate() {
            let (key, node) = entry;
            if !free && !is_language(&key.text) {
                self.out.push(wording::bad_language(field.name, entries, at));
            } else if is_blank(node) || key.text.contains(':') {
                let owner = format!("`{}`", field.name);
                self.out.push(wording::stray_key(&owner, entries, at));
            } else {
                sound.push(entry);
            }
        }
        sound
    }

    fn text(&mut self, field: &Field, node: &Node) -> Option<Text> {
        match &node.value {
            NodeValue::Scalar(text) => Some(Text::from(text.trim())),
            NodeValue::Map(entries) => {
                let texts = self.keyed(field, entries);
                Text::localized(self.strings(field, texts))
            }
            _ => self.wrong_type(field, node),
        }
    }

    fn strings(&mut self, field: &Field, entries: Vec<&(Key, Node)>) -> BTreeMap<String, String> {
        let mut strings = BTreeMap::new();
        for (key, node) in entries {
            match node.as_str() {
                Some(text) if is_mark(text) => {
                    self.out.push(wording::to_be_filled(field, Some(&key.text), node.span));
                }
                Some(text) => {
                    strings.insert(key.text.clone(), text.trim().to_owned());
                }
                None => {
                    let headline = format!(
                        "`{}` in `{}` holds {} where text belongs",
                        key.text,
                        field.name,
                        node.describe()
                    );
                    self.out.push(Diagnostic::new(Code::WrongType, headline, node.span, ""));
                }
            }
        }
        strings
    }

    fn wrong_type<T>(&mut self, field: &Field, node: &Node) -> Option<T> {
        let help = format!(
            "write {}, such as `{}: {}`",
            expected(field.ty),
            field.name,
            example(field.ty)
        );
        self.out.push(wording::wrong_type(field, node, help));
        None
    }
}

/// Whether nothing was written: `key:` and `key: ""` are as if absent, where the key is the name of a field.
pub(super) fn is_blank(node: &Node) -> bool {
    node.is_null() || node.as_str().is_some_and(|text| text.trim().is_empty())
}

/// Whether a text is the mark of templates, [`MARK`], alone or with words behind it.
fn is_mark(text: &str) -> bool {
    let rest = text.trim().strip_prefix(MARK);
    rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '-'))
}

/// Whether a text has the form `company/product`.
fn is_product(text: &str) -> bool {
    text.split_once('/')
        .is_some_and(|(company, product)| is_slug(company) && is_slug(product))
}

fn cited(id: &str, span: Span) -> Fields {
    let value = Spanned::new(span, Raw::Ref(id.to_owned()));
    Fields {
        entries: vec![Entry {
            name: "source",
            key: span,
            value,
        }],
        unread: Vec::new(),
    }
}

fn missing_required(owner: &Owner, field: &Field, span: Span) -> Diagnostic {
    wording::missing(&owner.name, field.name, span).help(format!(
        "add `{}: {}`: {}",
        field.name,
        example(field.ty),
        wording::as_help(field.doc)
    ))
}
