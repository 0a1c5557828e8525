//! Forms and bodies in parts: fields that are lists or objects, and those that only the caller knows.

use percent_encoding::percent_decode_str;
use serde::Serialize;
use serde_json::{Map, Value};

use super::body::Body;
use super::call::Call;
use super::json_write;
use super::multipart::Part;
use super::styles::{QueryStyle, in_query, text};

impl Call {
    /// A field of a form as the body that is a list or an object; replaces earlier values of that
    /// name.
    #[must_use]
    pub fn form_value(
        mut self,
        name: &'static str,
        style: QueryStyle,
        explode: bool,
        value: &(impl Serialize + ?Sized),
    ) -> Self {
        if let Some(value) = self.json_value(name, value) {
            self.body.set_form_members(name, in_query(name, style, explode, &value));
        }
        self
    }

    /// A field of a form as the body that holds JSON; replaces earlier values of that name.
    #[must_use]
    pub fn form_json(self, name: &'static str, value: &(impl Serialize + ?Sized)) -> Self {
        self.form_value(name, QueryStyle::Json, false, value)
    }

    /// What a list or an object is in a form, each field as a part of a body in parts.
    #[must_use]
    pub fn part_value(
        mut self,
        name: &'static str,
        style: QueryStyle,
        explode: bool,
        value: &(impl Serialize + ?Sized),
    ) -> Self {
        let value = self.json_value(name, value);
        let fields = value.map(|value| in_query(name, style, explode, &value)).unwrap_or_default();
        fields.into_iter().fold(self, |call, (name, text)| {
            // Nothing is percent-encoded in a part.
            let text = percent_decode_str(&text).decode_utf8_lossy();
            call.part(Part::text(name, None, text))
        })
    }

    /// The whole body, as a form (`application/x-www-form-urlencoded`). `value` is an object: each
    /// member is a field, in the style that `styles` has for its name, else as
    /// [`Fields`](QueryStyle::Fields).
    #[must_use]
    pub fn form(
        mut self,
        styles: &[(&str, QueryStyle, bool)],
        value: &(impl Serialize + ?Sized),
    ) -> Self {
        let mut pairs = Vec::new();
        for (name, value) in self.members(value) {
            let given = styles.iter().find(|(known, ..)| *known == name);
            let given = given.map(|(_, style, explode)| (*style, *explode));
            let (style, explode) = given.unwrap_or((QueryStyle::Fields, true));
            pairs.extend(in_query(name, style, explode, &value));
        }
        self.body = Body::Form(pairs);
        self
    }

    /// The whole body, in parts (`multipart/form-data`). `value` is an object: each member is a
    /// part, and so is each value of a list; of the type that `types` has for its name, else as JSON
    /// where it is an object.
    #[must_use]
    pub fn multipart(mut self, types: &[(&str, &str)], value: &(impl Serialize + ?Sized)) -> Self {
        let members = self.members(value);
        self.body = Body::Parts(Vec::new());
        members.into_iter().fold(self, |call, (name, value)| {
            let given = types.iter().find(|(known, _)| *known == name);
            let content_type = given.map(|(_, content_type)| *content_type);
            match value {
                Value::Array(values) if content_type.is_none_or(|it| !it.contains("json")) => {
                    let parts = values.iter().map(|value| part(&name, content_type, value));
                    parts.fold(call, Call::part)
                }
                value => call.part(part(&name, content_type, &value)),
            }
        })
    }

    /// A value as JSON has it; the call fails where it cannot be written.
    pub(super) fn json_value(
        &mut self,
        name: &str,
        value: &(impl Serialize + ?Sized),
    ) -> Option<Value> {
        match json_write::to_value(value) {
            Ok(value) => Some(value),
            Err(error) => {
                self.reject(format!("`{name}` cannot be written: {error}"));
                None
            }
        }
    }

    /// The members of an object; the call fails where it is none.
    pub(super) fn members(&mut self, value: &(impl Serialize + ?Sized)) -> Map<String, Value> {
        match self.json_value("body", value) {
            Some(Value::Object(members)) => members,
            Some(_) => {
                self.reject("only an object has fields that can be sent as a form".to_owned());
                Map::new()
            }
            None => Map::new(),
        }
    }
}

fn part(name: &str, content_type: Option<&str>, value: &Value) -> Part {
    match value {
        Value::Array(_) | Value::Object(_) => {
            Part::json(name, content_type.unwrap_or("application/json"), value)
        }
        scalar => Part::text(name, content_type, text(scalar)),
    }
}
