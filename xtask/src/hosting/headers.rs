//! The headers that protect the page. The samples of `hosting/` and our own server send the same ones,
//! so that every journey runs under them.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};

/// What does not depend on the build.
const CONSTANT: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    // In a frame it has no effect: embedding still works.
    ("Cross-Origin-Opener-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), \
         gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
];

/// The protecting headers of the page in a folder.
pub fn all(folder: &Path) -> Vec<(&'static str, String)> {
    // Without a page there is nothing to allow.
    let page = fs::read_to_string(folder.join("index.html")).unwrap_or_default();
    let constant = CONSTANT.iter().map(|(name, value)| (*name, (*value).to_owned()));
    [("Content-Security-Policy", policy(&page))].into_iter().chain(constant).collect()
}

/// What a page may do: fetch from its own origin, and run its own scripts. Any site may show it in a
/// frame, as the page "Intégrer" offers.
fn policy(page: &str) -> String {
    let hashes: String = inline_scripts(page).map(|script| format!(" '{}'", hash(script))).collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; img-src 'self' data:; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'; \
         frame-ancestors *"
    )
}

/// The scripts written in a page: Trunk starts the application by one.
fn inline_scripts(page: &str) -> impl Iterator<Item = &str> {
    page.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (script, _) = rest.split_once("</script>")?;
        (!attributes.contains("src=")).then_some(script)
    })
}

fn hash(script: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(script)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_each_inline_script_is_allowed_and_nothing_else_inline() {
        let page = "<script defer src=a.js></script><script type=module>abc</script>";
        let policy = policy(page);
        // What FIPS 180-2 gives of `abc`.
        assert!(policy.contains(" 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';"), "{policy}");
        assert_eq!(policy.matches("sha256-").count(), 1);
        assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe-inline"), "{policy}");
    }
}
