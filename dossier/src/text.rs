//! Any text in the few characters that every mail program leaves alone inside a link.
//!
//! Letters, digits, `-` and `,` stand for themselves; a space is `_`, and the narrow space between
//! thousands, the most frequent sign beyond ASCII, is `.`: `1 250,50` reads `1.250,50`. All else is `%`
//! and two digits for each byte of UTF-8. `;`, `=` and `:` are left to the grammar.

const THIN: char = engine::french::THIN;

/// Writes a text.
pub(crate) fn encode(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            ' ' => out.push('_'),
            THIN => out.push('.'),
            '-' | ',' => out.push(letter),
            _ if letter.is_ascii_alphanumeric() => out.push(letter),
            _ => letter.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| {
                out.push('%');
                out.extend([byte >> 4, byte & 15].map(digit));
            }),
        }
    }
    out
}

/// Reads it back; `None` for what [`encode`] does not write.
pub(crate) fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'_' => bytes.push(b' '),
            b'.' => bytes.extend(THIN.encode_utf8(&mut [0; 4]).bytes()),
            b'%' => bytes.push((value(rest.next()?)? << 4) | value(rest.next()?)?),
            b'-' | b',' => bytes.push(byte),
            _ if byte.is_ascii_alphanumeric() => bytes.push(byte),
            _ => return None,
        }
    }
    String::from_utf8(bytes).ok()
}

/// Takes one layer of `%` away, where there is one: some programs encode a whole link once more.
pub(crate) fn unwrapped(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' { (value(rest.next()?)? << 4) | value(rest.next()?)? } else { byte });
    }
    String::from_utf8(bytes).ok()
}

fn digit(four: u8) -> char {
    char::from_digit(u32::from(four), 16).map_or('0', |digit| digit.to_ascii_uppercase())
}

fn value(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|four| u8::try_from(four).ok())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn texts_come_back() {
        let cases = [
            ("1\u{202f}250,50 €", "1.250,50_%E2%82%AC"),
            ("650 k€", "650_k%E2%82%AC"),
            ("Saint-Émilion", "Saint-%C3%89milion"),
            ("a;b=c:d_e.f%", "a%3Bb%3Dc%3Ad%5Fe%2Ef%25"),
            ("", ""),
        ];
        for (text, written) in cases {
            assert_eq!(encode(text), written);
            assert_eq!(decode(written).unwrap(), text);
        }
    }

    #[test]
    fn what_is_never_written_is_not_read() {
        for text in ["%", "%2", "%zz", "a b", "é", "a;b", "%FF"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
