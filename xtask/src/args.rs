//! Reading the words of the command line, refusing those nobody asked for.

use anyhow::{Result, bail};

/// What is left to read of the command line.
pub struct Args {
    rest: Vec<String>,
}

impl Args {
    /// The arguments of this process, without its own name.
    pub fn from_env() -> Self {
        Self::new(std::env::args().skip(1))
    }

    /// These words, in this order.
    pub fn new(words: impl IntoIterator<Item = String>) -> Self {
        Self { rest: words.into_iter().collect() }
    }

    /// Takes the first word: the command.
    pub fn command(&mut self) -> Option<String> {
        (!self.rest.is_empty()).then(|| self.rest.remove(0))
    }

    /// Takes the value of an option written `--name value` or `--name=value`.
    pub fn option(&mut self, name: &str) -> Result<Option<String>> {
        let glued = format!("{name}=");
        let Some(at) = self.rest.iter().position(|word| word == name || word.starts_with(&glued)) else {
            return Ok(None);
        };
        let word = self.rest.remove(at);
        if let Some(value) = word.strip_prefix(&glued) {
            return Ok(Some(value.to_owned()));
        }
        if at == self.rest.len() {
            bail!("{name} needs a value after it");
        }
        Ok(Some(self.rest.remove(at)))
    }

    /// Takes a flag that has no value, and tells whether it was there.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.rest.len();
        self.rest.retain(|word| word != name);
        self.rest.len() < before
    }

    /// Fails when a word was left unread.
    pub fn finish(&self) -> Result<()> {
        match self.rest.first() {
            None => Ok(()),
            Some(word) => bail!("this command has no use for `{word}`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Args {
        Args::new(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn an_option_is_read_in_both_spellings() {
        for line in ["serve --port 81", "serve --port=81"] {
            let mut args = args(line);
            assert_eq!(args.command().as_deref(), Some("serve"));
            assert_eq!(args.option("--port").unwrap().as_deref(), Some("81"));
            assert!(args.finish().is_ok());
        }
    }

    #[test]
    fn an_option_without_its_value_is_refused() {
        assert!(args("--port").option("--port").is_err());
    }

    #[test]
    fn an_absent_option_is_none_and_a_stray_word_is_refused() {
        let mut args = args("stray");
        assert_eq!(args.option("--port").unwrap(), None);
        assert!(args.finish().is_err());
    }

    #[test]
    fn a_flag_is_taken_once() {
        let mut args = args("--quick");
        assert!(args.flag("--quick"));
        assert!(!args.flag("--quick"));
    }
}
