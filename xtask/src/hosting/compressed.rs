//! Compressed copies beside the files of a folder, for hosts that send them as they are.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::compress::{brotli, gzip};
use crate::folder::files;
use crate::server::mime;

/// Writes `FILE.br` and `FILE.gz` beside each file that shrinks, unless they are newer than it.
pub fn beside(folder: &Path) -> Result<()> {
    for path in files(folder)? {
        if is_copy(&path) || !mime::shrinks(mime::of(&path)) {
            continue;
        }
        let context = || format!("{} cannot be compressed", path.display());
        let written = fs::metadata(&path).and_then(|data| data.modified()).with_context(context)?;
        let bytes = fs::read(&path).with_context(context)?;
        for (extension, compress) in [("br", brotli as fn(&[u8]) -> std::io::Result<Vec<u8>>), ("gz", gzip)] {
            let copy = copy_of(&path, extension);
            let is_newer = fs::metadata(&copy).and_then(|data| data.modified()).is_ok_and(|made| made >= written);
            if !is_newer {
                fs::write(&copy, compress(&bytes).with_context(context)?).with_context(context)?;
            }
        }
    }
    Ok(())
}

/// Whether a file is such a copy.
pub fn is_copy(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "br" || extension == "gz")
}

fn copy_of(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;
    use std::{env, process};

    #[test]
    fn what_shrinks_has_two_copies_that_hold_the_same() {
        let folder = env::temp_dir().join(format!("xtask-compressed-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        let text = "abc".repeat(1_000);
        fs::write(folder.join("a.css"), &text).unwrap();
        fs::write(folder.join("a.png"), &text).unwrap();
        beside(&folder).unwrap();
        beside(&folder).unwrap();
        let mut names: Vec<_> =
            files(&folder).unwrap().iter().map(|path| path.file_name().unwrap().to_owned()).collect();
        names.sort();
        assert_eq!(names, ["a.css", "a.css.br", "a.css.gz", "a.png"]);
        let mut unpacked = String::new();
        let packed = fs::read(folder.join("a.css.gz")).unwrap();
        assert!(packed.len() < 100);
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_string(&mut unpacked).unwrap();
        assert_eq!(unpacked, text);
        fs::remove_dir_all(folder).unwrap();
    }
}
