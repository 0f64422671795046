//! What every part of the picture of a waterfall needs.

use super::profits::Axis;
use crate::picture::scene::Tone;
use crate::picture::words::Words;
use crate::query::waterfall::{Course, Payee};
use crate::tell::tranche::Terms;
use crate::values::clean::one_line;

/// No stretch is narrower, so that it is seen.
pub(super) const LEAST: f64 = 3.0;

/// What every part of the picture needs.
pub(super) struct Plan<'a> {
    pub(super) words: Words<'a>,
    pub(super) terms: Terms<'a>,
    pub(super) course: &'a Course,
    pub(super) axis: Axis,
    pub(super) payees: Vec<Payee>,
}

impl Plan<'_> {
    /// The tone of somebody who is paid.
    pub(super) fn tone(&self, payee: Payee) -> Tone {
        match (payee, self.payees.iter().position(|known| *known == payee)) {
            (Payee::Holder(_), Some(nth)) => Tone::Holder(nth as u8),
            _ => Tone::Neutral,
        }
    }

    /// Who is paid, safe to draw.
    pub(super) fn name(&self, payee: Payee) -> String {
        one_line(self.terms.payee(payee)).into_owned()
    }

    /// Everybody who is paid, in the order of first being paid.
    pub(super) fn payees(&self) -> &[Payee] {
        &self.payees
    }

    /// What a tranche is called, safe to draw.
    pub(super) fn tranche(&self, at: usize) -> String {
        one_line(self.terms.tranche_name(at)).into_owned()
    }
}
