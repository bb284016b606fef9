//! Tables of the note: their headings come again on each page, and their rows are not cut.

use crate::blocks::element;
use leptos::prelude::*;

/// The heading of a column.
pub struct Title {
    words: String,
    class: &'static str,
}

impl Title {
    /// Above amounts.
    pub fn amount(words: &str) -> Title {
        Title { words: words.to_owned(), class: "number" }
    }

    /// Above words.
    pub fn said(words: &str) -> Title {
        Title { words: words.to_owned(), class: "said" }
    }
}

/// A table: its first heading stands above the names of the rows; the last row is their sum.
pub fn table(
    class: &'static str,
    first: &'static str,
    titles: impl IntoIterator<Item = Title>,
    rows: Vec<AnyView>,
    sum: Option<AnyView>,
) -> AnyView {
    let title = |title: Title| element("th").attr("scope", "col").class(title.class).text(title.words).done();
    let first = element("th").attr("scope", "col").text(first).done();
    let titles = element("tr").child(first).children(titles.into_iter().map(title)).done();
    element("table")
        .class(class)
        .child(element("thead").child(titles).done())
        .child(element("tbody").children(rows).done())
        .children(sum.map(|sum| element("tfoot").child(sum).done()))
        .done()
}

/// A row: its name, then its cells.
pub fn row(name: AnyView, cells: impl IntoIterator<Item = AnyView>) -> AnyView {
    element("tr").child(name).children(cells).done()
}

/// What a row is called.
pub fn name(words: String) -> AnyView {
    element("th").attr("scope", "row").text(words).done()
}

/// An amount in a row.
pub fn amount(words: String) -> AnyView {
    element("td").class("number").text(words).done()
}

/// Words in a row.
pub fn said(words: String) -> AnyView {
    element("td").class("said").text(words).done()
}
