//! The sample configurations: the models of `hosting/` with the headers of this build.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::headers;
use crate::project::Project;

/// The line of a model that stands for the headers.
const MARK: &str = "@HEADERS@";

/// A model, and how its server words a header.
struct Model {
    file: &'static str,
    line: fn(&str, &str) -> String,
}

const MODELS: &[Model] = &[
    Model { file: "nginx.conf", line: |name, value| format!("add_header {name} \"{value}\" always;") },
    Model { file: "apache.htaccess", line: |name, value| format!("Header always set {name} \"{value}\"") },
    Model { file: "Caddyfile", line: |name, value| format!("{name} \"{value}\"") },
];

/// Writes the samples for the built page into `target/hosting/`.
pub fn write(project: &Project) -> Result<()> {
    let folder = project.target().join("hosting");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let headers = headers::all(&project.dist());
    for Model { file, line } in MODELS {
        let model = read(&project.root().join("hosting").join(file))?;
        let sample = filled(&model, &headers, *line).with_context(|| format!("hosting/{file}"))?;
        let path = folder.join(file);
        fs::write(&path, sample).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

/// The sample that [`write`] made for a server.
pub fn sample(project: &Project, file: &str) -> Result<String> {
    read(&project.target().join("hosting").join(file))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// A model with a line for each header in place of its mark, as far in.
fn filled(model: &str, headers: &[(&str, String)], line: fn(&str, &str) -> String) -> Result<String> {
    let mut sample = String::new();
    let mut marks = 0;
    for text in model.lines() {
        if text.trim() == MARK {
            marks += 1;
            let margin = &text[..text.len() - text.trim_start().len()];
            headers.iter().for_each(|(name, value)| sample += &format!("{margin}{}\n", line(name, value)));
        } else {
            sample += &format!("{text}\n");
        }
    }
    if marks != 1 {
        bail!("the line {MARK} stands there {marks} times, once was expected");
    }
    Ok(sample)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_take_the_place_of_their_mark() {
        let headers = [("A", "b 'c'".to_owned()), ("D", "e".to_owned())];
        let sample = filled("x {\n  @HEADERS@\n}", &headers, MODELS[0].line).unwrap();
        assert_eq!(sample, "x {\n  add_header A \"b 'c'\" always;\n  add_header D \"e\" always;\n}\n");
        assert!(filled("x", &headers, MODELS[0].line).is_err());
    }
}
