//! Both editions with other first days, also in a browser, where no file can be read. No page has both.

use crate::side_by_side;
use engine::Catalogue;
use engine::reading::{EditionFiles, SourceFile};

/// The file of an edition's folder, with another first day in force.
macro_rules! file {
    ($folder:literal, $first:literal, $day:expr, $file:literal) => {
        SourceFile::new(
            $file.to_owned(),
            include_str!(concat!("../", $folder, "/", $file))
                .replace(concat!("valid-from = \"", $first, "\""), &format!("valid-from = \"{}\"", $day)),
        )
    };
}

/// An edition's folder, each file so.
macro_rules! edition {
    ($folder:literal, $id:literal, $first:literal, $day:expr) => {
        EditionFiles {
            folder: $id.to_owned(),
            files: vec![
                file!($folder, $first, $day, "annexe-1.toml"),
                file!($folder, $first, $day, "annexe-2.toml"),
                file!($folder, $first, $day, "edition.toml"),
                file!($folder, $first, $day, "fields.toml"),
                file!($folder, $first, $day, "ledger.toml"),
                file!($folder, $first, $day, "services.toml"),
            ],
        }
    };
}

/// Both, from these days on.
pub fn both(days: [&str; 2]) -> &'static Catalogue {
    let [old, new] = days;
    let files = [
        edition!("../../catalogue/2021-05-20", "2021-05-20", "2021-05-20", old),
        edition!("2031-01-01-fictive", "2031-01-01-fictive", "2031-01-01", new),
    ];
    Box::leak(Box::new(side_by_side(&files)))
}

/// Days that have the fictitious edition in force, and the product's no longer.
pub const SECOND: [&str; 2] = ["2020-01-01", "2021-01-01"];

/// Days that have the product's in force, and the fictitious one not yet.
pub const FIRST: [&str; 2] = ["2020-01-01", "2999-01-01"];
