//! Path items of Swagger 2.0.

use super::given::GivenParameters;
use super::operation::operation;
use crate::http::Method;
use crate::openapi::aspect::Aspect;
use crate::openapi::path_item::{PathItem, referenced};
use crate::openapi::reader::Reader;
use crate::source::Node;

/// Reads what can be done at a path.
pub(super) fn path_item<'a>(
    reader: &mut Reader<'a, '_>,
    (node, _): (Node<'a>, Aspect),
) -> Option<PathItem<'a>> {
    let mut object = reader.object_as_written(node, "a path item")?;
    let given = GivenParameters::read(&mut object);
    let mut operations = Vec::new();
    // `query` came with OpenAPI 3.2.
    for (key, method) in Method::ALL.iter().filter(|(_, method)| *method != Method::Query) {
        if let Some(written) = object.node(key) {
            let read = operation(object.reader_mut(), written, &given);
            operations.extend(read.map(|operation| (method.clone(), operation)));
        }
    }
    let written = Method::ALL.iter().filter(|(key, _)| node.get(key).is_some()).count();
    object.of_openapi_3("servers", "write `host`, `basePath` and `schemes` into the document");
    object.of_openapi_3("summary", "write it into the operations");
    object.of_openapi_3("description", "write it into the operations");
    object.without_effect(&["$ref"]);
    object.finish();
    let reference = node.get("$ref").and_then(|reference| referenced(reader, reference));
    Some(PathItem { reference, parameters: given.plain, operations, servers: Vec::new(), written })
}
