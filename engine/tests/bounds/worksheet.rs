//! The bodies of a territory row by row, worked by hand from the list.

use crate::CATALOGUE;
use crate::ask::{Ask, territory};
use crate::tell::fee;
use engine::catalogue::BodyKind::{Ccas, Commune, Syndicat};
use engine::request::Membership;
use engine::territory::worksheet::{BodyRow, Worksheet, worksheet};

fn of(asked: &Ask) -> Worksheet {
    worksheet(&CATALOGUE, &asked.0).unwrap()
}

/// "800 counts, 900", "299 does not count, 500; municipale 300 counts, 500".
fn told(body: &BodyRow) -> String {
    let counts = |counts: bool| if counts { "counts" } else { "does not count" };
    let inhabitants = body.inhabitants.map_or("?".to_owned(), |inhabitants| inhabitants.to_string());
    let mut told = format!("{inhabitants} {}, {}", counts(body.counting.counts()), fee(body.participation));
    if let Some(it) = &body.municipal {
        told += &format!("; municipale {} {}, {}", it.inhabitants, counts(it.counts), fee(it.participation));
    }
    told
}

/// A commune that counts, one that does not, one too large for the list, one that nobody counted; a CCAS and a syndicat.
fn some() -> Ask {
    territory(
        "500",
        &[(Commune, 800), (Commune, 299), (Commune, 100_000), (Commune, 1), (Ccas, 1_500), (Syndicat, 1_499)],
    )
}

#[test]
fn each_body_has_its_participation_and_its_reason() {
    let sheet = of(&some());
    let expected = [
        "800 counts, 900",
        "299 does not count, 500",
        "100000 counts, on quote",
        "1 does not count, 350",
        "1500 counts, none",
        "1499 does not count, none",
    ];
    assert_eq!(sheet.bodies.iter().map(told).collect::<Vec<_>>(), expected);
    // 3 EP at 500 Go: the grid's first row, second column; the EPCI alone its first cell.
    assert_eq!((fee(sheet.bill), sheet.is_least, sheet.cell), ("7912".to_owned(), false, Some((0, 1))));
    assert_eq!(fee(sheet.alone), "5802");
}

#[test]
fn it_is_the_same_however_the_request_joins_and_whatever_it_buys() {
    let sheet = of(&some());
    for membership in [Membership::None, Membership::Individual] {
        assert_eq!(of(&some().joins(membership).with("budget", "650000").wants("rgpd")), sheet, "{membership:?}");
    }
}

#[test]
fn a_population_municipale_is_there_where_it_changes_something() {
    let municipal = |total, municipal| {
        let mut asked = territory("500", &[(Commune, total)]);
        asked.0.bodies[0].municipal = Some(municipal);
        told(&of(&asked).bodies[0])
    };
    assert_eq!(municipal(300, 299), "300 counts, 500; municipale 299 does not count, 500");
    assert_eq!(municipal(500, 499), "500 counts, 900; municipale 499 counts, 500");
    assert_eq!(municipal(900, 899), "900 counts, 900");
    // No commune has none.
    assert_eq!(municipal(900, 0), "900 counts, 900");
}

#[test]
fn what_is_not_known_is_no_amount() {
    let mut asked = some();
    asked.0.bodies[0].inhabitants = None;
    let sheet = of(&asked);
    assert_eq!(told(&sheet.bodies[0]), "? does not count, not known");
    // 2 EP, at least.
    assert_eq!((fee(sheet.bill), sheet.is_least), ("7912".to_owned(), true));
    let unasked = of(&Ask(engine::Request { values: Default::default(), ..asked.0 }));
    assert_eq!((fee(unasked.bill), unasked.cell), ("not known".to_owned(), None));
    let beyond = of(&territory("3501", &[]));
    assert_eq!(
        (fee(beyond.bill), fee(beyond.alone), beyond.cell),
        ("on quote".to_owned(), "on quote".to_owned(), None)
    );
}
