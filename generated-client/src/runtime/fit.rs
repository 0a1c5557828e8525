//! How well a JSON value fits a type: enough of it to tell the variants of a union apart.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde_json::Value;

use super::secret::Secret;
use super::timestamp::Timestamp;

/// What a member with a text of its own counts: more than all other members together.
const TAG: usize = 100;

/// How well a value fits a type that takes any: everything else fits better.
pub const ANYTHING: usize = 0;

/// A type that can be a variant of a union.
pub trait Fit {
    /// How well `value` fits: the more, the better; `None` if it does not.
    fn fit(value: &Value) -> Option<usize>;
}

/// A member of an object: what reading it, and telling one object from another, has to know.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// Its name.
    pub name: &'static str,
    /// Whether it is always there.
    pub is_required: bool,
    /// Whether null is one of its values.
    pub is_nullable: bool,
    /// The one text it has.
    pub text: Option<&'static str>,
}

impl Member {
    /// A required member of this name.
    pub const fn new(name: &'static str) -> Self {
        Self { name, is_required: true, is_nullable: false, text: None }
    }

    /// The same member, but it need not be there.
    pub const fn optional(mut self) -> Self {
        self.is_required = false;
        self
    }

    /// The same member, but it may be null.
    pub const fn nullable(mut self) -> Self {
        self.is_nullable = true;
        self
    }

    /// The same member, a number that may be null or a text.
    pub const fn number(self) -> Self {
        self.nullable()
    }

    /// The same member with the one text that it has.
    pub const fn with_text(mut self, text: &'static str) -> Self {
        self.text = Some(text);
        self
    }
}

/// How well `value` fits an object with these members.
pub fn fit_object(value: &Value, known: &[Member]) -> Option<usize> {
    let members = value.as_object()?;
    let mut fit = 1;
    for member in known {
        fit += match (members.get(member.name), member.text) {
            (None, _) if member.is_required => return None,
            (None, _) => 0,
            (Some(Value::Null), _) if member.is_required && !member.is_nullable => return None,
            (Some(value), Some(text)) if value == text => TAG,
            (Some(_), Some(_)) => return None,
            (Some(_), None) if member.is_required => 2,
            (Some(_), None) => 1,
        };
    }
    Some(fit)
}

/// How well `value` fits an object in which `tag` has one of these texts.
pub fn fit_tagged<T: Fit>(tag: &str, texts: &[&str], value: &Value) -> Option<usize> {
    let fit = T::fit(value)?;
    match value.get(tag).and_then(Value::as_str) {
        Some(text) if texts.contains(&text) => Some(fit + TAG),
        Some(_) => None,
        None => Some(fit),
    }
}

/// How well `value` fits a text that is most likely one of those that are `known`.
pub fn fit_text(value: &Value, known: &[&str]) -> Option<usize> {
    let text = value.as_str()?;
    Some(if known.contains(&text) { 2 } else { ANYTHING })
}

impl<T: Fit> Fit for Vec<T> {
    fn fit(value: &Value) -> Option<usize> {
        let fits: Option<usize> = value.as_array()?.iter().map(T::fit).sum();
        Some(fits? + 1)
    }
}

impl<T: Fit> Fit for Box<T> {
    fn fit(value: &Value) -> Option<usize> {
        T::fit(value)
    }
}

impl<T: Fit> Fit for Option<T> {
    fn fit(value: &Value) -> Option<usize> {
        if value.is_null() { Some(1) } else { T::fit(value) }
    }
}

impl Fit for Value {
    fn fit(_: &Value) -> Option<usize> {
        Some(ANYTHING)
    }
}

/// Implements `Fit` for types that are one type of JSON.
macro_rules! fit {
    ($($ty:ty: $value:ident => $fits:expr, $fit:literal;)*) => {
        $(impl Fit for $ty {
            fn fit($value: &Value) -> Option<usize> {
                $fits.then_some($fit)
            }
        })*
    };
}

fit! {
    bool: value => value.is_boolean(), 1;
    i32: value => value.is_i64() || value.is_u64(), 2;
    i64: value => value.is_i64() || value.is_u64(), 2;
    u64: value => value.is_i64() || value.is_u64(), 2;
    f32: value => value.is_number(), 1;
    f64: value => value.is_number(), 1;
    String: value => value.is_string(), 1;
    Secret: value => value.is_string(), 1;
    Timestamp: value => value.is_string(), 1;
    Bytes: value => value.is_string(), 1;
}

impl<T> Fit for BTreeMap<String, T> {
    fn fit(value: &Value) -> Option<usize> {
        value.is_object().then_some(1)
    }
}
