//! A service for the tests: what a description would give.

use client_runtime::bce_credentials::Credentials;
use client_runtime::mock::{MockTransport, Reply};
use client_runtime::{
    Call, ClientBuilder, Core, Dialect, Error, Idempotency, Method, Operation, Response, Result,
    Service,
};
use http::StatusCode;
use serde_json::Value;

pub(crate) const SERVICE: Service = Service {
    name: "bcc",
    endpoint: "https://bcc.{region}.example.com",
    variables: &[("region", "bj")],
    user_agent: "client/1",
    needs: &[&["credentials"]],
    requires_auth: true,
    dialect: Dialect::BCE,
    is_lenient: false,
};

pub(crate) const GET: Operation = Operation {
    id: "getImage",
    method: Method::GET,
    path: "/v2/image/{}",
    idempotency: Idempotency::Idempotent,
};

pub(crate) const LIST: Operation = Operation {
    id: "listImages",
    method: Method::GET,
    path: "/v2/image",
    idempotency: Idempotency::Idempotent,
};

pub(crate) const SHARE: Operation = Operation {
    id: "shareImage",
    method: Method::POST,
    path: "/v2/image/{}?share",
    idempotency: Idempotency::NotIdempotent,
};

pub(crate) const CREATE: Operation = Operation {
    id: "createImage",
    method: Method::POST,
    path: "/v2/image",
    idempotency: Idempotency::Token("clientToken"),
};

pub(crate) const ACCESS_KEY_ID: &str = "a1b2c3d4e5f60718293a4b5c6d7e8f90";
pub(crate) const SECRET: &str = "00112233445566778899aabbccddeeff";

pub(crate) fn credentials() -> Credentials {
    Credentials::new(ACCESS_KEY_ID, SECRET)
}

pub(crate) fn builder() -> ClientBuilder<Core> {
    ClientBuilder::new(&SERVICE, |core| core).credentials(credentials())
}

pub(crate) fn client(mock: &MockTransport) -> Core {
    builder().transport(mock.clone()).build().unwrap()
}

/// A mock that gives these replies to requests of `LIST`.
pub(crate) fn list_replies(replies: impl IntoIterator<Item = Reply>) -> MockTransport {
    replies_to(&LIST, "/v2/image", replies)
}

/// A mock that gives these replies to requests of `operation`.
pub(crate) fn replies_to(
    operation: &Operation,
    target: &str,
    replies: impl IntoIterator<Item = Reply>,
) -> MockTransport {
    replies
        .into_iter()
        .fold(MockTransport::new(), |mock, reply| mock.on(operation.method.clone(), target, reply))
}

pub(crate) fn ok() -> Reply {
    Reply::json(StatusCode::OK, "{}")
}

pub(crate) fn status(status: u16) -> Reply {
    Reply::empty(StatusCode::from_u16(status).unwrap())
}

/// Sends a call whose response may be any JSON.
pub(crate) async fn send(call: Call) -> Result<Response<Value>> {
    call.send().await
}

/// The error of a call that has to fail.
pub(crate) async fn fail(call: Call) -> Error {
    match send(call).await {
        Ok(response) => panic!("the call succeeded: {response:?}"),
        Err(error) => error,
    }
}
