// @generated: part of the runtime that the generator copies. Do not edit.

//! Encryption of passwords in a body, under the secret access key.
//!
//! The key is the first 16 bytes of the secret access key, the cipher AES-128 in ECB mode with
//! PKCS #7 padding, the output lower-case hexadecimal, as in the official SDKs
//! (`aes128_encrypt_16char_key` of the one for Python).

use aes::Aes128;
use aes::cipher::{Array, BlockCipherEncrypt, KeyInit};
use bytes::Bytes;
use http::Request;
use serde_json::Value;

use super::bce_credentials::Credentials;
use super::encode::push_hex;
use super::error::{Error, ErrorKind, Result};
use super::secret::SecretMembers;

/// The size of a key and of a block in bytes.
const BLOCK: usize = 16;

/// Takes the secret members of a request and puts them into its body, which is a JSON object,
/// encrypted.
///
/// # Errors
///
/// [`ErrorKind::Authorization`] if there are any and the secret access key is shorter than the key
/// of the cipher.
pub fn encrypt_members(request: &mut Request<Bytes>, credentials: &Credentials) -> Result<()> {
    let Some(SecretMembers(members)) = request.extensions_mut().remove() else { return Ok(()) };
    let mut body = request.body().to_vec();
    for (name, secret) in members {
        let encrypted = encrypt(secret.expose(), credentials.secret_access_key())?;
        // Everything up to the closing brace.
        body.truncate(body.len().saturating_sub(1));
        let separator = if body.len() > 1 { "," } else { "" };
        let member = format!("{separator}{}:\"{encrypted}\"}}", Value::from(name));
        body.extend_from_slice(member.as_bytes());
    }
    *request.body_mut() = Bytes::from(body);
    Ok(())
}

/// `plain` encrypted under a secret access key.
///
/// # Errors
///
/// [`ErrorKind::Authorization`] if the secret access key has fewer than 16 bytes.
pub fn encrypt(plain: &str, secret_access_key: &str) -> Result<String> {
    let key = secret_access_key.as_bytes().get(..BLOCK).and_then(|key| Array::try_from(key).ok());
    let Some(key) = key else {
        let message = "the secret access key is too short to encrypt a password with";
        return Err(Error::new(ErrorKind::Authorization, message));
    };
    let cipher = Aes128::new(&key);
    let mut hex = String::new();
    let mut bytes = plain.as_bytes().to_vec();
    // The padding says its own length, so there is some even where none is needed.
    let padding = BLOCK - bytes.len() % BLOCK;
    bytes.resize(bytes.len() + padding, padding as u8);
    for chunk in bytes.chunks_exact(BLOCK) {
        let Ok(mut block) = Array::try_from(chunk) else { continue };
        cipher.encrypt_block(&mut block);
        push_hex(&mut hex, &block);
    }
    Ok(hex)
}
