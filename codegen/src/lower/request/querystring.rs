//! Whole queries: the fields of a form are query parameters, and all else is one value.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{BodyForm, Docs, Slot, Ty};
use crate::lower::context::Context;
use crate::lower::described::Described;
use crate::lower::media::{self, Media};
use crate::lower::request::body_type::BodyFormat;
use crate::lower::request::fields;
use crate::lower::request::given::Input;
use crate::lower::request::members::Members;
use crate::lower::request::parameters::Gathered;
use crate::lower::types::{TypeName, Types};
use crate::openapi::In;

/// Leaves out what cannot stand in one query: a second whole query, and a whole query beside other
/// parameters. That is reported.
pub(crate) fn check(cx: Context<'_, '_>, parameters: &mut Vec<Gathered<'_, '_>>) {
    let mut there = parameters.iter().filter(|it| it.location == In::Querystring);
    let Some(first) = there.next() else { return };
    let is_other = |it: &&Gathered<'_, '_>| it.location == In::Query;
    let other = parameters.iter().find(is_other).map(|it| it.node);
    let wrong = |node, message: &str, (also, label), help: &str| {
        cx.report(
            Diagnostic::new(Code::InvalidValue, message)
                .at(node, "is left out")
                .also(also, label)
                .help(help),
        );
    };
    if let Some(other) = other {
        let message =
            format!("`{}` is the whole query, beside which there is no other", first.name);
        let also = (other.place(), "is a part of the query");
        wrong(first.node.place(), &message, also, "make it a parameter `in: query` as well");
    }
    for second in there {
        let message = format!("`{}` is a second whole query", second.name);
        let also = (first.node.place(), "is the first one");
        wrong(second.node.place(), &message, also, "describe the query by one parameter");
    }
    let kept = if other.is_some() { None } else { Some(first.node.place()) };
    parameters.retain(|it| it.location != In::Querystring || Some(it.node.place()) == kept);
}

/// What a caller gives of a whole query.
pub(super) fn inputs<'a>(
    types: &mut Types<'_, 'a>,
    described: &Described<'_, 'a>,
    gathered: &Gathered<'_, 'a>,
) -> Vec<Input<'a>> {
    let Some(parameter) = gathered.declared else { return Vec::new() };
    let chosen = media::preferred(types.schemas(), &parameter.object.content);
    let Some((media, media_type, content)) = chosen else { return Vec::new() };
    let example = parameter.example.or(content.example);
    if let (Media::Form, Some(schema)) = (media, content.schema) {
        let schemas = types.schemas();
        let object = fields::object(schemas, schema, BodyFormat::Form);
        if !object.properties.is_empty() {
            let own_name = TypeName::of_operation(described.index, &described.words, "");
            types.give_name(schema, &gathered.shared.clone().unwrap_or(own_name));
            let (encoding, required) = (&content.encoding[..], parameter.required);
            let members = Members { schema: &object, format: BodyFormat::Form, encoding, required };
            let as_parameter = |input: Input<'a>| match input.slot {
                Slot::FormField(form) => Input { slot: Slot::Query(form), ..input },
                slot => Input { slot, ..input },
            };
            return members.inputs(types, example).into_iter().map(as_parameter).collect();
        }
    }
    let name = TypeName::of_operation(described.index, &described.words, gathered.name);
    let name = gathered.shared.clone().unwrap_or(name);
    let mut typed = || match content.schema {
        Some(schema) => types.ty(schema, &name),
        None => types.untyped_value(&name, "a query without a schema"),
    };
    let (form, ty) = match media {
        Media::Json => (BodyForm::Json, typed()),
        Media::Form => {
            let ty = typed();
            fields::whole(types, content, BodyFormat::Form, ty)
        }
        _ => (BodyForm::Text(media_type.to_owned()), Ty::String),
    };
    vec![Input {
        wire: gathered.name.to_owned(),
        rust: parameter.rust_name,
        node: gathered.node,
        ty,
        nullable: false,
        slot: Slot::Querystring(form),
        docs: Docs(parameter.description.unwrap_or_default().to_owned()),
        deprecated: parameter.object.deprecated,
        required: parameter.required,
        schema: content.schema,
        example,
        sample: None,
    }]
}
