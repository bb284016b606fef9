//! Measuring the files of a folder, as a server with brotli would send them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::bill::Line;
use crate::compress::brotli;
use crate::folder::files;
use crate::hosting::is_copy;

/// Weighs every file of a folder, their compressed copies aside.
pub fn folder(folder: &Path) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    for path in files(folder)?.into_iter().filter(|path| !is_copy(path)) {
        let name = path.strip_prefix(folder).unwrap_or(&path);
        let name = name.to_string_lossy().replace('\\', "/");
        lines.push(file(&path, name)?);
    }
    if lines.is_empty() {
        bail!("{} is empty: run `cargo xtask build` first", folder.display());
    }
    Ok(lines)
}

/// Weighs one file.
fn file(path: &Path, name: String) -> Result<Line> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(Line {
        raw: bytes.len() as u64,
        brotli: brotli(&bytes).with_context(|| format!("{name} cannot be compressed"))?.len() as u64,
        name,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_weighed_whole() {
        let root = std::env::temp_dir().join(format!("xtask-weight-{}", std::process::id()));
        fs::create_dir_all(root.join("in")).unwrap();
        for name in ["a.css", "b.wasm", "in/c.js", "in/c.js.br"] {
            fs::write(root.join(name), name).unwrap();
        }
        let mut names: Vec<_> = folder(&root).unwrap().into_iter().map(|l| l.name).collect();
        names.sort();
        assert_eq!(names, ["a.css", "b.wasm", "in/c.js"]);
        fs::remove_dir_all(&root).unwrap();
        assert!(folder(&root).is_err());
    }
}
