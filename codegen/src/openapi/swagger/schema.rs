//! Schemas of Swagger 2.0: a part of JSON Schema, with keywords of its own.

use super::{parameter, value};
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::aspect::{Aspect, FormField};
use crate::openapi::discriminator::{Discriminator, Mapped};
use crate::openapi::extensions;
use crate::openapi::id::SchemaId;
use crate::openapi::json_type::{JsonTypes, Type};
use crate::openapi::object::ObjectReader;
use crate::openapi::reader::{Read, Reader};
use crate::openapi::reference::Link;
use crate::openapi::schema::Schema;
use crate::openapi::text::{Text, is_text};
use crate::source::Node;

/// Keywords that a client does nothing with: most constrain values, which the server checks.
const WITHOUT_EFFECT: &[&str] = &[
    "externalDocs",
    "maxItems",
    "maxLength",
    "maxProperties",
    "minItems",
    "minLength",
    "minProperties",
    "multipleOf",
    "uniqueItems",
    "xml",
    extensions::DISCRIMINATOR_VALUE,
];

/// Reads a schema, or what is a schema besides what it is. Every schema is one to those that lead to
/// it, so that its id always stands for something.
pub(super) fn schema<'a>(
    reader: &mut Reader<'a, '_>,
    (node, aspect): (Node<'a>, Aspect),
) -> Option<Schema<'a>> {
    Some(match aspect {
        Aspect::Form(index) => form(reader, node, index),
        Aspect::Value | Aspect::Item | Aspect::Field => match node.get("$ref") {
            None => parameter::values(reader, node, aspect),
            Some(reference) if aspect == Aspect::Field => referred(reader, node, reference),
            Some(_) => whole(reader, node),
        },
        Aspect::Whole | Aspect::In(_) => whole(reader, node),
    })
}

fn whole<'a>(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Schema<'a> {
    if node.as_bool().is_some() {
        return Schema::anything(node);
    }
    let Some(mut object) = reader.object_as_written(node, "a schema") else {
        return Schema { is_unreadable: true, ..Schema::anything(node) };
    };
    let (types, format) = value::types(&mut object);
    let is_nullable = value::is_nullable(&mut object);
    let rare = value::rare(&mut object, node, discriminator);
    let rust_name = object.extension(extensions::RUST_NAME, is_text);
    let encryption = object.extension(extensions::ENCRYPTION, is_text);
    let mut schema = Schema {
        reference: object.get("$ref"),
        types,
        format,
        title: object.get("title"),
        description: object.get("description"),
        values: object.list("enum"),
        default: object.node("default"),
        properties: object.map("properties"),
        lists_properties: object.node("properties").is_some(),
        required: object.list("required"),
        additional: object.get("additionalProperties"),
        items: object.get("items"),
        all_of: object.list("allOf"),
        read_only: object.get("readOnly").unwrap_or(false),
        example: object.node("example"),
        pattern: object.get("pattern"),
        rare,
        ..Schema::anything(node)
    };
    schema.nullable = of_openapi_3(&mut object, &mut schema) || is_nullable;
    if rust_name.is_some() || encryption.is_some() {
        let rare = schema.rare_mut();
        (rare.rust_name, rare.encryption) = (rust_name, encryption);
    }
    object.without_effect(WITHOUT_EFFECT);
    object.finish();
    schema
}

/// Keywords that OpenAPI 3 has, which leave no doubt about what is meant. Returns whether one of them
/// says that the value may be `null`.
fn of_openapi_3<'a>(object: &mut ObjectReader<'_, 'a, '_>, schema: &mut Schema<'a>) -> bool {
    const UNION: &str = "Swagger 2.0 has no unions: write a schema that allows all of them, or \
                         write the description in OpenAPI 3";
    let nullable = object.of_openapi_3("nullable", "write `x-nullable: true`");
    if object.of_openapi_3("oneOf", UNION).is_some() {
        schema.one_of = object.list("oneOf");
    }
    if object.of_openapi_3("anyOf", UNION).is_some() {
        schema.any_of = object.list("anyOf");
    }
    if let Some(constant) = object.of_openapi_3("const", "write an `enum` of one value") {
        schema.constant = Some(constant);
    }
    if object.of_openapi_3("deprecated", "say it in the `description`").is_some() {
        schema.deprecated = object.get("deprecated").unwrap_or(false);
    }
    let help = "describe what is sent in a schema of its own";
    if object.of_openapi_3("writeOnly", help).is_some() {
        schema.rare_mut().write_only = object.get("writeOnly").unwrap_or(false);
    }
    nullable.and_then(Node::as_bool).unwrap_or(false)
}

/// `discriminator`: the name of a member. Its values are the names of the schemas that extend this
/// one.
fn discriminator<'a>(object: &mut ObjectReader<'_, 'a, '_>) -> Option<Discriminator<'a>> {
    let given = object.node("discriminator")?;
    let reader = object.reader_mut();
    if given.is_object() {
        reader.report(
            Diagnostic::new(Code::WrongType, "the discriminator of Swagger 2.0 is a name")
                .at(given.key_place(), "this is an object, as OpenAPI 3 has it")
                .help("write the name of the member alone"),
        );
        return Discriminator::read(reader, given);
    }
    let property = <&str>::read(reader, given)?;
    let base = object.written();
    let facts = object.reader_mut().swagger.as_ref()?;
    let family = facts.families().family(base);
    let reader = object.reader_mut();
    let mapping = family.into_iter().map(|heir| {
        let target: SchemaId = reader.id(heir.node);
        (heir.value, Mapped { text: heir.value, target: Some(target) })
    });
    Some(Discriminator { property, mapping: mapping.collect(), default: None })
}

/// The object whose members are the fields of a form.
fn form<'a>(reader: &mut Reader<'a, '_>, node: Node<'a>, index: usize) -> Schema<'a> {
    let facts = reader.swagger.as_ref();
    let fields = facts.and_then(|facts| facts.form(index)).map(|form| form.fields.clone());
    let fields = fields.unwrap_or_default();
    let is_required = |field: &FormField<'a>| {
        let node = field.parameter.get("name")?;
        field.is_required().then_some(Text { node, text: field.name })
    };
    Schema {
        types: JsonTypes::only(Type::Object),
        required: fields.iter().filter_map(is_required).collect(),
        properties: fields
            .into_iter()
            .map(|field| (field.name, reader.id_as(field.listed, Aspect::Field)))
            .collect(),
        lists_properties: true,
        ..Schema::anything(node)
    }
}

/// A field of a form that is given by a reference to a parameter.
fn referred<'a>(reader: &mut Reader<'a, '_>, node: Node<'a>, reference: Node<'a>) -> Schema<'a> {
    let reference = Link::read_as(reader, reference, Aspect::Field);
    Schema { reference, ..Schema::anything(node) }
}
