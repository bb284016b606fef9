//! `cargo xtask serve`: the page, on this machine only.

use anyhow::{Context, Result};

use crate::args::Args;
use crate::build;
use crate::project::Project;
use crate::server::{Server, listen};

/// The port when none is asked for.
const PORT: u16 = 8080;

/// Builds the page, then serves it until interrupted.
pub fn run(project: &Project, args: &mut Args) -> Result<()> {
    let port = port(args.option("--port")?)?;
    args.finish()?;
    // A port that is taken is better said before the build than after.
    let listener = listen(port)?;
    build::page(project)?;
    let server = Server::start(&project.dist(), listener)?;
    println!("\nThe page is served at the address below; Ctrl-C ends it.");
    println!("{}", server.url());
    server.wait()
}

/// The port that was asked for, or the usual one.
fn port(option: Option<String>) -> Result<u16> {
    option.map_or(Ok(PORT), |value| {
        value.parse().with_context(|| format!("`{value}` is no port: give a number from 0 to 65535"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_8080_unless_another_is_asked_for() {
        assert_eq!(port(None).unwrap(), 8080);
        assert_eq!(port(Some("0".into())).unwrap(), 0);
        assert!(port(Some("65536".into())).is_err());
    }
}
