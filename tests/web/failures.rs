//! Panics of the page while it answers an event: the browser reports them to the window, not to the
//! test that sent the event.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::Event;

/// Counts what the window reports, as long as it lives.
pub struct Failures {
    count: Rc<Cell<u32>>,
    listener: Closure<dyn FnMut(Event)>,
}

impl Failures {
    pub fn watch() -> Failures {
        let count = Rc::new(Cell::new(0));
        let counted = Rc::clone(&count);
        let listener = Closure::new(move |_| counted.set(counted.get() + 1));
        let window = web_sys::window().unwrap();
        window.add_event_listener_with_callback("error", Closure::as_ref(&listener).unchecked_ref()).unwrap();
        Failures { count, listener }
    }

    pub fn count(&self) -> u32 {
        self.count.get()
    }
}

impl Drop for Failures {
    fn drop(&mut self) {
        let window = web_sys::window().unwrap();
        _ = window.remove_event_listener_with_callback("error", Closure::as_ref(&self.listener).unchecked_ref());
    }
}
