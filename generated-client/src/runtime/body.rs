// @generated: part of the runtime that the generator copies. Do not edit.

//! The body of a request while it is recorded.

use std::mem;

use bytes::Bytes;
use http::HeaderValue;

use super::content::Content;
use super::encode::{self, Pair};
use super::multipart::{self, Part};
use super::secret::{Secret, SecretMembers};

const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");

/// A body of one of these forms. What is recorded in one form replaces what was recorded in another.
#[derive(Clone, Default)]
pub(super) enum Body {
    #[default]
    Empty,
    /// A value, written as JSON.
    Json(Bytes),
    Whole(Content),
    /// The members of a JSON object.
    Fields(Vec<(&'static str, Field)>),
    /// The fields of an HTML form, their values percent-encoded.
    Form(Vec<Pair>),
    Parts(Vec<Part>),
    /// The same, of this type.
    PartsOf(&'static str, Vec<Part>),
}

/// The value of a member.
#[derive(Clone)]
pub(super) enum Field {
    Json(String),
    /// Written by the authorizer, encrypted.
    Secret(Secret),
}

impl Body {
    /// A body that is no JSON object becomes an empty one.
    pub(super) fn make_object(&mut self) {
        if !matches!(self, Self::Fields(_)) {
            *self = Self::Fields(Vec::new());
        }
    }

    /// Sets one member of a JSON object.
    pub(super) fn set_field(&mut self, name: &'static str, value: Field) {
        let mut fields = match mem::take(self) {
            Self::Fields(fields) => fields,
            _ => Vec::new(),
        };
        fields.retain(|(given, _)| *given != name);
        fields.push((name, value));
        *self = Self::Fields(fields);
    }

    /// Sets the values of one field of a form, which are encoded.
    pub(super) fn set_form_field(
        &mut self,
        name: &'static str,
        values: impl IntoIterator<Item = String>,
    ) {
        let mut fields = match mem::take(self) {
            Self::Form(fields) => fields,
            _ => Vec::new(),
        };
        encode::replace(&mut fields, name, values);
        *self = Self::Form(fields);
    }

    /// Sets the members of one field of a form, each under a name of its own.
    pub(super) fn set_form_members(&mut self, name: &'static str, members: Vec<Pair>) {
        let mut fields = match mem::take(self) {
            Self::Form(fields) => fields,
            _ => Vec::new(),
        };
        encode::remove(&mut fields, name);
        fields.extend(members);
        *self = Self::Form(fields);
    }

    /// Adds a part.
    pub(super) fn add_part(&mut self, part: Part) {
        match self {
            Self::Parts(parts) | Self::PartsOf(_, parts) => parts.push(part),
            _ => *self = Self::Parts(vec![part]),
        }
    }

    /// The names of the members, fields or parts, as far as there are.
    pub(super) fn names(&self) -> Vec<&str> {
        match self {
            Self::Fields(fields) => fields.iter().map(|(name, _)| *name).collect(),
            Self::Form(fields) => fields.iter().map(|(name, _)| name.as_ref()).collect(),
            Self::Parts(parts) => parts.iter().map(Part::name).collect(),
            // Their parts have no names.
            Self::PartsOf(..) => Vec::new(),
            Self::Empty | Self::Json(_) | Self::Whole(_) => Vec::new(),
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

    /// What to send, without secrets; `None` if there is no body. `json_type` is the content type of
    /// JSON.
    pub(super) fn content(&self, json_type: &'static str) -> Option<Content> {
        match self {
            Self::Empty => None,
            Self::Whole(content) => Some(content.clone()),
            Self::Json(bytes) => Some(Content::json(json_type, bytes.clone())),
            Self::Fields(fields) => Some(Content::json(json_type, Bytes::from(object(fields)))),
            Self::Form(fields) => Some(Content::new(FORM, form(fields))),
            Self::PartsOf(_, parts) if parts.is_empty() => None,
            Self::Parts(parts) => Some(multipart::content("multipart/form-data", parts)),
            Self::PartsOf(media_type, parts) => Some(multipart::content(media_type, parts)),
        }
    }
}

fn object(fields: &[(&'static str, Field)]) -> String {
    let mut text = String::from("{");
    for (name, value) in fields {
        let Field::Json(json) = value else { continue };
        if text.len() > 1 {
            text.push(',');
        }
        push_json_string(&mut text, name);
        text.push(':');
        text.push_str(json);
    }
    text.push('}');
    text
}

fn push_json_string(out: &mut String, text: &str) {
    if text.contains(|char: char| matches!(char, '"' | '\\') || char.is_control()) {
        out.push_str(&serde_json::Value::from(text).to_string());
    } else {
        out.extend(["\"", text, "\""]);
    }
}

fn form(fields: &[Pair]) -> String {
    let mut text = String::new();
    for (name, value) in fields {
        if !text.is_empty() {
            text.push('&');
        }
        encode::push_component(&mut text, name);
        text.push('=');
        text.push_str(value);
    }
    text
}
