//! See `simulateur_fuzz::targets::catalogue`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &str| simulateur_fuzz::targets::catalogue(input));
