//! What Leptos compiles anew for each type in it: the page has shapes of its own for that (`src/blocks/`).

use super::literals::files;
use std::fs;

/// What each would be a `Source`, a `Derived`, a `Live`, an `Act` or `follow`.
const HEAVY: [&str; 9] =
    ["RwSignal", "ArcRwSignal", "ReadSignal", "Signal<", "Signal::", "signal(", "Memo<", "Memo::", "Effect::new"];

#[test]
fn what_changes_is_of_one_of_the_few_shapes() {
    let mut looked_at = 0;
    let mut offenders = Vec::new();
    for path in files(&["src"], &["rs"]) {
        if path.components().any(|part| part.as_os_str() == "blocks") {
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        looked_at += source.matches("Source").count();
        let found = HEAVY.into_iter().filter(|heavy| source.contains(heavy));
        offenders.extend(found.map(|heavy| format!("{}: {heavy}", path.display())));
    }
    assert!(looked_at > 40, "{looked_at}");
    assert!(offenders.is_empty(), "{}", offenders.join("\n"));
}
