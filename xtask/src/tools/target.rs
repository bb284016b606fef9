//! The compilation target of the page.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{output, run};

/// The target that the page is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target to the toolchain when it is missing.
pub fn ensure_wasm_target() -> Result<()> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = output(Command::new(rustc).args(["--print", "sysroot"]))?;
    let library = Path::new(&sysroot).join("lib/rustlib").join(WASM_TARGET);
    if library.is_dir() {
        return Ok(());
    }
    println!("Adding {WASM_TARGET} to the Rust toolchain (a few seconds)");
    run(Command::new("rustup").args(["target", "add", WASM_TARGET]))
        .with_context(|| format!("the Rust toolchain has no {WASM_TARGET}"))
}
