//! The modules of a part that come in one file: their code is alike, and packs best together; and a dozen requests
//! take longer than one. Only for a part that nearly everybody fetches: a module that stands in its file stands in
//! no other, so that any part that shares it fetches all of them.

use anyhow::{Context, Result, bail, ensure};

/// Modules one after the other, and what fetches them.
pub struct Pack {
    /// The name of their file.
    pub name: String,
    /// Their bytes.
    pub bytes: Vec<u8>,
    /// The loader, which takes them out of the file of that name.
    pub loader: String,
    /// Which modules are in it, by the names of their files.
    pub names: Vec<String>,
}

/// Packs what a part is made of, as the cutting tool's loader tells, save what another one shares that is asked for
/// before; `read` gives a module's bytes, `name` the file's, once they are known.
pub fn pack(
    loader: &str,
    part: &str,
    before: &str,
    read: impl Fn(&str) -> Result<Vec<u8>>,
    name: impl FnOnce(&[u8]) -> String,
) -> Result<Pack> {
    let taken = shared(loader, before)?;
    let own = shared(loader, part)?.into_iter().filter(|shared| !taken.contains(shared));
    let starts = own.map(|shared| format!("const {shared} = ")).chain([loading(part)]);
    let mut packed = Pack { name: String::new(), bytes: Vec::new(), loader: loader.to_owned(), names: Vec::new() };
    for start in starts {
        let (before, after) = packed.loader.split_once(&start).with_context(|| format!("the loader has no {start}"))?;
        let (fetching, rest) = after.split_once(FETCH).context("the loader fetches in another way")?;
        let (file, rest) = rest.split_once(FETCHED).context("the loader fetches in another way")?;
        ensure!(!fetching.contains("const "), "{start} fetches nothing");
        let module = read(file)?;
        let from = packed.bytes.len();
        packed.bytes.extend(module);
        let to = packed.bytes.len();
        packed.names.push(file.to_owned());
        packed.loader = format!("{before}{start}{fetching}const src = packed({from}, {to});{TAKEN}{rest}");
    }
    packed.name = name(&packed.bytes);
    let Some((imports, rest)) = packed.loader.split_once('\n') else { bail!("the loader is empty") };
    packed.loader = format!("{imports}\n{}{rest}", UNPACK.replace("NAME", &packed.name));
    Ok(packed)
}

/// How the loader begins to load a part.
fn loading(part: &str) -> String {
    format!("export const __wasm_split_load_{part} = ")
}

/// The names that the loader gives the modules that a part shares with others.
fn shared<'l>(loader: &'l str, part: &str) -> Result<Vec<&'l str>> {
    let (_, own) = loader.split_once(&loading(part)).with_context(|| format!("the loader loads no {part}"))?;
    let (own, _) = own.split_once("]));").context("the loader's parts do not end")?;
    let (_, shared) = own.rsplit_once('[').context("the loader's parts share nothing")?;
    Ok(shared.split(", ").filter(|name| !name.is_empty()).collect())
}

/// How the loader fetches a module: what stands before the name of its file…
const FETCH: &str = "const src = fetch(new URL(\"./";

/// … and behind it.
const FETCHED: &str = "\", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));";

/// What stands there instead, behind the module's own bytes.
const TAKEN: &str = "
    src.catch(() => {});
    return async (imports) => WebAssembly.instantiate(await src, imports);";

/// Fetches the file once, and anew after it could not be.
const UNPACK: &str = "let whole;
const packed = async (from, to) => {
    whole ??= fetch(new URL(\"./NAME\", import.meta.url)).then((answer) => {
        if (!answer.ok) throw new Error(answer.status);
        return answer.arrayBuffer();
    });
    try {
        return (await whole).slice(from, to);
    } catch (error) {
        whole = undefined;
        throw error;
    }
};
";

#[cfg(test)]
mod tests {
    use super::*;

    fn fetching(start: &str, file: &str, shared: &str) -> String {
        format!("{start}(() => {{\n    {FETCH}{file}{FETCHED}\n}}\n, [{shared}]));\n")
    }

    fn loader() -> String {
        let shared = ["a", "b", "c"].map(|name| fetching(&format!("const {name} = load"), &format!("{name}.wasm"), ""));
        let part = |name: &str, shared: &str| {
            fetching(&format!("export const __wasm_split_load_{name} = wrap(load"), &format!("{name}.wasm"), shared)
        };
        format!("import x;\n{}{}{}", shared.concat(), part("app", "a, c"), part("other", "b, c"))
    }

    fn packed(loader: &str) -> Result<Pack> {
        pack(loader, "app", "other", |file| Ok(file.as_bytes().to_vec()), |bytes| format!("app-{}.wasm", bytes.len()))
    }

    #[test]
    fn what_a_part_needs_comes_in_one_file_and_the_rest_as_before() {
        let Pack { name, bytes, loader, names } = packed(&loader()).unwrap();
        assert_eq!(names, ["a.wasm", "app.wasm"]);
        assert_eq!((name.as_str(), bytes.as_slice()), ("app-14.wasm", b"a.wasmapp.wasm".as_slice()));
        assert!(loader.starts_with("import x;\nlet whole;"), "{loader}");
        let apart = ["\"./b.wasm\"", "\"./c.wasm\"", "\"./other.wasm\""];
        for there in ["packed(0, 6)", "packed(6, 14)", "\"./app-14.wasm\""].iter().chain(&apart) {
            assert_eq!(loader.matches(there).count(), 1, "{there}: {loader}");
        }
        assert!(!loader.contains("\"./a.wasm\"") && !loader.contains("\"./app.wasm\""), "{loader}");
    }

    #[test]
    fn a_loader_that_fetches_otherwise_is_refused() {
        assert!(packed("import x;\n").is_err());
        assert!(packed(&loader().replace("instantiateStreaming", "compile")).is_err());
    }
}
