//! The compilation target of the page, and the source of the standard library that the page is built with.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{output, run};

/// The target that the page is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The component of the toolchain that the standard library is compiled from.
const SOURCE: &str = "rust-src";

/// Adds the target to the toolchain when it is missing.
pub fn ensure_wasm_target() -> Result<()> {
    if library()?.join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    add(&["target", "add", WASM_TARGET], WASM_TARGET)
}

/// Adds the source of the standard library to the toolchain when it is missing, and gives its folder.
pub fn ensure_source() -> Result<PathBuf> {
    let source = library()?.join("src/rust/library");
    if !source.join("Cargo.lock").is_file() {
        add(&["component", "add", SOURCE], SOURCE)?;
    }
    Ok(source)
}

/// Where the toolchain keeps what it compiles for, and from.
fn library() -> Result<PathBuf> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = output(Command::new(rustc).args(["--print", "sysroot"]))?;
    Ok(Path::new(&sysroot).join("lib/rustlib"))
}

fn add(words: &[&str], what: &str) -> Result<()> {
    println!("Adding {what} to the Rust toolchain (a few seconds)");
    run(Command::new("rustup").args(words)).with_context(|| format!("the Rust toolchain has no {what}"))
}
