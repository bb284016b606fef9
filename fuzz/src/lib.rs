//! What is tried on made-up inputs. `tests/fuzz/` tries the same on the inputs kept in `corpus/`.

#[path = "../../src/keeping/shelf.rs"]
pub mod shelf;
pub mod targets;
