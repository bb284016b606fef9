//! Whatever is typed, an answer comes, and soon.

use crate::territory;

/// Random numbers below an end (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u32::try_from((mixed ^ (mixed >> 31)) % u64::from(end)).unwrap()
    }

    /// A character: of the names half of the time, of the whole of Unicode otherwise.
    fn letter(&mut self) -> char {
        const NEAR: [char; 16] =
            ['s', 't', 'a', 'i', 'n', 'é', '\'', '-', ' ', '/', 'l', 'œ', '3', '0', '\u{301}', 'c'];
        if self.below(2) == 0 {
            return NEAR[usize::try_from(self.below(16)).unwrap()];
        }
        char::from_u32(self.below(0x11_0000)).unwrap_or(' ')
    }
}

#[test]
fn no_text_is_too_odd() {
    let mut random = Random(7);
    for _ in 0..3_000 {
        let query: String = (0..random.below(40)).map(|_| random.letter()).collect();
        let found = territory().search(&query, 8);
        assert!(found.len() <= 8, "{query:?}");
        found.into_iter().for_each(|found| assert!(!territory().describe_found(found).is_empty()));
    }
}

#[test]
fn no_text_is_too_long() {
    let mut random = Random(8);
    let odd: String = (0..10_000).map(|_| random.letter()).collect();
    let words = "saint ".repeat(2_000);
    let marks = "\u{301}".repeat(10_000);
    for query in [odd, words, marks, "a".repeat(10_000), "3".repeat(10_000)] {
        assert!(territory().search(&query, 8).len() <= 8);
    }
}

#[test]
fn nothing_typed_leads_nowhere() {
    for query in ["", " ", "\u{a0}\t\n", "-", "'’", "…", "\u{301}", "()"] {
        assert_eq!(territory().search(query, 8), []);
    }
    assert_eq!(territory().search("blaye", 0), []);
    assert_eq!(territory().search("33058", 0), []);
}
