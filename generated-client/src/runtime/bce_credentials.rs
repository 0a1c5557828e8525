// @generated: part of the runtime that the generator copies. Do not edit.

//! Access keys of Baidu AI Cloud.

use std::env::{self, VarError};
use std::fmt::{self, Debug};
use std::sync::Arc;

use zeroize::Zeroizing;

use super::error::{Error, ErrorKind, Result};
use super::transport::BoxFuture;

const ACCESS_KEY_ID: &str = "BCE_ACCESS_KEY_ID";
const SECRET_ACCESS_KEY: &str = "BCE_SECRET_ACCESS_KEY";
const SESSION_TOKEN: &str = "BCE_SESSION_TOKEN";

/// An access key, and a session token if the key is a temporary one.
///
/// The secret parts are wiped from memory when the last clone is dropped, and not shown by `Debug`.
#[derive(Clone)]
pub struct Credentials(Arc<CredentialsInner>);

#[derive(Clone)]
struct CredentialsInner {
    access_key_id: String,
    secret_access_key: Zeroizing<String>,
    session_token: Option<Zeroizing<String>>,
}

impl Credentials {
    /// An access key: its identifier (AK) and its secret (SK).
    pub fn new(access_key_id: impl Into<String>, secret_access_key: impl Into<String>) -> Self {
        Self(Arc::new(CredentialsInner {
            access_key_id: access_key_id.into(),
            secret_access_key: Zeroizing::new(secret_access_key.into()),
            session_token: None,
        }))
    }

    /// The same with the session token that belongs to a temporary key of the security token
    /// service (STS).
    #[must_use]
    pub fn with_session_token(mut self, session_token: impl Into<String>) -> Self {
        Arc::make_mut(&mut self.0).session_token = Some(Zeroizing::new(session_token.into()));
        self
    }

    /// Credentials from the environment: `BCE_ACCESS_KEY_ID`, `BCE_SECRET_ACCESS_KEY` and, if set
    /// and not empty, `BCE_SESSION_TOKEN`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`] if one of the first two is missing or empty, or one is not
    /// UTF-8; the message names it.
    pub fn from_env() -> Result<Self> {
        Self::from_variables(|name| env::var(name))
    }

    /// Credentials from an environment that is asked for its variables.
    pub(super) fn from_variables(
        variable: impl Fn(&str) -> std::result::Result<String, VarError>,
    ) -> Result<Self> {
        let required = |name| match variable(name) {
            Ok(value) if value.is_empty() => Err(configuration(name, "is empty")),
            Ok(value) => Ok(value),
            Err(error) => Err(unreadable(name, &error)),
        };
        let credentials = Self::new(required(ACCESS_KEY_ID)?, required(SECRET_ACCESS_KEY)?);
        match variable(SESSION_TOKEN) {
            Ok(token) if token.is_empty() => Ok(credentials),
            Ok(token) => Ok(credentials.with_session_token(token)),
            Err(VarError::NotPresent) => Ok(credentials),
            Err(error) => Err(unreadable(SESSION_TOKEN, &error)),
        }
    }

    /// The identifier of the access key, which is not a secret.
    pub fn access_key_id(&self) -> &str {
        &self.0.access_key_id
    }

    pub(super) fn secret_access_key(&self) -> &str {
        &self.0.secret_access_key
    }

    /// Whether the other is a clone of this.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    pub(super) fn session_token(&self) -> Option<&str> {
        self.0.session_token.as_ref().map(|token| token.as_str())
    }
}

impl Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("access_key_id", &self.0.access_key_id)
            .finish_non_exhaustive()
    }
}

/// A source of credentials, asked before every attempt: the place for temporary keys that have to
/// be renewed.
///
/// `Debug` must not show secrets: the `Debug` of a client includes it.
pub trait ProvideCredentials: Debug + Send + Sync + 'static {
    /// The credentials to use now.
    ///
    /// # Errors
    ///
    /// When there are none; the call then fails with this error.
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials>>;
}

impl ProvideCredentials for Credentials {
    fn credentials(&self) -> BoxFuture<'_, Result<Credentials>> {
        Box::pin(async { Ok(self.clone()) })
    }
}

/// Without the cause, which shows the value.
fn unreadable(name: &str, error: &VarError) -> Error {
    match error {
        VarError::NotPresent => configuration(name, "is not set"),
        VarError::NotUnicode(_) => configuration(name, "is not UTF-8"),
    }
}

fn configuration(name: &str, problem: &str) -> Error {
    let message = format!("the environment variable `{name}` {problem}");
    Error::new(ErrorKind::Configuration, message)
}
