//! `x-pagination`: how the pages of a response follow each other.

use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::ir::{
    Argument, CursorPlace, Field, FieldUse, Home, Item, ItemKind, NextPage, Operation, Pagination,
    ResponseBody, Slot, Ty,
};
use crate::openapi::{Reader, Text, XPagination, XPaginationKind};

/// The pagination of `operation`, whose response is among `items`.
pub(crate) fn lower<'a>(
    reader: &mut Reader<'a, '_>,
    pagination: &XPagination<'a>,
    operation: &Operation,
    items: &[Item],
) -> Option<Pagination> {
    let Some(fields) = response_fields(&operation.response, items) else {
        reader.report(
            Diagnostic::error(Code::InvalidValue, "`x-pagination` needs a response of its own")
                .at(pagination.node.key_place(), "on an operation without one")
                .help("write the schema of the response into the operation, with its properties"),
        );
        return None;
    };
    let (cursor, next) = match &pagination.kind {
        XPaginationKind::Cursor { cursor, next, more } => {
            let place = cursor_place(reader, *cursor, operation)?;
            let next = find(reader, *next, fields)?;
            let more = match more {
                Some(more) => Some(find(reader, *more, fields)?),
                None => None,
            };
            (place, NextPage::Cursor { next: used(next), more: more.map(used) })
        }
        XPaginationKind::Page { page, size, total } => {
            let place = cursor_place(reader, *page, operation)?;
            let number = find(reader, *page, fields)?;
            let (size, total) = (find(reader, *size, fields)?, find(reader, *total, fields)?);
            (place, NextPage::Number { page: used(number), size: used(size), total: used(total) })
        }
    };
    let list = find(reader, pagination.items, fields)?;
    let Ty::List(item) = &list.ty else {
        reader.report(
            Diagnostic::error(
                Code::InvalidValue,
                format!("property `{}` of the response is no array", list.wire),
            )
            .at(pagination.items.node.place(), "the items of a page are an array"),
        );
        return None;
    };
    Some(Pagination { cursor, next, items: used(list), item: (**item).clone() })
}

fn used(field: &Field) -> FieldUse {
    FieldUse { name: field.name.clone(), presence: field.presence }
}

fn cursor_place(
    reader: &mut Reader<'_, '_>,
    cursor: Text<'_>,
    operation: &Operation,
) -> Option<CursorPlace> {
    let options =
        || operation.options.iter().filter(|it| matches!(it.slot, Slot::Query | Slot::Member));
    let found = options().find(|option| option.wire == cursor.text);
    match found {
        Some(Argument { slot: Slot::Query, wire, .. }) => Some(CursorPlace::Query(wire.clone())),
        Some(Argument { ty: Ty::I32 | Ty::I64, wire, .. }) => {
            Some(CursorPlace::NumberMember(wire.clone()))
        }
        Some(Argument { wire, .. }) => Some(CursorPlace::Member(wire.clone())),
        None => {
            let known = options().map(|option| option.wire.as_str());
            report_unknown(reader, cursor, "optional parameter or member of the body", known);
            None
        }
    }
}

fn response_fields<'t>(response: &ResponseBody, items: &'t [Item]) -> Option<&'t [Field]> {
    let ResponseBody::Json(Ty::Named(id)) = response else { return None };
    match (&items[id.0].kind, items[id.0].home) {
        (ItemKind::Struct(strukt), Home::Operation(_)) => Some(&strukt.fields),
        _ => None,
    }
}

fn find<'t>(reader: &mut Reader<'_, '_>, wire: Text<'_>, fields: &'t [Field]) -> Option<&'t Field> {
    let found = fields.iter().find(|field| field.wire == wire.text);
    if found.is_none() {
        let known = fields.iter().map(|field| field.wire.as_str());
        report_unknown(reader, wire, "property of the response", known);
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
