//! What visitors come to do.

mod answers;
mod examples;
mod focus;
mod keyboard;
mod narrow;
mod outline;
mod reload;
mod spacing;
mod status;

use crate::run::Travel;

/// Every journey, in order.
pub fn all() -> Vec<Travel> {
    vec![
        Travel::new("commune", examples::commune),
        Travel::new("territory", examples::territory),
        Travel::new("town", examples::town),
        Travel::new("keyboard", keyboard::commune),
        Travel::new("mistakes", answers::mistakes),
        Travel::new("reasons", answers::reasons),
        Travel::new("reload", reload::reload),
        Travel::new("narrow", narrow::narrow),
        Travel::new("spacing", spacing::spacing),
        Travel::new("focus", focus::focus),
        Travel::new("outline", outline::outline),
        Travel::new("status", status::status),
    ]
}
