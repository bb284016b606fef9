//! `cargo xtask fuzz`: made-up inputs for whatever reads a text from outside, as long as asked.

use std::process::Command;

use anyhow::{Result, bail};

use crate::args::Args;
use crate::process::run_in_group;
use crate::project::Project;
use crate::tools::CARGO_FUZZ;

/// What is tried: see `fuzz/src/targets.rs`.
const TARGETS: [&str; 5] = ["link", "file", "shelf", "number", "catalogue"];

/// How long each is tried when nothing is said, in seconds.
const SECONDS: &str = "60";

/// Tries one target, or all of them, one after the other. An input that goes wrong is left in
/// `fuzz/artifacts/`: mend the fault and move the input to `fuzz/corpus/`, where the tests try it for ever.
pub fn run(project: &Project, args: &mut Args) -> Result<()> {
    let seconds = args.option("--seconds")?.unwrap_or_else(|| SECONDS.to_owned());
    let wanted = args.command();
    args.finish()?;
    if wanted.as_deref().is_some_and(|wanted| !TARGETS.contains(&wanted)) {
        bail!("the targets are {}", TARGETS.join(", "));
    }
    for target in TARGETS.iter().filter(|target| wanted.as_deref().is_none_or(|wanted| wanted == **target)) {
        println!("\n== {target}, {seconds} s");
        // The corpus that is kept is only read: what is found goes to a folder of its own.
        let found = project.target().join("fuzz-found").join(target);
        std::fs::create_dir_all(&found)?;
        let mut fuzz = Command::new(CARGO_FUZZ.program("cargo-fuzz")?);
        fuzz.args(["run", "--sanitizer", "none", "--target-dir"])
            .arg(project.target().join("fuzz"))
            .arg(target)
            .arg(&found)
            .arg(project.root().join("fuzz/corpus").join(target))
            .args(["--", &format!("-max_total_time={seconds}"), "-max_len=65536", "-timeout=10", "-only_ascii=0"])
            .current_dir(project.root())
            // Cargo's own variable would choose the stable compiler.
            .env_remove("CARGO")
            .env("RUSTUP_TOOLCHAIN", "nightly");
        run_in_group(&mut fuzz)?;
    }
    Ok(())
}
