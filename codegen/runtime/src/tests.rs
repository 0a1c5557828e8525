//! What only this crate, or an emitted one, can reach.

mod credentials;
mod decode;
mod emitted;
mod event_parser;
mod json;
mod json_lines;
mod number;
mod open_enum;
#[cfg(feature = "hyper")]
mod proxies;
mod setters;
mod typed_errors;
mod union;
mod whole_numbers;
