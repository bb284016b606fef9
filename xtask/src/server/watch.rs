//! What the tests watch: what browsers report of the page's policy, and requests that say more than
//! which file is wanted.
//!
//! The policy allows the page's own origin alone: whatever it would fetch elsewhere is reported here.

use std::sync::{Mutex, PoisonError};

/// Where browsers send their reports, and where the tests read them.
pub const PLACE: &str = "/~reports";

/// How the address of an empty page without a policy ends: frames stand in it.
pub const BARE: &str = "/~bare/";

/// That page.
pub const BARE_PAGE: &str = "<!doctype html><html lang=fr><meta charset=utf-8><title>Un autre site</title><body>";

/// What was noted since the tests last asked.
#[derive(Default)]
pub struct Watch {
    noted: Mutex<Vec<String>>,
}

impl Watch {
    /// Notes something.
    pub fn note(&self, what: String) {
        self.noted.lock().unwrap_or_else(PoisonError::into_inner).push(what);
    }

    /// Notes a request that carries more than the name of a file.
    pub fn look(&self, method: &str, url: &str) {
        if !["GET", "HEAD"].contains(&method) || url.contains('?') {
            self.note(format!("{method} {url}"));
        }
    }

    /// What was noted, a line each, which is then forgotten.
    pub fn take(&self) -> String {
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *noted).join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_says_more_than_a_file_is_noted_and_once() {
        let watch = Watch::default();
        watch.look("GET", "/index.html");
        watch.look("GET", "/index.html?habitants=800");
        watch.look("POST", "/");
        assert_eq!(watch.take(), "GET /index.html?habitants=800\nPOST /");
        assert_eq!(watch.take(), "");
    }
}
