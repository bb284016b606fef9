//! `catalogue.html`: the whole price list, table by table as it is printed.

mod contents;
mod grid;
mod rows;
mod tables;

use crate::page::{Page, Site, reservation, title};
use engine::catalogue::{Annexe, Edition, Offer};
use engine::french::long_date;
use maud::{Markup, html};
use tables::{Block, Table, blocks};

/// The page.
pub fn page(site: Site<'_>) -> Page {
    let edition = site.edition;
    Page {
        name: "catalogue",
        title: "Catalogue des prix",
        description: format!(
            "Tous les prix du catalogue de {}, {} : adhésions, prestations, barèmes et sources.",
            edition.publisher, edition.act
        ),
        main: html! {
            (title("Catalogue des prix"))
            (head(edition))
            (contents::contents(edition))
            (first_page(edition))
            @for (place, annexe) in (0..u8::MAX).zip(&edition.annexes) { (annexe_section(edition, annexe, place)) }
        },
    }
}

/// What the list is, and where else it can be had.
fn head(edition: &Edition) -> Markup {
    html! {
        p.lead {
            "Tous les prix du « " (edition.title) " » de " (edition.publisher) ", tels que la délibération les a adoptés. "
            "Les intitulés et les notes sont les siens, reproduits tels quels."
        }
        dl.sheet {
            div { dt { "Acte" } dd { (edition.act) } }
            div { dt { "Référence en préfecture" } dd { (edition.reference) } }
            div { dt { "En vigueur depuis le" } dd { (long_date(&edition.valid_from)) } }
        }
        (reservation(edition))
        p.downloads {
            "Données ouvertes : "
            a href="catalogue.csv" download { "catalogue.csv" } " (tableur), "
            a href="catalogue.json" download { "catalogue.json" } " (complet, pour les programmes)."
        }
    }
}

/// Page 1: the services by family.
fn first_page(edition: &Edition) -> Markup {
    html! {
        section aria-labelledby="services" {
            h2 #services tabindex="-1" { "Les services, par famille" }
            p { (edition.cover_source) ". " "Les services « hors mutualisation » sont facturés selon l'annexe 2." }
            div.families {
                @for (place, family) in (0..u8::MAX).zip(&edition.families) {
                    div {
                        h3 { (family.label) }
                        @if !family.group.is_empty() { p.source { (family.group) } }
                        ul {
                            @for offer in edition.offers.iter().filter(|offer| offer.family == place) { (offer_item(offer)) }
                        }
                    }
                }
            }
        }
    }
}

fn offer_item(offer: &Offer) -> Markup {
    html! {
        li {
            (offer.label)
            @if offer.outside { " " strong.outside { "hors mutualisation" } }
        }
    }
}

/// An annexe: its remark on VAT, then every table.
fn annexe_section(edition: &Edition, annexe: &Annexe, place: u8) -> Markup {
    html! {
        section aria-labelledby=(annexe.id) {
            h2 id=(annexe.id) tabindex="-1" { (annexe.name) " – " (annexe.title) }
            p { (annexe.note) }
            @for block in blocks(edition, place) { (block_section(edition, &block)) }
        }
    }
}

/// A service and its options.
fn block_section(edition: &Edition, block: &Block<'_>) -> Markup {
    let service = block.base;
    let family = edition.families.get(usize::from(service.family));
    html! {
        section.block aria-labelledby=(service.id) {
            h3 id=(service.id) tabindex="-1" { (service.label) }
            p.source {
                @if let Some(family) = family { "Famille : " (family.label) ". " }
                "Source : " (block.source()) "."
            }
            @for table in &block.tables { (render(edition, service, table)) }
            @for service in block.services() {
                @if !service.note.is_empty() { p.note { (service.note) } }
            }
            @if block.is_counted(edition) { p.note { (edition.counting_source) "." } }
        }
    }
}

fn render(edition: &Edition, base: &engine::catalogue::Service, table: &Table<'_>) -> Markup {
    match table {
        Table::Grid(service, price, grid) => grid::table(edition, service, price, grid),
        Table::Rows { scale, parts } => rows::table(edition, base, *scale, parts),
    }
}
