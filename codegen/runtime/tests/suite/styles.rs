//! Parameters that are lists or objects. The expected texts are those of the OpenAPI specification,
//! Parameter Object, "Style Examples", percent-encoded where they have to be.

use client_runtime::styles::{PathStyle, QueryStyle};
use client_runtime::{Call, Idempotency, Method, Operation};
use serde_json::{Value, json};

use super::service::{LIST, client, fail, list_replies, ok, replies_to, send};

/// In the order of the alphabet: `Value` keeps another one only with a feature of serde_json, which
/// any crate of a build can turn on.
fn color() -> Value {
    json!({"B": 150, "G": 200, "R": 100})
}

fn colors() -> Value {
    json!(["blue", "black", "brown"])
}

async fn query(set: impl Fn(Call) -> Call) -> String {
    let mock = list_replies([ok()]);
    send(set(client(&mock).call(&LIST))).await.unwrap();
    mock.requests()[0].uri().query().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn lists_and_objects_in_a_query() {
    use QueryStyle::{DeepObject, Form, PipeDelimited, SpaceDelimited};
    for (style, explode, value, expected) in [
        (Form, false, colors(), "color=blue,black,brown"),
        (Form, true, colors(), "color=blue&color=black&color=brown"),
        (Form, false, color(), "color=B,150,G,200,R,100"),
        (Form, true, color(), "B=150&G=200&R=100"),
        (SpaceDelimited, false, colors(), "color=blue%20black%20brown"),
        (PipeDelimited, false, colors(), "color=blue%7Cblack%7Cbrown"),
        (DeepObject, true, color(), "color%5BB%5D=150&color%5BG%5D=200&color%5BR%5D=100"),
        (DeepObject, true, json!({"a": {"b": [1]}}), "color%5Ba%5D%5Bb%5D%5B%5D=1"),
        (Form, false, json!("a,b"), "color=a%2Cb"),
    ] {
        let sent = query(|call| call.query_value("color", style, explode, &value)).await;
        assert_eq!(sent, expected, "{style:?} {explode} {value}");
    }
}

#[tokio::test]
async fn values_as_json() {
    let value = json!({"a": "b ü"});
    let mock = replies_to(&PALETTE, "/palette/%7B%22a%22%3A%22b%20%C3%BC%22%7D", [ok()]);
    let call = client(&mock).call(&PALETTE).path_json("color", &value);
    let call = call.query_json("color", &value).header_json("x-color", &value);
    send(call.cookie_json("color", &value)).await.unwrap();
    let request = &mock.requests()[0];
    let encoded = "color=%7B%22a%22%3A%22b%20%C3%BC%22%7D";
    assert_eq!(request.uri().query(), Some(encoded));
    assert_eq!(request.headers()["x-color"], r#"{"a":"b \u00fc"}"#);
    assert_eq!(request.headers()["cookie"], encoded);
}

#[tokio::test]
async fn a_value_that_is_set_again_replaces_all_of_the_earlier_one() {
    let sent = query(|call| {
        call.query_value("color", QueryStyle::DeepObject, true, &color())
            .query_value("colors", QueryStyle::Form, true, &colors())
            .query_value("color", QueryStyle::DeepObject, true, &json!({"R": 1}))
    });
    assert_eq!(sent.await, "colors=blue&colors=black&colors=brown&color%5BR%5D=1");
}

const PALETTE: Operation = Operation {
    id: "getPalette",
    method: Method::GET,
    path: "/palette/{}",
    idempotency: Idempotency::Idempotent,
};

#[tokio::test]
async fn lists_and_objects_in_a_path() {
    use PathStyle::{Label, Matrix, Simple};
    for (style, explode, value, expected) in [
        (Simple, false, colors(), "blue,black,brown"),
        (Simple, false, color(), "B,150,G,200,R,100"),
        (Simple, true, color(), "B=150,G=200,R=100"),
        (Label, false, colors(), ".blue,black,brown"),
        (Label, false, color(), ".B,150,G,200,R,100"),
        (Label, true, colors(), ".blue.black.brown"),
        (Label, true, color(), ".B=150.G=200.R=100"),
        (Matrix, false, colors(), ";color=blue,black,brown"),
        (Matrix, true, colors(), ";color=blue;color=black;color=brown"),
        (Matrix, true, color(), ";B=150;G=200;R=100"),
        (Simple, false, json!(["a/b"]), "a%2Fb"),
    ] {
        let path = format!("/palette/{expected}");
        let mock = replies_to(&PALETTE, &path, [ok()]);
        let call = client(&mock).call(&PALETTE).path_value("color", style, explode, &value);
        send(call).await.unwrap();
        assert_eq!(mock.requests()[0].uri().path(), path, "{style:?} {explode} {value}");
    }
}

#[tokio::test]
async fn a_list_that_is_no_segment_of_a_path_is_rejected() {
    for (style, value, segment) in [
        (PathStyle::Simple, json!([]), ""),
        (PathStyle::Simple, json!([".."]), ".."),
        (PathStyle::Label, json!([]), "."),
        (PathStyle::Label, json!(["."]), ".."),
    ] {
        let call = client(&list_replies([ok()])).call(&PALETTE);
        let error = fail(call.path_value("color", style, false, &value)).await;
        let expected = format!("getPalette: path argument 1 must not be `{segment}`");
        assert_eq!(error.to_string(), expected);
    }
}

#[tokio::test]
async fn lists_and_objects_in_a_header() {
    for (explode, value, expected) in [
        (false, colors(), "blue,black,brown"),
        (false, color(), "B,150,G,200,R,100"),
        (true, color(), "B=150,G=200,R=100"),
    ] {
        let mock = list_replies([ok()]);
        let call = client(&mock).call(&LIST).header_value("x-color", explode, &value);
        send(call).await.unwrap();
        assert_eq!(mock.requests()[0].headers()["x-color"], expected);
    }
}

#[tokio::test]
async fn objects_in_a_form() {
    let mock = list_replies([ok()]);
    let value = json!({"items": [{"n": 1}, {"n": 2}], "name": "a b", "tags": ["x", "y"]});
    let call = client(&mock).call(&LIST).form_value("card", &value).form_field("id", &7);
    send(call).await.unwrap();
    let request = &mock.requests()[0];
    assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
    assert_eq!(
        request.body(),
        "card%5Bitems%5D%5B0%5D%5Bn%5D=1&card%5Bitems%5D%5B1%5D%5Bn%5D=2&card%5Bname%5D=a%20b\
         &card%5Btags%5D%5B%5D=x&card%5Btags%5D%5B%5D=y&id=7"
    );
}

#[tokio::test]
async fn cookies_stand_side_by_side() {
    let mock = list_replies([ok()]);
    let call = client(&mock).call(&LIST).cookie("a", &1).cookie("b", "x;y");
    let call = call.cookie_value("c", true, &json!({"d": 2, "e": "3 4"}));
    send(call).await.unwrap();
    assert_eq!(mock.requests()[0].headers()["cookie"], "a=1; b=x%3By; d=2; e=3%204");
}
