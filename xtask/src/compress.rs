//! Compressing with brotli, as well as it can: what the page is weighed by and served with.

use std::io::{Result, Write as _};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// The longest window that every browser accepts, as a power of two.
const WINDOW: i32 = 22;

/// The best compression, and the slowest: about a second for the page's wasm.
const QUALITY: i32 = 11;

/// These bytes, compressed.
pub fn brotli(mut bytes: &[u8]) -> Result<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut out, &params)?;
    Ok(out)
}

/// These bytes, compressed with gzip: less well, but every browser's scripts unpack it.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = GzEncoder::new(Vec::new(), Compression::best());
    out.write_all(bytes)?;
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn what_is_gzipped_comes_back_whole() {
        let text = [b'a'; 10_000];
        let packed = gzip(&text).unwrap();
        assert!((1..100).contains(&packed.len()), "{}", packed.len());
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut back).unwrap();
        assert_eq!(back, text);
    }

    #[test]
    fn a_repetitive_text_shrinks_and_comes_back_whole() {
        let text = [b'a'; 10_000];
        let packed = brotli(&text).unwrap();
        assert!((1..100).contains(&packed.len()), "{}", packed.len());
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut back).unwrap();
        assert_eq!(back, text);
    }
}
