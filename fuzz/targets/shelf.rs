//! See `simulateur_fuzz::targets::shelf`.
#![no_main]

libfuzzer_sys::fuzz_target!(|input: &str| simulateur_fuzz::targets::shelf(input));
