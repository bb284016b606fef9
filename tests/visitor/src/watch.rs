//! What the test server notes: what the page's policy stopped, and requests that say more than which
//! file is wanted.

use crate::browser;
use crate::page::Page;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use url::Url;

/// What the page fetched from elsewhere, as the browser itself lists it.
const ELSEWHERE: &str = "
    return performance.getEntriesByType('resource').map(entry => new URL(entry.name))
        .filter(url => url.origin !== location.origin && !['data:', 'blob:'].includes(url.protocol))
        .map(url => url.href)";

/// What was noted since last asked; nothing where another server than ours serves the page.
pub fn noted() -> String {
    let url = Url::parse(&browser::page_url()).unwrap();
    let address = (url.host_str().unwrap(), url.port().unwrap());
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET /~reports HTTP/1.1\r\nHost: {}\r\n\r\n", address.0).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
    body.to_owned()
}

impl Page {
    /// Nothing left the page's own origin, and its policy stopped nothing.
    pub async fn assert_kept_in(&self) {
        assert_eq!(self.script::<Vec<String>>(ELSEWHERE).await, [""; 0], "fetched from elsewhere");
        if browser::is_watched() {
            assert_eq!(noted(), "", "reported or sent");
        }
    }
}
