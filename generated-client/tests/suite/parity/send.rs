//! Calls of our client, and what they send.

use std::future::{self, Future};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::SystemTime;

use baidubce::bcc::Client;
use baidubce::http::{Request, Response};
use baidubce::{Credentials, Timestamp};
use serde_json::Value;

use super::recording::Arguments;

/// A call with the arguments of the same call in Python.
pub(crate) type Call = fn(&Client, &Arguments);

/// The credentials of the recording, which are made up.
pub(crate) fn credentials() -> Credentials {
    Credentials::new("a1b2c3d4e5f60718293a4b5c6d7e8f90", "00112233445566778899aabbccddeeff")
}

/// The date of the recording.
pub(crate) fn date() -> SystemTime {
    Timestamp::from("2015-08-11T04:17:29Z").to_system_time().expect("the text is a date")
}

/// The one request that a call sends. Every answer is an empty object.
pub(crate) fn request_of(call: Call, arguments: &Arguments) -> Request<Value> {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let record = Arc::clone(&seen);
    let client = Client::builder()
        .credentials(credentials())
        .clock(date)
        .transport(move |request| {
            record.lock().unwrap_or_else(PoisonError::into_inner).push(request);
            future::ready(Ok(Response::new("{}".into())))
        })
        .build()
        .expect("the settings are complete");
    call(&client, arguments);

    let mut requests = std::mem::take(&mut *seen.lock().unwrap_or_else(PoisonError::into_inner));
    let request = requests.pop().expect("the call sends a request");
    assert!(requests.is_empty(), "the call sends one request");
    request.map(|body| {
        if body.is_empty() {
            return Value::Null;
        }
        serde_json::from_slice(&body).expect("the body is JSON")
    })
}

/// Performs a call. Its answer is of no interest, and an empty object may be none.
pub(crate) fn perform(call: impl Future) {
    let mut call = pin!(call);
    let poll = call.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    assert!(matches!(poll, Poll::Ready(_)), "the transport answers at once, so nothing waits");
}
