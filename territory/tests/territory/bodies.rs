//! What the engine is asked for an EPCI.

use crate::territory;
use engine::catalogue::BodyKind;
use engine::request::Membership;

#[test]
fn a_request_lists_every_commune_with_both_populations() {
    let blaye = territory().epci("200023794").unwrap();
    let request = territory().request(blaye, Membership::Mutualised);
    assert_eq!((request.kind, request.membership), (Some(BodyKind::Cc), Membership::Mutualised));
    assert_eq!(request.bodies.len(), 20);
    assert!(request.bodies.iter().all(|body| body.kind == BodyKind::Commune));
    let sum = |which: fn(&engine::request::Body) -> Option<u32>| request.bodies.iter().filter_map(which).sum::<u32>();
    assert_eq!((sum(|body| body.inhabitants), sum(|body| body.municipal)), (blaye.total, blaye.municipal));
    assert!(request.bodies.iter().any(|body| body.name == "Blaye"));
}

#[test]
fn a_ccas_is_listed_for_each_large_commune() {
    let blaye = territory().epci("200023794").unwrap();
    let ccas = territory().ccas(blaye, 1_500);
    let names: Vec<_> = ccas.iter().map(|body| body.name.as_str()).collect();
    assert_eq!(names, ["CCAS de Berson", "CCAS de Blaye", "CCAS de Saint-Christoly-de-Blaye"]);
    assert!(ccas.iter().all(|body| body.kind == BodyKind::Ccas && body.inhabitants >= Some(1_500)));
}

#[test]
fn no_large_commune_begins_with_an_h_that_is_not_mute() {
    let large = territory().communes.iter().filter(|commune| commune.total >= 1_500 && commune.name.starts_with('H'));
    assert_eq!(large.map(|commune| commune.name).collect::<Vec<_>>(), ["Hostens", "Hourtin"]);
}
