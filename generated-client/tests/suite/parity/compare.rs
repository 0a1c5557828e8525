//! Two requests, taken apart and compared part by part.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use baidubce::http::header::{CONTENT_TYPE, HOST};
use baidubce::http::{Request, Uri};
use percent_encoding::percent_decode_str;
use serde_json::Value;

/// The parts of a request by name: `method`, `header.host`, `path`, `query.marker`,
/// `body.tags.0.tagKey`.
type Parts = BTreeMap<String, Value>;

/// A part that two requests do not have in common.
pub(crate) struct Mismatch {
    /// The name of the part after `- ` if only the SDK sends it, `+ ` if only we do, `~ ` if both
    /// do and the values differ. For a `null` that we do not send it is just `- null`.
    pub(crate) part: String,
    theirs: Option<Value>,
    ours: Option<Value>,
}

/// What differs, sorted by the name of the part.
pub(crate) fn mismatches(theirs: &Request<Value>, ours: &Request<Value>) -> Vec<Mismatch> {
    let (theirs, ours) = (parts(theirs), parts(ours));
    let mut names: Vec<&String> = theirs.keys().chain(ours.keys()).collect();
    names.sort_unstable();
    names.dedup();
    names
        .into_iter()
        .filter(|name| theirs.get(*name) != ours.get(*name))
        .map(|name| mismatch(name, theirs.get(name), ours.get(name)))
        .collect()
}

fn mismatch(name: &str, theirs: Option<&Value>, ours: Option<&Value>) -> Mismatch {
    let part = match (theirs, ours) {
        (Some(Value::Null), None) => "- null".to_owned(),
        (_, None) => format!("- {name}"),
        (None, _) => format!("+ {name}"),
        (Some(_), Some(_)) => format!("~ {name}"),
    };
    Mismatch { part, theirs: theirs.cloned(), ours: ours.cloned() }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let show =
            |value: &Option<Value>| value.as_ref().map_or("nothing".into(), Value::to_string);
        let Self { part, theirs, ours } = self;
        write!(f, "{part}: the SDK sends {}, we send {}", show(theirs), show(ours))
    }
}

fn parts(request: &Request<Value>) -> Parts {
    let mut parts = Parts::new();
    parts.insert("method".to_owned(), request.method().as_str().into());
    parts.insert("path".to_owned(), decode(request.uri().path()).into());
    for name in [HOST, CONTENT_TYPE] {
        if let Some(value) = request.headers().get(&name) {
            let value = value.to_str().expect("these headers are ASCII");
            parts.insert(format!("header.{name}"), value.into());
        }
    }
    for (name, value) in query(request.uri()) {
        let repeated = parts.insert(format!("query.{name}"), value.into());
        assert_eq!(repeated, None, "`{name}` is twice in {}", request.uri());
    }
    match request.body() {
        Value::Null => {}
        Value::Object(members) => {
            parts.insert("body".to_owned(), "an object".into());
            members
                .iter()
                .for_each(|(name, value)| add(&format!("body.{name}"), value, &mut parts));
        }
        other => add("body", other, &mut parts),
    }
    parts
}

/// The query without encoding. A parameter without a value is one with an empty value.
fn query(uri: &Uri) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
    let pairs = uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (decode(name), decode(value)))
}

fn decode(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8().expect("a URL is UTF-8")
}

/// Adds the texts, numbers and flags of a value, and empty objects and lists, each named by the way
/// to it.
fn add(name: &str, value: &Value, parts: &mut Parts) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (member, value) in members {
                add(&format!("{name}.{member}"), value, parts);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                add(&format!("{name}.{index}"), item, parts);
            }
        }
        leaf => {
            parts.insert(name.to_owned(), leaf.clone());
        }
    }
}
