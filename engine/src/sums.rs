//! What the lines of an estimate come to, each sum a plain sum of lines, and whether it may still grow.

pub mod breakdown;
pub mod fee;
pub mod lacking;
pub mod outlay;
pub mod totals;
