//! Cutting the page's wasm into what a first visit needs and parts fetched later.
//!
//! Trunk has no room for this between Cargo and wasm-bindgen, where it must happen; but it runs
//! the first `wasm-bindgen` on PATH. The build therefore puts this very program there under that
//! name (see [`front`]): it cuts the module, hands the main piece to the real wasm-bindgen, and
//! leaves the parts for the build to publish.

mod link;
mod pack;
mod trim;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use anyhow::{Context, Result, bail};

use self::pack::Packs;
use self::trim::ShortNames;
use crate::fingerprint::named;
use crate::minify;
use crate::process::run;
use crate::tools::{WASM_BINDGEN, WASM_SPLIT};

/// The name under which Trunk calls us.
const NAME: &str = "wasm-bindgen";

/// Says where the parts go: set by the build, read when Trunk calls us.
const FOLDER: &str = "SIMULATEUR_PARTS";

/// What the cutting tool calls the module that loads the parts.
const LINK: &str = "__wasm_split.js";

/// The part without which nothing but the running total answers.
pub const APPLICATION: &str = "application";

/// Parts in the order in which a visit asks for them, and whether each comes in one file. Every visit asks for the
/// application, and every answer for what explains it.
const ORDER: [(&str, bool); 3] = [(APPLICATION, true), ("places", false), ("answer", true)];

/// How the name of a part begins in the built page.
pub const PREFIX: &str = "part-";

/// Where the parts of a build wait until Trunk has made the rest.
pub struct Parts {
    folder: PathBuf,
}

impl Parts {
    /// An empty waiting place in Cargo's target folder.
    pub fn new(target: &Path) -> Result<Self> {
        let folder = target.join("page-parts");
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
        }
        fs::create_dir_all(folder.join("bin")).with_context(|| format!("{} cannot be made", folder.display()))?;
        Ok(Self { folder })
    }

    /// Has Trunk call us as its wasm-bindgen: the PATH it must see.
    pub fn in_front(&self, trunk: &mut Command, path: OsString) -> Result<()> {
        let bin = self.folder.join("bin");
        let own = env::current_exe().context("this program does not know its own file")?;
        let link = bin.join(format!("{NAME}{}", env::consts::EXE_SUFFIX));
        fs::hard_link(&own, &link).or_else(|_| fs::copy(&own, &link).map(drop)).context("our file cannot be copied")?;
        let folders = std::iter::once(bin).chain(env::split_paths(&path));
        trunk.env("PATH", env::join_paths(folders).context("PATH")?).env(FOLDER, &self.folder);
        Ok(())
    }

    /// Where our own minification of a glue waits, by its stem.
    pub fn glue(&self, stem: &str) -> PathBuf {
        self.folder.join(format!("{stem}.js"))
    }

    /// Puts the parts into the built page; fails when there is none, for the page would ask for them.
    pub fn publish(&self, dist: &Path) -> Result<()> {
        let mut published = 0;
        for entry in fs::read_dir(&self.folder).context("the parts cannot be listed")? {
            let path = entry.context("the parts cannot be listed")?.path();
            if path.extension().is_some_and(|kind| kind == "wasm") {
                let name = path.file_name().unwrap_or_default();
                fs::copy(&path, dist.join(name)).with_context(|| format!("{} cannot be copied", path.display()))?;
                published += 1;
            }
        }
        if published == 0 {
            bail!("the wasm was not cut: src/parts.rs and the pinned wasm-split-cli no longer agree");
        }
        Ok(())
    }
}

/// Whether this process was started under wasm-bindgen's name; then it must call [`front`].
pub fn called_by_trunk() -> bool {
    let own = env::args_os().next().map(PathBuf::from);
    own.is_some_and(|own| own.file_stem().is_some_and(|stem| stem == NAME)) && env::var_os(FOLDER).is_some()
}

/// Stands for wasm-bindgen: cuts, then calls the real one.
pub fn front() -> ExitCode {
    match bind(env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn bind(args: Vec<String>) -> Result<()> {
    let real = WASM_BINDGEN.program(NAME)?;
    let Some(input) = args.iter().find(|arg| arg.ends_with(".wasm")) else {
        // `--version`, and whatever else Trunk asks before it builds.
        return run(Command::new(real).args(&args));
    };
    let out = option(&args, "--out-dir")?;
    let name = option(&args, "--out-name")?;
    let parts = PathBuf::from(env::var_os(FOLDER).context("the build did not say where parts go")?);
    let cut = parts.join("cut");
    run(Command::new(WASM_SPLIT.program("wasm-split-cli")?).arg(input).arg(&cut).args(["--out-name", name]))?;
    let main = cut.join(format!("{name}.wasm"));
    let rest = args.iter().filter(|arg| *arg != input);
    run(Command::new(real).args(rest).arg("--keep-lld-exports").arg(&main))?;
    let found: Vec<PathBuf> = wasm_files(&cut)?.into_iter().filter(|file| *file != main).collect();
    let file = Path::new(out).join(format!("{name}.js"));
    let mut glue = read(&file)?;
    // A page without parts has no loader either.
    if !found.is_empty() {
        let loader = read(&cut.join(LINK))?;
        let module = |file: &str| trimmed(&cut.join(file));
        let Packs { files, mut loader } = pack::pack(&loader, &ORDER, module, hashed)?;
        for file in &files {
            write(&parts.join(&file.name), &file.bytes)?;
        }
        let is_packed = |part: &&PathBuf| files.iter().flat_map(|file| &file.modules).any(|name| part.ends_with(name));
        for part in found.iter().filter(|part| !is_packed(part)) {
            let (old, new) = publish(part, &parts)?;
            loader = loader.replace(&old, &new);
        }
        glue = link::join(&glue, &loader).context("the loader of the parts cannot be joined to the glue")?;
    }
    let bound = Path::new(out).join(format!("{name}_bg.wasm"));
    let module = fs::read(&bound).with_context(|| format!("{} cannot be read", bound.display()))?;
    let names = ShortNames::of(&module)?;
    write(&bound, &names.module(&module)?)?;
    let glue = link::minifiable(&names.glue(&glue));
    write(&parts.join(format!("{name}.js")), minify::module(&glue)?.as_bytes())?;
    write(&file, glue.as_bytes())
}

/// Leaves a part, without what only tools read, under a name that changes with its content.
fn publish(part: &Path, folder: &Path) -> Result<(String, String)> {
    let old = part.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = trimmed(part)?;
    let new = hashed(old.trim_end_matches(".wasm").trim_start_matches("split_"), &bytes);
    write(&folder.join(&new), &bytes)?;
    Ok((old, new))
}

/// A module of a part, without what only tools read.
fn trimmed(part: &Path) -> Result<Vec<u8>> {
    let context = || format!("{} cannot be read", part.display());
    ShortNames::default().module(&fs::read(part).with_context(context)?).with_context(context)
}

/// The name of a part's file, which changes with its content.
fn hashed(part: &str, bytes: &[u8]) -> String {
    named(&format!("{PREFIX}{part}"), bytes, "wasm")
}

fn wasm_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    Ok(files.into_iter().filter(|file| file.extension().is_some_and(|kind| kind == "wasm")).collect())
}

fn option<'a>(args: &'a [String], name: &str) -> Result<&'a str> {
    let value = args.iter().find_map(|arg| arg.strip_prefix(name)?.strip_prefix('='));
    value.with_context(|| format!("Trunk gave wasm-bindgen no {name}"))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_options_of_trunk_are_found() {
        let args = ["--target=web".to_owned(), "--out-dir=/x".to_owned()];
        assert_eq!(option(&args, "--out-dir").unwrap(), "/x");
        assert!(option(&args, "--out-name").is_err());
    }
}
