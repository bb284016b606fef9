//! Remarks beside what they concern.

use crate::state::State;
use engine::remark::Remark;
use leptos::prelude::*;

/// The remarks a part of the page is concerned by; nothing when there are none.
#[component]
pub fn Remarks<C>(state: State, concern: C) -> impl IntoView
where
    C: Fn(&Remark<'static>) -> bool + Send + Sync + 'static,
{
    let sentences = Memo::new(move |_| state.remarks(&concern));
    let list = move || {
        let items = sentences.get().into_iter().map(|sentence| view! { <li>{sentence}</li> });
        view! { <ul class="remarks">{items.collect_view()}</ul> }
    };
    view! { <Show when=move || !sentences.with(Vec::is_empty)>{list}</Show> }
}
