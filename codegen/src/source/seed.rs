//! A serde visitor that builds values, for YAML and JSON alike. It resolves merge keys and notices
//! repeated keys. `parse` runs it over a text.

use std::cell::{Cell, RefCell};
use std::fmt;

use indexmap::IndexMap;
use indexmap::map::Entry;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::{Number, Value};

/// The merge key of YAML 1.1. Its mappings supply the entries that its own mapping lacks.
pub(super) const MERGE_KEY: &str = "<<";

/// Builds the value of one document. It is asked for repeated keys afterwards.
pub(super) struct ValueSeed {
    merges: bool,
    budget: Cell<usize>,
    repeated_key: RefCell<Option<String>>,
}

impl ValueSeed {
    /// A seed for YAML text of this length in bytes.
    pub(super) fn yaml(length: usize) -> Self {
        // Aliases repeat what they stand for. A description has no use for more than a few times
        // its own size; without a bound a short text fills the memory.
        let budget = length.saturating_mul(4).saturating_add(1 << 20);
        ValueSeed { merges: true, budget: Cell::new(budget), repeated_key: RefCell::default() }
    }

    /// A seed for JSON text, which has neither merge keys nor aliases.
    pub(super) fn json() -> Self {
        ValueSeed { merges: false, budget: Cell::new(usize::MAX), repeated_key: RefCell::default() }
    }

    /// A key that some mapping has twice.
    pub(super) fn into_repeated_key(self) -> Option<String> {
        self.repeated_key.into_inner()
    }

    fn spend<E: Error>(&self, length: usize) -> Result<(), E> {
        let rest = self.budget.get().checked_sub(length.saturating_add(1));
        self.budget.set(rest.ok_or_else(|| E::custom("aliases repeat too much of the document"))?);
        Ok(())
    }

    fn note_repeated(&self, key: &str) {
        self.repeated_key.borrow_mut().get_or_insert_with(|| key.to_owned());
    }
}

impl<'de> DeserializeSeed<'de> for &ValueSeed {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &ValueSeed {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        self.spend(0)?;
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        self.visit_unit()
    }

    fn visit_bool<E: Error>(self, bool: bool) -> Result<Value, E> {
        self.spend(0)?;
        Ok(Value::Bool(bool))
    }

    fn visit_i64<E: Error>(self, int: i64) -> Result<Value, E> {
        self.visit_i128(int.into())
    }

    fn visit_u64<E: Error>(self, int: u64) -> Result<Value, E> {
        self.visit_i128(int.into())
    }

    fn visit_i128<E: Error>(self, int: i128) -> Result<Value, E> {
        self.spend(0)?;
        Ok(Value::Number(Number::Int(int)))
    }

    fn visit_u128<E: Error>(self, int: u128) -> Result<Value, E> {
        match i128::try_from(int) {
            Ok(int) => self.visit_i128(int),
            Err(_) => self.visit_f64(int as f64),
        }
    }

    fn visit_f64<E: Error>(self, float: f64) -> Result<Value, E> {
        self.spend(0)?;
        Ok(Value::Number(Number::Float(float)))
    }

    fn visit_str<E: Error>(self, string: &str) -> Result<Value, E> {
        self.visit_string(string.to_owned())
    }

    fn visit_string<E: Error>(self, string: String) -> Result<Value, E> {
        self.spend(string.len())?;
        Ok(Value::String(string))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        self.spend(0)?;
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        self.spend(0)?;
        let mut object = IndexMap::new();
        while let Some(key) = access.next_key::<String>()? {
            self.spend(key.len())?;
            let value = access.next_value_seed(self)?;
            match object.entry(key) {
                Entry::Vacant(vacant) => {
                    vacant.insert(value);
                }
                Entry::Occupied(occupied) => self.note_repeated(occupied.key()),
            }
        }
        if self.merges {
            merge(&mut object);
        }
        Ok(Value::Object(object))
    }

    /// A tagged value (`!Ref name`). The tag is dropped.
    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Value, A::Error> {
        let (IgnoredAny, content) = access.variant()?;
        content.newtype_variant_seed(self)
    }
}

/// Replaces a merge key by the entries it supplies. Own entries win, then earlier mappings. A merge
/// key stays as it is if its value is neither a mapping nor a list of mappings.
fn merge(object: &mut IndexMap<String, Value>) {
    let mergeable = match object.get(MERGE_KEY) {
        Some(Value::Object(_)) => true,
        Some(Value::Array(items)) => items.iter().all(|item| matches!(item, Value::Object(_))),
        _ => false,
    };
    if !mergeable {
        return;
    }
    let parts = match object.shift_remove(MERGE_KEY) {
        Some(Value::Array(items)) => items,
        other => other.into_iter().collect(),
    };
    for part in parts {
        if let Value::Object(entries) = part {
            for (key, value) in entries {
                object.entry(key).or_insert(value);
            }
        }
    }
}
