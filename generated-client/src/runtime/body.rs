//! The body of a request while it is recorded.

use bytes::Bytes;
use serde_json::Value;

use super::secret::{Secret, SecretMembers};

/// A JSON body, as encoded text.
#[derive(Clone, Default)]
pub(super) enum Body {
    #[default]
    Empty,
    Whole(String),
    Fields(Vec<(&'static str, Field)>),
}

/// The value of a member.
#[derive(Clone)]
pub(super) enum Field {
    Json(String),
    /// Written by the authorizer, encrypted.
    Secret(Secret),
}

impl Body {
    /// A body that is no object becomes one.
    pub(super) fn make_object(&mut self) {
        if !matches!(self, Self::Fields(_)) {
            *self = Self::Fields(Vec::new());
        }
    }

    /// Sets one member of an object; a body that is no object becomes one.
    pub(super) fn set_field(&mut self, name: &'static str, value: Field) {
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

    /// The members that are not to be sent as they are.
    pub(super) fn secrets(&self) -> Option<SecretMembers> {
        let Self::Fields(fields) = self else { return None };
        let secrets: Vec<_> = fields
            .iter()
            .filter_map(|(name, value)| match value {
                Field::Secret(secret) => Some((*name, secret.clone())),
                Field::Json(_) => None,
            })
            .collect();
        (!secrets.is_empty()).then_some(SecretMembers(secrets))
    }

    /// The bytes to send, without secrets; `None` if there is no body.
    pub(super) fn to_bytes(&self) -> Option<Bytes> {
        match self {
            Self::Empty => None,
            Self::Whole(text) => Some(Bytes::from(text.clone())),
            Self::Fields(fields) => {
                let members: Vec<String> = fields
                    .iter()
                    .filter_map(|(name, value)| match value {
                        Field::Json(json) => Some(format!("{}:{json}", Value::from(*name))),
                        Field::Secret(_) => None,
                    })
                    .collect();
                Some(Bytes::from(format!("{{{}}}", members.join(","))))
            }
        }
    }
}
