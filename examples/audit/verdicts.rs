//! What a blind re-check found: how many of each verdict, with Wilson's interval (1927).

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result};

/// The quantile of the normal distribution for 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// Counts the column `verdict`.
pub(crate) fn of(form: &Path) -> Result<String> {
    let mut reader = csv::Reader::from_path(form).with_context(|| form.display().to_string())?;
    let at = reader.headers()?.iter().position(|name| name == "verdict");
    let at = at.context("the form has no column `verdict`")?;
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for row in reader.records() {
        let verdict = row?.get(at).unwrap_or_default().trim().to_lowercase();
        *counts.entry(verdict).or_default() += 1;
    }
    let open = counts.remove("").unwrap_or_default();
    let judged: usize = counts.values().sum();
    let mut text = format!("judged: {judged}, not yet: {open}\n");
    for (verdict, n) in counts {
        let (low, high) = wilson(n, judged);
        writeln!(
            text,
            "{verdict}: {n}, {:.1}% ({:.1}% to {:.1}%)",
            percent(n, judged),
            100.0 * low,
            100.0 * high
        )?;
    }
    Ok(text)
}

fn percent(n: usize, of: usize) -> f64 {
    100.0 * n as f64 / of as f64
}

/// Bounds of the share that a population may have when `n` of `of` drawn ones show it.
fn wilson(n: usize, of: usize) -> (f64, f64) {
    let (total, share) = (of as f64, n as f64 / of as f64);
    let spread = Z * (share * (1.0 - share) / total + Z * Z / (4.0 * total * total)).sqrt();
    let (middle, scale) = (share + Z * Z / (2.0 * total), 1.0 + Z * Z / total);
    ((middle - spread) / scale, (middle + spread) / scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_wrong_of_forty_are_a_tenth_to_a_third() {
        let (low, high) = wilson(8, 40);
        assert_eq!(
            (format!("{low:.3}"), format!("{high:.3}")),
            ("0.105".to_owned(), "0.348".to_owned())
        );
        assert!(wilson(0, 80).0.abs() < 1e-12 && (wilson(80, 80).1 - 1.0).abs() < 1e-12);
    }
}
