//! The signature of `bce-auth-v1`, by vectors.

use std::borrow::Cow;

use client_runtime::bce_sign::{Message, SignedHeaders, authorization, prefix, signing_key};
use serde_json::Value;

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

fn check(vector: &Value) {
    let name = text(vector, "name");
    let message = Message {
        method: text(vector, "method"),
        path: Cow::Borrowed(text(vector, "path")),
        query: pairs(&vector["params"])
            .into_iter()
            .map(|(name, value)| (Cow::Borrowed(name), Cow::Borrowed(value)))
            .collect(),
        headers: pairs(&vector["headers"]),
    };
    let names: Option<Vec<&str>> = vector["headers_to_sign"]
        .as_array()
        .map(|names| names.iter().map(|name| name.as_str().unwrap()).collect());
    let signed = match &names {
        None => SignedHeaders::Default,
        Some(names) => SignedHeaders::Listed(names),
    };
    let expiration = vector["expiration"].as_u64().unwrap().try_into().unwrap();
    let prefix = prefix(text(vector, "ak"), text(vector, "timestamp"), expiration);
    let secret = text(vector, "sk");

    let canonical_request = message.canonical_request(signed);
    assert_eq!(canonical_request, text(vector, "canonical_request"), "{name}");
    assert_eq!(signing_key(secret, &prefix).as_str(), text(vector, "signing_key"), "{name}");
    assert_eq!(
        authorization(&prefix, secret, &message, signed),
        text(vector, "authorization"),
        "{name}"
    );
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
fn an_empty_path_is_the_root() {
    let message =
        Message { method: "GET", path: Cow::Borrowed(""), query: Vec::new(), headers: Vec::new() };
    assert_eq!(message.canonical_request(SignedHeaders::Default), "GET\n/\n\n");
}
