//! One at a time: two steps, or two clones, that find the same thing missing must not both install it.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use anyhow::{Context, Result};

/// Waits until nobody else is installing this; the turn ends with the value, or with this
/// process if it is killed.
pub fn take(cache: &Path, name: &str) -> Result<File> {
    fs::create_dir_all(cache).with_context(|| format!("{} cannot be made", cache.display()))?;
    let path = cache.join(format!(".{name}.lock"));
    let context = || format!("{} cannot be locked", path.display());
    let file = File::create(&path).with_context(context)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!("Waiting: another step or clone is installing {name}");
            file.lock().with_context(context)?;
        }
        Err(TryLockError::Error(error)) => return Err(error).with_context(context),
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;
    use std::time::Duration;

    #[test]
    fn the_second_waits_until_the_first_is_done() {
        let cache = std::env::temp_dir().join(format!("xtask-turn-{}", std::process::id()));
        let first = take(&cache, "example").unwrap();
        let done = AtomicBool::new(false);
        thread::scope(|scope| {
            let second = scope.spawn(|| {
                let turn = take(&cache, "example").unwrap();
                (done.load(Ordering::SeqCst), turn)
            });
            thread::sleep(Duration::from_millis(100));
            assert!(!second.is_finished());
            done.store(true, Ordering::SeqCst);
            drop(first);
            assert!(second.join().unwrap().0);
        });
        fs::remove_dir_all(cache).unwrap();
    }
}
