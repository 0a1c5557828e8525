//! What only this crate, or an emitted one, can reach.

mod credentials;
mod emitted;
mod json;
mod number;
mod open_enum;
#[cfg(feature = "hyper")]
mod proxies;
mod setters;
mod union;
