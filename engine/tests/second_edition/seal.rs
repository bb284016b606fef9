//! Sealed bytes open to the catalogue they were made of, or are refused, or at worst price without panic.

use crate::{BOTH, NEW, OLD};
use engine::catalogue::{Edition, Seal, SealError};
use engine::reading::read;
use engine::territory::nearby::nearby;
use engine::territory::ways::{doubts, reservations, ways};
use engine::{Catalogue, Request, amounts, explain};

#[test]
fn sealing_both_editions_loses_nothing() {
    let sealed = BOTH.seal();
    let opened = unseal(&sealed).unwrap();
    assert_eq!(opened, *BOTH);
    assert_eq!(opened.seal(), sealed);
    // And the copy prices like the original, reasons included.
    for edition in [OLD, NEW] {
        let request = everything(BOTH.edition(edition).unwrap());
        assert_eq!(engine::estimate(&opened, &request), engine::estimate(&BOTH, &request));
    }
}

/// Whatever the reading accepts comes back from its seal as it was; else the reading must refuse it.
#[test]
fn what_is_read_survives_sealing() {
    let nested = |depth: usize| {
        let question = r#"{ field = "volume-securisation", up-to = ["9"], then = [1, "#;
        let end = r#"{ field = "volume-securisation", up-to = ["50", "100"], then = [2, 3, "quote"] }"#;
        format!("tree = {}{end}{}\n", question.repeat(depth), "] }".repeat(depth))
    };
    let nas = "tree = { field = \"volume-securisation\", up-to = [\"50\", \"100\", \"200\"], between = \"L1\", then = [1, 2, 3, \"quote\"] }\n";
    let bound = |number: &str| nas.replace("\"200\"", &format!("\"{number}\""));
    let cases = [
        bound("200.125"),
        bound("4294967296"),
        bound("9223372036854775807"),
        bound("9223372036854775808"),
        bound("18446744073709551616"),
        bound("100.0000000000000000000000001"),
        bound("79228162514264337593543950335"),
        nested(2),
        nested(30),
        nested(31),
        nested(35),
    ];
    let mut lost = Vec::new();
    for tree in cases {
        let mut files = editions::shipped();
        let annexe = files.files.iter_mut().find(|file| file.name == "annexe-2.toml").unwrap();
        assert!(annexe.text.contains(nas));
        annexe.text = annexe.text.replace(nas, &tree);
        if let Ok(catalogue) = read(&[files])
            && unseal(&catalogue.seal()).as_ref() != Ok(&catalogue)
        {
            lost.push(tree.chars().take(90).collect::<String>());
        }
    }
    assert!(lost.is_empty(), "read, sealed, and not the same any more:\n{}", lost.join("\n"));
}

/// What is without its words prices like the whole.
#[test]
fn figures_alone_make_the_same_totals() {
    let opened = Catalogue::unseal(&BOTH.seal().figures, None).unwrap();
    for edition in [OLD, NEW] {
        let request = everything(BOTH.edition(edition).unwrap());
        let (bare, whole) = (amounts(&opened, &request).unwrap(), amounts(&BOTH, &request).unwrap());
        assert_eq!((&bare.by_year, bare.period, bare.census), (&whole.by_year, whole.period, whole.census));
        assert_eq!(bare.items.len(), whole.items.len());
    }
    let edition = opened.newest().unwrap();
    assert!(edition.services.iter().all(|service| service.label.is_empty() && !service.id.is_empty()));
}

#[test]
fn bytes_cut_at_any_length_or_lengthened_are_refused() {
    let sealed = BOTH.seal();
    for part in [Part::Figures, Part::Words] {
        let bytes = part.of(&sealed);
        assert_eq!(unseal(&part.with(&sealed, &[])), Err(SealError::Version));
        for length in 1..bytes.len() {
            let cut = part.with(&sealed, &bytes[..length]);
            assert_eq!(unseal(&cut), Err(SealError::Damaged), "{part:?}: {length} of {} bytes", bytes.len());
        }
        assert_eq!(unseal(&part.with(&sealed, &[bytes, &[0]].concat())), Err(SealError::Damaged), "{part:?}");
    }
    let figures = &sealed.figures;
    for length in 1..figures.len() {
        assert_eq!(Catalogue::unseal(&figures[..length], None), Err(SealError::Damaged), "{length}, no words");
    }
}

#[test]
fn bytes_of_another_version_are_refused() {
    let sealed = BOTH.seal();
    for part in [Part::Figures, Part::Words] {
        let mut bytes = part.of(&sealed).to_vec();
        let version = bytes[0];
        for other in (0..=u8::MAX).filter(|byte| *byte != version) {
            bytes[0] = other;
            assert_eq!(unseal(&part.with(&sealed, &bytes)), Err(SealError::Version), "{part:?}");
        }
    }
}

#[test]
fn an_altered_byte_is_refused_or_makes_another_catalogue() {
    let sealed = editions::catalogue().seal();
    for part in [Part::Figures, Part::Words] {
        for place in 0..part.of(&sealed).len() {
            let original = part.of(&sealed)[place];
            for altered in [!original, original.wrapping_add(1)] {
                if let Ok(catalogue) = unseal(&part.altered(&sealed, place, altered)) {
                    assert_ne!(catalogue.seal(), sealed, "{part:?}, byte {place}");
                }
            }
        }
    }
}

/// Bytes nobody checked may open to a catalogue no reading would accept: pricing it must not panic either.
#[test]
fn an_altered_catalogue_is_priced_and_explained_without_panic() {
    let catalogue = editions::catalogue();
    let request = everything(catalogue.newest().unwrap());
    let sealed = catalogue.seal();
    let mut panics = Vec::new();
    for part in [Part::Figures, Part::Words] {
        // All of the beginning, then one byte in every few.
        for place in (0..part.of(&sealed).len()).filter(|place| *place < 400 || place % 17 == 0) {
            for value in [0, 127, part.of(&sealed)[place].wrapping_sub(1)] {
                let altered = part.altered(&sealed, place, value);
                let priced = || unseal(&altered).map(|opened| explain_all(&opened, &request));
                if std::panic::catch_unwind(priced).is_err() {
                    panics.push((part, place, value));
                }
            }
        }
    }
    assert!(panics.is_empty(), "part, byte, value: {panics:?}");
}

/// The same in its smallest form: an edition whose longest period is 0 years.
#[test]
fn an_edition_of_no_year_is_priced_without_panic() {
    let mut edition = editions::catalogue().newest().unwrap().clone();
    edition.max_years = 0;
    let catalogue = Catalogue::new(vec![edition]).unwrap();
    let estimate = engine::estimate(&catalogue, &Request::default()).unwrap();
    assert_eq!(estimate.period, engine::Totals::ZERO);
}

/// One of the two that a seal is made of.
#[derive(Clone, Copy, Debug)]
enum Part {
    Figures,
    Words,
}

impl Part {
    fn of(self, sealed: &Seal) -> &[u8] {
        match self {
            Part::Figures => &sealed.figures,
            Part::Words => &sealed.words,
        }
    }

    /// The seal with these bytes in its place.
    fn with(self, sealed: &Seal, bytes: &[u8]) -> Seal {
        let (figures, words) = match self {
            Part::Figures => (bytes, sealed.words.as_slice()),
            Part::Words => (sealed.figures.as_slice(), bytes),
        };
        Seal { figures: figures.into(), words: words.into() }
    }

    fn altered(self, sealed: &Seal, place: usize, value: u8) -> Seal {
        let mut bytes = self.of(sealed).to_vec();
        bytes[place] = value;
        self.with(sealed, &bytes)
    }
}

fn unseal(sealed: &Seal) -> Result<Catalogue, SealError> {
    Catalogue::unseal(&sealed.figures, Some(&sealed.words))
}

/// Prices a request and writes everything there is to write about it, and compares its ways to join.
fn explain_all(catalogue: &Catalogue, request: &Request) -> usize {
    let estimate = engine::estimate(catalogue, request).unwrap();
    let (edition, mut written) = (estimate.edition, 0);
    for line in estimate.lines() {
        written += explain::sentence(edition, line).len();
        written += explain::formula(edition, line).iter().map(|step| step.to_string().len()).sum::<usize>();
        written += line.thresholds.iter().map(|near| explain::threshold(edition, line, near).len()).sum::<usize>();
        written += line.hits.iter().map(|hit| explain::hit(edition, hit, estimate.years).len()).sum::<usize>();
    }
    let comparison = ways(catalogue, request);
    written += doubts(catalogue, &comparison).len() + nearby(catalogue, request).len();
    written += comparison.ways.iter().map(|way| reservations(catalogue, way).len()).sum::<usize>();
    written + estimate.remarks.iter().map(|remark| remark.sentence(edition).len()).sum::<usize>()
}

/// A request that walks every scale and every rule of an edition.
fn everything(edition: &Edition) -> Request {
    let values = r#""habitants":12000,"habitants-municipale":9000,"budget":"5000000","budget-fonctionnement":"4000000.5",
        "volume-territoire":1200,"rythme-informaticien":"jour-mois","volume-securisation":75,"volume-identite":35,"certificats":5,
        "utilisateurs":9,"jours-formation":2,"teleformations":1,"agents":5,"tablettes":3,"lieu-numerisation":"en-mairie","actes":1000,
        "sms":2000,"communes-diagnostic":8,"offres":4"#;
    let bodies =
        r#"{"kind":"commune","inhabitants":900,"municipal":850},{"kind":"ccas","inhabitants":1500,"municipal":1400}"#;
    let json =
        format!(r#"{{"years":10,"kind":"cc","membership":"individual","bodies":[{bodies}],"values":{{{values}}}}}"#);
    let mut request: Request = serde_json::from_str(&json).unwrap();
    request.edition = Some(edition.id.clone());
    request.services = edition.services.iter().map(|service| service.id.clone()).collect();
    request
}
