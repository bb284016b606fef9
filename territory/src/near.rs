//! Texts that one typing error keeps apart.

/// How one text goes with another once an error is forgiven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Near {
    /// They are the same.
    Whole,
    /// One is how the other begins.
    Start,
}

/// The errors, as how many letters they take from what was typed and from the name: one letter for
/// another, one left out, one too many.
const ERRORS: [(usize, usize); 3] = [(1, 1), (0, 1), (1, 0)];

/// Tells whether `typed` is a name, or how it begins, but for one error at most: a letter left out,
/// too many or for another, or two letters the wrong way round.
///
/// Only the first place where they differ need be looked at: an error before it would have shown.
pub(crate) fn near(typed: &[u8], name: &[u8]) -> Option<Near> {
    let same = typed.iter().zip(name).take_while(|(a, b)| a == b).count();
    let (typed, name) = (typed.get(same..)?, name.get(same..)?);
    if typed.is_empty() {
        return Some(if name.len() <= 1 { Near::Whole } else { Near::Start });
    }
    let mut best = None;
    for (in_typed, in_name) in ERRORS {
        best = better(best, after(typed, in_typed, name, in_name));
    }
    if let ([a, b, ..], [c, d, ..]) = (typed, name)
        && (a, b) == (d, c)
    {
        best = better(best, after(typed, 2, name, 2));
    }
    best
}

/// How two texts go together beyond that many of their letters.
fn after(typed: &[u8], in_typed: usize, name: &[u8], in_name: usize) -> Option<Near> {
    let rest = name.get(in_name..)?.strip_prefix(typed.get(in_typed..)?)?;
    Some(if rest.is_empty() { Near::Whole } else { Near::Start })
}

fn better(one: Option<Near>, other: Option<Near>) -> Option<Near> {
    if one == Some(Near::Whole) { one } else { other.or(one) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_error_is_forgiven_and_no_more() {
        let cases = [
            ("bordeaux", Some(Near::Whole)),
            ("bordeax", Some(Near::Whole)),
            ("bordeaxu", Some(Near::Whole)),
            ("bordeauxx", Some(Near::Whole)),
            ("vordeaux", Some(Near::Whole)),
            ("obrdeaux", Some(Near::Whole)),
            ("ordeaux", Some(Near::Whole)),
            ("burd", Some(Near::Start)),
            ("brde", Some(Near::Start)),
            ("bord", Some(Near::Start)),
            ("burdo", None),
            ("bordaeuw", None),
            ("bordeauxxx", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(near(typed.as_bytes(), b"bordeaux"), expected, "{typed}");
        }
        assert_eq!(near(b"", b""), Some(Near::Whole));
        assert_eq!(near(b"a", b""), Some(Near::Whole));
    }
}
