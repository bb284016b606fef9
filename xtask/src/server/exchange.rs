//! One request and its answer, as HTTP/1.1 words them.

use std::io::{BufRead as _, BufReader, Error, ErrorKind, Read as _, Result, Write as _};
use std::net::TcpStream;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use super::fault::{self, Fault};
use super::{Site, mime, packed};

/// How long a silent connection is kept.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long the head of a request may be, in bytes.
const HEAD: u64 = 32_768;

/// What was asked for.
struct Request {
    /// The first line: method, address, version.
    line: String,
    /// Whether the browser reads brotli.
    brotli: bool,
}

/// What is answered, but for the headers that all answers share.
struct Answer {
    status: &'static str,
    mime: &'static str,
    cache: &'static str,
    packed: bool,
    body: Arc<[u8]>,
}

impl Answer {
    fn sentence(status: &'static str, text: &str) -> Self {
        let body = format!("{text}\n").into_bytes().into();
        Self { status, mime: "text/plain; charset=utf-8", cache: "no-cache", packed: false, body }
    }
}

/// Reads the request of a connection, answers it and closes the connection.
pub fn answer(mut stream: TcpStream, site: &Site) -> Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let request = read_request(&stream)?;
    let words: Vec<_> = request.line.split_whitespace().collect();
    let (method, answer) = match words[..] {
        [method, url, _version] => (method, respond(method, url, request.brotli, site)),
        _ => ("", Some(Answer::sentence("400 Bad Request", "This is no request."))),
    };
    let Some(answer) = answer else { return Ok(()) };
    let head = format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: {}\r\n{}\
         Vary: Accept-Encoding\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        answer.status,
        answer.mime,
        answer.body.len(),
        answer.cache,
        if answer.packed { "Content-Encoding: br\r\n" } else { "" },
    );
    stream.write_all(head.as_bytes())?;
    if method != "HEAD" {
        let url = words.get(1).copied().unwrap_or_default().to_owned();
        site.sent.lock().unwrap_or_else(PoisonError::into_inner).push((url, answer.body.len()));
        stream.write_all(&answer.body)?;
    }
    stream.flush()
}

/// The request; of its headers, only the one that says what the browser unpacks is kept.
fn read_request(stream: &TcpStream) -> Result<Request> {
    let mut head = BufReader::new(stream.take(HEAD));
    let mut request = Request { line: String::new(), brotli: false };
    head.read_line(&mut request.line)?;
    let mut header = String::new();
    loop {
        header.clear();
        if head.read_line(&mut header)? == 0 {
            return Err(Error::new(ErrorKind::UnexpectedEof, "half a request"));
        }
        if header.trim().is_empty() {
            return Ok(request);
        }
        request.brotli |= packed::is_accepted(&header);
    }
}

/// What to answer to a request; nothing when the connection is to be dropped.
fn respond(method: &str, url: &str, brotli: bool, site: &Site) -> Option<Answer> {
    if !["GET", "HEAD"].contains(&method) {
        return Some(Answer::sentence("405 Method Not Allowed", "Only GET and HEAD are answered."));
    }
    let Some((fault, extension, rest)) = fault::of(url).filter(|_| site.files.are_faulty()) else {
        return Some(file(url, brotli, site));
    };
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
    }
}

/// The file that a URL asks for.
fn file(url: &str, brotli: bool, site: &Site) -> Answer {
    let found = site.files.find(url).and_then(|path| Some((site.packed.read(&path, brotli).ok()?, path)));
    match found {
        None => missing(),
        Some(((body, packed), path)) => {
            let cache = site.files.cache_policy(&path);
            Answer { status: "200 OK", mime: mime::of(&path), cache, packed, body }
        }
    }
}

fn missing() -> Answer {
    Answer::sentence("404 Not Found", "There is no such file here.")
}
