//! Parameters and headers of Swagger 2.0: their values have no schema of their own.

use super::collection_format::{ListForm, ListIn, check};
use super::refer::ref_or;
use super::value;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::aspect::Aspect;
use crate::openapi::extensions;
use crate::openapi::header::Header;
use crate::openapi::id::{SchemaId, kind};
use crate::openapi::object::ObjectReader;
use crate::openapi::parameter::{In, Parameter};
use crate::openapi::reader::Reader;
use crate::openapi::ref_or::RefOr;
use crate::openapi::schema::Schema;
use crate::openapi::text::{is_bool, is_text};
use crate::source::Node;

/// Reads a parameter that is not the body, nor a field of a form.
pub(super) fn parameter<'a>(
    reader: &mut Reader<'a, '_>,
    of: (Node<'a>, Aspect),
) -> Option<RefOr<'a, Parameter<'a>, kind::Parameter>> {
    ref_or(reader, of, plain)
}

fn plain<'a>(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Parameter<'a>> {
    let mut object = reader.object(node, "a parameter")?;
    let name = object.require("name");
    let location = object.require::<In>("in");
    let place = match location {
        Some(In::Path | In::Header) => ListIn::Text,
        _ => ListIn::Pairs,
    };
    check(&mut object, node, place);
    let list = ListForm::of(node, place);
    let parameter = Parameter {
        node,
        name: name.unwrap_or_default(),
        location: location.unwrap_or(In::Query),
        required: object.get("required").unwrap_or(false),
        description: object.get("description"),
        deprecated: false,
        schema: value_schema(&mut object, node),
        content: Vec::new(),
        style: list.style,
        explode: list.explode,
        allow_reserved: false,
        example: None,
        idempotency_token: object
            .extension(extensions::IDEMPOTENCY_TOKEN, is_bool)
            .unwrap_or(false),
        rust_name: object.extension(extensions::RUST_NAME, is_text),
    };
    report_cookie(&mut object, location);
    finish(object);
    let is_whole = name.is_some() && location.is_some();
    (is_whole && parameter.has_legal_name(reader)).then_some(parameter)
}

/// The schema of the values of a parameter: what the parameter itself says, unless it has a schema as
/// in OpenAPI 3.
fn value_schema<'a>(object: &mut ObjectReader<'_, 'a, '_>, node: Node<'a>) -> Option<SchemaId> {
    const HELP: &str = "only a body has a schema: write its keys into the parameter itself";
    match object.of_openapi_3("schema", HELP) {
        Some(schema) if node.get("type").is_none() => Some(object.reader_mut().id(schema)),
        _ => {
            let ty = object.require::<Node<'a>>("type").and_then(Node::as_str);
            if ty == Some("file") {
                report_file(object, node);
            }
            Some(object.reader_mut().id_as(node, Aspect::Value))
        }
    }
}

fn report_file<'a>(object: &mut ObjectReader<'_, 'a, '_>, node: Node<'a>) {
    let node = node.get("type").unwrap_or(node);
    object.reader_mut().report(
        Diagnostic::new(Code::InvalidValue, "a file can only be a field of a form")
            .at(node.place(), "sent as a text")
            .help("write `in: formData`"),
    );
}

fn report_cookie(object: &mut ObjectReader<'_, '_, '_>, location: Option<In>) {
    let Some(node) = object.node("in").filter(|_| location == Some(In::Cookie)) else { return };
    object.reader_mut().report(
        Diagnostic::new(Code::InvalidValue, "Swagger 2.0 has no cookies")
            .at(node.place(), "sent as a cookie all the same")
            .help("write a header `Cookie`, or the description in OpenAPI 3"),
    );
}

/// Reports the keys that a parameter does not have.
fn finish(mut object: ObjectReader<'_, '_, '_>) {
    of_openapi_3(&mut object);
    object.without_effect(value::KEYS);
    object.without_effect(&["allowEmptyValue"]);
    object.finish();
}

/// Reports how OpenAPI 3 says how a parameter is written.
fn of_openapi_3(object: &mut ObjectReader<'_, '_, '_>) {
    object.of_openapi_3("style", "write `collectionFormat`");
    object.of_openapi_3("explode", "write `collectionFormat: multi`");
    object.of_openapi_3("content", "write `type`");
    object.of_openapi_3("example", "leave it out: Swagger 2.0 has examples of bodies alone");
    object.of_openapi_3("deprecated", "say it in the `description`");
}

/// Reads a parameter, a header or items as the schema of their values.
pub(super) fn values<'a>(
    reader: &mut Reader<'a, '_>,
    node: Node<'a>,
    aspect: Aspect,
) -> Schema<'a> {
    let what = match aspect {
        Aspect::Item => "the items of a list",
        _ => "a parameter",
    };
    let Some(mut object) = reader.object(node, what) else {
        return Schema { is_unreadable: true, ..Schema::anything(node) };
    };
    let mut schema = value::read(&mut object, node);
    match aspect {
        Aspect::Field => {
            schema.description = object.get("description");
            let rust_name = object.extension(extensions::RUST_NAME, is_text);
            if rust_name.is_some() {
                schema.rare_mut().rust_name = rust_name;
            }
            object.require::<&str>("name");
            object.require::<Node<'a>>("type");
            object.get::<bool>("required");
            check(&mut object, node, ListIn::Pairs);
            object.without_effect(&["in"]);
            finish(object);
        }
        Aspect::Item => {
            check(&mut object, node, ListIn::List);
            object.require::<Node<'a>>("type");
            object.without_effect(&["description", "title"]);
            object.finish();
        }
        // The parameter or the header reports its own keys.
        _ => {}
    }
    schema
}

/// Reads a header of a response.
pub(super) fn header<'a>(
    reader: &mut Reader<'a, '_>,
    of: (Node<'a>, Aspect),
) -> Option<RefOr<'a, Header<'a>, kind::Header>> {
    ref_or(reader, of, |reader, node| {
        let mut object = reader.object(node, "a header")?;
        let description = object.get("description");
        let schema = value_schema(&mut object, node);
        check(&mut object, node, ListIn::Text);
        finish(object);
        Some(Header { description, schema })
    })
}
