//! The two engines: scripts that run in the page and say what would stop a visitor.

use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::{env, fmt, fs};
use visitor::page::Page;

/// An engine.
#[derive(Debug)]
pub struct Engine {
    pub name: &'static str,
    /// The variable that names the file of its script.
    variable: &'static str,
    /// What its script defines.
    global: &'static str,
    /// Runs it, and answers as [`Answer`] or with a `failure`.
    run: &'static str,
    /// Which rules are asked for, as `run` expects it.
    wanted: fn() -> Value,
}

/// Both engines, in the order in which they run.
pub static ENGINES: [Engine; 2] = [
    Engine {
        name: "axe-core",
        variable: "E2E_AXE",
        global: "axe",
        run: include_str!("axe.js"),
        wanted: || json!(["RGAAv4", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]),
    },
    Engine {
        name: "Equal Access",
        variable: "E2E_EQUAL_ACCESS",
        global: "ace",
        run: include_str!("equal_access.js"),
        wanted: || json!("WCAG_2_2"),
    },
];

/// What an engine says of a page.
#[derive(Debug, Deserialize)]
pub struct Answer {
    /// The rules that it held the page against.
    pub rules: BTreeSet<String>,
    /// What it found.
    pub findings: Vec<Finding>,
}

/// Something that would stop a visitor, or slow one down.
#[derive(Debug, Deserialize)]
pub struct Finding {
    pub rule: String,
    /// How bad the engine thinks that it is.
    level: String,
    /// The element: where it stands, and how it is written.
    pub place: String,
    message: String,
    /// An address where the rule is explained.
    help: String,
}

impl Engine {
    /// Asks the engine about the page as it stands now.
    pub async fn check(&self, page: &Page) -> Answer {
        self.bring(page).await;
        let answer = page.client.execute_async(self.run, vec![(self.wanted)()]).await.unwrap();
        assert!(answer.get("failure").is_none(), "{} failed: {}", self.name, answer["failure"]);
        serde_json::from_value(answer).unwrap()
    }

    /// Brings the engine into the page, unless it is there since the last check.
    async fn bring(&self, page: &Page) {
        let global = self.global;
        if page.script::<bool>(&format!("return typeof window.{global} !== 'undefined'")).await {
            return;
        }
        let path = env::var(self.variable)
            .unwrap_or_else(|_| panic!("{} is not set: `cargo xtask test --only a11y` sets it", self.variable));
        let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        // One of the two only declares a variable, which would stay inside the driver's function.
        page.client.execute(&format!("{source}\n;window.{global} ??= {global};"), Vec::new()).await.unwrap();
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Finding { rule, level, place, message, help } = self;
        let message = message.replace('\n', "\n      ");
        write!(f, "{rule} ({level})\n      {place}\n      {message}\n      {help}")
    }
}
