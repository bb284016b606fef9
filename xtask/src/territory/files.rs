//! The committed files: written, read, compared.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::project::Project;

/// The texts of the three files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// `epci.csv`.
    pub epci: String,
    /// `communes.csv`.
    pub communes: String,
    /// `former.csv`.
    pub former: String,
}

impl Files {
    /// Each file's name and text.
    pub fn each(&self) -> [(&'static str, &str); 3] {
        [("epci.csv", &self.epci), ("communes.csv", &self.communes), ("former.csv", &self.former)]
    }

    /// Reads the committed files.
    pub fn read(project: &Project) -> Result<Files> {
        let read = |name: &str| {
            let path = folder(project).join(name);
            fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
        };
        Ok(Files { epci: read("epci.csv")?, communes: read("communes.csv")?, former: read("former.csv")? })
    }

    /// Writes them.
    pub fn write(&self, project: &Project) -> Result<()> {
        for (name, text) in self.each() {
            let path = folder(project).join(name);
            fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
        }
        Ok(())
    }

    /// Where the committed files first differ from these, if they do.
    pub fn difference(&self, committed: &Files) -> Option<String> {
        let pairs = self.each().into_iter().zip(committed.each());
        pairs.into_iter().find_map(|((name, made), (_, committed))| {
            let (line, made, committed) = first_difference(made, committed)?;
            Some(format!("territory/data/{name}:{line}: `{committed}` is committed, the package gives `{made}`"))
        })
    }
}

/// The first line, from 1, in which two texts differ, with its end so that no byte goes unseen.
fn first_difference(made: &str, committed: &str) -> Option<(usize, String, String)> {
    if made == committed {
        return None;
    }
    let (mut made, mut committed) = (made.split_inclusive('\n'), committed.split_inclusive('\n'));
    (1..).map(|line| (line, made.next(), committed.next())).find(|(_, made, committed)| made != committed).map(
        |(line, made, committed)| {
            let shown = |text: Option<&str>| text.unwrap_or_default().escape_debug().to_string();
            let without_end = |text: Option<&str>| text.unwrap_or_default().trim_end_matches('\n').to_owned();
            let (a, b) = (without_end(made), without_end(committed));
            if a == b { (line, shown(made), shown(committed)) } else { (line, a, b) }
        },
    )
}

fn folder(project: &Project) -> PathBuf {
    project.root().join("territory/data")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(communes: &str) -> Files {
        Files { epci: "e\n".into(), communes: communes.into(), former: "f\n".into() }
    }

    #[test]
    fn the_first_line_that_differs_is_named() {
        let made = files("a;1\nb;2\nc;3\n");
        let cases = [
            ("a;1\nb;2\nc;3\n", None),
            ("a;1\nb;9\nc;9\n", Some(("2", "`b;9`", "`b;2`"))),
            ("a;1\nb;2\n", Some(("3", "``", "`c;3`"))),
            ("a;1\nb;2\nc;3\nd\n", Some(("4", "`d`", "``"))),
            ("a;1\r\nb;2\nc;3\n", Some(("1", "`a;1\r`", "`a;1`"))),
            ("a;1\nb;2\nc;3", Some(("3", "`c;3`", "`c;3\\n`"))),
        ];
        for (committed, expected) in cases {
            let expected = expected.map(|(line, committed, made)| {
                format!("territory/data/communes.csv:{line}: {committed} is committed, the package gives {made}")
            });
            assert_eq!(made.difference(&files(committed)), expected, "{committed:?}");
        }
    }
}
