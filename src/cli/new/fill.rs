//! What a template is filled with.

use anyhow::bail;
use clap::Args;

use super::place::Place;
use crate::authoring::Given;
use crate::cli::hint::Refusal;
use crate::request::Resolver;
use crate::syntax::SectionRef;
use crate::values::suggest::did_you_mean;
use crate::vocab::{Field, Space, Type};

/// Options of every template.
#[derive(Debug, Args)]
pub(super) struct FillArgs {
    /// Fill in any other field; repeatable, commas part the items of a list
    #[arg(long, value_name = "FIELD=VALUE")]
    set: Vec<String>,
    /// Offer every field that the record may have, not only the usual ones
    #[arg(long)]
    pub(super) full: bool,
}

impl FillArgs {
    /// Adds the fields that were set.
    pub(super) fn fill(&self, given: &mut Given, section: SectionRef, place: &Place) -> anyhow::Result<()> {
        let fields = section.fields();
        for pair in &self.set {
            let Some((name, value)) = pair.split_once('=') else {
                bail!("`{pair}` sets nothing; write --set FIELD=VALUE");
            };
            let Some(field) = fields.iter().find(|field| field.name == name.trim()) else {
                let near = did_you_mean(name, fields.iter().map(|field| field.name))
                    .map_or_else(String::new, |question| format!("; {question}"));
                bail!("a {} has no field `{name}`{near}", section.noun());
            };
            set(given, field, value.trim(), place)?;
        }
        Ok(())
    }
}

/// Sets a field to what was typed; companies are found by any of their names.
pub(super) fn set(given: &mut Given, field: &Field, value: &str, place: &Place) -> anyhow::Result<()> {
    match field.ty {
        Type::List(item, _) => {
            let items = value
                .split(',')
                .map(|item_text| one(*item, field, item_text.trim(), place));
            given.list(field.name, items.collect::<anyhow::Result<_>>()?);
        }
        ty => given.line(field.name, one(ty, field, value, place)?),
    }
    Ok(())
}

fn one(ty: Type, field: &Field, value: &str, place: &Place) -> anyhow::Result<String> {
    match ty {
        Type::Ref(Space::Company) => {
            let mut id = value.to_owned();
            Resolver::new(place.model()).company(&mut id).map_err(Refusal::new)?;
            Ok(id)
        }
        Type::Record(_) | Type::UnknownOr(_) | Type::ByCompany(_) | Type::ByHolder(_) | Type::List(..) => {
            bail!(
                "`{}` holds more than one line can say; fill it in in the file",
                field.name
            )
        }
        _ => Ok(value.to_owned()),
    }
}
