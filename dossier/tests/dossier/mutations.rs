//! A link that was altered says so, or is the same; and nothing at all makes one panic.

use crate::any::any_dossier;
use crate::{cases, known};
use dossier::{Dossier, Known, link};
use proptest::prelude::*;

/// What may happen to a link.
#[derive(Clone, Debug)]
enum Harm {
    Cut(prop::sample::Index),
    Swap(prop::sample::Index),
    Digit(prop::sample::Index, u8),
    Letter(prop::sample::Index, char),
    Id(prop::sample::Index),
    Append(String),
    Gone(prop::sample::Index),
    Section(prop::sample::Index, prop::sample::Index),
}

fn any_harm() -> impl Strategy<Value = Harm> {
    use prop::sample::Index;
    prop_oneof![
        any::<Index>().prop_map(Harm::Cut),
        any::<Index>().prop_map(Harm::Swap),
        (any::<Index>(), 0..10_u8).prop_map(|(at, digit)| Harm::Digit(at, digit)),
        (any::<Index>(), any::<char>()).prop_map(|(at, letter)| Harm::Letter(at, letter)),
        any::<Index>().prop_map(Harm::Id),
        "[ -~]{1,9}".prop_map(Harm::Append),
        any::<Index>().prop_map(Harm::Gone),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Harm::Section(from, to)),
    ]
}

fn harmed(link: &str, harm: &Harm) -> String {
    let mut letters: Vec<char> = link.chars().collect();
    let count = letters.len();
    match harm {
        Harm::Cut(at) => letters.truncate(at.index(count)),
        Harm::Swap(at) => {
            let at = at.index(count - 1);
            letters.swap(at, at + 1);
        }
        Harm::Digit(at, digit) => {
            let digits: Vec<usize> = (0..count).filter(|at| letters[*at].is_ascii_digit()).collect();
            letters[digits[at.index(digits.len())]] = char::from(b'0' + digit);
        }
        Harm::Letter(at, letter) => letters[at.index(count)] = *letter,
        Harm::Id(at) => {
            let ids: Vec<&str> = known().edition.services.iter().map(|service| service.id.as_str()).collect();
            let there: Vec<&str> = ids.iter().copied().filter(|id| link.contains(id)).collect();
            if let Some(id) = there.get(at.index(there.len().max(1))) {
                return link.replacen(id, ids[at.index(ids.len())], 1);
            }
        }
        Harm::Append(text) => return format!("{link}{text}"),
        Harm::Gone(at) => _ = letters.remove(at.index(count)),
        Harm::Section(from, to) => {
            let mut sections: Vec<&str> = link.split(';').collect();
            let (from, to) = (from.index(sections.len()), to.index(sections.len()));
            sections.swap(from, to);
            return sections.join(";");
        }
    }
    letters.into_iter().collect()
}

/// Exact, or reported.
fn check(text: &str, dossier: &Dossier, known: &Known<'_>) -> Result<(), TestCaseError> {
    if let Ok(opened) = link::open(text, known) {
        prop_assert!(!opened.notes.is_empty() || opened.dossier == *dossier, "{}", text);
        for note in &opened.notes {
            prop_assert!(!note.to_string().is_empty());
        }
        // What was opened can be written again, and is then exact.
        let again = link::write(&opened.dossier, known);
        prop_assert_eq!(&again.notes, &[], "{}", text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(10_000))]

    /// Ten for each of ten thousand links.
    #[test]
    fn a_hundred_thousand_altered_links(dossier in any_dossier(), harms in prop::collection::vec(any_harm(), 10)) {
        let known = known();
        let link = link::write(&dossier, &known).text;
        for harm in &harms {
            check(&harmed(&link, harm), &dossier, &known)?;
        }
        // One after the other, too.
        let ruined = harms.iter().fold(link.clone(), |link, harm| if link.len() > 9 { harmed_still(&link, harm) } else { link });
        check(&ruined, &dossier, &known)?;
    }
}

proptest! {
    #![proptest_config(cases(100_000))]

    /// Without a sum that is theirs, all of them say something.
    #[test]
    fn a_hundred_thousand_random_links(text in prop_oneof![
        "\\PC{0,60}".prop_map(|text| format!("s1;{text}")),
        "s1;2021-05-20(;[a-z]=[a-z0-9:.,%-]{0,9}){0,6}".prop_map(String::from),
        "s1;2021-05-20;e=200023794(;33[0-9]{3}=[chomnpk][0-9.:,]{0,6}){0,6};k=[0-9a-z]{6,8}".prop_map(String::from),
        "[#s0-9;=:]{0,12}".prop_map(String::from),
    ]) {
        if let Ok(opened) = link::open(&text, &known()) {
            prop_assert!(!opened.notes.is_empty(), "{}", text);
        }
    }
}

/// The same, of a link that other harm was done to: it may have no digit left.
fn harmed_still(link: &str, harm: &Harm) -> String {
    let is_possible = !matches!(harm, Harm::Digit(..)) || link.bytes().any(|byte| byte.is_ascii_digit());
    if is_possible { harmed(link, harm) } else { link.to_owned() }
}
