//! The inputs that the fuzzer found worth keeping, and those that once went wrong: `fuzz/corpus/`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use simulateur::keeping::shelf;
use std::fs;
use std::path::Path;

#[path = "../../fuzz/src/targets.rs"]
mod targets;

#[test]
fn every_input_kept_goes_well() {
    for (name, target) in targets::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
        let mut count = 0;
        for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            let bytes = fs::read(&path).unwrap();
            // The fuzzer hands its targets the beginning that is a text.
            let text = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
            let tried = std::panic::catch_unwind(|| target(text));
            assert!(tried.is_ok(), "{}", path.display());
            count += 1;
        }
        assert!(count >= 5, "{name}: only {count} inputs");
    }
}
