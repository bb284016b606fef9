//! A small server for the files of the built page.
//!
//! Each connection has a thread of its own and is closed after one answer, so
//! that the connections which browsers open in advance keep nobody waiting.

mod exchange;
mod fault;
mod files;
mod mime;

use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{JoinHandle, spawn};

use anyhow::{Context, Result, anyhow, bail};

use files::Files;

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

/// A running server; it stops when dropped.
pub struct Server {
    address: SocketAddr,
    stopping: Arc<AtomicBool>,
    acceptor: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves a folder where [`listen`] listens.
    pub fn start(folder: &Path, listener: TcpListener) -> Result<Self> {
        Self::serve(Files::new(folder)?, listener)
    }

    /// Serves a folder likewise, with the faults of [`fault`] for whoever asks for them.
    pub fn start_faulty(folder: &Path, listener: TcpListener) -> Result<Self> {
        Self::serve(Files::new(folder)?.faulty(), listener)
    }

    fn serve(files: Files, listener: TcpListener) -> Result<Self> {
        let files = Arc::new(files);
        let address = listener.local_addr().context("the server has no address")?;
        let stopping = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&stopping);
        let acceptor = spawn(move || accept(&listener, &files, &stop));
        Ok(Self { address, stopping, acceptor: Some(acceptor) })
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
fn accept(listener: &TcpListener, files: &Arc<Files>, stop: &AtomicBool) {
    for stream in listener.incoming() {
        if stop.load(Ordering::SeqCst) {
            return;
        }
        if let Ok(stream) = stream {
            let files = Arc::clone(files);
            // A browser may well go away before it has read the answer.
            spawn(move || exchange::answer(stream, &files).ok());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::{env, fs, process};

    use super::*;

    fn ask(address: SocketAddr, line: &str) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "{line} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn faults_are_made_only_where_they_are_wanted() {
        let folder = env::temp_dir().join(format!("xtask-faults-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "<p>hello").unwrap();
        fs::write(folder.join("a.wasm"), "wasm").unwrap();
        let server = Server::start_faulty(&folder, listen(0).unwrap()).unwrap();
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
        let wasm = ask(address, "HEAD /a-0123456789abcdef.wasm");
        assert!(wasm.contains("Content-Type: application/wasm"), "{wasm}");
        assert!(wasm.contains("immutable"), "{wasm}");
        assert!(wasm.ends_with("\r\n\r\n"), "{wasm}");
        assert!(ask(address, "GET /none").starts_with("HTTP/1.1 404 "));
        assert!(ask(address, "POST /").starts_with("HTTP/1.1 405 "));
        assert!(ask(address, "nonsense").starts_with("HTTP/1.1 400 "));

        let taken = listen(address.port()).unwrap_err();
        assert!(taken.to_string().contains("is taken"), "{taken}");
        drop(server);
        assert!(TcpStream::connect(address).is_err());
        fs::remove_dir_all(folder).unwrap();
    }
}
