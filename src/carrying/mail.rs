//! A mail to be written by the visitor's own program.

/// The longest address that Windows hands over to a mail program.
pub const LONGEST: usize = 2_048;

/// The address that begins a mail of that subject and text.
pub fn address(subject: &str, text: &str) -> String {
    format!("mailto:?subject={}&body={}", encoded(subject), encoded(&text.replace('\n', "\r\n")))
}

/// Every byte that is not unreserved (RFC 3986), as `%` and two digits.
fn encoded(text: &str) -> String {
    let byte = |byte: u8| {
        let is_kept = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if is_kept { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_mail_says_its_text_and_no_more() {
        let address = super::address("a & b", "1\u{202f}250 €\nhttps://x/#s1;e=1:2&cc=x");
        assert_eq!(
            address,
            "mailto:?subject=a%20%26%20b&body=1%E2%80%AF250%20%E2%82%AC%0D%0Ahttps%3A%2F%2Fx%2F%23s1%3Be%3D1%3A2%26cc%3Dx"
        );
    }
}
