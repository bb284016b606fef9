//! What visitors come to do.

mod answers;
mod examples;
mod failures;
mod keyboard;
mod narrow;
mod pages;
mod plain;
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
    Journey { name: "narrow pages", steps: |page| Box::pin(narrow::pages(page)) },
    Journey { name: "pages", steps: |page| Box::pin(pages::each(page)) },
    Journey { name: "places", steps: |page| Box::pin(pages::places(page)) },
    Journey { name: "copying", steps: |page| Box::pin(pages::copying(page)) },
    Journey { name: "erasing", steps: |page| Box::pin(pages::erasing(page)) },
    Journey { name: "nowhere", steps: |page| Box::pin(failures::nowhere(page)) },
    Journey { name: "failures", steps: |page| Box::pin(failures::failures(page)) },
];

/// In a browser that runs no script.
pub static WITHOUT_SCRIPTS: &[Journey] =
    &[Journey { name: "plain", steps: |page| Box::pin(plain::everything_is_read(page)) }];
