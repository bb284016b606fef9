//! Joining the loader of the parts to the glue of wasm-bindgen: one file, one request.

use anyhow::{Result, ensure};

/// The glue with the loader in the place of its imports: one for each part. The loader's own import
/// of the glue goes away with them: the names it asks for are now beside it.
pub fn join(glue: &str, loader: &str) -> Result<String> {
    let (imports, rest): (Vec<&str>, Vec<&str>) = glue.lines().partition(|line| imported(line).is_some());
    ensure!(!imports.is_empty(), "the glue imports no loader");
    let own: Vec<&str> = loader.lines().filter(|line| !line.starts_with("import ")).collect();
    let exports: Vec<&str> = own.iter().filter_map(|line| exported(line)).collect();
    let exports = exports.join(", ");
    let bindings = imports.iter().filter_map(|line| imported(line));
    let bindings: String = bindings.map(|name| format!("const {name} = {{ {exports} }};\n")).collect();
    let body = own.join("\n").replace("export const ", "const ");
    Ok(format!("{}\n{body}\n{bindings}", rest.join("\n")))
}

/// The glue in words that Trunk's minifier knows.
pub fn minifiable(glue: &str) -> String {
    glue.replace(DEFAULT_EXPORT, PLAIN_DEFAULT_EXPORT)
}

/// How wasm-bindgen exports the start of the page: Trunk's minifier gives up on it.
const DEFAULT_EXPORT: &str = "export { initSync, __wbg_init as default };";

/// The same in words that it knows.
const PLAIN_DEFAULT_EXPORT: &str = "export { initSync };\nexport default __wbg_init;";

/// The name under which a line imports the loader.
fn imported(line: &str) -> Option<&str> {
    line.contains(super::LINK).then_some(())?;
    line.strip_prefix("import * as ")?.split(' ').next()
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
        let import = |name: &str| format!("import * as {name} from \"./__wasm_split.js\"\n");
        let glue = format!("{}{}export function initSync() {{}}\n", import("import1"), import("import2"));
        let joined = join(&glue, LOADER).unwrap();
        assert!(!joined.contains("import "), "{joined}");
        assert!(joined.contains("\nconst load_a = makeLoad(1);"), "{joined}");
        for name in ["import1", "import2"] {
            assert!(joined.contains(&format!("const {name} = {{ load_a }};")), "{joined}");
        }
        assert!(joined.contains("export function initSync() {}"), "{joined}");
    }

    #[test]
    fn a_glue_without_a_loader_is_refused() {
        assert!(join("export default init;", LOADER).is_err());
    }
}
