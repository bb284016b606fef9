//! Where there is no browser: nothing is carried anywhere.

use leptos::web_sys::Event;

/// Would be the page's address.
pub fn address() -> String {
    "https://exemple.fr/".to_owned()
}

/// Would take the link out of the address.
pub fn drop_link() {}

/// Nothing shares.
pub fn can_share() -> bool {
    false
}

/// Would open the system's way to share.
pub fn share(_: &str, _: &str, _: &str, _: impl FnOnce(bool) + 'static) {}

/// Would follow an address.
pub fn follow(_: &str, _: Option<&str>) {}

/// Would save a file.
pub fn save(_: &str, _: &str) {}

/// Would select what stands in a field.
pub fn select(_: &str) {}

/// Would read the file of a field.
pub fn read(_: &Event, _: impl FnOnce(Option<String>) + 'static) {}

/// Would listen to files let go over the page.
pub struct Drops;

/// Would hand their texts over.
pub fn watch_drops(_: impl Fn(Option<String>) + Clone + 'static) -> Drops {
    Drops
}

impl Drops {
    /// Would listen no more.
    pub fn stop(&self) {}
}
