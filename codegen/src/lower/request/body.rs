//! Request bodies: the members of an object become arguments and setters; a body that has a name
//! of its own is one argument, and so are bytes and texts.

use serde_json::Value;

use crate::ir::{BodyForm, Ty};
use crate::lower::described::Described;
use crate::lower::media::{self, Media};
use crate::lower::request::body_type::{BodyFormat, BodyType, Choice};
use crate::lower::request::fields;
use crate::lower::request::positional::{self, Parts};
use crate::lower::short_ids;
use crate::lower::types::{Schemas, TypeName, Types, target_name};
use crate::openapi::{Additional, Content, Encoding, RequestBody, Resolved, Schema, SchemaId};
use crate::source::Node;

/// How the body of an operation is given.
pub(crate) enum Body<'a> {
    /// There is none.
    None,
    /// By the members of an object. It is sent even when no member is set, if `required`.
    Members {
        required: bool,
        format: BodyFormat,
        schema: Box<Schema<'a>>,
        /// How fields and parts are written, by their names.
        encoding: Vec<(&'a str, Encoding<'a>)>,
        /// The media type, where it is JSON by another name.
        json_type: Option<&'a str>,
        example: Option<Node<'a>>,
    },
    /// As one value, called after its type where that has a name.
    Whole {
        required: bool,
        form: BodyForm,
        name: String,
        ty: Ty,
        /// Whether `null` is to be told from no body.
        nullable: bool,
        encoding: Vec<(&'a str, Encoding<'a>)>,
        /// The media type, where it is JSON by another name.
        json_type: Option<&'a str>,
        description: Option<&'a str>,
        node: Node<'a>,
        schema: Option<SchemaId>,
        example: Option<Node<'a>>,
    },
    /// As parts without names.
    Parts(Parts<'a>),
    /// As bytes or text that we do not look into.
    Raw {
        required: bool,
        is_text: bool,
        media_type: &'a str,
        description: Option<&'a str>,
        node: Node<'a>,
        example: Option<Node<'a>>,
    },
}

impl<'a> Body<'a> {
    /// Decides how the body is given, and whether the caller says what type it is of.
    pub(crate) fn read(
        types: &mut Types<'_, 'a>,
        described: &Described<'_, 'a>,
    ) -> (Self, Option<Choice<'a>>) {
        let name = |role: &str| TypeName::of_operation(described.index, &described.words, role);
        let objects = types.context().objects;
        let body = described.operation.body.and_then(|body| objects.resolve(body));
        let Some(body) = body else { return (Self::None, None) };
        let Some(body_type) = BodyType::of(types.schemas(), &body) else {
            return (Self::None, None);
        };
        let BodyType { media, media_type, content, choice } = body_type;
        let format = match media {
            Media::Json => BodyFormat::Json,
            Media::Form => BodyFormat::Form,
            Media::Multipart => BodyFormat::Multipart,
            Media::Lines => {
                let item = media::item(types.schemas(), content);
                let lines = item.map(|item| {
                    let name = name("Line").described(body.description);
                    positional::lines(types, (item, media_type), &name)
                });
                return match lines {
                    Some(lines) => (Self::lines(&body, lines), choice),
                    None => (Self::raw(&body, false, (media_type, content)), choice),
                };
            }
            Media::Parts => {
                let parts = Parts::read(types, &body, (content, media_type), name);
                return (Self::Parts(parts), None);
            }
            Media::Text | Media::Bytes | Media::Events => {
                return (Self::raw(&body, media == Media::Text, (media_type, content)), choice);
            }
        };
        if format != BodyFormat::Json && fields::report_no_object(types, content) {
            let choice = (format == BodyFormat::Multipart)
                .then(|| Choice::of_boundary(body.object, media_type));
            return (Self::raw(&body, format == BodyFormat::Form, (media_type, content)), choice);
        }
        let is_named = media == Media::Json && !media::is_plain_json(media_type);
        let json_type = is_named.then_some(media_type);
        let structured = Structured { body, id: &described.id, content, format, json_type };
        (structured.lower(types, name), choice)
    }

    fn lines(body: &Resolved<'_, 'a, RequestBody<'a>>, (form, ty): (BodyForm, Ty)) -> Self {
        let Resolved { description, .. } = *body;
        Self::Whole {
            required: body.required,
            form,
            name: "values".to_owned(),
            ty,
            nullable: false,
            json_type: None,
            description,
            node: body.node,
            schema: None,
            encoding: Vec::new(),
            example: None,
        }
    }

    fn raw(
        body: &Resolved<'_, 'a, RequestBody<'a>>,
        is_text: bool,
        (media_type, content): (&'a str, &Content<'a>),
    ) -> Self {
        let Resolved { description, .. } = *body;
        let (required, node) = (body.required, body.node);
        let example = content.example.filter(|it| it.as_str().is_some());
        Self::Raw { required, is_text, media_type, description, node, example }
    }

    /// Members that must be sent and can have only one value: no choice, so no argument.
    /// Those that must be sent and may be `null` are, unless a caller says something else.
    pub(crate) fn constants(&self, types: &Types<'_, 'a>) -> Vec<(String, Value)> {
        let Self::Members { schema, format: BodyFormat::Json, required, .. } = self else {
            return Vec::new();
        };
        let schemas = types.schemas();
        let members = schema
            .properties
            .iter()
            .filter(|(wire, property)| schema.requires(wire) && !schemas.is_read_only(*property));
        let constants = members.filter_map(|(wire, property)| {
            let value = match schemas.get(*property).only_value() {
                Some(value) => value.to_json(),
                None if *required && types.may_be_null(*property) => Value::Null,
                None => return None,
            };
            Some(((*wire).to_owned(), value))
        });
        constants.collect()
    }

    /// The members that the server sets, which are not sent.
    pub(crate) fn unsent(&self, schemas: &Schemas<'_, 'a>) -> Vec<&'a str> {
        let Self::Members { schema, .. } = self else { return Vec::new() };
        let unsent = schema.properties.iter().filter(|(_, it)| schemas.is_read_only(*it));
        unsent.map(|(wire, _)| *wire).collect()
    }
}

/// A body that its schema takes apart.
struct Structured<'s, 'a> {
    body: Resolved<'s, 'a, RequestBody<'a>>,
    /// That of the operation.
    id: &'s str,
    content: &'s Content<'a>,
    format: BodyFormat,
    json_type: Option<&'a str>,
}

impl<'a> Structured<'_, 'a> {
    fn lower(&self, types: &mut Types<'_, 'a>, name: impl Fn(&str) -> TypeName) -> Body<'a> {
        let schemas = types.schemas();
        let Some(id) = self.content.schema else {
            let ty = types.untyped_value(&name("Body"), "a body without a schema");
            let (form, ty) = fields::whole(types, self.content, self.format, ty);
            return self.whole(form, self.own_name(), (ty, false), self.body.description, None);
        };
        let schema = schemas.get(id);
        let fields_object;
        let of_object = match self.format {
            BodyFormat::Json => {
                // Members cannot say `null`, but no body says it where none is required.
                let may_be_null = self.body.required && types.may_be_null(id);
                let is_plain = schema.reference.is_none() && schemas.is_plain(schema);
                Some(schema).filter(|_| is_plain && !may_be_null)
            }
            // There are no fields but those of an object, whatever it is called.
            BodyFormat::Form | BodyFormat::Multipart => {
                fields_object = fields::object(schemas, id, self.format);
                Some(&*fields_object)
            }
        };
        let is_closed = |it: &Schema<'_>| matches!(it.additional, Some(Additional::Nothing));
        let example = self.content.example.or(schema.example);
        match of_object {
            // A form without fields: some descriptions have one wherever there is no body.
            Some(object)
                if self.format != BodyFormat::Json
                    && object.properties.is_empty()
                    && is_closed(object) =>
            {
                Body::None
            }
            Some(object) if !object.properties.is_empty() || is_closed(object) => {
                types.give_name(id, &shared(&self.body, "").unwrap_or_else(|| name("")));
                self.members(object, example)
            }
            _ => {
                let own_name = shared(&self.body, "body").unwrap_or_else(|| name("Body"));
                let is_json = self.format == BodyFormat::Json;
                let may_be_null = is_json && types.may_be_null(id);
                let ty = match may_be_null && self.body.required {
                    true => types.whole_value(id, &own_name),
                    false => types.ty(id, &own_name),
                };
                let nullable = may_be_null && !self.body.required;
                let (form, ty) = fields::whole(types, self.content, self.format, ty);
                let named = schema.reference.map(|link| target_name(link.reference));
                let named = named.filter(|name| !short_ids::is_body_of(name, self.id));
                let argument = named.unwrap_or_else(|| self.own_name());
                let description = self.body.description.or(schema.description);
                let description = description.or(schemas.whole(id).description);
                self.whole(form, argument, (ty, nullable), description, example)
            }
        }
    }

    /// What the body is called, where its type has no name.
    fn own_name(&self) -> String {
        self.body.name.unwrap_or("body").to_owned()
    }

    fn members(&self, object: &Schema<'a>, example: Option<Node<'a>>) -> Body<'a> {
        Body::Members {
            required: self.body.required,
            format: self.format,
            schema: Box::new(object.clone()),
            encoding: self.content.encoding.clone(),
            json_type: self.json_type,
            example,
        }
    }

    fn whole(
        &self,
        form: BodyForm,
        name: String,
        (ty, nullable): (Ty, bool),
        description: Option<&'a str>,
        example: Option<Node<'a>>,
    ) -> Body<'a> {
        Body::Whole {
            required: self.body.required,
            form,
            name,
            ty,
            nullable,
            encoding: self.content.encoding.clone(),
            json_type: self.json_type,
            description,
            node: self.body.node,
            schema: self.content.schema,
            example,
        }
    }
}

/// What the schema of a body is called that several operations may share: a component.
fn shared(body: &Resolved<'_, '_, RequestBody<'_>>, role: &str) -> Option<TypeName> {
    let component = target_name(body.component?);
    Some(TypeName::shared(&component, role, "body"))
}
