//! Passwords in a body.

use bytes::Bytes;
use client_runtime::bce_credentials::Credentials;
use client_runtime::bce_encrypt::encrypt;
use client_runtime::bce_verify::verify;
use client_runtime::{Authorize, BoxFuture, ErrorKind, Result, Secret};
use http::Request;
use std::time::SystemTime;

use super::service::{CREATE, SECRET, builder, credentials, ok, replies_to, send};

#[test]
fn the_output_is_that_of_the_official_sdk() {
    let long = "3274f77c4616b43e602a6c5dbd93804f2dcac8891a91f128d6384774118c0a1e";
    let full_block = "3fd0f8c68d25859dda056e554057a0eb8e6c64e3a05fc66b62cb143dd80e4067";
    for (plain, hex) in [
        ("Test@123", "fdf24f1788519829ada07d34e8b82c84"),
        ("0123456789abcdef", full_block),
        ("Adm1n!Pass$2024xyz", long),
    ] {
        assert_eq!(encrypt(plain, SECRET).unwrap(), hex);
    }
}

#[test]
fn a_password_that_is_not_ascii_is_padded_by_bytes() {
    // 7 characters, 17 bytes: two blocks.
    assert_eq!(encrypt("密码密码密a1", SECRET).unwrap().len(), 64);
}

#[test]
fn a_secret_key_that_is_too_short_is_refused() {
    let error = encrypt("Test@123", "fifteen bytes..").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Authorization);
    assert!(!format!("{error} {error:?}").contains("Test@123"));
}

#[tokio::test]
async fn a_secret_member_goes_over_the_wire_encrypted_and_the_body_is_signed_as_sent() {
    for (name, expected) in [
        (Some("web"), r#"{"name":"web","adminPass":"fdf24f1788519829ada07d34e8b82c84"}"#),
        (None, r#"{"adminPass":"fdf24f1788519829ada07d34e8b82c84"}"#),
    ] {
        let mock = replies_to(&CREATE, "/v2/image", [ok()]);
        let client = builder().transport(mock.clone()).build().unwrap();
        let mut call = client.call(&CREATE).encrypted_field("adminPass", &Secret::from("Test@123"));
        if let Some(name) = name {
            call = call.body_field("name", name);
        }
        assert!(!format!("{call:?}").contains("Test@123"));
        send(call).await.unwrap();

        let request = &mock.requests()[0];
        assert_eq!(request.body(), expected);
        assert_eq!(verify(request, &credentials(), SystemTime::now()), Ok(()));
    }
}

#[tokio::test]
async fn the_key_is_that_of_the_credentials_the_request_is_signed_with() {
    let mock = replies_to(&CREATE, "/v2/image", [ok()]);
    let other = Credentials::new("other", "ffeeddccbbaa99887766554433221100");
    let client = builder().credentials(other).transport(mock.clone()).build().unwrap();
    let call = client.call(&CREATE).encrypted_field("adminPass", &Secret::from("Test@123"));
    send(call).await.unwrap();
    let hex = encrypt("Test@123", "ffeeddccbbaa99887766554433221100").unwrap();
    assert_eq!(mock.requests()[0].body(), format!(r#"{{"adminPass":"{hex}"}}"#).as_str());
}

/// An authorizer that knows nothing of secrets.
#[derive(Debug)]
struct Careless;

impl Authorize for Careless {
    fn authorize<'a>(
        &'a self,
        _: &'a mut Request<Bytes>,
        _: SystemTime,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { Ok(()) })
    }
}

#[tokio::test]
async fn a_secret_that_nobody_encrypts_is_not_sent() {
    let mock = replies_to(&CREATE, "/v2/image", [ok()]);
    let client = builder().authorizer(Careless).transport(mock.clone()).build().unwrap();
    let call = client.call(&CREATE).encrypted_field("adminPass", &Secret::from("Test@123"));
    let error = send(call).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Authorization);
    assert!(mock.requests().is_empty());
    assert!(!format!("{error} {error:?}").contains("Test@123"));
}
