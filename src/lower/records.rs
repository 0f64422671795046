//! Every record that is no relation.

use super::decl::Decl;
use super::origins::RecordKey;
use super::read::{choice, date, line, money, published, records, text};
use super::resolve::Lowerer;
use super::{SourceRecords, Waiver, agreement, read, rules};
use crate::diagnostics::{Code, Diagnostic, Level};
use crate::model::{
    Case, CaseId, Claim, ClaimId, Company, CompanyId, Coverage, Deal, DealId, Event, EventId, FormerName, Identifiers,
    Market, MarketId, PartOf, Product, ProductId, Quote, QuoteId, RelationId, Source, SourceId, StoryStep, Succession,
    SuccessionId, Synonym,
};
use crate::syntax::{CaseOf, Fields, Raw, Spanned};
use crate::text::Span;
use crate::values::suggest::did_you_mean;
use crate::values::{Str, Text};
use crate::vocab::{CompanyKind, EventKind, Found, SourceKind, TitleBasis};

impl<'a> Lowerer<'a> {
    /// Builds all tables of the model.
    pub(super) fn everything(&mut self) {
        let catalog = self.catalog;
        macro_rules! build {
            ($($table:ident: $id:ident, $build:ident;)+) => {$(
                for (decl, place) in catalog.$table.decls.iter().zip(&catalog.$table.places) {
                    let record = self.$build(decl);
                    // the catalog decided what is usable before any record was built, so that ids could be given out
                    debug_assert_eq!(record.is_some(), place.is_some(), "{}", decl.id);
                    if let (Some(record), Some(place)) = (record, place) {
                        self.origins.add(RecordKey::from($id(*place)), decl.span, decl.fields);
                        self.model.$table.push(record);
                    }
                }
            )+};
        }
        build! {
            companies: CompanyId, build_company;
            products: ProductId, build_product;
            markets: MarketId, build_market;
            sources: SourceId, build_source;
            cases: CaseId, build_case;
            deals: DealId, build_deal;
            relations: RelationId, build_relation;
            events: EventId, build_event;
            quotes: QuoteId, build_quote;
            claims: ClaimId, build_claim;
            successions: SuccessionId, build_succession;
        }
    }

    fn build_company(&mut self, decl: &Decl<'a>) -> Option<Company> {
        let fields = decl.fields;
        rules::ends_after(fields, "founded", "dissolved", "the company", &mut self.out);
        let names = records(fields, "names").into_iter().filter_map(|(_, former)| {
            rules::ends_after(former, "since", "until", "the name", &mut self.out);
            Some(FormerName {
                name: line(former, "name")?,
                since: date(former, "since"),
                until: date(former, "until"),
            })
        });
        let names = names.collect();
        let part_of = records(fields, "part_of").into_iter().filter_map(|(_, parent)| {
            rules::ends_after(parent, "since", "until", "the membership", &mut self.out);
            let company = self.one_company(parent, "company");
            let sources = self.citations(parent, "sources");
            let company = company?;
            if self.catalog.companies.find(&decl.id) == Some(Some(company.0)) {
                let span = parent.get("company").map_or(decl.span, |value| value.span);
                self.out.push(rules::part_of_itself(&decl.id, span));
                return None;
            }
            Some(PartOf {
                company,
                since: date(parent, "since"),
                until: date(parent, "until"),
                sources,
            })
        });
        let part_of = part_of.collect();
        let ids = match fields.get("ids").map(|ids| &ids.value) {
            Some(Raw::Record(ids)) => Identifiers {
                wikidata: line(ids, "wikidata"),
                lei: lines(ids, "lei"),
                ticker: lines(ids, "ticker"),
                cik: line(ids, "cik"),
            },
            _ => Identifiers::default(),
        };
        Some(Company {
            name: line(fields, "name").unwrap_or_else(|| decl.id.clone()),
            short: line(fields, "short"),
            aliases: lines(fields, "aliases"),
            names,
            kind: choice(fields, "kind").unwrap_or(CompanyKind::Company),
            country: line(fields, "country"),
            founded: date(fields, "founded"),
            dissolved: date(fields, "dissolved"),
            part_of,
            ids,
            products: self.catalog.products_of(&decl.id).map(ProductId).collect(),
            note: text(fields, "note"),
            sources: self.citations(fields, "sources"),
            id: decl.id.clone(),
        })
    }

    fn build_product(&mut self, decl: &Decl<'a>) -> Option<Product> {
        let fields = decl.fields;
        rules::ends_after(fields, "since", "until", "the product", &mut self.out);
        let market = self.one_market(fields, "market");
        let sources = self.citations(fields, "sources");
        Some(Product {
            // a product is found through its company, so this one is declared
            company: CompanyId(self.catalog.companies.find(decl.owner)??),
            name: line(fields, "name").unwrap_or_else(|| decl.id.clone()),
            market: market?,
            since: date(fields, "since"),
            until: date(fields, "until"),
            territories: lines(fields, "territories"),
            sources,
            id: decl.id.clone(),
        })
    }

    fn build_market(&mut self, decl: &Decl<'a>) -> Option<Market> {
        Some(Market {
            id: decl.id.clone(),
            name: text(decl.fields, "name").unwrap_or_else(|| Text::from(decl.id.as_str())),
            synonyms: synonyms(decl.fields),
            broader: self.one_market(decl.fields, "broader"),
            note: text(decl.fields, "note"),
        })
    }

    fn build_source(&mut self, decl: &Decl<'a>) -> Option<Source> {
        let fields = decl.fields;
        rules::undated_source(decl, &mut self.out);
        agreement::of_source(decl, &mut self.out);
        Some(Source {
            publisher: line(fields, "publisher").filter(|publisher| publisher != "unknown"),
            publisher_company: self.one_company(fields, "publisher_company"),
            title: line(fields, "title").unwrap_or_else(|| decl.id.clone()),
            short: line(fields, "short"),
            title_basis: choice(fields, "title_basis").unwrap_or(TitleBasis::Page),
            // a source of unknown kind, which is an error, proves as little as the weakest
            kind: choice(fields, "kind").unwrap_or(SourceKind::Mirror),
            published: published(fields, "published"),
            url: line(fields, "url"),
            accessed: date(fields, "accessed"),
            read: choice(fields, "read"),
            read_by: line(fields, "read_by"),
            read_on: date(fields, "read_on"),
            archived: line(fields, "archived"),
            based_on: self.one_source(fields, "based_on"),
            language: line(fields, "language"),
            note: text(fields, "note"),
            id: decl.id.clone(),
        })
    }

    fn build_case(&mut self, decl: &Decl<'a>) -> Option<Case> {
        let (fields, case) = (decl.fields, decl.id.as_str());
        let coverage = records(fields, "coverage").into_iter().filter_map(|(_, entry)| {
            let company = self.one_company(entry, "company");
            Some(Coverage {
                company: company?,
                with: self.companies(entry, "with"),
                side: choice(entry, "side")?,
                searched: text(entry, "searched")?,
                on: date(entry, "on")?,
                found: choice::<Found>(entry, "found")? == Found::Yes,
            })
        });
        let coverage = coverage.collect();
        let story = records(fields, "story").into_iter().filter_map(|(_, step)| {
            let show = self.records(step, "show", case);
            Some(StoryStep {
                title: text(step, "title")?,
                at: date(step, "at")?,
                show,
            })
        });
        let story = story.collect();
        Some(Case {
            title: text(fields, "title").unwrap_or_else(|| Text::from(case)),
            summary: text(fields, "summary"),
            about: self.companies(fields, "about"),
            includes: self.relations(fields, "includes", case),
            coverage,
            story,
            id: decl.id.clone(),
        })
    }

    fn build_deal(&mut self, decl: &Decl<'a>) -> Option<Deal> {
        let fields = decl.fields;
        rules::ends_after(fields, "signed", "until", "the deal", &mut self.out);
        let supersedes = read::list_of_ids(fields, "supersedes");
        let holders = self.holders(fields);
        let waterfall = self.waterfall(fields, &holders);
        Some(Deal {
            title: text(fields, "title").unwrap_or_else(|| Text::from(decl.id.as_str())),
            parties: self.companies(fields, "parties"),
            signed: date(fields, "signed"),
            until: date(fields, "until"),
            supersedes: supersedes.into_iter().filter_map(|id| self.deal(id)).collect(),
            amount: money(fields, "amount"),
            holders,
            waterfall,
            note: text(fields, "note"),
            sources: self.citations(fields, "sources"),
            id: decl.id.clone(),
        })
    }

    fn build_event(&mut self, decl: &Decl<'a>) -> Option<Event> {
        let (fields, case) = (decl.fields, decl.owner);
        let about = self.companies(fields, "about");
        let disputes = self.records(fields, "disputes", case);
        let refuted_by = self.records(fields, "refuted_by", case);
        let sources = self.citations(fields, "sources");
        Some(Event {
            case: self.case_of(decl)?,
            date: date(fields, "date")?,
            about,
            title: text(fields, "title")?,
            kind: choice(fields, "kind").unwrap_or(EventKind::Other),
            note: text(fields, "note"),
            disputes,
            refuted_by,
            sources,
            id: decl.id.clone(),
        })
    }

    fn build_quote(&mut self, decl: &Decl<'a>) -> Option<Quote> {
        let (fields, case) = (decl.fields, decl.owner);
        let company = self.one_company(fields, "company");
        let about = self.companies(fields, "about");
        let translation_of = read::reference(fields, "translation_of").and_then(|id| self.record_of(id, case));
        let sources = self.citations(fields, "sources");
        Some(Quote {
            case: self.case_of(decl)?,
            date: date(fields, "date"),
            speaker: line(fields, "speaker")?,
            role: text(fields, "role"),
            company,
            about,
            text: text(fields, "text")?,
            original_language: line(fields, "original_language"),
            translation_of,
            wording: choice(fields, "wording"),
            note: text(fields, "note"),
            sources,
            id: decl.id.clone(),
        })
    }

    fn build_claim(&mut self, decl: &Decl<'a>) -> Option<Claim> {
        let (fields, case) = (decl.fields, decl.owner);
        let about = self.companies(fields, "about");
        let disputes = self.records(fields, "disputes", case);
        let refuted_by = self.records(fields, "refuted_by", case);
        let sources = self.citations(fields, "sources");
        Some(Claim {
            case: self.case_of(decl)?,
            about,
            text: text(fields, "text")?,
            by: line(fields, "by"),
            date: date(fields, "date"),
            disputes,
            refuted_by,
            note: text(fields, "note"),
            sources,
            id: decl.id.clone(),
        })
    }

    fn build_succession(&mut self, decl: &Decl<'a>) -> Option<Succession> {
        let fields = decl.fields;
        let (from, to) = (self.one_company(fields, "from"), self.one_company(fields, "to"));
        let sources = self.citations(fields, "sources");
        if from.is_some() && from == to {
            self.out.push(rules::own_successor(fields, decl.span));
        }
        Some(Succession {
            from: from?,
            to: to?,
            how: choice(fields, "as")?,
            since: date(fields, "since")?,
            note: text(fields, "note"),
            sources,
            id: decl.id.clone(),
        })
    }

    /// The case that a record belongs to; the catalog keeps only records of declared cases.
    pub(super) fn case_of(&self, decl: &Decl<'a>) -> Option<CaseId> {
        self.catalog.cases.find(decl.owner).flatten().map(CaseId)
    }
}

fn lines(fields: &Fields, name: &str) -> Vec<Str> {
    read::items(fields, name).iter().filter_map(as_line).collect()
}

fn as_line(item: &Spanned<Raw>) -> Option<Str> {
    match &item.value {
        Raw::Str(line) => Some(line.clone()),
        _ => None,
    }
}

/// Other names of a market, in the order of writing.
fn synonyms(fields: &Fields) -> Vec<Synonym> {
    let Some(Raw::ByKey(by_language)) = fields.get("synonyms").map(|synonyms| &synonyms.value) else {
        return Vec::new();
    };
    let named = by_language.iter().flat_map(|(language, names)| match &names.value {
        Raw::List(names) => names
            .iter()
            .filter_map(as_line)
            .map(|name| Synonym {
                language: language.value.as_str().into(),
                name,
            })
            .collect(),
        _ => Vec::new(),
    });
    named.collect()
}

/// The waivers of all files. Errors cannot be waived.
pub(super) fn waivers(files: &[SourceRecords], out: &mut Vec<Diagnostic>) -> Vec<Waiver> {
    let records = files
        .iter()
        .flat_map(|file| file.records.records.iter().map(move |record| (&file.records, record)));
    let waived = records.filter(|(_, record)| record.section.name() == "waive");
    waived
        .filter_map(|(file, record)| {
            let code = match record.fields.get("code")? {
                Spanned {
                    span,
                    value: Raw::Str(name),
                } => waived_code(name, *span, out).map(|code| (code, *span)),
                _ => None,
            };
            let (code, span) = code?;
            Some(Waiver {
                code,
                on: line(&record.fields, "on")?,
                case: match &file.case {
                    Some(CaseOf::Id(id)) => Some(Str::from(&id.value)),
                    _ => None,
                },
                why: text(&record.fields, "why")?,
                span,
                on_span: record.fields.get("on")?.span,
            })
        })
        .collect()
}

fn waived_code(name: &str, span: Span, out: &mut Vec<Diagnostic>) -> Option<Code> {
    let lints = || {
        Code::ALL
            .iter()
            .filter(|code| code.level() != Level::Error)
            .map(|code| code.name())
    };
    match name.parse::<Code>() {
        Ok(code) if code.level() != Level::Error => Some(code),
        Ok(_) => {
            let headline = format!("`{name}` is an error and cannot be waived");
            out.push(
                Diagnostic::new(Code::UnknownValue, headline, span, "")
                    .help("mend what it reports: only lints can be waived, an error makes the data unusable"),
            );
            None
        }
        Err(_) => {
            let diagnostic = Diagnostic::new(Code::UnknownValue, format!("no check is called `{name}`"), span, "");
            let near = did_you_mean(name, lints());
            out.push(diagnostic.help(near.unwrap_or_else(|| "`frenemy check --list` shows all".to_owned())));
            None
        }
    }
}
