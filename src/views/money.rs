//! Amounts and how they are named.

use engine::catalogue::Schedule;
use engine::french;
use engine::line::{Charge, Line};
use engine::{Money, Outlay};

/// "au moins 1 234,50 €" when something is missing from the sum, and no amount at all when all of it is.
pub fn total(outlay: Outlay) -> String {
    match outlay.known() {
        Some(amount) if outlay.at_least => format!("au moins {}", french::money(amount)),
        amount => known(amount),
    }
}

/// A sum, or a word where nothing of it is known yet.
pub fn known(amount: Option<Money>) -> String {
    amount.map_or("à chiffrer".to_owned(), french::money)
}

/// The amount due each time, with its tax regime.
pub fn due(line: &Line<'_>) -> String {
    let outlay = french::money(line.charge.outlay());
    match line.charge {
        Charge::Exempt(_) => format!("{outlay} (sans TVA)"),
        Charge::Taxed { ht, .. } => format!("{outlay} TTC ({} HT)", french::money(ht)),
    }
}

/// How often, in a word or two.
pub fn rhythm(schedule: Schedule) -> String {
    match schedule {
        Schedule::Once => "une fois".to_owned(),
        Schedule::Yearly => "par an".to_owned(),
        Schedule::FromYear2 => "par an dès l'année 2".to_owned(),
        Schedule::EveryYears(years) => format!("tous les {years} ans"),
    }
}
