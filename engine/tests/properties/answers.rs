//! One answer more.

use crate::requests::{asked_fields, plausible_request};
use crate::{cases, edition, estimate};
use engine::Request;
use engine::request::Membership;
use proptest::prelude::*;

/// A request, and the same with some of its answers not given yet. How many users a service is for is given in both:
/// not knowing it, the list's price stands for as many as it serves, and says so. So is the kind of who joins: a way to
/// join that is named says which kinds may, and is priced for them.
fn asked_and_answered() -> impl Strategy<Value = (Request, Request)> {
    (plausible_request(), any::<u64>(), any::<u64>(), any::<bool>()).prop_map(|(answered, fields, bodies, kind)| {
        let mut asked = answered.clone();
        let limits: Vec<_> = edition().services.iter().filter_map(|service| service.limit.as_ref()).collect();
        let held = |place: usize, bits: u64| bits >> (place % 64) & 1 == 1;
        let kept = asked_fields()
            .enumerate()
            .filter(|(place, (ix, _))| limits.iter().any(|limit| limit.field == *ix) || !held(*place, fields));
        let kept: Vec<&str> = kept.map(|(_, (_, field))| field.id.as_str()).collect();
        let values = answered.values.iter().filter(|(id, _)| kept.contains(&id.as_str()));
        asked.values = values.map(|(id, value)| (id.clone(), value.clone())).collect();
        for (place, body) in asked.bodies.iter_mut().enumerate() {
            if held(place, bodies) {
                (body.inhabitants, body.municipal) = (None, None);
            }
        }
        if kind && asked.membership == Membership::None {
            asked.kind = None;
        }
        (asked, answered)
    })
}

proptest! {
    #![proptest_config(cases(2_000))]

    /// "Au moins" means it: whatever is answered next, no year costs less. Where one more body counts than the grid has
    /// room for, what was its last cell is a quote for more than that: no amount, and no less.
    #[test]
    fn an_answer_never_lowers_what_was_said_at_least((asked, answered) in asked_and_answered()) {
        let (before, after) = (estimate(&asked), estimate(&answered));
        let grid = &edition().service(edition().membership.mutualised).unwrap().id;
        if before.count_is_least && after.quotes().any(|item| item.service.id == *grid) {
            return Ok(());
        }
        for (year, (least, amount)) in (1..).zip(before.outlays().zip(after.outlays())) {
            prop_assert!(least.amount <= amount.amount, "year {}: {:?}, then {:?}", year, least, amount);
        }
    }
}
