//! Running other programs, and making sure that none outlives us.
//!
//! A browser's driver starts a whole family of processes. Each such program is
//! therefore started in a process group of its own, and the group is ended as
//! a whole: when the value that stands for it is dropped, or on Ctrl-C.

use std::env;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How long a group may take to end by itself once asked to.
const GRACE: Duration = Duration::from_secs(3);

/// The groups that are running now.
static GROUPS: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// Runs a command to its end, its output going where ours goes; fails with a
/// sentence when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("`{}` could not be started", shown(command)))?;
    check(command, status)
}

/// Runs a command to its end and gives what it printed, blanks trimmed.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("`{}` could not be started", shown(command)))?;
    check(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Like [`run`], in a group of its own: nothing that it started is left.
pub fn run_in_group(command: &mut Command) -> Result<()> {
    let mut group = Group::start(command)?;
    let status = group.child.wait().context("a child cannot be waited for")?;
    check(command, status)
}

fn check(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// The command as one would type it, without its environment.
fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

/// The path of a program that is on PATH.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
        .find(|file| file.is_file())
}

/// A running program with all that it started; ended when dropped.
pub struct Group {
    child: Child,
}

impl Group {
    /// Starts the command at the head of a new group, with nothing to read.
    pub fn start(command: &mut Command) -> Result<Self> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let child = command
            .stdin(Stdio::null())
            .spawn()
            .with_context(|| format!("`{}` could not be started", shown(command)))?;
        groups().push(child.id());
        Ok(Self { child })
    }

    /// The program at the head of the group.
    pub fn child(&mut self) -> &mut Child {
        &mut self.child
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let id = self.child.id();
        signal(id, Signal::Ask);
        let asked = Instant::now();
        while is_alive(id, &mut self.child) && asked.elapsed() < GRACE {
            sleep(Duration::from_millis(20));
        }
        signal(id, Signal::Kill);
        // The head is gone by now: this only takes note of it.
        let _ = self.child.kill();
        let _ = self.child.wait();
        groups().retain(|group| *group != id);
    }
}

/// Ends the running groups, then us, when the user or the system interrupts.
pub fn stop_groups_on_interrupt() {
    let set = ctrlc::set_handler(|| {
        for group in groups().iter() {
            signal(*group, Signal::Kill);
        }
        std::process::exit(130);
    });
    if let Err(error) = set {
        eprintln!("warning: Ctrl-C may leave a browser running ({error})");
    }
}

fn groups() -> MutexGuard<'static, Vec<u32>> {
    GROUPS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a group is told.
#[derive(Clone, Copy)]
enum Signal {
    Ask,
    Kill,
}

#[cfg(unix)]
fn group_id(id: u32) -> Option<nix::unistd::Pid> {
    i32::try_from(id).ok().map(nix::unistd::Pid::from_raw)
}

#[cfg(unix)]
fn signal(id: u32, signal: Signal) {
    use nix::sys::signal as unix;
    let signal = match signal {
        Signal::Ask => unix::SIGTERM,
        Signal::Kill => unix::SIGKILL,
    };
    if let Some(group) = group_id(id) {
        // The only failure that can be is a group already gone.
        let _ = unix::killpg(group, signal);
    }
}

#[cfg(unix)]
fn is_alive(id: u32, head: &mut Child) -> bool {
    // Reaps the head, which would count as a member of the group otherwise.
    let _ = head.try_wait();
    group_id(id).is_some_and(|group| nix::sys::signal::killpg(group, None).is_ok())
}

#[cfg(not(unix))]
fn signal(_id: u32, _signal: Signal) {}

#[cfg(not(unix))]
fn is_alive(_id: u32, _head: &mut Child) -> bool {
    false
}

#[cfg(all(test, unix))]
mod tests {
    use std::io::{BufRead as _, BufReader, Read as _};

    use super::*;

    #[test]
    fn a_failure_says_which_command_failed() {
        let error = run(Command::new("sh").args(["-c", "exit 3"])).unwrap_err();
        assert!(error.to_string().contains("sh -c exit 3"), "{error}");
    }

    #[test]
    fn dropping_a_group_ends_the_grandchildren_too() {
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 60 & echo started; wait"]);
        let mut group = Group::start(command.stdout(Stdio::piped())).unwrap();
        let mut output = BufReader::new(group.child().stdout.take().unwrap());
        output.read_line(&mut String::new()).unwrap();
        let dropped = Instant::now();
        drop(group);
        // The grandchild holds the pipe open for as long as it lives.
        output.read_to_end(&mut Vec::new()).unwrap();
        assert!(dropped.elapsed() < Duration::from_secs(30));
    }
}
