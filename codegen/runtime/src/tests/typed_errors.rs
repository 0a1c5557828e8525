//! Bodies of errors by status.

use bytes::Bytes;

use super::json::Image;
use crate::typed_errors::typed_errors;
use crate::{Error, ErrorKind};

struct OneType;

typed_errors!(OneType => Image, 404 | 500..=599);

struct EveryStatus;

typed_errors!(EveryStatus => Image, _);

struct SeveralTypes;

#[derive(Debug, PartialEq)]
enum SeveralTypesError {
    Missing(Vec<u8>),
    Other(Image),
}

typed_errors! {
    SeveralTypes => SeveralTypesError {
        404 => Missing,
        _ => Other,
    }
}

fn error(kind: ErrorKind, status: u16, body: &'static str) -> Error {
    let mut response = http::Response::new(Bytes::from(body));
    *response.status_mut() = http::StatusCode::from_u16(status).unwrap();
    Error::new(kind, "no").with_response(response)
}

#[test]
fn one_type_is_for_its_statuses() {
    for (status, is_typed) in [(403, false), (404, true), (499, false), (500, true), (599, true)] {
        let error = error(ErrorKind::Service, status, r#"{"id":"m-1","type":"a","tags":[]}"#);
        let id = error.body_of::<OneType>().map(|image| image.id);
        assert_eq!(id.as_deref(), is_typed.then_some("m-1"), "{status}");
        assert!(error.body_of::<EveryStatus>().is_some());
    }
}

#[test]
fn several_types_are_told_apart_by_status() {
    let missing = error(ErrorKind::Service, 404, "[1]");
    let expected = SeveralTypesError::Missing(vec![1]);
    assert_eq!(missing.body_of::<SeveralTypes>(), Some(expected));
    let other = error(ErrorKind::Service, 500, r#"{"id":"","type":"","tags":[]}"#);
    let expected = SeveralTypesError::Other(Image::default());
    assert_eq!(other.body_of::<SeveralTypes>(), Some(expected));
}

#[test]
fn a_body_that_lacks_something_has_a_type_if_the_client_is_lenient() {
    let body = |body: &'static str, lenient: bool| {
        error(ErrorKind::Service, 404, body).lenient_if(lenient).body_of::<EveryStatus>()
    };
    let lacking = r#"{"id":"m-1"}"#;
    assert_eq!(body(lacking, false), None);
    assert_eq!(body(lacking, true).map(|image| image.id).as_deref(), Some("m-1"));
    for foreign in ["{}", r#"{"error":"nope"}"#, "", r#"{"id":null}"#] {
        assert_eq!(body(foreign, true), None, "{foreign}");
    }
}

#[test]
fn a_body_of_another_kind_has_no_type() {
    assert!(error(ErrorKind::Service, 404, "[{}]").body_of::<SeveralTypes>().is_none());
    assert!(error(ErrorKind::Service, 404, "gone").body_of::<EveryStatus>().is_none());
    assert!(error(ErrorKind::Decode, 200, "{}").body_of::<EveryStatus>().is_none());
    assert!(Error::new(ErrorKind::Connect, "no").body_of::<EveryStatus>().is_none());
}
