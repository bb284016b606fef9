//! Scales and tables.

use crate::case::check;

#[test]
fn scales() {
    check(&[
        // Bounds.
        (
            "annexe-2.toml",
            r#"up-to = ["50", "100", "200"]"#,
            r#"up-to = ["50", "100", ▸"100"]"#,
            "bounds out of order: 100 after 100, expected each above the one before",
        ),
        (
            "annexe-1.toml",
            r#""1500", "2000", "2500""#,
            r#""1500", "2500", ▸"2000""#,
            "bounds out of order: 2000 after 2500, expected each above the one before",
        ),
        ("annexe-2.toml", r#"up-to = ["50", "100", "200"]"#, "up-to = ▸[]", "no bound, expected at least one"),
        (
            "annexe-2.toml",
            r#"up-to = ["50", "100", "200"]"#,
            r#"up-to = ["50", ▸100, "200"]"#,
            a_number!("the bare number 100"),
        ),
        (
            "annexe-2.toml",
            r#"up-to = ["50", "100", "200"]"#,
            r#"up-to = ["50", ▸99.5, "200"]"#,
            a_number!("the float 99.5"),
        ),
        (
            "annexe-2.toml",
            r#"up-to = ["50", "100", "200"]"#,
            r#"up-to = [▸"-50", "100", "200"]"#,
            a_number!("\"-50\" is not such a number"),
        ),
        (
            "annexe-2.toml",
            r#"up-to = ["50", "100", "200"]"#,
            r#"up-to = [▸"50 Go", "100", "200"]"#,
            a_number!("\"50 Go\" is not such a number"),
        ),
        (
            "annexe-2.toml",
            r#"tree = { field = "volume-securisation", "#,
            r#"tree = ▸{ field = "volume-securisation", below = ["50"], "#,
            "bounds of no single sort, expected either `up-to` or `below`",
        ),
        // Ways.
        (
            "annexe-1.toml",
            r#"then = [1, 2, 3, 4, 5, 6, 7, 8, "quote"]"#,
            "then = ▸[1, 2, 3, 4, 5, 6, 7, 8]",
            "8 ways after 8 bounds, expected 9",
        ),
        (
            "annexe-1.toml",
            r#"then = [1, 2, 3, 4, 5, 6, 7, 8, "quote"]"#,
            r#"then = [1, 2, 3, 4, 5, 6, 7, ▸9, "quote"]"#,
            "column 9, expected 1 to 8",
        ),
        (
            "annexe-1.toml",
            r#"then = [1, 2, 3, 4, 5, 6, 7, 8, "quote"]"#,
            r#"then = [▸0, 1, 2, 3, 4, 5, 6, 7, "quote"]"#,
            "column 0, expected 1 to 8",
        ),
        (
            "annexe-1.toml",
            r#"then = [1, 2, 3, 4, 5, 6, 7, 8, "quote"]"#,
            r#"then = [▸1.0, 2, 3, 4, 5, 6, 7, 8, "quote"]"#,
            "the float 1.0, expected a whole number",
        ),
        (
            "annexe-2.toml",
            "[[scale]]\nid = \"volume-nas\"\ncolumns = [\"50 Giga Octet\", \"100 Giga Octet\", \"200 Giga Octet\"]\ntree = { field = \"volume-securisation\", up-to = [\"50\", \"100\", \"200\"], between = \"L1\", then = [1, 2, 3, ",
            "▸[[scale]]\nid = \"volume-nas\"\ncolumns = [\"50 Giga Octet\", \"100 Giga Octet\", \"200 Giga Octet\"]\ntree = { field = \"volume-securisation\", up-to = [\"50\", \"100\", \"200\"], between = \"L1\", then = [1, 2, 2, ",
            "no answer leads to column \"200 Giga Octet\", expected every column in the tree",
        ),
        (
            "annexe-2.toml",
            r#"{ choice = "lieu-numerisation", "#,
            r#"▸{ kinds = [], choice = "lieu-numerisation", "#,
            "a question of no single sort, expected one of `field`, `kinds`, `choice`",
        ),
        // Silent places.
        (
            "annexe-2.toml",
            r#"double = { at = "5000000", "#,
            r#"double = { at = ▸"4000000", "#,
            "4000000 is none of the bounds, expected one of them",
        ),
        (
            "annexe-1.toml",
            r#"tree = { field = "habitants", "#,
            r#"tree = ▸{ field = "habitants", between = "L1", "#,
            "`between` on strict bounds, expected it with `up-to` only",
        ),
        (
            "annexe-2.toml",
            r#"tree = { field = "volume-securisation", "#,
            r#"tree = ▸{ field = "volume-securisation", double = { at = "50", ledger = "L6" }, "#,
            "`double` on ceilings, expected it with `below` only",
        ),
        // Kinds.
        (
            "annexe-2.toml",
            "tree = { kinds = [\n  { of = [\"ca\"], then = 1 },\n",
            "tree = { kinds = ▸[\n",
            "kind `ca` leads nowhere, expected every kind of body",
        ),
        (
            "annexe-2.toml",
            r#"{ of = ["commune", "metropole", "syndicat", "ccas", "autre"], "#,
            r#"{ of = ▸["commune", "metropole", "syndicat", "ccas", "autre", "cc"], "#,
            "kind `cc` stands twice, expected each kind once",
        ),
        // Choices.
        (
            "annexe-1.toml",
            r#"then = { jour-semaine = 1, jour-mois = 2, autre-rythme = "quote" }"#,
            "then = ▸{ jour-semaine = 1, jour-mois = 2 }",
            "answer `autre-rythme` leads nowhere, expected every answer",
        ),
        (
            "annexe-2.toml",
            "then = { site-centralise = 1, en-mairie = 2 }",
            "then = { site-centralise = 1, en-mairie = 2, en-prefecture = ▸2 }",
            "unknown answer `en-prefecture`, expected those of the field",
        ),
        (
            "annexe-2.toml",
            r#"choice = "lieu-numerisation""#,
            r#"choice = ▸"actes""#,
            "field `actes` is a number, expected a choice",
        ),
        (
            "annexe-2.toml",
            r#"field = "volume-securisation""#,
            r#"field = ▸"lieu-numerisation""#,
            "field `lieu-numerisation` is a choice, expected a number",
        ),
    ]);
}

#[test]
fn tables() {
    check(&[
        (
            "annexe-2.toml",
            r#"amounts = ["51.67", "63.33", "95.83"]"#,
            r#"amounts = ▸["51.67", "63.33"]"#,
            "2 amounts, expected 3 as in the scale",
        ),
        (
            "annexe-2.toml",
            r#"column-notes = ["1 jour", "2 jours", "3 jours"]"#,
            r#"column-notes = ▸["1 jour", "2 jours", "3 jours", "4 jours"]"#,
            "4 notes, expected 3 as in the scale",
        ),
        (
            "annexe-2.toml",
            r#"at-most = ["5", "8", "15"]"#,
            r#"at-most = ▸["5", "8"]"#,
            "2 maxima, expected 3 as in the scale",
        ),
        (
            "annexe-1.toml",
            "  [\"21098\", \"23735\", ",
            "  ▸[\"21098\", \"23735\", \"23735\", ",
            "ragged grid: row 7 has 16 cells, expected 15",
        ),
        (
            "annexe-1.toml",
            "cells = [\n  [\"5802\", \"7912\", \"10549\", \"13186\", \"15824\", \"18461\", \"21098\", \"23735\", \"26373\", \"29010\", \"31647\", \"34285\", \"36922\", \"39559\", \"42196\"],\n",
            "cells = ▸[\n",
            "6 rows, expected 7 as in the scale",
        ),
        (
            "annexe-2.toml",
            r#"{ label = "Indexation", amounts = ["0.15", "0.15"] }"#,
            r#"▸{ label = "Indexation", amounts = ["0.15"] }"#,
            "1 amounts, expected 2 as in the scale",
        ),
        (
            "annexe-2.toml",
            "parts = [\n  { label = \"Numérisation\", amounts = [\"0.30\", \"0.40\"] }",
            "parts = ▸[\n  { label = \"Numérisation\", amounts = [\"0.30\", \"0.41\"] }",
            "the parts of column 2 add up to 0.56, expected 0.55",
        ),
        (
            "annexe-2.toml",
            r#"amount = "560.00""#,
            "amount = \"560.00\"\nparts = ▸[]",
            "parts of a price without columns, expected rule = \"columns\"",
        ),
        ("annexe-2.toml", r#"pack = "10""#, r#"pack = ▸"0""#, "a pack of 0, expected at least one unit"),
        ("annexe-2.toml", r#"beyond = "10""#, "beyond = ▸10", a_number!("the bare number 10")),
        (
            "annexe-1.toml",
            r#"readings = [{ ledger = "L2", schedule = "once" }]"#,
            r#"readings = [▸{ ledger = "L2", schedule = "once", omit = true }]"#,
            "a reading of no single sort, expected either `schedule` or omit = true",
        ),
        (
            "annexe-1.toml",
            r#"readings = [{ ledger = "L2", schedule = "once" }]"#,
            r#"readings = [▸{ ledger = "L2" }]"#,
            "a reading of no single sort, expected either `schedule` or omit = true",
        ),
    ]);
}
