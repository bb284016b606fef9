//! Each check, seen to fail on a copy of the committed files.

use territory::{check, source};

/// What is said of the committed files, with `from` written `to` in one of them.
fn fault(file: &str, from: &str, to: &str) -> String {
    let texts = [("epci.csv", source::EPCI), ("communes.csv", source::COMMUNES), ("former.csv", source::FORMER)];
    let [epci, communes, former] = texts.map(|(name, text)| {
        if name != file {
            return text.to_owned();
        }
        assert!(text.contains(from), "{from} is not in {name}");
        text.replacen(from, to, 1)
    });
    check::read(&epci, &communes, &former).unwrap_err().to_string()
}

/// The number of the line that has these words.
fn line(text: &str, words: &str) -> usize {
    text.lines().position(|line| line.contains(words)).unwrap() + 1
}

const BLAYE: &str = "33058;213300585;Blaye;33390;5137;5017;200023794";

#[test]
fn a_line_of_another_form_is_refused() {
    assert_eq!(
        fault("epci.csv", "siren;kind", "kind;siren"),
        "epci.csv:1: the columns must be `siren;kind;name;total;municipal`"
    );
    let blaye = line(source::COMMUNES, BLAYE);
    assert_eq!(
        fault("communes.csv", BLAYE, "33058;213300585;Blaye;33390;5137;5017"),
        format!("communes.csv:{blaye}: 6 columns, 7 expected")
    );
    assert_eq!(fault("communes.csv", BLAYE, ""), format!("communes.csv:{blaye}: 1 columns, 7 expected"));
    for number in ["", "5 137", "5137.5", "-1", "+1", "99999999999"] {
        let found = fault("communes.csv", "33390;5137;", &format!("33390;{number};"));
        assert_eq!(found, format!("communes.csv:{blaye}: not a number of inhabitants: `{number}`"));
    }
    assert_eq!(fault("epci.csv", ";cc;", ";commune;"), "epci.csv:2: no kind of EPCI `commune`");
}

#[test]
fn codes_that_are_not_of_their_shape_are_refused() {
    let blaye = line(source::COMMUNES, BLAYE);
    for code in ["3305", "330580", "33A58", "3305é"] {
        let found = fault("communes.csv", "33058;2133", &format!("{code};2133"));
        assert_eq!(found, format!("communes.csv:{blaye}: `{code}` is no INSEE code"));
    }
    let found = fault("communes.csv", "213300585", "213300586");
    assert_eq!(found, format!("communes.csv:{blaye}: `213300586` is no SIREN: its last digit does not check"));
    let found = fault("communes.csv", "213300585", "21330058");
    assert_eq!(found, format!("communes.csv:{blaye}: `21330058` is no SIREN: nine digits"));
    for postcode in ["3339", "33390 ", "33390,33400", "3339O", ""] {
        let found = fault("communes.csv", "Blaye;33390", &format!("Blaye;{postcode}"));
        assert!(found.starts_with(&format!("communes.csv:{blaye}: `")) && found.contains("is no postcode"), "{found}");
    }
    assert!(fault("communes.csv", ";Blaye;", ";;").ends_with("`` is no name"));
    assert!(fault("communes.csv", ";Blaye;", "; Blaye;").ends_with("` Blaye` is no name"));
    let found = fault("former.csv", "33107;", "X3107;");
    assert!(found.starts_with("former.csv:4: `X3107` is no INSEE code"), "{found}");
}

#[test]
fn a_code_that_stands_twice_or_out_of_order_is_refused() {
    let blaye = line(source::COMMUNES, BLAYE);
    let twice = fault("communes.csv", BLAYE, &format!("{BLAYE}\n{BLAYE}"));
    // The EPCI comes first: its sum has doubled what was doubled.
    assert!(twice.starts_with("epci.csv:2: population totale"), "{twice}");
    let found = fault("communes.csv", "33058;213300585", "33057;213300585");
    assert!(found.contains(&format!("communes.csv:{blaye}: `33057` after `33057`")), "{found}");
    let found = fault("communes.csv", "33058;213300585", "33958;213300585");
    assert!(found.starts_with(&format!("communes.csv:{}: ", blaye + 1)), "{found}");
    let twin = source::COMMUNES.lines().nth(blaye - 2).unwrap().split(';').nth(1).unwrap();
    let found = fault("communes.csv", "213300585", twin);
    assert!(found.contains(&format!("has the same SIREN, {twin}")), "{found}");
    assert!(fault("former.csv", "33107;", "33106;").starts_with("former.csv:4: `33106` after `33106`"));
}

#[test]
fn a_place_without_its_other_half_is_refused() {
    let blaye = line(source::COMMUNES, BLAYE);
    let found = fault("communes.csv", "5017;200023794", "5017;200023795");
    assert_eq!(found, format!("communes.csv:{blaye}: no EPCI has the SIREN `200023795`"));
    let lonely = "200023794;cc;CC de Blaye;20915;20458\n";
    let found = fault("epci.csv", lonely, &format!("{lonely}200023802;cc;CC de personne;0;0\n"));
    assert!(found.starts_with("epci.csv:3: ") && found.ends_with("CC de personne has no commune"), "{found}");
    assert!(fault("former.csv", ";33106\n", ";33999\n").starts_with("former.csv:3: no commune has the code `33999`"));
    let found = fault("former.csv", "Castillon-de-Castets", "Castets et Castillon");
    assert_eq!(found, "former.csv:4: Castets et Castillon is the present name as well");
}

#[test]
fn populations_that_do_not_add_up_are_refused() {
    let sum = |which, sum, told| {
        format!("epci.csv:2: population {which}: its communes have {sum} inhabitants together, not {told}")
    };
    assert_eq!(fault("communes.csv", "33390;5137;", "33390;5138;"), sum("totale", 20_916, 20_915));
    assert_eq!(fault("communes.csv", "5137;5017;", "5137;5016;"), sum("municipale", 20_457, 20_458));
    assert_eq!(fault("epci.csv", "20915;20458", "20914;20458"), sum("totale", 20_915, 20_914));
    assert_eq!(
        fault("epci.csv", "20915;20458", "20915;20916"),
        "epci.csv:2: population municipale 20916 is more than population totale 20915"
    );
    let huge = fault("communes.csv", "33390;5137;", "33390;4294967295;");
    assert!(huge.contains("population totale"), "{huge}");
    // Sums that agree do not hide a commune with more of the one than of the other.
    let swapped = source::COMMUNES.replacen("33390;5137;5017", "33390;5017;5137", 1);
    let epci = source::EPCI.replacen("20915;20458", "20795;20578", 1);
    let found = check::read(&epci, &swapped, source::FORMER).unwrap_err().to_string();
    assert!(found.ends_with("population municipale 5137 is more than population totale 5017"), "{found}");
}
