//! One body more or fewer, one step of volume more, worked by hand from the grid.

use crate::CATALOGUE;
use crate::ask::{Ask, by, territory};
use crate::tell::{fee, signed};
use engine::catalogue::BodyKind::{self, Cc, Ccas, Commune};
use engine::request::Membership;
use engine::territory::nearby::{Change, nearby};

/// "+1: 21098 (+2637)", "-1 at 9: on quote", "500 more to 1700: 21098 (+2637)".
fn told(asked: &Ask) -> Vec<String> {
    let found = nearby(&CATALOGUE, &asked.0);
    let told = found.iter().map(|near| {
        let change = match &near.change {
            Change::OneMoreBody(body) => format!("+1 {} of {}", body.kind.id(), body.inhabitants.unwrap()),
            Change::OneFewerBody(place) => format!("-1 at {place}"),
            Change::OneMoreStep { by, reached, .. } => format!("{by} more to {reached}"),
        };
        let yearly = fee(near.fee);
        let least = if near.at_least { "≥ " } else { "" };
        let difference = near.difference.map_or(String::new(), |more| format!(" ({})", signed(more.euros())));
        format!("{change}: {least}{yearly}{difference}")
    });
    told.collect()
}

fn of(volume: &str, counted: usize, more: &[(BodyKind, u32)]) -> Ask {
    territory(volume, &[&vec![(Commune, 400); counted], more].concat())
}

#[test]
fn near_the_cdc_of_12_communes() {
    let asked = of("1200", 10, &[(Commune, 299), (Commune, 120)]);
    // 10 EP at "1,5 To": 18 461; 11 read "+14", 9 still "+10"; 1 700 Go reads "2 To".
    let expected = ["+1 commune of 300: 21098 (+2637)", "-1 at 9: 18461 (0)", "500 more to 1700: 21098 (+2637)"];
    assert_eq!(told(&asked), expected);
    // However the request itself joins.
    for membership in [Membership::None, Membership::Individual] {
        assert_eq!(told(&asked.clone().joins(membership).covered()), expected);
    }
}

#[test]
fn at_the_ends_of_the_grid() {
    assert_eq!(
        told(&of("3500", 46, &[])),
        ["+1 commune of 300: on quote", "-1 at 45: 58020 (0)", "500 more to 4000: on quote",]
    );
    assert_eq!(
        told(&of("500", 47, &[])),
        ["+1 commune of 300: on quote", "-1 at 46: 42196", "500 more to 1000: on quote"]
    );
    // None counts: none can be taken away.
    assert_eq!(
        told(&of("500", 0, &[(Commune, 299), (Ccas, 1_499)])),
        ["+1 commune of 300: 7912 (+2110)", "500 more to 1000: 7912 (+2110)",]
    );
    assert_eq!(told(&of("500", 4, &[(Ccas, 1_500)]))[1], "-1 at 4: 10549 (0)");
    assert_eq!(told(&of("500", 3, &[(Ccas, 1_500)]))[1], "-1 at 3: 7912 (-2637)");
    // More than the field takes is no request: 100 000 000 Go.
    assert_eq!(told(&of("100000000", 0, &[])), ["+1 commune of 300: on quote"]);
}

#[test]
fn a_body_without_inhabitants_leaves_the_difference_open() {
    let mut asked = of("500", 3, &[(Commune, 400)]);
    asked.0.bodies[3].inhabitants = None;
    let expected = ["+1 commune of 300: ≥ 10549", "-1 at 2: ≥ 7912", "500 more to 1000: ≥ 10549"];
    assert_eq!(told(&asked), expected);
}

#[test]
fn nothing_is_near_what_has_no_price_yet() {
    assert_eq!(told(&by(Cc)), [""; 0]);
    assert_eq!(told(&by(Commune).with("volume-territoire", "500")), [""; 0]);
    // A kind that nobody said may still be an EPCI's.
    let mut asked = of("500", 0, &[]);
    asked.0.kind = None;
    assert_eq!(told(&asked).len(), 2);
}
