//! An outline of the client.

use std::fmt::Write as _;

use crate::ir::{
    Argument, BodyForm, Crate, CursorPlace, Home, Idempotency, Item, ItemKind, MemberForm, Needs,
    Operation, Pieces, Presence, QueryForm, ResponseBody, Service, Slot, Ty,
};
use crate::name::Ident;

/// Outlines the crate, or one operation and the types in its file.
pub(super) fn outline(krate: &Crate, only: Option<&str>) -> String {
    let mut text = String::new();
    for service in &krate.services {
        if only.is_none() {
            _ = writeln!(text, "service {} at {}", service.title, service.endpoint.url);
            needs(&mut text, &service.needs);
        }
        for (index, operation) in service.operations.iter().enumerate() {
            if only.is_none_or(|id| id == operation.id) {
                self::operation(&mut text, service, operation);
                for item in &service.types {
                    if item.home == Home::Operation(index) {
                        self::item(&mut text, service, item);
                    }
                }
            }
        }
        if only.is_none() {
            for item in service.types.iter().filter(|item| item.home == Home::Types) {
                self::item(&mut text, service, item);
            }
        }
    }
    text
}

fn operation(text: &mut String, service: &Service, operation: &Operation) {
    let Operation { id, name, request, method, path, .. } = operation;
    _ = writeln!(text, "\noperation {id}: {name} -> {request}");
    let idempotency = match &operation.idempotency {
        Idempotency::Idempotent => "idempotent".to_owned(),
        Idempotency::NotIdempotent => "not idempotent".to_owned(),
        Idempotency::Token(parameter) => format!("idempotent by {parameter}"),
    };
    _ = writeln!(text, "  {} {path} ({idempotency})", method.as_str());
    operation.needs.iter().for_each(|it| needs(text, it));
    for argument in &operation.arguments {
        value(text, service, "argument", argument);
    }
    for option in &operation.options {
        value(text, service, "option", option);
    }
    if let ResponseBody::Json(ty) = &operation.response {
        _ = writeln!(text, "  response {}", self::ty(service, ty));
    }
    if let Some(stream) = operation.streamed() {
        let what = match &stream.pieces {
            Pieces::Bytes => "bytes".to_owned(),
            Pieces::Events(ty, _) => format!("events {}", self::ty(service, ty)),
            Pieces::Parts(ty) => format!("parts {}", self::ty(service, ty)),
            Pieces::Lines(ty) => format!("lines {}", self::ty(service, ty)),
        };
        _ = writeln!(text, "  stream of {what} ({})", stream.media_type);
    }
    if let Some(pagination) = &operation.pagination {
        let items = ty(service, &pagination.item);
        let (CursorPlace::Query(cursor)
        | CursorPlace::Member(cursor)
        | CursorPlace::NumberMember(cursor)) = &pagination.cursor;
        _ = writeln!(text, "  pages of {items} by {cursor}");
    }
    for error in &operation.errors {
        let code = error.code.as_ref().map_or("", |code| code.as_str());
        let body = error.body.as_ref().map(|body| ty(service, body)).unwrap_or_default();
        _ = writeln!(text, "  error {} {code} {body}", error.status);
    }
}

fn needs(text: &mut String, needs: &Needs) {
    let all = needs.iter().map(|all| all.iter().map(Ident::as_str).collect::<Vec<_>>());
    let ways: Vec<_> = all.map(|all| all.join(" and ")).collect();
    _ = writeln!(text, "  needs [{}]", ways.join(", "));
}

fn value(text: &mut String, service: &Service, kind: &str, argument: &Argument) {
    let place = match &argument.slot {
        Slot::Path(_) => "path",
        Slot::Query(QueryForm::List(_)) => "query, several",
        Slot::Query(_) => "query",
        Slot::Querystring(_) => "whole query",
        Slot::Header(_) => "header",
        Slot::Cookie(_) => "cookie",
        Slot::Member(MemberForm::Json) => "body member",
        Slot::Member(MemberForm::Encrypted) => "encrypted body member",
        Slot::Body(BodyForm::Json) => "body",
        Slot::Body(BodyForm::Form(_)) => "body as a form",
        Slot::Body(BodyForm::Multipart(_)) => "body in parts",
        Slot::Body(BodyForm::Files(_)) => "body of files",
        Slot::Body(BodyForm::Sequence(_)) => "body of values one after the other",
        Slot::Body(BodyForm::Bytes(_)) => "body of bytes",
        Slot::Body(BodyForm::Text(_)) => "body of text",
        Slot::FormField(_) => "form",
        Slot::Part { each: false, .. } | Slot::Unnamed { each: false, .. } => "part",
        Slot::Part { each: true, .. } | Slot::Unnamed { each: true, .. } => "parts",
        Slot::ContentType => "type of the body",
    };
    let is_parameter =
        matches!(argument.slot, Slot::Path(_) | Slot::Query(_) | Slot::Header(_) | Slot::Cookie(_));
    let structured =
        if is_parameter && argument.slot.is_structured() { ", structured" } else { "" };
    let (name, wire) = (&argument.name, &argument.wire);
    _ = writeln!(
        text,
        "  {kind} {name}: {} ({place}{structured} {wire})",
        ty(service, &argument.ty),
    );
}

fn item(text: &mut String, service: &Service, item: &Item) {
    let ident = &item.ident;
    match &item.kind {
        ItemKind::Struct(strukt) => {
            _ = writeln!(text, "\nstruct {ident}");
            for field in &strukt.fields {
                let ty = ty(service, &field.ty);
                let ty = match field.presence {
                    Presence::Required => ty,
                    Presence::Optional | Presence::OptionalOrNull | Presence::Nullable => {
                        format!("Option<{ty}>")
                    }
                    Presence::OptionalNullable => format!("Option<Option<{ty}>>"),
                };
                _ = writeln!(text, "  {}: {ty} ({})", field.name, field.wire);
            }
        }
        ItemKind::Responses(responses) => {
            _ = writeln!(text, "\nresponses {ident}");
            for response in responses {
                _ = writeln!(text, "  {} ({})", response.name, response.statuses);
            }
        }
        ItemKind::Errors(errors) => {
            _ = writeln!(text, "\nerrors {ident}");
            for error in errors {
                _ = writeln!(text, "  {}({})", error.name, ty(service, &error.ty));
            }
        }
        ItemKind::Union(union) => {
            _ = writeln!(text, "\nunion {ident}");
            for variant in &union.variants {
                _ = writeln!(text, "  {}({})", variant.name, ty(service, &variant.ty));
            }
            for value in &union.values {
                _ = writeln!(text, "  {} ({})", value.name, value.value);
            }
        }
        ItemKind::Enum(kind) | ItemKind::Integers(kind) => {
            _ = writeln!(text, "\nenum {ident}");
            for variant in &kind.variants {
                _ = writeln!(text, "  {} ({})", variant.name, variant.wire);
            }
        }
    }
}

fn ty(service: &Service, ty: &Ty) -> String {
    match ty {
        Ty::Bool => "bool".to_owned(),
        Ty::I32 => "i32".to_owned(),
        Ty::I64 => "i64".to_owned(),
        Ty::U64 => "u64".to_owned(),
        Ty::F64 => "f64".to_owned(),
        Ty::String => "String".to_owned(),
        Ty::Secret => "Secret".to_owned(),
        Ty::Timestamp => "Timestamp".to_owned(),
        Ty::Bytes => "Upload".to_owned(),
        Ty::File => "FilePart".to_owned(),
        Ty::Json => "Value".to_owned(),
        Ty::List(inner) => format!("Vec<{}>", self::ty(service, inner)),
        Ty::Map(inner) => format!("BTreeMap<String, {}>", self::ty(service, inner)),
        Ty::Option(inner) => format!("Option<{}>", self::ty(service, inner)),
        Ty::Boxed(inner) => format!("Box<{}>", self::ty(service, inner)),
        Ty::Named(id) => service.item(*id).ident.to_string(),
    }
}
