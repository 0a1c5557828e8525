//! Unions as items: the type of each variant, then their names.

use serde_json::Value;

use super::plan::Plan;
use super::service_types::Types;
use super::shape::{Inner, Kind, Single, VariantForm, VariantShape};
use crate::diagnostic::Findings;
use crate::ir::{Docs, Ty, Union, UnionValue, UnionVariant};
use crate::lower::names::{self, Candidate};
use crate::name::Namespace;
use crate::openapi::SchemaId;
use crate::source::Node;

/// What a union holds, without identifiers.
pub(super) struct UnionBody<'a> {
    tag: Option<String>,
    variants: Vec<VariantBody<'a>>,
    singles: Vec<Single<'a>>,
}

struct VariantBody<'a> {
    node: Node<'a>,
    ty: Ty,
    name: String,
    texts: Vec<String>,
}

impl UnionBody<'_> {
    /// The types of the variants.
    pub(super) fn types(&self) -> impl Iterator<Item = &Ty> {
        self.variants.iter().map(|variant| &variant.ty)
    }
}

/// What the union of a schema holds.
pub(super) fn body<'a>(types: &mut Types<'_, 'a>, id: SchemaId) -> UnionBody<'a> {
    let node = types.schemas.get(id).node;
    let union = match &types.shapes[id.index()].kind {
        Kind::Union(union) => union,
        Kind::Wrapper(kind) => return wrapper(types, id, node, kind),
        _ => return UnionBody { tag: None, variants: Vec::new(), singles: Vec::new() },
    };
    let mut variants: Vec<VariantBody<'a>> = Vec::new();
    for VariantShape { node, holds, form, name, texts } in &union.variants {
        let ty = match form {
            VariantForm::Itself => match holds {
                Inner::Schema(schema) => types.lower(*schema).ty,
                Inner::Untyped(_) => types.inner(id, *holds),
            },
            VariantForm::List => Ty::List(Box::new(types.inner(id, *holds))),
            VariantForm::Map => Ty::Map(Box::new(types.inner(id, *holds))),
        };
        // Two variants of one type could not be told apart.
        if variants.iter().all(|known| known.ty != ty) {
            let (name, texts) = (name.clone(), texts.clone());
            variants.push(VariantBody { node: *node, ty, name, texts });
        }
    }
    let has_texts = variants.iter().any(|variant| !variant.texts.is_empty());
    let tag = union.tag.filter(|_| has_texts).map(str::to_owned);
    UnionBody { tag, variants, singles: union.singles.clone() }
}

/// The item around a list or a map that holds itself.
fn wrapper<'a>(
    types: &mut Types<'_, 'a>,
    id: SchemaId,
    node: Node<'a>,
    kind: &Kind<'a>,
) -> UnionBody<'a> {
    let (ty, name) = match kind {
        Kind::Map(inner) => (Ty::Map(Box::new(types.inner(id, *inner))), "map"),
        Kind::List(inner) => (Ty::List(Box::new(types.inner(id, *inner))), "list"),
        // No other kind is wrapped.
        _ => (Ty::Json, "value"),
    };
    let variant = VariantBody { node, ty, name: name.to_owned(), texts: Vec::new() };
    UnionBody { tag: None, variants: vec![variant], singles: Vec::new() }
}

/// The union with the identifiers of its variants.
pub(super) fn build(findings: &Findings, index: usize, body: UnionBody<'_>, plan: &Plan) -> Union {
    let UnionBody { tag, variants, singles } = body;
    let typed = variants.iter().map(|variant| (&variant.name, variant.node));
    let candidates: Vec<_> = typed
        .chain(singles.iter().map(|single| (&single.name, single.node)))
        .map(|(name, node)| Candidate { wire: name.clone(), rust: None, place: node.place() })
        .collect();
    let mut idents = names::assign(findings, Namespace::Variant, &candidates).into_iter();
    let variants = variants.into_iter().zip(&mut idents).map(|(variant, name)| UnionVariant {
        name,
        ty: plan.member(index, variant.ty),
        texts: variant.texts,
    });
    let variants = variants.collect();
    let values = singles.into_iter().zip(idents).map(|(single, name)| value(single, name));
    Union { tag, variants, values: values.collect() }
}

fn value(single: Single<'_>, name: crate::name::Ident) -> UnionValue {
    let Single { value, description, .. } = single;
    let value: Value = value;
    UnionValue { name, value, docs: Docs(description.to_owned()) }
}
