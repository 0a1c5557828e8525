//! Answers: what a success holds, which errors are documented, how pages follow each other.

use std::collections::BTreeMap;

use super::body;
use super::types::{Name, Types};
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::ir::{Answer, DocumentedError, Field, Home, Item, ItemKind, Paging, Ty};
use crate::name::Ident;
use crate::source::Node;
use crate::spec::{Operation, Pagination, Reader, Response, Status, Text};

/// What an operation answers.
pub(super) struct Answers<'a> {
    pub(super) answer: Answer,
    pub(super) errors: Vec<DocumentedError>,
    /// The status and the example of a success.
    pub(super) example: Option<(u16, Option<Node<'a>>)>,
}

impl<'a> Answers<'a> {
    /// Reads the responses of `operation`; the type of an unnamed answer is called `name`.
    pub(super) fn read(
        reader: &mut Reader<'a, '_>,
        types: &mut Types<'a>,
        operation: &Operation<'a>,
        error_codes: &BTreeMap<String, Ident>,
        name: &Name,
    ) -> Self {
        let mut answers = Self { answer: Answer::Empty, errors: Vec::new(), example: None };
        let mut success: Option<Response<'a>> = None;
        for (key, response) in &operation.responses {
            let node = operation.node.get("responses").and_then(|it| it.get(key));
            let Some(status) = Status::read(reader, key, node.unwrap_or(operation.node)) else {
                continue;
            };
            let Some(response) = response.resolve(reader) else { continue };
            if !status.is_success() {
                answers.errors.extend(documented(status, &response, error_codes));
            } else if let Some(first) = &success {
                reader.report(
                    Diagnostic::error(
                        Code::Unsupported,
                        "several successful responses are not supported yet",
                    )
                    .at(response.node.key_place(), "another one")
                    .also(first.node.key_place(), "the first one"),
                );
            } else {
                answers.success(reader, types, status, &response, name);
                success = Some(response);
            }
        }
        answers
    }

    fn success(
        &mut self,
        reader: &mut Reader<'a, '_>,
        types: &mut Types<'a>,
        status: Status,
        response: &Response<'a>,
        name: &Name,
    ) {
        let content = body::json(reader, &response.content, "an answer", response.node);
        let example = content.as_ref().and_then(|content| content.example);
        if let Some(schema) = content.and_then(|content| content.schema) {
            let name = name.described(response.description);
            self.answer = Answer::Json(types.ty(reader, &schema, &name));
        }
        let status = if let Status::Code(code) = status { code } else { 200 };
        if self.answer == Answer::Empty || example.is_some() {
            self.example = Some((status, example));
        }
    }
}

fn documented(
    status: Status,
    response: &Response<'_>,
    error_codes: &BTreeMap<String, Ident>,
) -> Vec<DocumentedError> {
    let status_text = status.to_string();
    if response.error_codes.is_empty() {
        // `default` without codes says only that something may go wrong.
        let meaning = match (status, response.description) {
            (Status::Default, _) | (_, None) => return Vec::new(),
            (_, Some(description)) => description.trim().to_owned(),
        };
        return vec![DocumentedError { status: status_text, code: None, meaning }];
    }
    response
        .error_codes
        .iter()
        .map(|(code, meaning)| DocumentedError {
            status: status_text.clone(),
            code: error_codes.get(*code).cloned(),
            meaning: meaning.text.trim().to_owned(),
        })
        .collect()
}

/// How the pages of `answer` follow each other.
pub(super) fn paging<'a>(
    reader: &mut Reader<'a, '_>,
    pagination: &Pagination<'a>,
    cursors: &[&str],
    answer: &Answer,
    items: &[Item],
) -> Option<Paging> {
    let Some(fields) = answer_fields(answer, items) else {
        reader.report(
            Diagnostic::error(Code::InvalidValue, "`x-pagination` needs an answer of its own")
                .at(pagination.node.key_place(), "on an operation without one")
                .help("write the schema of the answer into the operation, with its properties"),
        );
        return None;
    };
    let cursor = pagination.cursor?;
    if !cursors.contains(&cursor.text) {
        report_unknown(reader, cursor, "query parameter", cursors.iter().copied());
    }
    let next = find(reader, pagination.next?, fields)?;
    let items_field = find(reader, pagination.items?, fields)?;
    let more = match pagination.more {
        Some(more) => Some(find(reader, more, fields)?),
        None => None,
    };
    let Ty::List(item) = &items_field.ty else {
        let place = pagination.items?.node.place();
        reader.report(
            Diagnostic::error(
                Code::InvalidValue,
                format!("property `{}` of the answer is no array", items_field.wire),
            )
            .at(place, "the items of a page are an array"),
        );
        return None;
    };
    Some(Paging {
        cursor: cursor.text.to_owned(),
        next: (next.name.clone(), next.presence),
        more: more.map(|field| (field.name.clone(), field.presence)),
        items: (items_field.name.clone(), items_field.presence),
        item: (**item).clone(),
    })
}

fn answer_fields<'t>(answer: &Answer, items: &'t [Item]) -> Option<&'t [Field]> {
    let Answer::Json(Ty::Named(id)) = answer else { return None };
    match (&items[id.0].kind, items[id.0].home) {
        (ItemKind::Struct(strukt), Home::Operation(_)) => Some(&strukt.fields),
        _ => None,
    }
}

fn find<'t>(reader: &mut Reader<'_, '_>, wire: Text<'_>, fields: &'t [Field]) -> Option<&'t Field> {
    let found = fields.iter().find(|field| field.wire == wire.text);
    if found.is_none() {
        let known = fields.iter().map(|field| field.wire.as_str());
        report_unknown(reader, wire, "property of the answer", known);
    }
    found
}

fn report_unknown<'k>(
    reader: &mut Reader<'_, '_>,
    name: Text<'_>,
    what: &str,
    known: impl Iterator<Item = &'k str>,
) {
    let mut diagnostic =
        Diagnostic::error(Code::InvalidValue, format!("there is no {what} `{}`", name.text))
            .at(name.node.place(), "not declared");
    if let Some(near) = suggest(name.text, known) {
        diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
    }
    reader.report(diagnostic);
}
