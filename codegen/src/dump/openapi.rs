//! The description as an outline.

use std::fmt::Write as _;

use crate::diagnostic::Diagnostics;
use crate::http::Method;
use crate::openapi::{Document, In, Operation, Parameter, Read, Reader, RefOr, Schema, Type};
use crate::project::Project;
use crate::source::Sources;

/// The outline of the documents, or of one operation.
pub(super) fn outline(
    project: &Project,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
    only: Option<&str>,
) -> String {
    let mut reader = Reader::new(sources, diagnostics, project.strictness);
    let mut text = String::new();
    for id in project.services.iter().flat_map(|service| &service.documents) {
        let Some(document) = Document::read(&mut reader, sources.root(*id)) else { continue };
        if only.is_none() {
            let title = document.title.unwrap_or_default();
            _ = writeln!(text, "document {}: {title}", sources.get(*id).path());
        }
        for (_, path, item) in &document.paths {
            for (method, operation) in &item.operations {
                if only.is_none_or(|id| operation.id.is_some_and(|it| it.text == id)) {
                    let parameters = item.parameters.iter().chain(&operation.parameters);
                    let parameters: Vec<_> =
                        parameters.filter_map(|it| it.resolve(&mut reader)).collect();
                    self::operation(
                        &mut text,
                        &mut reader,
                        (*method, path),
                        operation,
                        &parameters,
                    );
                }
            }
        }
        if only.is_none() {
            for (name, _) in &document.components.schemas {
                _ = writeln!(text, "schema {name}");
            }
        }
    }
    text
}

fn operation<'a>(
    text: &mut String,
    reader: &mut Reader<'a, '_>,
    (method, path): (Method, &str),
    operation: &Operation<'a>,
    parameters: &[Parameter<'a>],
) {
    let id = operation.id.map_or("(no operationId)", |id| id.text);
    _ = writeln!(text, "\n{} {path}\n  operationId {id}", method.as_str());
    for parameter in parameters {
        let location = match parameter.location {
            In::Path => "path",
            In::Query => "query",
            In::Header => "header",
            In::Cookie => "cookie",
        };
        let required = if parameter.required { "" } else { ", optional" };
        let ty = parameter.schema.as_ref().map_or_else(|| "anything".to_owned(), schema);
        _ = writeln!(text, "  in {location}: {} ({ty}{required})", parameter.name);
    }
    if let Some(body) = operation.body.as_ref().and_then(|body| body.resolve(reader)) {
        for (media_type, content) in &body.content {
            let ty = content.schema.as_ref().map_or_else(|| "anything".to_owned(), schema);
            _ = writeln!(text, "  body {media_type}: {ty}");
        }
    }
    for (status, response) in &operation.responses {
        responses(text, reader, status, response);
    }
}

fn responses<'a>(
    text: &mut String,
    reader: &mut Reader<'a, '_>,
    status: &str,
    response: &RefOr<'a, crate::openapi::Response<'a>>,
) {
    let Some(response) = response.resolve(reader) else { return };
    let bodies: Vec<_> = response
        .content
        .iter()
        .map(|(media_type, content)| {
            let ty = content.schema.as_ref().map_or_else(|| "anything".to_owned(), schema);
            format!("{media_type}: {ty}")
        })
        .collect();
    _ = writeln!(text, "  {status} {}", bodies.join(", "));
    for (code, _) in &response.error_codes {
        _ = writeln!(text, "    code {code}");
    }
}

/// A schema in a few words.
fn schema(schema: &Schema<'_>) -> String {
    if let Some(reference) = schema.reference {
        return reference.name();
    }
    let types: Vec<_> = schema
        .types
        .iter()
        .map(|ty| match ty {
            Type::Array => match &schema.items {
                Some(items) => format!("array of {}", self::schema(items)),
                None => "array".to_owned(),
            },
            Type::Boolean => "boolean".to_owned(),
            Type::Integer => "integer".to_owned(),
            Type::Number => "number".to_owned(),
            Type::Object => {
                let names: Vec<_> = schema.properties.iter().map(|(name, _)| *name).collect();
                format!("object {{{}}}", names.join(", "))
            }
            Type::String => "string".to_owned(),
        })
        .collect();
    match types.is_empty() {
        true => "anything".to_owned(),
        false => types.join(" or "),
    }
}
