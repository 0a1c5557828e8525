//! Forms and bodies in parts whose fields are known to the caller only.

use serde::Serialize;
use serde_json::{Map, Value};

use super::body::Body;
use super::call::Call;
use super::multipart::Part;
use super::styles::{push_deep, text};

impl Call {
    /// The whole body, as a form (`application/x-www-form-urlencoded`). `value` is an object: each
    /// member is a field, `name[member]=1` one of its members.
    #[must_use]
    pub fn form(mut self, value: &(impl Serialize + ?Sized)) -> Self {
        let mut pairs = Vec::new();
        for (name, value) in self.members(value) {
            push_deep(&mut pairs, name, &value);
        }
        self.body = Body::Form(pairs);
        self
    }

    /// The whole body, in parts (`multipart/form-data`). `value` is an object: each member is a
    /// part, as JSON where it is a list or an object.
    #[must_use]
    pub fn multipart(mut self, value: &(impl Serialize + ?Sized)) -> Self {
        let members = self.members(value);
        self.body = Body::Parts(Vec::new());
        members.into_iter().fold(self, |call, (name, value)| {
            call.part(match value {
                Value::Array(_) | Value::Object(_) => Part::json(name, "application/json", &value),
                scalar => Part::text(name, None, text(&scalar)),
            })
        })
    }

    /// The members of an object; the call fails where it is none.
    fn members(&mut self, value: &(impl Serialize + ?Sized)) -> Map<String, Value> {
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
