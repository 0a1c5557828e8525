//! Payloads: what a service sends of its own accord, by webhooks and callbacks. A client sends none
//! of these requests, so only their bodies become types.

use std::collections::{BTreeMap, BTreeSet};

use super::described::{self, Described};
use super::media::{self, Media};
use super::types::{Root, TypeName, Types, innermost};
use crate::ir::TypeId;
use crate::markdown;
use crate::openapi::{Description, OperationObject};

/// Lowers the bodies of all webhooks and callbacks of a service. The types belong to the family of
/// the operation that they are a callback of, those of webhooks to each of `families`.
pub(crate) fn lower<'a>(
    types: &mut Types<'_, 'a>,
    documents: &[Description<'a>],
    all: &[Described<'_, 'a>],
    families: usize,
) -> Vec<Root> {
    let cx = types.context();
    let mut payloads = Payloads::default();
    for (name, item) in documents.iter().flat_map(|document| &document.webhooks) {
        let sender = format!("webhook {}", code(name));
        let type_name = TypeName::component(&format!("{name} payload"));
        for (_, operation) in described::operations(cx, *item).1 {
            payloads.add(types, operation, (&type_name, &sender), 0..families);
        }
    }
    for Described { operation, id, index, family, .. } in all {
        for (name, given) in &operation.callbacks {
            let Some(callback) = cx.objects.resolve(*given) else { continue };
            let sender = format!("callback {} of {}", code(name), code(id));
            let type_name = TypeName::of_operation(*index, id, &format!("{name} payload"));
            let family = family.map_or(0..0, |family| family..family + 1);
            for item in &callback.items {
                for (_, sent) in described::operations(cx, *item).1 {
                    payloads.add(types, sent, (&type_name, &sender), family.clone());
                }
            }
        }
    }
    for (id, senders) in &payloads.senders {
        let senders: Vec<_> = senders.iter().map(String::as_str).collect();
        types.add_docs(*id, &format!("Sent by {}.", senders.join(", ")));
    }
    payloads.roots
}

/// The types of what a service sends.
#[derive(Default)]
struct Payloads {
    roots: Vec<Root>,
    /// What sends an item, in words.
    senders: BTreeMap<TypeId, BTreeSet<String>>,
}

impl Payloads {
    /// Adds the body of one request.
    fn add<'a>(
        &mut self,
        types: &mut Types<'_, 'a>,
        operation: &OperationObject<'a>,
        (name, sender): (&TypeName, &str),
        families: std::ops::Range<usize>,
    ) {
        let body = operation.body.and_then(|body| types.context().objects.resolve(body));
        let Some(body) = body else { return };
        let preferred = media::preferred(types.schemas(), &body.content);
        let Some((Media::Json, _, content)) = preferred else { return };
        let Some(schema) = content.schema else { return };
        let purpose = body.description.or(operation.summary).or(operation.description);
        let ty = types.ty(schema, &name.described(purpose));
        if let Some(id) = innermost(&ty) {
            self.senders.entry(id).or_default().insert(sender.to_owned());
        }
        for family in families {
            self.roots.push(Root { ty: ty.clone(), is_sent: false, family: Some(family) });
        }
        self.roots.push(Root { ty, is_sent: false, family: None });
    }
}

/// A name of the description as code.
fn code(name: &str) -> String {
    format!("`{}`", markdown::code(name))
}
