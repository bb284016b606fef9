//! The built `index.html` as the shell of every page: same head, menus and foot.
//!
//! Only elements whose end tag no minifier leaves out are removed or filled: `div`, `main`, `span`, `a`, `title`.

use crate::legal::href as leads_to;
use crate::{Host, Page};
use lol_html::html_content::{ContentType, Element};
use lol_html::{HandlerResult, RewriteStrSettings, element, rewrite_str};
use std::cell::Cell;
use std::fmt;

/// The hashed files that every page links and the simulator does not.
#[derive(Clone, Copy, Debug)]
pub struct Assets<'a> {
    /// The style sheet's name in the site's folder.
    pub css: &'a str,
    /// The script's name in the site's folder.
    pub js: &'a str,
    /// The name of the script that it fetches later, to keep the site offline, where there is one.
    pub late: Option<&'a str>,
}

/// Why a shell cannot be dressed.
#[derive(Debug)]
pub enum ShellError {
    /// It lacks an element that pages are put in or tied to.
    Lacks(&'static str),
    /// It cannot be parsed.
    Unreadable(lol_html::errors::RewritingError),
}

impl fmt::Display for ShellError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ShellError::Lacks(what) => write!(out, "index.html has no {what}: the static pages need one"),
            ShellError::Unreadable(error) => write!(out, "index.html cannot be read: {error}"),
        }
    }
}

impl std::error::Error for ShellError {}

/// The shell with the host's words in every `data-host` element; the names of the scripts that it
/// fetches when needed: the one that shows pages beside the application; behind a space, the one that
/// keeps the site offline; and the first view of the application, as HTML, where that will stand: what is seen at
/// first, and apart what stands below.
///
/// # Errors
/// When the shell cannot be parsed.
pub fn fill(shell: &str, host: &Host, scripts: &str, [look, below]: &[String; 2]) -> Result<String, ShellError> {
    let words = element!("[data-host]", |element: &mut Element| {
        let key = element.get_attribute("data-host").unwrap_or_default();
        element.remove_attribute("data-host");
        if let Some(href) = host.value(&key).and_then(|value| leads_to(&key, value))
            && element.tag_name() == "a"
        {
            element.set_attribute("href", &href)?;
        }
        element.set_inner_content(host.text(&key), ContentType::Text);
        Ok(())
    });
    let script = element!("script[data-shell]", |element: &mut Element| set(element, "data-shell", scripts));
    let main = element!("main#application", |element: &mut Element| {
        element.append(look, ContentType::Html);
        Ok(())
    });
    let below = element!("template#dessous", |element: &mut Element| {
        element.set_inner_content(below, ContentType::Html);
        Ok(())
    });
    // It need not wait for the style: a later visit has its first answer before its first frame is drawn.
    let module = element!("script[type=module]", |element: &mut Element| set(element, "async", ""));
    rewrite(shell, vec![words, script, main, below, module])
}

/// A page in the shell: the application's own parts (`data-home`) away, the page's in their place.
///
/// # Errors
/// When the shell cannot be parsed, or lacks `main#application` or `script[data-shell]`.
pub fn dress(shell: &str, page: &Page, host: &Host, assets: Assets<'_>) -> Result<String, ShellError> {
    let title = format!("{} – {}", page.title, host.text("site.name"));
    let file = format!("{}.html", page.name);
    let late = assets.late.map_or(String::new(), |late| format!(" data-late=\"{late}\""));
    let links =
        format!("<link rel=\"stylesheet\" href=\"{}\"><script defer src=\"{}\"{late}></script>", assets.css, assets.js);
    let (titled, placed, linked) = (Cell::new(false), Cell::new(false), Cell::new(false));
    let handlers = vec![
        // The first one: a drawing may have a title of its own. Minified, the head has no tags.
        element!("title", |element: &mut Element| {
            if !titled.replace(true) {
                element.set_inner_content(&title, ContentType::Text);
            }
            Ok(())
        }),
        element!("meta[name=description]", |element: &mut Element| set(element, "content", &page.description)),
        element!("link[rel=modulepreload], link[rel=preload], [data-home], #panne", |element: &mut Element| {
            element.remove();
            Ok(())
        }),
        element!("script", |element: &mut Element| {
            if element.has_attribute("data-shell") {
                element.replace(&links, ContentType::Html);
                linked.set(true);
            } else {
                element.remove();
            }
            Ok(())
        }),
        element!("main#application", |element: &mut Element| {
            set(element, "id", "page")?;
            element.remove_attribute("data-ahead");
            set(element, "data-page", page.name)?;
            element.set_inner_content(&page.main.0, ContentType::Html);
            placed.set(true);
            Ok(())
        }),
        element!("a.skip:not([data-home])", |element: &mut Element| {
            element.set_inner_content("Aller au contenu", ContentType::Text);
            set(element, "href", "#page")
        }),
        element!("nav a[href], footer a[href]", |element: &mut Element| {
            element.remove_attribute("aria-current");
            if element.get_attribute("href").as_ref() == Some(&file) {
                set(element, "aria-current", "page")?;
            }
            Ok(())
        }),
    ];
    let dressed = rewrite(shell, handlers)?;
    match (placed.get(), linked.get()) {
        (true, true) => Ok(dressed),
        (false, _) => Err(ShellError::Lacks("main#application")),
        (true, false) => Err(ShellError::Lacks("script[data-shell]")),
    }
}

/// The shell as one document: this style in it, and neither scripts nor what announces them.
///
/// # Errors
/// When the shell cannot be parsed.
pub fn alone(shell: &str, style: &str) -> Result<String, ShellError> {
    let style = format!("<style>{style}</style>");
    let away = element!("link[rel=modulepreload], link[rel=preload], script", |element: &mut Element| {
        element.remove();
        Ok(())
    });
    let styled = element!("link[rel=stylesheet]", |element: &mut Element| {
        element.replace(&style, ContentType::Html);
        Ok(())
    });
    rewrite(shell, vec![away, styled])
}

fn set(element: &mut Element, name: &str, value: &str) -> HandlerResult {
    Ok(element.set_attribute(name, value)?)
}

type Handler<'h> = (std::borrow::Cow<'h, lol_html::Selector>, lol_html::ElementContentHandlers<'h>);

fn rewrite(html: &str, handlers: Vec<Handler<'_>>) -> Result<String, ShellError> {
    let settings =
        handlers.into_iter().fold(RewriteStrSettings::new(), RewriteStrSettings::append_element_content_handler);
    rewrite_str(html, settings).map_err(ShellError::Unreadable)
}
