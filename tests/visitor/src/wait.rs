//! Waiting for what the page will show: asked again and again until a deadline, never slept through.

use std::fmt::Debug;
use std::future::Future;
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// How long the page may take to show something on a busy machine: only what never comes waits that long.
pub const PATIENCE: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(15);

/// Reads until there is something, at most `within`.
pub async fn until<T, F: Future<Output = Option<T>>>(within: Duration, read: impl Fn() -> F) -> Option<T> {
    let start = Instant::now();
    loop {
        if let Some(found) = read().await {
            return Some(found);
        }
        if start.elapsed() > within {
            return None;
        }
        sleep(PAUSE).await;
    }
}

/// Reads until what is read is as expected, and fails with the last thing read.
pub async fn until_equal<T: Debug + PartialEq<E>, E: Debug, F: Future<Output = T>>(read: impl Fn() -> F, expected: E) {
    let same = || async { (read().await == expected).then_some(()) };
    if until(PATIENCE, same).await.is_none() {
        assert_eq!(read().await, expected, "after {} s", PATIENCE.as_secs());
    }
}
