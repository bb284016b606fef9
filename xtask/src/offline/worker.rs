//! The worker with the list of what it keeps: every file of the built page, by its fingerprint.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::folder::files;

/// Its name in the built page: always the same, for browsers look there for a newer one.
pub const WORKER: &str = "sw.js";

/// What is no file of the page: the worker itself, and files packed for the host.
const APART: &[&str] = &["sw.js", ".br", ".gz"];

/// The worker's text behind its list and its version, which changes with any of both.
pub fn of(worker: &str, dist: &Path) -> Result<String> {
    let mut list = BTreeMap::new();
    for path in files(dist)? {
        let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if !is_apart(&name) {
            let bytes = fs::read(&path).with_context(|| format!("{name} cannot be read"))?;
            list.insert(name, format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes))));
        }
    }
    let list = serde_json::to_string(&list).context("the list of files")?;
    let version = Sha256::digest(format!("{list}{worker}"));
    let version: String = version.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("const version = '{version}';\nconst files = {list};\n{worker}"))
}

/// Whether a file is not kept: it is none of the page's, or the host's own, whose names begin with a dot.
fn is_apart(name: &str) -> bool {
    name.starts_with('.') || APART.iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{env, process};

    #[test]
    fn every_file_is_listed_and_any_change_makes_another_version() {
        let folder = env::temp_dir().join(format!("xtask-worker-{}", process::id()));
        fs::create_dir_all(folder.join("in")).unwrap();
        for name in ["a.css", "in/b.js", "a.css.br", "a.css.gz", ".htaccess", "sw.js"] {
            fs::write(folder.join(name), name).unwrap();
        }
        let version = |text: &str| text.lines().next().unwrap().to_owned();
        let first = of("worker", &folder).unwrap();
        let list = first.lines().nth(1).unwrap();
        // `printf a.css | openssl dgst -sha256 -binary | base64`
        assert!(list.contains("\"a.css\":\"sha256-"), "{list}");
        assert_eq!(list.matches("sha256-").count(), 2, "{list}");
        assert!(list.contains("\"in/b.js\"") && first.ends_with("\nworker"), "{first}");
        assert_eq!(first, of("worker", &folder).unwrap());
        assert_ne!(version(&first), version(&of("another", &folder).unwrap()));
        fs::write(folder.join("a.css"), "changed").unwrap();
        assert_ne!(version(&first), version(&of("worker", &folder).unwrap()));
        fs::remove_dir_all(folder).unwrap();
    }
}
