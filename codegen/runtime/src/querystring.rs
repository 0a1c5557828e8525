//! Values that are the whole query of a request.

use serde::Serialize;

use super::call::Call;
use super::encode::component;
use super::json_write;
use super::scalar::Scalar;
use super::styles::{QueryStyle, in_query};

impl Call {
    /// The whole query: a text, which is percent-encoded.
    #[must_use]
    pub fn querystring(mut self, value: &(impl Scalar + ?Sized)) -> Self {
        // What has no name stands alone.
        self.query = vec![("".into(), component(&value.text()))];
        self
    }

    /// The whole query: JSON, percent-encoded.
    #[must_use]
    pub fn querystring_json(mut self, value: &(impl Serialize + ?Sized)) -> Self {
        match json_write::to_string(value) {
            Ok(text) => self.query = vec![("".into(), component(&text))],
            Err(error) => self.reject(format!("the query cannot be written: {error}")),
        }
        self
    }

    /// The whole query, as a form. `value` is an object: each member is a field, in the style that
    /// `styles` has for its name, else as [`Fields`](QueryStyle::Fields).
    #[must_use]
    pub fn querystring_form(
        mut self,
        styles: &[(&str, QueryStyle, bool)],
        value: &(impl Serialize + ?Sized),
    ) -> Self {
        self.query.clear();
        for (name, value) in self.members(value) {
            let given = styles.iter().find(|(known, ..)| *known == name);
            let (_, style, explode) = *given.unwrap_or(&("", QueryStyle::Fields, true));
            self.query.extend(in_query(name, style, explode, &value));
        }
        self
    }
}
