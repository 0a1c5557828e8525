// @generated: part of the runtime that the generator copies. Do not edit.

//! Requests that are looked at before they are sent.

use std::fmt::{self, Write};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method};
use serde_json::Value;

use super::call::Call;
use super::error::Result;
use super::extras;
use super::request::Draft;
use super::secret::{self, SecretMembers};
use super::send_as::SendAs;
use super::shown::{REDACTED, is_secret_name};

/// Shows a request before it is sent. Every request has this method.
pub trait Inspect: SendAs {
    /// The request as it would go over the wire, but for its authorization and its secrets: in place
    /// of each stands `REDACTED`. Nothing is sent.
    ///
    /// What the description calls a secret is one, and of headers and of what a caller adds, values
    /// whose names say so, such as `x-auth-token`. [`Intercept`](super::intercept::Intercept) sees
    /// requests with their authorization.
    ///
    /// # Errors
    ///
    /// If the request cannot be written.
    fn preview(self) -> Result<Preview> {
        let call = secret::redacted(|| self.into_call());
        let operation = call.operation.id;
        Preview::of(call).map_err(|error| error.for_operation(operation))
    }
}

impl<R: SendAs> Inspect for R {}

/// A request without its secrets. `Display` is a command line for `curl`.
#[derive(Clone, Debug)]
pub struct Preview {
    method: Method,
    url: String,
    headers: HeaderMap,
    body: Bytes,
}

impl Preview {
    fn of(call: Call) -> Result<Self> {
        let is_raw = call.raw.is_some();
        let draft = Draft::new(call)?;
        let added = draft.options.members().iter().map(|(name, _)| name);
        let mut secrets: Vec<String> = added.filter(|name| is_secret_name(name)).cloned().collect();
        let (mut head, mut body) = draft.request()?.into_parts();
        if let Some(members) = head.extensions.get::<SecretMembers>() {
            secrets.extend(members.0.iter().map(|(name, _)| (*name).to_owned()));
        }
        if !secrets.is_empty() {
            let secrets: Vec<_> =
                secrets.into_iter().map(|name| (name, Value::from(REDACTED))).collect();
            body = extras::with_members(&body, &secrets)?;
        }
        if is_raw
            && let Ok(mut value) = serde_json::from_slice(&body)
            && redact(&mut value) > 0
        {
            body = Bytes::from(value.to_string());
        }
        for (name, value) in &mut head.headers {
            if value.is_sensitive() || is_secret_name(name.as_str()) {
                *value = HeaderValue::from_static(REDACTED);
            }
        }
        let url = draft.shown_url(is_secret_name);
        Ok(Self { method: head.method, url, headers: head.headers, body })
    }

    /// The HTTP method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The headers, without those that authorize the request.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body, empty if there is none.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// A command line for `curl`. A body that is not text is to be read from a file `body`.
    pub fn curl(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Preview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "curl -X {} {}", self.method, Quoted(&self.url))?;
        for (name, value) in &self.headers {
            // `curl` sets it by the URL.
            if name != http::header::HOST {
                let value = String::from_utf8_lossy(value.as_bytes());
                write!(f, " \\\n  -H {}", Quoted(&format!("{name}: {value}")))?;
            }
        }
        match std::str::from_utf8(&self.body) {
            Ok("") => Ok(()),
            Ok(text) if !text.contains('\0') => write!(f, " \\\n  --data-raw {}", Quoted(text)),
            _ => f.write_str(" \\\n  --data-binary @body"),
        }
    }
}

/// A text as one word of a shell.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('\'')?;
        f.write_str(&self.0.replace('\'', r"'\''"))?;
        f.write_char('\'')
    }
}

/// Puts [`REDACTED`] in the place of members whose names say that they are secrets; how many there
/// are.
fn redact(value: &mut Value) -> usize {
    match value {
        Value::Object(members) => members.iter_mut().map(redact_member).sum(),
        Value::Array(values) => values.iter_mut().map(redact).sum(),
        _ => 0,
    }
}

fn redact_member((name, value): (&String, &mut Value)) -> usize {
    if is_secret_name(name) {
        *value = Value::from(REDACTED);
        return 1;
    }
    redact(value)
}
