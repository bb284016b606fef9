//! A screen in memory, for a browser that needs a window.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::process::Group;

/// A running Xvfb; it ends with the value.
pub struct Display {
    name: String,
    _server: Group,
}

impl Display {
    /// Starts a screen under the first number that is free.
    pub fn start() -> Result<Self> {
        let mut command = Command::new("Xvfb");
        command
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24"])
            .args(["-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut server = Group::start(&mut command)?;
        let stdout = server.child().stdout.take();
        let mut number = String::new();
        BufReader::new(stdout.context("Xvfb has no output")?)
            .read_line(&mut number)
            .context("the number of Xvfb's screen cannot be read")?;
        let number = number.trim();
        if number.is_empty() {
            bail!("Xvfb ended without opening a screen");
        }
        Ok(Self { name: format!(":{number}"), _server: server })
    }

    /// What DISPLAY must say to show something there.
    pub fn name(&self) -> &str {
        &self.name
    }
}
