//! Operations of Swagger 2.0.

use super::given::GivenParameters;
use super::{body, response, server};
use crate::openapi::extensions;
use crate::openapi::object::ObjectReader;
use crate::openapi::operation::OperationObject;
use crate::openapi::reader::Reader;
use crate::openapi::security;
use crate::openapi::text::{is_bool, is_text};
use crate::openapi::x_pagination::XPagination;
use crate::source::Node;

/// Reads an operation of a path with these parameters.
pub(super) fn operation<'a>(
    reader: &mut Reader<'a, '_>,
    node: Node<'a>,
    of_path: &GivenParameters<'a>,
) -> Option<OperationObject<'a>> {
    let home = reader.swagger.as_ref()?.home(node.document());
    let mut object = reader.object(node, "an operation")?;
    let consumes = media_types(&mut object, "consumes", home);
    let produces = media_types(&mut object, "produces", home);
    let given = GivenParameters::read(&mut object);
    let body = body::of_operation(object.reader_mut(), &given, of_path, &consumes);
    let operation = OperationObject {
        node,
        id: object.get("operationId"),
        tags: object.list("tags"),
        summary: object.get("summary"),
        description: object.get("description"),
        external_docs: object.get("externalDocs"),
        parameters: given.plain,
        body,
        responses: response::of_operation(&mut object, &produces),
        servers: server::of_operation(&mut object, home),
        callbacks: Vec::new(),
        security: security::requirements(&mut object),
        deprecated: object.get("deprecated").unwrap_or(false),
        pagination: object.extension(extensions::PAGINATION, XPagination::is_ours),
        idempotent: object.extension(extensions::IDEMPOTENT, is_bool),
        undocumented: object.extension(extensions::UNDOCUMENTED, is_bool).unwrap_or(false),
        rust_name: object.extension(extensions::RUST_NAME, is_text),
        aliases: object.extension_list(extensions::ALIASES),
    };
    const BODY: &str = "write a parameter with `in: body`, or with `in: formData` for each field";
    object.of_openapi_3("requestBody", BODY);
    object.of_openapi_3("servers", "write `schemes`: host and path are those of the document");
    object.of_openapi_3("callbacks", "leave it out: Swagger 2.0 has no callbacks");
    object.finish();
    Some(operation)
}

/// The media types that an operation says, else those that its document says.
fn media_types<'a>(
    object: &mut ObjectReader<'_, 'a, '_>,
    key: &'static str,
    home: Node<'a>,
) -> Vec<&'a str> {
    let own = object.list(key);
    if object.node(key).is_some() { own } else { of_document(home, key) }
}

/// The media types that a document says, which was read before.
pub(super) fn of_document<'a>(home: Node<'a>, key: &str) -> Vec<&'a str> {
    home.get(key).into_iter().flat_map(Node::items).filter_map(Node::as_str).collect()
}
