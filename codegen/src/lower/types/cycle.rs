//! Lists and maps that hold themselves.
//!
//! Where an item stands on the way round, a struct say, it ends the way: the list is lowered once
//! more when it is met below itself, as far as that item. Without one, Rust has no such type, and
//! each schema of the cycle gets an item around it: all of them, so that it does not matter which
//! is met first.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{ItemKind, Ty, Union, UnionVariant};
use crate::lower::names::{self, Candidate};
use crate::lower::types::{Known, Lowered, Name, Types};
use crate::name::Namespace;
use crate::openapi::{Read, Reader, Schema};
use crate::source::Node;

impl<'a> Types<'a> {
    /// The type of the schema at `node`, which is met below itself and is no item so far.
    pub(crate) fn again(
        &mut self,
        reader: &mut Reader<'a, '_>,
        node: Node<'a>,
        name: &str,
    ) -> Lowered {
        let place = node.place();
        let name = Name::component(&self.proper_name(node, name));
        if self.cycles.contains(&place) && node.get("$ref").is_none() {
            return self.wrapper(reader, node, &name);
        }
        if let Some(start) = self.reopened.iter().position(|it| *it == place) {
            self.cycles.extend(&self.reopened[start..]);
            // Each of them is lowered anew before anything is made of this.
            return Lowered { ty: Ty::Json, nullable: false };
        }
        self.reopened.push(place);
        let lowered = self.read(reader, node, &name);
        self.reopened.pop();
        lowered
    }

    /// An item for the schema at `node`, which is on a cycle. What it holds is not known yet.
    fn wrapper(&mut self, reader: &mut Reader<'a, '_>, node: Node<'a>, name: &Name) -> Lowered {
        let schema = Schema::read(reader, node).unwrap_or_else(|| Schema::anything(node));
        let id = self.reserve(&schema, name, ItemKind::Union(Union::default()));
        Lowered { ty: Ty::Named(id), nullable: schema.nullable }
    }

    /// The schema at `node`, of which it is known by now that it is on a cycle, in its item.
    pub(crate) fn wrapped(
        &mut self,
        reader: &mut Reader<'a, '_>,
        node: Node<'a>,
        name: &Name,
    ) -> Lowered {
        if node.get("$ref").is_some() {
            return self.read(reader, node, name);
        }
        let wrapper = match self.known.get(&node.place()) {
            Some(Known::Done(reserved)) => reserved.clone(),
            _ => self.wrapper(reader, node, name),
        };
        let held = self.read(reader, node, name).ty;
        let (ty, variant) = match held {
            Ty::List(_) => (held, "list"),
            Ty::Map(_) => (held, "map"),
            held if held != wrapper.ty => (held, "value"),
            _ => {
                reader.report(
                    Diagnostic::error(
                        Code::CircularReference,
                        "this schema is itself, and nothing but itself",
                    )
                    .at(node.place(), "leads back to where it stands")
                    .help("say of which type it is"),
                );
                (self.untyped(name, "a schema that is only itself"), "value")
            }
        };
        let candidate = Candidate { wire: variant.to_owned(), rust: None, place: node.place() };
        let idents = names::assign(reader, Namespace::Variant, &[candidate]).into_iter();
        let variants = idents.map(|name| UnionVariant { name, ty: ty.clone(), texts: Vec::new() });
        if let Ty::Named(id) = wrapper.ty {
            let union = Union { variants: variants.collect(), ..Union::default() };
            self.drafts[id.0].kind = ItemKind::Union(union);
        }
        wrapper
    }
}
