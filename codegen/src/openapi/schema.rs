//! Schema objects.

use super::discriminator::Discriminator;
use super::extensions;
use super::id::{SchemaId, kind};
use super::json_type::JsonTypes;
use super::object::ObjectReader;
use super::reader::{Read, Reader};
use super::reference::Link;
use super::text::{Text, is_text};
use crate::source::Node;

/// A schema as written, with the keywords that matter to a client. Schemas within it stand for
/// themselves.
#[derive(Clone)]
pub(crate) struct Schema<'a> {
    pub(crate) node: Node<'a>,
    /// Whether it is not a schema, which has been reported.
    pub(crate) is_unreadable: bool,
    /// `$ref`; what stands beside it counts too (OpenAPI 3.1).
    pub(crate) reference: Option<Link<'a, kind::Schema>>,
    pub(crate) types: JsonTypes,
    /// `nullable` (OpenAPI 3.0).
    pub(crate) nullable: bool,
    pub(crate) format: Option<&'a str>,
    pub(crate) title: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
    /// `enum`
    pub(crate) values: Vec<Node<'a>>,
    /// `const`
    pub(crate) constant: Option<Node<'a>>,
    pub(crate) default: Option<Node<'a>>,
    pub(crate) properties: Vec<(&'a str, SchemaId)>,
    /// Whether `properties` is there, though perhaps empty.
    pub(crate) lists_properties: bool,
    pub(crate) required: Vec<Text<'a>>,
    /// `additionalProperties`
    pub(crate) additional: Option<Additional>,
    pub(crate) items: Option<SchemaId>,
    pub(crate) all_of: Vec<SchemaId>,
    pub(crate) one_of: Vec<SchemaId>,
    pub(crate) any_of: Vec<SchemaId>,
    pub(crate) read_only: bool,
    pub(crate) deprecated: bool,
    pub(crate) example: Option<Node<'a>>,
    pub(crate) pattern: Option<&'a str>,
    /// Keywords that few schemas have.
    pub(crate) rare: Option<Box<Rare<'a>>>,
}

/// Keywords that few schemas have.
#[derive(Clone, Default)]
pub(crate) struct Rare<'a> {
    /// `$dynamicRef`
    pub(crate) dynamic_reference: Option<Link<'a, kind::Schema>>,
    /// `$anchor`, else `$dynamicAnchor`: the name that a schema gives itself.
    pub(crate) anchor: Option<&'a str>,
    pub(crate) pattern_properties: Vec<(&'a str, SchemaId)>,
    pub(crate) prefix_items: Vec<SchemaId>,
    pub(crate) write_only: bool,
    /// `unevaluatedProperties`
    pub(crate) unevaluated: Option<Additional>,
    pub(crate) discriminator: Option<Discriminator<'a>>,
    pub(crate) minimum: Option<Node<'a>>,
    pub(crate) maximum: Option<Node<'a>>,
    pub(crate) exclusive_minimum: Option<Node<'a>>,
    pub(crate) exclusive_maximum: Option<Node<'a>>,
    pub(crate) content_media_type: Option<&'a str>,
    pub(crate) content_encoding: Option<&'a str>,
    /// `x-encryption`: how the value is encrypted before it is sent.
    pub(crate) encryption: Option<Text<'a>>,
    pub(crate) rust_name: Option<Text<'a>>,
    /// `x-enum-varnames`, else `x-enumNames`: what the values are called, one by one.
    pub(crate) variant_names: Vec<Text<'a>>,
    /// `x-enum-descriptions`: what the values mean, one by one, or by value.
    pub(crate) variant_descriptions: Option<Node<'a>>,
}

/// The keys of [`Rare`].
pub(super) const RARE: &[&str] = &[
    "$anchor",
    "$dynamicAnchor",
    "$dynamicRef",
    "contentEncoding",
    "contentMediaType",
    "discriminator",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "maximum",
    "minimum",
    "patternProperties",
    "prefixItems",
    "unevaluatedProperties",
    "writeOnly",
    extensions::ENCRYPTION,
    extensions::ENUM_DESCRIPTIONS,
    extensions::ENUM_NAMES,
    extensions::ENUM_VARNAMES,
    extensions::RUST_NAME,
];

static NOTHING_RARE: Rare<'static> = Rare {
    dynamic_reference: None,
    anchor: None,
    pattern_properties: Vec::new(),
    prefix_items: Vec::new(),
    unevaluated: None,
    write_only: false,
    discriminator: None,
    minimum: None,
    maximum: None,
    exclusive_minimum: None,
    exclusive_maximum: None,
    content_media_type: None,
    content_encoding: None,
    encryption: None,
    rust_name: None,
    variant_names: Vec::new(),
    variant_descriptions: None,
};

/// What an object may hold beside its declared properties.
#[derive(Clone, Copy)]
pub(crate) enum Additional {
    /// Anything.
    Any,
    /// Nothing. To a client that is the same as not saying: it reads on either way.
    Nothing,
    /// Values of this schema.
    Schema(SchemaId),
}

/// Keywords that a client does nothing with: most constrain values, which the server checks.
const WITHOUT_EFFECT: &[&str] = &[
    "$comment",
    "$defs",
    "$id",
    "$schema",
    "$vocabulary",
    "contains",
    "contentSchema",
    "definitions",
    "dependentRequired",
    "dependentSchemas",
    "else",
    "externalDocs",
    "if",
    "maxContains",
    "maxItems",
    "maxLength",
    "maxProperties",
    "minContains",
    "minItems",
    "minLength",
    "minProperties",
    "multipleOf",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "uniqueItems",
    "xml",
];

impl<'a> Read<'a> for Schema<'a> {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        // Every schema is one to those that lead to it, so that its id always stands for something.
        if node.as_bool().is_some() {
            return Some(Self::anything(node));
        }
        let has_rare = node.entries().any(|(key, _)| RARE.contains(&key));
        let Some(mut object) = reader.object_as_written(node, "a schema") else {
            return Some(Self { is_unreadable: true, ..Self::anything(node) });
        };
        let mut schema = Self {
            node,
            is_unreadable: false,
            reference: object.get("$ref"),
            types: object.get("type").unwrap_or_default(),
            nullable: object.get("nullable").unwrap_or(false),
            format: object.get("format"),
            title: object.get("title"),
            description: object.get("description"),
            values: object.list("enum"),
            constant: object.node("const"),
            default: object.node("default"),
            properties: object.map("properties"),
            lists_properties: object.node("properties").is_some(),
            required: object.list("required"),
            additional: object.get("additionalProperties"),
            items: object.get("items"),
            all_of: object.list("allOf"),
            one_of: object.list("oneOf"),
            any_of: object.list("anyOf"),
            read_only: object.get("readOnly").unwrap_or(false),
            deprecated: object.get("deprecated").unwrap_or(false),
            example: object.node("example"),
            pattern: object.get("pattern"),
            rare: None,
        };
        let examples = object.list_or_map("examples");
        schema.example = schema.example.or(examples);
        if has_rare {
            schema.rare = Some(Box::new(Rare::read(&mut object)));
        } else {
            object.without_effect(RARE);
        }
        object.without_effect(WITHOUT_EFFECT);
        object.finish_schema();
        Some(schema)
    }
}

impl<'a> Rare<'a> {
    fn read(object: &mut ObjectReader<'_, 'a, '_>) -> Self {
        let dynamic_anchor = object.get("$dynamicAnchor");
        let other_names = object.node(extensions::ENUM_NAMES);
        let names = object.node(extensions::ENUM_VARNAMES).or(other_names);
        Self {
            dynamic_reference: object.get("$dynamicRef"),
            anchor: object.get("$anchor").or(dynamic_anchor),
            pattern_properties: object.map("patternProperties"),
            prefix_items: object.list("prefixItems"),
            unevaluated: object.get("unevaluatedProperties"),
            write_only: object.get("writeOnly").unwrap_or(false),
            discriminator: object.get("discriminator"),
            minimum: object.node("minimum"),
            maximum: object.node("maximum"),
            exclusive_minimum: object.node("exclusiveMinimum"),
            exclusive_maximum: object.node("exclusiveMaximum"),
            content_media_type: object.get("contentMediaType"),
            content_encoding: object.get("contentEncoding"),
            encryption: object.extension(extensions::ENCRYPTION, is_text),
            rust_name: object.extension(extensions::RUST_NAME, is_text),
            variant_names: names.map_or_else(Vec::new, |names| texts(names).collect()),
            variant_descriptions: object.node(extensions::ENUM_DESCRIPTIONS),
        }
    }
}

/// The texts of a list; what is not a text is an empty one, so that the others keep their places.
pub(super) fn texts<'a>(list: Node<'a>) -> impl Iterator<Item = Text<'a>> {
    list.items().map(|node| Text { text: node.as_str().unwrap_or_default(), node })
}

impl<'a> Schema<'a> {
    /// A schema that allows anything.
    pub(crate) fn anything(node: Node<'a>) -> Self {
        Self {
            node,
            is_unreadable: false,
            reference: None,
            types: JsonTypes::default(),
            nullable: false,
            format: None,
            title: None,
            description: None,
            values: Vec::new(),
            constant: None,
            default: None,
            properties: Vec::new(),
            lists_properties: false,
            required: Vec::new(),
            additional: None,
            items: None,
            all_of: Vec::new(),
            one_of: Vec::new(),
            any_of: Vec::new(),
            read_only: false,
            deprecated: false,
            example: None,
            pattern: None,
            rare: None,
        }
    }

    /// The keywords that few schemas have.
    pub(crate) fn rare(&self) -> &Rare<'a> {
        self.rare.as_deref().unwrap_or(&NOTHING_RARE)
    }

    /// The same, to change them.
    pub(crate) fn rare_mut(&mut self) -> &mut Rare<'a> {
        self.rare.get_or_insert_default()
    }
}

impl<'a> Read<'a> for Additional {
    fn read(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Self> {
        match node.as_bool() {
            Some(true) => Some(Self::Any),
            Some(false) => Some(Self::Nothing),
            None => Some(Self::Schema(reader.id(node))),
        }
    }
}
