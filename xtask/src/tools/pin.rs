//! The versions that must agree between `Cargo.lock` and the pinned tools.

use anyhow::{Result, bail};

/// Fails when the lock file has the crate at another version than this one.
pub fn check(lock: &str, krate: &str, version: &str) -> Result<()> {
    let locked: Vec<&str> = versions(lock, krate).collect();
    if locked.is_empty() {
        bail!("Cargo.lock has no `{krate}`: the page cannot be built without it");
    }
    if locked != [version] {
        bail!(
            "Cargo.lock has `{krate}` {} but the pinned tool is {version}, and they must be \
             equal: write `{krate} = \"={version}\"` in Cargo.toml, or change the version \
             in xtask/src/tools/mod.rs",
            locked.join(" and ")
        );
    }
    Ok(())
}

/// The versions at which a lock file has a crate.
fn versions<'a>(lock: &'a str, krate: &'a str) -> impl Iterator<Item = &'a str> {
    lock.split("[[package]]")
        .filter(move |package| field(package, "name") == Some(krate))
        .filter_map(|package| field(package, "version"))
}

/// The value of a field written `key = "value"` on a line of its own.
fn field<'a>(package: &'a str, key: &str) -> Option<&'a str> {
    package.lines().find_map(|line| {
        let value = line.strip_prefix(key)?.strip_prefix(" = \"")?;
        value.strip_suffix('"')
    })
}

#[cfg(test)]
mod tests {
    use super::check;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen"
version = "0.2.129"
dependencies = [
 "wasm-bindgen-macro",
]

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.130"
"#;

    #[test]
    fn the_pinned_version_passes() {
        assert!(check(LOCK, "wasm-bindgen", "0.2.129").is_ok());
    }

    #[test]
    fn another_version_is_named_in_the_error() {
        let error = check(LOCK, "wasm-bindgen", "0.2.128").unwrap_err();
        assert!(error.to_string().contains("0.2.129"), "{error}");
    }

    #[test]
    fn a_crate_that_is_not_locked_is_an_error() {
        assert!(check(LOCK, "wasm", "0.2.129").is_err());
    }

    #[test]
    fn two_versions_at_once_are_an_error() {
        let twice = format!("{LOCK}\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.1\"\n");
        assert!(check(&twice, "wasm-bindgen", "0.2.129").is_err());
    }
}
