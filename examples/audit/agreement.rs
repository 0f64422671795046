//! How far two coders agree: Cohen's kappa for what is chosen from a list, equal shares for dates.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Write};
use std::path::Path;

use anyhow::{Context, Result};

/// What a coder wrote: number of the relation, then column, then value.
pub(crate) type Form = BTreeMap<String, BTreeMap<String, String>>;

/// Columns that are chosen from a list, in which chance alone makes coders agree.
const CHOSEN: [&str; 3] = ["kind", "side", "from"];
/// Columns with dates.
const DATES: [&str; 2] = ["since", "until"];

/// Reads a filled form.
pub(crate) fn read(path: &Path) -> Result<Form> {
    let mut reader = csv::Reader::from_path(path).with_context(|| path.display().to_string())?;
    let header = reader.headers()?.clone();
    let mut form = Form::new();
    for row in reader.records() {
        let row = row?;
        let cells = header.iter().zip(&row);
        let row: BTreeMap<_, _> = cells
            .map(|(name, value)| (name.to_owned(), value.trim().to_lowercase()))
            .collect();
        let number = row.get("number").context("a form has a column `number`")?.clone();
        anyhow::ensure!(
            form.insert(number.clone(), row).is_none(),
            "number {number} stands twice"
        );
    }
    Ok(form)
}

/// Two values of one column for each relation that both have coded, that is, given a kind.
fn pairs<'f>(first: &'f Form, second: &'f Form, column: &str) -> Vec<(&'f str, &'f str, &'f str)> {
    let coded = |form: &'f Form, number: &str| {
        form.get(number)
            .filter(|row| row.get("kind").is_some_and(|kind| !kind.is_empty()))
    };
    let value = |row: &'f BTreeMap<String, String>| row.get(column).map_or("", String::as_str);
    let both = first
        .keys()
        .filter_map(|number| Some((number, coded(first, number)?, coded(second, number)?)));
    both.map(|(number, a, b)| (number.as_str(), value(a), value(b)))
        .collect()
}

/// Cohen's kappa (1960) of pairs of values; `None` where there is nothing to compare, or where both put everything into one
/// class, so that chance explains all.
fn kappa(pairs: &[(&str, &str, &str)]) -> Option<f64> {
    let n = pairs.len() as f64;
    let agreed = pairs.iter().filter(|(_, a, b)| a == b).count() as f64 / n;
    let mut classes: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for (_, a, b) in pairs {
        classes.entry(a).or_default().0 += 1.0;
        classes.entry(b).or_default().1 += 1.0;
    }
    let by_chance: f64 = classes.values().map(|(a, b)| (a / n) * (b / n)).sum();
    (!pairs.is_empty() && by_chance < 1.0).then(|| (agreed - by_chance) / (1.0 - by_chance))
}

/// Whether two dates say the same year; `unknown` and nothing are years of their own.
fn same_year(a: &str, b: &str) -> bool {
    let year = |date: &str| date.split('-').next().unwrap_or_default().to_owned();
    year(a) == year(b)
}

/// What is told of two forms.
pub(crate) struct Agreement {
    coded: usize,
    kappas: Vec<(&'static str, usize, Option<f64>)>,
    dates: Vec<(&'static str, usize, usize)>,
    differ: Vec<String>,
}

/// Compares two forms.
pub(crate) fn between(first: &Form, second: &Form) -> Agreement {
    let mut differ = Vec::new();
    let mut note = |column: &str, pairs: &[(&str, &str, &str)]| {
        let unequal = pairs.iter().filter(|(_, a, b)| a != b);
        differ.extend(unequal.map(|(number, a, b)| format!("{number:>4}  {column:<5}  {}  {}", shown(a), shown(b))));
    };
    let kappas = CHOSEN.map(|column| {
        let pairs = pairs(first, second, column);
        note(column, &pairs);
        (column, pairs.iter().filter(|(_, a, b)| a == b).count(), kappa(&pairs))
    });
    let dates = DATES.map(|column| {
        let pairs = pairs(first, second, column);
        note(column, &pairs);
        let years = pairs.iter().filter(|(_, a, b)| same_year(a, b)).count();
        (column, years, pairs.iter().filter(|(_, a, b)| a == b).count())
    });
    Agreement {
        coded: pairs(first, second, "kind").len(),
        kappas: kappas.to_vec(),
        dates: dates.to_vec(),
        differ,
    }
}

fn shown(value: &str) -> &str {
    if value.is_empty() { "(nothing)" } else { value }
}

impl Display for Agreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "relations that both coded: {}\n", self.coded)?;
        writeln!(f, "column  equal  Cohen's kappa")?;
        for (column, equal, kappa) in &self.kappas {
            let kappa = kappa.map_or("not defined".to_owned(), |kappa| format!("{kappa:.2}"));
            writeln!(f, "{column:<6}  {equal:>5}  {kappa}")?;
        }
        writeln!(f, "\ncolumn  same year  same as written")?;
        for (column, years, written) in &self.dates {
            writeln!(f, "{column:<6}  {years:>9}  {written:>15}")?;
        }
        if !self.differ.is_empty() {
            writeln!(f, "\nwhere they differ")?;
        }
        self.differ.iter().try_for_each(|line| writeln!(f, "{line}"))?;
        f.write_char('\n')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table that textbooks show: 20 both yes, 5 and 10 apart, 15 both no; observed 0.7, by chance 0.5.
    #[test]
    fn kappa_is_that_of_the_textbook() {
        let of = |n, a, b| vec![("1", a, b); n];
        let pairs = [
            of(20, "yes", "yes"),
            of(5, "yes", "no"),
            of(10, "no", "yes"),
            of(15, "no", "no"),
        ]
        .concat();
        assert!((kappa(&pairs).unwrap() - 0.4).abs() < 1e-12);
        assert_eq!(kappa(&of(3, "yes", "yes")), None, "chance explains all");
        assert_eq!(kappa(&[]), None);
        assert_eq!(kappa(&[of(2, "a", "a"), of(2, "b", "b")].concat()), Some(1.0));
    }

    fn form(rows: &[[&str; 6]]) -> Form {
        let columns = ["number", "kind", "side", "from", "since", "until"];
        let row = |row: &[&str; 6]| {
            let cells = columns.iter().zip(row);
            (
                row[0].to_owned(),
                cells
                    .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                    .collect(),
            )
        };
        rows.iter().map(row).collect()
    }

    #[test]
    fn only_what_both_coded_is_compared_and_dates_by_year_and_as_written() {
        let first = form(&[
            ["1", "supply", "cooperation", "a", "2019-07-22", ""],
            ["2", "stake", "cooperation", "a", "2019", "unknown"],
            ["3", "", "", "", "", ""],
        ]);
        let second = form(&[
            ["1", "supply", "cooperation", "a", "2019", ""],
            ["2", "loan", "cooperation", "b", "2020", "2021"],
            ["3", "loan", "cooperation", "b", "2020", ""],
        ]);
        let found = between(&first, &second);
        assert_eq!(found.coded, 2);
        assert_eq!(found.dates, [("since", 1, 0), ("until", 1, 1)]);
        let equal: Vec<_> = found
            .kappas
            .iter()
            .map(|(column, equal, _)| (*column, *equal))
            .collect();
        assert_eq!(equal, [("kind", 1), ("side", 2), ("from", 1)]);
        assert_eq!(found.differ.len(), 5, "{:?}", found.differ);
        assert!(found.to_string().contains("not defined"), "one side throughout");
    }
}
