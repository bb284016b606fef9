//! Remarks beside what they concern.

use crate::blocks::{element, live, nothing, texts};
use crate::state::State;
use engine::remark::Remark;
use leptos::prelude::*;

/// The remarks a part of the page is concerned by; nothing when there are none.
pub fn remarks(state: State, concern: impl Fn(&Remark<'static>) -> bool + Send + Sync + 'static) -> AnyView {
    said(state, Box::new(concern))
}

type Concern = Box<dyn Fn(&Remark<'static>) -> bool + Send + Sync>;

#[inline(never)]
fn said(state: State, concern: Concern) -> AnyView {
    let sentences = texts(move || state.remarks(&*concern));
    live(move || {
        let items = sentences.get().into_iter().map(|sentence| element("li").text(sentence).done());
        let items: Vec<AnyView> = items.collect();
        if items.is_empty() { nothing() } else { element("ul").class("remarks").children(items).done() }
    })
}
