//! The hand-written half of every generated client.
//!
//! The files beside this one are copied unchanged into a generated crate, as its private module
//! `runtime`; this file is not. A generated operation is a constant and a few setters: how a
//! request is written, authorized, sent, repeated and read is here, once.
//!
//! - [`call`] records a request, `request` writes it, `execute` sends it until it is answered.
//! - [`transport`] is the seam to an HTTP stack; [`hyper_transport`] and `mock` are two of them.
//! - [`authorize`] is the seam to a signing scheme; [`bce_auth`] and [`auth_bearer`] are two of
//!   them. [`authorization`] chooses which of the client's credentials go with a call.
//! - [`dialect`] has the rules that differ from vendor to vendor; [`bce`] and the files that begin
//!   like it are all that belongs to one vendor.
//! - [`json`] gives emitted structs and enums their `serde` traits.
//!
//! **Invariants.** The core names no optional file: those extend it by `impl` blocks of their own.
//! Nothing but reading a typed response is generic. Nothing here panics on what a server or a caller
//! says. No `Debug` or `Display` shows a secret.

pub mod attempt;
pub mod auth_api_key;
pub mod auth_basic;
pub mod auth_bearer;
pub mod authorization;
pub mod authorize;
pub mod bce;
pub mod bce_auth;
pub mod bce_credentials;
mod bce_encode;
pub mod bce_encrypt;
pub mod bce_presign;
pub mod bce_sign;
mod bce_signer;
#[cfg(feature = "mock")]
pub mod bce_verify;
#[cfg(feature = "blocking")]
pub mod blocking;
mod body;
pub mod by_status;
pub mod byte_stream;
pub mod call;
mod call_body;
mod call_send;
mod call_stream;
mod charset;
#[cfg_attr(
    not(test),
    allow(
        dead_code,
        unused_imports,
        unused_macros,
        reason = "emitted code and the tests call the macro, this crate does not"
    )
)]
pub mod choice;
pub mod client;
mod clock;
mod content;
mod cookies;
pub mod decode;
pub mod dialect;
mod encode;
mod endpoint;
mod entries;
pub mod error;
mod event_parser;
pub mod event_stream;
mod execute;
mod extras;
pub mod file_part;
pub mod fit;
mod forms;
#[cfg(feature = "hyper")]
mod hyper_connect;
#[cfg(feature = "hyper")]
pub mod hyper_transport;
mod idempotency_token;
pub mod inspect;
pub mod intercept;
#[cfg_attr(
    not(test),
    allow(
        dead_code,
        unused_imports,
        unused_macros,
        reason = "emitted code and the tests call the macros, this crate does not"
    )
)]
pub mod json;
pub mod json_lines;
pub mod json_parts;
mod json_path;
mod json_sequence;
pub mod json_write;
pub mod lenience;
pub mod members;
#[cfg(feature = "mock")]
pub mod mock;
#[cfg(feature = "mock")]
mod mock_reply;
pub mod multipart;
#[cfg(not(feature = "tracing"))]
mod no_trace;
pub mod number;
#[cfg_attr(
    not(test),
    allow(
        dead_code,
        unused_imports,
        unused_macros,
        reason = "emitted code and the tests call the macros, this crate does not"
    )
)]
pub mod open_enum;
#[cfg_attr(
    not(test),
    allow(
        dead_code,
        unused_imports,
        unused_macros,
        reason = "emitted code and the tests call the macros, this crate does not"
    )
)]
pub mod open_integer;
pub mod operation;
pub mod options;
pub mod pagination;
mod pieces;
#[cfg(feature = "hyper")]
pub mod proxies;
mod querystring;
pub mod raw_call;
mod raw_cookies;
mod request;
#[cfg_attr(
    not(test),
    allow(
        dead_code,
        unused_imports,
        unused_macros,
        reason = "emitted code and the tests call the macro, this crate does not"
    )
)]
pub mod requests;
mod reserved;
pub mod response;
pub mod retry;
mod scalar;
pub mod secret;
pub mod send_as;
mod service_error;
#[cfg_attr(
    not(test),
    allow(
        dead_code,
        unused_imports,
        unused_macros,
        reason = "emitted code and the tests call the macro, this crate does not"
    )
)]
pub mod setters;
mod shown;
pub mod styles;
mod timer;
pub mod timestamp;
#[cfg(feature = "chrono")]
mod timestamp_chrono;
#[cfg(feature = "time")]
mod timestamp_time;
#[cfg(feature = "tracing")]
mod trace;
pub mod transport;
#[cfg_attr(
    not(test),
    allow(
        unused_imports,
        unused_macros,
        reason = "emitted code and the tests call the macro, this crate does not"
    )
)]
pub mod typed_errors;
pub mod typed_request;
#[cfg_attr(
    not(test),
    allow(
        dead_code,
        unused_imports,
        unused_macros,
        reason = "emitted code and the tests call the macro, this crate does not"
    )
)]
pub mod union;
pub mod upload;
#[cfg(feature = "hyper")]
mod upload_file;
pub mod upload_stream;
pub mod wait;
mod whole_numbers;
#[cfg(test)]
pub mod wire_test;

// The macros name the module they have in a generated crate.
#[cfg(test)]
mod runtime {
    pub(crate) use super::{
        call, choice, client, decode, entries, fit, json, json_write, members, number, open_enum,
        open_integer, options, pagination, requests, response, setters, typed_errors,
        typed_request, union,
    };
}

pub use attempt::Attempt;
pub use authorize::Authorize;
pub use byte_stream::ByteStream;
pub use call::Call;
pub use client::{ClientBuilder, Core};
pub use dialect::Dialect;
pub use error::{Error, ErrorKind, Result};
pub use event_stream::{Event, EventStream};
pub use file_part::FilePart;
pub use inspect::{Inspect, Preview};
pub use intercept::{CallContext, Intercept, on_request};
pub use json_lines::JsonLines;
pub use json_parts::JsonParts;
pub use multipart::Part;
pub use operation::{Idempotency, Method, Operation, Service};
pub use options::RequestOptions;
pub use pagination::{Cursor, Items, Page, Pages};
pub use raw_call::RawCall;
pub use response::{Response, Sending};
pub use retry::RetryPolicy;
pub use secret::{Secret, SecretMembers};
pub use send_as::SendAs;
pub use timestamp::Timestamp;
pub use transport::{BodyStream, BoxFuture, Limits, Transport, TransportError, TransportErrorKind};
pub use typed_errors::TypedErrors;
pub use typed_request::{Input, TypedRequest};
pub use upload::Upload;
pub use upload_stream::UploadStream;
pub use wait::{Until, Wait};

#[cfg(test)]
mod tests;
