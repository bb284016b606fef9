//! Two to four estimates side by side, line by line: pure, so that what is shown can be checked.

use crate::form::Told;
use engine::line::{Item, Outcome};
use engine::{Estimate, Money, Span};

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// The scenario has no such line.
    Absent,
    /// The year is behind the scenario's last: what it costs then is not said.
    Beyond,
    /// What leaves the budget.
    Amount(Money),
    /// Free, by the list's own words.
    Free,
    /// On quote.
    Quote,
    /// An answer is missing.
    Missing,
    /// Contained in the membership.
    Included,
}

/// A line of one or several scenarios.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// One for each scenario.
    pub cells: Vec<Cell>,
}

/// The lines of all estimates, in the list's order; those of several bodies are one.
pub fn rows(estimates: &[&Estimate<'static>], span: Span, name: impl Fn(&Item<'static>) -> String) -> Vec<Row> {
    let mut rows: Vec<((usize, usize), Ids<'static>, Row)> = Vec::new();
    let without: Vec<Cell> = estimates
        .iter()
        .map(|estimate| if estimate.outlay(span).is_some() { Cell::Absent } else { Cell::Beyond })
        .collect();
    for (side, estimate) in estimates.iter().enumerate() {
        for item in &estimate.items {
            let rank = rank(estimate, item);
            let (ids, name) = (ids(item), name(item));
            // Another edition may call a row otherwise, or have given it another id.
            let same = rows.iter().position(|(_, known, _)| *known == ids);
            let same = same.or_else(|| rows.iter().position(|(.., row)| row.name == name));
            let row = match same.and_then(|place| rows.get_mut(place)) {
                Some((.., row)) => row,
                None => {
                    let place = rows.iter().position(|(other, ..)| *other > rank).unwrap_or(rows.len());
                    rows.insert(place, (rank, ids, Row { name, cells: without.clone() }));
                    let Some((.., row)) = rows.get_mut(place) else { continue };
                    row
                }
            };
            if let Some(cell) = row.cells.get_mut(side) {
                *cell = cell.and(of(item, span, estimate.years));
            }
        }
    }
    rows.into_iter().map(|(.., row)| row).collect()
}

/// A question, and how each scenario answers it; `None` where one does not.
pub type Differing = (String, Vec<Option<String>>);

/// The questions that scenarios do not answer alike: in the first scenario's order, then those that only others answer.
pub fn differing(told: &[Vec<Told>]) -> Vec<Differing> {
    let mut questions: Vec<&String> = Vec::new();
    for (question, _) in told.iter().flatten() {
        if !questions.contains(&question) {
            questions.push(question);
        }
    }
    let answered = questions.into_iter().map(|asked| {
        let answer = |of_one: &Vec<Told>| {
            of_one.iter().find(|(question, _)| question == asked).map(|(_, answer)| answer.clone())
        };
        (asked.clone(), told.iter().map(answer).collect::<Vec<_>>())
    });
    answered
        .filter(|(_, answers)| answers.windows(2).any(|pair| matches!(pair, [one, other] if one != other)))
        .collect()
}

/// Whether all last as long.
pub fn last_alike(estimates: &[&Estimate<'_>]) -> bool {
    estimates.windows(2).all(|pair| matches!(pair, [one, other] if one.years == other.years))
}

/// A service and a row of it, if any: the same in every edition.
type Ids<'c> = (&'c str, Option<&'c str>);

fn ids<'c>(item: &Item<'c>) -> Ids<'c> {
    (&item.service.id, item.price().map(|price| price.id.as_str()))
}

/// Where a line stands in the list: its service, then its row.
fn rank(estimate: &Estimate<'_>, item: &Item<'_>) -> (usize, usize) {
    let services = &estimate.edition.services;
    let service = services.iter().position(|service| service.id == item.service.id).unwrap_or(usize::MAX);
    let row = item.price().and_then(|price| item.service.prices.iter().position(|own| own.id == price.id));
    (service, row.unwrap_or_default())
}

fn of(item: &Item<'_>, span: Span, years: u8) -> Cell {
    match &item.outcome {
        Outcome::Charged(line) => Cell::Amount(match span {
            Span::Year(year) => line.in_year(year).map_or(Money::ZERO, |charge| charge.outlay()),
            Span::Period => line.outlay_over(years),
        }),
        Outcome::Free(..) => Cell::Free,
        Outcome::Included(..) => Cell::Included,
        Outcome::Quote(..) => Cell::Quote,
        Outcome::Missing(..) => Cell::Missing,
    }
}

impl Cell {
    /// The cell of two lines of one name: amounts add up, and what nobody knows is not nothing.
    fn and(self, other: Cell) -> Cell {
        match (self, other) {
            (Cell::Beyond, _) | (_, Cell::Beyond) => Cell::Beyond,
            (Cell::Amount(one), Cell::Amount(other)) => Cell::Amount(one.plus(other)),
            (unknown @ (Cell::Quote | Cell::Missing), _) | (_, unknown @ (Cell::Quote | Cell::Missing)) => unknown,
            (amount @ Cell::Amount(_), _) | (_, amount @ Cell::Amount(_)) => amount,
            (Cell::Absent, other) => other,
            (free @ (Cell::Included | Cell::Free), _) => free,
        }
    }

    /// The amount, where there is one: a scenario without the line pays nothing for it.
    pub fn amount(self) -> Option<Money> {
        match self {
            Cell::Amount(amount) => Some(amount),
            Cell::Absent | Cell::Included | Cell::Free => Some(Money::ZERO),
            Cell::Quote | Cell::Missing | Cell::Beyond => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Told, differing};

    fn told(answers: &[(&str, &str)]) -> Vec<Told> {
        answers.iter().map(|(question, answer)| ((*question).to_owned(), (*answer).to_owned())).collect()
    }

    #[test]
    fn what_is_answered_alike_is_not_said() {
        let one = told(&[("Type", "Commune"), ("Habitants", "800"), ("Budget", "650 000 €")]);
        let other = told(&[("Type", "Commune"), ("Habitants", "900"), ("Agents", "3")]);
        let some = |answer: &str| Some(answer.to_owned());
        let expected = vec![
            ("Habitants".to_owned(), vec![some("800"), some("900"), some("800")]),
            ("Budget".to_owned(), vec![some("650 000 €"), None, some("650 000 €")]),
            ("Agents".to_owned(), vec![None, some("3"), None]),
        ];
        assert_eq!(differing(&[one.clone(), other, one.clone()]), expected);
        assert_eq!(differing(&[one.clone(), one]), []);
        assert_eq!(differing(&[]), []);
    }
}
