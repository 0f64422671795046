//! Relations.

use super::catalog::has_groups;
use super::decl::Decl;
use super::placed::Placed;
use super::read::{choice, collect_ids, date, dates, flag, items, line, moment, money, records, reference, text};
use super::resolve::Lowerer;
use super::values::period_of;
use super::{agreement, rules};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Amount, Checked, Citation, Moment, OtherReport, Party, Relation, SourcesOf, Value, Whose};
use crate::syntax::{Fields, Raw, SectionRef, Spanned, missing};
use crate::values::suggest::did_you_mean;
use crate::vocab::{Family, Kind, Nature, Status};

impl<'a> Lowerer<'a> {
    pub(super) fn build_relation(&mut self, decl: &Decl<'a>) -> Option<Relation> {
        let SectionRef::Kind(position) = decl.section else {
            return None;
        };
        let (kind, fields, case) = (decl.section.kind()?, decl.fields, decl.owner);
        let named = self.parties(decl, kind);
        let parties = rules::without_self(decl, kind, named, &mut self.out);
        rules::ends_after(fields, "since", "until", "the relation", &mut self.out);
        rules::ends_after(fields, "since", "expires", "the contract", &mut self.out);
        let names: Vec<&str> = kind.all_fields().map(|field| field.name).collect();
        let is_company = |id: &str| self.catalog.companies.find(id).is_some();
        agreement::of_relation(decl, kind, is_company, &mut self.out);
        let relation = Relation {
            id: decl.id.clone(),
            case: self.case_of(decl)?,
            kind: position,
            parties,
            announced: date(fields, "announced"),
            since: moment(fields, "since"),
            until: moment(fields, "until"),
            expires: date(fields, "expires"),
            observed: dates(fields, "observed"),
            checked: self.checked(decl),
            status: choice(fields, "status").unwrap_or(Status::Completed),
            nature: choice(fields, "nature").unwrap_or(Nature::Actual),
            cancelable: flag(fields, "cancelable").unwrap_or(false),
            rumoured: flag(fields, "rumoured").unwrap_or(false),
            deal: reference(fields, "deal").and_then(|id| self.deal(id)),
            amounts: self.amounts(decl),
            total_of: self.relations(fields, "total_of", case),
            market: self.one_market(fields, "market"),
            activity: choice(fields, "activity"),
            supersedes: self.relations(fields, "supersedes", case),
            disputes: self.records(fields, "disputes", case),
            refuted_by: self.records(fields, "refuted_by", case),
            reported_otherwise: self.reported_otherwise(fields, &names, &format!("`{}` have", kind.section)),
            withdrawn: date(fields, "withdrawn"),
            why: text(fields, "why"),
            note: text(fields, "note"),
            sources: self.citations(fields, "sources"),
            sources_of: self.sources_of(fields),
            own: self.own_values(decl, kind),
        };
        self.required(decl, kind, &relation);
        self.catalog.relations.find(&decl.id).flatten().map(|_| relation)
    }

    fn parties(&mut self, decl: &Decl<'a>, kind: &Kind) -> Vec<Placed> {
        let mut parties = Vec::new();
        let mut add = |lowerer: &mut Self, role: u8, group: u8, value: &Spanned<Raw>| {
            let mut ids = Vec::new();
            collect_ids(value, &mut ids);
            for id in ids {
                let company = lowerer.company(Spanned::new(id.span, id.value));
                parties.extend(company.map(|company| Placed {
                    party: Party { role, company, group },
                    span: id.span,
                }));
            }
        };
        for (role, descriptor) in (0..).zip(kind.roles) {
            if let Some(value) = decl.fields.get(descriptor.name) {
                add(self, role, 0, value);
            }
        }
        if has_groups(kind) && !decl.fields.has("parties") {
            for (group, value) in (1..).zip(items(decl.fields, "groups")) {
                add(self, 0, group, value);
            }
        }
        parties
    }

    fn checked(&mut self, decl: &Decl<'a>) -> Option<Checked> {
        let Raw::Record(checked) = &decl.fields.get("checked")?.value else {
            return None;
        };
        let source = self.one_source(checked, "source")?;
        Some(Checked {
            on: date(checked, "on")?,
            source,
        })
    }

    fn amounts(&mut self, decl: &Decl<'a>) -> Vec<Amount> {
        let fields = decl.fields;
        rules::one_way_to_write_amounts(decl, &mut self.out);
        let single = money(fields, "amount").zip(choice(fields, "amount_is"));
        let single = single.map(|(money, is)| Amount {
            sources: self.citations_of(fields, "amount"),
            ..Amount::new(money, is)
        });
        let several = records(fields, "amounts").into_iter().filter_map(|(_, amount)| {
            let part_of = reference(amount, "part_of").and_then(|id| self.relation_of(id, decl.owner));
            let sources = self.citations(amount, "sources");
            Some(Amount {
                money: money(amount, "amount")?,
                is: choice(amount, "is")?,
                period: period_of(amount, "period"),
                as_of: date(amount, "as_of"),
                part_of,
                medium: choice(amount, "medium"),
                whose: flag(amount, "together").map(|together| if together { Whose::Together } else { Whose::Each }),
                sources,
            })
        });
        let several: Vec<Amount> = several.collect();
        if several.is_empty() {
            single.into_iter().collect()
        } else {
            several
        }
    }

    fn sources_of(&mut self, fields: &Fields) -> SourcesOf {
        SourcesOf {
            until: self.citations_of(fields, "until"),
            status: self.citations_of(fields, "status"),
        }
    }

    /// The sources of a single field.
    fn citations_of(&mut self, fields: &Fields, name: &str) -> Vec<Citation> {
        match fields.get("sources_of").map(|of| &of.value) {
            Some(Raw::Record(of)) => self.citations(of, name),
            _ => Vec::new(),
        }
    }

    /// Other values for fields. `names` are the fields there are, `what` has them: "`stakes` have".
    pub(super) fn reported_otherwise(&mut self, fields: &Fields, names: &[&str], what: &str) -> Vec<OtherReport> {
        let mut reports = Vec::new();
        for (at, report) in records(fields, "reported_otherwise") {
            let sources = self.citations(report, "sources");
            let (Some(field), Some(value)) = (line(report, "field"), text(report, "value")) else {
                continue;
            };
            if !names.contains(&field.as_str()) {
                let span = report.get("field").map_or(at, |value| value.span);
                let help = did_you_mean(&field, names.iter().copied())
                    .unwrap_or_else(|| "name the field that is reported otherwise".to_owned());
                self.out.push(
                    Diagnostic::new(Code::UnknownField, format!("{what} no field `{field}`"), span, "").help(help),
                );
                continue;
            }
            reports.push(OtherReport {
                field,
                value,
                note: text(report, "note"),
                sources,
            });
        }
        reports
    }

    fn own_values(&mut self, decl: &Decl<'a>, kind: &Kind) -> Vec<(u8, Value)> {
        let mut values = Vec::new();
        for (at, field) in (0_u8..).zip(kind.fields) {
            if field.name == "groups" && has_groups(kind) {
                continue;
            }
            if let Some(raw) = decl.fields.get(field.name) {
                values.extend(self.value(field.ty, raw, decl.owner).map(|value| (at, value)));
            }
        }
        values
    }

    /// Reports what a relation must have beside the fields that its descriptor requires.
    fn required(&mut self, decl: &Decl<'a>, kind: &Kind, relation: &Relation) {
        let fields = decl.fields;
        let what = || format!("{} `{}`", decl.section.noun(), fields.id().map_or("", |id| id.value));
        if kind.family == Family::Competition && !fields.has("market") {
            self.out
                .push(missing(&what(), "market", decl.span).help(
                    "add `market: cloud-infrastructure`: companies compete in a market; declare it in `markets`",
                ));
        }
        if has_groups(kind) {
            match (fields.get("parties"), fields.get("groups")) {
                (Some(parties), Some(groups)) => self.out.push(
                    Diagnostic::new(
                        Code::ConflictingFields,
                        format!("{} has both `parties` and `groups`", what()),
                        groups.span,
                        "",
                    )
                    .secondary(parties.span, "")
                    .help("keep `parties` if each competes with each, `groups` if only those of different lists do"),
                ),
                (None, None) if !fields.has("parties") && !fields.has("groups") => self.out.push(
                    missing(&what(), "parties", decl.span)
                        .help("add `parties: [microsoft, openai]`: who competes with each other"),
                ),
                _ => {}
            }
        }
        if !["since", "observed", "announced"].iter().any(|name| fields.has(name)) {
            self.out.push(
                missing(&what(), "since", decl.span)
                    .help("add `since: 2019-07-22`, the first day it holds; or `observed: [2019-07-22]`, a day on which it was seen to hold; or `announced: 2019-07-22`"),
            );
        }
        self.unknown_start(decl, relation, &what());
        if fields.has("withdrawn") && !fields.has("why") {
            self.out
                .push(missing(&what(), "why", decl.span).help("add `why: ...`: why the record was withdrawn"));
        }
    }

    /// `since: unknown` says nothing by itself: something must show that the relation held at some time.
    fn unknown_start(&mut self, decl: &Decl<'a>, relation: &Relation, what: &str) {
        let dated = relation
            .sources
            .iter()
            .any(|citation| self.model[citation.source].surely_published().is_some());
        let shown = dated || decl.fields.has("observed") || decl.fields.has("checked") || relation.sources.is_empty();
        if relation.since == Some(Moment::Unknown) && !shown {
            let span = decl.fields.get("since").map_or(decl.span, |since| since.span);
            let headline = format!("{what} has no date at all: `since` is unknown and no source is dated");
            self.out.push(
                Diagnostic::new(Code::MissingField, headline, span, "")
                    .help("add `observed: [2019-07-22]`, a day on which it was seen to hold, or date a source"),
            );
        }
    }
}
