//! What visitors come to do.

mod answers;
mod examples;
mod keyboard;
mod narrow;
mod reload;

use crate::page::Page;
use std::future::Future;
use std::pin::Pin;

/// A journey: it starts on a fresh page.
pub struct Journey {
    pub name: &'static str,
    pub steps: fn(Page) -> Pin<Box<dyn Future<Output = ()>>>,
}

pub static ALL: &[Journey] = &[
    Journey { name: "commune", steps: |page| Box::pin(examples::commune(page)) },
    Journey { name: "territory", steps: |page| Box::pin(examples::territory(page)) },
    Journey { name: "town", steps: |page| Box::pin(examples::town(page)) },
    Journey { name: "keyboard", steps: |page| Box::pin(keyboard::commune(page)) },
    Journey { name: "mistakes", steps: |page| Box::pin(answers::mistakes(page)) },
    Journey { name: "reasons", steps: |page| Box::pin(answers::reasons(page)) },
    Journey { name: "reload", steps: |page| Box::pin(reload::reload(page)) },
    Journey { name: "narrow", steps: |page| Box::pin(narrow::narrow(page)) },
];
