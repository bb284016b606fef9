//! Faults that a server makes on purpose, to see what the page says of them.
//!
//! An address that begins with a fault's name is answered as the rest of it would be, but for the
//! file that the fault is about: `/~cut-wasm/index.html` is the page whose application arrives cut.

use std::path::Path;
use std::time::Duration;

use crate::parts;

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
    /// It arrives after [`LATE`].
    Late,
    /// It is said to be a plain text.
    Text,
    /// It is not the one whose sum the page knows.
    Altered,
    /// The page may not run wasm.
    Forbidden,
    /// The page as a browser without modules takes it.
    Old,
}

/// How late what is late arrives: long enough to look at the page meanwhile.
pub const LATE: Duration = Duration::from_secs(3);

/// Stands for an extension where the fault is about the shell itself.
const SHELL: &str = "index.html";

/// Likewise where it is about what a page fetches after its first answers.
const PART: &str = parts::PREFIX;

/// The fault of an address, the files it is about, and the rest of the address.
pub fn of(url: &str) -> Option<(Fault, &'static str, &str)> {
    const FAULTS: [(&str, Fault, &str); 13] = [
        ("/~missing-wasm/", Fault::Missing, "wasm"),
        ("/~page-wasm/", Fault::Page, "wasm"),
        ("/~cut-wasm/", Fault::Cut, "wasm"),
        ("/~missing-script/", Fault::Missing, "js"),
        ("/~dropped-pages/", Fault::Dropped, "html"),
        ("/~late-wasm/", Fault::Late, "wasm"),
        ("/~text-wasm/", Fault::Text, "wasm"),
        ("/~text-script/", Fault::Text, "js"),
        ("/~altered-script/", Fault::Altered, "js"),
        ("/~forbidden-wasm/", Fault::Forbidden, SHELL),
        ("/~old-browser/", Fault::Old, SHELL),
        ("/~missing-part/", Fault::Missing, PART),
        ("/~late-part/", Fault::Late, PART),
    ];
    FAULTS.into_iter().find_map(|(start, fault, extension)| {
        url.strip_prefix(start).map(|_| (fault, extension, &url[start.len() - 1..]))
    })
}

/// The shell as a browser takes it that knows no modules: it runs what is meant for such browsers alone.
pub fn aged(shell: &str) -> String {
    shell.replace("nomodule", "").replace("type=module", "type=unknown").replace("type=\"module\"", "type=unknown")
}

/// Whether a fault about such files is about that one: the shell always arrives.
pub fn touches(extension: &str, path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if extension == SHELL {
        return name == SHELL;
    }
    if extension == PART {
        return name.starts_with(PART);
    }
    let is_shell = name == SHELL || name.starts_with("shell-") || name.starts_with("routes-");
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
        assert!(touches(SHELL, Path::new("index.html")) && !touches(SHELL, Path::new("a.html")));
        assert_eq!(
            aged("<script nomodule src=a></script><script type=module>"),
            "<script  src=a></script><script type=unknown>"
        );
        assert!(touches(PART, Path::new("part-a-1.wasm")) && !touches(PART, Path::new("a_bg.wasm")));
        assert!(touches("js", Path::new("app-1.js")) && !touches("js", Path::new("shell-1.js")));
    }
}
