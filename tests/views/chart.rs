//! The chart by year and family, and the table that says the same.

use crate::markup::Markup;
use crate::page::Page;
use engine::french::parse_number;
use rust_decimal::Decimal;
use visitor::examples::{COMMUNE, TERRITORY, TOWN, spaced};

/// A bar of the chart: its family's place, and where it stands.
struct Bar {
    family: usize,
    left: Decimal,
    top: Decimal,
    height: Decimal,
}

impl Bar {
    fn bottom(&self) -> Decimal {
        self.top + self.height
    }
}

fn bars(shown: &Markup) -> Vec<Bar> {
    shown.each("rect", |attribute| {
        let number = |name: &str| attribute(name).trim_end_matches('%').parse::<Decimal>().unwrap();
        let family = attribute("class").trim_start_matches("family-").parse().unwrap();
        Bar { family, left: number("x"), top: number("y"), height: number("height") }
    })
}

fn euros(text: &str) -> Decimal {
    parse_number(text, "€").unwrap().unwrap()
}

/// The table that stands for the chart: the families' names, and amounts by family and year.
fn alternative(shown: &Markup) -> (Vec<String>, Vec<Vec<Decimal>>) {
    let rows = shown.table("À payer, par famille de services").unwrap();
    rows[1..].iter().map(|row| (row[0].clone(), row[1..].iter().map(|text| euros(text)).collect())).unzip()
}

fn pages() -> impl Iterator<Item = Page> {
    [&COMMUNE, &TERRITORY, &TOWN].into_iter().map(|example| {
        let page = Page::after(example.deeds);
        // Not as long as the examples are by default, so that nothing here is known elsewhere.
        page.change(|form| form.years = 5);
        page
    })
}

#[test]
fn the_table_adds_up_to_the_years() {
    for page in pages() {
        let shown = page.markup();
        let (_, amounts) = alternative(&shown);
        let years = shown.table("Par année").unwrap();
        for (year, row) in years[1..years.len() - 1].iter().enumerate() {
            assert_eq!(amounts.iter().map(|family| family[year]).sum::<Decimal>(), euros(&row[5]), "{}", row[0]);
        }
    }
}

#[test]
fn a_bar_stands_for_each_amount_of_the_table_in_its_proportion() {
    for page in pages() {
        let shown = page.markup();
        let (names, amounts) = alternative(&shown);
        let bars = bars(&shown);
        let all: Vec<Decimal> = amounts.iter().flatten().copied().filter(|amount| !amount.is_zero()).collect();
        assert_eq!(bars.len(), all.len());
        let mut lefts: Vec<Decimal> = bars.iter().map(|bar| bar.left).collect();
        lefts.dedup();
        assert!(lefts.is_sorted());
        let sums: Vec<Decimal> = (0..5).map(|year| amounts.iter().map(|family| family[year]).sum()).collect();
        let most = *sums.iter().max().unwrap();
        let column = |left: Decimal| bars.iter().filter(move |bar| bar.left == left);
        let tallest = lefts.iter().map(|left| column(*left).map(|bar| bar.height).sum::<Decimal>()).max().unwrap();
        let ground = bars[0].bottom();
        for (year, left) in lefts.iter().enumerate() {
            let here: Vec<&Bar> = column(*left).collect();
            let shares = names.iter().zip(&amounts).filter(|(_, of)| !of[year].is_zero());
            let mut below = ground;
            for (bar, (name, of)) in here.iter().zip(shares) {
                assert_eq!(page.edition().families[bar.family].label, *name);
                let exact = tallest * of[year] / most;
                assert!((bar.height - exact).abs() <= Decimal::new(1, 2), "{name}: {} for {exact}", bar.height);
                assert_eq!(bar.bottom(), below, "{name} stands on the family below it");
                below = bar.top;
            }
            let whole: Decimal = here.iter().map(|bar| bar.height).sum();
            assert!((whole - tallest * sums[year] / most).abs() <= Decimal::new(5, 3), "no drift");
        }
    }
}

#[test]
fn what_the_chart_writes_is_what_the_tables_say() {
    for page in pages() {
        let shown = page.markup();
        let years = shown.table("Par année").unwrap();
        let years = &years[1..years.len() - 1];
        let described = shown.attributes("aria-label").into_iter().find(|text| text.starts_with("Graphique en barres"));
        let told: Vec<String> = years.iter().map(|row| format!("{} : {}", row[0], row[5])).collect();
        assert_eq!(described.unwrap(), format!("Graphique en barres. {}.", told.join(", ")));
        let written: Vec<String> = years.iter().flat_map(|row| [row[5].clone(), row[0].clone()]).collect();
        assert_eq!(shown.all("text"), written);
        match (&shown.classed("ul", "legend")[..], &alternative(&shown).0[..]) {
            ([], [only]) => assert!(shown.all("h3").contains(&format!("Par année, en une famille : {only}"))),
            ([legend], families) => assert_eq!(legend.all("li"), families),
            (_, families) => panic!("no legend for {families:?}"),
        }
    }
}

#[test]
fn a_year_without_anything_to_pay_stands_back() {
    let page = Page::after(&COMMUNE.deeds[5..7]);
    let quiet: Vec<String> = page.markup().classed("text", "nothing").iter().map(Markup::text).collect();
    assert_eq!(quiet, [spaced("0,00~€"), spaced("0,00~€")], "certificates are paid in years 1 and 4");
}

#[test]
fn nothing_to_pay_draws_nothing() {
    let page = Page::new();
    page.change(|form| form.choose(page.service("Prestation sur mesure à la demande"), true));
    let shown = page.markup();
    assert!(shown.table("Par année").is_some());
    assert_eq!(shown.all("svg").len() + bars(&shown).len(), 0);
    assert!(shown.table("À payer, par famille de services").is_none());
}
