//! What the client of `fixtures/lenient.yaml` makes of responses that lack required members: it is
//! lenient by its description, and strict if its builder says so.

use fixture_lenient::http::{Method, StatusCode};
use fixture_lenient::mock::{MockTransport, Reply};
use fixture_lenient::{Client, Error, ErrorKind};
use serde_json::{Value, json};

const WHOLE: &str = r#"{"size":40,"name":"data","note":null,"extra":null,"tags":[{"key":"a"}]}"#;

/// A client that reads `body`, and takes any update.
fn client(body: &str, lenient: Option<bool>) -> (Client, MockTransport) {
    let reply = Reply::json(StatusCode::OK, body.to_owned())
        .with_header("x-request-id".parse().expect("a name"), "id-1".parse().expect("a value"));
    let mock = MockTransport::new()
        .on(Method::GET, "/disks/d-1", reply)
        .on(Method::PUT, "/disks/d-1", Reply::empty(StatusCode::NO_CONTENT));
    let builder = Client::builder().transport(mock.clone());
    let builder = match lenient {
        Some(lenient) => builder.lenient(lenient),
        None => builder,
    };
    (builder.build().expect("nothing is missing"), mock)
}

/// Reads the disk, changes its name and writes it; what was sent.
async fn renamed(body: &str, lenient: Option<bool>) -> Result<Value, Error> {
    let (client, mock) = client(body, lenient);
    let read = client.get_disk("d-1").send().await;
    let updated = match read {
        Ok(mut disk) => {
            disk.name = "logs".to_owned();
            client.update_disk("d-1", disk).send().await.map(|_| ())
        }
        Err(error) => {
            assert_eq!(mock.requests().len(), 1, "nothing was written");
            Err(error)
        }
    };
    updated?;
    Ok(serde_json::from_slice(mock.requests()[1].body()).expect("what is sent is JSON"))
}

#[tokio::test]
async fn what_was_not_read_is_never_written() {
    for (body, expected) in [
        ("", "the response is empty"),
        ("{}", "the response lacks `size`, which is required"),
        (r#"{"error":"nope"}"#, "the response lacks `size`, which is required"),
        (&WHOLE.replace("40", "null"), "the response has null for `size`, which is required"),
        (&WHOLE.replace(r#""note":null,"#, ""), "the response lacks `note`, which is required"),
        (&WHOLE.replace(r#""extra":null,"#, ""), "the response lacks `extra`, which is required"),
        (&WHOLE.replace(r#""key":"a""#, ""), "the response lacks `tags[0].key`, which is required"),
        (
            &WHOLE.replace("}]}", r#"}],"parent":{"size":1}}"#),
            "the response lacks `parent.name`, which is required",
        ),
    ] {
        let error = renamed(body, Some(false)).await.expect_err("something is missing");
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(error.to_string(), format!("getDisk: {expected} (request id id-1)"));
        assert_eq!(error.status(), Some(StatusCode::OK));
        assert_eq!(error.body().expect("the error keeps it"), body);
    }
    let sent = renamed(WHOLE, Some(false)).await.expect("nothing is missing");
    let expected: Value = serde_json::from_str(&WHOLE.replace("data", "logs")).expect("JSON");
    assert_eq!(sent, expected);
}

#[tokio::test]
async fn the_description_is_lenient() {
    for lenient in [None, Some(true)] {
        let sent = renamed(r#"{"size":40,"tags":[{}]}"#, lenient).await.expect("it is lenient");
        let expected = json!({
            "size": 40, "name": "logs", "note": null, "extra": null, "tags": [{ "key": "" }],
        });
        assert_eq!(sent, expected);
        for foreign in ["", "{}", r#"{"error":"nope"}"#, r#"{"size":null}"#, "<html>", "[]"] {
            let error = renamed(foreign, lenient).await.expect_err("it is something else");
            assert_eq!(error.kind(), ErrorKind::Decode, "{foreign}");
            assert_eq!(error.body().expect("the error keeps it"), foreign);
        }
    }
}
