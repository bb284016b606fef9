//! Making a folder of the cache so that a half-made one is never taken for a whole one.
//!
//! It is made beside its final place and renamed when it is complete.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::turn;

/// The folder of that name in the cache; where it is not whole, `make` makes it first.
///
/// `make` is given a scratch folder and leaves its work in the folder `root` there. What else it
/// leaves is still there for the next try when it fails or is killed.
pub fn ensure(
    cache: &Path,
    name: &str,
    is_whole: impl Fn(&Path) -> bool,
    make: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let home = cache.join(name);
    if is_whole(&home) {
        return Ok(home);
    }
    let _turn = turn::take(cache, name)?;
    if is_whole(&home) {
        // Another installed it while we waited.
        return Ok(home);
    }
    let scratch = cache.join(format!(".{name}.partial"));
    let root = scratch.join("root");
    fs::create_dir_all(&root)
        .with_context(|| format!("{} cannot be made", root.display()))
        .and_then(|()| make(&scratch))
        .and_then(|()| put_in_place(&root, &home))
        .with_context(|| format!("{name} could not be installed"))?;
    fs::remove_dir_all(&scratch).with_context(|| format!("{} cannot be removed", scratch.display()))?;
    Ok(home)
}

/// Puts the complete folder where it is looked for.
fn put_in_place(root: &Path, home: &Path) -> Result<()> {
    if home.exists() {
        // An incomplete one, left by something else than this program.
        fs::remove_dir_all(home).with_context(|| format!("{} cannot be removed", home.display()))?;
    }
    fs::rename(root, home).with_context(|| format!("{} cannot be put in place", home.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    /// An empty cache of this test's own.
    fn cache(name: &str) -> PathBuf {
        let cache = std::env::temp_dir().join(format!("xtask-place-{name}-{}", std::process::id()));
        fs::create_dir_all(&cache).unwrap();
        cache
    }

    fn is_whole(home: &Path) -> bool {
        home.join("whole").is_file()
    }

    #[test]
    fn a_complete_folder_takes_the_place_of_an_incomplete_one() {
        let cache = cache("replaced");
        fs::create_dir_all(cache.join("example/bin")).unwrap();
        let make = |scratch: &Path| Ok(fs::write(scratch.join("root/whole"), "")?);
        let home = ensure(&cache, "example", is_whole, make).unwrap();
        assert!(is_whole(&home) && !home.join("bin").exists());
        fs::remove_dir_all(cache).unwrap();
    }

    #[test]
    fn a_failure_leaves_nothing_in_place_and_names_what_failed() {
        let cache = cache("failed");
        let error = ensure(&cache, "example", is_whole, |_| bail!("no luck")).unwrap_err();
        assert_eq!(format!("{error:#}"), "example could not be installed: no luck");
        assert!(!cache.join("example").exists());
        fs::remove_dir_all(cache).unwrap();
    }
}
