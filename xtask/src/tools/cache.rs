//! Where the tools are kept: one folder per user, whatever the clone.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The folder of the tools.
pub fn root() -> Result<PathBuf> {
    resolve(std::env::var_os("XDG_CACHE_HOME"), std::env::home_dir())
}

/// The folder of the tools, given the user's cache folder, if one is set, and
/// home. As the XDG rules want it, a cache folder that is not absolute is none.
fn resolve(cache: Option<OsString>, home: Option<PathBuf>) -> Result<PathBuf> {
    let cache = cache.map(PathBuf::from).filter(|path| path.is_absolute());
    let cache = match cache {
        Some(cache) => cache,
        None => home
            .filter(|home| !home.as_os_str().is_empty())
            .map(|home| home.join(".cache"))
            .context("neither XDG_CACHE_HOME nor HOME tells where to keep the tools")?,
    };
    Ok(cache.join("simulateur/tools"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cache_folder_of_the_user_is_used_when_set() {
        let root = resolve(Some("/caches".into()), Some("/home/me".into()));
        assert_eq!(root.unwrap(), PathBuf::from("/caches/simulateur/tools"));
    }

    #[test]
    fn an_unset_empty_or_relative_cache_folder_means_the_usual_one() {
        for cache in [None, Some("".into()), Some("caches".into())] {
            let root = resolve(cache, Some("/home/me".into())).unwrap();
            assert_eq!(root, PathBuf::from("/home/me/.cache/simulateur/tools"));
        }
    }

    #[test]
    fn no_home_and_no_cache_is_an_error() {
        assert!(resolve(None, None).is_err());
        assert!(resolve(None, Some("".into())).is_err());
    }
}
