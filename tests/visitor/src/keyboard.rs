//! A visitor without a mouse.

use crate::page::Page;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::key::Key;

/// More than the page has places to stop at.
const MOST_STOPS: usize = 120;

impl Page {
    /// Presses keys one after the other, wherever the focus is.
    pub async fn press(&self, keys: impl IntoIterator<Item = char>) {
        let pressed = keys.into_iter().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        let actions = pressed.fold(KeyActions::new("keyboard".to_owned()), |actions, action| actions.then(action));
        self.client.perform_actions(actions).await.unwrap();
    }

    /// Presses one key that writes nothing.
    pub async fn press_key(&self, key: Key) {
        self.press([char::from(key)]).await;
    }

    /// Moves on with Tab until the element of that name has the focus.
    pub async fn tab_to(&self, name: &str) {
        self.tab_until(name, |focused| focused == name).await;
    }

    /// The same, to a name that ends with these words.
    pub async fn tab_to_what(&self, words: &str) {
        self.tab_until(words, |focused| focused.ends_with(words)).await;
    }

    /// Who reads that something is on its way waits for it before going on: Tab would pass its place, go out of
    /// the page, and come back into it without the keys that only a page with the focus gets.
    async fn tab_until(&self, name: &str, found: impl Fn(&str) -> bool) {
        self.assert_says("Chargement…", false).await;
        let mut passed = Vec::new();
        while passed.len() < MOST_STOPS {
            self.press_key(Key::Tab).await;
            let focused = self.focused().await;
            if found(&focused) {
                return;
            }
            passed.push(focused);
        }
        panic!("Tab never reaches « {name} », only {passed:?}");
    }

    /// The name of the element that has the focus, in words.
    pub async fn focused(&self) -> String {
        self.script(
            "const here = document.activeElement;
             const text = here.labels?.[0]?.innerText ?? here.innerText;
             return here === document.body ? '' : text.trim().slice(0, 120)",
        )
        .await
    }
}
