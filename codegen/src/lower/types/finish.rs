//! From drafts to items: who uses which of them and all names, then each item, complete.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

use super::boxes::Boxes;
use super::draft::{Draft, Source};
use super::name::{TypeName, tell_apart};
use super::plan::Plan;
use super::service_types::Types;
use super::shape::Kind;
use super::structure::StructBody;
use super::text::TextValue;
use super::union_item::UnionBody;
use super::usage::{self, Root, innermost};
use super::value_names::IntegerValue;
use super::{enumeration, equality, graph, structure, union_item, values};
use crate::ir::{Docs, Home, Item, ItemKind, ResponseBody, Ty, Untyped};
use crate::lower::names::{self, Candidate};
use crate::name::{self, Ident, Namespace};
use crate::openapi::SchemaId;
use crate::source::{Node, Place};

/// What an item holds, without identifiers.
enum ItemBody<'a> {
    Struct(StructBody<'a>),
    Enum(Vec<TextValue<'a>>),
    Integers(Vec<IntegerValue<'a>>),
    Union(UnionBody<'a>),
    /// That of an operation.
    Complete,
}

impl<'a> Types<'_, 'a> {
    /// The items, each with its identifier, and the values that are JSON only. `roots` are the types
    /// that operations name, `requests` the types of requests, which stand in the same module as
    /// those of operations.
    pub(crate) fn finish(
        mut self,
        roots: &[Root],
        requests: &[(Ident, Place)],
    ) -> (Vec<Item>, Vec<Untyped>) {
        let bodies = self.bodies();
        let plan = self.plan(&bodies, roots);
        let mut names: Vec<TypeName> = self.drafts.iter().map(|draft| self.name(draft)).collect();
        tell_apart(&mut names);
        let idents = self.identifiers(&names, requests);
        let untyped = self.take_untyped();
        let drafts = std::mem::take(&mut self.drafts);
        let mut items = Vec::with_capacity(drafts.len());
        let whole = drafts.into_iter().zip(bodies).zip(names.into_iter().zip(idents));
        for (index, ((draft, body), (name, (ident, file)))) in whole.enumerate() {
            let node = self.node(&draft.source);
            let docs = self.docs(&draft, &name);
            let kind = match draft.source {
                Source::Operation { kind, .. } => kind,
                Source::Schema(schema) => self.kind(index, schema, body, &plan),
            };
            items.push(Item {
                ident,
                file,
                document: self.cx.document(node).to_owned(),
                source: name.words().to_owned(),
                docs,
                home: name.home(),
                families: plan.usage[index].families.clone(),
                in_requests: plan.usage[index].is_sent,
                is_fitted: plan.is_fitted(index),
                equality: plan.equality[index],
                kind,
            });
        }
        (items, untyped)
    }

    /// What the items hold. To find it may bring further items, which are added at the end.
    fn bodies(&mut self) -> Vec<ItemBody<'a>> {
        let mut bodies = Vec::with_capacity(self.drafts.len());
        while let Some(draft) = self.drafts.get(bodies.len()) {
            let body = match draft.source {
                Source::Operation { .. } => ItemBody::Complete,
                Source::Schema(schema) => match &self.shapes[schema.index()].kind {
                    Kind::Struct(rest) => ItemBody::Struct(structure::body(self, schema, *rest)),
                    Kind::Enum(values) => ItemBody::Enum(values.clone()),
                    Kind::Integers(values) => ItemBody::Integers(values.clone()),
                    // Only the kinds that need an item are drafted.
                    _ => ItemBody::Union(union_item::body(self, schema)),
                },
            };
            bodies.push(body);
        }
        bodies
    }

    fn plan(&self, bodies: &[ItemBody<'a>], roots: &[Root]) -> Plan {
        let drafts = self.drafts.iter().zip(bodies);
        let members: Vec<Vec<&Ty>> = drafts.map(|(draft, body)| members(draft, body)).collect();
        let edges: Vec<Vec<usize>> = members
            .iter()
            .map(|types| types.iter().filter_map(|ty| innermost(ty)).map(|id| id.0).collect())
            .collect();
        let unions = bodies.iter().zip(&edges);
        let unions = unions.filter(|(body, _)| matches!(body, ItemBody::Union(_)));
        Plan {
            boxes: Boxes::new(&members),
            usage: usage::of_items(&edges, roots),
            equality: equality::of_items(&members),
            variants: unions.flat_map(|(_, edges)| edges.iter().copied()).collect(),
            tags: tags(bodies),
            fitted: fitted(bodies, &edges),
        }
    }

    fn kind(&self, index: usize, schema: SchemaId, body: ItemBody<'a>, plan: &Plan) -> ItemKind {
        match body {
            ItemBody::Struct(body) => {
                ItemKind::Struct(structure::build(self, index, schema, body, plan))
            }
            ItemBody::Union(body) => {
                ItemKind::Union(union_item::build(self.cx.findings, index, body, plan))
            }
            ItemBody::Enum(values) => ItemKind::Enum(enumeration::build(self.cx.findings, &values)),
            ItemBody::Integers(numbers) => {
                ItemKind::Integers(values::build(self.cx.findings, &numbers))
            }
            // What an operation says is not made of a schema.
            ItemBody::Complete => ItemKind::Responses(Vec::new()),
        }
    }

    fn name(&self, draft: &Draft<'a>) -> TypeName {
        match &draft.source {
            Source::Schema(schema) => self.names.of(*schema),
            Source::Operation { name, .. } => name.clone(),
        }
    }

    fn node(&self, source: &Source<'a>) -> Node<'a> {
        match source {
            Source::Schema(schema) => self.schemas.get(*schema).node,
            Source::Operation { node, .. } => *node,
        }
    }

    fn docs(&self, draft: &Draft<'a>, name: &TypeName) -> Docs {
        let said = match draft.source {
            Source::Schema(schema) => {
                let schema = self.schemas.whole(schema);
                schema.description.or(schema.title)
            }
            Source::Operation { .. } => None,
        };
        let said = said.or(name.purpose()).unwrap_or_default();
        let parts = [said, &draft.more_docs];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Docs(parts.join("\n\n"))
    }

    /// The identifier and the module of each draft. Types and operations are two modules of the
    /// client, so each has names of its own.
    fn identifiers(&self, names: &[TypeName], requests: &[(Ident, Place)]) -> Vec<(Ident, Ident)> {
        let mut identifiers = vec![None; names.len()];
        for in_types in [true, false] {
            let members = 0..names.len();
            let members: Vec<usize> =
                members.filter(|index| (names[*index].home() == Home::Types) == in_types).collect();
            let candidate = |index: &usize| Candidate {
                wire: names[*index].words().to_owned(),
                rust: match self.drafts[*index].source {
                    Source::Schema(schema) => self.schemas.get(schema).rare().rust_name,
                    Source::Operation { .. } => None,
                },
                place: self.node(&self.drafts[*index].source).key_place(),
            };
            let mut candidates: Vec<_> = members.iter().map(candidate).collect();
            if !in_types {
                candidates.extend(requests.iter().map(|(ident, place)| Candidate {
                    wire: ident.to_string(),
                    rust: None,
                    place: *place,
                }));
            }
            let idents = names::assign(self.cx.findings, Namespace::Type, &candidates);
            let files = name::file_stems(&idents);
            for (index, pair) in members.into_iter().zip(idents.into_iter().zip(files)) {
                identifiers[index] = Some(pair);
            }
        }
        identifiers.into_iter().flatten().collect()
    }
}

/// The members that tell items from the other variants of a union, each with its value if there is
/// but one.
fn tags(bodies: &[ItemBody<'_>]) -> HashMap<(usize, String), Option<Value>> {
    let mut tags: HashMap<(usize, String), Option<Value>> = HashMap::new();
    for body in bodies {
        let ItemBody::Union(union) = body else { continue };
        for (ty, tag, values) in union.tagged() {
            let Some(id) = innermost(ty) else { continue };
            let only = if let [only] = values { Some(only.clone()) } else { None };
            let known = tags.entry((id.0, tag.to_owned())).or_insert_with(|| only.clone());
            if *known != only {
                *known = None;
            }
        }
    }
    tags
}

/// The items whose values are told from those of others by their shape: variants without a tag, and
/// what these hold.
fn fitted(bodies: &[ItemBody<'_>], edges: &[Vec<usize>]) -> BTreeSet<usize> {
    let shaped = bodies.iter().filter_map(|body| match body {
        ItemBody::Union(body) => Some(body.shaped().filter_map(innermost)),
        _ => None,
    });
    graph::reachable(shaped.flatten().map(|id| id.0), |index| match bodies[index] {
        ItemBody::Struct(_) => edges[index].clone(),
        _ => Vec::new(),
    })
}

/// The types that an item is made of.
fn members<'b>(draft: &'b Draft<'_>, body: &'b ItemBody<'_>) -> Vec<&'b Ty> {
    match (body, &draft.source) {
        (ItemBody::Struct(body), _) => body.types().collect(),
        (ItemBody::Union(body), _) => body.types().collect(),
        (ItemBody::Complete, Source::Operation { kind: ItemKind::Responses(responses), .. }) => {
            let bodies = responses.iter().filter_map(|response| match &response.body {
                ResponseBody::Json(ty) => Some(ty),
                _ => None,
            });
            bodies.collect()
        }
        (ItemBody::Complete, Source::Operation { kind: ItemKind::Errors(errors), .. }) => {
            errors.iter().map(|error| &error.ty).collect()
        }
        (ItemBody::Enum(_) | ItemBody::Integers(_) | ItemBody::Complete, _) => Vec::new(),
    }
}
