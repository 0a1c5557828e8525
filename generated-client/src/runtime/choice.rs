// @generated: part of the runtime that the generator copies. Do not edit.

//! Which variant of a union a value is: what tells the variants, and the search for it.

use std::cell::Cell;
use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::fit::{ANYTHING, Constant, DEPTH, FitOf, TAG};

thread_local! {
    /// How often a variant may still be tried that is not the best, while a value is read. Each try
    /// reads again what stands in the value, unions among it, so there has to be an end.
    static RETRIES: Cell<Option<usize>> = const { Cell::new(None) };
}

/// What a float holds of whole numbers without loss.
const LARGEST: f64 = 9_007_199_254_740_992.0;

/// A variant of a union: what it is told by.
#[derive(Clone, Copy, Debug)]
pub enum Variant {
    /// By the values that the tag has in it.
    Tagged(&'static [Constant]),
    /// By its shape.
    Shaped(FitOf),
}

/// What stands for the variant of objects whose tag names none, among the indices of the others.
const DEFAULT: usize = usize::MAX;

/// What the values of a union are told by.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The member that is the tag; empty if there is none.
    pub tag: &'static str,
    /// The types.
    pub variants: &'static [Variant],
    /// Single values besides.
    pub values: &'static [Constant],
    /// Whether one of the types is that of objects whose tag names none.
    pub has_default: bool,
}

impl Table {
    /// How well `value` fits the union.
    pub fn fit(&self, value: &Value, depth: usize) -> usize {
        if self.named(value).is_some() || self.is_single(value) {
            return TAG;
        }
        self.shaped(value, depth).into_iter().map(|(fit, _)| fit).max().unwrap_or(ANYTHING)
    }

    /// Whether `value` is one of the single values.
    fn is_single(&self, value: &Value) -> bool {
        self.values.iter().any(|known| known.is(value))
    }

    /// The variant that the tag of `value` names.
    fn named(&self, value: &Value) -> Option<usize> {
        let tag = value.get(self.tag)?;
        self.variants.iter().position(|variant| match variant {
            Variant::Tagged(tags) => tags.iter().any(|known| known.is(tag)),
            Variant::Shaped(_) => false,
        })
    }

    /// The variants whose shape `value` has, with how well it fits.
    fn shaped(&self, value: &Value, depth: usize) -> Vec<(usize, usize)> {
        let variants = self.variants.iter().enumerate();
        let fits = variants.filter_map(|(index, variant)| match variant {
            Variant::Tagged(_) => None,
            Variant::Shaped(fit) => Some((fit(value, depth)?, index)),
        });
        fits.collect()
    }
}

/// The search for the variant that a value is.
#[derive(Debug)]
pub struct Choice {
    value: Value,
    /// The variants that it may be, the best one last.
    waiting: Vec<usize>,
    /// The one that is tried, by its index.
    tried: Option<usize>,
    /// The index of the next variant that is asked for.
    asked: usize,
    /// Whether a tag names a variant.
    is_named: bool,
    /// Why the best variant is not read.
    error: Option<serde_json::Error>,
    /// Whether no union stands around this one.
    is_outermost: bool,
}

impl Choice {
    /// Finds out what a value may be.
    fn new(table: &Table, value: Value) -> Self {
        let named = table.named(&value);
        let waiting = match named {
            Some(index) => vec![index],
            None => {
                let mut fits = table.shaped(&value, DEPTH);
                // Of several that fit alike, the first is the best.
                fits.sort_by_key(|(fit, index)| (*fit, std::cmp::Reverse(*index)));
                let fits = fits.into_iter().map(|(_, index)| index);
                fits.chain((table.has_default && value.is_object()).then_some(DEFAULT)).collect()
            }
        };
        let (is_named, is_outermost) = (named.is_some(), RETRIES.get().is_none());
        if is_outermost {
            RETRIES.set(Some(count(&value)));
        }
        Self { value, waiting, tried: None, asked: 0, is_named, error: None, is_outermost }
    }

    /// Goes on to the next variant that the value may be, if there is one.
    fn try_next(&mut self) -> bool {
        if self.tried.is_some() {
            let Some(fewer) = RETRIES.get().and_then(|left| left.checked_sub(1)) else {
                return false;
            };
            RETRIES.set(Some(fewer));
        }
        (self.tried, self.asked) = (self.waiting.pop(), 0);
        self.tried.is_some()
    }

    /// Whether the value is this one.
    pub fn is(&self, value: &(dyn PartialEq<Value> + Sync)) -> bool {
        value == &self.value
    }

    /// Reads the value as the next of all variants, if that is the one which is tried.
    pub fn read<T: for<'de> Deserialize<'de>>(&mut self) -> Option<T> {
        let is_it = self.tried == Some(self.asked);
        self.asked += 1;
        if !is_it {
            return None;
        }
        match T::deserialize(&self.value) {
            Ok(value) => Some(value),
            Err(error) => {
                self.error.get_or_insert(error);
                None
            }
        }
    }

    /// Reads the value as the default of the variants, if that is the one which is tried.
    pub fn read_default<T: for<'de> Deserialize<'de>>(&mut self) -> Option<T> {
        if self.tried != Some(DEFAULT) {
            return None;
        }
        T::deserialize(&self.value).ok()
    }

    /// The value, which none of the variants is; an error where its tag names one.
    fn take_rest<E: Error>(mut self) -> Result<Value, E> {
        match self.error.take().filter(|_| self.is_named) {
            Some(error) => Err(E::custom(error)),
            None => Ok(std::mem::take(&mut self.value)),
        }
    }
}

impl Drop for Choice {
    fn drop(&mut self) {
        if self.is_outermost {
            RETRIES.set(None);
        }
    }
}

/// How many values there are in a value, itself among them: so often a variant may be tried again.
fn count(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(count).sum::<usize>(),
        Value::Object(members) => 1 + members.values().map(count).sum::<usize>(),
        _ => 1,
    }
}

/// Makes integers of the floats in a value that are whole, and so small that a float holds them
/// without loss: to JSON `1.0` is an integer.
fn write_out(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(write_out),
        Value::Object(members) => members.values_mut().for_each(write_out),
        Value::Number(number) if number.is_f64() => {
            let whole = number.as_f64().filter(|it| it.fract() == 0.0 && it.abs() <= LARGEST);
            // Exact, since it is whole and within the range.
            *value = whole.map_or(value.take(), |whole| Value::from(whole as i64));
        }
        _ => {}
    }
}

/// Reads a value of a union; else the value as it is. `read` reads it as the variant that is tried.
///
/// # Errors
///
/// Those of the deserializer, and what is wrong with a value whose tag names a variant.
pub fn read_union<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    table: &Table,
    mut read: impl FnMut(&mut Choice) -> Option<T>,
) -> Result<Result<T, Value>, D::Error> {
    let mut found = None;
    let is_read = &mut |choice: &mut Choice| {
        found = read(choice);
        found.is_some()
    };
    let rest = deserializer.deserialize_any(ChoiceVisitor { table, is_read })?;
    Ok(found.ok_or(rest))
}

/// Reads the value, so that what is wrong with it has its place in the text, and then what it may be.
/// It knows no type of a union, so that it is compiled once for all of them.
struct ChoiceVisitor<'c> {
    table: &'c Table,
    is_read: &'c mut dyn FnMut(&mut Choice) -> bool,
}

impl ChoiceVisitor<'_> {
    /// What is left of the value: itself, unless it was read.
    fn choose<E: Error>(self, mut value: Value) -> Result<Value, E> {
        write_out(&mut value);
        let is_single = self.table.is_single(&value);
        let mut choice = Choice::new(self.table, value);
        if is_single && (self.is_read)(&mut choice) {
            return Ok(Value::Null);
        }
        while choice.try_next() {
            if (self.is_read)(&mut choice) {
                return Ok(Value::Null);
            }
        }
        choice.take_rest()
    }
}

impl<'de> Visitor<'de> for ChoiceVisitor<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        self.choose(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        self.choose(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        self.choose(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        self.choose(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.choose(value.into())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        self.choose(value.into())
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        self.choose(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Value, A::Error> {
        self.choose(Value::deserialize(SeqAccessDeserializer::new(items))?)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Value, A::Error> {
        self.choose(Value::deserialize(MapAccessDeserializer::new(members))?)
    }
}
