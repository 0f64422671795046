use crate::lang::Phrase;

/// One word that a field of type [`Type::Choice`] accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The word as contributors write it.
    pub name: &'static str,
    /// How answers say it.
    pub label: Phrase,
    /// What it means, one sentence.
    pub doc: &'static str,
}

/// An enumeration whose values contributors write as words.
pub trait Words: Copy + Sized + 'static {
    /// All values, in documentation order.
    const ALL: &'static [Self];
    /// The words, in the order of [`Words::ALL`].
    const CHOICES: &'static [Choice];

    /// The value at a position of [`Words::CHOICES`].
    #[must_use]
    fn at(position: usize) -> Option<Self> {
        Self::ALL.get(position).copied()
    }
}

/// What an id refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Space {
    /// A company.
    Company,
    /// A market.
    Market,
    /// A product, `company/product`.
    Product,
    /// A source.
    Source,
    /// A deal.
    Deal,
    /// A case.
    Case,
    /// A relation: its local id inside its case, `case/id` elsewhere.
    Relation,
    /// A relation, event or claim: what can be disputed or refute something.
    Record,
}

/// What a field holds, and so how its text is read and checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Type {
    /// A slug that names this record.
    Id,
    /// One string.
    Line,
    /// A string, or a mapping from language to string.
    Text,
    /// `true` or `false`.
    Flag,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Date,
    /// A date, or `unknown`.
    DateOrUnknown,
    /// A date, `unknown`, or an interval such as `2023-05-23/..`.
    Published,
    /// Money, as in `about USD 300bn`.
    Money,
    /// Percents, as in `5% to 9%`.
    Share,
    /// One of some words.
    Choice(&'static [Choice]),
    /// ISO 3166-1 alpha-2.
    Country,
    /// ISO 639-1.
    Language,
    /// An address with a scheme.
    Url,
    /// A legal entity identifier.
    Lei,
    /// A Wikidata item.
    Qid,
    /// The id of another record.
    Ref(Space),
    /// A declared product, or the name of one that is not declared.
    ProductOrName,
    /// Who asserts something: a company's id, or `press`, `analysts`, `regulator`, `court`.
    Asserter,
    /// `once`, `per_year`, or an interval of dates.
    Period,
    /// A source's id, or a mapping with `source`, `quote`, `locator`.
    Citation,
    /// A list with at least so many items.
    List(&'static Self, usize),
    /// One value, or a list with at least one.
    OneOrMore(&'static Self),
    /// A mapping with these fields.
    Record(&'static [Field]),
    /// A mapping from company ids to values.
    ByCompany(&'static Self),
    /// A mapping from languages to values.
    ByLanguage(&'static Self),
    /// A mapping from holders of a deal to values; a holder is a company or a class that the deal declares.
    ByHolder(&'static Self),
    /// A holder of a deal, or `unknown`.
    HolderOrUnknown,
    /// The word `unknown`, or a mapping with these fields.
    UnknownOr(&'static [Field]),
    /// A mapping from any names to strings.
    Names,
}

/// A field that a record may have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// Its key.
    pub name: &'static str,
    /// What it holds.
    pub ty: Type,
    /// Whether a record without it is an error.
    pub required: bool,
    /// What it means, one sentence.
    pub doc: &'static str,
}

impl Field {
    /// An optional field.
    #[must_use]
    pub const fn new(name: &'static str, ty: Type, doc: &'static str) -> Self {
        Self {
            name,
            ty,
            required: false,
            doc,
        }
    }

    /// The same field, required.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }
}
