//! What an accessibility audit found.

use serde::Deserialize;

/// An RGAA audit: whoever declares one names who made it and when.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Audit {
    /// The state it allows the host to declare.
    pub status: Status,
    /// The day it ended, `YYYY-MM-DD`.
    pub date: String,
    /// Who made it.
    pub auditor: String,
    /// The share of criteria that are met, in per cent, as it is to be read.
    #[serde(default)]
    pub rate: Option<String>,
    /// What is not accessible, one sentence each.
    #[serde(default)]
    pub failures: Vec<String>,
}

/// The three states that the law knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Status {
    /// Every criterion is met.
    #[serde(rename = "totalement conforme")]
    Whole,
    /// Half of them at least.
    #[serde(rename = "partiellement conforme")]
    Partial,
    /// Fewer, or no audit in force.
    #[serde(rename = "non conforme")]
    None,
}

impl Status {
    /// As the declaration words it.
    pub fn words(self) -> &'static str {
        match self {
            Status::Whole => "totalement conforme",
            Status::Partial => "partiellement conforme",
            Status::None => "non conforme",
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::host::{Host, Status};

    #[test]
    fn an_audit_names_its_auditor() {
        let audit = "[accessibility]\nstatus = \"partiellement conforme\"\ndate = \"2027-01-31\"\n";
        assert!(Host::read(audit).unwrap_err().to_string().contains("auditor"));
        let host = Host::read(&format!("{audit}auditor = \"Quelqu'un\"")).unwrap();
        assert_eq!(host.accessibility.unwrap().status, Status::Partial);
        assert!(Host::read("[accessibility]\nstatus = \"conforme\"").is_err());
    }
}
