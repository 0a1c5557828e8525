//! How requests are signed, and how signatures are checked.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use client_runtime::bce_auth::sign;
use client_runtime::bce_credentials::{Credentials, ProvideCredentials};
use client_runtime::bce_verify::{SignatureError, verify};
use client_runtime::{BoxFuture, ErrorKind, Result};
use http::Request;

use super::service::{
    ACCESS_KEY_ID, CREATE, LIST, SECRET, builder, credentials, fail, list_replies, ok, replies_to,
    send, status,
};

/// 2015-08-11T04:17:29Z.
fn now() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_439_266_649)
}

fn header<'a>(request: &'a Request<Bytes>, name: &str) -> &'a str {
    request.headers()[name].to_str().unwrap()
}

#[tokio::test]
async fn a_request_without_a_body_has_host_and_date_signed() {
    let mock = list_replies([ok()]);
    let client = builder().transport(mock.clone()).clock(now).build().unwrap();
    send(client.call(&LIST).query("marker", "m/1 ?")).await.unwrap();

    let request = &mock.requests()[0];
    assert_eq!(header(request, "x-bce-date"), "2015-08-11T04:17:29Z");
    let expected =
        format!("bce-auth-v1/{ACCESS_KEY_ID}/2015-08-11T04:17:29Z/1800/host;x-bce-date/");
    assert!(header(request, "authorization").starts_with(&expected));
    assert_eq!(verify(request, &credentials(), now()), Ok(()));
}

#[tokio::test]
async fn body_and_session_token_are_signed_too() {
    let mock = replies_to(&CREATE, "/v2/image", [ok()]);
    let credentials = credentials().with_session_token("tok/en+==");
    let client =
        builder().credentials(credentials.clone()).transport(mock.clone()).build().unwrap();
    send(client.call(&CREATE).body_field("imageName", "镜像")).await.unwrap();

    let request = &mock.requests()[0];
    let names = header(request, "authorization").split('/').nth(4).unwrap();
    assert_eq!(names, "content-type;host;x-bce-date;x-bce-security-token");
    assert_eq!(header(request, "x-bce-security-token"), "tok/en+==");
    assert_eq!(verify(request, &credentials, SystemTime::now()), Ok(()));
}

#[test]
fn a_changed_request_is_refused() {
    let mut request = Request::new(());
    *request.uri_mut() = "https://bcc.bj.example.com/v2/image?share&a=%2F".parse().unwrap();
    request.headers_mut().insert("host", "bcc.bj.example.com".parse().unwrap());
    assert_eq!(verify(&request, &credentials(), now()), Err(SignatureError::Missing));

    sign(&mut request, &credentials(), now()).unwrap();
    let verify_at = |request: &Request<()>, now| verify(request, &credentials(), now);
    assert_eq!(verify_at(&request, now()), Ok(()));
    let half_an_hour = Duration::from_secs(1800);
    assert_eq!(verify_at(&request, now() + half_an_hour), Ok(()));
    for later in [now() + half_an_hour * 2, now() - half_an_hour * 2] {
        assert_eq!(verify_at(&request, later), Err(SignatureError::Expired));
    }
    assert_eq!(
        verify(&request, &Credentials::new("other", SECRET), now()),
        Err(SignatureError::UnknownAccessKey)
    );
    assert_eq!(
        verify(&request, &credentials().with_session_token("t"), now()),
        Err(SignatureError::WrongSessionToken)
    );

    *request.uri_mut() = "https://bcc.bj.example.com/v2/image?share&a=b".parse().unwrap();
    let Err(SignatureError::Mismatch { canonical_request }) = verify_at(&request, now()) else {
        panic!("the signature was accepted");
    };
    assert!(canonical_request.starts_with("GET\n/v2/image\na=b&share=\nhost:bcc.bj.example.com\n"));

    request.headers_mut().insert("authorization", "Bearer abc".parse().unwrap());
    assert_eq!(verify_at(&request, now()), Err(SignatureError::Malformed));
}

#[tokio::test]
async fn unusable_credentials_are_an_error_without_a_request() {
    let cases = [
        (Credentials::new("", "sk"), "the access key id"),
        (Credentials::new("a/k", "sk"), "the access key id"),
        (Credentials::new("ak\n", "sk"), "the access key id"),
        (Credentials::new("ak", ""), "the secret access key"),
        (Credentials::new("ak", "s\r\nk"), "the secret access key"),
        (Credentials::new("ak", "sk").with_session_token("t\n"), "the session token"),
    ];
    for (credentials, part) in cases {
        let mock = list_replies([ok()]);
        let client = builder().credentials(credentials).transport(mock.clone()).build().unwrap();
        let error = fail(client.call(&LIST)).await;
        assert_eq!(error.kind(), ErrorKind::Authorization);
        assert!(error.message().starts_with(part), "{error}");
        assert!(mock.requests().is_empty());
    }
}

/// Gives `ak-1` first, then `ak-2` and so on.
#[derive(Debug, Default)]
struct Rotating(AtomicU32);

impl ProvideCredentials for Rotating {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials>> {
        Box::pin(async {
            let count = self.0.fetch_add(1, Ordering::Relaxed) + 1;
            Ok(Credentials::new(format!("ak-{count}"), "sk"))
        })
    }
}

/// The same identifier with another secret each time.
#[derive(Debug, Default)]
struct Renewed(AtomicU32);

fn renewed(count: u32) -> Credentials {
    Credentials::new(ACCESS_KEY_ID, format!("secret-{count}"))
}

impl ProvideCredentials for Renewed {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials>> {
        Box::pin(async { Ok(renewed(self.0.fetch_add(1, Ordering::Relaxed))) })
    }
}

#[tokio::test]
async fn a_renewed_secret_is_used_within_the_second() {
    let mock = list_replies([ok(), ok()]);
    let builder = builder().credentials(Renewed::default()).transport(mock.clone()).clock(now);
    let client = builder.build().unwrap();
    for count in 0..2 {
        send(client.call(&LIST)).await.unwrap();
        assert_eq!(verify(&mock.requests()[count as usize], &renewed(count), now()), Ok(()));
    }
}

#[tokio::test]
async fn requests_of_one_second_share_a_date_and_those_of_the_next_do_not() {
    let seconds = AtomicU32::new(0);
    let clock = move || {
        // Two readings to a second: 0.0, 0.5, 1.0 and so on after `now`.
        now() + Duration::from_millis(500) * seconds.fetch_add(1, Ordering::Relaxed)
    };
    let mock = list_replies((0..4).map(|_| ok()));
    let client = builder().transport(mock.clone()).clock(clock).build().unwrap();
    for index in 0..4 {
        send(client.call(&LIST).query("n", &index)).await.unwrap();
    }
    let requests = mock.requests();
    let dates: Vec<&str> = requests.iter().map(|request| header(request, "x-bce-date")).collect();
    assert_eq!(dates[..2], ["2015-08-11T04:17:29Z"; 2]);
    assert_eq!(dates[2..], ["2015-08-11T04:17:30Z"; 2]);
    for request in &requests {
        assert_eq!(verify(request, &credentials(), now()), Ok(()));
    }
}

#[tokio::test]
async fn every_attempt_is_authorized_anew() {
    let mock = list_replies([status(503), status(503), ok()]);
    let client =
        builder().credentials(Rotating::default()).transport(mock.clone()).build().unwrap();
    send(client.call(&LIST)).await.unwrap();

    let requests = mock.requests();
    let keys: Vec<&str> = requests
        .iter()
        .map(|request| header(request, "authorization").split('/').nth(1).unwrap())
        .collect();
    assert_eq!(keys, ["ak-1", "ak-2", "ak-3"]);
}
