//! A value made from others, and kept.

use super::{Held, gone, held, there};
use leptos::prelude::*;
use std::marker::PhantomData;
use std::sync::{Arc, PoisonError, RwLock};

/// A value made from others, kept until they change, and told only when it changes itself. Copied freely.
pub struct Derived<T>(Memo<()>, Held, PhantomData<fn() -> T>);

/// What is kept of one; nothing before it is first read.
type Kept<T> = RwLock<Option<T>>;

impl<T: Send + Sync + 'static> Derived<T> {
    /// One made from what it was before, with whether that is to be told.
    pub fn owning(make: impl Fn(Option<T>) -> (T, bool) + Send + Sync + 'static) -> Derived<T> {
        let kept = Held::new(Arc::new(Kept::<T>::new(None)));
        let again = move || {
            let Some(kept) = held::<Kept<T>>(kept) else { return false };
            let before = kept.write().unwrap_or_else(PoisonError::into_inner).take();
            let (now, is_told) = make(before);
            *kept.write().unwrap_or_else(PoisonError::into_inner) = Some(now);
            is_told
        };
        Derived(memo(Box::new(again)), kept, PhantomData)
    }

    /// Reads it, and follows it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.0.get();
        let kept = there::<Kept<T>>(self.1);
        let kept = kept.read().unwrap_or_else(PoisonError::into_inner);
        read(kept.as_ref().unwrap_or_else(|| gone()))
    }

    /// Reads it as it is now.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        untrack(|| self.with(read))
    }
}

impl<T: PartialEq + Send + Sync + 'static> Derived<T> {
    /// One made from others alone.
    pub fn new(make: impl Fn() -> T + Send + Sync + 'static) -> Derived<T> {
        Derived::owning(move |before| {
            let now = make();
            let is_told = before.as_ref() != Some(&now);
            (now, is_told)
        })
    }
}

impl<T: Clone + Send + Sync + 'static> Derived<T> {
    /// It, followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// It, as it is now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

#[inline(never)]
fn memo(again: Box<dyn Fn() -> bool + Send + Sync>) -> Memo<()> {
    Memo::new_owning(move |_| ((), again()))
}
