//! Payloads: what a service sends of its own accord, by webhooks and callbacks. A client sends none
//! of these requests, so only their bodies become types.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Item, Ty, TypeId};
use crate::lower::described::Described;
use crate::lower::request::body::{self, Media};
use crate::lower::types::recursion;
use crate::lower::types::{self, Name, Types};
use crate::openapi::{Document, Operation, Reader};

/// The types of what a service sends.
#[derive(Default)]
pub(crate) struct Payloads {
    /// The types, each with the family of the operation that it is a callback of.
    types: Vec<(Ty, Option<usize>)>,
    /// What sends an item, in words.
    senders: BTreeMap<TypeId, BTreeSet<String>>,
}

impl Payloads {
    /// Lowers the bodies of all webhooks and callbacks of a service.
    pub(crate) fn lower<'a>(
        reader: &mut Reader<'a, '_>,
        types: &mut Types<'a>,
        documents: &[Document<'a>],
        found: &[Described<'a, '_>],
    ) -> Self {
        let mut payloads = Self::default();
        for (name, item) in documents.iter().flat_map(|document| &document.webhooks) {
            let sender = format!("webhook {}", code(name));
            let type_name = Name::component(&format!("{name} payload"));
            for (_, operation) in &item.operations {
                payloads.add(reader, types, operation, (&type_name, &sender, None));
            }
        }
        for Described { operation, id, index, family, .. } in found {
            for (name, given) in &operation.callbacks {
                let Some(callback) = given.resolve(reader) else { continue };
                let sender = format!("callback {} of {}", code(name), code(id));
                let type_name = Name::of_operation(*index, id, &format!("{name} payload"));
                for sent in callback.operations(reader) {
                    payloads.add(reader, types, &sent, (&type_name, &sender, *family));
                }
            }
        }
        for (id, senders) in &payloads.senders {
            let senders: Vec<_> = senders.iter().map(String::as_str).collect();
            types.add_docs(*id, &format!("Sent by {}.", senders.join(", ")));
        }
        payloads
    }

    /// Adds the body of one request.
    fn add<'a>(
        &mut self,
        reader: &mut Reader<'a, '_>,
        types: &mut Types<'a>,
        operation: &Operation<'a>,
        (name, sender, family): (&Name, &str, Option<usize>),
    ) {
        let Some(body) = operation.body.as_ref().and_then(|it| it.resolve(reader)) else { return };
        let Some((Media::Json, _, content)) = body::preferred(&body.content) else { return };
        let Some(schema) = &content.schema else { return };
        let purpose = body.description.or(operation.summary).or(operation.description);
        let ty = types.ty(reader, schema, &name.described(purpose));
        if let Some(id) = recursion::innermost(&ty) {
            self.senders.entry(id).or_default().insert(sender.to_owned());
        }
        self.types.push((ty, family));
    }

    /// Marks the items that payloads lead to; those of webhooks are used by every family.
    pub(crate) fn mark(&self, items: &mut [Item], families: usize) {
        for (ty, family) in &self.types {
            let used_by = family.map_or(0..families, |family| family..family + 1);
            for family in used_by {
                types::mark(items, std::iter::once(ty), false, Some(family));
            }
        }
    }
}

/// A name of the description as code.
fn code(name: &str) -> String {
    format!("`{}`", name.replace('`', "'"))
}
