//! Elements found as a visitor or a screen reader finds them: by what they are and what they are called.

use crate::wait::{PATIENCE, until};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, Locator};
use http::Method;
use url::{ParseError, Url};

/// What an element is.
#[derive(Clone, Copy, Debug)]
pub enum Role {
    /// What is pressed.
    Button,
    /// What is ticked or not.
    Checkbox,
    /// A drop-down.
    Combobox,
    /// One answer among several.
    Radio,
    /// A text with a list of proposals.
    Search,
    /// A line or an area of text.
    Textbox,
}

impl Role {
    /// What browsers say of it; WebKit takes a drop-down for a button that opens a list.
    fn names(self) -> &'static [&'static str] {
        match self {
            Role::Button => &["button"],
            Role::Checkbox => &["checkbox"],
            Role::Combobox => &["combobox", "button"],
            Role::Radio => &["radio"],
            Role::Search => &["combobox"],
            Role::Textbox => &["textbox"],
        }
    }

    /// Where such elements stand, given the quoted text of their label.
    fn path(self, label: &str) -> String {
        let labelled = format!("[@id=//label[{}={label}]/@for]", plain("."));
        match self {
            Role::Button => format!("//button[{}={label}]", plain(".")),
            Role::Checkbox => format!("//input[@type='checkbox']{labelled}"),
            Role::Combobox => format!("//select{labelled}"),
            Role::Radio => format!("//input[@type='radio']{labelled}"),
            Role::Search => format!("//input[@role='combobox']{labelled}"),
            Role::Textbox => format!("//input[@type='text']{labelled}"),
        }
    }
}

/// The one element in sight of that role and label; within the group or section of that title, if any.
pub async fn control(client: &Client, group: Option<&str>, role: Role, label: &str) -> Element {
    let around = group.map_or(String::new(), |title| group_path(&quoted(title)));
    let path = around + &role.path(&quoted(label));
    let found = || async {
        let elements = client.find_all(Locator::XPath(&path)).await.ok()?;
        let [element] = elements.as_slice() else { return None };
        element.is_displayed().await.ok()?.then(|| element.clone())
    };
    let Some(element) = until(PATIENCE, found).await else {
        let count = client.find_all(Locator::XPath(&path)).await.map_or(0, |elements| elements.len());
        panic!("{count} {role:?} « {label} » in {group:?}, 1 in sight was expected");
    };
    let said = computed(client, &element, "role").await.unwrap();
    assert!(role.names().contains(&said.as_str()), "« {label} » is a {said}, {role:?} was expected");
    assert_eq!(tidy(&computed(client, &element, "label").await.unwrap()), label);
    element
}

/// A fieldset by its legend, or a section by its heading.
fn group_path(title: &str) -> String {
    let legend = format!("self::fieldset[legend[{}={title}]]", plain("."));
    let heading = format!("self::section[*[self::h2 or self::h3][{}={title}]]", plain("."));
    format!("//*[{legend} or {heading}]")
}

/// A text with ordinary spaces only, in XPath.
fn plain(text: &str) -> String {
    format!("normalize-space(translate({text},'\u{a0}\u{202f}','  '))")
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as XPath quotes it.
fn quoted(text: &str) -> String {
    assert!(!text.contains('"'), "no quote in {text}");
    format!("\"{text}\"")
}

/// What the browser tells assistive technologies about an element: its `role` or its `label`.
async fn computed(client: &Client, element: &Element, what: &'static str) -> Result<String, CmdError> {
    let answer = client.issue_cmd(Computed { element: element.element_id().to_string(), what }).await?;
    Ok(answer.as_str().unwrap_or_default().to_owned())
}

/// A WebDriver command that fantoccini does not have.
#[derive(Debug)]
struct Computed {
    element: String,
    what: &'static str,
}

impl WebDriverCompatibleCommand for Computed {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, ParseError> {
        let session = session_id.unwrap_or_default();
        base_url.join(&format!("session/{session}/element/{}/computed{}", self.element, self.what))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::GET, None)
    }
}
