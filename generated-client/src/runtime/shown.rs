// @generated: part of the runtime that the generator copies. Do not edit.

//! What is shown of a request: nothing that may be a secret.

use super::request::{Draft, push_path, push_query};
pub(super) use super::secret::REDACTED;

impl Draft {
    /// The URL without what authorizes the request, and with [`REDACTED`] for each value that may be
    /// a secret. A path with such a value is that of the description. `hides` is asked for the names
    /// of parameters that the description does not have.
    pub(super) fn shown_url(&self, hides: impl Fn(&str) -> bool) -> String {
        let (call, endpoint) = (&self.call, self.endpoint());
        let mut text = endpoint.path.clone();
        let template = call.operation.path;
        if let Some(raw) = &call.raw {
            push_raw(&mut text, &raw.path, &hides);
        } else if call.hidden.path || push_path(&mut text, template, &call.path).is_err() {
            text.truncate(endpoint.path.len());
            text.push_str(template);
        }
        let added = self.options.query_pairs();
        let is_added =
            |name: &str| call.raw.is_some() || added.iter().any(|(given, _)| given == name);
        let shown = call.query.iter().map(|(name, value)| {
            match call.hidden.query.contains(name) || is_added(name) && hides(name) {
                true => (name.as_ref(), REDACTED),
                false => (name.as_ref(), value.as_str()),
            }
        });
        push_query(&mut text, shown);
        endpoint.url(&text)
    }
}

/// Appends a path, and the query that may follow it.
fn push_raw(out: &mut String, path: &str, hides: impl Fn(&str) -> bool) {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    out.push_str(path);
    for (index, pair) in query.split('&').enumerate().filter(|(_, pair)| !pair.is_empty()) {
        out.push(if index == 0 { '?' } else { '&' });
        match pair.split_once('=') {
            Some((name, _)) if hides(name) => out.extend([name, "=", REDACTED]),
            _ => out.push_str(pair),
        }
    }
}

/// Whether a name says that its value is a secret.
pub(super) fn is_secret_name(name: &str) -> bool {
    const WHOLE: [&str; 5] = ["key", "pass", "pwd", "sig", "sk"];
    const PARTS: [&str; 9] = [
        "accesskey",
        "apikey",
        "auth",
        "cookie",
        "credential",
        "passw",
        "secret",
        "signature",
        "token",
    ];
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    let name: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
    WHOLE.contains(&name.as_str()) || PARTS.iter().any(|part| name.contains(part))
}
