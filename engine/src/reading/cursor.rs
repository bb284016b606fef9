//! Values of a TOML file that know where they stand.

use crate::Money;
use crate::french::kept;
use rust_decimal::Decimal;
use std::cell::RefCell;
use std::fmt;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A file's name and text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// As printed in a fault.
    pub name: String,
    /// Its content.
    pub text: String,
}

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file's name.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// What is wrong, what was expected.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

impl Fault {
    /// A fault of a file as a whole.
    pub fn nowhere(file: &str, message: &str) -> Fault {
        Fault { file: file.to_owned(), line: 1, column: 1, message: message.to_owned() }
    }

    fn at(file: &SourceFile, offset: usize, message: String) -> Fault {
        let before = file.text.get(..offset).unwrap_or(&file.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline.saturating_add(1));
        Fault {
            file: file.name.clone(),
            line: before.matches('\n').count().saturating_add(1),
            column: before.get(line_start..).unwrap_or("").chars().count().saturating_add(1),
            message,
        }
    }
}

/// The most digits of a number that is no price: far more than any bound, far fewer than a seal holds.
const LONGEST: i128 = 999_999_999_999_999;

/// Parses a file.
pub(super) fn parse(file: &SourceFile) -> Result<Spanned<DeTable<'_>>, Fault> {
    DeTable::parse(&file.text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        Fault::at(file, offset, format!("{}, expected TOML", error.message().replace('\n', ", ")))
    })
}

/// A table, keeping account of the keys that were asked for.
pub(super) struct Table<'a> {
    file: &'a SourceFile,
    span: Range<usize>,
    table: &'a DeTable<'a>,
    asked: RefCell<Vec<&'static str>>,
}

/// A value and its place.
#[derive(Clone)]
pub(super) struct Cursor<'a> {
    file: &'a SourceFile,
    span: Range<usize>,
    value: &'a DeValue<'a>,
}

impl<'a> Table<'a> {
    pub(super) fn root(file: &'a SourceFile, parsed: &'a Spanned<DeTable<'a>>) -> Table<'a> {
        Table { file, span: 0..0, table: parsed.get_ref(), asked: RefCell::default() }
    }

    /// A fault of the table as a whole.
    pub(super) fn fault(&self, message: impl Into<String>) -> Fault {
        Fault::at(self.file, self.span.start, message.into())
    }

    /// The value of a key that may be absent.
    pub(super) fn get(&self, key: &'static str) -> Option<Cursor<'a>> {
        self.asked.borrow_mut().push(key);
        let (_, value) = self.table.iter().find(|(name, _)| name.get_ref() == key)?;
        Some(Cursor { file: self.file, span: value.span(), value: value.get_ref() })
    }

    /// The value of a key that must be there.
    pub(super) fn need(&self, key: &'static str) -> Result<Cursor<'a>, Fault> {
        self.get(key).ok_or_else(|| self.fault(format!("`{key}` is missing, expected it in this table")))
    }

    /// Words, whose quotation marks the page keeps on their line.
    pub(super) fn text(&self, key: &'static str) -> Result<String, Fault> {
        Ok(kept(self.need(key)?.text()?))
    }

    /// A text that may be absent: empty then.
    pub(super) fn text_or_empty(&self, key: &'static str) -> Result<String, Fault> {
        self.get(key).map_or(Ok(String::new()), |value| Ok(kept(value.text()?)))
    }

    pub(super) fn flag(&self, key: &'static str) -> Result<bool, Fault> {
        self.get(key).map_or(Ok(false), |value| value.flag())
    }

    /// The tables under a key that may be absent.
    pub(super) fn tables(&self, key: &'static str) -> Result<Vec<Table<'a>>, Fault> {
        let Some(value) = self.get(key) else { return Ok(Vec::new()) };
        value.list()?.into_iter().map(|item| item.table()).collect()
    }

    /// Every key that nobody asked for, with the ones that were.
    pub(super) fn unknown_keys(&self) -> Result<(), Fault> {
        let asked = self.asked.borrow();
        let unknown = self.table.iter().find(|(key, _)| !asked.iter().any(|known| known == key.get_ref()));
        let Some((key, _)) = unknown else { return Ok(()) };
        let expected = list_of(&asked);
        let message = format!("unknown key `{}`, expected one of {expected}", key.get_ref());
        Err(Fault::at(self.file, key.span().start, message))
    }

    /// Keys and values of a table whose keys are ids.
    pub(super) fn entries(&self) -> Vec<(Cursor<'a>, String)> {
        let entry = |(key, value): (&'a Spanned<std::borrow::Cow<'a, str>>, &'a Spanned<DeValue<'a>>)| {
            (Cursor { file: self.file, span: value.span(), value: value.get_ref() }, key.get_ref().to_string())
        };
        self.table.iter().map(entry).collect()
    }
}

impl<'a> Cursor<'a> {
    pub(super) fn fault(&self, message: impl Into<String>) -> Fault {
        Fault::at(self.file, self.span.start, message.into())
    }

    pub(super) fn text(&self) -> Result<&'a str, Fault> {
        match self.value {
            DeValue::String(text) if text.trim().is_empty() => Err(self.fault("an empty text, expected some words")),
            DeValue::String(text) => Ok(text),
            _ => Err(self.wrong("a text in quotes")),
        }
    }

    /// A text that may be empty.
    pub(super) fn any_text(&self) -> Result<&'a str, Fault> {
        match self.value {
            DeValue::String(text) => Ok(text),
            _ => Err(self.wrong("a text in quotes")),
        }
    }

    pub(super) fn is_text(&self) -> bool {
        self.value.is_str()
    }

    pub(super) fn is_table(&self) -> bool {
        self.value.is_table()
    }

    pub(super) fn flag(&self) -> Result<bool, Fault> {
        self.value.as_bool().ok_or_else(|| self.wrong("true or false"))
    }

    /// A small whole number.
    pub(super) fn small(&self) -> Result<u16, Fault> {
        let digits = self.value.as_integer().ok_or_else(|| self.wrong("a whole number"))?;
        digits
            .as_str()
            .parse()
            .map_err(|_| self.fault(format!("{} is out of range, expected 0 to 65535", digits.as_str())))
    }

    /// A price: a string, so that no float can slip in.
    pub(super) fn price(&self) -> Result<Money, Fault> {
        const EXPECTED: &str = "a price as a string of digits, such as \"123.45\"";
        let DeValue::String(text) = self.value else { return Err(self.wrong(EXPECTED)) };
        if text.starts_with('-') {
            return Err(self.fault(format!("negative price \"{text}\", expected {EXPECTED}")));
        }
        let decimals = text.split_once('.').map_or(0, |(_, part)| part.len());
        match crate::decimal::parse(text) {
            Some(_) if decimals > 2 => {
                Err(self.fault(format!("price \"{text}\" has {decimals} decimals, expected at most 2")))
            }
            Some(euros) if Money::from_euros(euros) > Money::LARGEST_PRICE => {
                Err(self.fault(format!("price \"{text}\" is too large, expected at most 100000000")))
            }
            Some(euros) => Ok(Money::from_euros(euros)),
            None => Err(self.fault(format!("\"{text}\" is not a price, expected {EXPECTED}"))),
        }
    }

    /// A number that is no price: a bound, a volume, a rate. A string too, for the same reason.
    pub(super) fn decimal(&self) -> Result<Decimal, Fault> {
        const EXPECTED: &str = "a number as a string of digits, such as \"500\"";
        let DeValue::String(text) = self.value else { return Err(self.wrong(EXPECTED)) };
        let number = crate::decimal::parse(text).filter(|number| !number.is_sign_negative());
        if number.is_some_and(|number| number.mantissa() > LONGEST) {
            return Err(self.fault(format!("\"{text}\" is too long, expected at most 15 digits")));
        }
        number.ok_or_else(|| self.fault(format!("\"{text}\" is not such a number, expected {EXPECTED}")))
    }

    pub(super) fn list(&self) -> Result<Vec<Cursor<'a>>, Fault> {
        let items = self.value.as_array().ok_or_else(|| self.wrong("a list in brackets"))?;
        Ok(items.iter().map(|item| Cursor { file: self.file, span: item.span(), value: item.get_ref() }).collect())
    }

    /// Every item of a list, read the same way.
    pub(super) fn each<T>(&self, read: impl Fn(&Cursor<'a>) -> Result<T, Fault>) -> Result<Vec<T>, Fault> {
        self.list()?.iter().map(read).collect()
    }

    pub(super) fn table(&self) -> Result<Table<'a>, Fault> {
        let table = self.value.as_table().ok_or_else(|| self.wrong("a table"))?;
        Ok(Table { file: self.file, span: self.span.clone(), table, asked: RefCell::default() })
    }

    /// One of a closed set of words.
    pub(super) fn one_of<T: Copy>(&self, what: &str, words: &[(&'static str, T)]) -> Result<T, Fault> {
        let text = self.text()?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        found.ok_or_else(|| {
            let expected = list_of(&words.iter().map(|(word, _)| *word).collect::<Vec<_>>());
            self.fault(format!("unknown {what} `{text}`, expected one of {expected}"))
        })
    }

    fn wrong(&self, expected: &str) -> Fault {
        let found = match self.value {
            DeValue::Float(float) => format!("the float {}", float.as_str()),
            DeValue::Integer(integer) => format!("the bare number {}", integer.as_str()),
            other => format!("a value of type {}", other.type_str()),
        };
        self.fault(format!("{found}, expected {expected}"))
    }
}

/// "`a`, `b`, `c`", in order, each once.
fn list_of(words: &[&str]) -> String {
    let mut known: Vec<&str> = words.to_vec();
    known.sort_unstable();
    known.dedup();
    known.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
