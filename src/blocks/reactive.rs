//! What changes, and what follows it: three shapes, each compiled once for all the types it holds.
//!
//! Leptos compiles its signals, memos and their guards anew for each type in them, thirty functions a type, and
//! every visitor downloads them. Here only reading and writing a value know its type; all that follows, tells and
//! is taken away with its part of the page is [`ArcTrigger`]'s and `Memo<()>`'s.

use leptos::prelude::*;
use leptos::reactive::signal::ArcTrigger;
use leptos::tachys::reactive_graph::ReactiveFunction;
use std::any::Any;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// A place for something of any type, which goes away with the part of the page that made it.
type Held = StoredValue<Arc<dyn Any + Send + Sync>>;

/// What is held there; `None` once it is gone.
fn held<T: Send + Sync + 'static>(at: Held) -> Option<Arc<T>> {
    at.try_get_value()?.downcast().ok()
}

/// The same, by whoever stands in that part of the page, so that it is there.
fn there<T: Send + Sync + 'static>(at: Held) -> Arc<T> {
    held(at).unwrap_or_else(|| gone())
}

#[cold]
#[inline(never)]
fn gone() -> ! {
    unreachable!("it went away with its part of the page")
}

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

/// They can stand wherever `view!` takes a closure. Leptos may read one once more when its part of the page is gone:
/// then nobody sees what it says.
macro_rules! shown_by_views {
    ($($shape:ident)*) => {
        $(
            impl<T: Clone + Default + Send + Sync + 'static> ReactiveFunction for $shape<T> {
                type Output = T;

                fn invoke(&mut self) -> T {
                    self.try_get().unwrap_or_default()
                }

                fn into_shared(mut self) -> Arc<Mutex<dyn FnMut() -> T + Send>> {
                    Arc::new(Mutex::new(move || self.invoke()))
                }
            }
        )*
    };
}

shown_by_views!(Source Live);

/// Does something now, and again whenever what it read changes.
pub fn follow(act: impl FnMut() + 'static) {
    followed(Box::new(act));
}

#[inline(never)]
fn followed(act: Box<dyn FnMut()>) {
    Effect::new(act);
}

macro_rules! copied_freely {
    ($($shape:ident)*) => {
        $(
            impl<T> Copy for $shape<T> {}

            impl<T> Clone for $shape<T> {
                fn clone(&self) -> Self {
                    *self
                }
            }
        )*
    };
}

copied_freely!(Source Derived Live);

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// Acts in a part of the page, and takes it away.
    fn gone_after<T>(act: impl FnOnce() -> T) -> T {
        let part = Owner::new();
        let made = part.with(act);
        part.cleanup();
        made
    }

    #[test]
    fn a_source_says_what_was_written_last() {
        Owner::new().with(|| {
            let source = Source::new(1);
            source.set(2);
            source.update(|now| *now += 1);
            assert_eq!((source.get_untracked(), source.try_get(), source.with(|now| *now)), (3, Some(3), 3));
        });
    }

    #[test]
    fn what_is_made_from_others_is_made_again_when_they_change_alone() {
        let made = Arc::new(AtomicUsize::new(0));
        Owner::new().with(|| {
            let source = Source::new(1);
            let count = made.clone();
            let is_even = Derived::new(move || {
                count.fetch_add(1, Ordering::Relaxed);
                source.with(|now| now % 2 == 0)
            });
            let count = Arc::new(AtomicUsize::new(0));
            let counted = count.clone();
            let words = Derived::new(move || {
                counted.fetch_add(1, Ordering::Relaxed);
                is_even.get().to_string()
            });
            for (now, said, made_so_far, told) in
                [(1, "false", 1, 1), (3, "false", 2, 1), (4, "true", 3, 2), (4, "true", 4, 2)]
            {
                source.set(now);
                assert_eq!([words.get(), words.get_untracked()], [said, said], "{now}");
                assert_eq!(made.load(Ordering::Relaxed), made_so_far, "{now}");
                assert_eq!(count.load(Ordering::Relaxed), told, "{now}");
            }
        });
    }

    #[test]
    fn what_is_owned_has_what_it_was() {
        Owner::new().with(|| {
            let source = Source::new("a");
            let all = Derived::owning(move |before: Option<String>| {
                let before = before.unwrap_or_default();
                (before + source.get(), true)
            });
            assert_eq!(all.get(), "a");
            source.set("b");
            assert_eq!(all.with(String::len), 2);
            assert_eq!(all.get(), "ab");
        });
    }

    #[test]
    fn what_is_gone_is_neither_read_nor_changed() {
        let (source, live) = gone_after(|| {
            let source = Source::new(String::new());
            (source, Live::from(source))
        });
        source.set("late".to_owned());
        source.update(|_| unreachable!("there is nothing to change"));
        source.track();
        source.notify();
        assert_eq!((source.try_get(), live.try_get(), live.try_get_untracked()), (None, None, None));
        // As views read them.
        let (mut source, mut live) = (source, live);
        assert_eq!([source.invoke(), live.invoke()], ["", ""]);
    }

    #[test]
    #[should_panic(expected = "it went away with its part of the page")]
    fn whoever_reads_what_is_gone_is_in_the_wrong_part() {
        gone_after(|| Source::new(1)).get_untracked();
    }
}
