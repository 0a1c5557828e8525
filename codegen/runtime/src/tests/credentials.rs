//! Credentials from the environment.

use std::env::VarError;
use std::ffi::OsString;

use crate::ErrorKind;
use crate::bce_credentials::Credentials;
use crate::error::Result;

fn from(variables: &[(&str, &str)]) -> Result<Credentials> {
    Credentials::from_variables(|name| {
        let found = variables.iter().find(|(given, _)| *given == name);
        found.map(|(_, value)| (*value).to_owned()).ok_or(VarError::NotPresent)
    })
}

#[test]
fn the_session_token_is_optional() {
    let key = [("BCE_ACCESS_KEY_ID", "ak"), ("BCE_SECRET_ACCESS_KEY", "sk")];
    let credentials = from(&key).unwrap();
    assert_eq!(credentials.access_key_id(), "ak");
    assert_eq!(credentials.secret_access_key(), "sk");
    assert_eq!(credentials.session_token(), None);

    for (token, expected) in [("", None), ("token", Some("token"))] {
        let credentials = from(&[key[0], key[1], ("BCE_SESSION_TOKEN", token)]).unwrap();
        assert_eq!(credentials.session_token(), expected);
    }
}

#[test]
fn a_missing_or_empty_variable_is_named() {
    let cases: [(&[(&str, &str)], &str); 3] = [
        (&[], "the environment variable `BCE_ACCESS_KEY_ID` is not set"),
        (&[("BCE_ACCESS_KEY_ID", "")], "the environment variable `BCE_ACCESS_KEY_ID` is empty"),
        (
            &[("BCE_ACCESS_KEY_ID", "ak")],
            "the environment variable `BCE_SECRET_ACCESS_KEY` is not set",
        ),
    ];
    for (variables, expected) in cases {
        let error = from(variables).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn a_variable_that_is_not_text_is_named_but_not_shown() {
    let error =
        Credentials::from_variables(|_| Err(VarError::NotUnicode(OsString::from("the secret"))))
            .unwrap_err();
    assert_eq!(format!("{error} {error:?}").matches("secret").count(), 0, "{error:?}");
    assert!(error.to_string().ends_with("`BCE_ACCESS_KEY_ID` is not UTF-8"));
}
