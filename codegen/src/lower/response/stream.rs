//! Responses that can be read while they come: bytes, server-sent events, lines of JSON.

use crate::ir::{EventForm, Pieces, Stream};
use crate::lower::media::{self, Media};
use crate::lower::response::found::{Found, shared_name};
use crate::lower::types::{Schemas, TypeName, Types};
use crate::openapi::{Content, Schema, SchemaId, Status, Type};

/// The fields of a server-sent event. A schema whose properties are among them describes the whole
/// event, not its data.
const EVENT_FIELDS: &[&str] = &["data", "event", "id", "retry"];

/// How a response that may succeed in these ways can be read while it comes; `name` says what a type
/// is called, by what it is for. Values are preferred to bytes.
pub(crate) fn lower<'a>(
    types: &mut Types<'_, 'a>,
    successes: &[(Status, Found<'_, 'a>)],
    name: impl Fn(&str) -> TypeName,
) -> Option<Stream> {
    let mut responses = successes.iter().map(|(_, response)| response);
    let of_values = responses.clone().find_map(|response| {
        media::all(types.schemas(), &response.content)
            .find(|(media, ..)| media.is_stream())
            .map(|found| (response, found))
    });
    if let Some((response, (media, media_type, content))) = of_values {
        let role = match media {
            Media::Events => "Event",
            Media::Parts => "Part",
            _ => "Line",
        };
        let name = shared_name(response, role).unwrap_or_else(|| name(role));
        let name = name.described(response.description);
        let pieces = match media {
            Media::Events => events(types, content, &name),
            Media::Parts => parts(types, content, &name),
            _ => lines(types, content, &name),
        };
        return Some(Stream { media_type: media_type.to_owned(), pieces });
    }
    let of_bytes = responses.find_map(|response| {
        media::preferred(types.schemas(), &response.content)
            .filter(|(media, ..)| matches!(media, Media::Bytes | Media::Multipart))
    });
    let (_, media_type, _) = of_bytes?;
    Some(Stream { media_type: media_type.to_owned(), pieces: Pieces::Bytes })
}

/// Whether a response can only be read while it comes.
pub(crate) fn is_all_of<'a>(schemas: &Schemas<'_, 'a>, response: &Found<'_, 'a>) -> bool {
    media::preferred(schemas, &response.content).is_some_and(|(media, ..)| media.is_stream())
}

fn events<'a>(types: &mut Types<'_, 'a>, content: &Content<'a>, name: &TypeName) -> Pieces {
    let Some(schema) = value(types.schemas(), content) else {
        let ty = types.untyped_value(name, "events without a schema");
        return Pieces::Events(ty, EventForm::Json);
    };
    let form = event_form(types.schemas(), schema);
    Pieces::Events(types.ty(schema, name), form)
}

fn lines<'a>(types: &mut Types<'_, 'a>, content: &Content<'a>, name: &TypeName) -> Pieces {
    let schemas = types.schemas();
    let schema = value(schemas, content);
    // A text is what all lines are together, which says nothing of one of them.
    let is_text = |schema: &SchemaId| is_text(schemas.get(*schema)) && content.item.is_none();
    match schema.filter(|schema| !is_text(schema)) {
        Some(schema) => Pieces::Lines(types.ty(schema, name)),
        None => Pieces::Lines(types.untyped_value(name, "lines without a schema")),
    }
}

/// Parts of JSON are values; what else stands in parts is up to the caller, as bytes.
fn parts<'a>(types: &mut Types<'_, 'a>, content: &Content<'a>, name: &TypeName) -> Pieces {
    let schema = media::item(types.schemas(), content);
    let given = content.item_encoding.as_ref().and_then(|it| it.content_type);
    let is_json = |schema: &SchemaId| match given {
        Some(content_type) => media::is_called_json(content_type),
        None => !types.schemas().is_trivial(types.schemas().whole(*schema)),
    };
    match schema.filter(|it| is_json(it) && content.prefix_encoding.is_empty()) {
        Some(schema) if !is_text(types.schemas().whole(schema)) => {
            Pieces::Parts(types.ty(schema, name))
        }
        _ => Pieces::Bytes,
    }
}

/// The schema of one value. Where all of them together are an array, it is that of the items.
fn value<'a>(schemas: &Schemas<'_, 'a>, content: &Content<'a>) -> Option<SchemaId> {
    if content.item.is_some() {
        return content.item;
    }
    let schema = content.schema?;
    let whole = schemas.whole(schema);
    let is_array = whole.types.single() == Some(Type::Array);
    whole.items.filter(|_| is_array).or(Some(schema))
}

/// What of an event the schema describes: its data, or all of it.
fn event_form<'a>(schemas: &Schemas<'_, 'a>, schema: SchemaId) -> EventForm {
    let whole = schemas.whole(schema);
    if is_text(whole) {
        return EventForm::Text;
    }
    let data: Option<Vec<&Schema<'a>>> = match whole.properties.is_empty() {
        true => whole.variants().map(|it| data_of_whole(schemas, schemas.whole(it))).collect(),
        false => data_of_whole(schemas, whole).map(|data| vec![data]),
    };
    match data {
        Some(data) if data.is_empty() => EventForm::Json,
        Some(data) if data.iter().all(|data| is_text(data)) => EventForm::WholeText,
        Some(_) => EventForm::Whole,
        None => EventForm::Json,
    }
}

/// The schema of the data, if `schema` is that of a whole event.
fn data_of_whole<'s, 'a>(
    schemas: &'s Schemas<'_, 'a>,
    schema: &Schema<'a>,
) -> Option<&'s Schema<'a>> {
    if !schema.properties.iter().all(|(name, _)| EVENT_FIELDS.contains(name)) {
        return None;
    }
    let (_, data) = schema.properties.iter().find(|(name, _)| *name == "data")?;
    Some(schemas.whole(*data))
}

fn is_text(schema: &Schema<'_>) -> bool {
    schema.types.single() == Some(Type::String)
}
