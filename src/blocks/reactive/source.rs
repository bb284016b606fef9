//! A value that is written.

use super::{Held, held, there};
use leptos::prelude::*;
use leptos::reactive::signal::ArcTrigger;
use std::marker::PhantomData;
use std::sync::{Arc, PoisonError, RwLock};

/// A value that is written; what read it follows. Copied freely.
pub struct Source<T>(Held, PhantomData<fn() -> T>);

/// A value, and those to tell.
struct Told<T> {
    value: RwLock<T>,
    trigger: ArcTrigger,
}

impl<T: Send + Sync + 'static> Source<T> {
    /// One that begins with a value.
    pub fn new(value: T) -> Source<T> {
        let told = Told { value: RwLock::new(value), trigger: ArcTrigger::new() };
        Source(Held::new(Arc::new(told)), PhantomData)
    }

    /// Reads it, and follows it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        let told = there::<Told<T>>(self.0);
        told.trigger.track();
        told.read(read)
    }

    /// Reads it as it is now.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        there::<Told<T>>(self.0).read(read)
    }

    /// The same; `None` once it is gone.
    pub fn try_with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> Option<U> {
        held::<Told<T>>(self.0).map(|told| told.read(read))
    }

    /// Follows it. What is gone is not: whoever follows may be woken once more than it is there.
    pub fn track(self) {
        if let Some(told) = held::<Told<T>>(self.0) {
            told.trigger.track();
        }
    }

    /// Changes it without a word.
    pub fn update_untracked(self, change: impl FnOnce(&mut T)) {
        if let Some(told) = held::<Told<T>>(self.0) {
            told.write(change);
        }
    }

    /// Tells that it changed.
    pub fn notify(self) {
        if let Some(told) = held::<Told<T>>(self.0) {
            told.trigger.notify();
        }
    }

    /// Changes it. What is gone is not changed: an answer may come back late.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.update_untracked(change);
        self.notify();
    }

    /// Puts a value in place of the one there.
    pub fn set(self, value: T) {
        self.update(|now| *now = value);
    }
}

impl<T: Clone + Send + Sync + 'static> Source<T> {
    /// It, followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// It, followed; `None` once it is gone.
    pub fn try_get(self) -> Option<T> {
        self.track();
        self.try_with_untracked(T::clone)
    }

    /// It, as it is now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T> Told<T> {
    fn read<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        read(&self.value.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn write(&self, change: impl FnOnce(&mut T)) {
        change(&mut self.value.write().unwrap_or_else(PoisonError::into_inner))
    }
}
