//! `cargo xtask test`: every check of the project, in order.

mod hosted;
mod in_browser;
mod pairs;
mod report;
mod steps;
mod versions;

use anyhow::{Result, bail};

use crate::args::Args;
use crate::project::Project;
use report::Report;
use steps::{Step, all};

/// Runs the steps that were asked for, by default all but the long ones, up to the first that fails.
pub fn run(project: &Project, args: &mut Args) -> Result<()> {
    let only = args.option("--only")?;
    let whole = args.flag("--all");
    args.finish()?;
    let mut steps = chosen(all(), only.as_deref())?;
    steps.retain(|step| whole || only.is_some() || !step.long);
    let mut report = Report::new(&steps);
    // Those that may go together, and each other one by itself.
    for together in steps.chunk_by(|one, next| one.paired && next.paired) {
        match together {
            [step] => report.add([Some(step.pass(project)?)]),
            pairs => report.add(pairs::run(pairs)),
        }
        if report.failed().is_some() {
            break;
        }
    }
    if steps.len() > 1 {
        print!("\n{report}");
    }
    report.failed().map_or(Ok(()), |failed| bail!("step {failed} failed"))
}

/// The steps of this name, or of this family: `web` is `web-chromium` and so on.
fn chosen(steps: Vec<Step>, only: Option<&str>) -> Result<Vec<Step>> {
    let Some(only) = only else { return Ok(steps) };
    let names: Vec<_> = steps.iter().map(|step| step.name.clone()).collect();
    let family = format!("{only}-");
    let chosen: Vec<_> = steps.into_iter().filter(|step| step.name == only || step.name.starts_with(&family)).collect();
    if chosen.is_empty() {
        bail!("there is no step `{only}`; the steps are {}", names.join(", "));
    }
    Ok(chosen)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(only: &str) -> Vec<String> {
        let steps = chosen(all(), Some(only)).unwrap();
        steps.into_iter().map(|step| step.name).collect()
    }

    #[test]
    fn a_step_or_a_family_of_steps_can_be_chosen() {
        assert_eq!(names("fmt"), ["fmt"]);
        assert_eq!(names("clippy"), ["clippy-native", "clippy-wasm"]);
        assert_eq!(names("web"), ["web-chromium", "web-firefox", "web-webkit"]);
        assert_eq!(names("e2e-firefox"), ["e2e-firefox"]);
    }

    #[test]
    fn an_unknown_step_is_refused_with_the_names_of_the_others() {
        let error = chosen(all(), Some("nothing")).err().unwrap();
        assert!(error.to_string().contains("fmt, "), "{error}");
    }

    #[test]
    fn every_long_step_is_one_of_the_steps() {
        let long = all().into_iter().filter(|step| step.long).count();
        assert_eq!(long, steps::LONG.len());
    }

    #[test]
    fn the_page_is_built_before_it_is_weighed_and_tried() {
        let names: Vec<_> = all().into_iter().map(|step| step.name).collect();
        let at = |name: &str| names.iter().position(|other| other == name).unwrap();
        assert!(at("build") < at("weight") && at("weight") < at("e2e-chromium"));
    }
}
