//! Joining the loader of the parts to the glue of wasm-bindgen: one file, one request.

use anyhow::{Context, Result};

/// The glue with the loader in the place of its import. The loader's own import of the glue goes
/// away with it: the names it asks for are now beside it.
pub fn join(glue: &str, loader: &str) -> Result<String> {
    let (binding, rest) = imported(glue).context("the glue imports no loader")?;
    let own: Vec<&str> = loader.lines().filter(|line| !line.starts_with("import ")).collect();
    let exports: Vec<&str> = own.iter().filter_map(|line| exported(line)).collect();
    let body = own.join("\n").replace("export const ", "const ");
    let joined = format!("{rest}\n{body}\nconst {binding} = {{ {} }};\n", exports.join(", "));
    Ok(joined.replace(DEFAULT_EXPORT, PLAIN_DEFAULT_EXPORT))
}

/// How wasm-bindgen exports the start of the page: Trunk's minifier gives up on it.
const DEFAULT_EXPORT: &str = "export { initSync, __wbg_init as default };";

/// The same in words that it knows.
const PLAIN_DEFAULT_EXPORT: &str = "export { initSync };\nexport default __wbg_init;";

/// The name under which the glue imports the loader, and the glue without that import.
fn imported(glue: &str) -> Option<(&str, String)> {
    let line = glue.lines().find(|line| line.starts_with("import * as ") && line.contains(super::LINK))?;
    let binding = line.strip_prefix("import * as ")?.split(' ').next()?;
    Some((binding, glue.replacen(line, "", 1)))
}

/// The name that a line exports.
fn exported(line: &str) -> Option<&str> {
    line.strip_prefix("export const ")?.split([' ', '=']).next()
}

#[cfg(test)]
mod tests {
    use super::join;

    const LOADER: &str = "import { initSync } from \"./main.js\";\nexport const load_a = makeLoad(1);\n";

    #[test]
    fn the_loader_stands_in_the_glue() {
        let glue = "import * as import1 from \"./__wasm_split.js\"\nexport function initSync() {}\n";
        let joined = join(glue, LOADER).unwrap();
        assert!(!joined.contains("import "), "{joined}");
        assert!(joined.contains("\nconst load_a = makeLoad(1);"), "{joined}");
        assert!(joined.contains("const import1 = { load_a };"), "{joined}");
        assert!(joined.contains("export function initSync() {}"), "{joined}");
    }

    #[test]
    fn a_glue_without_a_loader_is_refused() {
        assert!(join("export default init;", LOADER).is_err());
    }
}
