//! The page put on paper, and what a reader of its PDF finds there.

use crate::page::Page;
use fantoccini::wd::PrintConfigurationBuilder;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::{env, fs, process};

/// Dots of an inch in the pictures that a code is read from, one after the other, as a telephone held over the paper
/// sees it: by where its modules fall between dots, the reader found none in 4 pictures of 25 of one link.
const DOTS: [&str; 4] = ["300", "350", "400", "600"];

/// A printed page.
pub struct Paper(Vec<u8>);

impl Page {
    /// Prints the page on A4, as its visitor would.
    pub async fn print(&self) -> Paper {
        let how = PrintConfigurationBuilder::default().build().unwrap();
        Paper(self.client.print(how).await.unwrap())
    }
}

impl Paper {
    /// Its text, as it lies.
    pub fn text(&self) -> String {
        String::from_utf8(self.read(Command::new("pdftotext").args(["-layout", "-", "-"]))).unwrap()
    }

    /// Its text without any space: what a line or a column broke is whole again.
    pub fn letters(&self) -> String {
        self.text().split_whitespace().collect()
    }

    /// The text of each page.
    pub fn pages(&self) -> Vec<String> {
        self.text().split_terminator('\u{c}').map(str::to_owned).collect()
    }

    /// What the codes in it say.
    pub fn codes(&self) -> Vec<String> {
        DOTS.into_iter().map(|dots| self.codes_at(dots)).find(|codes| !codes.is_empty()).unwrap_or_default()
    }

    fn codes_at(&self, dots: &str) -> Vec<String> {
        let start = env::temp_dir().join(format!("simulateur-paper-{}", process::id()));
        self.read(Command::new("pdftoppm").args(["-gray", "-r", dots, "-"]).arg(&start));
        let name = start.file_name().unwrap().to_string_lossy().into_owned();
        let mut files: Vec<PathBuf> =
            fs::read_dir(env::temp_dir()).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|file| file.file_name().is_some_and(|file| file.to_string_lossy().starts_with(&name)));
        files.sort();
        let codes = files.iter().flat_map(|file| codes(&fs::read(file).unwrap())).collect();
        files.iter().for_each(|file| fs::remove_file(file).unwrap());
        codes
    }

    /// What a program that reads PDF says of it.
    fn read(&self, program: &mut Command) -> Vec<u8> {
        let mut reader = program.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("poppler-utils");
        reader.stdin.take().unwrap().write_all(&self.0).unwrap();
        let output = reader.wait_with_output().unwrap();
        assert!(output.status.success(), "{program:?}");
        output.stdout
    }
}

/// The codes of a picture in grey (PGM): a heading of three numbers, then a byte for each dot.
fn codes(picture: &[u8]) -> Vec<String> {
    let mut words = picture.splitn(5, |byte| byte.is_ascii_whitespace());
    let mut word = || words.next().unwrap();
    assert_eq!(word(), b"P5");
    let mut number = || std::str::from_utf8(word()).unwrap().parse::<usize>().unwrap();
    let (width, height) = (number(), number());
    assert_eq!(number(), 255);
    let dots = word();
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| dots[y * width + x]);
    image.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}
