//! The runtime by its public interface.

mod authorization;
mod bodies;
mod clock;
mod dialect;
mod encryption;
mod endpoint;
mod errors;
mod events;
mod hatches;
mod inspect;
mod intercept;
mod mock;
mod needs;
mod pagination;
mod recorder;
mod redaction;
mod request;
mod responses;
mod retry;
mod service;
mod signing;
mod streams;
mod styles;
mod timeout;
mod timestamp;
mod tokens;
mod trace;
mod wait;

#[cfg(feature = "hyper")]
mod hyper_streams;
#[cfg(feature = "hyper")]
mod hyper_transport;
#[cfg(feature = "hyper")]
mod proxy;
#[cfg(feature = "hyper")]
mod server;
mod uploads;
