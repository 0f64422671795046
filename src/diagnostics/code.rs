//! The stable names of problems.

use std::fmt;
use std::str::FromStr;

use super::Level;

macro_rules! codes {
    ($($variant:ident $name:literal $level:ident $description:literal)*) => {
        /// The kind of a problem, named after the bad pattern so that it reads as "allow `duplicate-key`".
        ///
        /// Names are stable: waivers and scripts refer to them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $description] $variant,)*
        }

        impl Code {
            /// Every code, in the order of this table.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name in kebab-case.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// How grave a problem of this kind is.
            #[must_use]
            pub const fn level(self) -> Level {
                match self { $(Self::$variant => Level::$level),* }
            }

            /// The bad pattern in one sentence.
            #[must_use]
            pub const fn description(self) -> &'static str {
                match self { $(Self::$variant => $description),* }
            }
        }
    };
}

impl Code {
    /// Whether it says that something is missing, which may stand where an error keeps it from being read.
    #[must_use]
    pub const fn is_of_absence(self) -> bool {
        matches!(
            self,
            Self::LonelyCompany
                | Self::UncitedSource
                | Self::UncoveredSide
                | Self::OneSidedCompetition
                | Self::NoPrimarySource
                | Self::SingleOrigin
                | Self::ProductlessOverlap
                | Self::PresumedTie
                | Self::UnusedWaiver
        )
    }
}

codes! {
    // the file
    NotUtf8                 "not-utf8"                  Error  "The file is not UTF-8 text."
    NotYaml                 "not-yaml"                  Error  "The file breaks the syntax of YAML."
    ControlCharacters       "control-characters"        Error  "The text holds characters that cannot be seen."
    OverBudget              "over-budget"               Error  "The file is nested too deeply or grows too large when its aliases are expanded."
    SecondDocument          "second-document"           Error  "The file holds more than one YAML document."
    Tag                     "tag"                       Error  "A value carries a YAML tag; types come from the fields."
    MergeKey                "merge-key"                 Error  "A mapping is merged into another with `<<`."
    ComplexKey              "complex-key"               Error  "A key is not a plain word or string."
    UnknownAnchor           "unknown-anchor"            Error  "An alias repeats a value that is not marked above it."
    DuplicateKey            "duplicate-key"             Error  "A mapping has the same key twice."

    // sections and fields
    UnknownSection          "unknown-section"           Error  "A file has a section that does not exist."
    UnknownField            "unknown-field"             Error  "A record has a field that does not exist."
    MissingField            "missing-field"             Error  "A record lacks a field that it must have."
    ToBeFilled              "to-be-filled"              Error  "A place of a template is still marked `TODO`."
    MissingCase             "missing-case"              Error  "A file with relations, events, quotes or claims does not say which case they belong to."
    StrayKey                "stray-key"                 Error  "A key has no value where it must have one, or holds a colon."
    WrongType               "wrong-type"                Error  "A field holds a text, list or mapping where another of these belongs."
    UnknownValue            "unknown-value"             Error  "A field holds a value outside its fixed choice."
    ConflictingFields       "conflicting-fields"        Error  "A record has fields that exclude each other."
    WrongArity              "wrong-arity"               Error  "A role has more or fewer parties than the kind of relation allows."

    // single values
    BadId                   "bad-id"                    Error  "An id is not a slug of small letters, digits and hyphens."
    BadDate                 "bad-date"                  Error  "A date does not exist or is not written as year, year-month or year-month-day."
    BadMoney                "bad-money"                 Error  "A sum of money cannot be read."
    BadShare                "bad-share"                 Error  "A share cannot be read or lies outside 0 to 100 %."
    BadUrl                  "bad-url"                   Error  "An address has no scheme or no host."
    BadLanguage             "bad-language"              Error  "A text is keyed by something that is not a language."
    BadLei                  "bad-lei"                   Error  "A legal entity identifier has a wrong form or check digit."
    BadQid                  "bad-qid"                   Error  "A Wikidata id is not a Q followed by digits."
    UnknownCurrency         "unknown-currency"          Error  "A currency is not an ISO 4217 code."
    UnknownCountry          "unknown-country"           Error  "A country is not an ISO 3166 code."

    // ids and references
    DuplicateId             "duplicate-id"              Error  "Two records have the same id."
    IdUnlikeFile            "id-unlike-file"            Error  "The id of a case or company differs from the name of its file."
    UnknownCompany          "unknown-company"           Error  "A company is referred to that is not declared."
    UnknownMarket           "unknown-market"            Error  "A market is referred to that is not declared."
    UnknownSource           "unknown-source"            Error  "A source is referred to that is not declared."
    UnknownDeal             "unknown-deal"              Error  "A deal is referred to that is not declared."
    UnknownCase             "unknown-case"              Error  "A case is referred to that is not declared."
    UnknownRelation         "unknown-relation"          Error  "A relation is referred to that is not declared."
    UnknownProduct          "unknown-product"           Error  "A product is referred to that its company does not have."
    UnknownRecord           "unknown-record"            Error  "A record is referred to that is not declared."
    OverridesNothing        "overrides-nothing"         Error  "A record overrides one that no earlier data directory holds."

    // time
    EmptyInterval           "empty-interval"            Error  "Something surely ends before or when it begins."
    FutureDate              "future-date"               Error  "A date at which something was seen, published or carried out lies in the future, or its year is out of all proportion."
    OutsideLife             "outside-life"              Error  "A relation surely lies outside the life of one of its companies."

    // companies and relations
    SelfRelation            "self-relation"             Error  "A company is related to itself."
    CyclicMembership        "cyclic-membership"         Error  "A company is, through others, a part of itself."
    ReversedMembership      "reversed-membership"       Error  "Two companies are each a part of the other."
    CyclicReference         "cyclic-reference"          Error  "Records of one kind refer to each other in a ring."
    SharesOver100           "shares-over-100"           Error  "Undisputed shares of one company surely sum to more than 100 % at one date."
    OutsiderShare           "outsider-share"            Error  "A share is given to a company that is not among those who own or buy together."
    TwoPredecessors         "two-predecessors"          Error  "A holding is put above more than one company."
    AmbiguousSynonym        "ambiguous-synonym"         Error  "A synonym of a market names another market too."

    // deals and waterfalls
    UnknownHolder           "unknown-holder"            Error  "A share of a deal's money goes to a holder that is neither a company nor declared by the deal."
    InexactWaterfall        "inexact-waterfall"         Error  "A share or sum of a waterfall is not one number."
    SharesNot100            "shares-not-100"            Error  "The shares of a tranche, with what is unstated, do not sum to 100 %."
    HolderWithoutShare      "holder-without-share"      Error  "A tranche has a figure for a holder that has no share in it."
    ThresholdAboveCap       "threshold-above-cap"       Error  "A tranche waits until a holder has received more than its cap."
    CappedResidual          "capped-residual"           Error  "What capped holders leave goes to a holder that is capped itself."
    MixedCurrencies         "mixed-currencies"          Error  "The figures of a waterfall are in more than one currency."
    EndlessTranche          "endless-tranche"           Error  "A tranche that is not the last has no end."
    LastTrancheEnds         "last-tranche-ends"         Error  "The last tranche of a waterfall has an end."
    UnreachableTranche      "unreachable-tranche"       Error  "A tranche has ended before it begins."

    // lints: sources
    UncitedSource           "uncited-source"            Basic  "A source is declared that no record cites."
    AccessedBeforePublished "accessed-before-published" Basic  "A source was read before it was published."
    OverlongQuote           "overlong-quote"            Strict "A quotation is longer than it takes to prove a point."
    NoPrimarySource         "no-primary-source"         Named  "A relation rests on no filing, court paper or release of a party."
    UnreadPrimary           "unread-primary"            Named  "Nobody says to have read any of a relation's primary sources."
    UnsaidReading           "unsaid-reading"            Named  "A source does not say how much of it was read."
    SourcesBefore           "sources-before"            Named  "A date rests only on sources that are older than the date."
    SingleOrigin            "single-origin"             Named  "A relation rests on one origin, whoever repeats it."
    OldRumour               "old-rumour"                Named  "Nobody has written down what became of a rumour, talks or a bid."

    // lints: companies
    LonelyCompany           "lonely-company"            Basic  "A company is declared that is related to no other."
    DuplicateCompany        "duplicate-company"         Basic  "Two companies are likely one."
    BareLegalForm           "bare-legal-form"           Basic  "An alias is nothing but a legal form."
    MisreadName             "misread-name"              Basic  "A name has line breaks or is far too long for one."
    MixedScripts            "mixed-scripts"             Basic  "A word of a name is written in letters of several scripts."
    LookAlikeNames          "look-alike-names"          Strict "Names of two companies differ in letters that look the same."
    TwoControllers          "two-controllers"           Basic  "A company belongs to two groups at one time."
    MixedBasis              "mixed-basis"               Strict "Shares of different or unstated basis in one company sum to more than 100 % at one date."

    // lints: time
    FalsePrecision          "false-precision"           Strict "A date names 1 January where the sources likely know the year only."
    FirstOfMonth            "first-of-month"            Named  "A date names the first of a month where the sources likely know the month only."
    AnnouncementAsStart     "announcement-as-start"     Named  "A relation holds since the very day of its announcement."
    PresumedTie             "presumed-tie"              Named  "Nobody has seen for years that a relation still holds."
    GappedTerms             "gapped-terms"              Basic  "New terms do not begin where those end that they supersede."

    // lints: relations and money
    DuplicateRelation       "duplicate-relation"        Strict "Two relations are likely one."
    ContradictingAmounts    "contradicting-amounts"     Basic  "Two figures cannot both be right, and no disagreement is recorded."
    DoubleCounting          "double-counting"           Strict "A figure likely counts twice in sums."
    ProductlessOverlap      "productless-overlap"       Named  "Companies compete in a market in which none of them has a product."
    OneSidedCompetition     "one-sided-competition"     Named  "Only one side says that companies compete."

    // lints: cases
    UncoveredSide           "uncovered-side"            Strict "A case does not say where one side of its companies was looked for."
    EmptyStoryStep          "empty-story-step"          Basic  "A step of a story shows nothing that is there at its time."
    UntranslatedTitle       "untranslated-title"        Strict "A title lacks Vietnamese or English."

    // lints: waivers
    UnusedWaiver            "unused-waiver"             Basic  "A waiver silences nothing."
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A name that is no code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no check is called `{0}`")]
pub struct UnknownCode(pub String);

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(name: &str) -> Result<Self, UnknownCode> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.name() == name)
            .ok_or_else(|| UnknownCode(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_unique_and_kebab_case() {
        let names: BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for code in Code::ALL {
            let word =
                |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
            assert!(code.name().split('-').all(word), "{code}");
            assert_eq!(code.name().parse(), Ok(*code));
            assert!(
                code.description().ends_with('.') && !code.description().contains('\n'),
                "{code}"
            );
        }
        assert_eq!("khác".parse::<Code>(), Err(UnknownCode("khác".to_owned())));
    }

    /// A code that is renamed or dropped breaks waivers: the list shows in review.
    #[test]
    fn the_list_of_codes() {
        let list: Vec<_> = Code::ALL
            .iter()
            .map(|code| format!("{:<7}{code}", code.level().name()))
            .collect();
        insta::assert_snapshot!(list.join("\n"), @r#"
        error  not-utf8
        error  not-yaml
        error  control-characters
        error  over-budget
        error  second-document
        error  tag
        error  merge-key
        error  complex-key
        error  unknown-anchor
        error  duplicate-key
        error  unknown-section
        error  unknown-field
        error  missing-field
        error  to-be-filled
        error  missing-case
        error  stray-key
        error  wrong-type
        error  unknown-value
        error  conflicting-fields
        error  wrong-arity
        error  bad-id
        error  bad-date
        error  bad-money
        error  bad-share
        error  bad-url
        error  bad-language
        error  bad-lei
        error  bad-qid
        error  unknown-currency
        error  unknown-country
        error  duplicate-id
        error  id-unlike-file
        error  unknown-company
        error  unknown-market
        error  unknown-source
        error  unknown-deal
        error  unknown-case
        error  unknown-relation
        error  unknown-product
        error  unknown-record
        error  overrides-nothing
        error  empty-interval
        error  future-date
        error  outside-life
        error  self-relation
        error  cyclic-membership
        error  reversed-membership
        error  cyclic-reference
        error  shares-over-100
        error  outsider-share
        error  two-predecessors
        error  ambiguous-synonym
        error  unknown-holder
        error  inexact-waterfall
        error  shares-not-100
        error  holder-without-share
        error  threshold-above-cap
        error  capped-residual
        error  mixed-currencies
        error  endless-tranche
        error  last-tranche-ends
        error  unreachable-tranche
        basic  uncited-source
        basic  accessed-before-published
        strict overlong-quote
        named  no-primary-source
        named  unread-primary
        named  unsaid-reading
        named  sources-before
        named  single-origin
        named  old-rumour
        basic  lonely-company
        basic  duplicate-company
        basic  bare-legal-form
        basic  misread-name
        basic  mixed-scripts
        strict look-alike-names
        basic  two-controllers
        strict mixed-basis
        strict false-precision
        named  first-of-month
        named  announcement-as-start
        named  presumed-tie
        basic  gapped-terms
        strict duplicate-relation
        basic  contradicting-amounts
        strict double-counting
        named  productless-overlap
        named  one-sided-competition
        strict uncovered-side
        basic  empty-story-step
        strict untranslated-title
        basic  unused-waiver
        "#);
    }
}
