//! What a host needs beside the files: the headers that protect the page, sample configurations that
//! send them, and the files already compressed.

mod compressed;
pub mod headers;
pub mod samples;

pub use compressed::{beside, is_copy};
