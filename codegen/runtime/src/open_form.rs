//! Forms and bodies in parts whose fields are known to the caller only.

use serde::Serialize;
use serde_json::{Map, Value};

use super::body::Body;
use super::call::Call;
use super::multipart::Part;
use super::styles::{push_deep, text};

impl Call {
    /// The whole body, as a form.
    #[must_use]
    pub fn form(mut self, value: &(impl Serialize + ?Sized)) -> Self {
        self.set_form(value);
        self
    }

    /// Sets the whole body, as a form (`application/x-www-form-urlencoded`); replaces what there
    /// was. `value` is an object: each member is a field, `name[member]=1` one of its members.
    pub fn set_form(&mut self, value: &(impl Serialize + ?Sized)) {
        let Some(members) = self.members(value) else { return };
        let mut pairs = Vec::new();
        for (name, value) in members {
            push_deep(&mut pairs, name, &value);
        }
        self.body = Body::Form(pairs);
    }

    /// The whole body, in parts.
    #[must_use]
    pub fn multipart(mut self, value: &(impl Serialize + ?Sized)) -> Self {
        self.set_multipart(value);
        self
    }

    /// Sets the whole body, in parts (`multipart/form-data`); replaces what there was. `value` is an
    /// object: each member is a part, as JSON where it is a list or an object.
    pub fn set_multipart(&mut self, value: &(impl Serialize + ?Sized)) {
        let Some(members) = self.members(value) else { return };
        self.body = Body::Parts(Vec::new());
        for (name, value) in members {
            let part = match value {
                Value::Array(_) | Value::Object(_) => Part::json(name, &value),
                scalar => Part::text(name, text(&scalar)),
            };
            self.add_part(part);
        }
    }

    /// The members of an object; the call fails where it is none.
    fn members(&mut self, value: &(impl Serialize + ?Sized)) -> Option<Map<String, Value>> {
        match self.json_value("body", value)? {
            Value::Object(members) => Some(members),
            _ => {
                self.reject("only an object has fields that can be sent as a form".to_owned());
                None
            }
        }
    }
}
