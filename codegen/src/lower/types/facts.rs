//! What a schema by itself says, references left aside.

use std::collections::HashSet;

use super::compose::Schemas;
use crate::openapi::{Additional, Schema, SchemaId, Type};
use crate::source::Node;

impl<'a> Schema<'a> {
    /// Whether `null` is a value too.
    pub(crate) fn allows_null(&self) -> bool {
        self.nullable || self.types.null || self.values.iter().any(|value| value.is_null())
    }

    /// The variants of `oneOf` and `anyOf`, which are the same to a client.
    pub(crate) fn variants(&self) -> impl Iterator<Item = SchemaId> {
        self.one_of.iter().chain(&self.any_of).copied()
    }

    /// Whether it allows `null` and nothing else.
    pub(super) fn is_null(&self) -> bool {
        let is_null_value = |node: &Node<'_>| node.is_null();
        (self.types.null && self.types.is_empty())
            || self.constant.as_ref().is_some_and(is_null_value)
            || (!self.values.is_empty() && self.values.iter().all(is_null_value))
    }

    /// The one value this schema allows, if it allows only one.
    pub(crate) fn only_value(&self) -> Option<Node<'a>> {
        match self.values[..] {
            [only] if self.constant.is_none() => Some(only),
            _ => self.constant,
        }
    }

    /// The values of `enum`, else that of `const`.
    pub(super) fn listed_values(&self) -> impl Iterator<Item = Node<'a>> {
        let constant = self.constant.filter(|_| self.values.is_empty());
        self.values.iter().copied().chain(constant)
    }

    /// What it may hold beside the members that it and its parts declare.
    pub(super) fn others(&self) -> Option<Additional> {
        // That nothing else is allowed is said of whole compositions, and changes nothing.
        let is_open = |it: &Additional| !matches!(it, Additional::Nothing);
        self.additional.or(self.rare().unevaluated.filter(is_open))
    }

    /// The whole number of a keyword that constrains values.
    pub(super) fn limit(&self, keyword: &str) -> Option<usize> {
        usize::try_from(self.node.get(keyword)?.as_int()?).ok()
    }

    /// Whether `property` is always there.
    pub(crate) fn requires(&self, property: &str) -> bool {
        self.required.iter().any(|name| name.text == property)
    }

    /// The properties that are always there.
    pub(super) fn required_names(&self) -> HashSet<&'a str> {
        self.required.iter().map(|name| name.text).collect()
    }

    /// Whether it declares `property`.
    pub(super) fn declares(&self, property: &str) -> bool {
        self.properties.iter().any(|(name, _)| *name == property)
    }

    /// The names of the properties that it declares.
    pub(super) fn declared_names(&self) -> HashSet<&'a str> {
        self.properties.iter().map(|(name, _)| *name).collect()
    }
}

impl<'a> Schemas<'_, 'a> {
    /// The properties that an object cannot do without: those that are always there, and those that
    /// the first of several alternatives asks for.
    pub(crate) fn needed_names(&self, schema: &Schema<'a>) -> HashSet<&'a str> {
        let mut needed = schema.required_names();
        let mut alternatives = schema.variants().map(|variant| self.whole(variant));
        let first = alternatives.find(|alternative| !alternative.required.is_empty());
        needed.extend(first.into_iter().flat_map(Schema::required_names));
        needed
    }

    /// Whether a schema says nothing about the type of its values: at most what they mean, or which
    /// of the members declared elsewhere must be there.
    pub(crate) fn is_trivial(&self, schema: &Schema<'a>) -> bool {
        schema.types.is_empty() && self.allows_all_of_its_types(schema)
    }

    /// Whether only the server sets a value, as a property or what it refers to says.
    pub(crate) fn is_read_only(&self, id: SchemaId) -> bool {
        self.get(id).read_only || self.whole(id).read_only
    }

    /// Whether only a caller sets a value, which the server keeps to itself.
    pub(super) fn is_write_only(&self, id: SchemaId) -> bool {
        self.get(id).rare().write_only || self.whole(id).rare().write_only
    }

    /// Whether it allows anything, or any object.
    pub(crate) fn is_open(&self, schema: &Schema<'a>) -> bool {
        (schema.types.is_empty() || schema.types.single() == Some(Type::Object))
            && self.allows_all_of_its_types(schema)
    }

    /// Whether it is made of no other schemas.
    pub(crate) fn is_plain(&self, schema: &Schema<'a>) -> bool {
        schema.all_of.is_empty() && self.has_trivial_variants(schema)
    }

    /// Whether none of its variants says anything about the type.
    pub(super) fn has_trivial_variants(&self, schema: &Schema<'a>) -> bool {
        schema.variants().all(|variant| self.is_trivial(self.get(variant)))
    }

    fn allows_all_of_its_types(&self, schema: &Schema<'a>) -> bool {
        crate::steps::take(1);
        let rare = schema.rare();
        schema.reference.is_none()
            && rare.dynamic_reference.is_none()
            && schema.values.is_empty()
            && schema.constant.is_none()
            && schema.properties.is_empty()
            && schema.others().is_none()
            && schema.items.is_none()
            && schema.all_of.iter().all(|part| self.is_trivial(self.get(*part)))
            && self.has_trivial_variants(schema)
    }
}
