//! The files as they are sent: packed with brotli for browsers that read it, as a public host would.

use std::collections::HashMap;
use std::fs;
use std::io::Result;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use super::mime;
use crate::compress::brotli;

/// The files packed so far, each once: packing the wasm takes about a second.
#[derive(Default)]
pub struct Packed {
    files: Mutex<HashMap<PathBuf, Entry>>,
}

/// A packed file, and when its source was last written: a new build is packed anew.
struct Entry {
    written: SystemTime,
    bytes: Arc<[u8]>,
}

impl Packed {
    /// What to send for a file, and whether it is packed.
    pub fn read(&self, path: &Path, accepted: bool) -> Result<(Arc<[u8]>, bool)> {
        if !accepted || !mime::shrinks(mime::of(path)) {
            return Ok((fs::read(path)?.into(), false));
        }
        let written = fs::metadata(path)?.modified()?;
        // Held while packing: a browser that asks twice waits for the first answer.
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entry) = files.get(path).filter(|entry| entry.written == written) {
            return Ok((Arc::clone(&entry.bytes), true));
        }
        let bytes: Arc<[u8]> = brotli(&fs::read(path)?)?.into();
        files.insert(path.to_owned(), Entry { written, bytes: Arc::clone(&bytes) });
        Ok((bytes, true))
    }
}

/// Tells whether a header says that the browser reads brotli.
pub fn is_accepted(header: &str) -> bool {
    header.split_once(':').is_some_and(|(name, codings)| {
        name.eq_ignore_ascii_case("accept-encoding") && codings.split(',').any(names_brotli)
    })
}

/// Tells whether a coding is brotli, unless its weight refuses it.
fn names_brotli(coding: &str) -> bool {
    let mut parts = coding.split(';').map(str::trim);
    let brotli = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("br"));
    let refused = parts.filter_map(|part| part.strip_prefix("q=")).any(|q| q.parse() == Ok(0.0));
    brotli && !refused
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;
    use std::{env, process};

    #[test]
    fn only_a_browser_that_reads_brotli_says_so() {
        for header in ["Accept-Encoding: br", "accept-encoding: gzip, deflate, BR;q=0.5\r\n"] {
            assert!(is_accepted(header), "{header}");
        }
        for header in ["Accept-Encoding: gzip", "Accept-Encoding: br;q=0", "Accept: br", "Accept-Encoding: brown", ""] {
            assert!(!is_accepted(header), "{header}");
        }
    }

    #[test]
    fn a_file_is_packed_once_and_again_when_it_was_written_again() {
        let file = env::temp_dir().join(format!("xtask-packed-{}.css", process::id()));
        let packed = Packed::default();
        let write = |text: &str, age: u64| {
            fs::write(&file, text).unwrap();
            let then = SystemTime::now() - Duration::from_secs(age);
            fs::File::options().write(true).open(&file).unwrap().set_modified(then).unwrap();
        };
        write(&"a".repeat(1_000), 20);
        let (first, is_packed) = packed.read(&file, true).unwrap();
        assert!(is_packed && first.len() < 100);
        assert!(Arc::ptr_eq(&first, &packed.read(&file, true).unwrap().0));
        assert_eq!(packed.read(&file, false).unwrap().0.len(), 1_000);
        write(&"b".repeat(2_000), 10);
        assert!(!Arc::ptr_eq(&first, &packed.read(&file, true).unwrap().0));
        fs::remove_file(file).unwrap();
    }

    #[test]
    fn an_image_is_sent_as_it_is() {
        let file = env::temp_dir().join(format!("xtask-packed-{}.png", process::id()));
        fs::write(&file, "not packed").unwrap();
        assert_eq!(&*Packed::default().read(&file, true).unwrap().0, b"not packed");
        fs::remove_file(file).unwrap();
    }
}
