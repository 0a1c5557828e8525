//! What is shown of a request: nothing that may be a secret.

use super::request::{Draft, push_path, push_query};

/// What stands in the place of a secret.
pub(super) const REDACTED: &str = "REDACTED";

impl Draft {
    /// The URL without what authorizes the request, and with [`REDACTED`] for each value that may be
    /// a secret. A path with such a value is that of the description.
    pub(super) fn shown_url(&self) -> String {
        let (call, endpoint) = (&self.call, self.endpoint());
        let mut text = endpoint.path.clone();
        let template = call.operation.path;
        if call.hidden.path || push_path(&mut text, template, &call.path).is_err() {
            text.truncate(endpoint.path.len());
            text.push_str(template);
        }
        let shown = call.query.iter().map(|(name, value)| match call.hidden.query.contains(name) {
            true => (name.as_ref(), REDACTED),
            false => (name.as_ref(), value.as_str()),
        });
        push_query(&mut text, shown);
        endpoint.url(&text)
    }
}
