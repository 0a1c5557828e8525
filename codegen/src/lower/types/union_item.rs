//! Unions as items: the type of each variant, then their names.

use serde_json::Value;

use super::plan::Plan;
use super::service_types::Types;
use super::shape::{Inner, Kind, Single, VariantForm, VariantShape};
use super::tag::Tagged;
use crate::diagnostic::{Code, Diagnostic, Findings};
use crate::ir::{Docs, Ty, Union, UnionValue, UnionVariant};
use crate::lower::names::{self, Candidate};
use crate::name::Namespace;
use crate::openapi::SchemaId;
use crate::source::Node;

/// What a union holds, without identifiers.
pub(super) struct UnionBody<'a> {
    tag: Option<String>,
    variants: Vec<VariantBody<'a>>,
    /// The variant of values that nothing else tells, by its index.
    default: Option<usize>,
    singles: Vec<Single<'a>>,
}

struct VariantBody<'a> {
    node: Node<'a>,
    ty: Ty,
    name: String,
    tags: Vec<Value>,
}

impl UnionBody<'_> {
    /// The types of the variants that the tag tells, each with the tag and its values there.
    pub(super) fn tagged(&self) -> impl Iterator<Item = (&Ty, &str, &[Value])> {
        let all = self.variants.iter().enumerate();
        // The tag of the default may be any text.
        let tagged = all.filter(|(index, it)| !it.tags.is_empty() && self.default != Some(*index));
        tagged.filter_map(|(_, it)| Some((&it.ty, self.tag.as_deref()?, &it.tags[..])))
    }

    /// The types of the variants that their shape tells.
    pub(super) fn shaped(&self) -> impl Iterator<Item = &Ty> {
        let shaped = self.variants.iter().filter(|variant| variant.tags.is_empty());
        shaped.map(|variant| &variant.ty)
    }

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
        _ => {
            return UnionBody {
                tag: None,
                variants: Vec::new(),
                default: None,
                singles: Vec::new(),
            };
        }
    };
    let mut variants: Vec<VariantBody<'a>> = Vec::new();
    let union_node = node;
    let mut default = None;
    if union.default.is_none() && union.tag.is_some() {
        report_lost_default(types.cx.findings, union_node);
    }
    for (index, variant) in union.variants.iter().enumerate() {
        let VariantShape { node, holds, form, name, tagged } = variant;
        report_contradictions(types.cx.findings, union_node, union.tag, tagged);
        let ty = match form {
            VariantForm::Itself => match holds {
                Inner::Schema(schema) => types.lower(*schema).ty,
                Inner::Untyped(_) => types.inner(id, *holds),
            },
            VariantForm::List => Ty::List(Box::new(types.inner(id, *holds))),
            VariantForm::Map => Ty::Map(Box::new(types.inner(id, *holds))),
        };
        let (name, tags) = (name.clone(), tagged.values.clone());
        if union.default == Some(index) {
            default = Some(ty.clone());
        }
        // Two variants of one type could not be told apart.
        match variants.iter_mut().find(|known| known.ty == ty) {
            Some(known) if known.tags.is_empty() || tags.is_empty() => known.tags.clear(),
            Some(known) => known.tags.extend(tags),
            None => variants.push(VariantBody { node: *node, ty, name, tags }),
        }
    }
    let has_tags = variants.iter().any(|variant| !variant.tags.is_empty());
    let tag = union.tag.filter(|_| has_tags).map(str::to_owned);
    let default = default.and_then(|ty| variants.iter().position(|variant| variant.ty == ty));
    UnionBody { tag, variants, default, singles: union.singles.clone() }
}

/// Reports values that a discriminator maps to a variant which has others.
fn report_contradictions(
    findings: &Findings,
    union: Node<'_>,
    member: Option<&str>,
    tagged: &Tagged<'_>,
) {
    let (Some(member), Some(own)) = (member, tagged.values.first()) else { return };
    for value in &tagged.contradicting {
        let mapping = union.get("discriminator").and_then(|it| it.get("mapping"));
        let place = mapping.and_then(|it| it.get(value)).unwrap_or(union).place();
        let message = format!("`{value}` is mapped to a schema in which `{member}` is {own}");
        let help = format!("map {own} to it; both values are read");
        findings.report(
            Diagnostic::new(Code::ContradictoryMapping, message)
                .at(place, "mapped here")
                .help(help),
        );
    }
}

/// Reports a default of a discriminator that is none of the variants.
fn report_lost_default(findings: &Findings, union: Node<'_>) {
    let given = union.get("discriminator").and_then(|it| it.get("defaultMapping"));
    let Some(given) = given.filter(|given| given.as_str().is_some()) else { return };
    findings.report(
        Diagnostic::new(
            Code::InvalidValue,
            "the default of a discriminator is one of its variants",
        )
        .at(given.place(), "is none of them")
        .help("name one of the schemas of `oneOf` or `anyOf`"),
    );
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
    let variant = VariantBody { node, ty, name: name.to_owned(), tags: Vec::new() };
    UnionBody { tag: None, variants: vec![variant], default: None, singles: Vec::new() }
}

/// The union with the identifiers of its variants.
pub(super) fn build(findings: &Findings, index: usize, body: UnionBody<'_>, plan: &Plan) -> Union {
    let UnionBody { tag, variants, default, singles } = body;
    let typed = variants.iter().map(|variant| (&variant.name, variant.node));
    let candidates: Vec<_> = typed
        .chain(singles.iter().map(|single| (&single.name, single.node)))
        .map(|(name, node)| Candidate { wire: name.clone(), rust: None, place: node.place() })
        .collect();
    let mut idents = names::assign(findings, Namespace::Variant, &candidates).into_iter();
    let variants = variants.into_iter().zip(&mut idents).map(|(variant, name)| UnionVariant {
        name,
        ty: plan.member(index, variant.ty),
        tags: variant.tags,
    });
    let variants: Vec<_> = variants.collect();
    let default = default.and_then(|index| Some(variants.get(index)?.name.clone()));
    let values = singles.into_iter().zip(idents).map(|(single, name)| value(single, name));
    Union { tag, variants, default, values: values.collect() }
}

fn value(single: Single<'_>, name: crate::name::Ident) -> UnionValue {
    let Single { value, description, .. } = single;
    let value: Value = value;
    UnionValue { name, value, docs: Docs(description.to_owned()) }
}
