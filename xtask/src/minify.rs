//! A script in fewer bytes, and always in the same ones.

use anyhow::{Result, bail};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// A module that does the same. Fails when it is none.
pub fn module(text: &str) -> Result<String> {
    minified(text, SourceType::mjs())
}

/// A script that does the same and is no module. Fails when it is none.
pub fn script(text: &str) -> Result<String> {
    minified(text, SourceType::script())
}

fn minified(text: &str, kind: SourceType) -> Result<String> {
    let allocator = Allocator::default();
    let mut parsed = Parser::new(&allocator, text, kind).parse();
    if let Some(first) = parsed.diagnostics.first() {
        bail!("a script cannot be understood: {first}");
    }
    if !kind.is_module() && parsed.module_record.has_module_syntax {
        bail!("a script imports or exports, which only modules do");
    }
    let minified = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut parsed.program);
    let codegen = Codegen::new().with_options(CodegenOptions::minify()).with_scoping(minified.scoping);
    Ok(codegen.build(&parsed.program).code)
}

#[cfg(test)]
mod tests {
    use super::{module, script};

    #[test]
    fn what_is_exported_keeps_its_name_and_nothing_else_does() {
        let text = "// A note.\nconst longer = (given) => given + 1;\nexport { longer as start };\n";
        let short = module(text).unwrap();
        assert!(short.len() < text.len() && !short.contains("longer") && short.contains("as start"), "{short}");
        assert_eq!(module(text).unwrap(), short);
    }

    #[test]
    fn what_is_no_script_is_refused() {
        assert!(module("const = 1;").is_err());
        assert!(script("export const a = 1;").is_err());
    }

    #[test]
    fn what_a_script_says_to_the_page_keeps_its_name() {
        let short = script("// A note.\nfunction shown() { return 1; }\nconst kept = 2;\n").unwrap();
        assert!(short.contains("shown") && short.contains("kept") && !short.contains("note"), "{short}");
    }
}
