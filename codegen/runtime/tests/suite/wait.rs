//! Requests that are sent until what they read is as it should be, and calls that block.

use std::future;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use client_runtime::blocking::SendBlocking;
use client_runtime::mock::{MockTransport, Reply};
use client_runtime::typed_request::SendCall;
use client_runtime::{
    BodyStream, BoxFuture, Call, ErrorKind, Limits, RequestOptions, RetryPolicy, Transport,
    TransportError, TypedRequest, Wait,
};
use http::{Method, StatusCode};
use serde_json::Value;

use super::service::{GET, LIST, builder, client, list_replies, ok, replies_to, status};

/// What a request of an operation is.
struct Typed(Call);

impl TypedRequest for Typed {
    type Output = Value;

    const SEND: SendCall<Value> = Call::send;

    fn into_call(self) -> Call {
        self.0
    }
}

fn request(mock: &MockTransport) -> Typed {
    Typed(client(mock).call(&GET).path("m-1"))
}

fn mock(replies: impl IntoIterator<Item = Reply>) -> MockTransport {
    replies_to(&GET, "/v2/image/m-1", replies)
}

fn states(states: &[&str]) -> Vec<Reply> {
    let body = |state: &&str| format!(r#"{{"status":"{state}"}}"#);
    states.iter().map(|state| Reply::json(StatusCode::OK, body(state))).collect()
}

fn seconds(mock: &MockTransport) -> Vec<f64> {
    mock.pauses().iter().map(Duration::as_secs_f64).collect()
}

#[tokio::test]
async fn a_request_is_sent_until_its_response_is_right() {
    let mock = mock(states(&["Creating", "Creating", "Creating", "Available"]));
    let seen = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&seen);
    let body = request(&mock)
        .until(|image| image["status"] == "Available")
        .on_progress(move |image| kept.lock().unwrap().push(image["status"].to_string()))
        .send()
        .await
        .unwrap();
    assert_eq!(body["status"], "Available");
    assert_eq!(seen.lock().unwrap().join(" "), r#""Creating" "Creating" "Creating" "Available""#);
    assert_eq!(seconds(&mock), [1.0, 1.5, 2.25]);
}

#[tokio::test]
async fn pauses_are_as_long_as_wanted_and_have_an_end() {
    let often = |last| states(&["a"; 12]).into_iter().chain(states(&[last]));
    let constant = mock(often("b"));
    let wait = request(&constant).until(|image| image["status"] == "b");
    wait.every(Duration::from_secs(3)).send().await.unwrap();
    assert_eq!(seconds(&constant), [3.0; 12]);
    let growing = mock(often("b"));
    request(&growing).until(|image| image["status"] == "b").send().await.unwrap();
    assert_eq!(seconds(&growing).last(), Some(&15.0));
}

#[tokio::test]
async fn a_state_that_means_failure_ends_the_wait() {
    let mock = mock(states(&["Creating", "Error", "Available"]));
    let wait = request(&mock).until(|image| image["status"] == "Available");
    let error = wait.fail_if(|image| image["status"] == "Error").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnwantedState);
    assert_eq!(error.to_string(), "getImage: what is waited for cannot come any more");
    assert_eq!(mock.requests().len(), 2);
}

#[tokio::test]
async fn what_is_new_may_be_missing_at_first_only() {
    let replies = || [status(404), status(404), ok(), status(404)];
    let never = |_: &Value| false;
    let error = request(&mock(replies())).until(never).send().await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
    let mock = mock(replies());
    let wait = request(&mock).until(never).may_be_missing_at_first();
    assert_eq!(wait.send().await.unwrap_err().status(), Some(StatusCode::NOT_FOUND));
    assert_eq!(mock.requests().len(), 4);
}

#[tokio::test]
async fn a_failure_that_may_pass_does_not_end_the_wait() {
    let options = RequestOptions::new().retry(RetryPolicy::none());
    let mock = mock([status(503), ok(), status(403)]);
    let call = Typed(request(&mock).0.options(options));
    let error = call.until(|_| false).send().await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
    assert_eq!(mock.requests().len(), 3);
}

#[tokio::test]
async fn a_wait_has_an_end() {
    let mock = mock([ok().repeated()]);
    let wait = request(&mock).until(|_| false).every(Duration::from_secs(1));
    let error = wait.within(Duration::from_secs(5)).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(error.to_string(), "getImage: the time to wait is over");
    assert_eq!(mock.requests().len(), 6);

    // The time is over while a request is sent, too.
    let options = RequestOptions::new().attempt_timeout(Duration::from_secs(1));
    let client = builder().transport(Deaf).options(options).build().unwrap();
    let wait = Typed(client.call(&LIST)).until(|_| true).within(Duration::from_secs(5));
    assert_eq!(wait.send().await.unwrap_err().to_string(), "listImages: the time to wait is over");
}

/// Never answers. Only the time of a wait is ever over.
struct Deaf;

impl Transport for Deaf {
    fn send(
        &self,
        _: http::Request<Bytes>,
        _: Limits,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>> {
        Box::pin(future::pending())
    }

    fn open(
        &self,
        _: http::Request<Bytes>,
        _: Limits,
    ) -> BoxFuture<'static, Result<http::Response<BodyStream>, TransportError>> {
        Box::pin(future::pending())
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(future::ready(()))
    }

    fn deadline(&self, duration: Duration) -> BoxFuture<'static, ()> {
        match duration.as_secs() {
            5 => Box::pin(future::ready(())),
            _ => Box::pin(future::pending()),
        }
    }
}

#[tokio::test]
async fn a_request_is_sent_until_there_is_nothing() {
    for end in [404, 410] {
        let mock = mock(states(&["Deleting", "Deleting"]).into_iter().chain([status(end)]));
        request(&mock).until_gone(Duration::from_secs(60)).await.unwrap();
        assert_eq!(mock.requests().len(), 3);
    }
    let denied = mock([ok(), status(403)]);
    let error = request(&denied).until_gone(Duration::from_secs(60)).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
}

#[test]
fn a_call_blocks_without_a_runtime() {
    let mock = mock(states(&["a"]));
    assert_eq!(request(&mock).send_blocking().unwrap()["status"], "a");
    let error = request(&mock).send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn a_call_blocks_inside_a_runtime() {
    let mock = mock(states(&["a", "b", "c"]));
    assert_eq!(request(&mock).send_blocking().unwrap()["status"], "a");
    // What is no typed request, and what is a wait, too.
    let wait = request(&mock).until(|image| image["status"] == "c");
    assert_eq!(wait.send().wait().unwrap()["status"], "c");
    let list = list_replies([ok()]);
    client(&list).raw(Method::GET, "/v2/image").send_empty().wait().unwrap();
    assert!(client(&list).call(&LIST).send_empty().wait().is_err());
}

#[cfg(feature = "hyper")]
#[test]
fn calls_that_block_share_their_connections() {
    use std::sync::mpsc;
    use std::thread;

    use client_runtime::hyper_transport::HyperTransport;
    use client_runtime::proxies::Proxies;

    use super::server::{Server, response};

    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async move {
            let server = Server::answering(response("200 OK", "", r#"{"a":1}"#)).await;
            assert!(sender.send(server).is_ok());
            future::pending::<()>().await;
        });
    });
    let server = receiver.recv().unwrap();
    let transport = HyperTransport::new().proxies(Proxies::none());
    let client = builder().endpoint(server.url()).transport(transport).build().unwrap();
    for _ in 0..3 {
        assert_eq!(Typed(client.call(&LIST)).send_blocking().unwrap()["a"], 1);
    }
    let requests: Vec<usize> = server.requests().iter().map(Vec::len).collect();
    assert_eq!(requests, [3]);
}
