//! In the browser.
