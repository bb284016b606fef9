//! Whether a service has prices at all, which no row of it alone can say.

use crate::catalogue::{LedgerIx, Price, Rule, Service};
use crate::pricing::view::View;
use crate::pricing::walk::{Deaf, Landing, Trail, walk};
use crate::pricing::{self, Verdict};
use crate::remark::{Need, QuoteReason};
use alloc::vec::Vec;

/// What a service is as a whole: a part of it alone has no meaning.
pub(crate) enum Whole {
    /// What its rows come to.
    Rows,
    /// On quote, because one of its rows is.
    Quote(QuoteReason, Vec<LedgerIx>),
    /// On quote or not: an answer decides it. Until it is given no row has a price: what is charged for one might be
    /// nothing, and a total says "au moins" of what it holds.
    Awaited(Need),
}

impl Whole {
    /// What a service is as a whole under a view.
    pub(crate) fn of<'c>(service: &'c Service, view: &View<'_, 'c>) -> Whole {
        let mut awaited = None;
        for price in &service.prices {
            match pricing::price(service, price, view, &mut Deaf) {
                Verdict::Quote(reason) => {
                    let mut trail = Trail::default();
                    pricing::price(service, price, view, &mut trail);
                    return Whole::Quote(reason, trail.touched);
                }
                Verdict::Missing(_) if awaited.is_none() => awaited = may_be_quote(price, view),
                _ => {}
            }
        }
        awaited.map_or(Whole::Rows, Whole::Awaited)
    }
}

/// The answer that decides whether a row is on quote, while it is not given.
fn may_be_quote(price: &Price, view: &View<'_, '_>) -> Option<Need> {
    let scales = match &price.rule {
        Rule::Columns(scale, ..) => [Some(*scale), None],
        Rule::Grid(grid) => [Some(grid.rows), Some(grid.columns)],
        Rule::Flat(_) | Rule::PerUnit(..) | Rule::Free(_) | Rule::Quote(_) => [None, None],
    };
    scales.into_iter().flatten().find_map(|scale| match walk(&view.edition.scale(scale).tree, view, &mut Deaf) {
        Landing::Missing(need, rest) if rest.may_be_quote() => Some(need),
        _ => None,
    })
}
