//! Starts the page in the browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    simulateur::browser::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The page runs in a browser: use `cargo xtask serve`.");
}
