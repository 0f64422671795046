//! Names to choose from while somebody types.

use serde::Serialize;

use crate::dataset::Dataset;
use crate::request::AskError;
use crate::values::fold;

/// How many names are given where nobody says.
pub(super) const FEW: usize = 10;
/// How many can be asked for.
pub(super) const MOST: usize = 100;

/// Companies whose names hold a text.
#[derive(Serialize)]
pub(super) struct Names {
    schema: &'static str,
    /// The mark of the data set.
    data: String,
    /// The companies, those first whose name begins with the text.
    companies: Vec<Named>,
    /// How many more there are.
    more: usize,
}

#[derive(Serialize)]
struct Named {
    /// The id.
    id: String,
    /// What answers call it.
    label: String,
    /// The name that holds the text, where the label does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    called: Option<String>,
}

/// Finds companies by a part of any of their names, whatever its case and diacritics. Cost: that of all names.
///
/// # Errors
/// When a record is damaged.
pub(super) fn names(dataset: &Dataset, text: &str, limit: usize) -> Result<Names, AskError> {
    let wanted = fold(text.trim());
    let mut found: Vec<(usize, Named)> = Vec::new();
    for company in dataset.model().companies.iter() {
        let label = company.label();
        let mut hits = company
            .all_names()
            .filter_map(|name| place(&fold(name), &wanted).map(|place| (place, name)));
        let Some((place, name)) = hits.next() else {
            continue;
        };
        let (place, name) = hits.fold((place, name), |best, hit| if hit.0 < best.0 { hit } else { best });
        let named = Named {
            id: company.id.to_string(),
            label: label.to_owned(),
            called: (name != label && name != company.id.as_str()).then(|| name.to_owned()),
        };
        found.push((place, named));
    }
    dataset.intact()?;
    found.sort_by(|a, b| (a.0, &a.1.label, &a.1.id).cmp(&(b.0, &b.1.label, &b.1.id)));
    let more = found.len().saturating_sub(limit);
    Ok(Names {
        schema: "frenemy/names/1",
        data: dataset.hash().to_string(),
        companies: found.into_iter().take(limit).map(|(_, named)| named).collect(),
        more,
    })
}

/// Where a name holds a text: whole (0), at its beginning (1), at the beginning of a word (2), elsewhere (3).
fn place(name: &str, text: &str) -> Option<usize> {
    if name == text {
        return Some(0);
    }
    let at = name.find(text)?;
    let begins_word = |at: usize| {
        name[..at]
            .chars()
            .next_back()
            .is_none_or(|before| !before.is_alphanumeric())
    };
    Some(match at {
        0 => 1,
        _ if name.match_indices(text).any(|(at, _)| begins_word(at)) => 2,
        _ => 3,
    })
}
