//! What a value is for whoever shows it.

use super::{Derived, Held, Source, held, there};
use leptos::prelude::*;
use std::marker::PhantomData;
use std::sync::Arc;

/// A value made anew whenever it is read: what it is for whoever shows it, wherever it comes from. Copied freely.
pub struct Live<T>(Held, PhantomData<fn() -> T>);

/// How it is made.
type Make<T> = Box<dyn Fn() -> T + Send + Sync>;

impl<T: 'static> Live<T> {
    /// One that is read so.
    pub fn new(make: impl Fn() -> T + Send + Sync + 'static) -> Live<T> {
        let make: Make<T> = Box::new(make);
        Live(Held::new(Arc::new(make)), PhantomData)
    }

    /// It, followed.
    pub fn get(self) -> T {
        there::<Make<T>>(self.0)()
    }

    /// It, as it is now.
    pub fn get_untracked(self) -> T {
        untrack(|| self.get())
    }

    /// It, followed; `None` once it is gone.
    pub fn try_get(self) -> Option<T> {
        held::<Make<T>>(self.0).map(|make| make())
    }

    /// It, as it is now; `None` once it is gone.
    pub fn try_get_untracked(self) -> Option<T> {
        untrack(|| self.try_get())
    }

    /// Reads it, and follows it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(&self.get())
    }
}

impl<T: Clone + Send + Sync + 'static> From<Source<T>> for Live<T> {
    fn from(source: Source<T>) -> Live<T> {
        Live::new(move || source.get())
    }
}

impl<T: Clone + Send + Sync + 'static> From<Derived<T>> for Live<T> {
    fn from(derived: Derived<T>) -> Live<T> {
        Live::new(move || derived.get())
    }
}
