//! Files of npm packages, each at one version and checked against the sum that the registry
//! publishes for it. Neither npm nor node is needed: curl downloads, so that a proxy or a
//! certificate that the machine asks for is taken as usual, and tar unpacks.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha512};

use super::{cache, place};
use crate::process::run;

/// The registry, unless `NPM_CONFIG_REGISTRY` names another, as for npm itself.
const REGISTRY: &str = "https://registry.npmjs.org";

/// An npm package at the one version that the project uses.
#[derive(Debug)]
pub struct NpmPackage {
    /// Its name, behind its scope where it has one: `@scope/name`.
    name: &'static str,
    /// Its version, to the last number.
    version: &'static str,
    /// Its sum, as `npm view NAME@VERSION dist.integrity` prints it.
    integrity: &'static str,
    /// The files that are taken from it, by their path in the package.
    files: &'static [&'static str],
}

/// Checks accessibility, with the tests of RGAA 4.
pub const AXE: NpmPackage = NpmPackage {
    name: "axe-core",
    version: "4.14.1",
    integrity: "sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==",
    files: &["axe.min.js"],
};

/// Checks accessibility with rules of its own: IBM Equal Access.
pub const EQUAL_ACCESS: NpmPackage = NpmPackage {
    name: "accessibility-checker-engine",
    version: "4.0.34",
    integrity: "sha512-nGE7j5gI/914QLgt1tFcjM9kCr4EKx3HxctsZE8BobObYmQr+UoYsKdWVLowG4QHCB7G/F0Prr3kTwKENPHrcA==",
    files: &["ace.js"],
};

/// The communes and EPCI of France: see `territory/data/README.md`.
pub const TERRITORY: NpmPackage = NpmPackage {
    name: "@etalab/decoupage-administratif",
    version: "6.0.0",
    integrity: "sha512-XavYsFlbcM/prKr8hNHPKER94IHw/dsxNM4nxjWMYk6PLFACpEedvn/7wK8Baozm0dCYhWWcf+7bcWpA5pmCaQ==",
    files: &["data/epci.json", "data/communes.json"],
};

impl NpmPackage {
    /// The path of one of the package's files, the package being fetched first when it is not there.
    pub fn file(&self, name: &str) -> Result<PathBuf> {
        let home =
            place::ensure(&cache::root()?, &self.folder(), |home| self.is_in(home), |scratch| self.make(scratch))?;
        Ok(home.join(name))
    }

    /// The name of the package's folder in the cache. A scope's slash would be a folder in it; the sign in
    /// its place stands in no package's name, so that no two packages share a folder.
    fn folder(&self) -> String {
        format!("{}-{}", self.name.replace('/', "+"), self.version)
    }

    /// Tells whether a folder has all the files of the package.
    fn is_in(&self, home: &Path) -> bool {
        self.files.iter().all(|file| home.join(file).is_file())
    }

    /// Downloads the package, checks it, and unpacks its files into `scratch/root`.
    fn make(&self, scratch: &Path) -> Result<()> {
        let url = self.url(env::var("NPM_CONFIG_REGISTRY").ok().as_deref());
        let archive = scratch.join("package.tgz");
        println!("Fetching {} {} (a few seconds)", self.name, self.version);
        run(curl().arg("--output").arg(&archive).arg(&url))?;
        let bytes = fs::read(&archive).with_context(|| format!("{} cannot be read", archive.display()))?;
        self.check(&bytes).with_context(|| format!("{url} is refused"))?;
        let inside = self.files.iter().map(|file| format!("package/{file}"));
        run(Command::new("tar")
            .arg("-xzf")
            .arg(&archive)
            .arg("-C")
            .arg(scratch.join("root"))
            .args(["--strip-components=1"])
            .args(inside))
    }

    /// Where the registry has the package.
    fn url(&self, registry: Option<&str>) -> String {
        let registry = registry.filter(|registry| !registry.is_empty()).unwrap_or(REGISTRY);
        // The archive's own name has no scope.
        let archive = self.name.rsplit('/').next().unwrap_or(self.name);
        format!("{}/{}/-/{archive}-{}.tgz", registry.trim_end_matches('/'), self.name, self.version)
    }

    /// Fails when an archive is not the one that was pinned.
    fn check(&self, archive: &[u8]) -> Result<()> {
        let found = format!("sha512-{}", BASE64_STANDARD.encode(Sha512::digest(archive)));
        if found != self.integrity {
            bail!("its sum is {found}, {} was pinned", self.integrity);
        }
        Ok(())
    }
}

/// A `curl` that says nothing but errors, and tries again when the network falters.
fn curl() -> Command {
    let mut command = Command::new("curl");
    command.args(["--fail", "--location", "--silent", "--show-error", "--retry", "3", "--max-time", "300"]);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A package whose archive is the three letters `abc`, with the sum that FIPS 180-2 gives of them.
    const ABC: NpmPackage = NpmPackage {
        name: "abc",
        version: "1.0.0",
        integrity: "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==",
        files: &["a.js"],
    };

    #[test]
    fn an_archive_that_is_not_the_pinned_one_is_refused() {
        assert!(ABC.check(b"abc").is_ok());
        let error = ABC.check(b"abd").unwrap_err();
        assert!(error.to_string().contains(ABC.integrity), "{error}");
    }

    #[test]
    fn the_registry_may_be_another_one() {
        assert_eq!(ABC.url(None), "https://registry.npmjs.org/abc/-/abc-1.0.0.tgz");
        assert_eq!(ABC.url(Some("")), ABC.url(None));
        assert_eq!(ABC.url(Some("http://here/npm/")), "http://here/npm/abc/-/abc-1.0.0.tgz");
    }
    #[test]
    fn a_scope_is_part_of_the_address_and_not_of_the_archive() {
        let scoped = NpmPackage { name: "@here/abc", ..ABC };
        assert_eq!(scoped.url(None), "https://registry.npmjs.org/@here/abc/-/abc-1.0.0.tgz");
        assert_eq!(scoped.folder(), "@here+abc-1.0.0");
        assert_eq!(ABC.folder(), "abc-1.0.0");
    }
}
