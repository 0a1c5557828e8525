//! Schema objects.

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
    pub(crate) example: Option<Node<'a>>,
    pub(crate) pattern: Option<&'a str>,
    pub(crate) deprecated: bool,
    /// `x-encryption`: how the value is encrypted before it is sent.
    pub(crate) encryption: Option<Text<'a>>,
    pub(crate) rust_name: Option<Text<'a>>,
}

/// A JSON type that a schema names.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Type {
    Array,
    Boolean,
    Integer,
    Number,
    Object,
    String,
}

/// What an object may hold beside its declared properties.
#[derive(Clone)]
pub(crate) enum Additional<'a> {
    /// Anything or nothing, which is the same to a client: it reads on either way.
    Any,
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
    "readOnly",
    "uniqueItems",
    "writeOnly",
    "xml",
];

/// Keys whose meaning is not implemented, with the name of the feature.
const UNSUPPORTED: &[(&str, &str)] = &[
    ("allOf", "`allOf` (a schema made of several)"),
    ("anyOf", "`anyOf` (a union)"),
    ("oneOf", "`oneOf` (a union)"),
    ("not", "`not`"),
    ("discriminator", "`discriminator`"),
    ("patternProperties", "`patternProperties`"),
    ("prefixItems", "`prefixItems` (a tuple)"),
    ("$anchor", "`$anchor`"),
    ("$dynamicRef", "`$dynamicRef`"),
];

impl<'a> Read<'a> for Schema<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut object = reader.object(node, "a schema")?;
        let types = object.get::<Types>("type").unwrap_or_default();
        let schema = Self {
            node,
            reference: object.get("$ref"),
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
            example: object.node("example"),
            pattern: object.get("pattern"),
            deprecated: object.get("deprecated").unwrap_or(false),
            encryption: object.get("x-encryption"),
            rust_name: object.get("x-rust-name"),
        };
        let examples = object.list::<Node<'a>>("examples");
        object.without_effect(CONSTRAINTS);
        object.without_effect(&["$defs"]);
        for (key, feature) in UNSUPPORTED {
            object.unsupported(key, feature);
        }
        object.finish();
        schema.check_required(reader);
        Some(Self { example: schema.example.or(examples.first().copied()), ..schema })
    }
}

impl<'a> Schema<'a> {
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

    fn check_required(&self, reader: &mut Reader<'a, '_>) {
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

/// The value of `type`: one name, or a list of them.
#[derive(Default)]
struct Types {
    named: Vec<Type>,
    null: bool,
}

impl<'a> Read<'a> for Types {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        let mut types = Self::default();
        if node.is_array() {
            for item in node.items() {
                types.add(reader, item);
            }
        } else {
            types.add(reader, node);
        }
        Some(types)
    }
}

impl Types {
    fn add<'a>(&mut self, reader: &mut Reader<'a, '_>, node: Node<'a>) {
        const NAMES: &[(&str, Type)] = &[
            ("array", Type::Array),
            ("boolean", Type::Boolean),
            ("integer", Type::Integer),
            ("number", Type::Number),
            ("object", Type::Object),
            ("string", Type::String),
        ];
        let Some(name) = <&str>::read(reader, node) else { return };
        if name == "null" {
            self.null = true;
            return;
        }
        if let Some((_, ty)) = NAMES.iter().find(|(known, _)| *known == name) {
            self.named.push(*ty);
            return;
        }
        let mut diagnostic =
            Diagnostic::error(Code::InvalidValue, format!("there is no type `{name}`"))
                .at(node.place(), "not a type of JSON Schema");
        if let Some(near) = suggest(name, NAMES.iter().map(|(known, _)| *known)) {
            diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
        }
        reader.report(diagnostic);
    }
}

impl<'a> Read<'a> for Additional<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        match node.as_bool() {
            Some(_) => Some(Self::Any),
            None => Schema::read(reader, node).map(|schema| Self::Schema(Box::new(schema))),
        }
    }
}
