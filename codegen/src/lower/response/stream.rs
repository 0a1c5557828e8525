//! Responses that can be read while they come: bytes, server-sent events, lines of JSON.

use crate::ir::{EventForm, Pieces, Stream};
use crate::lower::request::body::{self, Media};
use crate::lower::types::compose;
use crate::lower::types::{Name, Types};
use crate::openapi::{Content, Reader, Response, Schema, Status, Type};

/// The fields of a server-sent event. A schema whose properties are among them describes the whole
/// event, not its data.
const EVENT_FIELDS: &[&str] = &["data", "event", "id", "retry"];

/// How a response that may succeed in these ways can be read while it comes; `name` gives the name of
/// a type by what it is for. Values are preferred to bytes.
pub(crate) fn lower<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    successes: &[(Status, Response<'a>)],
    name: impl Fn(&str) -> Name,
) -> Option<Stream> {
    let mut responses = successes.iter().map(|(_, response)| response);
    let of_values = responses.clone().find_map(|response| {
        body::all(&response.content)
            .find(|(media, ..)| media.is_stream())
            .map(|found| (response.description, found))
    });
    if let Some((description, (media, media_type, content))) = of_values {
        let pieces = match media {
            Media::Events => events(reader, types, content, &name("Event").described(description)),
            _ => lines(reader, types, content, &name("Line").described(description)),
        };
        return Some(Stream { media_type: media_type.to_owned(), pieces });
    }
    let of_bytes = responses.find_map(|response| {
        body::preferred(&response.content)
            .filter(|(media, ..)| matches!(media, Media::Bytes | Media::Multipart))
    });
    let (_, media_type, _) = of_bytes?;
    Some(Stream { media_type: media_type.to_owned(), pieces: Pieces::Bytes })
}

/// Whether a response can only be read while it comes.
pub(crate) fn is_all_of(response: &Response<'_>) -> bool {
    body::preferred(&response.content).is_some_and(|(media, ..)| media.is_stream())
}

fn events<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    content: &Content<'a>,
    name: &Name,
) -> Pieces {
    let Some(schema) = value(reader, content) else {
        return Pieces::Events(types.untyped(name, "events without a schema"), EventForm::Json);
    };
    let form = event_form(reader, &schema);
    Pieces::Events(types.ty(reader, &schema, name), form)
}

fn lines<'a>(
    reader: &mut Reader<'a, '_>,
    types: &mut Types<'a>,
    content: &Content<'a>,
    name: &Name,
) -> Pieces {
    let schema = value(reader, content);
    // A text is what all lines are together, which says nothing of one of them.
    let is_text = content.item.is_none()
        && schema.as_ref().is_some_and(|schema| schema.types == [Type::String]);
    match schema {
        Some(schema) if !is_text => Pieces::Lines(types.ty(reader, &schema, name)),
        _ => Pieces::Lines(types.untyped(name, "lines without a schema")),
    }
}

/// The schema of one value. Where all of them together are an array, it is that of the items.
fn value<'a>(reader: &mut Reader<'a, '_>, content: &Content<'a>) -> Option<Schema<'a>> {
    if content.item.is_some() {
        return content.item.clone();
    }
    let schema = content.schema.clone()?;
    match compose::resolve(reader, &schema, &mut Vec::new()) {
        Some(Schema { items: Some(items), types, .. }) if types == [Type::Array] => Some(*items),
        _ => Some(schema),
    }
}

/// What of an event the schema describes: its data, or all of it.
fn event_form<'a>(reader: &mut Reader<'a, '_>, schema: &Schema<'a>) -> EventForm {
    let Some(schema) = compose::resolve(reader, schema, &mut Vec::new()) else {
        return EventForm::Json;
    };
    if is_text(&schema) {
        return EventForm::Text;
    }
    let mut data = Vec::new();
    if schema.properties.is_empty() {
        for variant in &schema.one_of {
            let variant = compose::resolve(reader, variant, &mut Vec::new());
            data.push(variant.and_then(|variant| data_of_whole(reader, &variant)));
        }
    } else {
        data.push(data_of_whole(reader, &schema));
    }
    match data.into_iter().collect::<Option<Vec<_>>>() {
        Some(data) if data.is_empty() => EventForm::Json,
        Some(data) if data.iter().all(is_text) => EventForm::WholeText,
        Some(_) => EventForm::Whole,
        None => EventForm::Json,
    }
}

/// The schema of the data, if `schema` is that of a whole event.
fn data_of_whole<'a>(reader: &mut Reader<'a, '_>, schema: &Schema<'a>) -> Option<Schema<'a>> {
    if !schema.properties.iter().all(|(name, _)| EVENT_FIELDS.contains(name)) {
        return None;
    }
    let (_, data) = schema.properties.iter().find(|(name, _)| *name == "data")?;
    compose::resolve(reader, data, &mut Vec::new())
}

fn is_text(schema: &Schema<'_>) -> bool {
    schema.types == [Type::String]
}
