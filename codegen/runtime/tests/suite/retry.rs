//! When an attempt is repeated, and after which pause.

use std::time::{Duration, SystemTime};

use client_runtime::mock::{MockTransport, Reply};
use client_runtime::{
    ErrorKind, Idempotency, Method, Operation, RequestOptions, RetryPolicy, Timestamp,
    TransportErrorKind,
};
use http::header::RETRY_AFTER;
use http::{HeaderValue, StatusCode};

use super::service::{CREATE, LIST, SHARE, builder, client, fail, list_replies, ok, send, status};

const MILLIS: fn(u64) -> Duration = Duration::from_millis;
const SECONDS: fn(u64) -> Duration = Duration::from_secs;

fn retry_after(text: &str) -> Reply {
    status(503).with_header(RETRY_AFTER, HeaderValue::from_str(text).unwrap())
}

fn code(status: u16, code: &str) -> Reply {
    let status = StatusCode::from_u16(status).unwrap();
    Reply::json(status, format!(r#"{{"code":"{code}"}}"#))
}

#[tokio::test]
async fn an_attempt_is_repeated_three_times() {
    let mock = list_replies((0..4).map(|_| status(503)));
    let error = fail(client(&mock).call(&LIST)).await;
    assert_eq!(error.attempts(), 4);
    assert_eq!(error.status(), Some(StatusCode::SERVICE_UNAVAILABLE));
    assert!(error.is_retryable());
    assert_eq!(mock.replies_left(), 0);
}

#[tokio::test]
async fn a_repetition_may_succeed() {
    let mock = list_replies([status(429), ok()]);
    send(client(&mock).call(&LIST)).await.unwrap();
    assert_eq!(mock.requests().len(), 2);
}

#[tokio::test]
async fn a_policy_of_none_makes_every_failure_final() {
    let mock = list_replies([status(503), ok()]);
    let call = client(&mock).call(&LIST).options(RequestOptions::new().retry(RetryPolicy::none()));
    assert_eq!(fail(call).await.attempts(), 1);
    assert!(mock.pauses().is_empty());
}

#[tokio::test]
async fn the_policy_of_a_call_replaces_that_of_the_client() {
    let mock = list_replies((0..6).map(|_| status(500)));
    let client = builder()
        .transport(mock.clone())
        .options(RequestOptions::new().retry(RetryPolicy::default().max_retries(2)))
        .build()
        .unwrap();
    assert_eq!(fail(client.call(&LIST)).await.attempts(), 3);
    let call = client
        .call(&LIST)
        .options(RequestOptions::new().retry(RetryPolicy::default().max_retries(1)));
    assert_eq!(fail(call).await.attempts(), 2);
}

#[test]
fn new_and_default_are_the_same() {
    assert_eq!(RetryPolicy::new(), RetryPolicy::default());
    let [new, default] = [RequestOptions::new(), RequestOptions::default()];
    assert_eq!(format!("{new:?}"), format!("{default:?}"));
}

/// Which failures are repeated for which operations.
#[tokio::test]
async fn only_what_is_safe_is_repeated() {
    type Failure = fn() -> Reply;
    let connect: Failure = || Reply::failure(TransportErrorKind::Connect);
    let io: Failure = || Reply::failure(TransportErrorKind::Io);
    let timeout: Failure = || Reply::failure(TransportErrorKind::Timeout);
    let refused: Failure = || Reply::failure(TransportErrorKind::Refused);
    let expired: Failure = || code(400, "RequestExpired");
    // The failure; whether an operation that is idempotent, or not, is sent again.
    let cases: [(&str, Failure, bool, bool); 17] = [
        ("connect", connect, true, true),
        ("io", io, true, false),
        ("timeout", timeout, true, false),
        ("refused", refused, false, false),
        ("silence", Reply::silence, true, false),
        ("expired", expired, true, false),
        ("408", || status(408), true, false),
        ("429", || status(429), true, false),
        ("500", || status(500), true, false),
        ("502", || status(502), true, false),
        ("503", || status(503), true, false),
        ("504", || status(504), true, false),
        ("400", || status(400), false, false),
        ("404", || status(404), false, false),
        ("409", || code(409, "OperationDenied"), false, false),
        ("501", || status(501), false, false),
        ("302", || status(302), false, false),
    ];
    for (name, failure, idempotent, not_idempotent) in cases {
        for (operation, path, repeated) in [
            (&LIST, "/v2/image", idempotent),
            (&CREATE, "/v2/image", idempotent),
            (&SHARE, "/v2/image/m-1?share", not_idempotent),
        ] {
            let mock = MockTransport::new().on(operation.method.clone(), path, failure()).on(
                operation.method.clone(),
                path,
                ok(),
            );
            let mut call = client(&mock).call(operation);
            if operation.path.contains("{}") {
                call = call.path("m-1");
            }
            let outcome = send(call).await;
            assert_eq!(outcome.is_ok(), repeated, "{name}, {}", operation.id);
            if let Err(error) = outcome {
                assert!(!error.is_retryable(), "{name}, {}", operation.id);
            }
        }
    }
}

#[tokio::test]
async fn an_idempotency_token_is_kept_over_attempts() {
    let mock = MockTransport::new()
        .on(Method::POST, "/v2/image", status(500))
        .on(Method::POST, "/v2/image", Reply::failure(TransportErrorKind::Io))
        .on(Method::POST, "/v2/image", ok());
    send(client(&mock).call(&CREATE)).await.unwrap();
    let requests = mock.requests();
    assert_eq!(requests.len(), 3);
    assert!(requests.iter().all(|request| request.uri() == requests[0].uri()));
}

#[tokio::test]
async fn pauses_are_random_up_to_a_bound_that_doubles() {
    let policy =
        RetryPolicy::default().max_retries(5).base_delay(MILLIS(100)).max_delay(MILLIS(400));
    let bounds = [100, 200, 400, 400, 400].map(MILLIS);
    let mut largest = [Duration::ZERO; 5];
    for _ in 0..200 {
        let mock = list_replies((0..6).map(|_| status(503)));
        let call = client(&mock).call(&LIST).options(RequestOptions::new().retry(policy));
        fail(call).await;
        let pauses = mock.pauses();
        assert_eq!(pauses.len(), 5);
        for (index, pause) in pauses.into_iter().enumerate() {
            assert!(pause <= bounds[index], "{index}: {pause:?}");
            largest[index] = largest[index].max(pause);
        }
    }
    // Each of 200 pauses below half of the bound: once in 2^200 runs.
    for (largest, bound) in largest.into_iter().zip(bounds) {
        assert!(largest > bound / 2, "{largest:?} of {bound:?}");
    }
}

#[tokio::test]
async fn the_server_may_ask_for_a_longer_pause() {
    let mock = list_replies([retry_after("7"), ok()]);
    send(client(&mock).call(&LIST)).await.unwrap();
    assert_eq!(mock.pauses(), [SECONDS(7)]);
}

#[tokio::test]
async fn the_pause_may_be_asked_for_by_a_date() {
    let now = || SystemTime::UNIX_EPOCH + SECONDS(1_439_266_649);
    for (date, least, most) in [
        ("Tue, 11 Aug 2015 04:17:40 GMT", SECONDS(11), SECONDS(11)),
        ("Tue, 11 Aug 2015 04:17:00 GMT", SECONDS(0), MILLIS(300)),
        ("soon", SECONDS(0), MILLIS(300)),
    ] {
        let mock = list_replies([retry_after(date), ok()]);
        let client = builder().transport(mock.clone()).clock(now).build().unwrap();
        send(client.call(&LIST)).await.unwrap();
        let pause = mock.pauses()[0];
        assert!(least <= pause && pause <= most, "{date}: {pause:?}");
    }
}

#[tokio::test]
async fn a_pause_that_is_too_long_is_not_made() {
    for policy in
        [RetryPolicy::default().max_delay(SECONDS(6)), RetryPolicy::default().budget(SECONDS(6))]
    {
        let mock = list_replies([retry_after("7"), ok()]);
        let call = client(&mock).call(&LIST).options(RequestOptions::new().retry(policy));
        assert_eq!(fail(call).await.attempts(), 1);
        assert!(mock.pauses().is_empty());
    }
}

#[tokio::test]
async fn the_budget_is_for_all_pauses_of_a_call() {
    let mock = list_replies((0..3).map(|_| retry_after("7")));
    let call = client(&mock)
        .call(&LIST)
        .options(RequestOptions::new().retry(RetryPolicy::default().budget(SECONDS(20))));
    assert_eq!(fail(call).await.attempts(), 3);
    assert_eq!(mock.pauses(), [SECONDS(7), SECONDS(7)]);
}

#[tokio::test]
async fn the_date_of_every_attempt_is_its_own() {
    let seconds = std::sync::atomic::AtomicU64::new(0);
    let clock = move || {
        let seconds = seconds.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        SystemTime::UNIX_EPOCH + SECONDS(seconds)
    };
    let mock = list_replies([status(503), ok()]);
    let client = builder().transport(mock.clone()).clock(clock).build().unwrap();
    send(client.call(&LIST)).await.unwrap();
    let dates: Vec<_> = mock
        .requests()
        .iter()
        .map(|request| Timestamp::from(request.headers()["x-bce-date"].to_str().unwrap()))
        .collect();
    assert_ne!(dates[0], dates[1]);
}

const NOTHING_SENT: Operation = Operation {
    id: "deleteImage",
    method: Method::DELETE,
    path: "/v2/image",
    idempotency: Idempotency::NotIdempotent,
};

#[tokio::test]
async fn the_last_error_tells_its_kind() {
    let mock = (0..4).fold(MockTransport::new(), |mock, _| {
        mock.on(Method::DELETE, "/v2/image", Reply::failure(TransportErrorKind::Connect))
    });
    let error = fail(client(&mock).call(&NOTHING_SENT)).await;
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert_eq!(error.attempts(), 4);
    assert_eq!(
        error.to_string(),
        "deleteImage: cannot connect to bcc.bj.example.com: a prepared failure"
    );
}
