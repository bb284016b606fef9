//! Checking a table of requests against what is told of them.

use crate::ask::Ask;
use crate::tell::{line, other_reading, thresholds};

/// Asks with one value after the other.
pub fn check(asked: impl Fn(&str) -> Ask, table: &[(&str, &str)]) {
    for (value, expected) in table {
        assert_eq!(asked(value).told(), *expected, "at {value}");
    }
}

/// Reads one entry the other way.
pub fn check_reading(entry: &str, table: &[(Ask, &str, &str)]) {
    for (asked, price, expected) in table {
        let estimate = asked.estimate();
        assert_eq!(other_reading(&estimate, line(&estimate, price), entry), *expected, "{price}: {:?}", asked.0);
    }
}

pub fn check_thresholds(table: &[(Ask, &str, &[&str])]) {
    for (asked, price, expected) in table {
        let estimate = asked.estimate();
        assert_eq!(thresholds(&estimate, line(&estimate, price)), *expected, "{price}: {:?}", asked.0);
    }
}
