//! The estimate as a file for a spreadsheet, made when asked for.

use crate::blocks::Source;
use crate::browser;
use crate::carrying::workbook::{Kind, Made};
use crate::parts;
use crate::state::State;
use leptos::prelude::*;

/// Two buttons, and what became of the last press: among the ways to take the figures along.
pub fn spreadsheets(state: State) -> AnyView {
    let told = Source::new(String::new());
    let make = move |kind| {
        told.set("Préparation…".to_owned());
        parts::spreadsheet(state, kind, move |made| told.set(outcome(made)));
    };
    view! {
        <button type="button" on:click=move |_| make(Kind::Xlsx)>"Tableur (XLSX)"</button>
        <button type="button" on:click=move |_| make(Kind::Csv)>"CSV"</button>
        <span role="status">{told}</span>
    }
    .into_any()
}

/// Hands a file over, and says so; or says why there is none.
fn outcome(made: Result<Made, &'static str>) -> String {
    match made {
        Ok(file) if browser::download(&file.name, file.media, &file.bytes) => format!("Fichier prêt : {}", file.name),
        Ok(_) => "Le navigateur a refusé le téléchargement.".to_owned(),
        Err(why) => why.to_owned(),
    }
}
