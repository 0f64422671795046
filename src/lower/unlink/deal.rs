//! Deals and who shares their money.

use super::Unlinker;
use super::fields::{list, word};
use crate::model::{Deal, Ending, Holder, HolderRef, Residual, Tranche};
use crate::syntax::{Raw, SourceRecord};
use crate::values::Money;

impl Unlinker<'_> {
    pub(super) fn deal(&self, deal: &Deal) -> SourceRecord {
        let Deal {
            id,
            title,
            parties,
            signed,
            until,
            supersedes,
            amount,
            holders,
            waterfall,
            note,
            sources,
        } = deal;
        let mut draft = self.draft();
        draft.line("id", Some(id));
        draft.text("title", Some(title));
        draft.set("parties", self.companies(parties));
        draft.date("signed", *signed);
        draft.date("until", *until);
        let earlier = supersedes.iter().map(|id| Raw::Ref(self.model[*id].id.to_string()));
        draft.set("supersedes", list(self.at, earlier));
        draft.set("amount", amount.map(Raw::Money));
        draft.set(
            "holders",
            list(self.at, holders.iter().map(|holder| self.holder(holder))),
        );
        draft.set(
            "waterfall",
            list(self.at, waterfall.iter().map(|tranche| self.tranche(deal, tranche))),
        );
        draft.text("note", note.as_ref());
        draft.set("sources", self.citations(sources));
        self.finish("deals", draft)
    }

    fn holder(&self, holder: &Holder) -> Raw {
        let Holder {
            id,
            name,
            companies,
            sources,
        } = holder;
        let mut draft = self.draft();
        draft.line("id", Some(id));
        draft.text("name", Some(name));
        draft.set("companies", self.companies(companies));
        draft.set("sources", self.citations(sources));
        draft.record()
    }

    fn tranche(&self, deal: &Deal, tranche: &Tranche) -> Raw {
        let Tranche {
            name,
            shares,
            unstated,
            ending,
            caps,
            caps_sources,
            residual,
            counted,
            effects,
            note,
            reported_otherwise,
            sources,
        } = tranche;
        let figures = |figures: &[(HolderRef, Money)]| -> Vec<(String, Option<Raw>)> {
            let figures = figures
                .iter()
                .map(|(holder, money)| (self.holder_id(deal, *holder), Some(Raw::Money(*money))));
            figures.collect()
        };
        let mut draft = self.draft();
        draft.text("name", Some(name));
        let shares = shares
            .iter()
            .map(|(holder, share)| (self.holder_id(deal, *holder), Some(Raw::Share(*share))));
        draft.by_key("shares", shares);
        draft.set("unstated", unstated.map(Raw::Share));
        draft.set(
            "until",
            ending.as_ref().map(|ending| match ending {
                Ending::Unknown => Raw::Unknown,
                Ending::Receives { thresholds, sources } => {
                    let mut when = self.draft();
                    when.by_key("receives", figures(thresholds).into_iter());
                    when.set("sources", self.citations(sources));
                    when.record()
                }
            }),
        );
        draft.by_key("caps", figures(caps).into_iter());
        draft.set("caps_sources", self.citations(caps_sources));
        draft.set(
            "residual",
            match residual {
                Residual::ProRata => None,
                Residual::To(holder) => Some(Raw::Ref(self.holder_id(deal, *holder))),
                Residual::Unstated => Some(Raw::Unknown),
            },
        );
        draft.set("counted", word(*counted));
        draft.text("effects", effects.as_ref());
        draft.text("note", note.as_ref());
        draft.set("reported_otherwise", self.reported_otherwise(reported_otherwise));
        draft.set("sources", self.citations(sources));
        draft.record()
    }

    fn holder_id(&self, deal: &Deal, holder: HolderRef) -> String {
        match holder {
            HolderRef::Company(id) => self.model[id].id.to_string(),
            HolderRef::Class(at) => deal
                .holders
                .get(at as usize)
                .map(|holder| holder.id.to_string())
                .unwrap_or_default(),
        }
    }
}
