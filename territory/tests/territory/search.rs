//! What the search finds.

use crate::territory;
use territory::Place;
use territory::measure::{self, Share};

/// The descriptions of the first answers.
fn found(query: &str, limit: usize) -> Vec<String> {
    territory().search(query, limit).into_iter().map(|found| territory().describe_found(found)).collect()
}

/// The names of the first answers.
fn names(query: &str, limit: usize) -> Vec<&'static str> {
    territory().search(query, limit).into_iter().map(|found| territory().name(found.place)).collect()
}

fn at_least(thousandths: usize, share: &Share) {
    assert!(share.thousandths() >= thousandths, "{}: {}, {:?}", share.about, share.thousandths(), share.missed);
}

#[test]
fn every_name_typed_whole_is_the_first_answer() {
    for share in &measure::whole(territory()) {
        assert_eq!((share.of(), share.missed.as_slice()), (564, [].as_slice()), "{}", share.about);
    }
}

#[test]
fn three_letters_of_the_distinctive_word_are_enough_for_95_in_100() {
    let [distinctive, behind, start] = measure::three_letters(territory());
    at_least(950, &distinctive);
    at_least(950, &behind);
    // 123 names begin with « Sai » and 8 are shown: from the very start of the name, no search does better.
    assert_eq!(start.right, measure::ceiling(territory(), 3));
}

#[test]
fn one_error_leaves_the_place_among_the_first_three_for_98_in_100() {
    for share in &measure::one_error(territory()) {
        assert!(share.of() > 550);
        at_least(980, share);
    }
}

#[test]
fn the_larger_place_comes_first_and_a_commune_before_its_epci() {
    assert_eq!(names("Bor", 2), ["Bordeaux", "Bordeaux Métropole"]);
    assert_eq!(names("blaye", 2), ["Blaye", "CC de Blaye"]);
    assert_eq!(names("tes", 1), ["La Teste-de-Buch"]);
    assert_eq!(names("la b", 1), ["La Brède"]);
    assert_eq!(names("l", 1), ["La Teste-de-Buch"]);
}

#[test]
fn names_are_found_however_they_are_written() {
    let cases = [
        ("ST EMILION", "Saint-Émilion"),
        ("st. émilion", "Saint-Émilion"),
        ("Ste Foy la Grande", "Sainte-Foy-la-Grande"),
        ("l’isle saint georges", "Isle-Saint-Georges"),
        ("isle st. georges", "Isle-Saint-Georges"),
        ("civrac s/dordogne", "Civrac-sur-Dordogne"),
        ("civrac s/ dordogne", "Civrac-sur-Dordogne"),
        ("teste buch", "La Teste-de-Buch"),
        ("saint martin bois", "Saint-Martin-du-Bois"),
        ("jalles medard", "Saint-Médard-en-Jalles"),
        ("Re\u{301}ole", "La Réole"),
        ("burdigala", ""),
        ("burdeaux", "Bordeaux"),
        ("arcahcon", "Arcachon"),
        ("libourn", "Libourne"),
        ("st emillion", "Saint-Émilion"),
    ];
    for (query, expected) in cases {
        assert_eq!(names(query, 1).first().copied().unwrap_or_default(), expected, "{query}");
    }
}

#[test]
fn an_epci_is_found_by_any_name_of_its_kind() {
    let cases = [
        ("cc blaye", "CC de Blaye"),
        ("CDC de Blaye", "CC de Blaye"),
        ("communauté de communes de Blaye", "CC de Blaye"),
        ("blaye communauté", "CC de Blaye"),
        ("communauté de com blaye", "CC de Blaye"),
        ("communauté d'agglomération du Libournais", "CA du Libournais"),
        ("communauté d’agglo du libournais", "CA du Libournais"),
        ("agglo libournais", "CA du Libournais"),
        ("métropole", "Bordeaux Métropole"),
        ("métropole de bordeaux", "Bordeaux Métropole"),
        ("cobas", "CA Bassin d'Arcachon Sud (COBAS)"),
        ("COBAN", "CA du Bassin d'Arcachon Nord (COBAN)"),
        ("coeur de presquile", "CC Médoc Coeur de Presqu'île"),
        ("cœur de presqu'ile", "CC Médoc Coeur de Presqu'île"),
        ("castillon pujols", "CC Castillon/Pujols"),
    ];
    for (query, expected) in cases {
        assert_eq!(names(query, 1), [expected], "{query}");
    }
    let kinds = |query| territory().search(query, 600).iter().all(|found| matches!(found.place, Place::Epci(_)));
    assert_eq!(territory().search("communauté de communes", 600).len(), 24);
    assert!(kinds("communauté de communes") && kinds("cdc") && kinds("agglo"));
    assert_eq!(names("entre deux mers", 3), ["CC des Portes de l'Entre-Deux-Mers", "CC Rurales de l'Entre-Deux-Mers"]);
}

#[test]
fn numbers_are_postcodes_codes_and_sirens() {
    for query in ["33390", "33 390"] {
        let (places, blaye) = (names(query, 600), names("blaye", 1));
        assert_eq!(places.first(), blaye.first());
        assert!(places.contains(&"Anglade") && places.len() > 5, "{places:?}");
    }
    assert_eq!(names("333", 1), ["Bordeaux"]);
    assert_eq!(names("33", 600), [""; 0]);
    assert_eq!(names("33390 berson", 1), ["Berson"]);
    // A postcode of Bordeaux, and the INSEE code of Cars.
    assert_eq!(names("33100", 8), ["Bordeaux", "Cars"]);
    assert_eq!(names("33058", 8), ["Blaye"]);
    assert_eq!(names("213300585", 8), ["Blaye"]);
    assert_eq!(names("200 023 794", 8), ["CC de Blaye"]);
    assert_eq!(names("33999", 8), [""; 0]);
    for (place, _) in measure::names(territory()) {
        let codes = match place {
            Place::Commune(position) => territory().commune_at(position).map(|commune| [commune.code, commune.siren]),
            Place::Epci(position) => territory().epci_at(position).map(|epci| [epci.siren; 2]),
        };
        for code in codes.unwrap() {
            assert!(territory().search(code, 8).iter().any(|found| found.place == place), "{code}");
        }
    }
}

#[test]
fn an_answer_is_told_apart_by_its_line() {
    assert_eq!(found("blaye", 1), ["Blaye – commune, 33390, 5\u{202f}137\u{a0}habitants, CC de Blaye"]);
    assert_eq!(
        found("cc blaye", 1),
        ["CC de Blaye – communauté de communes, 20\u{a0}communes, 20\u{202f}915\u{a0}habitants"]
    );
    assert_eq!(
        found("la teste", 1),
        ["La Teste-de-Buch – commune, 33115, 33260, 27\u{202f}486\u{a0}habitants, CA Bassin d'Arcachon Sud (COBAS)"]
    );
    assert_eq!(
        found("ponchapt", 1),
        [
            "Port-Sainte-Foy-et-Ponchapt – commune, 33220, 2\u{202f}557\u{a0}habitants, CC du Pays Foyen, hors de la Gironde"
        ]
    );
    assert_eq!(
        found("castillon de castets", 1),
        [
            "Castillon-de-Castets → Castets et Castillon – commune, 33210, 1\u{202f}572\u{a0}habitants, CC du Sud Gironde"
        ]
    );
    let mut lines: Vec<String> = measure::names(territory()).map(|(place, _)| territory().describe(place)).collect();
    lines.sort();
    lines.dedup();
    assert_eq!(lines.len(), 564);
}

#[test]
fn a_former_name_typed_whole_leads_to_the_present_commune_first() {
    for (position, former) in (0..).zip(&territory().former) {
        let first = territory().search(former.name, 1)[0];
        assert_eq!((first.place, first.via), (Place::Commune(former.commune), Some(position)), "{}", former.name);
    }
}

#[test]
fn a_place_stands_once_by_its_best_name() {
    // Castets et Castillon, and both communes it was made of.
    let answers = territory().search("cast", 600);
    let castets = territory().place("33106").unwrap();
    let of_castets: Vec<_> = answers.iter().filter(|found| found.place == castets).collect();
    assert_eq!(of_castets.len(), 1);
    assert_eq!(of_castets[0].via, None);
    assert!(territory().search("castillon de castets", 1)[0].via.is_some());
}
