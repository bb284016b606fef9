//! The project's own commands, run as `cargo xtask <command>`: they install
//! the pinned tools, build the page, serve it, weigh it and test it.

mod args;
mod bench;
mod browsers;
mod build;
mod catalogue;
mod compress;
mod estimate;
mod fingerprint;
mod folder;
mod fuzz;
mod hosting;
mod licences;
mod minify;
mod names;
mod offline;
mod pages;
mod parts;
mod process;
mod project;
mod serve;
mod server;
mod shots;
mod single;
mod style;
mod territory;
mod test;
mod today;
mod tools;
mod visits;
mod weight;

use std::process::ExitCode;

use anyhow::Result;
use args::Args;
use project::Project;

/// One command of `cargo xtask`.
struct Command {
    name: &'static str,
    options: &'static str,
    about: &'static str,
    run: fn(&Project, &mut Args) -> Result<()>,
}

/// Every command, in the order of the help text: one line each.
#[rustfmt::skip]
const COMMANDS: &[Command] = &[
    Command { name: "serve", options: "[--port N]", about: "build the page and serve it on http://127.0.0.1:8080", run: serve::run },
    Command { name: "build", options: "[--compressed] [--without-offline]", about: "build the page into dist/, with compressed copies if asked for", run: build::run },
    Command { name: "single-file", options: "", about: "build the page as one file, target/simulateur.html", run: single::run },
    Command { name: "test", options: "[--all|--only STEP]", about: "run the checks of ten minutes, every check, or the steps that STEP names", run: test::run },
    Command { name: "weight", options: "", about: "weigh dist/ as a first visit transfers it", run: weight::run },
    Command { name: "visits", options: "", about: "print what a first visit of dist/ and a second one transfer to Chromium", run: visits::run },
    Command { name: "shots", options: "[--only WORD]", about: "picture the page's states into target/shots/", run: shots::run },
    Command { name: "estimate", options: "FILE|- [--lines]", about: "price a request in JSON, or one a line; --random N [--seed S] makes some", run: estimate::run },
    Command { name: "licences", options: "[--advisories]", about: "check the licences and sources of the dependencies; with known flaws, if asked", run: licences::run },
    Command { name: "fuzz", options: "[TARGET] [--seconds N]", about: "make up inputs for what reads texts, 60 s for each target", run: fuzz::run },
    Command { name: "territory", options: "[--check|--bills]", about: "make territory/data/ and measure the search; or compare it, or price every EPCI", run: territory::run },
    Command { name: "bench", options: "[--page]", about: "measure the engine, or the built page, against its bounds", run: bench::run },
];

fn main() -> ExitCode {
    if parts::called_by_trunk() {
        return parts::front();
    }
    let mut args = Args::from_env();
    let name = args.command();
    let Some(command) = COMMANDS.iter().find(|command| Some(command.name) == name.as_deref()) else {
        eprint!("{}", help());
        return ExitCode::from(2);
    };
    process::stop_groups_on_interrupt();
    match Project::find().and_then(|project| (command.run)(&project, &mut args)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The help text: one line per command.
fn help() -> String {
    let mut text = String::from("Usage: cargo xtask <command>\n\nCommands:\n");
    for command in COMMANDS {
        let call = format!("{} {}", command.name, command.options);
        text.push_str(&format!("  {call:<28} {}\n", command.about));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_names_every_command_on_a_line_of_its_own() {
        let help = help();
        for command in COMMANDS {
            let lines = help.lines().filter(|line| line.trim_start().starts_with(command.name));
            assert_eq!(lines.count(), 1, "{}", command.name);
        }
    }
}
