//! Faults that a server makes on purpose, to see what the page says of them.
//!
//! An address that begins with a fault's name is answered as the rest of it would be, but for the
//! file that the fault is about: `/~cut-wasm/index.html` is the page whose application arrives cut.

use std::path::Path;

/// What goes wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not found.
    Missing,
    /// The page is answered in its place, as hosts do that answer it to everything.
    Page,
    /// Half of it arrives.
    Cut,
    /// The connection is closed without an answer.
    Dropped,
}

/// The fault of an address, the files it is about, and the rest of the address.
pub fn of(url: &str) -> Option<(Fault, &'static str, &str)> {
    const FAULTS: [(&str, Fault, &str); 5] = [
        ("/~missing-wasm/", Fault::Missing, "wasm"),
        ("/~page-wasm/", Fault::Page, "wasm"),
        ("/~cut-wasm/", Fault::Cut, "wasm"),
        ("/~missing-script/", Fault::Missing, "js"),
        ("/~dropped-pages/", Fault::Dropped, "html"),
    ];
    FAULTS.into_iter().find_map(|(start, fault, extension)| {
        url.strip_prefix(start).map(|_| (fault, extension, &url[start.len() - 1..]))
    })
}

/// Whether a fault about such files is about that one: the shell itself always arrives.
pub fn touches(extension: &str, path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_shell = name == "index.html" || name.starts_with("shell-") || name.starts_with("routes-");
    path.extension().is_some_and(|own| own == extension) && !is_shell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_about_the_files_of_its_name_only() {
        assert_eq!(of("/~cut-wasm/a/b.wasm?c"), Some((Fault::Cut, "wasm", "/a/b.wasm?c")));
        assert_eq!(of("/index.html"), None);
        assert_eq!(of("/~else/index.html"), None);
        assert!(touches("wasm", Path::new("a_bg.wasm")) && !touches("wasm", Path::new("a.js")));
        assert!(touches("html", Path::new("catalogue.html")) && !touches("html", Path::new("index.html")));
        assert!(touches("js", Path::new("app-1.js")) && !touches("js", Path::new("shell-1.js")));
    }
}
