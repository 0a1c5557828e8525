//! Values of JSON in Rust.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};
use serde_json::{Number, Value};

use super::example;
use crate::ir::Ty;

/// A value as an expression of a type that is written as JSON.
pub(super) fn expression(value: &Value) -> TokenStream {
    let tokens = tokens(value);
    match value {
        Value::String(_) | Value::Bool(_) | Value::Number(_) => tokens,
        Value::Null | Value::Array(_) | Value::Object(_) => quote!(serde_json::json!(#tokens)),
    }
}

/// A simple value as a literal; all others as `json!` takes them.
pub(super) fn tokens(value: &Value) -> TokenStream {
    match value {
        Value::Null => quote!(null),
        Value::Bool(value) => quote!(#value),
        Value::Number(value) => number(value),
        Value::String(text) => quote!(#text),
        Value::Array(items) => {
            let items = items.iter().map(tokens);
            quote!([#(#items),*])
        }
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let value = tokens(value);
                quote!(#name: #value)
            });
            quote!({#(#members),*})
        }
    }
}

/// A simple value as a literal of this type, or of one that becomes it by `into`.
pub(super) fn of_type(value: &Value, ty: &Ty) -> TokenStream {
    let (negative, size) = (value.as_i64().is_some_and(|it| it < 0), value.as_i64());
    let size = size.map(i64::unsigned_abs).or_else(|| value.as_u64());
    match (ty, size) {
        (Ty::I32, Some(size)) if size <= i32::MAX as u64 => {
            example::number(Literal::i32_suffixed(size as i32), negative)
        }
        (Ty::I64, Some(size)) if size <= i64::MAX as u64 => {
            example::number(Literal::i64_suffixed(size as i64), negative)
        }
        (Ty::U64, Some(size)) => Literal::u64_suffixed(size).into_token_stream(),
        (Ty::F64, _) => {
            let float = value.as_f64().unwrap_or_default();
            example::number(Literal::f64_suffixed(float.abs()), float < 0.0)
        }
        _ => tokens(value),
    }
}

fn number(number: &Number) -> TokenStream {
    match (number.as_i64(), number.as_u64(), number.as_f64()) {
        (Some(value), _, _) if i32::try_from(value).is_ok() => {
            example::number(Literal::u64_unsuffixed(value.unsigned_abs()), value < 0)
        }
        // Without a type it would be an `i32`, which has no room for it.
        (Some(value), _, _) if value < 0 => {
            example::number(Literal::i64_suffixed(value.saturating_neg()), true)
        }
        (_, Some(value), _) => example::number(Literal::u64_suffixed(value), false),
        (_, _, value) => {
            let value = value.unwrap_or_default();
            example::number(Literal::f64_unsuffixed(value.abs()), value < 0.0)
        }
    }
}

/// `text` as a raw string, which JSON reads best in, if none of its characters needs an escape.
pub(super) fn raw_string(text: &str) -> TokenStream {
    let is_plain = text.chars().all(|character| {
        character == ' ' || character.is_ascii_graphic() || character.is_alphanumeric()
    });
    let longest =
        text.split('"').skip(1).map(|rest| rest.bytes().take_while(|it| *it == b'#').count()).max();
    let hashes = "#".repeat(longest.map_or(0, |longest| longest + 1));
    let raw = format!("r{hashes}\"{text}\"{hashes}").parse::<TokenStream>();
    match raw {
        Ok(raw) if is_plain => raw,
        _ => quote!(#text),
    }
}
