// @generated: part of the runtime that the generator copies. Do not edit.

//! How well a JSON value fits a type: enough of it to tell the variants of a union apart.

use std::collections::BTreeMap;
use std::fmt;

use bytes::Bytes;
use serde_json::Value;

use super::secret::Secret;
use super::timestamp::Timestamp;

/// What a member with a value of its own counts: more than all other members together.
pub(super) const TAG: usize = 100;

/// How well a value fits a type that takes any: everything else fits better.
pub const ANYTHING: usize = 0;

/// How many objects in each other are looked into. Types may hold themselves, so there has to be an
/// end: what stands deeper is told by its members, not by their types.
pub(super) const DEPTH: usize = 3;

/// How many items of a list, and values of a map, are looked at: they are of one type.
const ITEMS: usize = 8;

/// How well a value fits a type; `None` if it does not. It looks into this many objects in each
/// other.
pub type FitOf = fn(&Value, usize) -> Option<usize>;

/// A type whose values can be told from those of other types.
pub trait Fit {
    /// How well `value` fits: the more, the better; `None` if it does not. Looks into `depth` objects
    /// in each other.
    fn fit(value: &Value, depth: usize) -> Option<usize>;
}

/// The only value that something has: a text, a number or a boolean.
#[derive(Clone, Copy)]
pub struct Constant(pub &'static (dyn PartialEq<Value> + Sync));

impl Constant {
    /// Whether it is this value.
    pub(super) fn is(self, value: &Value) -> bool {
        self.0 == value
    }
}

impl fmt::Debug for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Constant").finish_non_exhaustive()
    }
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
    /// Whether it is a number that may come as text.
    pub is_number: bool,
    /// The one value it has.
    pub constant: Option<Constant>,
}

impl Member {
    /// A required member of this name.
    pub const fn new(name: &'static str) -> Self {
        Self { name, is_required: true, is_nullable: false, is_number: false, constant: None }
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
    pub const fn number(mut self) -> Self {
        self.is_number = true;
        self.nullable()
    }

    /// The same member with the one value that it has.
    pub const fn with_constant(mut self, constant: Constant) -> Self {
        self.constant = Some(constant);
        self
    }

    /// How well an object fits that has `value` for this member, whose type is the one of `fits`.
    fn fit(&self, value: Option<&Value>, fits: FitOf, depth: usize) -> Option<usize> {
        let value = match value {
            None => return (!self.is_required).then_some(0),
            Some(Value::Null) if !self.is_required => return Some(0),
            Some(Value::Null) if !self.is_nullable => return None,
            Some(value) => value,
        };
        if let Some(constant) = self.constant {
            return constant.is(value).then_some(TAG);
        }
        let presence = if self.is_required { 2 } else { 1 };
        let ty = match depth.checked_sub(1) {
            None => ANYTHING,
            Some(_) if self.is_number && value.is_string() => ANYTHING,
            Some(depth) => fits(value, depth)?,
        };
        Some(presence + ty)
    }
}

/// How well `value` fits an object with these members, whose types are those of `fits`.
pub fn fit_object(value: &Value, depth: usize, known: &[Member], fits: &[FitOf]) -> Option<usize> {
    let members = value.as_object()?;
    let known = known.iter().zip(fits);
    let fits = known.map(|(member, fits)| member.fit(members.get(member.name), *fits, depth));
    Some(1 + fits.sum::<Option<usize>>()?)
}

/// How values fit the type of a field.
pub fn fit_of<T: Fit>(_: &T) -> FitOf {
    T::fit
}

/// How well `value` fits a text that is most likely one of those that are `known`.
pub fn fit_text(value: &Value, known: &[&str]) -> Option<usize> {
    let text = value.as_str()?;
    Some(if known.contains(&text) { 2 } else { ANYTHING })
}

impl<T: Fit> Fit for Vec<T> {
    fn fit(value: &Value, depth: usize) -> Option<usize> {
        let items = value.as_array()?.iter().take(ITEMS);
        Some(1 + items.map(|item| T::fit(item, depth)).sum::<Option<usize>>()?)
    }
}

impl<T: Fit> Fit for BTreeMap<String, T> {
    fn fit(value: &Value, depth: usize) -> Option<usize> {
        let values = value.as_object()?.values().take(ITEMS);
        let Some(depth) = depth.checked_sub(1) else { return Some(1) };
        Some(1 + values.map(|value| T::fit(value, depth)).sum::<Option<usize>>()?)
    }
}

impl<T: Fit> Fit for Box<T> {
    fn fit(value: &Value, depth: usize) -> Option<usize> {
        T::fit(value, depth)
    }
}

impl<T: Fit> Fit for Option<T> {
    fn fit(value: &Value, depth: usize) -> Option<usize> {
        if value.is_null() { Some(1) } else { T::fit(value, depth) }
    }
}

impl Fit for Value {
    fn fit(_: &Value, _: usize) -> Option<usize> {
        Some(ANYTHING)
    }
}

/// It keeps texts that stand for no time, but these are more likely something else.
impl Fit for Timestamp {
    fn fit(value: &Value, _: usize) -> Option<usize> {
        let is_time = Self::from(value.as_str()?).since_epoch().is_some();
        Some(if is_time { 2 } else { ANYTHING })
    }
}

/// Implements `Fit` for types that are one type of JSON.
macro_rules! fit {
    ($($ty:ty: $value:ident => $fits:expr, $fit:literal;)*) => {
        $(impl Fit for $ty {
            fn fit($value: &Value, _: usize) -> Option<usize> {
                $fits.then_some($fit)
            }
        })*
    };
}

fit! {
    bool: value => value.is_boolean(), 1;
    i32: value => value.as_i64().is_some_and(|it| i32::try_from(it).is_ok()), 2;
    i64: value => value.is_i64(), 2;
    u64: value => value.is_u64(), 2;
    f32: value => value.is_number(), 1;
    f64: value => value.is_number(), 1;
    String: value => value.is_string(), 1;
    Secret: value => value.is_string(), 1;
    Bytes: value => value.is_string(), 1;
}
