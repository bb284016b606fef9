//! Every link between the pages leads somewhere.

use crate::{host, pages_of};
use std::collections::{BTreeMap, BTreeSet};

/// The values of an attribute in a page.
fn values<'t>(html: &'t str, attribute: &str) -> Vec<&'t str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// The ids that the shell keeps around each page.
const SHELL: [&str; 2] = ["page", "annonce"];

#[test]
fn ids_are_given_once_and_links_lead_to_them() {
    let pages: BTreeMap<&str, String> =
        pages_of(&host()).into_iter().map(|page| (page.name, page.main.into_string())).collect();
    let mut ids = BTreeMap::new();
    for (name, html) in &pages {
        let all = values(html, "id");
        let once: BTreeSet<&str> = all.iter().copied().chain(SHELL).collect();
        assert_eq!(once.len(), all.len() + SHELL.len(), "an id stands twice in {name}");
        ids.insert(*name, once);
    }
    let mut followed = 0;
    for (name, html) in &pages {
        let links = values(html, "href").into_iter().filter(|link| !link.contains(':'));
        for link in links.filter(|link| !link.ends_with(".csv") && !link.ends_with(".json")) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, "page"));
            let target = if file.is_empty() { name } else { file.strip_suffix(".html").expect(link) };
            assert!(ids.get(target).is_some_and(|ids| ids.contains(anchor)), "{name}: {link} leads nowhere");
            followed += 1;
        }
        let labels = values(html, "aria-labelledby").into_iter().flat_map(str::split_whitespace);
        for id in labels.chain(values(html, "data-copy")) {
            assert!(ids[name].contains(id), "{name}: no {id}");
        }
    }
    assert!(followed > 100, "{followed}");
}
