//! Remarks beside what they concern.

use crate::blocks::{condition, each, shown, texts};
use crate::state::State;
use engine::remark::Remark;
use leptos::prelude::*;

/// The remarks a part of the page is concerned by; nothing when there are none.
pub fn remarks(state: State, concern: impl Fn(&Remark<'static>) -> bool + Send + Sync + 'static) -> AnyView {
    let sentences = texts(move || state.remarks(&concern));
    let any = condition(move || !sentences.with(Vec::is_empty));
    shown(any, move || {
        let items = each(sentences, |sentence| view! { <li>{sentence}</li> }.into_any());
        view! { <ul class="remarks">{items}</ul> }.into_any()
    })
}
