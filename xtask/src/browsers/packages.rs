//! Installing the browsers, what draws what they print, the office that opens our files, and a host
//! for the page, where we know how to.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{find_program, output, run};
use crate::tools::turn;

/// A Debian package and the programs of which it brings one.
struct Package {
    name: &'static str,
    programs: &'static [&'static str],
}

/// What the tests in browsers need, geckodriver aside.
#[rustfmt::skip]
const BROWSERS: &[Package] = &[
    Package { name: "chromium", programs: &["chromium", "google-chrome"] },
    Package { name: "chromium-driver", programs: &["chromedriver"] },
    Package { name: "firefox-esr", programs: &["firefox-esr", "firefox"] },
    Package { name: "webkit2gtk-driver", programs: &["WebKitWebDriver"] },
    // Fetches the scripts that check accessibility; rustup's own installer may have come without it.
    Package { name: "curl", programs: &["curl"] },
    Package { name: "xvfb", programs: &["Xvfb"] },
];

/// What draws and reads the pages of a PDF.
const PDF_READER: &[Package] = &[Package { name: "poppler-utils", programs: &["pdftotext"] }];

/// What opens workbooks as their readers do. A Python module is a file, which is named by its whole path.
const OFFICE: &[Package] = &[
    Package { name: "libreoffice-calc-nogui", programs: &["soffice"] },
    Package { name: "python3-openpyxl", programs: &["/usr/lib/python3/dist-packages/openpyxl/__init__.py"] },
];

/// The module with which nginx sends `.br` files.
pub const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// What serves the page as public hosts do.
const HOST: &[Package] = &[
    Package { name: "nginx-light", programs: &["nginx", "/usr/sbin/nginx"] },
    Package { name: "libnginx-mod-http-brotli-static", programs: &[BROTLI] },
];

/// Installs the browsers that are missing, or says which they are.
pub fn ensure() -> Result<()> {
    install(BROWSERS, &[], "the tests in browsers need")
}

/// Installs what draws and reads printed pages, or says what it is.
pub fn ensure_pdf_reader() -> Result<()> {
    install(PDF_READER, &[], "what looks at printed pages needs")
}

/// Installs the host that is missing, or says what it is.
pub fn ensure_host() -> Result<()> {
    install(HOST, &["--no-install-recommends"], "the test of the sample for nginx needs")
}

/// Installs what opens workbooks, or says what it is.
pub fn ensure_office() -> Result<()> {
    // Nothing but what reads, calculates and writes: no Java, no help, no pictures.
    install(OFFICE, &["--no-install-recommends"], "the tests of the workbook need")
}

/// Installs those of the packages that are missing, or says which they are and who needs them.
fn install(packages: &[Package], how: &[&str], need: &str) -> Result<()> {
    let look = || missing(packages, |program| find_program(program).is_some());
    if look().is_empty() {
        return Ok(());
    }
    // `apt-get update` does not wait for its turn, whatever it is told.
    let _turn = turn("Debian packages")?;
    let missing = look();
    if missing.is_empty() {
        return Ok(());
    }
    if !is_debian(&fs::read_to_string("/etc/os-release").unwrap_or_default()) {
        bail!("{need} programs that are not here; install what Debian calls {} and put it on PATH", missing.join(", "));
    }
    if output(Command::new("id").arg("-u"))? != "0" {
        bail!("{need} Debian packages that are not here; as root, run: apt-get install {}", missing.join(" "));
    }
    println!("Installing {} (at most 2 minutes)", missing.join(", "));
    run(apt().args(["update", "-qq"]))?;
    run(apt().args(["install", "-y", "-qq"]).args(how).args(&missing)).context("they could not be installed")
}

/// The packages none of whose programs is there.
fn missing(packages: &[Package], is_there: impl Fn(&str) -> bool) -> Vec<&'static str> {
    packages
        .iter()
        .filter(|package| !package.programs.iter().any(|program| is_there(program)))
        .map(|package| package.name)
        .collect()
}

/// Tells from `/etc/os-release` whether the system is Debian itself.
fn is_debian(release: &str) -> bool {
    release.lines().any(|line| line.trim().replace('"', "") == "ID=debian")
}

/// An `apt-get` that asks nothing and waits for its turn.
fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive").args(["-o", "DPkg::Lock::Timeout=600"]);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_missing_is_named() {
        let there = ["google-chrome", "chromedriver", "firefox", "Xvfb", "curl"];
        assert_eq!(missing(BROWSERS, |name| there.contains(&name)), ["webkit2gtk-driver"]);
    }

    #[test]
    fn debian_is_told_from_its_derivatives() {
        assert!(is_debian("NAME=x\nID=debian\n"));
        assert!(!is_debian("ID=ubuntu\nID_LIKE=debian\n"));
        assert!(!is_debian(""));
    }
}
