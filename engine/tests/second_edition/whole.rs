//! A service is priced as a whole: a flat row beside one that may be on quote has no price of its own until that is known.

use crate::replaced;
use editions::{shipped, side_by_side};
use engine::line::{Avoided, Change, Outcome};
use engine::{Catalogue, Estimate, Request};
use std::sync::LazyLock;

/// The shipped list with a flat row more in a service whose other rows end at 200 Go, with a kind of body that the
/// call for tenders sends to a quote before it asks anything, and with a row that may be on quote beside the certificates,
/// of which a membership contains two.
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let row = "[[service.price]]\nid = \"securisation-abonnement\"";
    let visit = "[[service.price]]\nid = \"securisation-visite\"\nlabel = \"Visite\"\nrule = \"flat\"\namount = \"100\"\nschedule = \"once\"\nunit = \"visite\"\n\n";
    let files = replaced(shipped(), row, &format!("{visit}{row}"));
    let row = "[[service.price]]\nid = \"telecom-appel-offre-amoa\"";
    let meeting = "[[service.price]]\nid = \"telecom-appel-offre-reunion\"\nlabel = \"Réunion\"\nrule = \"flat\"\namount = \"50\"\nschedule = \"once\"\nunit = \"réunion\"\n\n";
    let files = replaced(files, row, &format!("{meeting}{row}"));
    let commune = r#"{ of = ["commune"], then = { field = "habitants", up-to = ["10000"], then = ["quote", 2] } }"#;
    let asked = r#"{ of = ["commune"], then = { field = "habitants", up-to = ["10000"], then = [1, 2] } }"#;
    let files = replaced(files, commune, asked);
    let row = "[[service.price]]\nid = \"certificat-rgs\"";
    let safe = "[[service.price]]\nid = \"certificat-coffre\"\nlabel = \"Coffre\"\nrule = \"columns\"\nscale = \"volume-nas\"\namounts = [\"1\", \"2\", \"3\"]\nquantity = { field = \"certificats\" }\nschedule = \"once\"\nunit = \"coffre\"\n\n";
    side_by_side(&[replaced(files, row, &format!("{safe}{row}"))])
});

fn told(json: &str) -> Vec<String> {
    let request: Request = serde_json::from_str(json).unwrap();
    let estimate: Estimate<'_> = engine::estimate(&CATALOGUE, &request).unwrap();
    let told = estimate.items.iter().map(|item| match &item.outcome {
        Outcome::Charged(line) => {
            let quotes = line.thresholds.iter().filter(|near| near.change == Change::Quote).count();
            format!("{} {} ({quotes})", line.price.id, line.priced.unit.euros())
        }
        Outcome::Included(price, Avoided::Line(_)) => format!("{} included", price.id),
        Outcome::Included(price, Avoided::Quote) => format!("{} instead of a quote", price.id),
        Outcome::Included(price, Avoided::Unknown) => format!("{} included, unknown", price.id),
        Outcome::Quote(..) => "on quote".to_owned(),
        Outcome::Missing(price, _) => format!("{} waits", price.id),
        Outcome::Free(..) => "free".to_owned(),
    });
    told.collect()
}

#[test]
fn a_flat_row_waits_for_what_may_put_its_service_on_quote() {
    let of = |volume: &str| told(&format!(r#"{{"values":{{{volume}}},"services":["securisation"]}}"#));
    assert_eq!(of(""), ["securisation-acces waits", "securisation-visite waits", "securisation-abonnement waits"]);
    // The last bound is announced by the rows that look at it.
    let priced = ["securisation-acces 1500 (1)", "securisation-visite 100 (0)", "securisation-abonnement 900 (1)"];
    assert_eq!(of(r#""volume-securisation":200"#), priced);
    assert_eq!(of(r#""volume-securisation":201"#), ["on quote"]);
}

#[test]
fn what_a_membership_contains_is_avoided_as_a_whole() {
    let of = |volume: &str| {
        told(&format!(
            r#"{{"kind":"commune","covered_by_epci":true,"values":{{{volume}}},"services":["securisation"]}}"#
        ))
    };
    let all = |what: &str| ["acces", "visite", "abonnement"].map(|row| format!("securisation-{row} {what}"));
    assert_eq!(of(r#""volume-securisation":200"#), all("included"));
    assert_eq!(of(r#""volume-securisation":201"#), all("instead of a quote"));
    assert_eq!(of(""), all("included, unknown"));
}

#[test]
fn what_a_membership_contains_in_part_is_a_whole_beyond_it() {
    let of = |count: u8, volume: &str| {
        told(&format!(
            r#"{{"kind":"commune","covered_by_epci":true,"values":{{"certificats":{count}{volume}}},"services":["certificat"]}}"#
        ))
    };
    let both = |what: &str| ["coffre", "rgs"].map(|row| format!("certificat-{row} {what}"));
    assert_eq!(of(2, r#","volume-securisation":201"#), both("instead of a quote"));
    let and_a_quote = both("instead of a quote").into_iter().chain(["on quote".to_owned()]);
    assert_eq!(of(3, r#","volume-securisation":201"#), and_a_quote.collect::<Vec<_>>());
    let and_waits = both("included, unknown").into_iter().chain(both("waits"));
    assert_eq!(of(3, ""), and_waits.collect::<Vec<_>>());
}

/// Only what is left of the questions counts: here no answer of a commune leads to a quote, and any of a syndicat does.
#[test]
fn a_row_does_not_wait_for_what_can_no_longer_happen() {
    let of = |asked: &str| told(&format!(r#"{{{asked}"services":["telecom-appel-offre"]}}"#));
    assert_eq!(of(""), ["telecom-appel-offre-reunion waits", "telecom-appel-offre-amoa waits"]);
    let commune = ["telecom-appel-offre-reunion 50 (0)", "telecom-appel-offre-amoa waits"];
    assert_eq!(of(r#""kind":"commune","#), commune);
    assert_eq!(of(r#""kind":"syndicat","#), ["on quote"]);
}
