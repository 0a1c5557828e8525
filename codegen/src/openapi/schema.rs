//! Schema objects.

use super::json_type::{Type, Types};
use super::reader::{Read, Reader, Text};
use super::reference::Reference;
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::source::Node;

/// A schema, as far as a client is concerned.
#[derive(Clone)]
pub(crate) struct Schema<'a> {
    pub(crate) node: Node<'a>,
    pub(crate) reference: Option<Reference<'a>>,
    /// The types it allows; empty where it does not say. `null` is in `nullable`.
    pub(crate) types: Vec<Type>,
    pub(crate) nullable: bool,
    pub(crate) format: Option<&'a str>,
    pub(crate) title: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
    pub(crate) values: Vec<Node<'a>>,
    pub(crate) constant: Option<Node<'a>>,
    pub(crate) properties: Vec<(&'a str, Schema<'a>)>,
    pub(crate) required: Vec<Text<'a>>,
    pub(crate) additional: Option<Additional<'a>>,
    pub(crate) items: Option<Box<Schema<'a>>>,
    pub(crate) all_of: Vec<Schema<'a>>,
    /// `oneOf` and `anyOf`, which are the same to a client.
    pub(crate) one_of: Vec<Schema<'a>>,
    pub(crate) discriminator: Option<Discriminator<'a>>,
    pub(crate) read_only: bool,
    pub(crate) example: Option<Node<'a>>,
    pub(crate) pattern: Option<&'a str>,
    pub(crate) deprecated: bool,
    /// `x-encryption`: how the value is encrypted before it is sent.
    pub(crate) encryption: Option<Text<'a>>,
    pub(crate) rust_name: Option<Text<'a>>,
    /// `x-enum-varnames`: what the values are called in Rust, one by one.
    pub(crate) variant_names: Vec<Text<'a>>,
}

/// What an object may hold beside its declared properties.
#[derive(Clone)]
pub(crate) enum Additional<'a> {
    /// Anything.
    Any,
    /// Nothing. To a client that is the same as not saying: it reads on either way.
    Nothing,
    /// Values of this schema.
    Schema(Box<Schema<'a>>),
}

/// Keys that constrain values without changing their type: the server checks them.
const CONSTRAINTS: &[&str] = &[
    "$comment",
    "$id",
    "$schema",
    "default",
    "contentEncoding",
    "contentMediaType",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "externalDocs",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "uniqueItems",
    "writeOnly",
    "xml",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "maxContains",
    "minContains",
    "dependentRequired",
    "dependentSchemas",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
    "$anchor",
    "$dynamicAnchor",
    "$defs",
    "definitions",
    "$vocabulary",
];

impl<'a> Read<'a> for Schema<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        if node.as_bool().is_some() {
            return Some(Self::anything(node));
        }
        let mut object = reader.object(node, "a schema")?;
        let types = object.get::<Types>("type").unwrap_or_default();
        // Which schema a dynamic reference means may depend on who refers to it; a client reads
        // the one that it names.
        let reference = object.get("$ref").or_else(|| object.get("$dynamicRef"));
        let mut schema = Self {
            reference,
            nullable: types.null | object.get("nullable").unwrap_or(false),
            types: types.named,
            format: object.get("format"),
            title: object.get("title"),
            description: object.get("description"),
            values: object.list("enum"),
            constant: object.node("const"),
            properties: object.map("properties"),
            required: object.list("required"),
            additional: object.get("additionalProperties"),
            items: object.get::<Schema<'a>>("items").map(Box::new),
            all_of: object.list("allOf"),
            one_of: object.list("oneOf"),
            discriminator: object.get("discriminator"),
            read_only: object.get("readOnly").unwrap_or(false),
            example: object.node("example"),
            pattern: object.get("pattern"),
            deprecated: object.get("deprecated").unwrap_or(false),
            encryption: object.get("x-encryption"),
            rust_name: object.get("x-rust-name"),
            variant_names: object.list("x-enum-varnames"),
            ..Self::anything(node)
        };
        schema.one_of.extend(object.list("anyOf"));
        let patterns = object.map::<Schema<'a>>("patternProperties");
        schema.additional = with_patterns(node, patterns, schema.additional.take());
        let tuple = object.list::<Schema<'a>>("prefixItems");
        if schema.items.is_none() && !tuple.is_empty() {
            schema.items = Some(Box::new(Self { one_of: tuple, ..Self::anything(node) }));
        }
        let examples = object.list_or_map("examples");
        schema.example = schema.example.or(examples);
        schema.keep_siblings();
        object.without_effect(CONSTRAINTS);
        object.finish();
        Some(schema)
    }
}

/// The members that are not declared, by those whose names match a pattern and by all others: of
/// which schema one is, only its name would tell.
fn with_patterns<'a>(
    node: Node<'a>,
    mut patterns: Vec<(&'a str, Schema<'a>)>,
    others: Option<Additional<'a>>,
) -> Option<Additional<'a>> {
    // The order of names says nothing.
    patterns.sort_by_key(|(pattern, _)| *pattern);
    let mut schemas: Vec<_> = patterns.into_iter().map(|(_, schema)| schema).collect();
    match others {
        Some(Additional::Schema(schema)) => schemas.push(*schema),
        Some(Additional::Any) => return others,
        Some(Additional::Nothing) | None if schemas.is_empty() => return others,
        Some(Additional::Nothing) | None => {}
    }
    let schema = match schemas.len() {
        0 | 1 => schemas.pop()?,
        _ => {
            let node = node.get("patternProperties").unwrap_or(node);
            Schema { one_of: schemas, ..Schema::anything(node) }
        }
    };
    Some(Additional::Schema(Box::new(schema)))
}

impl<'a> Schema<'a> {
    /// A schema that allows anything.
    pub(crate) fn anything(node: Node<'a>) -> Self {
        Self {
            node,
            reference: None,
            types: Vec::new(),
            nullable: false,
            format: None,
            title: None,
            description: None,
            values: Vec::new(),
            constant: None,
            properties: Vec::new(),
            required: Vec::new(),
            additional: None,
            items: None,
            all_of: Vec::new(),
            one_of: Vec::new(),
            discriminator: None,
            read_only: false,
            example: None,
            pattern: None,
            deprecated: false,
            encryption: None,
            rust_name: None,
            variant_names: Vec::new(),
        }
    }

    /// What stands beside a reference counts too (OpenAPI 3.1): members do as a part of `allOf`.
    fn keep_siblings(&mut self) {
        if !self.properties.is_empty() || !self.all_of.is_empty() {
            let reference = self.reference.take();
            let part = reference.map(|_| Self { reference, ..Self::anything(self.node) });
            self.all_of.splice(0..0, part);
        }
    }

    /// Whether it is made of no other schemas.
    pub(crate) fn is_plain(&self) -> bool {
        self.all_of.is_empty() && self.one_of.iter().all(Self::is_trivial)
    }

    /// Whether it says nothing about the type of its values: at most what they mean, or which of
    /// the members declared elsewhere must be there.
    pub(crate) fn is_trivial(&self) -> bool {
        self.types.is_empty() && self.allows_all_of_its_types()
    }

    fn allows_all_of_its_types(&self) -> bool {
        self.reference.is_none()
            && self.values.is_empty()
            && self.constant.is_none()
            && self.properties.is_empty()
            && self.additional.is_none()
            && self.items.is_none()
            && self.all_of.iter().all(Self::is_trivial)
            && self.one_of.iter().all(Self::is_trivial)
    }

    /// Whether it allows anything, or any object.
    pub(crate) fn is_open(&self) -> bool {
        matches!(self.types[..], [] | [Type::Object]) && self.allows_all_of_its_types()
    }

    /// Whether it allows `null` and nothing else.
    pub(crate) fn is_null(&self) -> bool {
        let is_null_value = |node: &Node<'_>| node.is_null();
        (self.nullable && self.node.get("type").is_some() && self.types.is_empty())
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

    /// Whether `property` is always there.
    pub(crate) fn requires(&self, property: &str) -> bool {
        self.required.iter().any(|name| name.text == property)
    }

    /// Reports names in `required` that are no properties.
    pub(crate) fn check_required(&self, reader: &mut Reader<'a, '_>) {
        for name in &self.required {
            if self.properties.iter().any(|(property, _)| *property == name.text) {
                continue;
            }
            let mut diagnostic = Diagnostic::new(
                reader.slip(),
                Code::UndeclaredRequired,
                format!("required property `{}` is not declared", name.text),
            )
            .at(name.node.place(), "no such property");
            let declared = self.properties.iter().map(|(property, _)| *property);
            if let Some(near) = suggest(name.text, declared) {
                diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
            } else {
                diagnostic = diagnostic
                    .help(format!("declare `{}` under `properties`, or drop it here", name.text));
            }
            reader.report(diagnostic);
        }
    }
}

/// Which member of an object says of which variant it is.
#[derive(Clone)]
pub(crate) struct Discriminator<'a> {
    pub(crate) property: &'a str,
    /// The texts of the member, and the variants as references or as names of components.
    pub(crate) mapping: Vec<(&'a str, &'a str)>,
}

impl<'a> Read<'a> for Discriminator<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a discriminator")?;
        let property = object.require("propertyName");
        let mapping = object.map("mapping");
        object.without_effect(&["defaultMapping"]);
        object.finish();
        Some(Self { property: property?, mapping })
    }
}

impl<'a> Read<'a> for Additional<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        match node.as_bool() {
            Some(true) => Some(Self::Any),
            Some(false) => Some(Self::Nothing),
            None => Schema::read(reader, node).map(|schema| Self::Schema(Box::new(schema))),
        }
    }
}
