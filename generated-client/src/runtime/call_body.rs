//! What a call has as its body: JSON, bytes, a text, a form or parts.
//!
//! What is set in one of these forms replaces what was set in another.

use std::fmt::Display;

use bytes::Bytes;
use http::HeaderValue;
use serde::Serialize;

use super::body::{Body, Content, Field};
use super::call::Call;
use super::multipart::Part;
use super::secret::Secret;

impl Call {
    /// The whole body, as JSON.
    #[must_use]
    pub fn body(mut self, value: &(impl Serialize + ?Sized)) -> Self {
        self.set_body(value);
        self
    }

    /// Sets the whole body, as JSON; replaces what there was.
    pub fn set_body(&mut self, value: &(impl Serialize + ?Sized)) {
        match serde_json::to_string(value) {
            Ok(text) => self.body = Body::Whole(Content::json(text)),
            Err(error) => self.reject(format!("the body cannot be written as JSON: {error}")),
        }
    }

    /// A required member of a JSON object as the body.
    #[must_use]
    pub fn body_field(mut self, name: &'static str, value: &(impl Serialize + ?Sized)) -> Self {
        self.set_body_field(name, value);
        self
    }

    /// A JSON object as the body, even if no member of it is ever set.
    #[must_use]
    pub fn body_object(mut self) -> Self {
        self.body.make_object();
        self
    }

    /// Sets one member of a JSON object as the body; replaces an earlier value of that name.
    pub fn set_body_field(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        match serde_json::to_string(value) {
            Ok(text) => self.body.set_field(name, Field::Json(text)),
            Err(error) => self.reject(format!("`{name}` cannot be written as JSON: {error}")),
        }
    }

    /// A required member of a JSON object as the body, encrypted before it is sent.
    #[must_use]
    pub fn encrypted_field(mut self, name: &'static str, value: Secret) -> Self {
        self.set_encrypted_field(name, value);
        self
    }

    /// Sets one member of a JSON object as the body, which the authorizer encrypts; replaces an
    /// earlier value of that name.
    pub fn set_encrypted_field(&mut self, name: &'static str, value: Secret) {
        self.body.set_field(name, Field::Secret(value));
    }

    /// The whole body: bytes of this type.
    #[must_use]
    pub fn bytes(mut self, content_type: &str, body: impl Into<Bytes>) -> Self {
        self.set_bytes(content_type, body);
        self
    }

    /// Sets the whole body: bytes of this type.
    pub fn set_bytes(&mut self, content_type: &str, body: impl Into<Bytes>) {
        match HeaderValue::from_str(content_type) {
            Ok(content_type) => {
                self.body = Body::Whole(Content { content_type, bytes: body.into() });
            }
            Err(_) => self.reject("the content type is not allowed by HTTP".to_owned()),
        }
    }

    /// The whole body: a text of this type.
    #[must_use]
    pub fn text(mut self, content_type: &str, body: impl Into<String>) -> Self {
        self.set_text(content_type, body);
        self
    }

    /// Sets the whole body: a text of this type. It is sent in UTF-8, and a content type that is to
    /// say so says it itself: `text/plain; charset=utf-8`.
    pub fn set_text(&mut self, content_type: &str, body: impl Into<String>) {
        self.set_bytes(content_type, body.into());
    }

    /// A required field of a form as the body.
    #[must_use]
    pub fn form_field(mut self, name: &'static str, value: impl Display) -> Self {
        self.set_form_field(name, value);
        self
    }

    /// Sets a field of a form (`application/x-www-form-urlencoded`) as the body; replaces earlier
    /// values of that name. A space goes over the wire as `%20`.
    pub fn set_form_field(&mut self, name: &'static str, value: impl Display) {
        self.set_form_field_all(name, [value]);
    }

    /// A required field of a form as the body that is repeated for each value.
    #[must_use]
    pub fn form_field_all(
        mut self,
        name: &'static str,
        values: impl IntoIterator<Item = impl Display>,
    ) -> Self {
        self.set_form_field_all(name, values);
        self
    }

    /// Sets a field of a form as the body that is repeated for each value; replaces earlier values
    /// of that name.
    pub fn set_form_field_all(
        &mut self,
        name: &'static str,
        values: impl IntoIterator<Item = impl Display>,
    ) {
        self.body.set_form_field(name, values);
    }

    /// A required part of a body in parts.
    #[must_use]
    pub fn part(mut self, part: Part) -> Self {
        self.set_part(part);
        self
    }

    /// Sets a part of a body in parts (`multipart/form-data`); replaces earlier ones of its name.
    pub fn set_part(&mut self, part: Part) {
        self.record_part(part, true);
    }

    /// Adds a part to a body in parts, beside earlier ones of its name.
    pub fn add_part(&mut self, part: Part) {
        self.record_part(part, false);
    }

    fn record_part(&mut self, part: Part, replace: bool) {
        match part.problem() {
            None => self.body.set_part(part, replace),
            Some(problem) => self.reject(problem),
        }
    }
}
