//! `x-pagination`: how the pages of a response follow each other.

use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::ir::{
    Argument, CursorPlace, Field, FieldUse, Home, Item, ItemKind, MemberForm, NextPage, Operation,
    Pagination, QueryForm, ResponseBody, Slot, Ty,
};
use crate::lower::context::Context;
use crate::openapi::{Text, XPagination, XPaginationKind};

/// The pagination of `operation`, whose response is among `items`.
pub(crate) fn lower<'a>(
    cx: Context<'_, 'a>,
    pagination: &XPagination<'a>,
    operation: &Operation,
    items: &[Item],
) -> Option<Pagination> {
    let Some(fields) = response_fields(&operation.response, items) else {
        cx.report(
            Diagnostic::new(Code::InvalidValue, "`x-pagination` needs a response of its own")
                .at(pagination.node.key_place(), "on an operation without one")
                .help("write the schema of the response into the operation, with its properties"),
        );
        return None;
    };
    let (cursor, next) = match &pagination.kind {
        XPaginationKind::Cursor { cursor, next, more } => {
            let place = cursor_place(cx, *cursor, operation)?;
            let next = find(cx, *next, fields)?;
            let more = match more {
                Some(more) => Some(find(cx, *more, fields)?),
                None => None,
            };
            (place, NextPage::Cursor { next: used(next), more: more.map(used) })
        }
        XPaginationKind::Page { page, size, total } => {
            let place = cursor_place(cx, *page, operation)?;
            let number = find(cx, *page, fields)?;
            let (size, total) = (find(cx, *size, fields)?, find(cx, *total, fields)?);
            (place, NextPage::Number { page: used(number), size: used(size), total: used(total) })
        }
    };
    let list = find(cx, pagination.items, fields)?;
    let Ty::List(item) = &list.ty else {
        cx.report(
            Diagnostic::new(
                Code::InvalidValue,
                format!("property `{}` of the response is not an array", list.wire),
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
    cx: Context<'_, '_>,
    cursor: Text<'_>,
    operation: &Operation,
) -> Option<CursorPlace> {
    const IN_QUERY: Slot = Slot::Query(QueryForm::Scalar);
    const IN_BODY: Slot = Slot::Member(MemberForm::Json);
    let options =
        || operation.options.iter().filter(|it| it.slot == IN_QUERY || it.slot == IN_BODY);
    let found = options().find(|option| option.wire == cursor.text);
    match found {
        Some(Argument { slot, wire, .. }) if *slot == IN_QUERY => {
            Some(CursorPlace::Query(wire.clone()))
        }
        Some(Argument { ty: Ty::I32 | Ty::I64, wire, .. }) => {
            Some(CursorPlace::NumberMember(wire.clone()))
        }
        Some(Argument { wire, .. }) => Some(CursorPlace::Member(wire.clone())),
        None => {
            let known = options().map(|option| option.wire.as_str());
            report_unknown(cx, cursor, "optional parameter or member of the body", known);
            None
        }
    }
}

fn response_fields<'t>(response: &ResponseBody, items: &'t [Item]) -> Option<&'t [Field]> {
    // A response that may be null has no pages.
    let ResponseBody::Json(Ty::Named(id)) = response else { return None };
    match (&items[id.0].kind, items[id.0].home) {
        (ItemKind::Struct(strukt), Home::Operation(_)) => Some(&strukt.fields),
        _ => None,
    }
}

fn find<'t>(cx: Context<'_, '_>, wire: Text<'_>, fields: &'t [Field]) -> Option<&'t Field> {
    let found = fields.iter().find(|field| field.wire == wire.text);
    if found.is_none() {
        let known = fields.iter().map(|field| field.wire.as_str());
        report_unknown(cx, wire, "property of the response", known);
    }
    found
}

fn report_unknown<'k>(
    cx: Context<'_, '_>,
    name: Text<'_>,
    what: &str,
    known: impl Iterator<Item = &'k str>,
) {
    let mut diagnostic =
        Diagnostic::new(Code::InvalidValue, format!("there is no {what} `{}`", name.text))
            .at(name.node.place(), "not declared");
    if let Some(near) = suggest(name.text, known) {
        diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
    }
    cx.report(diagnostic);
}
