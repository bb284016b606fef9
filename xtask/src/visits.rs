//! `cargo xtask visits`: what a first visit and a second one transfer, as our own server sends it to a Chromium.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use anyhow::{Context, Result, ensure};

use crate::args::Args;
use crate::browsers::{self, Browser, Driver};
use crate::process::Group;
use crate::project::{PAGE_PACKAGE, Project};
use crate::server::{Server, listen};

/// Visits `dist/` twice in one browser, and prints the requests of each phase with their weights.
pub fn run(project: &Project, args: &mut Args) -> Result<()> {
    args.finish()?;
    browsers::ensure()?;
    let server = Server::start(&project.dist(), listen(0)?)?;
    server.pack_all()?;
    let driver = Driver::start(project, Browser::Chromium, None)?;
    let mut bench = project.cargo();
    bench
        .args(["bench", "--quiet", "--profile", "dev", "-p", PAGE_PACKAGE, "--features", "e2e", "--bench", "page"])
        .env("E2E_BROWSER", Browser::Chromium.name())
        .env("E2E_WEBDRIVER", driver.url())
        .env("E2E_PAGE", server.url())
        .env("BENCH_VISITS", "yes")
        .stdout(Stdio::piped());
    let mut visitor = Group::start(&mut bench)?;
    let phases = visitor.child().stdout.take().context("the visitor says nothing")?;
    // Each phase is named when it is over: what was sent until then is its own.
    for phase in BufReader::new(phases).lines() {
        print!("{}", table(&phase.context("the visitor cannot be heard")?, &server.sent()));
    }
    let status = visitor.child().wait().context("the visitor cannot be waited for")?;
    ensure!(status.success(), "the visits failed ({status})");
    Ok(())
}

/// A phase: its requests in their order, and their sum.
fn table(phase: &str, sent: &[(String, usize)]) -> String {
    let mut text = format!("{phase}:\n");
    for (url, bytes) in sent {
        text += &format!("{bytes:>9}  {url}\n");
    }
    let total: usize = sent.iter().map(|(_, bytes)| bytes).sum();
    text + &format!("{total:>9}  bytes in {} requests\n\n", sent.len())
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn a_phase_ends_with_its_sum() {
        let sent = [("/".to_owned(), 1_500), ("/a.css".to_owned(), 500)];
        let text = table("first", &sent);
        assert!(text.starts_with("first:\n     1500  /\n"), "{text}");
        assert!(text.contains("     2000  bytes in 2 requests\n"), "{text}");
        assert!(table("again", &[]).contains("        0  bytes in 0 requests"));
    }
}
