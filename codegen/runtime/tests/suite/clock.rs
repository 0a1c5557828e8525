//! What the client learns of the server's clock.

use std::time::{Duration, SystemTime};

use client_runtime::Core;
use client_runtime::mock::{MockTransport, Reply};
use http::header::DATE;
use http::{HeaderValue, StatusCode};

use super::service::{LIST, builder, fail, list_replies, ok, send, status};

/// 2015-08-11T04:17:29Z.
fn local() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_439_266_649)
}

fn dated(reply: Reply, date: &'static str) -> Reply {
    reply.with_header(DATE, HeaderValue::from_static(date))
}

fn expired(date: &'static str) -> Reply {
    dated(Reply::json(StatusCode::BAD_REQUEST, r#"{"code":"RequestExpired"}"#), date)
}

fn client(mock: &MockTransport) -> Core {
    builder().transport(mock.clone()).clock(local).build().unwrap()
}

fn dates(mock: &MockTransport) -> Vec<String> {
    mock.requests()
        .iter()
        .map(|request| request.headers()["x-bce-date"].to_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn an_expired_request_is_dated_by_the_server() {
    for (date, corrected) in [
        ("Tue, 11 Aug 2015 05:17:30 GMT", "2015-08-11T05:17:30Z"),
        ("Mon, 10 Aug 2015 04:17:29 GMT", "2015-08-10T04:17:29Z"),
        ("Tue, 11 Aug 2015 04:17:31 GMT", "2015-08-11T04:17:31Z"),
    ] {
        let mock = list_replies([expired(date), ok()]);
        send(client(&mock).call(&LIST)).await.unwrap();
        assert_eq!(dates(&mock), ["2015-08-11T04:17:29Z", corrected]);
    }
}

#[tokio::test]
async fn all_clones_of_a_client_learn() {
    let mock = list_replies([dated(status(403), "Tue, 11 Aug 2015 04:20:00 GMT"), ok()]);
    let client = client(&mock);
    fail(client.clone().call(&LIST)).await;
    send(client.call(&LIST)).await.unwrap();
    assert_eq!(dates(&mock)[1], "2015-08-11T04:20:00Z");
}

#[tokio::test]
async fn other_responses_teach_nothing() {
    let later = "Tue, 11 Aug 2015 05:00:00 GMT";
    for reply in [
        dated(status(403), "Tue, 11 Aug 2015 04:18:29 GMT"),
        dated(status(301), later),
        dated(ok(), later),
        dated(status(403), "yesterday"),
        status(403),
    ] {
        let mock = list_replies([reply, ok()]);
        let client = client(&mock);
        for _ in 0..2 {
            // Some of the responses are errors; what counts is the date of the next request.
            let _ = send(client.call(&LIST)).await;
        }
        assert_eq!(dates(&mock)[1], "2015-08-11T04:17:29Z");
    }
}
