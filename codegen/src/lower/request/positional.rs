//! Bodies of several values one after the other: JSON on lines, and parts without names.

use crate::ir::{BodyForm, Docs, PartContent, Slot, Ty};
use crate::lower::docs::value_docs;
use crate::lower::request::given::Input;
use crate::lower::request::part;
use crate::lower::types::{TypeName, Types, target_name};
use crate::openapi::{Content, Encoding, RequestBody, Resolved, SchemaId};
use crate::source::Node;

/// How a list of values is sent, each written as JSON, and the type that it has.
pub(super) fn lines(
    types: &mut Types<'_, '_>,
    (item, media_type): (SchemaId, &str),
    name: &TypeName,
) -> (BodyForm, Ty) {
    let ty = types.ty(item, name);
    (BodyForm::Sequence(media_type.to_owned()), Ty::List(Box::new(ty)))
}

/// The parts of a body that have no names: the first ones, each a value of its own, and all others,
/// which are a list.
pub(crate) struct Parts<'a> {
    pub(crate) media_type: &'a str,
    parts: Vec<PlacedPart<'a>>,
}

struct PlacedPart<'a> {
    name: String,
    node: Node<'a>,
    ty: Ty,
    content: PartContent,
    is_each: bool,
    docs: Docs,
    required: bool,
}

impl<'a> Parts<'a> {
    pub(super) fn read(
        types: &mut Types<'_, 'a>,
        body: &Resolved<'_, 'a, RequestBody<'a>>,
        (content, media_type): (&Content<'a>, &'a str),
        name: impl Fn(&str) -> TypeName,
    ) -> Self {
        let whole = content.schema.map(|schema| types.schemas().whole(schema));
        let first = whole.map(|schema| schema.rare().prefix_items.clone()).unwrap_or_default();
        let items = content.item.or(whole.and_then(|schema| schema.items));
        let mut parts = Vec::new();
        for (index, schema) in first.into_iter().enumerate() {
            let own = content.prefix_encoding.get(index).or(content.item_encoding.as_ref());
            let place = format!("part {}", index + 1);
            parts.push(part(types, body, (schema, own), (&place, &name(&place)), false));
        }
        if let Some(items) = items {
            let is_all = parts.is_empty();
            let own = content.item_encoding.as_ref();
            let own = own.or(content.prefix_encoding.first().filter(|_| is_all));
            parts.push(part(types, body, (items, own), ("parts", &name("Part")), true));
        }
        Self { media_type, parts }
    }

    /// What a caller gives.
    pub(super) fn inputs(&self) -> impl Iterator<Item = Input<'a>> {
        self.parts.iter().map(|part| Input {
            wire: part.name.clone(),
            rust: None,
            node: part.node,
            ty: part.ty.clone(),
            nullable: false,
            slot: Slot::Unnamed { content: part.content.clone(), each: part.is_each },
            docs: part.docs.clone(),
            deprecated: false,
            required: part.required,
            schema: None,
            example: None,
            sample: None,
        })
    }
}

/// The part that stands in a place of its own, or each of the parts that stand behind those.
fn part<'a>(
    types: &mut Types<'_, 'a>,
    body: &Resolved<'_, 'a, RequestBody<'a>>,
    (id, encoding): (SchemaId, Option<&Encoding<'a>>),
    (place, own_name): (&str, &TypeName),
    is_each: bool,
) -> PlacedPart<'a> {
    let ty = types.ty(id, own_name);
    let (content, ty) = part::item(types, id, encoding, ty);
    let schema = types.schemas().get(id);
    let named = schema.reference.map(|link| target_name(link.reference));
    let named = named.or(schema.title.map(str::to_owned)).filter(|_| !is_each);
    PlacedPart {
        name: named.unwrap_or_else(|| place.to_owned()),
        node: schema.node,
        ty: if is_each { Ty::List(Box::new(ty)) } else { ty },
        content,
        is_each,
        docs: value_docs(schema.description.or(body.description), schema),
        required: body.required,
    }
}
