//! What changes, and what follows it: three shapes, each compiled once for all the types it holds.
//!
//! Leptos compiles its signals, memos and their guards anew for each type in them, thirty functions a type, and
//! every visitor downloads them. Here only reading and writing a value know its type; all that follows, tells and
//! is taken away with its part of the page is `ArcTrigger`'s and `Memo<()>`'s.

mod derived;
mod live;
mod source;

pub use derived::Derived;
pub use live::Live;
pub use source::Source;

use leptos::prelude::*;
use leptos::tachys::reactive_graph::ReactiveFunction;
use std::any::Any;
use std::sync::{Arc, Mutex};

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

/// Does something now, and again whenever what it read changes.
pub fn follow(act: impl FnMut() + 'static) {
    followed(Box::new(act));
}

#[inline(never)]
fn followed(act: Box<dyn FnMut()>) {
    Effect::new(act);
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
