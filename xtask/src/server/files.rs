//! Finding the file that a URL asks for, and nothing outside the folder.

use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::folder;

/// How many hexadecimal digits Trunk and wasm-bindgen put in a hashed name: 16, save the zeros
/// that a hash begins with. No word of a name is that long and all of a to f.
const HASH_DIGITS: RangeInclusive<usize> = 12..=16;

/// The files of one folder.
pub struct Files {
    root: PathBuf,
}

impl Files {
    /// The files of this folder.
    pub fn new(folder: &Path) -> Result<Self> {
        let root = fs::canonicalize(folder).with_context(|| format!("{} cannot be served", folder.display()))?;
        Ok(Self { root })
    }

    /// Their folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The file that the path of a URL asks for, if it is one of ours.
    pub fn find(&self, url: &str) -> Option<PathBuf> {
        let path = url.split(['?', '#']).next()?;
        let mut found = self.root.clone();
        for part in decode(path)?.split('/').filter(|part| !part.is_empty()) {
            if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
                return None;
            }
            found.push(part);
        }
        if path.ends_with('/') {
            found.push("index.html");
        }
        // A link might still lead out of the folder.
        let found = fs::canonicalize(found).ok()?;
        (found.starts_with(&self.root) && found.is_file()).then_some(found)
    }

    /// Every file that can be asked for.
    pub fn all(&self) -> Result<Vec<PathBuf>> {
        folder::files(&self.root)
    }

    /// How long a browser may keep a file: for ever when its name, or that of
    /// a folder above, changes with its content.
    pub fn cache_policy(&self, path: &Path) -> &'static str {
        let inside = path.strip_prefix(&self.root).unwrap_or(path);
        let mut parts = inside.iter().filter_map(|part| part.to_str());
        if parts.any(is_hashed) { "public, max-age=31536000, immutable" } else { "no-cache" }
    }
}

/// Tells whether a name holds a hash: `name-0123456789abcdef_bg.wasm`.
fn is_hashed(name: &str) -> bool {
    name.split(['-', '_', '.'])
        .skip(1)
        .any(|word| HASH_DIGITS.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Undoes the percent encoding of a path; none when it is malformed.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let high = char::from(rest.next()?).to_digit(16)?;
        let low = char::from(rest.next()?).to_digit(16)?;
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The files of this crate's `src`, which are sure to be there.
    fn files() -> Files {
        Files::new(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap()
    }

    #[test]
    fn a_file_is_found_whatever_the_query() {
        let files = files();
        for url in ["/main.rs", "/server/mod.rs", "/main.rs?a=b", "/%6Dain.rs"] {
            assert!(files.find(url).is_some(), "{url}");
        }
    }

    #[test]
    fn nothing_is_found_outside_the_folder() {
        let files = files();
        let out = "/../Cargo.toml /%2e%2e/Cargo.toml /server/../../Cargo.toml //etc/passwd \
                   /..%2fCargo.toml /..\\Cargo.toml /%5c..%5cCargo.toml /.git /%00 /% /%zz /%ff";
        for url in out.split_whitespace() {
            assert_eq!(files.find(url), None, "{url}");
        }
    }

    #[test]
    fn a_folder_is_no_file() {
        assert_eq!(files().find("/server"), None);
        assert_eq!(files().find("/server/"), None);
    }

    #[test]
    fn only_what_is_hashed_is_kept_for_ever() {
        let files = files();
        let kept = |path: &str| files.cache_policy(&files.root.join(path)).contains("immutable");
        assert!(kept("style-0123456789abcdef.css"));
        assert!(kept("simulateur-0123456789abcdef_bg.wasm"));
        assert!(kept("simulateur-acf7593f230d85a.js"), "a hash that begins with a zero");
        assert!(kept("snippets/page-0123456789abcdef/inline0.js"));
        for name in ["index.html", "sw.js", "mentions-legales.html", "0123456789abcdef.js"] {
            assert!(!kept(name), "{name}");
        }
    }
}
