//! What was written is what is opened.

use crate::any::any_dossier;
use crate::{cases, known};
use dossier::{file, link};
use engine::Request;
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn ten_thousand_links(dossier in any_dossier()) {
        let written = link::write(&dossier, &known());
        prop_assert_eq!(&written.notes, &[]);
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.%;=:,".contains(&byte);
        prop_assert!(written.text.bytes().all(allowed), "{}", written.text);
        prop_assert!(written.text.ends_with(|end: char| end.is_ascii_alphanumeric()));
        for text in [written.text.clone(), format!("#{}", written.text), format!("{}.", written.text)] {
            let opened = link::open(&text, &known()).unwrap();
            prop_assert_eq!(&opened.notes, &[], "{}", text);
            prop_assert_eq!(&opened.dossier, &dossier, "{}", text);
        }
    }

    #[test]
    fn ten_thousand_files(dossier in any_dossier()) {
        let (written, kept) = file::write(&dossier, &Request::default(), &known());
        prop_assert_eq!(&kept.notes, &[]);
        let file = file::open(&written, &known()).unwrap();
        prop_assert_eq!(&file.opened.notes, &[], "{}", written);
        prop_assert_eq!(&file.opened.dossier, &dossier, "{}", written);
    }
}

/// What mail programs and chats do to a link without changing it.
#[test]
fn a_link_folded_or_encoded_once_more_is_the_same() {
    let mut dossier = dossier::Dossier::new(&known().edition.id);
    dossier.services = vec!["rgpd".to_owned()];
    dossier.values = vec![("budget".to_owned(), dossier::Answer::Text("650 k€ ; 5 %".to_owned()))];
    let link = link::write(&dossier, &known()).text;
    let folded = format!("{}\r\n {}", &link[..20], &link[20..]);
    let encoded = link.replace('%', "%25").replace(';', "%3B").replace('=', "%3D").replace(':', "%3A");
    for text in [folded.clone(), folded.replace(' ', "%20"), encoded, format!("{link}>"), format!("{link}).")] {
        let opened = link::open(&text, &known()).unwrap();
        assert_eq!((opened.dossier, opened.notes), (dossier.clone(), vec![]), "{text}");
    }
}
