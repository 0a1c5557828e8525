//! An outline of the description.

use std::fmt::Write as _;

use crate::diagnostic::{Diagnostics, Findings};
use crate::http::Method;
use crate::openapi::{Api, In, Objects, OperationObject, PathItem, PathItemId, SchemaId, Type};
use crate::project::Project;
use crate::source::Sources;

/// Outlines the documents, or one operation.
pub(super) fn outline(
    project: &Project,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
    only: Option<&str>,
) -> String {
    let findings = Findings::new(diagnostics);
    let services = project.services.iter().map(|service| &service.documents[..]);
    let api = Api::read(sources, services, &findings);
    let mut outline = Outline { objects: &api.objects, text: String::new(), only };
    for document in api.services.iter().flatten() {
        if only.is_none() {
            let path = sources.get(document.node.document()).path();
            let title = document.title.unwrap_or_default();
            _ = writeln!(outline.text, "document {path}: {title}");
        }
        for path in &document.paths {
            outline.path(path.template, path.item);
        }
        if only.is_none() {
            for (name, _) in &document.components.schemas {
                _ = writeln!(outline.text, "schema {name}");
            }
        }
    }
    let text = outline.text;
    findings.finish(diagnostics);
    text
}

struct Outline<'o, 'a> {
    objects: &'o Objects<'a>,
    text: String,
    only: Option<&'o str>,
}

impl<'a> Outline<'_, 'a> {
    fn path(&mut self, path: &str, item: PathItemId) {
        let objects = self.objects;
        let Some(item) = objects.path_item(item) else { return };
        for (method, operation) in &item.operations {
            if self.only.is_none_or(|id| operation.id.is_some_and(|it| it.text == id)) {
                self.operation((method, path), item, operation);
            }
        }
        if let Some(target) = item.reference.and_then(|link| link.target) {
            self.path(path, target);
        }
    }

    fn operation(
        &mut self,
        (method, path): (&Method, &str),
        item: &PathItem<'a>,
        operation: &OperationObject<'a>,
    ) {
        let (objects, text) = (self.objects, &mut self.text);
        let id = operation.id.map_or("(no operationId)", |id| id.text);
        _ = writeln!(text, "\n{} {path}\n  operationId {id}", method.as_str());
        for parameter in item.parameters.iter().chain(&operation.parameters) {
            let Some(parameter) = objects.resolve(*parameter) else { continue };
            let location = match parameter.location {
                In::Path => "path",
                In::Query => "query",
                In::Querystring => "querystring",
                In::Header => "header",
                In::Cookie => "cookie",
            };
            let required = if parameter.required { "" } else { ", optional" };
            let ty = schema(objects, parameter.schema);
            _ = writeln!(text, "  in {location}: {} ({ty}{required})", parameter.name);
        }
        if let Some(body) = operation.body.and_then(|body| objects.resolve(body)) {
            for (media_type, content) in &body.content {
                _ = writeln!(text, "  body {media_type}: {}", schema(objects, content.schema));
            }
        }
        for (status, response) in &operation.responses {
            let Some(response) = objects.resolve(*response) else { continue };
            let bodies = response.content.iter().map(|(media_type, content)| {
                format!("{media_type}: {}", schema(objects, content.schema))
            });
            let bodies: Vec<_> = bodies.collect();
            let status = match status.to_string() {
                empty if empty.is_empty() => "default".to_owned(),
                status => status,
            };
            _ = writeln!(text, "  {status} {}", bodies.join(", "));
            for (code, _) in &response.error_codes.0 {
                _ = writeln!(text, "    code {code}");
            }
        }
    }
}

/// A schema in a few words.
fn schema<'a>(objects: &Objects<'a>, id: Option<SchemaId>) -> String {
    let Some(schema) = id.and_then(|id| objects.schema(id)) else {
        return "anything".to_owned();
    };
    if let Some(link) = schema.reference {
        let name = link.reference.text.rsplit('/').next();
        return name.unwrap_or_default().to_owned();
    }
    let types: Vec<_> = schema
        .types
        .iter()
        .map(|ty| match ty {
            Type::Array => match schema.items {
                Some(_) => format!("array of {}", self::schema(objects, schema.items)),
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
