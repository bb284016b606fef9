//! The saved scenarios as one text, and what can be done with them: nothing here knows a browser.
//!
//! ```text
//! 1
//! k3<tab>Avec la police<tab>s1;…
//! ```
//!
//! A version, then a line for each scenario: its id, its name, and its situation as a link, which
//! carries its own checksum. A line that is not so is set aside, never dropped and never half-read.

/// The version of the text.
const VERSION: &str = "1";

/// How long a name may be, in characters.
pub const LONGEST_NAME: usize = 60;

/// A saved situation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Stays with it while it is renamed, moved or changed.
    pub id: u32,
    /// What the visitor calls it.
    pub name: String,
    /// What it holds, as a link.
    pub link: String,
}

/// The scenarios, in the visitor's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    scenarios: Vec<Scenario>,
}

/// What a text held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The scenarios that can be read.
    pub shelf: Shelf,
    /// The lines that cannot.
    pub unread: Vec<String>,
}

/// The text was written by a later version of the page: it must be left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FromTheFuture;

impl Shelf {
    /// Reads a text.
    ///
    /// # Errors
    /// When a later version wrote it.
    pub fn read(text: &str) -> Result<Reading, FromTheFuture> {
        let mut lines = text.lines();
        let version = lines.next().unwrap_or(VERSION);
        match version.parse::<u32>() {
            Ok(version) if version.to_string() == VERSION => {}
            Ok(_) => return Err(FromTheFuture),
            Err(_) => return Ok(Reading { shelf: Shelf::default(), unread: vec![text.to_owned()] }),
        }
        let mut reading = Reading { shelf: Shelf::default(), unread: Vec::new() };
        for line in lines.filter(|line| !line.is_empty()) {
            match scenario(line) {
                Some(found) if reading.shelf.get(found.id).is_none() => reading.shelf.scenarios.push(found),
                _ => reading.unread.push(line.to_owned()),
            }
        }
        Ok(reading)
    }

    /// The text that reads as these scenarios.
    pub fn write(&self) -> String {
        let mut text = VERSION.to_owned();
        for Scenario { id, name, link } in &self.scenarios {
            text.push_str(&format!("\nk{id}\t{name}\t{link}"));
        }
        text
    }

    /// Every scenario, in order.
    pub fn all(&self) -> &[Scenario] {
        &self.scenarios
    }

    /// The scenario of that id.
    pub fn get(&self, id: u32) -> Option<&Scenario> {
        self.scenarios.iter().find(|scenario| scenario.id == id)
    }

    /// Saves a situation under a name, behind the others, and returns its id.
    pub fn add(&mut self, name: &str, link: &str) -> u32 {
        let id = self.free_id();
        let name = self.free_name(&tidy(name));
        self.scenarios.push(Scenario { id, name, link: link.to_owned() });
        id
    }

    /// Puts a situation in place of the one of a scenario.
    pub fn replace(&mut self, id: u32, link: &str) {
        self.change(id, |scenario| link.clone_into(&mut scenario.link));
    }

    /// Renames a scenario; an empty name changes nothing.
    pub fn rename(&mut self, id: u32, name: &str) {
        let name = tidy(name);
        if name.is_empty() || self.get(id).is_none_or(|scenario| scenario.name == name) {
            return;
        }
        let name = self.free_name(&name);
        self.change(id, |scenario| scenario.name = name);
    }

    /// A copy, right behind the scenario itself; its id.
    pub fn duplicate(&mut self, id: u32) -> Option<u32> {
        let place = self.place(id)?;
        let Scenario { name, link, .. } = self.scenarios.get(place)?.clone();
        let copy = self.add(&name, &link);
        let last = self.scenarios.pop()?;
        self.scenarios.insert(place.saturating_add(1), last);
        Some(copy)
    }

    /// Takes a scenario away, and returns it with its place.
    pub fn remove(&mut self, id: u32) -> Option<(usize, Scenario)> {
        let place = self.place(id)?;
        Some((place, self.scenarios.remove(place)))
    }

    /// Puts a scenario back where it was. Where another has taken its id or its name since, it has new ones.
    pub fn restore(&mut self, place: usize, scenario: Scenario) {
        let known = self.get(scenario.id);
        if known == Some(&scenario) {
            return;
        }
        let id = if known.is_some() { self.free_id() } else { scenario.id };
        let name = self.free_name(&scenario.name);
        self.scenarios.insert(place.min(self.scenarios.len()), Scenario { id, name, ..scenario });
    }

    /// Moves a scenario one place up, or down.
    pub fn shift(&mut self, id: u32, up: bool) {
        let Some(place) = self.place(id) else { return };
        let other = if up { place.checked_sub(1) } else { place.checked_add(1) };
        if let Some(other) = other.filter(|other| *other < self.scenarios.len()) {
            self.scenarios.swap(place, other);
        }
    }

    fn place(&self, id: u32) -> Option<usize> {
        self.scenarios.iter().position(|scenario| scenario.id == id)
    }

    fn change(&mut self, id: u32, change: impl FnOnce(&mut Scenario)) {
        if let Some(scenario) = self.scenarios.iter_mut().find(|scenario| scenario.id == id) {
            change(scenario);
        }
    }

    fn free_id(&self) -> u32 {
        self.scenarios.iter().map(|scenario| scenario.id).max().map_or(1, |id| id.saturating_add(1))
    }

    /// The name itself, or with a number behind it when it is taken: never longer than a name may be, or what is read
    /// again would be another.
    fn free_name(&self, name: &str) -> String {
        let wanted = if name.is_empty() { "Scénario" } else { name };
        let is_taken = |name: &str| self.scenarios.iter().any(|scenario| scenario.name == name);
        if !is_taken(wanted) {
            return wanted.to_owned();
        }
        let numbered = (2..u32::MAX).map(|number| {
            let number = format!(" ({number})");
            let room = LONGEST_NAME.saturating_sub(number.len());
            let start: String = wanted.chars().take(room).collect();
            format!("{}{number}", start.trim_end())
        });
        numbered.into_iter().find(|name| !is_taken(name)).unwrap_or_default()
    }
}

fn scenario(line: &str) -> Option<Scenario> {
    let mut parts = line.split('\t');
    let (id, name, link) = (parts.next()?, parts.next()?, parts.next()?);
    let id = id.strip_prefix('k')?.parse().ok()?;
    // Another program may have written it, or an earlier version that let more signs through.
    let name = tidy(name);
    // A link has no sign that is not seen: one at the end of a line would be taken for the end of the line.
    let is_link = !link.is_empty() && !link.contains(char::is_control);
    let is_whole = parts.next().is_none() && is_link && !name.is_empty();
    is_whole.then(|| Scenario { id, name, link: link.to_owned() })
}

/// A name on one line, without signs that are not seen, and not too long.
fn tidy(name: &str) -> String {
    let is_seen = |letter: &char| {
        !letter.is_control()
            && !matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let words: String = name
        .chars()
        .map(|letter| if letter == '\t' || letter == '\n' { ' ' } else { letter })
        .filter(is_seen)
        .take(LONGEST_NAME)
        .collect();
    words.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three() -> Shelf {
        let mut shelf = Shelf::default();
        ["un", "deux", "trois"].into_iter().for_each(|name| _ = shelf.add(name, &format!("s1;{name}")));
        shelf
    }

    fn names(shelf: &Shelf) -> Vec<&str> {
        shelf.all().iter().map(|scenario| scenario.name.as_str()).collect()
    }

    #[test]
    fn what_is_written_reads_the_same() {
        let shelf = three();
        assert_eq!(Shelf::read(&shelf.write()), Ok(Reading { shelf, unread: vec![] }));
        assert_eq!(Shelf::read("").map(|reading| reading.shelf), Ok(Shelf::default()));
    }

    #[test]
    fn a_line_that_cannot_be_read_is_set_aside_and_the_others_stay() {
        let text = three().write().replace("k2\tdeux", "k2 deux")
            + "\nk1\tencore\ts1;x\nk9\t\ts1;x\nk9\tvide\t\nk8\tcoupé\ts1;x\r";
        let reading = Shelf::read(&text).unwrap();
        assert_eq!(names(&reading.shelf), ["un", "trois"]);
        assert_eq!(
            reading.unread,
            ["k2 deux\ts1;deux", "k1\tencore\ts1;x", "k9\t\ts1;x", "k9\tvide\t", "k8\tcoupé\ts1;x\r"]
        );
        let reading = Shelf::read("n'importe quoi\nk1\tun\ts1;x").unwrap();
        assert_eq!((reading.shelf, reading.unread.len()), (Shelf::default(), 1), "kept whole");
    }

    #[test]
    fn a_later_version_is_left_alone() {
        assert_eq!(Shelf::read("2\nk1\tun\ts1;x"), Err(FromTheFuture));
    }

    #[test]
    fn a_name_is_taken_once_and_has_no_unseen_sign() {
        let mut shelf = three();
        shelf.add("un", "s1;x");
        shelf.add("  \u{202e}a\tb\u{7}  ", "s1;x");
        shelf.add("", "s1;x");
        assert_eq!(names(&shelf)[3..], ["un (2)", "a b", "Scénario"]);
        shelf.rename(1, "deux");
        shelf.rename(2, "  ");
        shelf.rename(3, "trois");
        assert_eq!(names(&shelf)[..3], ["deux (2)", "deux", "trois"]);
        shelf.add(&"x".repeat(500), "s1;x");
        assert_eq!(shelf.all()[6].name.len(), LONGEST_NAME);
        shelf.add(&"x".repeat(500), "s1;x");
        assert!(shelf.all()[7].name.ends_with("x (2)") && shelf.all()[7].name.len() == LONGEST_NAME);
        assert_eq!(Shelf::read(&shelf.write()).map(|reading| reading.shelf), Ok(shelf), "nor shorter once read");
        let reading = Shelf::read("1\nk1\tde\u{200f}ux\ts1;x").unwrap();
        assert_eq!(names(&reading.shelf), ["deux"], "nor when it comes from elsewhere");
    }

    #[test]
    fn scenarios_are_copied_moved_taken_away_and_put_back() {
        let mut shelf = three();
        assert_eq!(shelf.duplicate(1), Some(4));
        assert_eq!(names(&shelf), ["un", "un (2)", "deux", "trois"]);
        let (place, scenario) = shelf.remove(2).unwrap();
        shelf.restore(place, scenario.clone());
        shelf.restore(0, scenario);
        assert_eq!(names(&shelf), ["un", "un (2)", "deux", "trois"]);
        // Its id was given to another since.
        let (place, copy) = shelf.remove(4).unwrap();
        assert_eq!(shelf.duplicate(3), Some(4));
        shelf.restore(place, copy);
        assert_eq!(names(&shelf), ["un", "un (2)", "deux", "trois", "trois (2)"]);
        assert_eq!(shelf.all()[1].id, 5, "its id was another's by then");
        shelf.remove(4);
        shelf.shift(3, true);
        shelf.shift(1, true);
        shelf.shift(1, false);
        assert_eq!(names(&shelf), ["un (2)", "un", "trois", "deux"]);
        shelf.shift(2, false);
        shelf.replace(2, "s1;autre");
        assert_eq!(shelf.get(2).map(|it| it.link.as_str()), Some("s1;autre"));
        assert_eq!((shelf.remove(99), shelf.duplicate(99)), (None, None));
    }
}
