//! HTML read back: tags, labels, and the text a visitor reads.

/// A rendered part of the page.
pub struct Markup(String);

/// An opening tag and where its content begins.
struct Tag<'a> {
    name: &'a str,
    attributes: &'a str,
    content: &'a str,
}

impl Markup {
    pub fn new(html: String) -> Markup {
        Markup(without_comments(&html))
    }

    /// Everything that is read, in order, blocks apart by a line break.
    pub fn text(&self) -> String {
        text(&self.0)
    }

    /// Whether a sentence is read somewhere.
    pub fn says(&self, sentence: &str) -> bool {
        self.text().contains(sentence)
    }

    /// The text of every element of that name, nested ones included in the outer.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.tags().into_iter().filter(|tag| tag.name == name).map(|tag| text(inner(&tag))).collect()
    }

    /// Names and values of the description list.
    pub fn definitions(&self) -> Vec<(String, String)> {
        self.all("dt").into_iter().zip(self.all("dd")).collect()
    }

    /// What stands in each element of that name that has that class.
    pub fn classed(&self, name: &str, class: &str) -> Vec<Markup> {
        let has = |tag: &Tag<'_>| attribute(tag, "class").is_some_and(|all| all.split(' ').any(|one| one == class));
        let here = self.tags().into_iter().filter(|tag| tag.name == name && has(tag));
        here.map(|tag| Markup::new(inner(&tag).to_owned())).collect()
    }

    /// The attributes of each element of that name, as `read` finds them.
    pub fn each<T>(&self, name: &str, read: impl Fn(&dyn Fn(&str) -> String) -> T) -> Vec<T> {
        let tags = self.tags().into_iter().filter(|tag| tag.name == name);
        tags.map(|tag| read(&|wanted| attribute(&tag, wanted).unwrap_or_default())).collect()
    }

    /// The items of the estimate under a heading.
    pub fn lines(&self, heading: &str) -> Vec<String> {
        let lists = self.under(heading).map(|part| part.classed("ul", "lines")).unwrap_or_default();
        lists.iter().flat_map(|list| list.all("li")).collect()
    }

    /// The rows of the table whose caption begins so, cell by cell.
    pub fn table(&self, caption: &str) -> Option<Vec<Vec<String>>> {
        let tables = self.tags().into_iter().filter(|tag| tag.name == "table");
        let mut tables = tables.map(|tag| Markup::new(inner(&tag).to_owned()));
        Some(tables.find(|table| table.all("caption").iter().any(|text| text.starts_with(caption)))?.rows())
    }

    /// The rows of all its tables, cell by cell.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let rows = self.tags().into_iter().filter(|tag| tag.name == "tr");
        rows.map(|row| {
            let row = Markup::new(inner(&row).to_owned());
            let cells = row.tags().into_iter().filter(|tag| ["td", "th"].contains(&tag.name));
            cells.map(|cell| text(inner(&cell))).collect()
        })
        .collect()
    }

    /// The `type` of the input that a label of exactly that text belongs to; empty for a drop-down.
    pub fn labelled(&self, label: &str) -> Vec<String> {
        let tags = self.tags();
        let labels = tags.iter().filter(|tag| tag.name == "label" && text(inner(tag)) == label);
        let ids: Vec<String> = labels.filter_map(|tag| attribute(tag, "for")).collect();
        ids.iter()
            .map(|id| {
                let named: Vec<&Tag<'_>> =
                    tags.iter().filter(|tag| attribute(tag, "id").as_ref() == Some(id)).collect();
                assert_eq!(named.len(), 1, "the id `{id}` of « {label} » stands {} times", named.len());
                attribute(named[0], "type").unwrap_or_default()
            })
            .collect()
    }

    /// The values of an attribute, wherever it stands.
    pub fn attributes(&self, name: &str) -> Vec<String> {
        self.tags().iter().filter_map(|tag| attribute(tag, name)).collect()
    }

    /// What stands under a heading, up to the next heading of any level.
    pub fn under(&self, heading: &str) -> Option<Markup> {
        let tags = self.tags();
        let is_heading = |tag: &&Tag<'_>| ["h2", "h3"].contains(&tag.name);
        let here = tags.iter().filter(is_heading).find(|tag| text(inner(tag)) == heading)?;
        let rest = &here.content[inner(here).len()..];
        let end = [rest.find("<h2"), rest.find("<h3")].into_iter().flatten().min().unwrap_or(rest.len());
        Some(Markup::new(rest[..end].to_owned()))
    }

    fn tags(&self) -> Vec<Tag<'_>> {
        let mut tags = Vec::new();
        let mut rest = self.0.as_str();
        while let Some(start) = rest.find('<') {
            rest = &rest[start + 1..];
            let Some(end) = tag_end(rest) else { break };
            let (tag, content) = (&rest[..end], &rest[end + 1..]);
            let name = tag.split([' ', '/']).next().unwrap_or_default();
            if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                tags.push(Tag { name, attributes: &tag[name.len()..], content });
            }
            rest = content;
        }
        tags
    }
}

fn without_comments(html: &str) -> String {
    let mut parts = html.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("-->").map_or("", |(_, after)| after))
}

/// Where a tag ends: a `>` in a quoted value does not count.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quoted = false;
    rest.char_indices().find_map(|(place, c)| {
        quoted ^= c == '"';
        (c == '>' && !quoted).then_some(place)
    })
}

/// What stands between a tag and its end, elements of the same name inside it included.
fn inner<'a>(tag: &Tag<'a>) -> &'a str {
    let (open, close) = (format!("<{}", tag.name), format!("</{}>", tag.name));
    let (mut depth, mut place) = (1_usize, 0_usize);
    while depth > 0 {
        let rest = &tag.content[place..];
        let Some(end) = rest.find(&close) else { return tag.content };
        let opened =
            rest.match_indices(&open).filter(|(at, _)| *at < end && rest[at + open.len()..].starts_with([' ', '>']));
        match opened.map(|(at, _)| at).next() {
            Some(at) => (depth, place) = (depth + 1, place + at + open.len()),
            None => (depth, place) = (depth - 1, place + end + close.len()),
        }
    }
    &tag.content[..place - close.len()]
}

fn attribute(tag: &Tag<'_>, name: &str) -> Option<String> {
    let start = tag.attributes.find(&format!(" {name}=\""))? + name.len() + 3;
    let value = &tag.attributes[start..];
    Some(decoded(&value[..value.find('"')?]))
}

/// Tags away, entities read, one line for each block; spans that touch are two columns of a line.
fn text(html: &str) -> String {
    let mut out = String::new();
    let html = html.replace("</span><span", "</span>\n<span");
    let mut rest = html.as_str();
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        let tag = &rest[start + 1..];
        let Some(end) = tag_end(tag) else { break };
        if !["span", "/span", "strong", "/strong", "!"].iter().any(|inline| tag[..end].starts_with(inline)) {
            out.push('\n');
        }
        rest = &tag[end + 1..];
    }
    out.push_str(rest);
    let lines: Vec<String> =
        decoded(&out).lines().map(str::trim_ascii).filter(|line| !line.is_empty()).map(String::from).collect();
    lines.join("\n")
}

fn decoded(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, c)| text.replace(entity, c))
}

#[test]
fn markup_is_read_as_it_is_seen() {
    let html = r#"<div class="x y" title="a &gt; b"><p>Un<!> &lt;<!-- <no> --> <strong>deux</strong></p><label for="x">L'un</label><input id="x" type="text"><div>trois</div></div><h3>A</h3><p>a</p><h3>B</h3>"#;
    let markup = Markup::new(html.to_owned());
    assert_eq!(markup.text(), "Un < deux\nL'un\ntrois\nA\na\nB");
    assert_eq!(markup.all("div"), ["Un < deux\nL'un\ntrois", "trois"]);
    assert_eq!(markup.labelled("L'un"), ["text"]);
    assert_eq!(markup.attributes("title"), ["a > b"]);
    assert_eq!(markup.under("A").unwrap().text(), "a");
    assert_eq!(markup.classed("div", "y").len(), 1);
    assert_eq!(markup.classed("div", "x y").len() + markup.classed("p", "y").len(), 0);
}
