//! What the files of the page are, as browsers are told.

use std::path::Path;

/// The MIME type of a file, from its extension.
pub fn of(path: &Path) -> &'static str {
    let extension = path.extension().and_then(|extension| extension.to_str());
    match extension.unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

/// Tells whether a type is worth packing: what is packed by its own format is not.
pub fn shrinks(mime: &str) -> bool {
    mime.starts_with("text/")
        || ["application/wasm", "application/json", "application/manifest+json", "image/svg+xml"].contains(&mime)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_compiles_wasm_only_under_its_own_type() {
        assert_eq!(of(Path::new("page_bg.wasm")), "application/wasm");
    }

    #[test]
    fn text_says_that_it_is_utf_8() {
        for name in ["index.html", "page.css", "page.js"] {
            assert!(of(Path::new(name)).ends_with("charset=utf-8"), "{name}");
        }
    }

    #[test]
    fn an_unknown_file_is_only_bytes() {
        assert_eq!(of(Path::new("LICENCE")), "application/octet-stream");
    }
}
