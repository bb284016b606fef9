//! What is near a territory, and the ways to join, are read from the list and not known to the engine.

use crate::{outlays, replaced};
use editions::side_by_side;
use engine::Request;
use engine::territory::nearby::{Change, nearby};
use engine::territory::ways::{BreakEven, WayKind, ways};

/// What is near a territory, and how it may join, follow the list: 250 inhabitants to count, 400 Go a first
/// row, and a participation of 60 000 € for towns that this other list would not put on quote.
#[test]
fn ways_and_what_is_near_are_read_from_the_list() {
    let mut files = editions::shipped();
    for (old, new) in [
        (r#"from = "300""#, r#"from = "250""#),
        (r#"up-to = ["500", "1000","#, r#"up-to = ["400", "1000","#),
        (
            r#""20000", "100000"], then = [1, 2, 3, 4, 5, 6, 7, 8, "quote"]"#,
            r#""20000", "100000"], then = [1, 2, 3, 4, 5, 6, 7, 8, 8]"#,
        ),
        (r#""7500", "20000"]"#, r#""7500", "60000"]"#),
    ] {
        files = replaced(files, old, new);
    }
    let other = side_by_side(&[files]);
    let json = r#"{"kind":"cc","values":{"volume-territoire":400},
        "bodies":[{"kind":"commune","inhabitants":249},{"kind":"commune","inhabitants":200000}]}"#;
    let request: Request = serde_json::from_str(json).unwrap();
    let near = nearby(&other, &request);
    assert!(matches!(&near[0].change, Change::OneMoreBody(body) if body.inhabitants == Some(250)));
    assert_eq!(near[1].change, Change::OneFewerBody(1));
    assert!(matches!(&near[2].change, Change::OneMoreStep { reached, .. } if *reached == 800.into()));
    let comparison = ways(&other, &request);
    let apart = comparison.way(WayKind::Individual).unwrap();
    assert_eq!(outlays(&apart.estimate)[0], "66302.00");
    assert!(!apart.outlay.at_least);
    // 7 912 − 5 802 to make up for: the town's 60 000 are enough, the village's 500 are not.
    assert_eq!(comparison.break_even, Some(BreakEven::From { least: 1, whichever: 2 }));
}
