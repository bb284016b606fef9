//! The JSON face of the engine: requests in, estimates out.
//!
//! Both forms are described by `engine/schema/*.schema.json`. Input that cannot be understood is
//! answered by its place and what was expected there, and by exit code 2.

mod random;

use std::fmt::Display;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, Read, Write};

use anyhow::{Context, Result, bail};
use engine::Catalogue;
use engine::report::{Report, json, refusals};
use engine::request::Request;

use crate::args::Args;
use crate::catalogue;
use crate::project::Project;
use crate::today::today;
use random::Random;

/// The exit code for input that cannot be understood; 1 is for our own failures.
const BAD_INPUT: i32 = 2;

/// Runs `estimate FILE|- [--lines]`, or `estimate --random N [--seed S]`.
pub fn run(project: &Project, args: &mut Args) -> Result<()> {
    let by_lines = args.flag("--lines");
    let random = number(args, "--random")?;
    let seed = number(args, "--seed")?.unwrap_or(1);
    let file = args.command();
    args.finish()?;
    let estimator = Estimator::new(project)?;
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    let understood = match (random, file) {
        (Some(count), None) => estimator.random(count, seed, &mut out),
        (None, Some(file)) if by_lines => {
            estimator.lines(&mut BufReader::with_capacity(1 << 20, open(&file)), &mut out)
        }
        (None, Some(file)) => estimator.one(&file, &mut out),
        _ => bail!("expected a file, or - for what is piped in: `cargo xtask estimate FILE|- [--lines]`"),
    };
    match understood.and_then(|understood| out.flush().map(|()| understood)) {
        Ok(true) => Ok(()),
        Ok(false) => std::process::exit(BAD_INPUT),
        // Whoever read us, as `head` does, has read enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(error).context("the estimate cannot be written"),
    }
}

/// The value of an option that takes a whole number.
fn number(args: &mut Args, name: &str) -> Result<Option<u64>> {
    let Some(text) = args.option(name)? else { return Ok(None) };
    text.parse().map(Some).with_context(|| format!("{name} expects a whole number, not `{text}`"))
}

/// The file of that name, or standard input for `-`; ends the process when there is no such file.
fn open(file: &str) -> Box<dyn Read> {
    if file == "-" {
        return Box::new(io::stdin().lock());
    }
    match File::open(file) {
        Ok(opened) => Box::new(opened),
        Err(error) => {
            eprintln!("{file}: {error}");
            std::process::exit(BAD_INPUT)
        }
    }
}

/// Prices requests with the edition in force today, unless they name another.
struct Estimator {
    catalogue: Catalogue,
    in_force: String,
}

impl Estimator {
    fn new(project: &Project) -> Result<Self> {
        let catalogue = catalogue::read_folder(&project.root().join("catalogue"))?;
        let in_force = catalogue.in_force(&today()).context("the catalogue has no edition")?.id.clone();
        Ok(Self { catalogue, in_force })
    }

    /// Reads one request and prints its estimate. `false`: it was not understood.
    fn one(&self, file: &str, out: &mut impl Write) -> io::Result<bool> {
        let shown = if file == "-" { "standard input" } else { file };
        let mut bytes = Vec::new();
        if let Err(error) = open(file).read_to_end(&mut bytes) {
            eprintln!("{shown}: {error}");
            return Ok(false);
        }
        let report = text(&bytes).map_err(|fault| vec![format!("{shown}:{fault}")]).and_then(|text| {
            let request = json::request(text).map_err(|fault| vec![format!("{shown}:{fault}")])?;
            self.report(request).map_err(|faults| faults.iter().map(|fault| format!("{shown}: {fault}")).collect())
        });
        match report {
            Ok(report) => writeln!(out, "{}", json::pretty(&report)).map(|()| true),
            Err(faults) => {
                faults.iter().for_each(|fault| eprintln!("{fault}"));
                Ok(false)
            }
        }
    }

    /// Answers each line that is not blank by one line, as it comes. `false`: some were not understood.
    fn lines(&self, input: &mut impl BufRead, out: &mut impl Write) -> io::Result<bool> {
        let mut understood = true;
        let mut bytes = Vec::new();
        for line in 1_u64.. {
            bytes.clear();
            if input.read_until(b'\n', &mut bytes)? == 0 {
                break;
            }
            if bytes.trim_ascii().is_empty() {
                continue;
            }
            match self.line(&bytes) {
                Ok(report) => out.write_all(json::compact(&report).as_bytes())?,
                Err(message) => {
                    understood = false;
                    eprintln!("line {line}: {message}");
                    let error = serde_json::json!({ "error": { "line": line, "message": message } });
                    write!(out, "{error}")?;
                }
            }
            out.write_all(b"\n")?;
        }
        Ok(understood)
    }

    /// Reads and prices one line, or says what is wrong with it.
    fn line(&self, bytes: &[u8]) -> Result<Report, String> {
        let request = text(bytes)
            .and_then(|text| json::request(text.trim_end()))
            .map_err(|fault| format!("column {}: {}", fault.column, fault.message))?;
        self.report(request).map_err(|faults| joined(&faults))
    }

    /// Prices a request, or says what of it was not understood.
    fn report(&self, mut request: Request) -> Result<Report, Vec<String>> {
        request.edition.get_or_insert_with(|| self.in_force.clone());
        let Some(estimate) = engine::estimate(&self.catalogue, &request) else {
            return Err(vec!["the catalogue has no edition".to_owned()]);
        };
        let refused: Vec<_> = refusals(&request, &estimate).iter().map(ToString::to_string).collect();
        if refused.is_empty() { Ok(Report::of(&estimate)) } else { Err(refused) }
    }

    /// Prints random requests, one a line.
    fn random(&self, count: u64, seed: u64, out: &mut impl Write) -> io::Result<bool> {
        let Some(edition) = self.catalogue.edition(&self.in_force) else { return Ok(false) };
        let mut random = Random::new(edition, seed);
        for _ in 0..count {
            serde_json::to_writer(&mut *out, &random.request())?;
            out.write_all(b"\n")?;
        }
        Ok(true)
    }
}

/// The text of an input, or where it stops being text.
fn text(bytes: &[u8]) -> Result<&str, json::NotARequest> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        json::NotARequest { line, column, message: "a byte that is not UTF-8".to_owned() }
    })
}

fn joined(faults: &[impl Display]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &[u8]) -> (bool, Vec<serde_json::Value>) {
        let estimator = Estimator::new(&Project::find().unwrap()).unwrap();
        let (mut input, mut out) = (input, Vec::new());
        let understood = estimator.lines(&mut input, &mut out).unwrap();
        let lines = out.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        (understood, lines.map(|line| serde_json::from_slice(line).unwrap()).collect())
    }

    #[test]
    fn a_line_that_is_not_understood_is_answered_in_its_place_and_the_rest_goes_on() {
        let (understood, answers) = answers(
            b"{\"services\":[\"conges\"]}\n{\"kind\":\n\n{\"services\":[\"conges\",\"x\"]}\n\xff\n{\"years\":2}",
        );
        assert!(!understood);
        let lines: Vec<_> = answers.iter().map(|answer| answer["error"]["line"].as_u64()).collect();
        assert_eq!(lines, [None, Some(2), Some(4), Some(5), None]);
        let places = [(1, "column 8: "), (2, "services[1]: "), (3, "column 1: ")];
        for (answer, place) in places {
            let message = answers[answer]["error"]["message"].as_str().unwrap();
            assert!(message.starts_with(place), "{message}");
        }
        assert_eq!(answers[0]["period"]["outlay"], "960.00");
        assert_eq!(answers[4]["years"], 2);
    }

    #[test]
    fn random_requests_are_all_understood() {
        let estimator = Estimator::new(&Project::find().unwrap()).unwrap();
        let mut requests = Vec::new();
        assert!(estimator.random(200, 3, &mut requests).unwrap());
        let (understood, answers) = answers(&requests);
        assert!(understood);
        assert_eq!(answers.len(), 200);
    }
}
