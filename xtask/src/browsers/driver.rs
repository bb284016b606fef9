//! A WebDriver server, which starts a browser when a test asks for one.

use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::{Browser, Display, prepare};
use crate::process::Group;
use crate::project::Project;

/// How long a driver may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// How many ports are tried: another program may take one before the driver.
const TRIES: usize = 3;

/// A running driver; it ends with the value, and its browsers with it.
pub struct Driver {
    address: SocketAddr,
    _group: Group,
}

impl Driver {
    /// Starts the browser's driver on a free port and waits until it answers.
    pub fn start(project: &Project, browser: Browser, display: Option<&Display>) -> Result<Self> {
        let logs = project.logs();
        fs::create_dir_all(&logs).with_context(|| format!("{} cannot be made", logs.display()))?;
        let log = logs.join(format!("{}.log", browser.name()));
        for _ in 0..TRIES {
            let file = File::create(&log).with_context(|| format!("{} cannot be written", log.display()))?;
            if let Some(driver) = Self::try_start(browser, display, file)? {
                return Ok(driver);
            }
        }
        bail!("the driver of {} does not start; {} tells more", browser.name(), log.display())
    }

    /// One try; none when the driver ends or stays silent.
    fn try_start(browser: Browser, display: Option<&Display>, log: File) -> Result<Option<Self>> {
        let address = free_address()?;
        let mut command = Command::new(browser.driver_program()?);
        command
            .arg(format!("--port={}", address.port()))
            .stdout(log.try_clone().context("a log cannot be shared")?)
            .stderr(log);
        prepare(&mut command, display);
        let mut group = Group::start(&mut command)?;
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            let ended = group.child().try_wait();
            if ended.context("the driver cannot be waited for")?.is_some() {
                return Ok(None);
            }
            if TcpStream::connect(address).is_ok() {
                return Ok(Some(Self { address, _group: group }));
            }
            sleep(Duration::from_millis(50));
        }
        Ok(None)
    }

    /// The address that tests talk to.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

/// A port of this machine that nobody is using.
fn free_address() -> Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .context("this machine has no free port")
}
