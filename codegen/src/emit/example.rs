//! Example calls, as a caller would write them.

use proc_macro2::{Literal, Spacing, TokenStream, TokenTree};
use quote::quote;

use super::credentials;
use crate::format;
use crate::ir::{
    Crate, Expr, Home, Idempotency, Needs, Operation, ResponseBody, Service, Ty, TypeId,
};

/// The call of an operation's example, up to `send`.
///
/// `with_token`: whether to set the idempotency token. Callers leave it to the client; a test has
/// to know it.
pub(super) fn call(service: &Service, operation: &Operation, with_token: bool) -> TokenStream {
    let name = &operation.name;
    let example = &operation.example.call;
    let arguments: Vec<_> = match &operation.required {
        Some(required) => {
            let values = operation.arguments.iter().zip(&example.arguments);
            let fields = values.map(|(argument, value)| {
                let (name, value) = (&argument.name, field(service, &argument.ty, value));
                quote!(#name: #value)
            });
            let path = operation_path(service, operation);
            vec![quote!(#path #required { #(#fields),* })]
        }
        None => example.arguments.iter().map(|argument| expr(service, argument)).collect(),
    };
    let options = example.options.iter().filter_map(|(index, value)| {
        let option = operation.options.get(*index)?;
        let is_token = operation.idempotency == Idempotency::Token(option.wire.clone());
        (with_token || !is_token).then(|| {
            let (name, value) = (&option.name, expr(service, value));
            quote!(.#name(#value))
        })
    });
    quote!(client.#name(#(#arguments),*) #(#options)*)
}

/// An expression of exactly the type `ty`.
fn field(service: &Service, ty: &Ty, value: &Expr) -> TokenStream {
    match (ty, value) {
        (Ty::List(ty), Expr::List(values)) => {
            let values = values.iter().map(|value| field(service, ty, value));
            quote!(vec![#(#values),*])
        }
        (Ty::Boxed(_), _) | (_, Expr::Text(_)) => {
            let value = expr(service, value);
            quote!(#value.into())
        }
        _ => expr(service, value),
    }
}

/// An expression that a caller may give for a value: a text stands for all that is made of one.
fn expr(service: &Service, expr: &Expr) -> TokenStream {
    match expr {
        Expr::Bool(value) => quote!(#value),
        Expr::Int(value) => number(Literal::u128_unsuffixed(value.unsigned_abs()), *value < 0),
        Expr::Float(value) => number(Literal::f64_unsuffixed(value.abs()), *value < 0.0),
        Expr::Text(text) => quote!(#text),
        Expr::Variant(ty, variant) => {
            let path = path(service, *ty);
            quote!(#path::#variant)
        }
        Expr::Wrapped(union, variant, value, ty) => {
            let (path, value) = (path(service, *union), field(service, ty, value));
            quote!(#path::#variant(#value))
        }
        Expr::None => quote!(None),
        Expr::Some(value, ty) => {
            let value = field(service, ty, value);
            quote!(Some(#value))
        }
        Expr::List(values) => {
            let values = values.iter().map(|value| match value {
                Expr::List(_) => nested(service, value),
                _ => self::expr(service, value),
            });
            quote!([#(#values),*])
        }
        Expr::Struct { ty, required, optional } => {
            let path = path(service, *ty);
            let required = required.iter().map(|value| self::expr(service, value));
            let setters = optional.iter().map(|(name, value)| {
                let value = self::expr(service, value);
                quote!(.#name(#value))
            });
            quote!(#path::new(#(#required),*) #(#setters)*)
        }
        Expr::Json(value, ty) => {
            let text = value.to_string();
            let ty = self::ty(service, ty);
            quote!(serde_json::from_str::<#ty>(#text).expect("the example is JSON"))
        }
    }
}

/// A list in a list, or a value of one: they have the one type that is written there.
fn nested(service: &Service, value: &Expr) -> TokenStream {
    match value {
        Expr::List(values) => {
            let values = values.iter().map(|value| nested(service, value));
            quote!(vec![#(#values),*])
        }
        Expr::Text(text) => quote!(#text.into()),
        _ => expr(service, value),
    }
}

/// A type as callers write it.
fn ty(service: &Service, ty: &Ty) -> TokenStream {
    let inside = |inner: &Ty| self::ty(service, inner);
    match ty {
        Ty::Bool => quote!(bool),
        Ty::I32 => quote!(i32),
        Ty::I64 => quote!(i64),
        Ty::U64 => quote!(u64),
        Ty::F64 => quote!(f64),
        Ty::String => quote!(String),
        Ty::Json => quote!(serde_json::Value),
        // What takes them takes nothing else, so that they need not be named.
        Ty::Map(_) | Ty::Option(_) | Ty::Secret | Ty::Timestamp | Ty::Bytes | Ty::File => {
            quote!(_)
        }
        Ty::Named(id) => path(service, *id),
        Ty::List(inner) => {
            let inner = inside(inner);
            quote!(Vec<#inner>)
        }
        Ty::Boxed(inner) => inside(inner),
    }
}

/// The path of an item as callers write it.
fn path(service: &Service, ty: TypeId) -> TokenStream {
    let item = service.item(ty);
    let ident = &item.ident;
    match item.home {
        Home::Types => quote!(types::#ident),
        Home::Operation(index) => {
            let path = operation_path(service, &service.operations[index]);
            quote!(#path #ident)
        }
    }
}

/// The path in front of what stands in the file of an operation.
fn operation_path(service: &Service, operation: &Operation) -> TokenStream {
    let module = operation.family.map(|family| &service.families[family].module);
    let module = module.map(|module| quote!(#module::));
    quote!(operation::#module)
}

/// A number as tokens: a literal has no sign of its own.
pub(super) fn number(literal: Literal, is_negative: bool) -> TokenStream {
    if is_negative { quote!(-#literal) } else { quote!(#literal) }
}

/// What an example does with what `call` returns.
pub(super) fn used(operation: &Operation, call: &TokenStream) -> TokenStream {
    match (&operation.pagination, &operation.response) {
        (Some(_), _) => quote! {
            let mut items = #call.items();
            while let Some(item) = items.try_next().await? {
                println!("{item:?}");
            }
        },
        (None, ResponseBody::Stream(_)) => quote! {
            let mut values = #call.send().await?;
            while let Some(value) = values.try_next().await? {
                println!("{value:?}");
            }
        },
        (None, ResponseBody::Empty) => quote!(#call.send().await?;),
        (None, _) => quote! {
            let body = #call.send().await?;
            println!("{body:?}");
        },
    }
}

/// The documentation's example of an operation.
pub(super) fn documented(krate: &Crate, service: &Service, operation: &Operation) -> Vec<String> {
    let call = call(service, operation, false);
    let body = used(operation, &call);
    let (root, module) = (crate_name(krate), module_path(krate, service));
    let mut lines = call_imports(krate, service, &call);
    lines.push(format!("# async fn example(client: {module}::Client) -> {root}::Result<()> {{"));
    lines.extend(format::statements(body));
    lines.extend(["# Ok(())".to_owned(), "# }".to_owned()]);
    lines
}

/// The documentation's example of how a client is made.
pub(super) fn building(krate: &Crate, service: &Service) -> Vec<String> {
    let build = build(service, &service.needs);
    let mut lines = client_imports(krate, service);
    lines.push(format!("# fn example() -> {}::Result<()> {{", crate_name(krate)));
    lines.extend(format::statements(quote!(let client = #build?;)));
    lines.extend(["# Ok(())".to_owned(), "# }".to_owned()]);
    lines
}

/// The expression that builds a client for what `needs` this, with the settings it cannot do
/// without and those that a caller has to think about.
pub(super) fn build(service: &Service, needs: &Needs) -> TokenStream {
    let builder = builder(service, needs);
    quote!(#builder.build())
}

/// The same before it is built.
pub(super) fn builder(service: &Service, needs: &Needs) -> TokenStream {
    // A whole URL has none.
    let has_variables = service.endpoint.example.is_none();
    let chosen = service.endpoint.variables.iter().filter(|_| has_variables);
    let variables = chosen.map(|variable| {
        let (setter, default) = (&variable.setter, &variable.default);
        quote!(.#setter(#default))
    });
    let credentials = credentials::sample(service, needs);
    let endpoint = service.endpoint.example.as_ref().map(|url| quote!(.endpoint(#url)));
    quote!(Client::builder() #(#variables)* #(#credentials)* #endpoint)
}

/// What [`build`] needs to have imported.
pub(super) fn client_imports(krate: &Crate, service: &Service) -> Vec<String> {
    let client = format!("use {}::Client;", module_path(krate, service));
    match service.vendor {
        Some(vendor) => {
            vec![format!("use {}::{};", crate_name(krate), vendor.credentials.as_str()), client]
        }
        None => vec![client],
    }
}

/// What a call needs to have imported.
pub(super) fn call_imports(krate: &Crate, service: &Service, call: &TokenStream) -> Vec<String> {
    let path = module_path(krate, service);
    let modules = ["operation", "types"].into_iter().filter(|module| mentions(call, module));
    match modules.collect::<Vec<_>>()[..] {
        [] => Vec::new(),
        [module] => vec![format!("use {path}::{module};")],
        ref modules => vec![format!("use {path}::{{{}}};", modules.join(", "))],
    }
}

/// The crate as other crates name it.
pub(super) fn crate_name(krate: &Crate) -> String {
    krate.package.name.replace('-', "_")
}

/// The module of a service as other crates name it.
pub(super) fn module_path(krate: &Crate, service: &Service) -> String {
    match &service.module {
        Some(module) => format!("{}::{module}", crate_name(krate)),
        None => crate_name(krate),
    }
}

/// Whether `tokens` hold a path through the module `name`.
pub(super) fn mentions(tokens: &TokenStream, name: &str) -> bool {
    let mut tokens = tokens.clone().into_iter().peekable();
    while let Some(token) = tokens.next() {
        let found = match token {
            TokenTree::Ident(ident) if ident == name => tokens.peek().is_some_and(begins_path),
            TokenTree::Group(group) => mentions(&group.stream(), name),
            _ => false,
        };
        if found {
            return true;
        }
    }
    false
}

/// Whether `token` is the first half of `::`. The colon behind a field stands alone.
fn begins_path(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(it) if it.as_char() == ':' && it.spacing() == Spacing::Joint)
}
