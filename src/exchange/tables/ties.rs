//! Ties: what relations are between two companies.

use super::relations::RELATION;
use crate::derived::Tie;
use crate::exchange::{Cell, Column, Selection, Table};
use crate::tell::terms::side_mark;

/// The ties of relations.
pub(super) static TIES: Table = Table {
    name: "ties",
    doc: "A tie between two companies that a relation makes; a relation of several parties makes several. Companies stand for \
          themselves here, not for their groups.",
    columns: &[
        RELATION,
        Column::text("company", "The company that the tie is told from.")
            .required()
            .refers("companies", "company"),
        Column::text("role", "Its role.").required(),
        Column::text("other", "The other company.")
            .required()
            .refers("companies", "company"),
        Column::text("other_role", "Its role.").required(),
        Column::text("side", "`cooperation`, `competition`, `conflict` or `neutral`.").required(),
    ],
    key: &[],
    rows: |selection, _, put| {
        let model = selection.model();
        for tie in ties(selection) {
            let (role, other_role) = roles(selection, &tie);
            put(&[
                Cell::text(&model[tie.relation].id),
                Cell::text(&model[tie.from].id),
                Cell::text(role),
                Cell::text(&model[tie.to].id),
                Cell::text(other_role),
                Cell::text(side_mark(tie.side).0),
            ])?;
        }
        Ok(())
    },
};

/// The ties of the selected relations, in the order of these; not those that only two memberships of one body make.
pub(in crate::exchange) fn ties(selection: &Selection<'_>) -> impl Iterator<Item = Tie> {
    let mut of = vec![Vec::new(); selection.model().relations.len()];
    for tie in selection.view.graph.ties().iter().filter(|tie| tie.second.is_none()) {
        of[tie.relation.index()].push(*tie);
    }
    let relations: Vec<_> = selection.relations.iter().map(|chosen| chosen.relation).collect();
    relations
        .into_iter()
        .flat_map(move |id| std::mem::take(&mut of[id.index()]))
}

/// The roles of both ends of a tie.
pub(in crate::exchange) fn roles(selection: &Selection<'_>, tie: &Tie) -> (&'static str, &'static str) {
    let kind = selection.model()[tie.relation].kind();
    let projection = kind.projection(tie.projection);
    (kind.roles[projection.from].name, kind.roles[projection.to].name)
}
