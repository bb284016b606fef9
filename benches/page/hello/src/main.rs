//! The smallest Leptos page with a field: its text is the name that was typed.
//!
//! `cargo xtask bench --page` builds it as it builds the page, and holds the page's start against its own.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;
    mount_to_body(|| {
        let (name, set_name) = signal(String::new());
        view! {
            <label for="nom">"Votre nom"</label>
            <input id="nom" type="text" on:input:target=move |event| set_name.set(event.target().value()) />
            <p>"Bonjour " {name}</p>
        }
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This page runs in a browser: `cargo xtask bench --page` builds it and shows it to one.");
}
