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
        // A list in an object that is exploded: what Spring reads of a `Pageable`.
        (
            Form,
            true,
            json!({"page": 0, "sort": ["name,asc", "id"]}),
            "page=0&sort=name%2Casc&sort=id",
        ),
        (Form, false, json!([]), ""),
        (Form, false, json!({}), ""),
        (SpaceDelimited, false, json!([]), ""),
        (QueryStyle::Json, false, json!({"a": 1}), "color=%7B%22a%22%3A1%7D"),
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
        (Matrix, false, json!(""), ";color"),
        (Matrix, true, json!(["blue", ""]), ";color=blue;color"),
        (Matrix, true, json!({"R": 100, "tint": ["a", "b"]}), ";R=100;tint=a;tint=b"),
        (Matrix, false, json!([]), ""),
        (Matrix, true, json!([]), ""),
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
async fn a_list_without_values_is_not_sent() {
    let mock = list_replies([ok()]);
    let none: [&str; 0] = [];
    let call = client(&mock).call(&LIST).query_joined("a", ",", &none).query_list("b", &none);
    let call = call.header_value("x-color", false, &none).cookie_value("c", false, &none);
    send(call).await.unwrap();
    let request = &mock.requests()[0];
    assert_eq!(request.uri().query(), None);
    assert!(!request.headers().contains_key("x-color"));
    assert!(!request.headers().contains_key("cookie"));
}

#[tokio::test]
async fn a_path_argument_that_stands_twice_is_given_once() {
    const TWICE: Operation = Operation { path: "/{}/{}/{0}/{}/{1}", ..PALETTE };
    let mock = replies_to(&TWICE, "/a/b/a/c/b", [ok()]);
    send(client(&mock).call(&TWICE).path("a").path("b").path("c")).await.unwrap();
    let too_few = fail(client(&mock).call(&TWICE).path("a").path("b")).await;
    assert_eq!(too_few.to_string(), "getPalette: there are too few path arguments");
}

#[tokio::test]
async fn objects_in_a_form() {
    let mock = list_replies([ok()]);
    let value = json!({"items": [{"n": 1}, {"n": 2}], "name": "a b", "tags": ["x", "y"]});
    let call = client(&mock).call(&LIST).form_value("card", QueryStyle::Fields, true, &value);
    let call = call.form_value("list", QueryStyle::Fields, true, &[1.0, 2.5]).form_field("id", &7);
    send(call).await.unwrap();
    let request = &mock.requests()[0];
    assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
    assert_eq!(
        request.body(),
        "card%5Bitems%5D%5B0%5D%5Bn%5D=1&card%5Bitems%5D%5B1%5D%5Bn%5D=2&card%5Bname%5D=a%20b\
         &card%5Btags%5D%5B%5D=x&card%5Btags%5D%5B%5D=y&list=1&list=2.5&id=7"
    );
}

#[tokio::test]
async fn fields_of_a_form_have_the_styles_of_parameters() {
    use QueryStyle::{Form, PipeDelimited, Reserved};
    let none: [&str; 0] = [];
    let mock = list_replies([ok()]);
    let call = client(&mock).call(&LIST).form_joined("csv", ",", &[1, 2]);
    let call = call.form_joined("sp", "%20", &["p", "q&r"]).form_joined("none", ",", &none);
    let call = call.form_json("filter", &json!({"a": 1})).form_value("url", Reserved, true, "a/b?");
    let call = call.form_value("color", Form, true, &color());
    send(call.form_value("rgb", PipeDelimited, false, &color())).await.unwrap();
    assert_eq!(
        mock.requests()[0].body(),
        "csv=1,2&sp=p%20q%26r&filter=%7B%22a%22%3A1%7D&url=a/b?&B=150&G=200&R=100\
         &rgb=B%7C150%7CG%7C200%7CR%7C100"
    );
}

#[tokio::test]
async fn a_form_of_the_callers_own_is_written_like_one_that_is_declared() {
    let mock = list_replies([ok()]);
    let value = json!({
        "csv": [1, 2], "deep": {"a": [1]}, "filter": {"b": 2}, "none": [], "tags": ["x", "y"],
    });
    let styles = [("csv", QueryStyle::Form, false), ("filter", QueryStyle::Json, false)];
    send(client(&mock).call(&LIST).form(&styles, &value)).await.unwrap();
    assert_eq!(
        mock.requests()[0].body(),
        "csv=1,2&deep%5Ba%5D%5B%5D=1&filter=%7B%22b%22%3A2%7D&tags=x&tags=y"
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
