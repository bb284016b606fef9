//! Finding a service by a few letters.

use super::family::services_of;
use crate::blocks::{Source, element, text};
use crate::state::State;
use engine::catalogue::Service;
use leptos::prelude::*;

/// The field in which a service is sought, and how many are found.
pub fn field(state: State, annexe: u8, sought: Source<String>) -> AnyView {
    let services = services_of(state, annexe);
    let found = text(move || sought.with(|sought| tally(sought, &services)));
    let input = element("input")
        .attr("id", "recherche")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "recherche-resultat")
        .on("input", move |event| sought.set(event_target_value(&event)));
    let found = element("p").class("help").attr("id", "recherche-resultat").attr("role", "status").shows(found);
    element("div")
        .class("field filter")
        .child(element("label").attr("for", "recherche").text("Rechercher une prestation").done())
        .child(input.done())
        .child(found.done())
        .done()
}

/// "3 prestations trouvées"; nothing while nothing is sought.
fn tally(sought: &str, services: &[&Service]) -> String {
    if sought.trim().is_empty() {
        return String::new();
    }
    match services.iter().filter(|service| matches(sought, service)).count() {
        0 => "Aucune prestation trouvée : essayez un mot plus court.".to_owned(),
        1 => "1 prestation trouvée".to_owned(),
        found => format!("{found} prestations trouvées"),
    }
}

/// Whether each word sought stands somewhere in the service's title or purpose, whatever its accents.
pub fn matches(sought: &str, service: &Service) -> bool {
    let text = plain(&format!("{} {}", service.label, service.purpose));
    let sought = plain(sought);
    let mut words = sought.split(|byte| *byte == b' ').filter(|word| !word.is_empty());
    words.all(|word| text.windows(word.len()).any(|here| here == word))
}

/// Small letters without accents, in French: the tables of every script would weigh 11 kB.
fn plain(text: &str) -> Vec<u8> {
    let letter = |letter: char| match letter {
        'à' | 'â' | 'À' | 'Â' => b'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => b'e',
        'î' | 'ï' | 'Î' | 'Ï' => b'i',
        'ô' | 'Ô' => b'o',
        'ù' | 'û' | 'Ù' | 'Û' => b'u',
        'ç' | 'Ç' => b'c',
        '’' => b'\'',
        other => u8::try_from(other).map_or(b' ', |byte| byte.to_ascii_lowercase()),
    };
    text.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_capitals_and_order_do_not_matter() {
        let edition = crate::editions::embedded::catalogue().unwrap().newest().unwrap();
        let found = |sought: &str| {
            let found = edition.services.iter().filter(|service| matches(sought, service));
            found.map(|service| service.id.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(found("conges"), ["conges"]);
        assert_eq!(found("CONGÉS outil"), ["conges"]);
        assert_eq!(found("numérisation état"), ["numerisation"]);
        assert_eq!(found("zzz"), Vec::<&str>::new());
        assert_eq!(found("  ").len(), edition.services.len());
    }
}
