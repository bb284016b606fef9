//! The way to each table of the page.

use super::tables::blocks;
use engine::catalogue::Edition;
use maud::{Markup, html};

/// Links to every annexe and every service.
pub fn contents(edition: &Edition) -> Markup {
    html! {
        nav.contents aria-labelledby="sommaire" {
            h2 #sommaire tabindex="-1" { "Sommaire" }
            p { a href="#services" { "Les services, par famille" } }
            @for (place, annexe) in (0..u8::MAX).zip(&edition.annexes) {
                p { a href={ "#" (annexe.id) } { (annexe.name) " – " (annexe.title) } }
                ul {
                    @for block in blocks(edition, place) {
                        li { a href={ "#" (block.base.id) } { (block.base.label) } }
                    }
                }
            }
        }
    }
}
