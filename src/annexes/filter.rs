//! Finding a service by a few letters.

use super::family::services_of;
use crate::blocks::{element, text};
use crate::state::State;
use engine::catalogue::Service;
use leptos::prelude::*;

/// The field in which a service is sought, and how many are found.
pub fn field(state: State, annexe: u8, sought: RwSignal<String>) -> AnyView {
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
    plain(sought).split_whitespace().all(|word| text.contains(word))
}

/// Small letters without accents.
fn plain(text: &str) -> String {
    let letters = text.chars().flat_map(char::to_lowercase);
    letters
        .map(|letter| match letter {
            'à' | 'â' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' => 'o',
            'ù' | 'û' => 'u',
            'ç' => 'c',
            '’' => '\'',
            other => other,
        })
        .collect()
}
