//! One request and its answer, as HTTP/1.1 words them.

use std::io::{BufRead as _, BufReader, Error, ErrorKind, Read as _, Result, Write as _};
use std::net::TcpStream;
use std::sync::{Arc, PoisonError};
use std::thread::sleep;
use std::time::Duration;

use super::fault::{self, Fault};
use super::{Site, mime, packed, watch};
use crate::fingerprint::fingerprint;
use crate::hosting::headers;
use crate::offline::WORKER;

/// How long a silent connection is kept.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long the head of a request may be, in bytes.
const HEAD: u64 = 32_768;

/// The status of an answer that holds what was asked for.
const FOUND: &str = "200 OK";

/// What was asked for.
struct Request {
    /// The first line: method, address, version.
    line: String,
    /// Whether the browser reads brotli.
    brotli: bool,
    /// The marks of what the browser still has, as it sends them.
    known: String,
    /// What it sends along.
    body: String,
}

/// What is answered, but for the headers that all answers share.
struct Answer {
    status: &'static str,
    mime: &'static str,
    cache: &'static str,
    packed: bool,
    protection: Protection,
    body: Arc<[u8]>,
}

/// Which of the page's own headers go with an answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Protection {
    /// None.
    Without,
    /// All.
    Whole,
    /// All, and wasm is forbidden.
    AgainstWasm,
}

impl Answer {
    /// A page of the tests' own.
    fn bare(page: &str) -> Self {
        let body = page.as_bytes().into();
        Self { mime: "text/html; charset=utf-8", body, protection: Protection::Without, ..Self::sentence(FOUND, "") }
    }

    fn sentence(status: &'static str, text: &str) -> Self {
        let body = format!("{text}\n").into_bytes().into();
        Self {
            status,
            mime: "text/plain; charset=utf-8",
            cache: "no-cache",
            packed: false,
            protection: Protection::Whole,
            body,
        }
    }
}

/// Reads the request of a connection, answers it and closes the connection.
pub fn answer(mut stream: TcpStream, site: &Site) -> Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let request = read_request(&stream)?;
    let words: Vec<_> = request.line.split_whitespace().collect();
    let (method, answer) = match words[..] {
        [method, url, _version] => (method, watched(method, url, &request, site)),
        _ => ("", Some(Answer::sentence("400 Bad Request", "This is no request."))),
    };
    let Some(mut answer) = answer else { return Ok(()) };
    let mark = mark(&answer.body);
    if answer.status == FOUND && request.known.split(',').any(|known| known.trim() == mark) {
        answer = Answer { status: "304 Not Modified", body: Arc::default(), ..answer };
    }
    let head = format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nETag: {mark}\r\nCache-Control: {}\r\n{}{}\
         Vary: Accept-Encoding\r\nConnection: close\r\n\r\n",
        answer.status,
        answer.mime,
        answer.body.len(),
        answer.cache,
        if answer.packed { "Content-Encoding: br\r\n" } else { "" },
        protection(answer.protection, site),
    );
    stream.write_all(head.as_bytes())?;
    if method != "HEAD" {
        let url = words.get(1).copied().unwrap_or_default().to_owned();
        site.sent.lock().unwrap_or_else(PoisonError::into_inner).push((url, answer.body.len()));
        stream.write_all(&answer.body)?;
    }
    stream.flush()
}

/// The mark by which a browser asks whether what it has is still what would be sent.
fn mark(body: &[u8]) -> String {
    format!("\"{:016x}\"", fingerprint(body))
}

/// The page's own headers, as HTTP words them.
fn protection(protection: Protection, site: &Site) -> String {
    if protection == Protection::Without {
        return String::new();
    }
    let headers = headers::all(site.files.root()).into_iter();
    headers.fold(String::new(), |head, (name, value)| {
        // What is forbidden on purpose is not reported.
        let value = match (protection, &site.watch, name) {
            (Protection::AgainstWasm, ..) => value.replace("'wasm-unsafe-eval'", ""),
            (_, Some(_), "Content-Security-Policy") => format!("{value}; report-uri {}", watch::PLACE),
            _ => value,
        };
        head + &format!("{name}: {value}\r\n")
    })
}

/// The request; of its headers, only those that say what the browser unpacks and sends are read.
fn read_request(stream: &TcpStream) -> Result<Request> {
    let mut head = BufReader::new(stream.take(HEAD));
    let mut request = Request { line: String::new(), brotli: false, known: String::new(), body: String::new() };
    let mut length = 0;
    head.read_line(&mut request.line)?;
    let mut header = String::new();
    loop {
        header.clear();
        if head.read_line(&mut header)? == 0 {
            return Err(Error::new(ErrorKind::UnexpectedEof, "half a request"));
        }
        if header.trim().is_empty() {
            head.take(length).read_to_string(&mut request.body)?;
            return Ok(request);
        }
        match header.split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().unwrap_or_default();
            }
            Some((name, value)) if name.eq_ignore_ascii_case("if-none-match") => {
                value.trim().clone_into(&mut request.known)
            }
            _ => {}
        }
        request.brotli |= packed::is_accepted(&header);
    }
}

/// The same as [`respond`], under the eyes of the tests where they want it.
fn watched(method: &str, url: &str, request: &Request, site: &Site) -> Option<Answer> {
    let Some(watch) = &site.watch else { return respond(method, url, request.brotli, site) };
    match (method, url) {
        ("GET", watch::PLACE) => Some(Answer::bare(&watch.take())),
        ("POST", watch::PLACE) => {
            watch.note(request.body.clone());
            Some(Answer::sentence(FOUND, ""))
        }
        _ if url.ends_with(watch::BARE) => Some(Answer::bare(watch::BARE_PAGE)),
        _ => {
            watch.look(method, url);
            respond(method, url, request.brotli, site)
        }
    }
}

/// What to answer to a request; nothing when the connection is to be dropped.
fn respond(method: &str, url: &str, brotli: bool, site: &Site) -> Option<Answer> {
    if !["GET", "HEAD"].contains(&method) {
        return Some(Answer::sentence("405 Method Not Allowed", "Only GET and HEAD are answered."));
    }
    let Some((fault, extension, rest)) = fault::of(url).filter(|_| site.watch.is_some()) else {
        return Some(file(url, brotli, site));
    };
    // A browser that kept the page would ask for nothing of it again, and the fault would be over.
    if rest.ends_with(WORKER) {
        return Some(missing());
    }
    let touched = site.files.find(rest).is_some_and(|path| fault::touches(extension, &path));
    match fault {
        _ if !touched => Some(file(rest, brotli, site)),
        Fault::Missing => Some(missing()),
        Fault::Page => Some(file("/", brotli, site)),
        Fault::Cut => {
            // As it is: a browser refuses half of a packed file before the page sees any of it.
            let mut answer = file(rest, false, site);
            answer.body = answer.body[..answer.body.len() / 2].into();
            Some(answer)
        }
        Fault::Dropped => None,
        Fault::Late => {
            sleep(fault::LATE);
            // Each time it is asked for.
            Some(Answer { cache: "no-store", ..file(rest, brotli, site) })
        }
        Fault::Text => Some(Answer { mime: "text/plain; charset=utf-8", ..file(rest, brotli, site) }),
        Fault::Altered => {
            let mut answer = file(rest, false, site);
            answer.body = answer.body.iter().copied().chain(*b"\n;").collect();
            Some(answer)
        }
        Fault::Forbidden => Some(Answer { protection: Protection::AgainstWasm, ..file(rest, brotli, site) }),
        Fault::Old => {
            let mut answer = file(rest, false, site);
            answer.body = fault::aged(&String::from_utf8_lossy(&answer.body)).into_bytes().into();
            Some(answer)
        }
    }
}

/// The file that a URL asks for.
fn file(url: &str, brotli: bool, site: &Site) -> Answer {
    let found = site.files.find(url).and_then(|path| Some((site.packed.read(&path, brotli).ok()?, path)));
    match found {
        None => missing(),
        Some(((body, packed), path)) => {
            let cache = site.files.cache_policy(&path);
            Answer { status: FOUND, mime: mime::of(&path), cache, packed, protection: Protection::Whole, body }
        }
    }
}

fn missing() -> Answer {
    Answer::sentence("404 Not Found", "There is no such file here.")
}
