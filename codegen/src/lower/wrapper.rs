//! Lists and maps that hold themselves: Rust has no such types, so each gets an item around it.

use super::names::{self, Candidate};
use super::types::{Known, Lowered, Name, Types};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{ItemKind, Ty, Union, UnionVariant};
use crate::name::Namespace;
use crate::source::Node;
use crate::spec::{Read, Reader, Schema};

impl<'a> Types<'a> {
    /// An item for the schema at `node`, which is met below itself and is none so far. What it holds
    /// is known when the schema has been lowered.
    pub(super) fn wrapper(
        &mut self,
        reader: &mut Reader<'a, '_>,
        node: Node<'a>,
        name: &str,
    ) -> Lowered {
        let name = Name::component(&self.proper_name(node, name));
        let schema = Schema::read(reader, node).unwrap_or_else(|| Schema::anything(node));
        let id = self.reserve(&schema, &name, ItemKind::Union(Union::default()));
        self.wrappers.insert(id);
        Lowered { ty: Ty::Named(id), nullable: schema.nullable }
    }

    /// What the schema at `node` became, in its wrapper if it has one.
    pub(super) fn wrapped(
        &mut self,
        reader: &mut Reader<'a, '_>,
        node: Node<'a>,
        lowered: Lowered,
    ) -> Lowered {
        let id = match self.known.get(&node.place()) {
            Some(Known::Done(Lowered { ty: Ty::Named(id), .. })) => *id,
            _ => return lowered,
        };
        if !self.wrappers.remove(&id) {
            return lowered;
        }
        let (ty, variant) = match lowered.ty {
            Ty::List(_) => (lowered.ty, "list"),
            Ty::Map(_) => (lowered.ty, "map"),
            _ => {
                reader.report(
                    Diagnostic::error(
                        Code::CircularReference,
                        "this schema is itself, and nothing but itself",
                    )
                    .at(node.place(), "leads back to where it stands")
                    .help("say of which type it is"),
                );
                let name = Name::component(&self.proper_name(node, "value"));
                (self.untyped(&name, "a schema that is only itself"), "value")
            }
        };
        let wire = variant.to_owned();
        let candidate = Candidate { wire, rust: None, place: node.place() };
        let idents = names::assign(reader, Namespace::Variant, &[candidate]).into_iter();
        let variants = idents.map(|name| UnionVariant { name, ty: ty.clone(), texts: Vec::new() });
        let union = Union { variants: variants.collect(), ..Union::default() };
        self.drafts[id.0].kind = ItemKind::Union(union);
        Lowered { ty: Ty::Named(id), ..lowered }
    }
}
