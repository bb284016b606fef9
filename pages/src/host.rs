//! What only the host of the site knows: `host/host.toml`.

mod audit;

pub use audit::{Audit, Status};

use serde::Deserialize;

/// What a page reads where the host has not written anything yet.
pub const TO_COMPLETE: &str = "[à compléter]";

/// The host's own words.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Host {
    /// The site.
    pub site: Site,
    /// Who publishes it.
    pub publisher: Publisher,
    /// Who stores its files.
    pub hosting: Hosting,
    /// The accessibility audit; none was made when absent.
    pub accessibility: Option<Audit>,
}

/// The site itself.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Site {
    /// Its name.
    pub name: Option<String>,
    /// Its public address.
    pub address: Option<String>,
    /// Where its source can be read.
    pub source_code: Option<String>,
}

/// Who publishes the site.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Publisher {
    /// Its legal name and form.
    pub legal_name: Option<String>,
    /// Its postal address.
    pub address: Option<String>,
    /// The publication director.
    pub director: Option<String>,
    /// Where to write.
    pub mail: Option<String>,
    /// Where to call.
    pub phone: Option<String>,
}

/// Who stores the site's files.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Hosting {
    /// Its name.
    pub name: Option<String>,
    /// Its postal address.
    pub address: Option<String>,
    /// Where to call it.
    pub phone: Option<String>,
}

impl Host {
    /// Reads the text of `host.toml`.
    ///
    /// # Errors
    /// What is wrong with it, with its line and column.
    pub fn read(text: &str) -> Result<Host, toml::de::Error> {
        toml::from_str(text)
    }

    /// Every key of the file that a page shows, with its value when it has one that is not blank.
    pub fn entries(&self) -> [(&'static str, Option<&str>); 11] {
        let Host { site, publisher, hosting, accessibility: _ } = self;
        [
            ("site.name", &site.name),
            ("site.address", &site.address),
            ("site.source-code", &site.source_code),
            ("publisher.legal-name", &publisher.legal_name),
            ("publisher.address", &publisher.address),
            ("publisher.director", &publisher.director),
            ("publisher.mail", &publisher.mail),
            ("publisher.phone", &publisher.phone),
            ("hosting.name", &hosting.name),
            ("hosting.address", &hosting.address),
            ("hosting.phone", &hosting.phone),
        ]
        .map(|(key, value)| (key, value.as_deref().map(str::trim).filter(|value| !value.is_empty())))
    }

    /// The value of a key, as `publisher.mail`; `None` when the host has not written it.
    pub fn value(&self, key: &str) -> Option<&str> {
        self.entries().into_iter().find(|(known, _)| *known == key).and_then(|(_, value)| value)
    }

    /// The value of a key, or [`TO_COMPLETE`]; `accessibility.status` is what may be declared.
    pub fn text(&self, key: &str) -> &str {
        if key == "accessibility.status" { self.status().words() } else { self.value(key).unwrap_or(TO_COMPLETE) }
    }

    /// The state that may be declared: none without an audit.
    pub fn status(&self) -> Status {
        self.accessibility.as_ref().map_or(Status::None, |audit| audit.status)
    }

    /// The keys that nobody has filled yet.
    pub fn missing(&self) -> Vec<&'static str> {
        let unfilled = self.entries().into_iter().filter(|(_, value)| value.is_none()).map(|(key, _)| key);
        unfilled.chain(self.accessibility.is_none().then_some("accessibility.status")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_blank_is_missing() {
        let host = Host::read("[site]\nname = \"Ici\"\n[publisher]\nmail = \" \"").unwrap();
        assert_eq!(host.text("site.name"), "Ici");
        assert_eq!(host.text("publisher.mail"), TO_COMPLETE);
        let missing = host.missing();
        assert!(missing.contains(&"publisher.mail") && missing.contains(&"accessibility.status"));
        assert!(!missing.contains(&"site.name"));
        assert_eq!(host.text("accessibility.status"), "non conforme");
    }

    #[test]
    fn a_key_misspelt_is_refused_with_its_line() {
        let error = Host::read("[site]\nnom = \"Ici\"").unwrap_err().to_string();
        assert!(error.contains("line 2") && error.contains("nom"), "{error}");
    }
}
