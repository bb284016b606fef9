//! The built page served by nginx with the sample of `hosting/`, under a sub-path. Those for Apache and Caddy were tried by hand.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::in_browser;
use crate::browsers::{self, BROTLI, Browser};
use crate::folder::files;
use crate::hosting::{self, headers, samples};
use crate::process::Group;
use crate::project::Project;
use crate::server::listen;

/// The sub-path of the sample.
const PLACE: &str = "/simulateur/";

/// How long nginx may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves the page so, reads its headers, and goes through it in a browser.
pub fn check(project: &Project) -> Result<()> {
    browsers::ensure_host()?;
    let dist = project.dist();
    hosting::beside(&dist)?;
    samples::write(project)?;
    let port = listen(0)?.local_addr().context("no free port")?.port();
    let _nginx = start(project, port)?;
    let host = Host { port };
    host.check(&dist)?;
    in_browser::hosted(project, Browser::Chromium, &format!("http://127.0.0.1:{port}{PLACE}"))
}

/// Starts nginx with the sample, its port and folder changed as a webmaster would.
fn start(project: &Project, port: u16) -> Result<Group> {
    let folder = project.target().join("xtask-hosted");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let mut sample = samples::sample(project, "nginx.conf")?;
    let address = format!("listen 127.0.0.1:{port};");
    let files = format!("alias {}/;", project.dist().display());
    for (model, own) in [("listen 80;", &address), ("alias /srv/simulateur/;", &files)] {
        ensure!(sample.matches(model).count() == 1, "the sample for nginx has no single `{model}`");
        sample = sample.replace(model, own);
    }
    let here = folder.display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|what| format!("{what}_temp_path {here}/temporary;\n"))
        .concat();
    let user = if is_root() { "user root;\n" } else { "" };
    let whole = format!(
        "{user}daemon off;\npid {here}/nginx.pid;\nload_module {BROTLI};\nevents {{}}\n\
         http {{\naccess_log off;\n{temporary}{sample}}}\n"
    );
    let file = folder.join("nginx.conf");
    fs::write(&file, whole).with_context(|| format!("{} cannot be written", file.display()))?;
    let log = File::create(folder.join("nginx.log")).context("nginx has no log")?;
    let mut nginx = Command::new("nginx");
    nginx.arg("-e").arg("stderr").arg("-c").arg(&file).stderr(log);
    let mut group = Group::start(&mut nginx)?;
    let started = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        let ended = group.child().try_wait().context("nginx cannot be waited for")?;
        if ended.is_some() || started.elapsed() > PATIENCE {
            bail!("nginx does not start; {here}/nginx.log tells more");
        }
        sleep(Duration::from_millis(50));
    }
    Ok(group)
}

fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

/// A running host.
struct Host {
    port: u16,
}

/// What it answered.
struct Answer {
    head: String,
    body: Vec<u8>,
}

impl Host {
    fn ask(&self, url: &str, encoding: &str) -> Result<Answer> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).context("nginx does not answer")?;
        write!(
            stream,
            "GET {url} HTTP/1.1\r\nHost: simulateur.example.fr\r\nAccept-Encoding: {encoding}\r\nConnection: close\r\n\r\n"
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").context("no end of the head")?;
        let head = format!("{}\r\n", String::from_utf8_lossy(answer.get(..end).unwrap_or_default()));
        Ok(Answer { head, body: answer.split_off(end + 4) })
    }

    /// Encodings, types, caching and protection.
    fn check(&self, dist: &Path) -> Result<()> {
        let names: Vec<String> =
            files(dist)?.iter().filter_map(|path| Some(path.strip_prefix(dist).ok()?.to_str()?.to_owned())).collect();
        let wasm = names.iter().find(|name| name.ends_with("_bg.wasm")).context("dist/ has no wasm")?;
        let style = names.iter().find(|name| name.ends_with(".css")).context("dist/ has no style")?;
        let cases = [
            ("", "index.html", "text/html; charset=utf-8", "no-cache"),
            ("catalogue.html", "catalogue.html", "text/html; charset=utf-8", "no-cache"),
            ("catalogue.csv", "catalogue.csv", "text/csv; charset=utf-8", "no-cache"),
            ("catalogue.json", "catalogue.json", "application/json", "no-cache"),
            (wasm, wasm, "application/wasm", FOR_EVER),
            (style, style, "text/css; charset=utf-8", FOR_EVER),
        ];
        let own = headers::all(dist);
        for (url, file, mime, cache) in cases {
            for (asked, given, extension) in
                [("br, gzip", "br", ".br"), ("gzip, deflate", "gzip", ".gz"), ("identity", "", "")]
            {
                let answer = self.ask(&format!("{PLACE}{url}"), asked)?;
                let said = format!("{url} as {asked}: {}", answer.head);
                ensure!(answer.head.starts_with("HTTP/1.1 200 "), "{said}");
                ensure!(answer.has("Content-Type", mime) && answer.has("Cache-Control", cache), "{said}");
                ensure!(given.is_empty() != answer.has("Content-Encoding", given), "{said}");
                ensure!(answer.has("Vary", "Accept-Encoding"), "{said}");
                own.iter().try_for_each(|(name, value)| {
                    ensure!(answer.has(name, value), "{name} is not {value} in {said}");
                    Ok(())
                })?;
                let expected = fs::read(dist.join(format!("{file}{extension}")))?;
                ensure!(answer.body == expected, "other bytes: {said}");
            }
        }
        let missing = self.ask(&format!("{PLACE}none.html"), "br")?;
        ensure!(missing.head.starts_with("HTTP/1.1 404 ") && missing.has("X-Content-Type-Options", "nosniff"));
        // Were it kept, a file that came late would be missing for a year.
        let missing = self.ask(&format!("{PLACE}none-0123456789abcdef.js"), "br")?;
        ensure!(missing.head.starts_with("HTTP/1.1 404 ") && missing.has("Cache-Control", "no-cache"));
        let bare = self.ask(PLACE.trim_end_matches('/'), "br")?;
        ensure!(bare.has("Location", PLACE), "{}", bare.head);
        Ok(())
    }
}

/// How long a file whose name changes with its content is kept.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

impl Answer {
    /// Whether a header was sent with that value, and once.
    fn has(&self, name: &str, value: &str) -> bool {
        self.head.matches(&format!("\r\n{name}: {value}\r\n")).count() == 1
    }
}
