//! Bodies that are one JSON value after the other.

use serde::Serialize;

use super::call::Call;
use super::json_write;

impl Call {
    /// The whole body: JSON values of this type, each on a line (`application/jsonl`,
    /// `application/x-ndjson`).
    #[must_use]
    pub fn json_lines(self, content_type: &str, values: &[impl Serialize]) -> Self {
        self.json_values("", content_type, values)
    }

    /// The whole body: JSON values of this type, each behind a record separator
    /// (`application/json-seq`, RFC 7464).
    #[must_use]
    pub fn json_sequence(self, content_type: &str, values: &[impl Serialize]) -> Self {
        self.json_values("\u{1e}", content_type, values)
    }

    fn json_values(mut self, before: &str, content_type: &str, values: &[impl Serialize]) -> Self {
        let mut text = String::new();
        for (index, value) in values.iter().enumerate() {
            match json_write::to_string(value) {
                Ok(value) => text.extend([before, &value, "\n"]),
                Err(error) => {
                    let message = format!("value {index} of the body cannot be written: {error}");
                    self.reject(message);
                    return self;
                }
            }
        }
        self.text(content_type, &text)
    }
}
