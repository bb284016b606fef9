//! See `simulateur_fuzz::targets::link`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &str| simulateur_fuzz::targets::link(input));
