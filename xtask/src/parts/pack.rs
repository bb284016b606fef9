//! The modules of a part that come in one file: their code is alike, and packs best together; and a dozen requests
//! take longer than one. Only for parts that nearly everybody fetches: a module that stands in their file stands in
//! no other, so that any part that shares it fetches all of them.

use anyhow::{Context, Result, bail, ensure};

/// What is fetched of the parts that come in one file each, and what fetches it.
pub struct Packs {
    /// Those files.
    pub files: Vec<Pack>,
    /// The loader, which takes the modules out of them.
    pub loader: String,
}

/// Modules one after the other.
pub struct Pack {
    /// The name of their file.
    pub name: String,
    /// Their bytes.
    pub bytes: Vec<u8>,
    /// Which modules are in it, by the names of their files.
    pub modules: Vec<String>,
}

/// Packs parts of the cutting tool's loader, given in the order in which a visit asks for them, and whether each comes
/// in one file. What several share goes with the one that is asked for first; `read` gives a module's bytes, `name` a
/// file's, once they are known.
pub fn pack(
    loader: &str,
    order: &[(&str, bool)],
    read: impl Fn(&str) -> Result<Vec<u8>>,
    name: impl Fn(&str, &[u8]) -> String,
) -> Result<Packs> {
    let Some((imports, rest)) = loader.split_once('\n') else { bail!("the loader is empty") };
    let mut packs = Packs { files: Vec::new(), loader: format!("{imports}\n{UNPACK}{rest}") };
    let mut taken = Vec::new();
    for (part, is_one_file) in order {
        let shared = shared(loader, part)?;
        let own: Vec<&str> = shared.into_iter().filter(|shared| !taken.contains(shared)).collect();
        if *is_one_file {
            let file = packs.take(part, &own, &read, &name)?;
            packs.files.push(file);
        }
        taken.extend(own);
    }
    Ok(packs)
}

impl Packs {
    /// Takes a part and what it shares out of the loader.
    fn take(
        &mut self,
        part: &str,
        shared: &[&str],
        read: impl Fn(&str) -> Result<Vec<u8>>,
        name: impl Fn(&str, &[u8]) -> String,
    ) -> Result<Pack> {
        let (mut bytes, mut modules) = (Vec::new(), Vec::new());
        let starts = shared.iter().map(|shared| format!("const {shared} = ")).chain([loading(part)]);
        for start in starts {
            let (before, after) =
                self.loader.split_once(&start).with_context(|| format!("the loader has no {start}"))?;
            let (fetching, rest) = after.split_once(FETCH).context("the loader fetches in another way")?;
            let (file, rest) = rest.split_once(FETCHED).context("the loader fetches in another way")?;
            ensure!(!fetching.contains("const "), "{start} fetches nothing");
            let module = read(file)?;
            let from = bytes.len();
            bytes.extend(module);
            let to = bytes.len();
            modules.push(file.to_owned());
            self.loader = format!("{before}{start}{fetching}const src = packed_{part}({from}, {to});{TAKEN}{rest}");
        }
        let name = name(part, &bytes);
        let at = self.loader.find(UNPACK).context("nothing unpacks")? + UNPACK.len();
        self.loader.insert_str(at, &format!("const packed_{part} = unpack(new URL(\"./{name}\", import.meta.url));\n"));
        Ok(Pack { name, bytes, modules })
    }
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

/// Fetches a file once, and anew after it could not be.
const UNPACK: &str = "const unpack = (file) => {
    let whole;
    return async (from, to) => {
        whole ??= fetch(file).then((answer) => {
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
};
";

#[cfg(test)]
mod tests {
    use super::*;

    fn fetching(start: &str, file: &str, shared: &str) -> String {
        format!("{start}(() => {{\n    {FETCH}{file}{FETCHED}\n}}\n, [{shared}]));\n")
    }

    fn loader() -> String {
        let names = ["a", "b", "c", "d"];
        let shared = names.map(|name| fetching(&format!("const {name} = load"), &format!("{name}.wasm"), ""));
        let part = |name: &str, shared: &str| {
            fetching(&format!("export const __wasm_split_load_{name} = wrap(load"), &format!("{name}.wasm"), shared)
        };
        let parts = [part("app", "a, b"), part("places", "a, c"), part("answer", "b, c, d")];
        format!("import x;\n{}{}", shared.concat(), parts.concat())
    }

    fn packed(loader: &str) -> Result<Packs> {
        let order = [("app", true), ("places", false), ("answer", true)];
        let name = |part: &str, bytes: &[u8]| format!("{part}-{}.wasm", bytes.len());
        pack(loader, &order, |file| Ok(file.as_bytes().to_vec()), name)
    }

    #[test]
    fn what_a_part_needs_comes_in_one_file_with_what_none_before_it_has() {
        let Packs { files, loader } = packed(&loader()).unwrap();
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["app-20.wasm", "answer-17.wasm"]);
        assert_eq!(files[0].modules, ["a.wasm", "b.wasm", "app.wasm"]);
        assert_eq!(files[1].modules, ["d.wasm", "answer.wasm"]);
        assert_eq!(files[1].bytes, b"d.wasmanswer.wasm");
        assert!(loader.starts_with("import x;\nconst unpack = "), "{loader}");
        let taken = ["packed_app(0, 6)", "packed_app(6, 12)", "packed_app(12, 20)", "packed_answer(6, 17)"];
        let fetched = ["\"./app-20.wasm\"", "\"./answer-17.wasm\"", "\"./c.wasm\"", "\"./places.wasm\""];
        for there in taken.iter().chain(&fetched) {
            assert_eq!(loader.matches(there).count(), 1, "{there}: {loader}");
        }
        for gone in ["a", "b", "d", "app", "answer"] {
            assert!(!loader.contains(&format!("\"./{gone}.wasm\"")), "{gone}: {loader}");
        }
    }

    #[test]
    fn a_loader_that_fetches_otherwise_is_refused() {
        assert!(packed("import x;\n").is_err());
        assert!(packed(&loader().replace("instantiateStreaming", "compile")).is_err());
    }
}
