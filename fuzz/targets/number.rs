//! See `simulateur_fuzz::targets::number`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &str| simulateur_fuzz::targets::number(input));
