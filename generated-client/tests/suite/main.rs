//! The client as its users see it: through the public interface, and without a network.

#![cfg(feature = "bcc-image")]

#[cfg(feature = "bcc")]
mod beyond;
mod coverage;
mod errors;
#[cfg(feature = "hyper")]
mod example;
mod futures;
mod inputs;
#[cfg(feature = "bcc-instance")]
mod instances;
mod mock;
#[cfg(feature = "hyper")]
#[path = "../../examples/shared_users/mock_server.rs"]
mod mock_server;
mod pages;
#[cfg(feature = "bcc")]
mod parity;
mod redaction;
mod region;
mod retries;
mod support;
mod waits;
