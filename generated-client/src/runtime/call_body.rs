// @generated: part of the runtime that the generator copies. Do not edit.

//! What a call has as its body: JSON, bytes, a text, a form or parts.
//!
//! What is recorded in one of these forms replaces what was recorded in another.

use bytes::Bytes;
use http::HeaderValue;
use serde::Serialize;

use super::body::{Body, Field};
use super::call::{Call, joined};
use super::content::Content;
use super::encode::component;
use super::json_write;
use super::multipart::{Part, PartHeaders};
use super::scalar::Scalar;
use super::secret::Secret;
use super::upload::Upload;

impl Call {
    /// The whole body, as JSON.
    #[must_use]
    pub fn body(mut self, value: &(impl Serialize + ?Sized)) -> Self {
        match json_write::to_string(value) {
            Ok(text) => self.body = Body::Json(Bytes::from(text)),
            Err(error) => self.reject(format!("the body cannot be written as JSON: {error}")),
        }
        self
    }

    /// A JSON object as the body, even if no member of it is ever recorded.
    #[must_use]
    pub fn body_object(mut self) -> Self {
        self.body.make_object();
        self
    }

    /// One member of a JSON object as the body; replaces an earlier value of that name.
    #[must_use]
    pub fn body_field(mut self, name: &'static str, value: &(impl Serialize + ?Sized)) -> Self {
        match json_write::to_string(value) {
            Ok(text) => self.body.set_field(name, Field::Json(text)),
            Err(error) => self.reject(format!("`{name}` cannot be written as JSON: {error}")),
        }
        self
    }

    /// One member of a JSON object as the body, which the authorizer encrypts; replaces an earlier
    /// value of that name.
    #[must_use]
    pub fn encrypted_field(mut self, name: &'static str, value: &Secret) -> Self {
        self.body.set_field(name, Field::Secret(value.clone()));
        self
    }

    /// The whole body: bytes of this type.
    #[must_use]
    pub fn bytes(mut self, content_type: &str, body: &Upload) -> Self {
        match HeaderValue::from_str(content_type) {
            Ok(content_type) => self.body = Body::Whole(Content::new(content_type, body.clone())),
            Err(_) => self.reject("the content type is not allowed by HTTP".to_owned()),
        }
        self
    }

    /// The media type of the body, in place of that of the operation.
    #[must_use]
    pub fn content_type(self, media_type: &str) -> Self {
        self.header("content-type", media_type)
    }

    /// The whole body: a text of this type. It is sent in UTF-8, and a content type that is to say
    /// so says it itself: `text/plain; charset=utf-8`.
    #[must_use]
    pub fn text(self, content_type: &str, body: &str) -> Self {
        self.bytes(content_type, &Upload::from(body.to_owned()))
    }

    /// A field of a form (`application/x-www-form-urlencoded`) as the body; replaces earlier values
    /// of that name. A space goes over the wire as `%20`.
    #[must_use]
    pub fn form_field(mut self, name: &'static str, value: &(impl Scalar + ?Sized)) -> Self {
        self.body.set_form_field(name, [component(&value.text())]);
        self
    }

    /// A field of a form as the body that is repeated for each value; replaces earlier values of
    /// that name.
    #[must_use]
    pub fn form_list(mut self, name: &'static str, values: &[impl Scalar]) -> Self {
        self.body.set_form_field(name, values.iter().map(|value| component(&value.text())));
        self
    }

    /// A field of a form as the body whose values are joined by `separator`, which goes over the wire
    /// as it is; replaces earlier values of that name. No values are no field.
    #[must_use]
    pub fn form_joined(
        mut self,
        name: &'static str,
        separator: &str,
        values: &[impl Scalar],
    ) -> Self {
        self.body.set_form_field(name, joined(separator, values));
        self
    }

    /// A part of a body in parts (`multipart/form-data`): a text, of this type or of none.
    #[must_use]
    pub fn text_part(
        self,
        name: &'static str,
        content_type: Option<&str>,
        value: &(impl Scalar + ?Sized),
    ) -> Self {
        self.part(Part::text(name, content_type, value.text()))
    }

    /// Parts of a body in parts, one for each value of a list.
    #[must_use]
    pub fn text_parts(
        self,
        name: &'static str,
        content_type: Option<&str>,
        values: &[impl Scalar],
    ) -> Self {
        values.iter().fold(self, |call, value| call.text_part(name, content_type, value))
    }

    /// A part of a body in parts: a value as JSON, of this type.
    #[must_use]
    pub fn json_part(
        self,
        name: &'static str,
        content_type: &str,
        value: &(impl Serialize + ?Sized),
    ) -> Self {
        self.part(Part::json(name, content_type, value))
    }

    /// Parts of a body in parts: each value of a list as JSON, of this type.
    #[must_use]
    pub fn json_parts(
        self,
        name: &'static str,
        content_type: &str,
        values: &[impl Serialize],
    ) -> Self {
        values.iter().fold(self, |call, value| call.json_part(name, content_type, value))
    }

    /// Headers that parts of the body have which are recorded after this.
    #[must_use]
    pub fn part_headers(mut self, headers: PartHeaders) -> Self {
        self.part_headers = headers;
        self
    }

    /// A body in parts of this type, to which parts are added. Without any there is no body.
    #[must_use]
    pub fn parts_of(mut self, media_type: &'static str) -> Self {
        self.body = Body::PartsOf(media_type, Vec::new());
        self
    }

    /// Adds a part to a body in parts, beside earlier ones of its name.
    #[must_use]
    pub fn part(mut self, part: Part) -> Self {
        let part = part.with_headers(self.part_headers);
        match part.problem() {
            None => self.body.add_part(part),
            Some(problem) => self.reject(problem),
        }
        self
    }
}
