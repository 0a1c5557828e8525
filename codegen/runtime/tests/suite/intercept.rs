//! Code of the caller around the steps of a call, and transports around others.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use client_runtime::bce_verify::verify;
use client_runtime::mock::{MockTransport, Reply};
use client_runtime::{
    Attempt, BodyStream, BoxFuture, CallContext, Core, Error, ErrorKind, Intercept, Limits,
    RequestOptions, Response, Result, RetryPolicy, Secret, Transport, TransportError,
    TransportErrorKind, on_request,
};
use http::{HeaderValue, Request, StatusCode};

use super::service::{
    CREATE, LIST, SHARE, builder, credentials, fail, list_replies, ok, replies_to, send, status,
};

/// Writes down what it sees.
#[derive(Clone, Default)]
struct Diary {
    name: &'static str,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Diary {
    fn write(&self, line: &str) {
        self.lines.lock().unwrap().push(format!("{}{line}", self.name));
    }

    fn lines(&self) -> Vec<String> {
        self.lines.lock().unwrap().clone()
    }
}

/// How many requests of a call were signed.
#[derive(Clone, Copy)]
struct Signed(u32);

impl Intercept for Diary {
    fn before_signing(
        &self,
        request: &mut Request<Bytes>,
        context: &mut CallContext,
    ) -> Result<()> {
        assert!(!request.headers().contains_key("authorization"));
        let signed = context.values().get::<Signed>().map_or(0, |signed| signed.0);
        context.values_mut().insert(Signed(signed + 1));
        self.write(&format!(
            "sign {} {} {} {}",
            context.operation(),
            context.method(),
            context.path(),
            context.attempt()
        ));
        Ok(())
    }

    fn before_sending(&self, request: &Request<Bytes>, context: &mut CallContext) -> Result<()> {
        assert!(request.headers().contains_key("authorization"));
        assert_eq!(request.extensions().get::<Attempt>().unwrap().number(), context.attempt());
        self.write("send");
        Ok(())
    }

    fn after_response(&self, response: &http::Response<Bytes>, _: &mut CallContext) {
        self.write(&format!("got {} {}", response.status().as_u16(), response.body().len()));
    }

    fn before_retry(&self, failure: &Error, pause: Duration, _: &mut CallContext) {
        assert!(pause <= Duration::from_millis(300));
        self.write(&format!("again after {failure}"));
    }

    fn at_end(&self, outcome: Result<&Response<Bytes>, &Error>, context: &mut CallContext) {
        let outcome = outcome.map(|response| response.status().as_u16());
        let outcome = outcome.map_err(|error| format!("{error} ({})", error.attempts()));
        let Signed(signed) = context.values().get().copied().unwrap_or(Signed(0));
        self.write(&format!("end {outcome:?}, signed {signed} times"));
    }
}

fn client(mock: &MockTransport, diary: &Diary) -> Core {
    builder().transport(mock.clone()).interceptor(diary.clone()).build().unwrap()
}

#[tokio::test]
async fn every_step_is_seen_in_order() {
    let diary = Diary::default();
    let mock = list_replies([status(503), ok()]);
    send(client(&mock, &diary).call(&LIST)).await.unwrap();
    assert_eq!(
        diary.lines(),
        [
            "sign listImages GET /v2/image 1",
            "send",
            "got 503 0",
            "again after listImages: 503: Service Unavailable",
            "sign listImages GET /v2/image 2",
            "send",
            "got 200 2",
            "end Ok(200), signed 2 times",
        ]
    );
}

#[tokio::test]
async fn failures_are_seen_with_and_without_a_response() {
    let diary = Diary::default();
    let denied = replies_to(&SHARE, "/v2/image/m-1", [status(403)]);
    fail(client(&denied, &diary).call(&SHARE).path("m-1")).await;
    let broken = replies_to(&SHARE, "/v2/image/m-1", [Reply::failure(TransportErrorKind::Io)]);
    fail(client(&broken, &diary).call(&SHARE).path("m-1")).await;
    let lines = diary.lines();
    assert_eq!(
        lines[2..4],
        ["got 403 0", "end Err(\"shareImage: 403: Forbidden (1)\"), signed 1 times"]
    );
    assert!(lines[6].starts_with("end Err(\"shareImage: the connection to "), "{}", lines[6]);
}

#[tokio::test]
async fn those_of_the_client_come_before_those_of_the_call() {
    let first = Diary { name: "1 ", ..Diary::default() };
    let others = ["2 ", "3 ", "4 "].map(|name| Diary { name, ..first.clone() });
    let [second, third, fourth] = others;
    let mock = list_replies([ok()]);
    // The options that follow do not take the place of what was given before.
    let client = builder()
        .transport(mock)
        .interceptor(first.clone())
        .interceptor(second)
        .options(RequestOptions::new().interceptor(third))
        .build()
        .unwrap();
    let options = RequestOptions::new().interceptor(fourth);
    send(client.call(&LIST).options(options)).await.unwrap();
    let lines = first.lines();
    let sent: Vec<&str> = lines.iter().filter_map(|line| line.strip_suffix(" send")).collect();
    assert_eq!(sent, ["1", "2", "3", "4"]);
}

#[tokio::test]
async fn what_changes_a_request_is_signed() {
    let options = RequestOptions::new().interceptor(on_request(|request, context| {
        let value = HeaderValue::from(context.attempt());
        request.headers_mut().insert("x-attempt", value);
        let uri = format!("{}?cdsIds=v-1", request.uri());
        *request.uri_mut() = uri.parse().unwrap();
        Ok(())
    }));
    let mock = list_replies([status(500), ok()]);
    let client = builder().transport(mock.clone()).build().unwrap();
    send(client.call(&LIST).options(options)).await.unwrap();
    let requests = mock.requests();
    for (request, attempt) in requests.iter().zip(["1", "2"]) {
        assert_eq!(request.headers()["x-attempt"], attempt);
        assert_eq!(request.uri().query(), Some("cdsIds=v-1"));
        verify(request, &credentials(), SystemTime::now()).unwrap();
    }
}

#[tokio::test]
async fn a_secret_of_the_body_is_seen_encrypted_at_most() {
    #[derive(Clone, Default)]
    struct Bodies(Arc<Mutex<Vec<Bytes>>>);
    impl Intercept for Bodies {
        fn before_signing(&self, request: &mut Request<Bytes>, _: &mut CallContext) -> Result<()> {
            self.0.lock().unwrap().push(request.body().clone());
            Ok(())
        }

        fn before_sending(&self, request: &Request<Bytes>, _: &mut CallContext) -> Result<()> {
            self.0.lock().unwrap().push(request.body().clone());
            Ok(())
        }
    }
    let bodies = Bodies::default();
    let mock = replies_to(&CREATE, "/v2/image", [ok()]);
    let client = builder().transport(mock).interceptor(bodies.clone()).build().unwrap();
    let call = client.call(&CREATE).body_field("name", "a");
    send(call.encrypted_field("adminPass", &Secret::from("Test@123"))).await.unwrap();
    let bodies = bodies.0.lock().unwrap();
    assert_eq!(bodies[0], r#"{"name":"a"}"#);
    assert!(bodies[1].starts_with(br#"{"name":"a","adminPass":"fdf24f17"#));
}

#[tokio::test]
async fn an_interceptor_can_refuse_a_request() {
    let refuse = on_request(|_, _| Err(Error::new(ErrorKind::InvalidRequest, "not on Fridays")));
    let mock = list_replies([ok()]);
    let client = builder().transport(mock.clone()).interceptor(refuse).build().unwrap();
    let error = fail(client.call(&LIST)).await;
    assert_eq!(error.to_string(), "listImages: not on Fridays");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::InvalidRequest, 1));
    assert!(mock.requests().is_empty());
}

#[tokio::test]
async fn of_a_stream_the_head_is_seen() {
    let diary = Diary::default();
    let mock = list_replies([status(503), Reply::json(StatusCode::OK, "abc")]);
    let mut stream = client(&mock, &diary).call(&LIST).send_stream().await.unwrap().into_body();
    assert_eq!(stream.try_next().await.unwrap().unwrap(), "abc");
    assert_eq!(diary.lines()[6], "got 200 0");
}

/// Counts the requests that go over another transport.
struct Counting<T>(T, Arc<Mutex<u32>>);

impl<T: Transport> Transport for Counting<T> {
    fn send(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>> {
        *self.1.lock().unwrap() += 1;
        self.0.send(request, limits)
    }

    fn open(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'static, Result<http::Response<BodyStream>, TransportError>> {
        *self.1.lock().unwrap() += 1;
        self.0.open(request, limits)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.sleep(duration)
    }

    fn deadline(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.deadline(duration)
    }
}

#[tokio::test]
async fn a_transport_around_another_keeps_streams_and_limits() {
    let count = Arc::default();
    let chunks = Reply::json(StatusCode::OK, "").with_chunks(["a", "b"]);
    let mock = list_replies([chunks, ok(), Reply::silence()]);
    let options = RequestOptions::new().retry(RetryPolicy::none());
    let client = builder()
        .transport(Counting(mock.clone(), Arc::clone(&count)))
        .options(options)
        .build()
        .unwrap();
    let mut stream = client.call(&LIST).send_stream().await.unwrap().into_body();
    assert_eq!(stream.try_next().await.unwrap().unwrap(), "a");
    assert_eq!(stream.try_next().await.unwrap().unwrap(), "b");
    send(client.call(&LIST)).await.unwrap();
    assert_eq!(fail(client.call(&LIST)).await.kind(), ErrorKind::Timeout);
    // A time limit is no pause between attempts.
    assert!(mock.pauses().is_empty());
    assert_eq!(*count.lock().unwrap(), 3);
}
