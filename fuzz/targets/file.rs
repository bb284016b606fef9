//! See `simulateur_fuzz::targets::file`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &str| simulateur_fuzz::targets::file(input));
