//! The signature of `bce-auth-v1`, by vectors.

use client_runtime::bce_sign::{Canonical, SignedHeaders, authorization, prefix, signing_key};
use http::{HeaderName, HeaderValue, Request};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

/// Encodes everything that must not stand in a segment or in a part of a query.
const STRICT: &AsciiSet = NON_ALPHANUMERIC;
/// Encodes as little as a URI allows.
const LENIENT: &AsciiSet = &STRICT
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b',')
    .remove(b';')
    .remove(b':')
    .remove(b'@');

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap()
}

fn pairs(value: &Value) -> Vec<(&str, &str)> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| (pair[0].as_str().unwrap(), pair[1].as_str().unwrap_or("")))
        .collect()
}

/// The request of a vector, percent-encoded by `set`.
fn request(vector: &Value, set: &'static AsciiSet) -> Request<()> {
    let encode = |text: &str| utf8_percent_encode(text, set).to_string();
    let segments: Vec<String> = text(vector, "path").split('/').map(encode).collect();
    let query: Vec<String> = pairs(&vector["params"])
        .into_iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect();
    let mut request = Request::new(());
    *request.method_mut() = text(vector, "method").parse().unwrap();
    *request.uri_mut() = format!("{}?{}", segments.join("/"), query.join("&")).parse().unwrap();
    for (name, value) in pairs(&vector["headers"]) {
        let name: HeaderName = name.parse().unwrap();
        request.headers_mut().append(name, HeaderValue::from_str(value).unwrap());
    }
    request
}

fn check(vector: &Value) {
    let name = text(vector, "name");
    let names: Option<Vec<&str>> = vector["headers_to_sign"]
        .as_array()
        .map(|names| names.iter().map(|name| name.as_str().unwrap()).collect());
    let signed = match &names {
        None => SignedHeaders::Default,
        Some(names) => SignedHeaders::Listed(names),
    };
    let expiration = vector["expiration"].as_u64().unwrap().try_into().unwrap();
    let prefix = prefix(text(vector, "ak"), text(vector, "timestamp"), expiration);
    let key = signing_key(text(vector, "sk"), &prefix);
    assert_eq!(key.as_str(), text(vector, "signing_key"), "{name}");
    for set in [STRICT, LENIENT] {
        let canonical = Canonical::of(&request(vector, set), signed);
        assert_eq!(canonical.text, text(vector, "canonical_request"), "{name}");
        let authorization = authorization(&prefix, &key, &canonical);
        assert_eq!(authorization, text(vector, "authorization"), "{name}");
    }
}

#[test]
fn every_vector_is_reproduced() {
    let vectors: Value =
        serde_json::from_str(include_str!("../data/signing-vectors.json")).unwrap();
    for (set, count) in [("vectors", 16), ("traps", 2), ("docs_vectors", 2)] {
        let vectors = vectors[set].as_array().unwrap();
        assert_eq!(vectors.len(), count, "{set}");
        vectors.iter().for_each(check);
    }
}

#[test]
fn a_path_and_a_query_may_be_missing() {
    let mut request = Request::new(());
    for (uri, text) in [
        ("https://bcc.example.com", "GET\n/\n\n"),
        ("https://bcc.example.com?b&&a=", "GET\n/\na=&b=\n"),
        ("/%ff%7E?%41uthorization=1", "GET\n/%FF~\n\n"),
    ] {
        *request.uri_mut() = uri.parse().unwrap();
        assert_eq!(Canonical::of(&request, SignedHeaders::Default).text, text);
    }
}

#[test]
fn repeated_headers_and_those_out_of_order_are_sorted() {
    let mut request = Request::new(());
    for (name, value) in [("x-bce-a", "2"), ("x-bce-a-b", "3"), ("x-bce-a", "1"), ("host", "é")] {
        request.headers_mut().append(name, HeaderValue::from_str(value).unwrap());
    }
    let signed = SignedHeaders::Listed(&["host", "x-bce-a", "x-bce-a-b"]);
    let canonical = Canonical::of(&request, signed);
    // By lines, where `-` is before `:`; by names, where a name is before the longer one.
    assert_eq!(canonical.text, "GET\n/\n\nx-bce-a-b:3\nx-bce-a:1\nx-bce-a:2");
    assert_eq!(canonical.names, "x-bce-a;x-bce-a;x-bce-a-b");
}
