//! A name, or what somebody typed, in the one form in which both are compared.
//!
//! Hand-written because a table of Unicode weighs more than the whole search: the letters here are
//! those of the French and of their neighbours.

use engine::catalogue::BodyKind;

/// How many characters are read: twice the longest name with all its words written out.
const LONGEST: usize = 160;

/// Words that people leave out, or put in.
const ARTICLES: [&str; 8] = ["le", "la", "les", "l", "de", "du", "des", "d"];

/// What is written short, and what it stands for.
const SHORT: [(&str, &str); 5] =
    [("st", "saint"), ("ste", "sainte"), ("sts", "saints"), ("stes", "saintes"), ("cdc", "cc")];

/// A text without case, accents or signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spelling {
    /// Its words, with no sign between them.
    pub words: Vec<String>,
    /// All its letters and digits.
    pub full: String,
    /// The same without articles or the words for a kind of EPCI.
    pub core: String,
    /// The kind of EPCI it names.
    pub kind: Option<BodyKind>,
    /// Whether it names that kind in so many words: `ca` may also be how Cadillac begins.
    pub is_of_kind: bool,
}

impl Spelling {
    /// The form of that text.
    pub fn of(text: &str) -> Spelling {
        let mut spelling = Spelling::default();
        for word in words(text) {
            spelling.add(word);
        }
        for word in &spelling.words {
            spelling.full.push_str(word);
            match kind(word) {
                Some(kind) => spelling.kind = Some(kind),
                None if is_article(word) => {}
                None => spelling.core.push_str(word),
            }
        }
        // `33 390` is one number.
        if spelling.full.bytes().all(|byte| byte.is_ascii_digit()) && !spelling.full.is_empty() {
            spelling.words = Vec::from([spelling.full.clone()]);
        }
        spelling
    }

    /// Adds a word; the words of `communauté de communes` and of `communauté d'agglomération` become one.
    fn add(&mut self, word: String) {
        let before = self.words.iter().rposition(|word| !is_article(word));
        let community = before.filter(|before| self.words.get(*before).is_some_and(|word| word == "communaute"));
        let short = match word.as_str() {
            "communes" | "commune" if community.is_some() => "cc",
            "agglo" | "agglomeration" => "ca",
            _ => return self.words.push(word),
        };
        self.words.truncate(community.unwrap_or(self.words.len()));
        self.words.push(short.to_owned());
        self.is_of_kind = true;
    }

    /// The words that a place must have: the articles only where there is nothing else. Longest first, so
    /// that a word is not taken by a shorter one that has others to choose from.
    pub fn wanted(&self) -> Vec<&str> {
        let mut wanted: Vec<&str> = Vec::new();
        let only_articles = self.words.iter().all(|word| is_article(word));
        for word in &self.words {
            if is_article(word) && !only_articles {
                continue;
            }
            let place = wanted.iter().position(|other| other.len() < word.len()).unwrap_or(wanted.len());
            wanted.insert(place, word);
        }
        wanted
    }
}

fn is_article(word: &str) -> bool {
    ARTICLES.contains(&word)
}

/// Whether so many names begin with a word that it tells nothing of which is meant.
#[cfg(feature = "check")]
pub(crate) fn is_common(word: &str) -> bool {
    is_article(word) || kind(word).is_some() || matches!(word, "saint" | "sainte")
}

fn kind(word: &str) -> Option<BodyKind> {
    match word {
        "cc" => Some(BodyKind::Cc),
        "ca" => Some(BodyKind::Ca),
        _ => None,
    }
}

/// The words of a text, written out.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    // The sign at the end closes the last word.
    for letter in text.chars().take(LONGEST).chain([' ']) {
        if push(&mut word, letter) || word.is_empty() {
            continue;
        }
        let long = SHORT.iter().find(|(short, _)| *short == word).map(|(_, long)| *long);
        let long = if letter == '/' && word == "s" { Some("sur") } else { long };
        let closed = core::mem::take(&mut word);
        words.push(long.map_or(closed, str::to_owned));
    }
    words
}

/// Adds a letter or a digit to a word. `false`: it is a sign between words.
fn push(word: &mut String, letter: char) -> bool {
    let plain = match letter {
        '0'..='9' | 'a'..='z' | 'A'..='Z' => {
            word.push(letter.to_ascii_lowercase());
            return true;
        }
        // Accents apart from their letter, and what hyphenates or joins unseen.
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' => "",
        'À'..='Å' | 'à'..='å' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' => "c",
        'È'..='Ë' | 'è'..='ë' => "e",
        'Ì'..='Ï' | 'ì'..='ï' => "i",
        'Ñ' | 'ñ' => "n",
        'Ò'..='Ö' | 'ò'..='ö' => "o",
        'Œ' | 'œ' => "oe",
        'Ù'..='Ü' | 'ù'..='ü' => "u",
        'Ý' | 'ý' | 'ÿ' | 'Ÿ' => "y",
        _ => return false,
    };
    word.push_str(plain);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full(text: &str) -> String {
        Spelling::of(text).words.join(" ")
    }

    #[test]
    fn case_accents_and_signs_are_left_out() {
        assert_eq!(full("  L’Isle-Saint-Georges "), "l isle saint georges");
        assert_eq!(full("MÉDOC CŒUR DE PRESQU'ÎLE"), "medoc coeur de presqu ile");
        assert_eq!(full("Gre\u{301}zillac"), "grezillac");
        assert_eq!(full("CC Castillon/Pujols"), "cc castillon pujols");
        assert_eq!(full("Бордо !"), "");
        assert_eq!(full("33 390"), "33390");
    }

    #[test]
    fn what_is_short_is_written_out() {
        assert_eq!(full("St. Denis"), "saint denis");
        assert_eq!(full("ste-foy"), "sainte foy");
        assert_eq!(full("civrac s/dordogne"), "civrac sur dordogne");
        assert_eq!(full("l's a"), "l s a");
    }

    #[test]
    fn the_kind_of_an_epci_is_read_in_every_writing() {
        for text in ["CC de Blaye", "cdc de Blaye", "Communauté de communes de Blaye", "communaute communes Blaye"] {
            let spelling = Spelling::of(text);
            assert_eq!((spelling.kind, spelling.core.as_str()), (Some(BodyKind::Cc), "blaye"), "{text}");
        }
        for text in ["CA du Libournais", "agglo libournais", "Communauté d'agglomération du Libournais"] {
            let spelling = Spelling::of(text);
            assert_eq!((spelling.kind, spelling.core.as_str()), (Some(BodyKind::Ca), "libournais"), "{text}");
        }
    }

    #[test]
    fn articles_are_wanted_only_by_themselves() {
        assert_eq!(Spelling::of("les").wanted(), ["les"]);
        assert_eq!(Spelling::of("de la teste du buch").wanted(), ["teste", "buch"]);
        assert_eq!(Spelling::of("communauté de communes de").wanted(), ["cc"]);
    }
}
