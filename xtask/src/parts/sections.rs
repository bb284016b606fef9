//! A wasm module without its custom sections: names and notes that no browser needs.

use anyhow::{Context, Result, ensure};

/// The module with the sections that it runs on, and no other.
pub fn without_custom(module: &[u8]) -> Result<Vec<u8>> {
    ensure!(module.starts_with(b"\0asm"), "it does not begin as a module does");
    let (header, mut rest) = module.split_at_checked(8).context("it is cut short")?;
    let mut kept = header.to_vec();
    while let Some((kind, after_kind)) = rest.split_first() {
        let (length, content) = leb(after_kind).context("a section has no length")?;
        let (_, after) = content.split_at_checked(length).context("a section is cut short")?;
        let whole = rest.len() - after.len();
        if *kind != 0 {
            kept.extend_from_slice(&rest[..whole]);
        }
        rest = after;
    }
    Ok(kept)
}

/// An unsigned number in LEB128, and what follows it.
fn leb(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0usize;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, &bytes[at + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::without_custom;

    const HEADER: &[u8] = b"\0asm\x01\0\0\0";

    fn module(sections: &[&[u8]]) -> Vec<u8> {
        [HEADER, &sections.concat()].concat()
    }

    #[test]
    fn only_custom_sections_go() {
        let (types, names) = (b"\x01\x02ab".as_slice(), b"\x00\x83\x00xyz".as_slice());
        assert_eq!(without_custom(&module(&[names, types, names])).unwrap(), module(&[types]));
    }

    #[test]
    fn what_is_no_module_or_is_cut_is_refused() {
        assert!(without_custom(b"<!doctype html>").is_err());
        assert!(without_custom(&module(&[b"\x01\x09ab"])).is_err());
        assert!(without_custom(&module(&[b"\x01\x80"])).is_err());
    }
}
