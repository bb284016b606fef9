//! What is said of what does not open as it was written.

use crate::known;
use dossier::{Answer, Dossier, Note, Opened, Refusal, Row, link};
use engine::catalogue::BodyKind;

fn open(text: &str) -> Opened {
    link::open(text, &known()).unwrap()
}

/// A link with the sum that it deserves: what whoever forges one would write.
fn signed(body: &str) -> String {
    let sum = body.bytes().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let letters = b"0123456789abcdefghjkmnpqrstvwxyz";
    let sum = (0..7).rev().map(|place| char::from(letters[usize::try_from(sum >> (5 * place) & 31).unwrap()]));
    format!("{body};k={}", sum.collect::<String>())
}

fn notes(body: &str) -> Vec<Note> {
    open(&signed(body)).notes
}

#[test]
fn a_link_of_a_later_version_opens_nothing_and_says_so() {
    assert_eq!(link::open("#s2;2031;k=abcdefg", &known()), Err(Refusal::Later));
    for text in ["", "#", "s", "s0;x", "#/catalogue", "#application", "sx;", "s99999999999999999999;"] {
        assert_eq!(link::open(text, &known()), Err(Refusal::NotALink), "{text}");
    }
    assert!(Refusal::Later.to_string().contains("rien n'a été ouvert"));
}

#[test]
fn a_cut_link_keeps_what_precedes_and_leaves_half_a_number_out() {
    let whole = signed("s1;2021-05-20;q=commune;s=rgpd;f=habitants:12.000");
    assert_eq!(open(&whole).notes, []);
    let cut = open(&whole[..whole.find(".000").unwrap() + 2]);
    assert_eq!(cut.notes, [Note::Cut]);
    assert_eq!((cut.dossier.kind, cut.dossier.services), (Some(BodyKind::Commune), vec!["rgpd".to_owned()]));
    assert_eq!(cut.dossier.values, []);
}

#[test]
fn an_altered_link_opens_with_a_warning() {
    let whole = signed("s1;2021-05-20;f=habitants:12.000");
    let altered = open(&whole.replace("12.000", "13.000"));
    assert_eq!(altered.notes, [Note::Altered]);
    assert_eq!(altered.dossier.values, [("habitants".to_owned(), Answer::Text("13\u{202f}000".to_owned()))]);
    assert_eq!(open(&format!("{whole}0")).notes, [Note::Altered]);
}

#[test]
fn what_is_unknown_is_named_and_the_rest_is_kept() {
    let opened = open(&signed("s1;2021-05-20;z=9;f=habitants:800:perdu:7:rythme-informaticien:nuit;s=rgpd:inconnue"));
    let text = str::to_owned;
    assert_eq!(
        opened.notes,
        [
            Note::Unreadable(text("z=9")),
            Note::UnknownField { label: text("perdu"), text: text("7") },
            Note::UnknownAnswer { label: text("Rythme de présence"), text: text("nuit") },
            Note::UnknownService(text("inconnue")),
        ]
    );
    assert_eq!((opened.dossier.services.len(), opened.dossier.values.len()), (1, 1));
    assert_eq!(notes("s1;2044-01-01"), [Note::UnknownEdition { own: text("2044-01-01"), used: text("2021-05-20") }]);
    assert_eq!(
        notes("s1;2021-05-20;s=rgpd:rgpd"),
        [Note::Twice(text("Délégué à la protection des données (RGPD)"))].map(|note| {
            let label = known().edition.service_named("rgpd").unwrap().label.clone();
            if matches!(note, Note::Twice(_)) { Note::Twice(label) } else { note }
        })
    );
    assert_eq!(notes("s1;2021-05-20;a=77"), [Note::Years { asked: 77, used: 10 }]);
    assert_eq!(notes("s1;2021-05-20;d=9"), [Note::Start(9)]);
    assert_eq!(notes("s1;2021-05-20;q=cc;q=ca"), [Note::Twice(text("q"))]);
}

/// A service that only the next edition has: in the older one, it is named by its title.
#[test]
fn a_service_of_another_edition_is_named_by_its_title() {
    let [old, new] = [0, 1].map(|at| &crate::CATALOGUE.editions()[at]);
    let newcomer = new.services.iter().find(|service| old.service_named(&service.id).is_none()).unwrap();
    let found = notes(&format!("s1;{};s={}", old.id, newcomer.id));
    assert_eq!(found, [Note::WithdrawnService(newcomer.label.clone())]);
    // In its own edition it is kept; moved to the older one, it goes and says so.
    let opened = open(&signed(&format!("s1;{};s={}", new.id, newcomer.id)));
    assert_eq!((opened.dossier.services.len(), opened.notes.len()), (1, 0));
    let moved = opened.dossier.moved_to(old, &known());
    assert_eq!(moved.dossier.services, Vec::<String>::new());
    assert_eq!(moved.notes, [Note::WithdrawnService(newcomer.label.clone())]);
}

/// Marcillac joined Val-de-Livenne, and its code is in no list any more.
#[test]
fn a_former_commune_leads_to_the_present_one() {
    let joined = Note::Joined { name: "Marcillac".to_owned(), now: "Val-de-Livenne".to_owned() };
    let opened = open(&signed("s1;2021-05-20;33267=h900"));
    assert_eq!(opened.notes, std::slice::from_ref(&joined));
    let [row] = &opened.dossier.rows[..] else { panic!("{:?}", opened.dossier.rows) };
    assert_eq!((row.code.as_deref(), row.name.as_str()), (Some("33380"), "Val-de-Livenne"));
    assert_ne!(row.inhabitants, "900", "they were those of a part of it");
    // Where the present one stands already, it is not there twice.
    let territory = known().territory;
    let epci = territory.epci_at(territory.commune("33380").unwrap().epci).unwrap();
    let home = open(&signed(&format!("s1;2021-05-20;e={}:2019:abcdefg;v=33267;33267=c", epci.siren)));
    let republished = Note::Republished { epci: epci.name.to_owned(), then: "2019".to_owned() };
    assert_eq!(home.notes, [republished, joined]);
    assert_eq!(home.dossier.rows.len(), epci.members.len());
    assert_eq!(home.dossier.home.unwrap().viewed.as_deref(), Some("33380"));
    let nowhere = Note::UnknownCommune("33999".to_owned());
    assert_eq!(notes("s1;2021-05-20;33999=h900"), [nowhere]);
    assert_eq!(notes("s1;2021-05-20;e=123456789:2025:abcdefg"), [Note::UnknownEpci("123456789".to_owned())]);
}

/// Limits hold both ways.
#[test]
fn what_is_too_long_too_many_or_hidden_is_cut_and_told() {
    let mut dossier = Dossier::new(&known().edition.id);
    dossier.values = vec![("budget".to_owned(), Answer::Text("1".repeat(65)))];
    dossier.rows = vec![Row { name: "Blaye\u{202e}\u{7}".to_owned(), ..Row::new(BodyKind::Commune) }; 501];
    dossier.rows[0].name = "é".repeat(81);
    let written = link::write(&dossier, &known());
    assert!(written.notes.contains(&Note::TooMany { what: "organismes", most: 500 }));
    assert!(written.notes.contains(&Note::Shortened { what: "budget".to_owned(), longest: 64 }));
    let opened = open(&written.text);
    assert_eq!(opened.notes, [], "what was written is then exact");
    let names: Vec<usize> = opened.dossier.rows.iter().take(2).map(|row| row.name.chars().count()).collect();
    assert_eq!((opened.dossier.rows.len(), names), (500, vec![80, 5]));
    let rows = ";b=cc:h1".repeat(600);
    assert!(notes(&format!("s1;2021-05-20{rows}")).contains(&Note::TooMany { what: "organismes", most: 500 }));
    assert_eq!(notes("s1;2021-05-20;b=cc:nA%E2%80%AEB"), [Note::Stripped("le nom d'un organisme".to_owned())]);
}
