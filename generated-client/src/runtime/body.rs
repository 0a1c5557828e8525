//! The body of a request while it is recorded.

use bytes::Bytes;
use serde_json::Value;

/// A JSON body, as encoded text.
#[derive(Clone, Default)]
pub(super) enum Body {
    #[default]
    Empty,
    Whole(String),
    Fields(Vec<(&'static str, String)>),
}

impl Body {
    /// A body that is no object becomes one.
    pub(super) fn make_object(&mut self) {
        if !matches!(self, Self::Fields(_)) {
            *self = Self::Fields(Vec::new());
        }
    }

    /// Sets one member of an object; a body that is no object becomes one.
    pub(super) fn set_field(&mut self, name: &'static str, value: String) {
        self.make_object();
        if let Self::Fields(fields) = self {
            fields.retain(|(given, _)| *given != name);
            fields.push((name, value));
        }
    }

    /// The names of the members, as far as there are.
    pub(super) fn field_names(&self) -> Vec<&'static str> {
        match self {
            Self::Fields(fields) => fields.iter().map(|(name, _)| *name).collect(),
            Self::Empty | Self::Whole(_) => Vec::new(),
        }
    }

    /// The bytes to send; `None` if there is no body.
    pub(super) fn to_bytes(&self) -> Option<Bytes> {
        match self {
            Self::Empty => None,
            Self::Whole(text) => Some(Bytes::from(text.clone())),
            Self::Fields(fields) => {
                let members: Vec<String> = fields
                    .iter()
                    .map(|(name, value)| format!("{}:{value}", Value::from(*name)))
                    .collect();
                Some(Bytes::from(format!("{{{}}}", members.join(","))))
            }
        }
    }
}
