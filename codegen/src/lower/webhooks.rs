//! Requests that a service sends: webhooks and callbacks. Who receives them needs the types of what
//! they hold, and nothing else of a client.

use super::body::{self, Media};
use super::operation::Found;
use super::types::{Name, Types};
use crate::source::Node;
use crate::spec::{Document, Read, Reader, RefOr, Reference, RequestBody};

/// Lowers what webhooks and callbacks hold, so that there are types for it.
pub(super) fn lower<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    documents: &[Document<'a>],
    found: &[Found<'a, '_>],
) {
    for (name, item) in documents.iter().flat_map(|document| &document.webhooks) {
        let purpose = format!("What the webhook `{name}` sends.");
        path_item(reader, types, *item, name, &purpose);
    }
    for found in found {
        for (name, callback) in &found.operation.callbacks {
            let Some(callback) = resolved(reader, *callback) else { continue };
            let purpose = format!("What the callback `{name}` of `{}` sends.", found.id);
            let name = format!("{} {name}", found.id);
            for (_, item) in callback.entries().filter(|(key, _)| !key.starts_with("x-")) {
                path_item(reader, types, item, &name, &purpose);
            }
        }
    }
}

/// The bodies of the requests of a path item; what has no name of its own is called after `name`.
fn path_item<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    item: Node<'a>,
    name: &str,
    purpose: &str,
) {
    let Some(item) = resolved(reader, item) else { return };
    for (_, operation) in item.entries() {
        let Some(body) = operation.get("requestBody") else { continue };
        let body = RefOr::<RequestBody<'a>>::read(reader, body);
        let Some(body) = body.and_then(|body| body.resolve(reader)) else { continue };
        if let Some((Media::Json, _, content)) = body::preferred(&body.content)
            && let Some(schema) = &content.schema
        {
            let name = Name::component(&format!("{name} payload")).described(Some(purpose));
            types.ty(reader, schema, &name);
        }
    }
}

/// The node itself, whatever chain of references leads to it.
fn resolved<'a>(reader: &mut Reader<'a, '_>, node: Node<'a>) -> Option<Node<'a>> {
    match node.get("$ref") {
        Some(reference) => {
            let reference = Reference::read(reader, reference)?;
            reader.follow(reference)
        }
        None => Some(node),
    }
}
