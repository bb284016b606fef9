//! A wasm module without what no browser needs: custom sections, and the long names of its glue.

use std::collections::BTreeMap;
use std::convert::Infallible;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{CustomSectionReader, Export, ImportSectionReader, Parser};

/// What wasm-bindgen's own names begin with: 16 hexadecimal digits end most of them, which nothing compresses.
const MADE: [&str; 2] = ["__wbg_", "wasm_bindgen__"];

/// Short names, for those that the module and its glue share and that no other file knows.
#[derive(Default)]
pub struct ShortNames {
    names: BTreeMap<String, String>,
}

impl ShortNames {
    /// A short name for each of the names that wasm-bindgen made for this module.
    pub fn of(module: &[u8]) -> Result<Self> {
        let mut found = Self::default();
        let _ = rewritten(module, |name| {
            if MADE.iter().any(|beginning| name.starts_with(beginning)) {
                let short = format!("w{}", found.names.len());
                found.names.entry(name.to_owned()).or_insert(short);
            }
            None
        })?;
        Ok(found)
    }

    /// The module under these names, without its custom sections.
    pub fn module(&self, module: &[u8]) -> Result<Vec<u8>> {
        rewritten(module, |name| self.names.get(name).cloned())
    }

    /// The glue under these names: whole words only, for a name may begin like another.
    pub fn glue(&self, glue: &str) -> String {
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
        let mut short = String::with_capacity(glue.len());
        let mut rest = glue;
        while !rest.is_empty() {
            let word = rest.len() - rest.trim_start_matches(is_part).len();
            let length = if word == 0 { rest.chars().next().map_or(0, char::len_utf8) } else { word };
            let (piece, after) = rest.split_at(length);
            short.push_str(self.names.get(piece).map_or(piece, String::as_str));
            rest = after;
        }
        short
    }
}

/// The module with some names of its imports and exports changed, in its shortest encoding, without custom sections.
fn rewritten(module: &[u8], rename: impl FnMut(&str) -> Option<String>) -> Result<Vec<u8>> {
    let mut out = Module::new();
    Trim { rename }.parse_core_module(&mut out, Parser::new(0), module).context("this is no wasm module")?;
    Ok(out.finish())
}

struct Trim<F> {
    rename: F,
}

impl<F: FnMut(&str) -> Option<String>> Reencode for Trim<F> {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            let short = (self.rename)(import.name);
            imports.import(import.module, short.as_deref().unwrap_or(import.name), self.entity_type(import.ty)?);
        }
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error<Infallible>> {
        let short = (self.rename)(export.name);
        let kind = self.export_kind(export.kind)?;
        let index = self.external_index(export.kind, export.index)?;
        exports.export(short.as_deref().unwrap_or(export.name), kind, index);
        Ok(())
    }

    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<(), Error<Infallible>> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::ShortNames;
    use wasm_encoder::{CustomSection, EntityType, ImportSection, Module, TypeSection};

    /// A module that imports functions of these names, between two custom sections.
    fn module(names: &[&str], customs: bool) -> Vec<u8> {
        let custom = CustomSection { name: "name".into(), data: b"xyz".as_slice().into() };
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for name in names {
            imports.import("./glue.js", name, EntityType::Function(0));
        }
        let mut module = Module::new();
        if customs {
            module.section(&custom);
        }
        module.section(&types).section(&imports);
        if customs {
            module.section(&custom);
        }
        module.finish()
    }

    #[test]
    fn only_custom_sections_go() {
        let kept = module(&["memory"], false);
        assert_eq!(ShortNames::default().module(&module(&["memory"], true)).unwrap(), kept);
    }

    #[test]
    fn what_is_no_module_or_is_cut_is_refused() {
        assert!(ShortNames::default().module(b"<!doctype html>").is_err());
        let whole = module(&["memory"], false);
        assert!(ShortNames::default().module(&whole[..whole.len() - 1]).is_err());
    }

    #[test]
    fn the_module_and_its_glue_get_the_same_short_names() {
        let long = module(&["__wbg_new_0123", "__wbindgen_start", "__wbg_new_01234"], false);
        let names = ShortNames::of(&long).unwrap();
        assert_eq!(names.module(&long).unwrap(), module(&["w0", "__wbindgen_start", "w1"], false));
        let glue = "{ __wbg_new_0123: f, é__wbg_new_01234(), x__wbg_new_0123, __wbindgen_start }";
        assert_eq!(names.glue(glue), "{ w0: f, éw1(), x__wbg_new_0123, __wbindgen_start }");
    }
}
