//! The three browser engines that the page is tested in.

mod display;
mod driver;
mod packages;

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::find_program;
use crate::project::Project;
use crate::tools::GECKODRIVER;
pub use display::Display;
pub use driver::Driver;
pub use packages::{BROTLI, ensure, ensure_host, ensure_office, ensure_pdf_reader};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, for Chrome and Edge.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, for Safari.
    WebKit,
}

impl Browser {
    /// Every engine, in the order of the tests.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name in the environment of the tests and in the names of the steps.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The program that drives it.
    pub fn driver_program(self) -> Result<PathBuf> {
        let name = match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => return GECKODRIVER.program("geckodriver"),
            Self::WebKit => "WebKitWebDriver",
        };
        find_program(name).with_context(|| format!("{name} is not on PATH"))
    }

    /// The variable that tells wasm-bindgen's test runner where the driver is.
    pub fn runner_variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROMEDRIVER",
            Self::Firefox => "GECKODRIVER",
            Self::WebKit => "SAFARIDRIVER",
        }
    }

    /// The file with the capabilities that the test runner asks for; it asks
    /// WebKit for none.
    pub fn capabilities(self, project: &Project) -> Option<PathBuf> {
        let folder = project.root().join("xtask/webdriver");
        match self {
            Self::Chromium | Self::Firefox => Some(folder.join(format!("{}.json", self.name()))),
            Self::WebKit => None,
        }
    }

    /// A screen to show itself on, for the engine that has no headless mode.
    pub fn display(self) -> Result<Option<Display>> {
        match self {
            Self::Chromium | Self::Firefox => Ok(None),
            Self::WebKit => Display::start().map(Some),
        }
    }
}

/// Gives a command, and so the browser that it starts, what the browser needs.
pub fn prepare(command: &mut Command, display: Option<&Display>) {
    if let Some(display) = display {
        command
            .env("DISPLAY", display.name())
            // WebKit's sandbox needs rights that neither root nor a container has.
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
            .env_remove("WAYLAND_DISPLAY");
    }
}
