//! What the files of the built page are called: by what is in them, for hosts and browsers keep them for a year.
//!
//! Trunk names the glue by the wasm that Cargo made, before this build cuts it, and no two of Trunk's minifications of
//! one script are alike. A visitor who kept the glue of one build would be refused it by the page of the next; and one
//! source built twice would be two versions of the site. The glue is therefore published as minified here.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha384};

use crate::fingerprint::{fingerprint, parted};
use crate::folder::files;

/// Gives the files that Trunk named the names of their contents, in the page and in its glue, too. Where there is a file
/// of ours for a script's stem, it takes the place of Trunk's.
pub fn settle(dist: &Path, ours: impl Fn(&str) -> PathBuf) -> Result<()> {
    let page = dist.join("index.html");
    let mut html = fs::read_to_string(&page).with_context(|| format!("{} cannot be read", page.display()))?;
    let mut renamed: Vec<(String, String)> = Vec::new();
    for name in in_turn(dist)? {
        let path = dist.join(&name);
        let before = fs::read(&path).with_context(|| format!("{name} cannot be read"))?;
        let Some((stem, _, end)) = parted(&name) else { continue };
        let own = ours(stem);
        let after = if end == ".js" && own.exists() {
            fs::read(&own).with_context(|| format!("{} cannot be read", own.display()))?
        } else {
            before.clone()
        };
        // What it asks for may be called otherwise by now.
        let after = match String::from_utf8(after) {
            Ok(text) => renamed.iter().fold(text, |text, (old, new)| text.replace(old, new)).into_bytes(),
            Err(binary) => binary.into_bytes(),
        };
        let Some(own) = own_name(&name, &after) else { continue };
        fs::remove_file(&path).with_context(|| format!("{name} cannot be renamed"))?;
        fs::write(dist.join(&own), &after).with_context(|| format!("{own} cannot be written"))?;
        html = html.replace(&name, &own).replace(&integrity(&before), &integrity(&after));
        renamed.push((name, own));
    }
    fs::write(&page, html).with_context(|| format!("{} cannot be written", page.display()))
}

/// Fails when a name bears the fingerprint of something else.
pub fn check(dist: &Path) -> Result<()> {
    for path in files(dist)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // A packed copy is called like what was packed.
        if name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let bytes = || fs::read(&path).with_context(|| format!("{} cannot be read", path.display()));
        if parted(&name).is_some() && own_name(&name, &bytes()?).as_deref() != Some(&name) {
            bail!("{} is not called by what is in it", path.display());
        }
    }
    Ok(())
}

/// The names with a fingerprint; scripts last, for they name others.
fn in_turn(dist: &Path) -> Result<Vec<String>> {
    let names = files(dist)?.into_iter().filter(|path| path.parent() == Some(dist));
    let names = names.map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| parted(name).is_some()).collect();
    names.sort_by_key(|name| (name.ends_with(".js"), name.clone()));
    Ok(names)
}

/// The name by these bytes.
fn own_name(name: &str, bytes: &[u8]) -> Option<String> {
    let (stem, _, end) = parted(name)?;
    Some(format!("{stem}-{:016x}{end}", fingerprint(bytes)))
}

/// By what the page tells the file from any other.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{env, process};

    /// A page as Trunk leaves it, with that glue, and what the build has in its place; settled.
    fn built(glue: &str, ours: Option<&str>) -> Vec<(String, String)> {
        let dist = env::temp_dir().join(format!("xtask-names-{}-{}-{}", process::id(), glue.len(), ours.is_some()));
        fs::create_dir_all(&dist).unwrap();
        if let Some(ours) = ours {
            fs::write(dist.join("page.ours"), ours).unwrap();
        }
        // As Trunk writes it: without the nought that the number begins with.
        let old = "page-123456789abcdef";
        let link = |kind: &str, content: &str| {
            format!("<link href=./{old}{kind} integrity={}>", integrity(content.as_bytes()))
        };
        let html = format!("{}{}<script>'./{old}.js'</script>", link(".js", glue), link("_bg.wasm", "wasm"));
        let files = [("index.html", html.as_str()), (&format!("{old}.js"), glue), (&format!("{old}_bg.wasm"), "wasm")];
        for (name, content) in files {
            fs::write(dist.join(name), content).unwrap();
        }
        assert!(check(&dist).is_err());
        settle(&dist, |stem| dist.join(format!("{stem}.ours"))).unwrap();
        check(&dist).unwrap();
        let mut found: Vec<(String, String)> = super::files(&dist)
            .unwrap()
            .iter()
            .filter(|path| !path.ends_with("page.ours"))
            .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap()))
            .collect();
        found.sort_by_key(|(name, _)| name.rsplit_once('.').map(|(_, end)| end.to_owned()));
        fs::remove_dir_all(dist).unwrap();
        found
    }

    #[test]
    fn another_glue_has_another_name_and_the_page_asks_for_it() {
        let glue = |letter: &str| format!("let {letter}='page-123456789abcdef_bg.wasm'");
        let [one, two] = ["a", "bb"].map(|letter| built(&glue(letter), None));
        let [(page, html), (script, text), (wasm, _)] = &one[..] else { panic!("{one:?}") };
        assert_eq!(page, "index.html");
        for name in [script, wasm] {
            assert!(html.contains(&format!("./{name}")), "{name} in {html}");
        }
        assert!(text.contains(wasm.as_str()), "{text}");
        assert_eq!(html.matches(script.as_str()).count(), 2, "{html}");
        assert!(html.contains(&integrity(text.as_bytes())) && html.contains(&integrity(b"wasm")), "{html}");
        assert_ne!(one[1].0, two[1].0);
        assert_eq!(one[2].0, two[2].0, "the wasm is the same");
    }

    #[test]
    fn the_glue_as_minified_here_takes_the_place_of_trunks() {
        let ours = "let a='page-123456789abcdef_bg.wasm'";
        let [one, two] = ["let x=1", "let yy=2"].map(|trunks| built(trunks, Some(ours)));
        assert_eq!(one, two, "whatever Trunk made of it");
        let [(_, html), (script, text), (wasm, _)] = &one[..] else { panic!("{one:?}") };
        assert!(text.starts_with("let a=") && text.contains(wasm.as_str()), "{text}");
        assert!(html.contains(&integrity(text.as_bytes())) && html.contains(script.as_str()), "{html}");
    }
}
