//! A number that tells two contents apart, and the names of files that bear it: hosts and browsers may keep those for
//! ever.

/// A fingerprint of some bytes (FNV-1a): it tells two builds apart, and defends against nobody.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The name of a file with such content: `stem-0123456789abcdef.js`.
pub fn named(stem: &str, bytes: &[u8], extension: &str) -> String {
    format!("{stem}-{:016x}.{extension}", fingerprint(bytes))
}

/// What a name with a fingerprint is made of: what stands before it, the fingerprint, what stands behind it. Of the
/// digits, Trunk leaves the noughts at their beginning out.
pub fn parted(name: &str) -> Option<(&str, u64, &str)> {
    let (stem, rest) = name.rsplit_once('-')?;
    let (digits, end) = rest.split_at_checked(rest.find(['.', '_'])?)?;
    let is_digit = |digit: u8| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit);
    ((12..=16).contains(&digits.len()) && digits.bytes().all(is_digit)).then_some(())?;
    Some((stem, u64::from_str_radix(digits, 16).ok()?, end))
}

#[cfg(test)]
mod tests {
    use super::{fingerprint, named, parted};

    #[test]
    fn a_name_is_parted_as_it_was_made() {
        let name = named("part-answer", b"one", "wasm");
        assert_eq!(parted(&name), Some(("part-answer", fingerprint(b"one"), ".wasm")));
        assert_eq!(parted("page-0123456789abcdef_bg.wasm"), Some(("page", 0x0123_4567_89ab_cdef, "_bg.wasm")));
        assert_eq!(parted("page-c2e5f977a625381_bg.wasm"), Some(("page", 0x0c2e_5f97_7a62_5381, "_bg.wasm")));
        for other in ["index.html", "icone-180.png", "page-0123456789abcdeF.js", "page-0123456789abcdef0.js", "a-é"] {
            assert_eq!(parted(other), None, "{other}");
        }
    }

    #[test]
    fn another_content_has_another_fingerprint() {
        assert_ne!(fingerprint(b"one"), fingerprint(b"two"));
        assert_eq!(fingerprint(b""), 0xcbf2_9ce4_8422_2325);
    }
}
