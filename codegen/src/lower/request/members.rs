//! Bodies that are objects: their members are values of the request.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{MemberForm, Slot};
use crate::lower::context::Context;
use crate::lower::docs::value_docs;
use crate::lower::request::body_type::BodyFormat;
use crate::lower::request::given::Input;
use crate::lower::request::part;
use crate::lower::types::Types;
use crate::openapi::{Encoding, Schema};
use crate::source::Node;

/// The members of a body that is an object.
pub(super) struct Members<'s, 'a> {
    pub(super) schema: &'s Schema<'a>,
    pub(super) format: BodyFormat,
    pub(super) encoding: &'s [(&'a str, Encoding<'a>)],
    /// Whether there must be a body.
    pub(super) required: bool,
}

impl<'a> Members<'_, 'a> {
    pub(super) fn inputs(
        &self,
        types: &mut Types<'_, 'a>,
        example: Option<Node<'a>>,
    ) -> Vec<Input<'a>> {
        let schemas = types.schemas();
        let is_constant = |wire: &str, property: &Schema<'_>| {
            self.format == BodyFormat::Json
                && self.schema.requires(wire)
                && property.only_value().is_some()
        };
        let properties = self.schema.properties.iter();
        let members = properties
            // What the server sets is not sent.
            .filter(|(_, property)| !schemas.is_read_only(*property))
            .filter(|(wire, property)| !is_constant(wire, schemas.get(*property)))
            .map(|(wire, id)| {
                let property = schemas.get(*id);
                let required = self.required && self.schema.requires(wire);
                let nullable = self.format == BodyFormat::Json && types.may_be_null(*id);
                let ty = types.lower(*id).ty;
                let (slot, ty) = match self.format {
                    BodyFormat::Json => (member_slot(types.context(), property), ty),
                    BodyFormat::Form => part::field(types, *id, self.encoding(wire), ty),
                    BodyFormat::Multipart => part::lower(types, *id, self.encoding(wire), ty),
                };
                Input {
                    wire: (*wire).to_owned(),
                    rust: property.rare().rust_name,
                    node: property.node,
                    ty,
                    // One that must be there is `null` unless the caller says something else.
                    nullable: nullable && !required && slot == Slot::Member(MemberForm::Json),
                    slot,
                    docs: value_docs(property.description, property),
                    deprecated: property.deprecated,
                    required: required && !nullable,
                    schema: Some(*id),
                    sample: None,
                    example: example.and_then(|example| example.get(wire)),
                }
            });
        members.collect()
    }

    /// How the description wants the field or the part `wire` to be written.
    fn encoding(&self, wire: &str) -> Option<&'_ Encoding<'a>> {
        self.encoding.iter().find(|(name, _)| *name == wire).map(|(_, encoding)| encoding)
    }
}

fn member_slot(cx: Context<'_, '_>, property: &Schema<'_>) -> Slot {
    let known = cx.vendor.and_then(|vendor| vendor.encryption);
    match property.rare().encryption {
        None => Slot::Member(MemberForm::Json),
        Some(encryption) => {
            if Some(encryption.text) != known || property.format != Some("password") {
                let help = known.map_or_else(
                    || "only requests that a vendor's scheme signs can encrypt members".to_owned(),
                    |known| format!("write `{known}`, on a string with `format: password`"),
                );
                cx.report(
                    Diagnostic::new(
                        Code::InvalidValue,
                        format!("`{}` cannot be encrypted like this", encryption.text),
                    )
                    .at(encryption.node.place(), "given by `x-encryption`")
                    .help(help),
                );
            }
            Slot::Member(MemberForm::Encrypted)
        }
    }
}
