//! What the bench found, as it writes it down, and the statistics drawn from it.

use serde::Deserialize;

/// Everything that was measured, in milliseconds.
#[derive(Deserialize)]
pub struct Figures {
    /// The browser's name and version.
    pub browser: String,
    /// How the machine and the line were slowed, in words.
    pub conditions: String,
    /// First visits of the page.
    pub page: Vec<Load>,
    /// First visits of the smallest page, taken in turns with the page's.
    pub hello: Vec<Load>,
    /// Second visits of the page, kept by its first, in turns too.
    pub again: Vec<Load>,
    /// Series of keys.
    pub keys: Vec<Series>,
    /// Series of keys in the smallest page, taken in turns too: they say what this machine makes of any key.
    pub hello_keys: Vec<Series>,
}

/// A visit, from the start of the navigation.
#[derive(Clone, Copy, Deserialize)]
pub struct Load {
    /// To the first contentful paint.
    pub paint: f64,
    /// To the answer to what was typed as soon as it could be.
    pub answer: f64,
}

/// Keys pressed in one field.
#[derive(Deserialize)]
pub struct Series {
    /// Its label.
    pub field: String,
    /// For each key, from its event to the page hearing of it: long on a busy machine.
    pub waits: Vec<f64>,
    /// For each key, from its event to the new total in the page.
    pub changes: Vec<f64>,
    /// For each key, from its event to the end of the frame that shows the new total.
    pub frames: Vec<f64>,
}

impl Figures {
    /// The fields that keys were pressed in, each once.
    pub fn fields(&self) -> Vec<&str> {
        let mut fields = Vec::new();
        for series in &self.keys {
            if !fields.contains(&series.field.as_str()) {
                fields.push(&series.field);
            }
        }
        fields
    }

    /// The series of a field, one a run.
    pub fn series<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a Series> {
        self.keys.iter().filter(move |series| series.field == field)
    }
}

/// The figure in the middle, or the mean of the two.
pub fn median(figures: &[f64]) -> f64 {
    let sorted = sorted(figures);
    let middle = sorted.len() / 2;
    let upper = at(&sorted, middle);
    if sorted.len().is_multiple_of(2) { f64::midpoint(at(&sorted, middle.wrapping_sub(1)), upper) } else { upper }
}

/// The smallest figure that at least 95 % of the figures do not pass.
pub fn p95(figures: &[f64]) -> f64 {
    let sorted = sorted(figures);
    at(&sorted, (sorted.len() * 95).div_ceil(100).wrapping_sub(1))
}

fn sorted(figures: &[f64]) -> Vec<f64> {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// A figure that was not taken is no number, which passes no bound.
fn at(sorted: &[f64], place: usize) -> f64 {
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(&[9.0, 1.0, 5.0]), 5.0);
        assert_eq!(median(&[9.0, 1.0, 5.0, 6.0]), 5.5);
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn one_key_in_twenty_may_be_slower() {
        let keys: Vec<f64> = (1..=20).map(f64::from).collect();
        assert_eq!(p95(&keys), 19.0);
        let keys: Vec<f64> = (1..=30).map(f64::from).collect();
        assert_eq!(p95(&keys), 29.0);
        assert_eq!(p95(&[4.0]), 4.0);
        assert!(p95(&[]).is_nan());
    }

    #[test]
    fn a_field_is_named_once() {
        let series =
            |field: &str| Series { field: field.to_owned(), waits: vec![0.5], changes: vec![1.0], frames: vec![2.0] };
        let keys = vec![series("a"), series("b"), series("a")];
        let figures = Figures {
            browser: "b".into(),
            conditions: "c".into(),
            page: vec![],
            hello: vec![],
            again: vec![],
            keys,
            hello_keys: vec![],
        };
        assert_eq!(figures.fields(), ["a", "b"]);
        assert_eq!(figures.series("a").count(), 2);
    }
}
