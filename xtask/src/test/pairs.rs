//! Steps two at a time: a browser's journeys wait more than they work.
//!
//! Each runs in a process of its own, and what it says is shown once it has ended: two would speak at once.

use std::env;
use std::io::{Write as _, stdout};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread::scope;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::steps::Step;

/// How many run at once.
const AT_ONCE: usize = 2;

/// What became of a step, and in what time; nothing when it was not begun.
pub type Outcome = Option<(bool, Duration)>;

/// Runs these steps; none is begun once one has failed.
pub fn run(steps: &[Step]) -> Vec<Outcome> {
    at_once(steps.len(), |at| {
        let step = &steps[at];
        let start = Instant::now();
        let told = alone(step).unwrap_or_else(|error| (false, format!("{error:#}\n").into_bytes()));
        let time = start.elapsed();
        // A closed output is found by whoever prints the report.
        let _ = stdout().lock().write_all(&told.1);
        (told.0, time)
    })
}

/// Has this very program run one step: whether it passed, and all that it said.
fn alone(step: &Step) -> Result<(bool, Vec<u8>)> {
    let own = env::current_exe().context("this program does not know its own file")?;
    let (mut said, words) = std::io::pipe().context("no pipe can be made")?;
    let also = words.try_clone().context("no pipe can be made")?;
    let mut command = Command::new(own);
    command.args(["test", "--only", &step.name]).stdin(Stdio::null()).stdout(words).stderr(also);
    let mut child = command.spawn().with_context(|| format!("step {} could not be started", step.name))?;
    // The command holds the writing ends: without them gone, the reading would never end.
    drop(command);
    let mut told = Vec::new();
    std::io::Read::read_to_end(&mut said, &mut told).context("a step cannot be heard")?;
    Ok((child.wait().context("a step cannot be waited for")?.success(), told))
}

/// Does so many jobs, [`AT_ONCE`] at a time, in order, until one of them says that it failed.
fn at_once(count: usize, job: impl Fn(usize) -> (bool, Duration) + Sync) -> Vec<Outcome> {
    let outcomes: Vec<Mutex<Outcome>> = (0..count).map(|_| Mutex::new(None)).collect();
    let (next, failed) = (AtomicUsize::new(0), AtomicBool::new(false));
    scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while !failed.load(Ordering::Relaxed) {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(outcome) = outcomes.get(at) else { break };
                    let (passed, time) = job(at);
                    failed.fetch_or(!passed, Ordering::Relaxed);
                    *outcome.lock().unwrap_or_else(PoisonError::into_inner) = Some((passed, time));
                }
            });
        }
    });
    outcomes.into_iter().map(|outcome| outcome.into_inner().unwrap_or_else(PoisonError::into_inner)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;

    const TIME: Duration = Duration::from_millis(1);

    #[test]
    fn two_jobs_run_at_once() {
        // Neither gets through alone.
        let barrier = Barrier::new(AT_ONCE);
        let outcomes = at_once(4, |_| {
            barrier.wait();
            (true, TIME)
        });
        assert_eq!(outcomes, [Some((true, TIME)); 4]);
    }

    #[test]
    fn none_is_begun_after_one_that_failed() {
        let outcomes = at_once(20, |at| {
            let failing = at == 0;
            if !failing {
                std::thread::sleep(Duration::from_millis(50));
            }
            (!failing, TIME)
        });
        assert_eq!((outcomes[0], outcomes[19]), (Some((false, TIME)), None));
    }
}
