//! The sheet of the territory: who counts, who would pay what alone, and the part of each in the bill.
//!
//! Parts follow from the bill by formulas: each gets the whole cents of its share, and the cents left over
//! go one by one to those that lost most, as [`engine::territory::split`] does. Two columns beside the page
//! hold the steps.

use super::ESTIMATION;
use super::pen::{Pen, after, at, fixed};
use crate::document::{Body, Sharing, Territory};
use crate::{Document, words};
use engine::joining::counting::Counting;
use engine::{Fee, Money};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, XlsxError};

/// The row of the bill to share.
const BILL: u32 = 3;

/// The row of the headings.
const HEADING: u32 = 5;

const INHABITANTS: u16 = 1;
const COUNTED: u16 = 2;
const WHY: u16 = 3;
const CCAS: u16 = 4;
const PARTICIPATION: u16 = 5;
const WEIGHT: u16 = 6;
const SHARE: u16 = 7;
const PART: u16 = 8;
/// One column of air before what is not printed.
const CENTS: u16 = 10;
const LEFT: u16 = 11;

/// Writes the sheet. `bill` names the cells of the estimate that may hold the bill, and what they come to.
pub fn write(
    pen: &mut Pen<'_>,
    document: &Document<'_>,
    territory: &Territory,
    bill: &[(String, Money)],
) -> Result<(), XlsxError> {
    pen.about("Communes et établissements du territoire", document)?;
    pen.widths(&[(0, 36), (1, 12), (2, 10), (3, 28), (4, 10), (5, 18), (6, 18), (7, 12), (8, 18)])?;
    let sharing = territory.sharing.as_ref().filter(|_| territory.bodies.iter().all(|body| body.part.is_some()));
    let last = if sharing.is_some() { PART } else { PARTICIPATION };
    headings(pen, sharing)?;
    if let Some(sharing) = sharing {
        self::bill(pen, document, sharing, bill)?;
    }
    let block = Rows { from: after(HEADING), to: row(territory.bodies.len()).saturating_sub(1) };
    for (place, body) in territory.bodies.iter().enumerate() {
        row_of(pen, row(place), body)?;
        if let (Some(sharing), Some(part)) = (sharing, body.part) {
            block.shared(pen, row(place), (body, part), (sharing, total_weight(territory)))?;
        }
    }
    let sums = row(territory.bodies.len());
    block.sums(pen, sums, territory, sharing)?;
    pen.finish(HEADING, sums, last)
}

fn headings(pen: &mut Pen<'_>, sharing: Option<&Sharing>) -> Result<(), XlsxError> {
    let styles = pen.styles;
    pen.sheet.set_row_height_pixels(HEADING, 40)?;
    let plain = ["Organisme", "Habitants", "Compté", "Pourquoi", "CCAS compté", "Participation individuelle, par an"];
    for (column, heading) in (0..).zip(plain) {
        pen.text(HEADING, column, heading, &styles.heading)?;
    }
    if let Some(sharing) = sharing {
        let key = format!("Clé : {}", sharing.key);
        let helper = styles.helper.clone().set_text_wrap();
        let further = [(WEIGHT, key.as_str()), (SHARE, "En pour cent"), (PART, "Part de l'adhésion, par an")];
        for (column, heading) in further {
            pen.text(HEADING, column, heading, &styles.heading)?;
        }
        pen.text(HEADING, CENTS, "Calcul : centimes entiers", &helper)?;
        pen.text(HEADING, LEFT, "Calcul : reste", &helper)?;
    }
    Ok(())
}

/// The bill above the parts: the estimate's own cells where they hold it.
fn bill(
    pen: &mut Pen<'_>,
    document: &Document<'_>,
    sharing: &Sharing,
    cells: &[(String, Money)],
) -> Result<(), XlsxError> {
    let styles = pen.styles;
    pen.text(BILL, WEIGHT, "Adhésion mutualisée à répartir, par an", &styles.label)?;
    // Beside the participations of its communes an EPCI joins alone, which costs something else.
    if cells.is_empty() || cells.iter().map(|(_, amount)| *amount).sum::<Money>() != sharing.bill {
        pen.euros(BILL, PART, sharing.bill, &styles.input_euros)?;
        let note = "L'estimation ne retient pas cette adhésion : sa répartition est indiquée pour comparer.";
        return pen.text(BILL, 0, note, &styles.note.clone().unset_text_wrap());
    }
    let cells: Vec<String> = cells.iter().map(|(cell, _)| format!("{ESTIMATION}!{cell}")).collect();
    pen.formula(BILL, PART, &cells.join("+"), sharing.bill.euros(), &styles.total)?;
    if document.estimate.count_is_least {
        let note = "Un organisme dont les habitants ne sont pas connus pourrait compter : l'adhésion est un minimum.";
        pen.text(BILL, 0, note, &styles.note.clone().unset_text_wrap())?;
    }
    Ok(())
}

/// What a row says whatever the key.
fn row_of(pen: &mut Pen<'_>, row: u32, body: &Body) -> Result<(), XlsxError> {
    let styles = pen.styles;
    pen.wrapped(row, 0, &body.name, &styles.cell)?;
    pen.fit(row)?;
    match body.inhabitants {
        Some(inhabitants) => pen.number(row, INHABITANTS, Decimal::from(inhabitants), &styles.count)?,
        None => pen.text(row, INHABITANTS, words::UNKNOWN, &styles.word)?,
    }
    pen.text(row, COUNTED, said(body.counting), &styles.centred)?;
    pen.text(row, WHY, &why(body.counting), &styles.soft)?;
    pen.text(row, CCAS, body.ccas.map_or("–", said), &styles.centred)?;
    match body.participation {
        Fee::Known(amount) => pen.euros(row, PARTICIPATION, amount, &styles.euros),
        Fee::Quote => pen.text(row, PARTICIPATION, words::ON_QUOTE, &styles.word),
        Fee::Unknown => pen.text(row, PARTICIPATION, words::UNKNOWN, &styles.word),
        Fee::None => pen.text(row, PARTICIPATION, "–", &styles.word),
    }
}

fn said(counting: Counting) -> &'static str {
    match counting {
        Counting::Counted { .. } => "oui",
        Counting::TooSmall { .. } | Counting::Epci => "non",
        Counting::Unknown => "?",
    }
}

fn why(counting: Counting) -> String {
    match counting {
        Counting::Counted { from } => format!("Au moins {from} habitants."),
        Counting::TooSmall { from } => format!("Moins de {from} habitants."),
        Counting::Unknown => "Ses habitants ne sont pas connus.".to_owned(),
        Counting::Epci => "Un EPCI n'est pas compté.".to_owned(),
    }
}

/// The rows of the bodies.
#[derive(Clone, Copy)]
struct Rows {
    from: u32,
    to: u32,
}

impl Rows {
    fn range(self, column: u16) -> String {
        format!("{}:{}", fixed(self.from, column), fixed(self.to, column))
    }

    /// A body's part of the bill, and the steps to it.
    fn shared(
        self,
        pen: &mut Pen<'_>,
        row: u32,
        (body, part): (&Body, Money),
        (sharing, weights): (&Sharing, Decimal),
    ) -> Result<(), XlsxError> {
        let styles = pen.styles;
        pen.number(row, WEIGHT, body.weight, &weight_style(styles.input.clone(), body.weight))?;
        let share = body.weight.checked_div(weights).unwrap_or_default();
        let [weight, cents, left] = [WEIGHT, CENTS, LEFT].map(|column| at(row, column));
        pen.formula(row, SHARE, &format!("{weight}/SUM({})", self.range(WEIGHT)), share, &styles.share)?;
        // Eight decimals: below them a product of floats is noise, above them a remainder is told apart.
        let bill = fixed(BILL, PART);
        let exact = format!("ROUND({bill}*100*{weight}/SUM({}),8)", self.range(WEIGHT));
        let in_cents = sharing.bill.euros().saturating_mul(Decimal::ONE_HUNDRED).saturating_mul(share);
        let whole = in_cents.round_dp(8).floor();
        pen.formula(row, CENTS, &format!("INT({exact})"), whole, &styles.helper)?;
        let rest = in_cents.round_dp(8).saturating_sub(whole);
        pen.formula(row, LEFT, &format!("ROUND({exact}-{cents},8)"), rest, &styles.helper)?;
        let lost = self.range(LEFT);
        let before = format!("SUMPRODUCT(({lost}>{left})+({lost}={left})*(ROW({lost})<ROW()))");
        let over = format!("ROUND({bill}*100,0)-SUM({})", self.range(CENTS));
        let formula = format!("({cents}+IF({before}<{over},1,0))/100");
        pen.formula(row, PART, &formula, part.euros(), &styles.euros)
    }

    /// The last row: what the columns come to.
    fn sums(
        self,
        pen: &mut Pen<'_>,
        row: u32,
        territory: &Territory,
        sharing: Option<&Sharing>,
    ) -> Result<(), XlsxError> {
        let styles = pen.styles;
        let bodies = &territory.bodies;
        pen.text(row, 0, "Total", &styles.total_label)?;
        for column in [WHY, CCAS] {
            pen.blank(row, column, &styles.total_label)?;
        }
        if bodies.is_empty() {
            return Ok(());
        }
        let inhabitants: Decimal = bodies.iter().filter_map(|body| body.inhabitants).map(Decimal::from).sum();
        let sum = |column| format!("SUM({})", self.range(column));
        pen.formula(row, INHABITANTS, &sum(INHABITANTS), inhabitants, &styles.total_count)?;
        let listed = bodies.iter().flat_map(|body| [Some(body.counting), body.ccas]).flatten();
        let counted = Decimal::from(listed.filter(|counting| counting.counts()).count());
        let yes = format!("COUNTIF({},\"oui\")+COUNTIF({},\"oui\")", self.range(COUNTED), self.range(CCAS));
        pen.formula(row, COUNTED, &yes, counted, &styles.total_counted)?;
        let fees = bodies.iter().filter_map(|body| match body.participation {
            Fee::Known(amount) => Some(amount),
            Fee::Quote | Fee::Unknown | Fee::None => None,
        });
        let lacks = bodies.iter().any(|body| matches!(body.participation, Fee::Unknown | Fee::Quote));
        let style = if lacks { &styles.total_at_least } else { &styles.total };
        pen.formula(row, PARTICIPATION, &sum(PARTICIPATION), fees.sum::<Money>().euros(), style)?;
        if let Some(sharing) = sharing {
            let weights = total_weight(territory);
            let style = weight_style(styles.total_count.clone(), weights);
            pen.formula(row, WEIGHT, &sum(WEIGHT), weights, &style)?;
            pen.formula(row, SHARE, &sum(SHARE), Decimal::ONE, &styles.total_share)?;
            pen.formula(row, PART, &sum(PART), sharing.bill.euros(), &styles.total)?;
        }
        Ok(())
    }
}

/// Decimals only where a weight has some.
fn weight_style(style: Format, weight: Decimal) -> Format {
    style.set_num_format(if weight.fract().is_zero() { "#,##0" } else { "#,##0.00##" })
}

fn total_weight(territory: &Territory) -> Decimal {
    territory.bodies.iter().fold(Decimal::ZERO, |sum, body| sum.saturating_add(body.weight))
}

/// The row of a body by its place.
fn row(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX).saturating_add(after(HEADING))
}
