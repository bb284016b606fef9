//! What the page looked like when a travel failed: the only witness where nobody was watching.

use crate::page::Page;
use std::time::Duration;
use tokio::time::timeout;

/// A page that answers no more is not waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where the page is, what has the focus, what it warns of and the text around.
const WITNESS: &str = "
    const here = document.activeElement;
    const said = [...document.querySelectorAll('[role=alert], [role=status]')]
        .filter(one => one.checkVisibility()).map(one => one.innerText.trim());
    return [
        `at ${location.href}, ${document.visibilityState}, ${document.hasFocus() ? 'with' : 'without'} the focus`,
        `focused: ${here?.outerHTML.slice(0, 300)}`,
        `said: ${JSON.stringify(said.filter(Boolean))}`,
        document.querySelector('main')?.innerText.slice(0, 8000) ?? document.body?.innerText.slice(0, 8000),
    ].join('\\n')";

impl Page {
    /// Prints what the page shows now.
    pub async fn testify(&self) {
        let answer = timeout(PATIENCE, self.client.execute(WITNESS, Vec::new())).await;
        match answer {
            Ok(Ok(seen)) => println!("the page then:\n{}", seen.as_str().unwrap_or_default()),
            Ok(Err(error)) => println!("the page then could not be read: {error}"),
            Err(_) => println!("the page then did not answer"),
        }
    }
}
