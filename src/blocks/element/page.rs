//! In the page: each is made anew, never patched. What must stay as it is while things change around it therefore
//! stands outside of what is made again.
//!
//! What an effect reads may be gone before the effect is: then it does nothing.

use super::{Attribute, Element, Follows, Made, Parts};
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element as Place, Event, Node};
use std::cell::RefCell;
use std::rc::Rc;

/// What stands in the page.
pub struct Standing {
    what: What,
    /// What stands inside of it.
    _inside: Vec<AnyViewState>,
    /// What follows something for it.
    _follows: Vec<RenderEffect<()>>,
    /// What it listens to.
    _hears: Vec<RemoveEventHandler<Place>>,
}

enum What {
    /// An element, or a text.
    Node(Node),
    /// Some, and what marks where they end.
    Group(Vec<AnyViewState>, Node),
    Again(Rc<RefCell<Option<AnyViewState>>>),
}

impl Made {
    pub(super) fn view(self) -> AnyView {
        self.into_any()
    }
}

impl Render for Made {
    type State = Standing;

    fn build(self) -> Standing {
        let (mut inside, mut follows, mut hears) = (Vec::new(), Vec::new(), Vec::new());
        let what = match self {
            Made::Element(Element(parts)) => {
                let Parts { tag, attributes, children } = *parts;
                let element = Rndr::create_element(tag, None);
                for attribute in attributes {
                    match attribute {
                        Attribute::Fixed(name, value) => Rndr::set_attribute(&element, name, &value),
                        Attribute::Heard(event, act) => hears.push(hear(&element, event, act)),
                        Attribute::Follows(what) => follows.push(write(&element, what)),
                    }
                }
                inside = built(children);
                inside.iter_mut().for_each(|child| child.mount(&element, None));
                What::Node(element.into())
            }
            Made::Text(text) => What::Node(Rndr::create_text_node(&text).into()),
            Made::Changing(text) => {
                let node = Rndr::create_text_node("");
                let (shown, mut before) = (node.clone(), String::new());
                follows.push(follow(Box::new(move || {
                    // Written again, it would be read aloud again.
                    if let Some(now) = text.try_get().filter(|now| *now != before) {
                        Rndr::set_text(&shown, &now);
                        before = now;
                    }
                })));
                What::Node(node.into())
            }
            Made::Group(parts) => What::Group(built(parts), Rndr::create_text_node("").into()),
            Made::Again(mut content) => {
                let standing = Rc::new(RefCell::new(None));
                let shown = standing.clone();
                follows.push(follow(Box::new(move || {
                    let content = content();
                    match &mut *shown.borrow_mut() {
                        Some(before) => content.rebuild(before),
                        none => *none = Some(content.build()),
                    }
                })));
                What::Again(standing)
            }
        };
        Standing { what, _inside: inside, _follows: follows, _hears: hears }
    }

    fn rebuild(self, state: &mut Standing) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

fn built(parts: Vec<AnyView>) -> Vec<AnyViewState> {
    parts.into_iter().map(AnyView::build).collect()
}

#[inline(never)]
fn follow(mut act: Box<dyn FnMut()>) -> RenderEffect<()> {
    RenderEffect::new(move |_| act())
}

/// Writes an attribute now, and again whenever it changes.
fn write(element: &Place, what: Follows) -> RenderEffect<()> {
    let element = element.clone();
    let mut before = None;
    follow(Box::new(move || _ = written(&element, &what, &mut before)))
}

/// Writes it, unless it says what it did `before`; `None` once it is gone.
fn written(element: &Place, what: &Follows, before: &mut Option<String>) -> Option<()> {
    match what {
        Follows::Words(name, value) => {
            let now = value.try_get()?;
            if before.as_ref() != Some(&now) {
                Rndr::set_attribute(element, name, &now);
                *before = Some(now);
            }
        }
        Follows::When(name, condition) if condition.try_get()? => Rndr::set_attribute(element, name, ""),
        Follows::When(name, _) => Rndr::remove_attribute(element, name),
        Follows::Value(value) => Rndr::set_property(element, "value", &value.try_get()?.into()),
        Follows::State(name, condition) => Rndr::set_property(element, name, &condition.try_get()?.into()),
    }
    Some(())
}

/// Acts at an event, for whoever stands where the element was made.
fn hear(element: &Place, event: &str, mut act: Box<dyn FnMut(Event) + Send>) -> RemoveEventHandler<Place> {
    let owner = Owner::current().unwrap_or_default();
    Rndr::add_event_listener(element, event, Box::new(move |event| owner.with(|| act(event.unchecked_into()))))
}

/// What is made again is held by the effect that makes it as well, which ends a little later: what follows something
/// in there must not wait for that.
impl Drop for Standing {
    fn drop(&mut self) {
        if let What::Again(standing) = &self.what {
            drop(standing.take());
        }
    }
}

impl Mountable for Standing {
    fn unmount(&mut self) {
        match &mut self.what {
            What::Node(node) => Rndr::remove(node),
            What::Group(parts, end) => {
                parts.iter_mut().for_each(AnyViewState::unmount);
                Rndr::remove(end);
            }
            What::Again(standing) => standing.borrow_mut().iter_mut().for_each(AnyViewState::unmount),
        }
    }

    fn mount(&mut self, parent: &Place, before: Option<&Node>) {
        match &mut self.what {
            What::Node(node) => Rndr::insert_node(parent, node, before),
            What::Group(parts, end) => {
                parts.iter_mut().for_each(|part| part.mount(parent, before));
                Rndr::insert_node(parent, end, before);
            }
            What::Again(standing) => standing.borrow_mut().iter_mut().for_each(|it| it.mount(parent, before)),
        }
    }

    fn insert_before_this(&self, other: &mut dyn Mountable) -> bool {
        let node = match &self.what {
            What::Node(node) => node,
            What::Group(parts, end) => match parts.first() {
                Some(first) => return first.insert_before_this(other),
                None => end,
            },
            What::Again(standing) => {
                return standing.borrow().as_ref().is_some_and(|it| it.insert_before_this(other));
            }
        };
        let Some(parent) = node.parent_element() else { return false };
        other.mount(&parent, Some(node));
        true
    }

    /// None: nobody gives attributes to a view from outside.
    fn elements(&self) -> Vec<Place> {
        Vec::new()
    }
}

leptos::tachys::no_attrs!(Made);

/// The browser's page is never written as HTML, nor found in any.
impl RenderHtml for Made {
    type AsyncOutput = Made;
    type Owned = Made;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Made {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Standing {
        self.build()
    }

    fn into_owned(self) -> Made {
        self
    }
}
