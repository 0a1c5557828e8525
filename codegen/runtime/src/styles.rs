//! Parameters and form fields that are lists or objects, in the styles that OpenAPI has for them
//! (Parameter Object, "Style Examples").

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value;

use super::call::Call;
use super::encode::{self, Pair, component};
use super::reserved::{in_a_path, in_a_query};

/// How a list or an object stands in a query.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum QueryStyle {
    /// `name=1,2`, and with `explode` `name=1&name=2`; members of an object one by one.
    Form,
    /// Like `Form`, but what RFC 3986 reserves stays as it is where it can mean nothing else.
    Reserved,
    /// `name=1%202`.
    SpaceDelimited,
    /// `name=1%7C2`.
    PipeDelimited,
    /// `name[member]=1`.
    DeepObject,
    /// What a form has unless the description says otherwise: a list of scalars is repeated, and all
    /// else is like `DeepObject`.
    Fields,
    /// `name={"member":1}`
    Json,
}

/// How a list or an object stands in a path.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PathStyle {
    /// `1,2`
    Simple,
    /// Like `Simple`, but what RFC 3986 reserves stays as it is where it can stand in a path.
    Reserved,
    /// `.1,2`, as RFC 6570 has it and OpenAPI since 3.1.1; exploded `.1.2`.
    Label,
    /// `;name=1,2`
    Matrix,
}

impl Call {
    /// The next path argument, which is a list or an object.
    #[must_use]
    pub fn path_value(
        mut self,
        name: &'static str,
        style: PathStyle,
        explode: bool,
        value: &(impl Serialize + ?Sized),
    ) -> Self {
        self.hidden.path = true;
        match self.json_value(name, value) {
            // `;a` is a parameter, and none of them is fine.
            Some(value) if style == PathStyle::Matrix => {
                self.path.push(in_path(name, style, explode, &value));
            }
            Some(value) => self.record_path(in_path(name, style, explode, &value)),
            None => {}
        }
        self
    }

    /// The next path argument, as JSON.
    #[must_use]
    pub fn path_json(mut self, name: &'static str, value: &(impl Serialize + ?Sized)) -> Self {
        self.hidden.path = true;
        match self.json_value(name, value) {
            Some(value) => self.path(&value),
            None => self,
        }
    }

    /// A query parameter that is a list or an object; replaces earlier values.
    #[must_use]
    pub fn query_value(
        mut self,
        name: &'static str,
        style: QueryStyle,
        explode: bool,
        value: &(impl Serialize + ?Sized),
    ) -> Self {
        if let Some(value) = self.json_value(name, value) {
            encode::remove(&mut self.query, name);
            let pairs = in_query(name, style, explode, &value);
            self.hidden.query.extend(pairs.iter().map(|(name, _)| name.clone()));
            self.query.extend(pairs);
        }
        self
    }

    /// A query parameter that holds JSON; replaces earlier values.
    #[must_use]
    pub fn query_json(mut self, name: &'static str, value: &(impl Serialize + ?Sized)) -> Self {
        self.hide_if(true, name);
        match self.json_value(name, value) {
            Some(value) => self.query(name, &value),
            None => self,
        }
    }

    /// A header that is a list or an object; replaces an earlier value of that name. One without
    /// values is not sent.
    #[must_use]
    pub fn header_value(
        mut self,
        name: &'static str,
        explode: bool,
        value: &(impl Serialize + ?Sized),
    ) -> Self {
        if let Some(value) = self.json_value(name, value) {
            let texts = flat(&value, if explode { "=" } else { "," }, str::to_owned);
            if !texts.is_empty() {
                self.record_header(name, texts.join(","));
            }
        }
        self
    }

    /// A header that holds JSON, other characters than those of ASCII escaped; replaces an earlier
    /// value of that name.
    #[must_use]
    pub fn header_json(mut self, name: &'static str, value: &(impl Serialize + ?Sized)) -> Self {
        if let Some(value) = self.json_value(name, value) {
            self.record_header(name, ascii(&value.to_string()));
        }
        self
    }
}

/// The pairs that a value is in a query, a form or cookies: none for a list without values.
pub(super) fn in_query(
    name: impl Into<Cow<'static, str>>,
    style: QueryStyle,
    explode: bool,
    value: &Value,
) -> Vec<Pair> {
    let name = name.into();
    let (separator, encode): (_, fn(&str) -> String) = match style {
        QueryStyle::Form => (",", component),
        QueryStyle::Reserved => (",", in_a_query),
        QueryStyle::SpaceDelimited => ("%20", component),
        QueryStyle::PipeDelimited => ("%7C", component),
        QueryStyle::Fields if is_flat(value) => (",", component),
        QueryStyle::DeepObject | QueryStyle::Fields => {
            let mut pairs = Vec::new();
            push_deep(&mut pairs, name.into_owned(), value);
            return pairs;
        }
        QueryStyle::Json => return vec![(name, component(&value.to_string()))],
    };
    match value {
        _ if explode => alone(&name, value)
            .into_iter()
            .map(|(name, text)| (name.to_owned().into(), encode(&text)))
            .collect(),
        value => {
            let texts = flat(value, separator, encode);
            let joined = (!texts.is_empty()).then(|| texts.join(separator));
            joined.into_iter().map(|text| (name.clone(), text)).collect()
        }
    }
}

/// Whether a value is a scalar, or a list of scalars.
fn is_flat(value: &Value) -> bool {
    let is_scalar = |value: &Value| !value.is_object() && !value.is_array();
    value.as_array().map_or(is_scalar(value), |values| values.iter().all(is_scalar))
}

/// Each value of a list, and each member of an object, under its own name; a member that is a list
/// once for each of its values.
fn alone<'a>(name: &'a str, value: &'a Value) -> Vec<(&'a str, String)> {
    match value {
        Value::Array(values) => values.iter().map(|value| (name, text(value))).collect(),
        Value::Object(members) => members
            .iter()
            .flat_map(|(member, value)| match value {
                Value::Array(_) => alone(member, value),
                value => vec![(member.as_str(), text(value))],
            })
            .collect(),
        value => vec![(name, text(value))],
    }
}

fn in_path(name: &str, style: PathStyle, explode: bool, value: &Value) -> String {
    let inner = match (style, explode) {
        (_, false) | (PathStyle::Matrix, _) => ",",
        (_, true) => "=",
    };
    match style {
        PathStyle::Simple => flat(value, inner, component).join(","),
        PathStyle::Reserved => flat(value, inner, in_a_path).join(","),
        PathStyle::Label => {
            let outer = if explode { "." } else { "," };
            format!(".{}", flat(value, inner, component).join(outer))
        }
        PathStyle::Matrix if explode => alone(name, value)
            .iter()
            .map(|(name, text)| in_matrix(name, &component(text)))
            .collect(),
        PathStyle::Matrix => {
            let texts = flat(value, inner, component);
            if texts.is_empty() { String::new() } else { in_matrix(name, &texts.join(",")) }
        }
    }
}

/// A parameter of a path; an empty one has a name alone (RFC 6570, section 3.2.7).
fn in_matrix(name: &str, text: &str) -> String {
    match text {
        "" => format!(";{}", component(name)),
        text => format!(";{}={text}", component(name)),
    }
}

/// The values of a list, or the members of an object with `inner` between name and value; one text
/// for everything else.
fn flat(value: &Value, inner: &str, encode: impl Fn(&str) -> String) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().map(|value| encode(&text(value))).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| format!("{}{inner}{}", encode(name), encode(&text(value))))
            .collect(),
        value => vec![encode(&text(value))],
    }
}

/// JSON of ASCII alone, which is what a header can hold.
fn ascii(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        if character.is_ascii() {
            text.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                text.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    text
}

/// A scalar as it is alone, everything else as JSON.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        Value::Number(number) if number.is_f64() => {
            number.as_f64().map_or_else(String::new, |number| number.to_string())
        }
        other => other.to_string(),
    }
}

/// `name[member]=value` for each member, however deep; the values of a list share a name.
fn push_deep(pairs: &mut Vec<Pair>, name: String, value: &Value) {
    match value {
        Value::Object(members) => {
            for (member, value) in members {
                push_deep(pairs, format!("{name}[{member}]"), value);
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                // Objects in a list can only be told apart by where they stand.
                let name = match value.is_object() {
                    true => format!("{name}[{index}]"),
                    false => format!("{name}[]"),
                };
                push_deep(pairs, name, value);
            }
        }
        value => pairs.push((name.into(), component(&text(value)))),
    }
}
