//! One request and its answer, as HTTP/1.1 words them.

use std::fs;
use std::io::{BufRead as _, BufReader, Error, ErrorKind, Read as _, Result, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use super::fault::{self, Fault};
use super::files::Files;
use super::mime;

/// How long a silent connection is kept.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long the head of a request may be, in bytes.
const HEAD: u64 = 32_768;

/// What is answered, but for the headers that all answers share.
struct Answer {
    status: &'static str,
    mime: &'static str,
    cache: &'static str,
    body: Vec<u8>,
}

impl Answer {
    fn sentence(status: &'static str, text: &str) -> Self {
        Self { status, mime: "text/plain; charset=utf-8", cache: "no-cache", body: format!("{text}\n").into_bytes() }
    }
}

/// Reads the request of a connection, answers it and closes the connection.
pub fn answer(mut stream: TcpStream, files: &Files) -> Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let line = read_request(&stream)?;
    let words: Vec<_> = line.split_whitespace().collect();
    let (method, answer) = match words[..] {
        [method, url, _version] => (method, respond(method, url, files)),
        _ => ("", Some(Answer::sentence("400 Bad Request", "This is no request."))),
    };
    let Some(answer) = answer else { return Ok(()) };
    let head = format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: {}\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        answer.status,
        answer.mime,
        answer.body.len(),
        answer.cache
    );
    stream.write_all(head.as_bytes())?;
    if method != "HEAD" {
        stream.write_all(&answer.body)?;
    }
    stream.flush()
}

/// The first line of the request; the headers are read and forgotten.
fn read_request(stream: &TcpStream) -> Result<String> {
    let mut head = BufReader::new(stream.take(HEAD));
    let mut request = String::new();
    head.read_line(&mut request)?;
    let mut header = String::new();
    loop {
        header.clear();
        if head.read_line(&mut header)? == 0 {
            return Err(Error::new(ErrorKind::UnexpectedEof, "half a request"));
        }
        if header.trim().is_empty() {
            return Ok(request);
        }
    }
}

/// What to answer to a request; nothing when the connection is to be dropped.
fn respond(method: &str, url: &str, files: &Files) -> Option<Answer> {
    if !["GET", "HEAD"].contains(&method) {
        return Some(Answer::sentence("405 Method Not Allowed", "Only GET and HEAD are answered."));
    }
    let Some((fault, extension, rest)) = fault::of(url).filter(|_| files.are_faulty()) else {
        return Some(file(url, files));
    };
    let touched = files.find(rest).is_some_and(|path| fault::touches(extension, &path));
    match fault {
        _ if !touched => Some(file(rest, files)),
        Fault::Missing => Some(missing()),
        Fault::Page => Some(file("/", files)),
        Fault::Cut => {
            let mut answer = file(rest, files);
            answer.body.truncate(answer.body.len() / 2);
            Some(answer)
        }
        Fault::Dropped => None,
    }
}

/// The file that a URL asks for.
fn file(url: &str, files: &Files) -> Answer {
    let found = files.find(url).and_then(|path| Some((fs::read(&path).ok()?, path)));
    match found {
        None => missing(),
        Some((body, path)) => {
            Answer { status: "200 OK", mime: mime::of(&path), cache: files.cache_policy(&path), body }
        }
    }
}

fn missing() -> Answer {
    Answer::sentence("404 Not Found", "There is no such file here.")
}
