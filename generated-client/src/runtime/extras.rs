// @generated: part of the runtime that the generator copies. Do not edit.

//! What the options of a call add to a request that its operation does not have.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};

use super::content::Content;
use super::encode::{self, Pair};
use super::error::{Error, ErrorKind, Result};

/// Adds parameters to a query, in place of its own of these names.
pub(super) fn add_query(query: &mut Vec<Pair>, pairs: &[(String, String)]) {
    for (name, _) in pairs {
        encode::remove(query, name);
    }
    let encoded = pairs.iter().map(|(name, value)| (name.clone().into(), encode::component(value)));
    query.extend(encoded);
}

/// Adds members to a body that is a JSON object, or is none yet, in place of its own of these names.
pub(super) fn add_members(
    content: Option<Content>,
    json_type: &'static str,
    members: &[(String, Value)],
) -> Result<Option<Content>> {
    if members.is_empty() {
        return Ok(content);
    }
    let mut content = content.unwrap_or_else(|| Content::json(json_type, Bytes::from("{}")));
    content.bytes = with_members(&content.bytes, members)?;
    Ok(Some(content))
}

/// A JSON object with these members.
pub(super) fn with_members(object: &[u8], members: &[(String, Value)]) -> Result<Bytes> {
    let no_object = |error| {
        let names: Vec<_> = members.iter().map(|(name, _)| format!("`{name}`")).collect();
        let message =
            format!("the body is not a JSON object, and cannot have members: {}", names.join(", "));
        Error::new(ErrorKind::InvalidRequest, message).with_source(error)
    };
    let names: BTreeMap<String, IgnoredAny> = serde_json::from_slice(object).map_err(no_object)?;
    let mut text = String::from_utf8_lossy(object).into_owned();
    if members.iter().any(|(name, _)| names.contains_key(name)) {
        let mut own: Map<String, Value> = serde_json::from_slice(object).map_err(no_object)?;
        own.retain(|name, _| members.iter().all(|(given, _)| given != name));
        text = Value::Object(own).to_string();
    }
    // Everything up to the closing brace stays as it is.
    text.truncate(text.rfind('}').unwrap_or_default());
    let mut separator = if text.trim_end().ends_with('{') { "" } else { "," };
    for (name, value) in members {
        text.push_str(&format!("{separator}{}:{value}", Value::from(name.as_str())));
        separator = ",";
    }
    text.push('}');
    Ok(Bytes::from(text))
}
