//! Who shares a deal's money, from records to the model.

mod rules;

use super::read::{choice, items, records, text};
use super::resolve::Lowerer;
use crate::diagnostics::{Code, Diagnostic, excerpt};
use crate::model::{Ending, Holder, HolderRef, Residual, Tranche};
use crate::syntax::{Fields, Raw, Spanned};
use crate::text::Span;
use crate::values::suggest::did_you_mean;
use crate::values::{Money, Share, Text};
use crate::vocab::{Counted, TRANCHE};

/// A value for a holder, with its places.
struct Placed<T> {
    holder: HolderRef,
    /// Where the holder is named.
    key: Span,
    /// Where the value stands.
    at: Span,
    value: T,
}

/// A tranche with the places of its parts.
struct Draft<'f> {
    /// Where it is pointed at.
    span: Span,
    name: Text,
    fields: &'f Fields,
    shares: Vec<Placed<Share>>,
    unstated: Option<Spanned<Share>>,
    /// `None` where it has no `until`, `Some(None)` where that is unknown.
    until: Option<Option<Vec<Placed<Money>>>>,
    caps: Vec<Placed<Money>>,
    residual: Option<Spanned<Residual>>,
    counted: Counted,
}

impl Draft<'_> {
    fn thresholds(&self) -> &[Placed<Money>] {
        self.until.as_ref().and_then(Option::as_ref).map_or(&[], Vec::as_slice)
    }

    fn label(&self) -> String {
        excerpt(self.name.get("en"))
    }
}

impl<'a> Lowerer<'a> {
    /// The classes of holders that a deal declares, each id once.
    pub(super) fn holders(&mut self, fields: &'a Fields) -> Vec<Holder> {
        let mut holders: Vec<(Span, Holder)> = Vec::new();
        for (_, entry) in records(fields, "holders") {
            let companies = self.companies(entry, "companies");
            let sources = self.citations(entry, "sources");
            let (Some(id), Some(name)) = (entry.id(), text(entry, "name")) else {
                continue;
            };
            let first = holders.iter().find(|(_, holder)| holder.id == id.value);
            let company = self.catalog.companies.decls.iter().find(|decl| decl.id == id.value);
            if let Some((span, _)) = first {
                self.out.push(
                    Diagnostic::new(
                        Code::DuplicateId,
                        format!("two holders have the id `{}`", id.value),
                        id.span,
                        "",
                    )
                    .secondary(*span, "first declared here")
                    .help("give one of the two another id"),
                );
                continue;
            }
            if let Some(company) = company {
                self.out.push(
                    Diagnostic::new(
                        Code::DuplicateId,
                        format!("holder `{}` has the id of a company", id.value),
                        id.span,
                        "",
                    )
                    .secondary(company.span, "the company")
                    .help("delete the entry, a company needs none; for a class of holders take another id"),
                );
            }
            holders.push((
                id.span,
                Holder {
                    id: id.value.into(),
                    name,
                    companies,
                    sources,
                },
            ));
        }
        holders.into_iter().map(|(_, holder)| holder).collect()
    }

    /// The tranches of a deal; none where anything in them is wrong, which has been reported.
    pub(super) fn waterfall(&mut self, fields: &'a Fields, holders: &[Holder]) -> Vec<Tranche> {
        let reported = self.out.len();
        let written = records(fields, "waterfall");
        let drafts: Vec<Draft<'_>> = written
            .iter()
            .filter_map(|(span, tranche)| self.draft(*span, tranche, holders))
            .collect();
        let tranches: Vec<Tranche> = drafts.iter().map(|draft| self.tranche(draft)).collect();
        if drafts.len() == items(fields, "waterfall").len() && self.out.len() == reported {
            rules::judge(&drafts, &mut self.out);
        }
        if drafts.len() == items(fields, "waterfall").len() && self.out.len() == reported {
            tranches
        } else {
            Vec::new()
        }
    }

    /// `None` where a part could not be read, so that no rule can be applied.
    fn draft<'f>(&mut self, span: Span, fields: &'f Fields, holders: &[Holder]) -> Option<Draft<'f>> {
        let unread = |fields: &Fields, name: &str| fields.has(name) && fields.get(name).is_none();
        let whole = !TRANCHE.iter().any(|field| unread(fields, field.name));
        let shares = self.by_holder(fields, "shares", holders, |raw| match raw {
            Raw::Share(share) => Some(*share),
            _ => None,
        });
        let money = |raw: &Raw| match raw {
            Raw::Money(money) => Some(*money),
            _ => None,
        };
        let caps = self.by_holder(fields, "caps", holders, money);
        let until = match fields.get("until").map(|until| &until.value) {
            Some(Raw::Unknown) => Some(None),
            Some(Raw::Record(until)) if until.get("receives").is_some() => {
                Some(Some(self.by_holder(until, "receives", holders, money)))
            }
            Some(_) => return None,
            None => None,
        };
        let residual = fields.get("residual").and_then(|residual| {
            let to = match &residual.value {
                Raw::Ref(id) => Residual::To(self.holder(Spanned::new(residual.span, id), holders)?),
                _ => Residual::Unstated,
            };
            Some(Spanned::new(residual.span, to))
        });
        let unstated = fields.get("unstated").and_then(|unstated| match unstated.value {
            Raw::Share(share) => Some(Spanned::new(unstated.span, share)),
            _ => None,
        });
        let name = text(fields, "name")?;
        whole.then_some(Draft {
            span: fields.get("name").map_or(span, |name| name.span),
            name,
            fields,
            shares,
            unstated,
            until,
            caps,
            residual,
            counted: choice(fields, "counted").unwrap_or(Counted::Tranche),
        })
    }

    fn tranche(&mut self, draft: &Draft<'_>) -> Tranche {
        let names: Vec<&str> = TRANCHE.iter().map(|field| field.name).collect();
        let figures = |placed: &[Placed<Money>]| placed.iter().map(|p| (p.holder, p.value)).collect();
        let until = draft.until.as_ref().map(|until| match until {
            None => Ending::Unknown,
            Some(thresholds) => Ending::Receives {
                thresholds: figures(thresholds),
                sources: match draft.fields.get("until").map(|until| &until.value) {
                    Some(Raw::Record(until)) => self.citations(until, "sources"),
                    _ => Vec::new(),
                },
            },
        });
        Tranche {
            name: draft.name.clone(),
            shares: draft.shares.iter().map(|p| (p.holder, p.value)).collect(),
            unstated: draft.unstated.as_ref().map(|share| share.value),
            ending: until,
            caps: figures(&draft.caps),
            caps_sources: self.citations(draft.fields, "caps_sources"),
            residual: draft.residual.as_ref().map_or(Residual::ProRata, |to| to.value),
            counted: draft.counted,
            effects: text(draft.fields, "effects"),
            note: text(draft.fields, "note"),
            reported_otherwise: self.reported_otherwise(draft.fields, &names, "tranches have"),
            sources: self.citations(draft.fields, "sources"),
        }
    }

    /// The values of a mapping from holders, those of unknown holders left out.
    fn by_holder<T>(
        &mut self,
        fields: &Fields,
        name: &str,
        holders: &[Holder],
        value: impl Fn(&Raw) -> Option<T>,
    ) -> Vec<Placed<T>> {
        let Some(Raw::ByKey(entries)) = fields.get(name).map(|entries| &entries.value) else {
            return Vec::new();
        };
        let mut placed = Vec::with_capacity(entries.len());
        for (id, raw) in entries {
            let holder = self.holder(Spanned::new(id.span, id.value.as_str()), holders);
            placed.extend(holder.zip(value(&raw.value)).map(|(holder, value)| Placed {
                holder,
                key: id.span,
                at: raw.span,
                value,
            }));
        }
        placed
    }

    fn holder(&mut self, id: Spanned<&str>, holders: &[Holder]) -> Option<HolderRef> {
        if let Some(at) = (0_u32..).zip(holders).find(|(_, holder)| holder.id == id.value) {
            return Some(HolderRef::Class(at.0));
        }
        let catalog = self.catalog;
        match catalog.companies.find(id.value) {
            Some(place) => place.map(|at| HolderRef::Company(crate::model::CompanyId(at))),
            None => {
                let known = holders.iter().map(|holder| holder.id.as_str());
                let help = self
                    .company_named(id.value)
                    .map(|meant| format!("write the company's id: `{meant}`"))
                    .or_else(|| did_you_mean(id.value, known.chain(catalog.companies.ids())))
                    .unwrap_or_else(|| {
                        "write the id of a company, or declare the class of holders in `holders` of this deal"
                            .to_owned()
                    });
                self.out.push(
                    Diagnostic::new(
                        Code::UnknownHolder,
                        format!("unknown holder `{}`", excerpt(id.value)),
                        id.span,
                        "",
                    )
                    .help(help),
                );
                None
            }
        }
    }
}
