//! A small server for the files of the built page.
//!
//! Each connection has a thread of its own and is closed after one answer, so
//! that the connections which browsers open in advance keep nobody waiting.

mod exchange;
mod fault;
mod files;
pub mod mime;
mod packed;
mod watch;

use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{JoinHandle, spawn};

use anyhow::{Context, Result, anyhow, bail};

use files::Files;
use packed::Packed;
use watch::Watch;

/// Listens to a port of this machine only; port 0 takes a free one.
pub fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        if error.kind() == ErrorKind::AddrInUse {
            anyhow!("port {port} is taken by another program: choose another with --port")
        } else {
            anyhow!("port {port} cannot be listened to: {error}")
        }
    })
}

/// What a server answers from.
struct Site {
    files: Files,
    packed: Packed,
    /// For the tests alone: faults and reports.
    watch: Option<Watch>,
    /// The address and the length of every answer's body, since they were last taken.
    sent: Mutex<Vec<(String, usize)>>,
}

/// A running server; it stops when dropped.
pub struct Server {
    address: SocketAddr,
    site: Arc<Site>,
    stopping: Arc<AtomicBool>,
    acceptor: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves a folder where [`listen`] listens.
    pub fn start(folder: &Path, listener: TcpListener) -> Result<Self> {
        Self::serve(folder, listener, None)
    }

    /// Serves a folder likewise, with the faults of [`fault`] for whoever asks for them, and an eye on
    /// what browsers report and send.
    pub fn start_watched(folder: &Path, listener: TcpListener) -> Result<Self> {
        Self::serve(folder, listener, Some(Watch::default()))
    }

    fn serve(folder: &Path, listener: TcpListener, watch: Option<Watch>) -> Result<Self> {
        let site =
            Arc::new(Site { files: Files::new(folder)?, packed: Packed::default(), watch, sent: Mutex::default() });
        let address = listener.local_addr().context("the server has no address")?;
        let stopping = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&stopping);
        let answered = Arc::clone(&site);
        let acceptor = spawn(move || accept(&listener, &answered, &stop));
        Ok(Self { address, site, stopping, acceptor: Some(acceptor) })
    }

    /// Packs every file now, so that no browser waits for it.
    pub fn pack_all(&self) -> Result<()> {
        for path in self.site.files.all()? {
            self.site.packed.read(&path, true).with_context(|| format!("{} cannot be packed", path.display()))?;
        }
        Ok(())
    }

    /// What was sent since this was last called: addresses and lengths.
    pub fn sent(&self) -> Vec<(String, usize)> {
        std::mem::take(&mut self.site.sent.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Waits for as long as the server runs.
    pub fn wait(mut self) -> Result<()> {
        let ended = self.acceptor.take().map(JoinHandle::join);
        if matches!(ended, Some(Err(_))) {
            bail!("the server stopped by itself");
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for a connection.
        let woken = TcpStream::connect(self.address).is_ok();
        if let Some(acceptor) = self.acceptor.take().filter(|_| woken) {
            let _ = acceptor.join();
        }
    }
}

/// Takes connections until the server is told to stop.
fn accept(listener: &TcpListener, site: &Arc<Site>, stop: &AtomicBool) {
    for stream in listener.incoming() {
        if stop.load(Ordering::SeqCst) {
            return;
        }
        if let Ok(stream) = stream {
            let site = Arc::clone(site);
            // A browser may well go away before it has read the answer.
            spawn(move || exchange::answer(stream, &site).ok());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::{env, fs, process};

    use super::*;

    fn ask(address: SocketAddr, line: &str) -> String {
        String::from_utf8(ask_with(address, line, "")).unwrap()
    }

    fn ask_with(address: SocketAddr, line: &str, headers: &str) -> Vec<u8> {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "{line} HTTP/1.1\r\nHost: x\r\n{headers}\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        answer
    }

    /// The head of an answer and its body.
    fn parted(answer: &[u8]) -> (String, &[u8]) {
        let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap();
        (String::from_utf8(answer[..end].to_vec()).unwrap(), &answer[end + 4..])
    }

    #[test]
    fn what_a_browser_still_has_is_not_sent_again() {
        let folder = env::temp_dir().join(format!("xtask-marks-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("sw.js"), "self").unwrap();
        let server = Server::start(&folder, listen(0).unwrap()).unwrap();
        let first = ask(server.address, "GET /sw.js");
        let mark = first.lines().find_map(|line| line.strip_prefix("ETag: ")).unwrap();
        let again = |known: &str| {
            let answer = ask_with(server.address, "GET /sw.js", &format!("If-None-Match: {known}\r\n"));
            String::from_utf8(answer).unwrap()
        };
        for known in [mark.to_owned(), format!("\"0\", {mark}")] {
            let answer = again(&known);
            assert!(answer.starts_with("HTTP/1.1 304 ") && answer.ends_with("\r\n\r\n"), "{known}: {answer}");
        }
        assert!(again("\"0\"").ends_with("\r\n\r\nself"));
        fs::write(folder.join("sw.js"), "other").unwrap();
        assert!(again(mark).ends_with("\r\n\r\nother"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn faults_are_made_only_where_they_are_wanted() {
        let folder = env::temp_dir().join(format!("xtask-faults-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "<p>hello").unwrap();
        fs::write(folder.join("a.wasm"), "wasm").unwrap();
        let server = Server::start_watched(&folder, listen(0).unwrap()).unwrap();
        for (url, end) in [
            ("/a.wasm", "\r\n\r\nwasm"),
            ("/~cut-wasm/a.wasm", "\r\n\r\nwa"),
            ("/~page-wasm/a.wasm", "<p>hello"),
            ("/~missing-wasm/a.wasm", "no such file here.\n"),
            ("/~missing-wasm/", "<p>hello"),
        ] {
            let answer = ask(server.address, &format!("GET {url}"));
            assert!(answer.ends_with(end), "{url}: {answer}");
        }
        // What is packed for others is cut as it is; what is not touched stays packed.
        let accepting = "Accept-Encoding: br\r\n";
        let cut = ask_with(server.address, "GET /~cut-wasm/a.wasm", accepting);
        let (head, body) = parted(&cut);
        assert!(body == b"wa" && !head.contains("Content-Encoding"), "{head}");
        let page = ask_with(server.address, "GET /~cut-wasm/", accepting);
        assert!(parted(&page).0.contains("\r\nContent-Encoding: br\r\n"));
        // What a browser reports, and what says more than which file is wanted, is told once.
        ask_with(server.address, "POST /~reports", "Content-Length: 0\r\n");
        ask(server.address, "GET /a.wasm?secret");
        assert!(ask(server.address, "GET /~reports").ends_with("\r\n\r\n\nGET /a.wasm?secret"));
        assert!(ask(server.address, "GET /~reports").ends_with("\r\n\r\n"));
        let bare = ask(server.address, "GET /~cut-wasm/~bare/");
        assert!(bare.contains("<title>") && !bare.contains("Security-Policy"), "{bare}");
        assert!(page.starts_with(b"HTTP") && parted(&page).0.contains("; report-uri /~reports\r\n"));
        let sound = Server::start(&folder, listen(0).unwrap()).unwrap();
        assert!(ask(sound.address, "GET /~cut-wasm/a.wasm").starts_with("HTTP/1.1 404 "));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn files_are_served_until_the_server_is_dropped() {
        let folder = env::temp_dir().join(format!("xtask-server-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "<p>hello").unwrap();
        fs::write(folder.join("a-0123456789abcdef.wasm"), "wasm").unwrap();
        let server = Server::start(&folder, listen(0).unwrap()).unwrap();
        let address = server.address;
        // Connections that say nothing must not keep the others waiting.
        let _silent: Vec<_> = (0..20).map(|_| TcpStream::connect(address)).collect();

        let page = ask(address, "GET /");
        assert!(page.starts_with("HTTP/1.1 200 "), "{page}");
        assert!(page.contains("\r\nCache-Control: no-cache\r\n"), "{page}");
        assert!(page.ends_with("\r\n\r\n<p>hello"), "{page}");
        assert!(!page.contains("Content-Encoding"), "{page}");
        assert!(page.contains("\r\nContent-Security-Policy: default-src 'none'; "), "{page}");
        let wasm = ask(address, "HEAD /a-0123456789abcdef.wasm");
        assert!(wasm.contains("Content-Type: application/wasm"), "{wasm}");
        assert!(wasm.contains("immutable"), "{wasm}");
        assert!(wasm.ends_with("\r\n\r\n"), "{wasm}");
        assert!(ask(address, "GET /none").starts_with("HTTP/1.1 404 "));
        assert!(ask(address, "POST /").starts_with("HTTP/1.1 405 "));
        assert!(ask(address, "nonsense").starts_with("HTTP/1.1 400 "));

        let page = ask_with(address, "GET /", "accept-encoding: gzip, br\r\n");
        let (head, body) = parted(&page);
        assert!(head.contains("\r\nContent-Encoding: br\r\n"), "{head}");
        assert!(head.contains("\r\nVary: Accept-Encoding\r\n"), "{head}");
        assert!(head.contains(&format!("\r\nContent-Length: {}\r\n", body.len())), "{head}");
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &*body, &mut unpacked).unwrap();
        assert_eq!(unpacked, b"<p>hello");

        let taken = listen(address.port()).unwrap_err();
        assert!(taken.to_string().contains("is taken"), "{taken}");
        drop(server);
        assert!(TcpStream::connect(address).is_err());
        fs::remove_dir_all(folder).unwrap();
    }
}
