//! Clients that answer from memory.

use baidubce::bcc::Client;
use baidubce::http::{Method, StatusCode};
use baidubce::mock::{MockTransport, Reply};
use baidubce::{ClientBuilder, Credentials, Error};

pub(crate) const IMAGE: &str = "m-nky7qeom";

/// The path that lists the users of [`IMAGE`].
pub(crate) const USERS: &str = "/v2/image/m-nky7qeom/sharedUsers";

pub(crate) fn builder(mock: &MockTransport) -> ClientBuilder<Client> {
    let credentials = Credentials::new("access-key", "secret-key");
    Client::builder().credentials(credentials).transport(mock.clone())
}

pub(crate) fn client(mock: &MockTransport) -> Client {
    builder(mock).build().expect("the settings are complete")
}

pub(crate) fn ok(body: &'static str) -> Reply {
    Reply::json(StatusCode::OK, body)
}

/// The error of a call that is answered by `reply`.
pub(crate) async fn error_of(reply: Reply) -> Error {
    let mock = MockTransport::new().on(Method::GET, USERS, reply);
    let answer = client(&mock).list_image_shared_users(IMAGE).send().await;
    answer.expect_err("the reply is a failure")
}
