//! A host of a journey's own: it serves the page in a folder of its site, publishes other versions, and stops.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::spawn;

/// The folder of the site that the page stands in.
const FOLDER: &str = "/services/simulateur/";

/// What is served now, and what was asked for.
#[derive(Default)]
struct Site {
    /// None while the host is stopped.
    folder: Option<PathBuf>,
    /// Files that stand in for those of the folder.
    instead: HashMap<String, Vec<u8>>,
    asked: Vec<String>,
}

/// A running host; its thread ends with the tests.
pub struct Host {
    address: SocketAddr,
    site: Arc<Mutex<Site>>,
}

impl Host {
    /// Serves the page that this folder holds.
    pub fn of(folder: &str) -> Host {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let host = Host { address: listener.local_addr().unwrap(), site: Arc::default() };
        host.publish(folder);
        let site = Arc::clone(&host.site);
        spawn(move || {
            for stream in listener.incoming().flatten() {
                let site = Arc::clone(&site);
                // A browser may go away before it has read the answer.
                spawn(move || answer(stream, &site).ok());
            }
        });
        host
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://{}{FOLDER}", self.address)
    }

    /// Puts another build in the place of the one before, starting again if it was stopped.
    pub fn publish(&self, folder: &str) {
        lock(&self.site).folder = Some(PathBuf::from(folder));
    }

    /// Puts one file in the place of the build's own.
    pub fn put(&self, name: &str, content: Vec<u8>) {
        lock(&self.site).instead.insert(name.to_owned(), content);
    }

    /// Answers nothing any more.
    pub fn stop(&self) {
        lock(&self.site).folder = None;
    }

    /// The names of the files that were asked for since this was last called.
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.site).asked)
    }
}

fn lock(site: &Mutex<Site>) -> MutexGuard<'_, Site> {
    site.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads the request of a connection, answers it and closes the connection; a stopped host only does the last.
fn answer(mut stream: TcpStream, site: &Mutex<Site>) -> std::io::Result<()> {
    let mut head = BufReader::new(stream.try_clone()?).lines();
    let request = head.next().unwrap_or(Ok(String::new()))?;
    for line in head {
        if line?.is_empty() {
            break;
        }
    }
    let Some(content) = content(&request, site) else { return Ok(()) };
    let (status, kind, body) = match content {
        Ok((kind, body)) => ("200 OK", kind, body),
        Err(()) => ("404 Not Found", "text/plain", Vec::new()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         Connection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

/// What a request asks for, with its type; nothing while the host is stopped.
fn content(request: &str, site: &Mutex<Site>) -> Option<Result<(&'static str, Vec<u8>), ()>> {
    let mut site = lock(site);
    let folder = site.folder.clone()?;
    let path = request.split(' ').nth(1).unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default();
    let Some(name) = path.strip_prefix(FOLDER).filter(|name| !name.contains('/')) else { return Some(Err(())) };
    let name = if name.is_empty() { "index.html" } else { name };
    site.asked.push(name.to_owned());
    let body = site.instead.get(name).cloned().or_else(|| fs::read(folder.join(name)).ok());
    Some(body.map(|body| (kind(name), body)).ok_or(()))
}

/// What browsers insist on being told.
fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}
