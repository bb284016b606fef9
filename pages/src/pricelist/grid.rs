//! A table of two scales.

use super::rows::{amount, open_questions};
use engine::catalogue::{Edition, Grid, Price, Service};
use engine::explain::when;
use engine::french::number;
use maud::{Markup, html};

/// The table: lines and columns headed, every cell in euros.
pub fn table(edition: &Edition, service: &Service, price: &Price, grid: &Grid) -> Markup {
    let caption = format!("tableau-{}", price.id);
    let vat = edition.vat_class(price.vat).map_or("", |class| class.label.as_str());
    html! {
        div.scroll role="region" tabindex="0" aria-labelledby=(caption) {
            table.matrix id={ "prix-" (price.id) } {
                caption id=(caption) { (price.label) ", en euros" }
                thead {
                    tr {
                        td {}
                        @for heading in &edition.scale(grid.columns).columns { th scope="col" { (heading) } }
                    }
                }
                tbody {
                    @for (heading, cells) in edition.scale(grid.rows).columns.iter().zip(&grid.cells) {
                        tr {
                            th scope="row" { (heading) }
                            @for cell in cells { td { (amount(*cell, &number(cell.euros()))) } }
                        }
                    }
                }
            }
        }
        p.note {
            "Échéance : " (when(price.schedule)) ". " (vat) ". " "Au-delà de ces lignes ou de ces colonnes : sur devis. "
            (open_questions(edition, service, price))
        }
    }
}
